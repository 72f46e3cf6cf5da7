"""The plan's rows for Qt: areas, groups and tasks in one order. It shows what the project holds and
writes nothing itself: an edit goes through the controller and comes back as a change.
"""

from collections.abc import Sequence
from itertools import takewhile
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cchc_desktop.domain.change import Change
from cchc_desktop.domain.columns import STANDARD, Column, columns_of
from cchc_desktop.domain.finding import Finding
from cchc_desktop.domain.plan import Area, Group, Row, Task, heading_text
from cchc_desktop.domain.units import Unit
from cchc_desktop.services import planning, table_editing
from ui.project_controller import ProjectController

Index = QModelIndex | QPersistentModelIndex
NUMBER = "number"


class PlanTableModel(QAbstractTableModel):
    """A row a record, a column a `Column`; headings have their words in the first column."""

    RECORD = Qt.ItemDataRole.UserRole + 1  # the row's Area, Group or Task
    MARK = Qt.ItemDataRole.UserRole + 2  # why the cell is doubtful, in a few words, or ""

    def __init__(self, controller: ProjectController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self.rows: list[Row] = []
        self.columns: tuple[Column, ...] = ()
        self._places: dict[str, int] = {}
        self._marks: dict[tuple[str, str], str] = {}
        self._tasks_under: dict[str, int] = {}
        controller.opened.connect(self.reload)
        controller.plan_chosen.connect(self.reload)
        controller.changed.connect(self._follow)
        self.reload()

    # Where things stand

    def row_of(self, record_id: str) -> int | None:
        """The row of a record; None when it is not in the table."""
        return self._places.get(record_id)

    def column_of(self, key: str) -> int:
        """The place of a column; the task's words when the plan has no such column."""
        keys = [column.key for column in self.columns]
        return keys.index(key) if key in keys else keys.index("task") if "task" in keys else 0

    def is_heading(self, row: int) -> bool:
        """Whether the row heads others."""
        return not isinstance(self.rows[row], Task)

    def goal_top(self, row: int) -> int:
        """The first row of the tasks that share this task's goal."""
        record = self.rows[row]
        if not isinstance(record, Task) or not record.goal:
            return row
        above = takewhile(
            lambda other: isinstance(other, Task) and other.goal == record.goal,
            (self.rows[n] for n in range(row - 1, -1, -1)),
        )
        return row - sum(1 for _ in above)

    def tasks_under(self, row: int) -> int:
        """How many tasks a heading has, those of its groups among them."""
        return self._tasks_under.get(self.rows[row].id, 0)

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        record = self.rows[index.row()]
        if role == self.RECORD:
            return record
        if role == self.MARK:
            return self._marks.get((record.id, self._key(record, index.column())), "")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            mark = self.data(index, self.MARK)
            return f"{self._text(record, index.column())} ({mark})" if mark else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(record, index.column())
        return None

    def _text(self, record: Row, column: int) -> str:
        if isinstance(record, Task):
            return self.columns[column].text(record)
        return heading_text(record) if column == 0 else ""

    def _key(self, record: Row, column: int) -> str:
        return self.columns[column].key if isinstance(record, Task) else ""

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.columns[section].title if section < len(self.columns) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        cell = not self.is_heading(index.row()) or index.column() == 0
        return flags | Qt.ItemFlag.ItemIsEditable if cell and self._controller.writable else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        record, text = self.rows[index.row()], str(value)
        if text == self._text(record, index.column()):
            return True
        if isinstance(record, Task):
            column = self.columns[index.column()]
            return self._controller.do(planning.write_cell, record.id, column, text)
        return self._controller.do(table_editing.write_heading, record.id, text)

    # What changed

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Mark the cells that the plan's check doubts."""
        marks = {(f.at.record_id, f.at.column): f.mark for f in findings if f.at and f.mark}
        if marks != self._marks:
            self._marks = marks
            self._tell_all()

    def reload(self) -> None:
        """Everything anew: another file, year or set of columns."""
        self.beginResetModel()
        self.columns = self._current_columns()
        self._marks = {}
        self._take(self._current_rows())
        self.endResetModel()

    def _current_columns(self) -> tuple[Column, ...]:
        """The plan's own, the number first: it tells the rows of an outline apart."""
        plan = self._controller.plan
        if plan is None:
            return ()
        own = columns_of(plan)
        number = next((column for column in own if column.key == NUMBER), STANDARD[NUMBER])
        return (number, *(column for column in own if column.key != NUMBER))

    def _current_rows(self) -> list[Row]:
        project, plan = self._controller.project, self._controller.plan
        return project.rows(plan) if project and plan else []

    def _take(self, rows: list[Row]) -> None:
        self.rows = rows
        self._places = {record.id: place for place, record in enumerate(rows)}
        counts: dict[str, int] = {}
        over: dict[type[Row], str] = {}
        for record in rows:
            match record:
                case Area():
                    over = {Area: record.id}
                case Group():
                    over[Group] = record.id
                case Task():
                    for heading in over.values():
                        counts[heading] = counts.get(heading, 0) + 1
        self._tasks_under = counts

    def _follow(self, change: Change) -> None:
        if _titles(self._current_columns()) != _titles(self.columns):
            self.reload()
            return
        touched = {edit.record.id for edit in change.edits}
        self._exchange(self._current_rows())
        if any(isinstance(edit.record, Unit) for edit in change.edits):
            self._tell_all()
            return
        for record_id in touched:
            row = self._places.get(record_id)
            if row is not None:
                last = self.index(row, len(self.columns) - 1)
                self.dataChanged.emit(self.index(row, 0), last)

    def _exchange(self, new: list[Row]) -> None:
        """Take the new rows, telling Qt only of the stretch in which they differ by identity."""
        old_ids, new_ids = [r.id for r in self.rows], [r.id for r in new]
        first = _common(old_ids, new_ids)
        last = _common(old_ids[first:][::-1], new_ids[first:][::-1])
        gone, come = len(old_ids) - last, len(new_ids) - last
        if gone > first:
            self.beginRemoveRows(QModelIndex(), first, gone - 1)
            self._take([*self.rows[:first], *self.rows[gone:]])
            self.endRemoveRows()
        if come > first:
            self.beginInsertRows(QModelIndex(), first, come - 1)
            self._take(new)
            self.endInsertRows()
        else:
            self._take(new)

    def _tell_all(self) -> None:
        if self.rows and self.columns:
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(self.rows) - 1, len(self.columns) - 1)
            )


def _titles(columns: Sequence[Column]) -> list[tuple[str, str]]:
    return [(column.key, column.title) for column in columns]


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many items two lists begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
