"""A table model whose rows have an identity: new rows are told to Qt by the stretch in which they
differ, so that the view keeps its place, its heights and its selection. What its cells say is the
subclass's matter.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby, takewhile
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class RowsModel(QAbstractTableModel):
    """`rows` are anything with an `id`; `titles` stand over the columns."""

    def __init__(self, titles: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.titles = titles
        self.rows: list[Any] = []

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.titles)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        heads = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self.titles[section] if heads and section < len(self.titles) else None

    def take_rows(self, rows: list[Any]) -> None:
        """Have these rows from now on; a subclass learns here where they stand."""
        self.rows = rows

    def show_rows(self, rows: list[Any]) -> None:
        """Other rows, or the same with other words or in another order."""
        known = {row.id: row for row in self.rows}
        before = [known.get(row.id, row) for row in rows]
        self.exchange(rows)
        pairs = enumerate(zip(before, rows, strict=True))
        self.tell(n for n, (old, row) in pairs if old is not row and old != row)

    def exchange(self, new: list[Any]) -> None:
        """The new rows in place of those there are."""
        old = self.rows
        old_ids, new_ids = [row.id for row in old], [row.id for row in new]
        first = _common(old_ids, new_ids)
        last = _common(old_ids[first:][::-1], new_ids[first:][::-1])
        gone, come = len(old_ids) - last, len(new_ids) - last
        if gone > first:
            self.beginRemoveRows(QModelIndex(), first, gone - 1)
            self.take_rows([*old[:first], *old[gone:]])
            self.endRemoveRows()
        if come > first:
            self.beginInsertRows(QModelIndex(), first, come - 1)
            self.take_rows(new)
            self.endInsertRows()
        else:
            self.take_rows(new)

    def tell(self, rows: Iterable[int]) -> None:
        """These rows show something else now: told in stretches of neighbours."""
        last_column = self.columnCount() - 1
        numbered = enumerate(sorted(set(rows)))
        for _, stretch in groupby(numbered, key=lambda pair: pair[1] - pair[0]):
            numbers = [row for _, row in stretch]
            self.dataChanged.emit(self.index(numbers[0], 0), self.index(numbers[-1], last_column))


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many items two lists begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
