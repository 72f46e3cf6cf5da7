"""The composition root: builds every object, joins them, and runs Qt. Nothing here decides."""

import sys
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from cchc_desktop import logs
from cchc_desktop.preferences import load_preferences
from cchc_desktop.settings import Paths, user_paths
from ui.actions import SharedActions
from ui.files import FileCommands
from ui.main_window import MainWindow
from ui.plan.tab import PlanTab
from ui.project_controller import ProjectController
from ui.start.page import StartPage
from ui.tasks import TaskRunner
from ui.theme import Theme


def run(file: Path | None) -> int:
    """Open the window, with a file or with the one opened last; the process's exit status."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("CCHC Desktop")
    application.setStyle("Fusion")
    paths = user_paths()
    logs.configure(paths.logs)
    desktop = Desktop(application, paths)
    desktop.show()
    if file is not None:
        desktop.files.open_path(file)
    return application.exec()


class Desktop:
    """The program while it runs: what outlives a window, and the window of the look chosen."""

    def __init__(self, application: QApplication, paths: Paths) -> None:
        self.application, self.paths = application, paths
        self.preferences = load_preferences(paths.config)
        self.runner = TaskRunner()
        self.controller = ProjectController(paths)
        self.window: MainWindow | None = None
        self.build()

    def build(self) -> None:
        """The window in the look of the preferences, in place of the one there is."""
        dark = self.preferences.theme == "dark" or (
            self.preferences.theme == "system" and _system_is_dark()
        )
        theme = Theme(dark=dark, scale=self.preferences.text_scale)
        self.application.setFont(theme.font())
        self.application.setPalette(theme.palette())
        self.application.setStyleSheet(theme.style_sheet())
        self.files = FileCommands(self.controller, self.runner, theme)
        start = StartPage(self.files, theme)
        shared = SharedActions(self.controller, theme)
        tabs = [PlanTab(self.controller, shared, theme)]
        settings = QSettings(str(self.paths.config / "window.ini"), QSettings.Format.IniFormat)
        self.window = MainWindow(
            self.controller, self.runner, theme, self.files, shared, start, tabs, settings
        )
        self.files.window = self.window

    def show(self) -> None:
        """Show the window."""
        assert self.window is not None
        self.window.show()


def _system_is_dark() -> bool:
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
