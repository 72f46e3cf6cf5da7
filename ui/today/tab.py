"""The tab Hôm nay: what is late and what comes next, and the reporting period that is on."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.reporting_period import ReportingPeriod, period_on
from cchc_desktop.domain.unit_words import OUTSIDE
from cchc_desktop.services.agenda import agenda_of
from cchc_desktop.services.asking import Asking
from cchc_desktop.services.collecting import board_of
from cchc_desktop.services.task_units import TaskUnits
from ui.cell_reading import CellReading
from ui.kit import Kit
from ui.today.action_list import ActionList
from ui.today.deeds import Deeds
from ui.today.files import TodayFiles
from ui.today.line_painter import AgendaPainter
from ui.today.lines import Line, agenda_lines
from ui.today.memory import backup_words, last_places
from ui.today.period_pane import PeriodActions, PeriodPane
from ui.today.toolbar import TodayToolbar
from ui.widgets.cells import CellArt, Chip
from ui.widgets.empty import EmptyState
from ui.widgets.tab import Tab

_MINUTE = 60_000  # milliseconds
_FORMS = "Phiếu của các đơn vị (*.xlsx *.xls)"


class TodayTab(Tab):
    """Follows the controller; while hidden it only remembers that it is out of date."""

    hints = (("↑ ↓", "chọn"), ("Enter", "mở"), ("Space", "bấm nút của dòng"), ("F6", "đổi khung"))
    place_asked = Signal(object)  # Place: it is to be shown where it is edited
    result_asked = Signal(object, str)  # Place, occurrence: the result is to be written
    forms_asked = Signal(object)  # list of Path: forms that came back
    backups_asked = Signal()
    plan_asked = Signal()  # there is nothing to show: the tab of the plan is wanted

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit.theme, parent)
        controller, theme, today = kit.controller, kit.theme, kit.today
        self._controller, self._shared, self._today = controller, kit.shared, today
        self._choices = kit.choices
        self._stale, self._day = True, today()
        self._period_id, self._unit_id = "", ""  # chosen by the user, else by the day
        self._unfolded: set[str] = set()
        self._reading, self._art = CellReading(controller, self), CellArt(theme)
        self._task_units: TaskUnits | None = None
        self.files = TodayFiles(controller, kit.runner, kit.choices, kit.messages, today, self)
        self.deeds = Deeds(controller, self.files, kit.messages, theme, today, self)
        self._build_actions()
        self.list = ActionList(theme, "Việc cần làm")
        self.list.set_painter(AgendaPainter(self._art, self.list, self._lead_chips))
        self.pane = PeriodPane(
            theme, self._art, PeriodActions(self._take, self._send, kit.shared.periods)
        )
        self.toolbar = TodayToolbar(theme, self._calendar, self._letters)
        self._empty = EmptyState(theme)
        self._pages = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(self._build_pages(), 1)
        self._connect()
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._follow_the_day)
        self._clock.start(_MINUTE)

    # Building

    def _build_actions(self) -> None:
        make = self.action
        self._calendar = make("Xuất lịch .ics…", "", "calendar", self.files.ask_for_calendar)
        self._letters = make("Công văn đôn đốc…", "", "file-output", self._show_letters)
        self._take = make("Nhận phiếu đã về", "Ctrl+R", "download", self.ask_for_returned)
        self._send = make("Gửi phiếu", "", "send", self.deeds.send_all)
        self._rounds = self.make_round_actions()

    def _build_pages(self) -> QWidget:
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list, 1)
        row.addWidget(self.pane)
        self._pages.addWidget(both)
        self._pages.addWidget(self._empty)
        return self._pages

    def _connect(self) -> None:
        controller, deeds = self._controller, self.deeds
        controller.opened.connect(self._take_other_plan)
        controller.plan_chosen.connect(self._take_other_plan)
        controller.changed.connect(self._mark_stale)
        self.toolbar.unit_chosen.connect(self._choose_unit)
        self.list.opened.connect(self._open)
        self.list.moved.connect(self.status_changed)
        self.pane.board.opened.connect(self._open)
        for each in (self.list, self.pane.board):
            each.acted.connect(self._act)
        self.pane.period_chosen.connect(self._choose_period)
        self.pane.place_asked.connect(self.place_asked)
        self.pane.backups_asked.connect(self.backups_asked)
        deeds.result_asked.connect(self.result_asked)
        deeds.place_asked.connect(self.place_asked)
        deeds.forms_wanted.connect(self.ask_for_returned)
        deeds.unfolded.connect(self._unfold)

    # Following the plan

    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self._refresh()
        self._show_backup()
        self._follow_the_day()
        super().showEvent(event)

    def _follow_the_day(self) -> None:
        """Another day has begun, perhaps while the window stood open over night."""
        if self.isVisible() and self._today() != self._day:
            self._refresh()

    def _show_backup(self) -> None:
        project = self._controller.project
        if project is not None:
            paths = self._controller.paths
            self.pane.show_backup(backup_words(project, paths, self._today()))

    def _mark_stale(self) -> None:
        self._stale = True
        if self.isVisible():
            self._refresh()

    def _take_other_plan(self) -> None:
        self._period_id = self._unit_id = ""
        self._unfolded.clear()
        self._mark_stale()
        if self.isVisible():
            self._show_backup()

    def _refresh(self) -> None:
        """Read the plan anew."""
        self._stale, self._day = False, self._today()
        day = self._day
        self.toolbar.show_day(day)
        project, plan = self._controller.project, self._controller.plan
        filled = project is not None and plan is not None
        for action in (self._calendar, self._letters):
            action.setEnabled(filled)
        for action in (self._take, self._send):
            action.setEnabled(self._controller.writable and filled)
        self._pages.setCurrentIndex(0 if filled else 1)
        if project is None or plan is None:
            self._show_empty()
            return
        periods = project.periods(plan.year)
        period = self._period(periods)
        asking = Asking(project, plan, period, self._reading.schedule_in, self._units_of_tasks())
        units = [unit for unit in asking.units if not unit.is_group and unit.kind != OUTSIDE]
        self._unit_id = self.toolbar.show_units(units, self._unit_id)
        agenda = agenda_of(asking, day, unit_id=self._unit_id)
        board = [b for b in board_of(asking, day) if self._unit_id in ("", b.unit.id)]
        self.deeds.show(asking, agenda, board, self._unit_id)
        self.list.show_lines(agenda_lines(agenda, period, board, self._unfolded))
        resent = any(line.receipt is not None for line in board)
        self._send.setEnabled(self._send.isEnabled() and bool(board))
        self._send.setText("Gửi lại phiếu" if resent else "Gửi phiếu")
        self.pane.show_period(periods, period, board, day)
        self.pane.show_recent(last_places(project), day)
        self.status_changed.emit()

    def _period(self, periods: list[ReportingPeriod]) -> ReportingPeriod:
        """The one that the user chose, else the one that the day is in."""
        chosen = next((each for each in periods if each.id == self._period_id), None)
        period = chosen or period_on(periods, self._day)
        assert period is not None, "every year has the usual four"
        return period

    def _units_of_tasks(self) -> TaskUnits:
        """Reads the cells of units; anew where the units are others."""
        reader = self._controller.unit_reader
        if self._task_units is None or self._task_units.reader is not reader:
            self._task_units = TaskUnits(self._controller.units, reader)
        return self._task_units

    def _show_empty(self) -> None:
        self._empty.show_state(
            f"Chưa có kế hoạch năm {self._controller.year}.",
            (
                ("Mở trang Kế hoạch", self.plan_asked.emit),
                ("Nhập từ Word, Excel…", self._shared.import_plan.trigger),
            ),
            writable=True,
        )
        self.status_changed.emit()

    def _lead_chips(self, cell: str) -> Sequence[Chip]:
        return self._reading.chips("lead", cell)

    # What is chosen

    def _choose_unit(self, unit_id: str) -> None:
        self._unit_id = unit_id
        self._refresh()

    def _choose_period(self, period_id: str) -> None:
        self._period_id = period_id
        self._refresh()

    def _unfold(self, key: str) -> None:
        self._unfolded ^= {key}
        self._refresh()
        if key in self._unfolded:
            self.list.show_what_is_below()

    def _open(self, line: Line) -> None:
        if line.place is not None:
            self.place_asked.emit(line.place)

    def _act(self, line: Line) -> None:
        """The line's button; its menu opens under the line."""
        from_list = self.sender()
        assert isinstance(from_list, ActionList)
        box = from_list.visualRect(from_list.currentIndex())
        under = box.bottomRight() - QPoint(box.width() // 3, 0)
        self.deeds.do(line, from_list.viewport().mapToGlobal(under))

    def _show_letters(self) -> None:
        self.deeds.letters_menu().popup(self.toolbar.menu_point)

    def ask_for_returned(self, words: str = "") -> None:
        """Forms that came back, chosen by the user, are to be taken in; `words` say which."""
        title, folder = words or "Nhận phiếu đã về", str(self.files.folder)
        names, _ = QFileDialog.getOpenFileNames(self, title, folder, _FORMS)
        if names:
            self.forms_asked.emit([Path(name) for name in names])

    # Where the keys go

    @property
    def home(self) -> QWidget:
        """The list, or what fills an empty page."""
        shown = self._pages.currentIndex() == 0
        return self.list if shown else self._empty.first_way or self.toolbar.units

    def areas(self) -> list[tuple[QWidget, QWidget]]:
        """The board and the list, or what fills an empty page."""
        beside: QWidget = self.pane.board if self.pane.board.isVisible() else self.pane.periods
        return [(self.pane, beside), (self.list, self.list), (self._empty, self.home)]

    # Words for the window

    def status(self) -> str:
        """The counts, and all of the current line."""
        headings = (line for line in self.list.lines.items if line.heading and line.total)
        counts = [f"{line.total} {line.words.lower()}" for line in headings]
        current = self.list.current
        if self._pages.currentIndex():
            return ""
        return " · ".join([*counts[:3], *([f"Đang chọn: {current.words}"] if current else [])])

    def menu_actions(self, menu: str) -> list[QAction | None]:
        """Commands of the tab."""
        if menu == "tools":
            return [self._take, self._send, self._letters, None, self._calendar]
        return [*self._rounds] if menu == "view" else []
