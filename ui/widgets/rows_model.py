"""A table model whose rows have an identity: new rows are told to Qt by the stretch in which they
differ, so that the view keeps its place, its heights and its selection.
"""

from abc import abstractmethod
from collections.abc import Sequence
from itertools import takewhile
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex


class RowsModel(QAbstractTableModel):
    """Rows are anything with an `id`; `take_rows` keeps them."""

    @abstractmethod
    def take_rows(self, rows: list[Any]) -> None:
        """Have these rows from now on."""

    def exchange(self, old: Sequence[Any], new: list[Any]) -> None:
        """The new rows in place of the old ones."""
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


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many items two lists begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
