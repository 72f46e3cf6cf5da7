"""One list of the profile with its commands: add, remove, follow by year, and what only it has."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.domain.unit import Unit
from cchc_desktop.services import planning, profile
from cchc_desktop.services.unit_editing import merge_units
from ui.profile.asking import ask_members, ask_unit, ask_year
from ui.profile.delegate import ProfileDelegate
from ui.profile.lists import AUTHORITIES, ProfileList
from ui.profile.model import ProfileModel
from ui.project_controller import ProjectController
from ui.theme import Theme
from ui.widgets.cell_editing import EditedTable
from ui.widgets.controls import action_button, button, label, tool_row


class ProfileListView(QWidget):
    """The table of one list under its toolbar."""

    def __init__(self, controller: ProjectController, theme: Theme, shown: ProfileList) -> None:
        super().__init__()
        self.controller, self._theme, self.shown = controller, theme, shown
        self.model = self.build_model()
        self.table = self._build_table()
        self._actions: list[QAction] = []  # those that need a row
        bar, row = tool_row(theme)
        for action in self.build_commands():
            row.addWidget(action_button(theme, action))
        if any(column.field == "authority" for column in shown.columns):
            row.addWidget(self._authority_button())
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        what = label(shown.what, "second", wrap=True)
        what.setContentsMargins(*[theme.px(12), theme.px(8)] * 2)
        column.addWidget(bar)
        column.addWidget(what)
        column.addWidget(self.table, 1)
        self.table.selectionModel().currentChanged.connect(self.follow)
        self.model.dataChanged.connect(self.follow)
        self.model.rowsRemoved.connect(self.follow)
        self.table.setCurrentIndex(self.model.index(0, 0))
        self.follow()

    def build_model(self) -> ProfileModel:
        """The rows of the list."""
        return ProfileModel(self.controller, self.shown, self)

    def build_commands(self) -> list[QAction]:
        """What can be done with the list, in the order of its toolbar."""
        commands = [
            self.action("Thêm", "Ins", "plus", self.add),
            self.needs_row("Xoá", "Ctrl+-", "trash-2", self.remove),
            self.needs_row("Đổi từ năm…", "", "calendar", self.succeed),
        ]
        commands[0].setEnabled(self.controller.writable)
        if self.shown.kind is Unit:
            self._members = self.needs_row("Thành viên…", "", "users", self.choose_members)
            commands += [self.needs_row("Gộp tên…", "", "merge", self.merge), self._members]
        return commands

    def _build_table(self) -> EditedTable:
        theme, table = self._theme, EditedTable()
        table.setAccessibleName(self.shown.title)
        table.setProperty("kind", "list")
        table.setModel(self.model)
        self._editing = ProfileDelegate(theme, self.shown, table)
        self._editing.left.connect(self._step)
        table.setItemDelegate(self._editing)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setWordWrap(True)
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        rows = table.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(theme.px(30))
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head = table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place, column in enumerate(self.shown.columns):
            if column.width:
                table.setColumnWidth(place, theme.px(column.width))
            else:
                head.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        return table

    def action(self, words: str, keys: str, icon: str, act: Callable[[], None]) -> QAction:
        """A command of the list."""
        action = QAction(self._theme.icon(icon), words, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _checked=False: act())
        self.addAction(action)
        return action

    def needs_row(self, words: str, keys: str, icon: str, act: Callable[[], None]) -> QAction:
        """A command that is about the current row."""
        action = self.action(words, keys, icon, act)
        self._actions.append(action)
        return action

    def _authority_button(self) -> QWidget:
        menu = QMenu(self)
        for authority in AUTHORITIES:
            words = authority.replace("\n", " / ")
            menu.addAction(words).triggered.connect(partial(self._authorise, authority))
        self._authorities = button(self._theme, "Quyền hạn mẫu")
        self._authorities.setMenu(menu)
        return self._authorities

    @property
    def current_id(self) -> str:
        """The record of the current row; "" for none."""
        index = self.table.currentIndex()
        return self.model.record(index.row()).id if index.isValid() else ""

    def go_to(self, record_id: str, field: str = "", *, edit: bool = False) -> None:
        """Make a record the current one, at the cell of a field; `edit` opens it."""
        row = self.model.row_of(record_id)
        if row >= 0:
            fields = [column.field for column in self.shown.columns]
            index = self.model.index(row, fields.index(field) if field in fields else 0)
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index)
            self.table.setFocus()
            if edit:
                QTimer.singleShot(0, self, partial(self._edit, QPersistentModelIndex(index)))

    def _edit(self, cell: QPersistentModelIndex) -> None:
        if cell.isValid():  # the row may be gone by now
            self.table.edit(cell)

    def commit(self) -> None:
        """Write what is being typed in a cell."""
        self._editing.commit()

    def _step(self, down: int, across: int) -> None:
        """To the cell beside the one that was left; there is none past the edges."""
        index = self.table.currentIndex()
        beside = self.model.index(index.row() + down, index.column() + across)
        if beside.isValid():
            self.table.setCurrentIndex(beside)

    def follow(self) -> None:
        """What is possible with the current row."""
        current = self.table.currentIndex()
        enabled = current.isValid() and self.controller.writable
        for action in self._actions:
            action.setEnabled(enabled)
        if self.shown.kind is Unit and enabled:
            record = self.model.record(current.row())
            self._members.setEnabled(isinstance(record, Unit) and record.is_group)
        if any(column.field == "authority" for column in self.shown.columns):
            self._authorities.setEnabled(enabled)

    # Commands

    def add(self) -> None:
        """A new record, its first cell open."""
        record = self.shown.blank()
        assert not isinstance(record, ReportingPeriod), "periods are added by the year"
        if self.controller.do(profile.add, record):
            self.go_to(record.id, edit=True)

    def remove(self) -> None:
        """Take the current record away; it can be undone."""
        row = self.table.currentIndex().row()
        if self.controller.do(profile.remove, self.current_id) and self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(min(row, self.model.rowCount() - 1), 0))

    def succeed(self) -> None:
        """From a year on the current record is another one, which is then edited."""
        year = ask_year(self.controller.year, self)
        before = {self.model.record(row).id for row in range(self.model.rowCount())}
        if year is not None and self.controller.do(planning.succeed, self.current_id, year):
            rows = range(self.model.rowCount())
            new = next(r.id for r in map(self.model.record, rows) if r.id not in before)
            self.go_to(new, edit=True)

    def merge(self) -> None:
        """The current unit is the same as another one."""
        record = self.model.record(self.table.currentIndex().row())
        assert isinstance(record, Unit)
        into = ask_unit(record, self._units(), self)
        if into is not None and self.controller.do(merge_units, record.id, into):
            self.go_to(into)

    def choose_members(self) -> None:
        """Which units a group names."""
        record = self.model.record(self.table.currentIndex().row())
        assert isinstance(record, Unit)
        others = [unit for unit in self._units() if not unit.is_group]
        members = ask_members(record, others, self._theme, self)
        if members is not None:
            self.controller.do(planning.edit, record.id, members=members)

    def _units(self) -> list[Unit]:
        project = self.controller.project
        return project.all_units() if project is not None else []

    def _authorise(self, authority: str) -> None:
        self.controller.do(planning.edit, self.current_id, authority=authority)
