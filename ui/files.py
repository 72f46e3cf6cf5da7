"""What the menu Tệp does: begin, open and take in files; every path into the program ends here."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from cchc_desktop.domain.errors import CchcError
from ui.project_controller import ProjectController
from ui.tasks import TaskRunner
from ui.theme import Theme

_PROJECTS = "Tệp dữ liệu CCHC (*.cchc)"


class FileCommands(QObject):
    """Actions of the menus Tệp and Trợ giúp; `window` is set once it exists."""

    project_opened = Signal(object)  # Path

    def __init__(self, controller: ProjectController, runner: TaskRunner, theme: Theme) -> None:
        super().__init__()
        self.controller, self.runner, self.theme = controller, runner, theme
        self.window: QWidget | None = None
        self.menu = QMenu("&Tệp")
        self.help_menu = QMenu("Trợ &giúp")
        self.new_action = self._action("Tạo tệp mới…", QKeySequence.StandardKey.New, "plus")
        self.open_action = self._action("Mở tệp…", QKeySequence.StandardKey.Open, "folder-open")
        self.sample_action = self._action("Mở dữ liệu mẫu", "", "book-open-text")
        self.open_action.triggered.connect(self.ask_to_open)

    def _action(self, words: str, keys: QKeySequence.StandardKey | str, icon: str) -> QAction:
        action = QAction(self.theme.icon(icon), words, self)
        if keys:
            action.setShortcut(QKeySequence(keys))
        self.menu.addAction(action)
        return action

    def ask_to_open(self) -> None:
        """Choose a project file and open it."""
        name, _ = QFileDialog.getOpenFileName(self.window, "Mở tệp", "", _PROJECTS)
        if name:
            self.open_path(Path(name))

    def open_path(self, path: Path) -> None:
        """Open a project file, or say why not."""
        try:
            self.controller.open(path)
        except CchcError as error:
            self.controller.refused.emit(str(error))

    def takes(self, data: QMimeData) -> bool:
        """Whether something dropped is for this program."""
        return data.hasUrls()

    def take_dropped(self, data: QMimeData) -> None:
        """Open or take in what was dropped on the window."""
        for url in data.urls():
            if url.toLocalFile().endswith(".cchc"):
                self.open_path(Path(url.toLocalFile()))

    def may_close(self) -> bool:
        """Whether the window may close now."""
        return True
