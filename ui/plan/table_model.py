"""The plan's rows for Qt: areas, groups and tasks in one order. It shows what the project holds and
writes nothing itself: an edit goes through the controller and comes back as a change.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt

from cchc_desktop.domain.change import Change, Edit, Record
from cchc_desktop.domain.columns import Column, columns_of, number_first
from cchc_desktop.domain.finding import Finding
from cchc_desktop.domain.plan import Row, Task, heading_text, numbered
from cchc_desktop.domain.row_places import RowPlaces
from cchc_desktop.domain.unit import Unit
from cchc_desktop.services import planning, table_editing
from ui.project_controller import ProjectController
from ui.widgets.rows_model import Index, RowsModel


class PlanTableModel(RowsModel):
    """A row a record, a column a `Column`; headings have their words in the first column."""

    RECORD = Qt.ItemDataRole.UserRole + 1  # the row's Area, Group or Task
    MARK = Qt.ItemDataRole.UserRole + 2  # why the cell is doubtful, in a few words, or ""

    def __init__(self, controller: ProjectController, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self._controller = controller
        self.rows: list[Row]
        self.columns: tuple[Column, ...] = ()
        self.places = RowPlaces(())
        self._marks: dict[tuple[str, str], str] = {}
        controller.opened.connect(self.reload)
        controller.plan_chosen.connect(self.reload)
        controller.changed.connect(self._follow)
        self.reload()

    # Where things stand

    def row_of(self, record_id: str) -> int | None:
        """The row of a record; None when it is not in the table."""
        return self.places.row_of.get(record_id)

    def column_of(self, key: str) -> int:
        """The place of a column; the task's words when the plan has no such column."""
        keys = [column.key for column in self.columns]
        return keys.index(key) if key in keys else keys.index("task") if "task" in keys else 0

    def is_heading(self, row: int) -> bool:
        """Whether the row heads others."""
        return not isinstance(self.rows[row], Task)

    # What stands there, also without Qt's detours

    def text(self, row: int, column: int) -> str:
        """The words of a cell; a heading's are those of its whole row."""
        record = self.rows[row]
        if isinstance(record, Task):
            return self.columns[column].text(record)
        return heading_text(record)

    def mark(self, row: int, column: int) -> str:
        """Why a cell is doubtful, in a few words, or ""."""
        record = self.rows[row]
        key = self.columns[column].key if isinstance(record, Task) else ""
        return self._marks.get((record.id, key), "")

    # What Qt asks

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return "" if column and self.is_heading(row) else self.text(row, column)
            case Qt.ItemDataRole.EditRole:
                return self._words_to_edit(row, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                mark = self.mark(row, column)
                return f"{self.text(row, column)} ({mark})" if mark else self.text(row, column)
            case self.RECORD:
                return self.rows[row]
            case self.MARK:
                return self.mark(row, column)
        return None

    def _words_to_edit(self, row: int, column: int) -> str:
        """The words of a cell; a new heading's number stands ready for its name."""
        record, words = self.rows[row], self.text(row, column)
        if isinstance(record, Task) or record.title or not words:
            return words
        return numbered(words, " ").rstrip() + " "

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self._controller.writable else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        record, text = self.rows[index.row()], str(value)
        if text == self.text(index.row(), index.column()):
            return True
        if isinstance(record, Task):
            column = self.columns[index.column()]
            return self._controller.do(planning.write_cell, record.id, column, text)
        return self._controller.do(table_editing.write_heading, record.id, text)

    # What changed

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Mark the cells that the plan's check doubts."""
        marks = {(f.at.record_id, f.at.column): f.mark for f in findings if f.at and f.mark}
        others = {place[0] for place, _ in marks.items() ^ self._marks.items()}
        self._marks = marks
        self._tell(others)

    def reload(self) -> None:
        """Everything anew: another file, year or set of columns."""
        self.beginResetModel()
        self.columns = self._current_columns()
        self.titles = [column.title for column in self.columns]
        self._marks = {}
        self.take_rows(self._current_rows())
        self.endResetModel()

    def _current_columns(self) -> tuple[Column, ...]:
        plan = self._controller.plan
        return number_first(columns_of(plan)) if plan is not None else ()

    def _current_rows(self) -> list[Row]:
        project, plan = self._controller.project, self._controller.plan
        return project.rows(plan) if project and plan else []

    def take_rows(self, rows: list[Row]) -> None:
        super().take_rows(rows)
        self.places = RowPlaces(rows)

    def _follow(self, change: Change) -> None:
        if _titles(self._current_columns()) != _titles(self.columns):
            self.reload()
            return
        told = {edit.record.id for edit in change.edits}
        if not all(self._takes_in_place(edit) for edit in change.edits):
            self.exchange(self._current_rows())
        elif any(_goal(edit.before) != _goal(edit.after) for edit in change.edits):
            self.places = RowPlaces(self.rows)
            told |= self._bound_to(told)
        if any(isinstance(edit.record, Unit) for edit in change.edits):
            told |= set(self.places.row_of)
        self._tell(told)

    def _takes_in_place(self, edit: Edit) -> bool:
        """Take a row's new words where its place stays; other records are none of the table's."""
        old, new = edit.before, edit.after
        if not isinstance(edit.record, Row):
            return True
        row = self.row_of(edit.record.id)
        if not (isinstance(old, Row) and isinstance(new, Row)) or row is None:
            return False
        if old.position != new.position:
            return False
        self.rows[row] = new
        return True

    def _bound_to(self, record_ids: Iterable[str]) -> set[str]:
        """The rows under the goals of these rows and of those beside them: they are drawn anew."""
        rows = [row for record_id in record_ids if (row := self.row_of(record_id)) is not None]
        near = {n for row in rows for n in (row - 1, row, row + 1) if 0 <= n < len(self.rows)}
        return {self.rows[n].id for row in near for n in self.places.goal_rows(row)}

    def _tell(self, record_ids: Iterable[str]) -> None:
        """These records show something else now."""
        self.tell(row for i in record_ids if (row := self.row_of(i)) is not None)


def _goal(record: Record | None) -> str:
    return record.goal if isinstance(record, Task) else ""


def _titles(columns: Sequence[Column]) -> list[tuple[str, str]]:
    return [(column.key, column.title) for column in columns]
