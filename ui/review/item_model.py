"""The rows that were read, for Qt: a tick says what is accepted, a mark what is doubtful."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import (
    QObject,
    Qt,
    Signal,
)

from cchc_desktop.domain.columns import number_first
from cchc_desktop.domain.plan import Area, Group, Row, Section, Task, heading_text
from cchc_desktop.domain.proposal import Item
from cchc_desktop.domain.vietnamese import shortened
from cchc_desktop.services.doubt_words import doubt_mark
from cchc_desktop.services.proposed_rows import row_of
from cchc_desktop.services.reading import Reading
from ui.widgets.rows_model import Index, RowsModel

NARRATIVE = "narrative"  # the id of the row that heads the sections


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table: an item by its index, or the head of the narrative (None); `marks` by
    column key.
    """

    id: str
    index: int | None = field(compare=False)  # it moves when rows above part
    item: Item | None = None
    marks: tuple[tuple[str, str], ...] = ()
    note: str = ""  # what stands at the right of a heading

    @property
    def depth(self) -> int:
        """0 for what heads others, 1 inside it, 2 for a task."""
        record = self.item.edit.after if self.item else None
        if record is None or isinstance(record, Area):
            return 0
        return 2 if isinstance(record, Task) else 1

    @property
    def is_narrative(self) -> bool:
        """Whether it belongs to the narrative rather than to the table."""
        return self.item is None or isinstance(self.item.edit.after, Section)

    @property
    def text(self) -> str:
        """A heading's words."""
        record = self.item.edit.after if self.item else None
        if isinstance(record, Section):
            words = heading_text(record)
            return words or shortened(record.body, 120)
        return heading_text(record) if isinstance(record, Area | Group) else "Phần lời của kế hoạch"


class ItemModel(RowsModel):
    """A row a `Line`; the first column holds the tick and the number of the source's row."""

    taken = Signal(object, bool)  # (the indices of the items, whether they are taken)
    typed = Signal(int, str, str)  # (index of the item, column key, words)
    shown = Signal()  # all of another reading is there

    LINE = Qt.ItemDataRole.UserRole + 1
    MARK = Qt.ItemDataRole.UserRole + 2  # why the cell is doubtful, in a few words, or ""

    def __init__(self, reading: Reading, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self.rows: list[Line]
        self._take_reading(reading)
        self.take_rows(_lines(reading))

    def show(self, reading: Reading) -> None:
        """The same source after a repair: only what changed is told."""
        if reading.plan.columns != self.reading.plan.columns:
            self.beginResetModel()
            self._take_reading(reading)
            self.take_rows(_lines(reading))
            self.endResetModel()
        else:
            self._take_reading(reading)
            self.show_rows(_lines(reading))
        self.shown.emit()

    def _take_reading(self, reading: Reading) -> None:
        self.reading, self.columns = reading, number_first(reading.columns)
        self.titles = ("Dòng", *(column.title for column in self.columns))

    def take_rows(self, rows: list[Line]) -> None:
        super().take_rows(rows)
        self._places = _places(rows)

    def line_of(self, index: int | None) -> int | None:
        """The line of an item; None where it has none."""
        return None if index is None else self._places.get(index)

    def key_of(self, column: int) -> str:
        """The key of a column; "" for the first, which is not the source's."""
        return self.columns[column - 1].key if column else ""

    # What Qt asks

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, column = self.rows[index.row()], index.column()
        if role == self.LINE:
            return line
        if role == self.MARK:
            return dict(line.marks).get(self.key_of(column), "") if column or line.depth < 2 else ""
        if role == Qt.ItemDataRole.CheckStateRole and column == 0:
            return Qt.CheckState.Checked if self._is_taken(line) else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(line, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(line, column)
        return None

    def _text(self, line: Line, column: int) -> str:
        row = row_of(line.item) if line.item else None
        if not isinstance(row, Task):
            return line.text if column == 0 else ""
        if column == 0:
            assert line.item is not None
            return str(line.item.row)
        return self.columns[column - 1].text(row)

    def _spoken(self, line: Line, column: int) -> str:
        words, mark = self._text(line, column), dict(line.marks).get(self.key_of(column), "")
        left_out = "" if self._is_taken(line) or column else "bỏ qua"
        return ", ".join(part for part in (words, mark, left_out) if part)

    def _is_taken(self, line: Line) -> bool:
        if line.item is not None:
            return line.item.taken
        return any(self.reading.proposal.items[index].taken for index in self._sections())

    def _sections(self) -> list[int]:
        return [
            line.index
            for line in self.rows
            if line.index is not None and line.item and isinstance(line.item.edit.after, Section)
        ]

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == 0:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable if self.rows[index.row()].depth == 2 else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid():
            return False
        line = self.rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            chosen = self._sections() if line.index is None else [line.index]
            self.taken.emit(chosen, Qt.CheckState(value) == Qt.CheckState.Checked)
            return True
        if role == Qt.ItemDataRole.EditRole and index.column() and line.index is not None:
            if str(value) != self._text(line, index.column()):
                self.typed.emit(line.index, self.key_of(index.column()), str(value))
            return True
        return False


def _lines(reading: Reading) -> list[Line]:
    marks = _marks(reading)
    sections: list[Line] = []
    rows: list[Line] = []
    for index, item in enumerate(reading.proposal.items):
        record = item.edit.after
        if isinstance(record, Section):
            note = f"{len(record.body.splitlines())} đoạn" if record.body else ""
            sections.append(Line(record.id, index, item, note=note))
        elif isinstance(record, Row):
            rows.append(Line(record.id, index, item, tuple(marks.get(index, {}).items())))
    head = [Line(NARRATIVE, None, note=f"{len(sections)} mục")] if sections else []
    return [*head, *sections, *_counted(rows)]


def _counted(rows: Sequence[Line]) -> list[Line]:
    """The lines with how many tasks and doubts each area has."""
    counted: list[Line] = []
    tasks = doubts = 0
    for line in reversed(rows):
        if line.depth == 0:
            note = f"{tasks} nhiệm vụ" + (f" · {doubts} chỗ ngờ" if doubts else "")
            line = Line(line.id, line.index, line.item, line.marks, note)
            tasks = doubts = 0
        elif line.depth == 2:
            tasks += 1
            doubts += len(line.marks)
        counted.append(line)
    return counted[::-1]


def _marks(reading: Reading) -> dict[int, dict[str, str]]:
    """By the index of an item, the marks of its cells."""
    marks: dict[int, dict[str, str]] = {}
    keys = {column.key for column in reading.columns}
    for doubt in reading.doubts:
        key, words = doubt_mark(reading, doubt)
        index = reading.places.get(doubt.row)
        if words and index is not None:
            key = key if key in keys or not key else "task"
            marks.setdefault(index, {}).setdefault(key, words)
    return marks


def _places(lines: Sequence[Line]) -> dict[int, int]:
    return {line.index: place for place, line in enumerate(lines) if line.index is not None}
