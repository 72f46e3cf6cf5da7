"""The composition root: builds every object and joins them. Nothing here decides."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.settings import Paths
from ui.actions import SharedActions
from ui.choices import Choices
from ui.collector import Collector
from ui.covers import Covers
from ui.crash import CrashReporter
from ui.export.commands import ExportCommands
from ui.files import FileCommands
from ui.kit import Kit
from ui.main_window import MainWindow
from ui.messages import Messenger
from ui.project_controller import ProjectController
from ui.tasks import TaskRunner
from ui.theme import Theme, system_contrast
from ui.widgets.empty import EmptyState
from ui.widgets.tab import Tab, TabPlace

if TYPE_CHECKING:
    from cchc_desktop.domain.finding import Place

_PLAN = 1  # place of the tab that the window opens with


class Desktop:
    """The program while it runs: what outlives a window, and the window of the look chosen.
    `today` tells which day it is, `contrast` the system's colours of high contrast.
    """

    def __init__(
        self,
        application: QApplication,
        paths: Paths,
        today: Callable[[], date] = date.today,
        contrast: Callable[[QGuiApplication], QPalette | None] = system_contrast,
    ) -> None:
        self.application, self.paths, self.today = application, paths, today
        self.read_contrast, self._contrast = contrast, contrast(application)
        self.choices = Choices(paths.config)
        self.messages = Messenger()
        self.runner = TaskRunner()
        self.collector = Collector(self.runner)
        self.controller = ProjectController(paths)
        self.crashes = CrashReporter(paths.logs, Theme())
        self.runner.failed.connect(self._tell_failure)
        self.build()

    def build(self) -> None:
        """The window in the look of the preferences, in place of the one there is."""
        self.theme = self._put_on_look()
        shared = SharedActions(self.controller, self.theme)
        self.kit = Kit(
            self.controller,
            self.runner,
            self.choices,
            self.messages,
            self.theme,
            shared,
            self.today,
        )
        self.files = FileCommands(self.kit, self._may_leave)
        self.window = MainWindow(
            self.kit,
            self.files,
            self._start_page,
            self._tab_places(),
            _PLAN,
            QSettings(str(self.paths.config / "window.ini"), QSettings.Format.IniFormat),
        )
        # later, not in the middle of what the window that goes is doing
        self.window.look_wanted.connect(self.change_look, Qt.ConnectionType.QueuedConnection)
        self.window.system_changed.connect(self.follow_system, Qt.ConnectionType.QueuedConnection)
        self.window.activated.connect(self._catch_up, Qt.ConnectionType.QueuedConnection)
        self.files.window = self.window
        self.covers = self._make_covers()
        shared.periods.triggered.connect(self.covers.show_periods)
        for commands in (self.files, shared):  # they live as long as their window
            commands.setParent(self.window)
        self.exports = ExportCommands(self.kit, self.window)

    def _put_on_look(self) -> Theme:
        """The program in the look of the preferences."""
        theme = self._wanted_theme()
        self.application.setPalette(theme.palette())
        self.application.setStyleSheet(theme.style_sheet())
        # after the sheet, which on Windows brings back the system's fonts for menus and tables
        self.application.setFont(theme.font())
        self.crashes.theme = theme
        return theme

    def _wanted_theme(self) -> Theme:
        chosen = self.choices.value
        dark = chosen.theme == "dark" or (chosen.theme == "system" and _system_is_dark())
        return Theme(dark=dark, scale=chosen.text_scale, contrast=self._contrast)

    def _make_covers(self) -> Covers:
        covers = Covers(self.kit, self.files, self.window)
        self.files.profile_asked.connect(partial(covers.show_profile, None))
        self.files.backups_asked.connect(covers.show_backups)
        self.files.check_asked.connect(covers.check_form)
        self.files.import_asked.connect(covers.take_in)
        return covers

    def _start_page(self) -> QWidget:
        from ui.start.page import StartPage

        return StartPage(self.files, self.theme, self.window.pages)

    # The tabs, each made and loaded when it is first shown

    def _tab_places(self) -> list[TabPlace]:
        return [
            TabPlace("Hôm nay", "house", self._make_today),
            TabPlace("Kế hoạch", "table-2", self._make_plan),
            TabPlace("Tiến độ", "chart-gantt", self._make_timeline),
            TabPlace("Văn bản", "library", self._make_register),
            TabPlace("Báo cáo", "file-pen", self._make_report),
        ]

    def _make_today(self) -> Tab:
        from ui.today.tab import TodayTab

        window = self.window
        tab = TodayTab(self.kit, window.pages)
        tab.place_asked.connect(window.jump_to)
        tab.result_asked.connect(self.show_result)
        tab.forms_asked.connect(self.files.import_asked)
        tab.backups_asked.connect(partial(self.covers.show_backups, None))
        tab.plan_asked.connect(self._show_plan)
        return tab

    def _make_plan(self) -> Tab:
        from ui.plan.tab import PlanTab

        window = self.window
        tab = PlanTab(self.kit, window.pages)
        tab.results.document_asked.connect(window.jump_to)
        tab.form_check_asked.connect(self.covers.check_form)
        tab.replacing.review_wanted.connect(self.covers.show_review)
        return tab

    def _make_timeline(self) -> Tab:
        from ui.timeline.tab import TimelineTab

        window = self.window
        tab = TimelineTab(self.kit, window.pages)
        tab.edit_asked.connect(window.jump_to)
        tab.plan_asked.connect(self._show_plan)
        return tab

    def _make_register(self) -> Tab:
        from ui.register.tab import RegisterTab

        window = self.window
        tab = RegisterTab(self.kit, window.pages)
        tab.place_asked.connect(window.jump_to)
        tab.sheets_given.connect(self.files.import_asked)
        return tab

    def _make_report(self) -> Tab:
        from ui.report.tab import ReportTab

        window = self.window
        tab = ReportTab(self.kit, window.pages)
        tab.jump_asked.connect(window.jump_to)
        tab.export_asked.connect(self.exports.open_report)
        tab.form_check_asked.connect(self.covers.check_form)
        tab.plan_asked.connect(self._show_plan)
        return tab

    # What they ask for

    def _show_plan(self) -> None:
        self.window.show_tab(_PLAN)

    def _may_leave(self) -> bool:
        return self.covers.is_free()

    def show_result(self, place: "Place", occurrence: str) -> None:
        """A task's result to be written, of one of its due days (ISO) where it has several."""
        from ui.plan.tab import PlanTab

        self.window.jump_to(place)
        shown = self.window.current_tab
        if occurrence and isinstance(shown, PlanTab):
            shown.results.show_occurrence(occurrence)

    def change_look(self, shade: str, scale: int) -> None:
        """Another window in another look, in the place of the one there is; "" or 0 keeps."""
        if not self.files.opener.may_change():
            return
        self.controller.settle()
        chosen = self.choices.value
        self.choices.set(
            replace(chosen, theme=shade or chosen.theme, text_scale=scale or chosen.text_scale)
        )
        old = self.window
        self.build()
        self.window.refresh()
        self.window.show_tab(old.place)
        self.window.setGeometry(old.geometry())
        self.window.setWindowState(old.windowState())
        self.window.show()
        self.window.focus_page()
        old.hide()
        old.deleteLater()
        self.collector.begin_anew()

    def follow_system(self) -> None:
        """The system looks otherwise now."""
        self._contrast = self.read_contrast(self.application)
        self._catch_up()

    def _catch_up(self) -> None:
        """Look as the system asks; what is being done is finished first."""
        busy = QApplication.activeModalWidget() or self.window.covered or self.runner.busy
        if not busy and self._wanted_theme().colours != self.theme.colours:
            self.change_look("", 0)

    def begin(self, file: Path | None) -> None:
        """Show the window, then open the file that was asked for, else the one opened last if it is
        still there: the window is on the screen before anything is read.
        """
        recent = self.choices.value.recent
        if file is None and recent and Path(recent[0]).is_file():
            file = Path(recent[0])
        if file is not None:
            waiting = EmptyState(self.theme)
            waiting.show_state(f"Đang mở {file.name}…", (), writable=False)
            self.window.cover(waiting)
            self.window.once_painted(partial(self._open_first, file, waiting))
        self.window.refresh()
        self.window.show()

    def _open_first(self, file: Path, waiting: QWidget) -> None:
        self.files.open_path(file)
        if self.window.covered is waiting:  # the start page is made only where it stays
            self.window.cover(None)

    def come_forward(self, file: Path | None) -> None:
        """A later start: bring the window to the front, with the file that was asked for."""
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        if file is None:
            return
        if QApplication.activeModalWidget() is not None:
            sentence = f"Hãy đóng hộp thoại đang mở rồi mở lại tệp {file.name}."
            self.messages.notice.emit(sentence, [])
        else:
            self.files.open_path(file)

    def close(self) -> None:
        """Stop the work in the background and let the file go."""
        self.runner.close()
        self.controller.close()

    def _tell_failure(self, error: BaseException) -> None:
        if isinstance(error, CchcError):
            self.messages.problem.emit(str(error), [])
        else:
            self.crashes.report(error)


def _system_is_dark() -> bool:
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
