"""The pane of the outline: its list, and while it is edited the commands on its headings."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cchc_desktop.domain.plan import new_id
from cchc_desktop.domain.report import Content, Report, ReportHeading
from cchc_desktop.services import report_editing
from cchc_desktop.services.report_outline import keep_outline
from ui.project_controller import ProjectController
from ui.report.opened import OpenReport
from ui.report.outline import FIGURES, OutlineList
from ui.widgets.cells import CellArt
from ui.widgets.controls import action_button, head_row, label
from ui.widgets.tab import Tab


class OutlinePane(QWidget):
    """`editing_turned`: the headings are to be edited, or no more."""

    editing_turned = Signal(bool)

    def __init__(
        self, controller: ProjectController, opened: OpenReport, art: CellArt, tab: Tab
    ) -> None:
        super().__init__()
        self._controller, self._open = controller, opened
        theme = art.theme
        self.list = OutlineList(art)
        self.edit = tab.action("Sửa đề cương", "", "pencil", checkable=True)
        self.edit.toggled.connect(self._turn)
        self.add = tab.action("Thêm mục", "", "plus", self.insert)
        self.up = tab.action("Chuyển mục lên", "", "arrow-up", self.move_up)
        self.down = tab.action("Chuyển mục xuống", "", "arrow-down", self.move_down)
        self.remove = tab.action("Xoá mục", "", "trash-2", self.delete)
        self.keep = tab.action("Dùng đề cương này cho các kỳ sau", "", "", self._keep)
        head = QWidget()
        row = head_row(head, theme)
        row.setContentsMargins(theme.px(10), 0, theme.px(4), 0)
        row.addWidget(label("Đề cương", "strong"), 1)
        row.addWidget(action_button(theme, self.edit, kind="quiet", words="Sửa"))
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(theme.px(8), theme.px(6), theme.px(8), theme.px(6))
        foot.setSpacing(theme.px(4))
        foot.addWidget(action_button(theme, self.add, kind="row"))
        for action in (self.up, self.down, self.remove):
            foot.addWidget(action_button(theme, action, kind="row", words=""))
        foot.addStretch(1)
        self._foot.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.list, 1)
        column.addWidget(self._foot)

    @property
    def actions_of_headings(self) -> list[QAction | None]:
        """For the menus."""
        return [self.edit, self.add, self.remove, self.up, self.down, self.keep]

    def offer(self) -> None:
        """Offer what is possible now."""
        writable = self._controller.writable and self._open.report is not None
        heading = self._open.heading(self.list.current_id)
        for action in (self.edit, self.add, self.keep):
            action.setEnabled(writable)
        for action in (self.up, self.down, self.remove):
            action.setEnabled(writable and heading is not None)

    def _turn(self, on: bool) -> None:
        self._foot.setVisible(on)
        self.editing_turned.emit(on)

    # What is written

    @property
    def _headings(self) -> list[ReportHeading]:
        return [one.heading for one in self._open.headings]

    def insert(self) -> None:
        """A new heading behind the chosen one, of its level, and its form."""
        self._controller.settle()
        report = self._open.report
        if report is None:
            return
        headings, current = self._headings, self._open.heading(self.list.current_id)
        at_end = self.list.current_id == FIGURES
        place = headings.index(current.heading) + 1 if current else len(headings) * at_end
        level = current.heading.level or 1 if current is not None else 1
        new = ReportHeading(new_id(), report.id, 0, level, "", "Mục mới", Content.NOTHING.value)
        before = headings[place].id if place < len(headings) else None
        if self._controller.do(report_editing.insert_headings, report, [new], before):
            self.edit.setChecked(True)
            self.list.choose(new.id)

    def delete(self) -> None:
        """The chosen heading away; its paragraphs go to the one above."""
        self._controller.settle()
        if self._open.heading(self.list.current_id) is not None:
            self._controller.do(report_editing.delete_heading, self.list.current_id)

    def move_up(self) -> None:
        """The chosen heading past the one above."""
        self._move(-1)

    def move_down(self) -> None:
        """The chosen heading past the one below."""
        self._move(2)

    def _move(self, by: int) -> None:
        self._controller.settle()
        ids = [heading.id for heading in self._headings]
        chosen = self.list.current_id
        place = ids.index(chosen) + by if chosen in ids else -1
        if 0 <= place <= len(ids):
            before = ids[place] if place < len(ids) else None
            self._controller.do(report_editing.move_headings, [chosen], before)

    def _keep(self) -> None:
        self._controller.settle()
        report: Report | None = self._open.report
        if report is not None:
            self._controller.do(keep_outline, report)
