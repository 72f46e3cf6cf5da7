"""The changes on offer, of a returned form or of words replaced, for Qt."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from ui.review.change_lines import Line
from ui.widgets.rows_model import Index, RowsModel

TASK, COLUMN, OLD, NEW, CHOICE = range(5)
_HEADS = ("Nhiệm vụ", "Ô", "Đang có", "Phiếu ghi", "Chọn")


class ChangeModel(RowsModel):
    """A row a `Line`; `heads` are the columns' titles. `chosen(row, place)`: a part of its button
    was pressed.
    """

    chosen = Signal(int, int)

    LINE = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None, heads: Sequence[str] = _HEADS) -> None:
        super().__init__(heads, parent)
        self.rows: list[Line]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.rows[index.row()]
        if role == self.LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(line, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(line, index.column())
        return None

    def choose(self, row: int, place: int) -> None:
        """Press a part of a line's button."""
        if place < len(self.rows[row].choices):
            self.chosen.emit(row, place)


def _text(line: Line, column: int) -> str:
    if line.heads:
        return line.text if column == TASK else ""
    if column == OLD:
        return line.old or ("(trống)" if line.choices else "")
    if column == CHOICE:
        return "" if line.chosen is None or not line.choices else line.choices[line.chosen]
    return {TASK: line.text, COLUMN: line.column, NEW: line.new}[column]


def _spoken(line: Line, column: int) -> str:
    words = _text(line, column)
    if line.heads:
        return f"{words}, {line.note}" if column == TASK else ""
    if column == NEW and line.doubt:
        return f"{words}, {line.doubt}"
    if column == CHOICE and line.choices:
        return words or f"chưa chọn giữa {' và '.join(line.choices)}"
    return words
