"""The commands of the menu Trợ giúp."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QWidget

from cchc_desktop.settings import Paths
from ui.theme import Theme


class HelpCommands(QObject):
    """Works on the window from which a command is called."""

    check_asked = Signal(object)  # Path of a Word file

    def __init__(self, paths: Paths, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paths, self._theme = paths, theme
        self._keys: QWidget | None = None  # the window of the keys while it is open
        self.menu = QMenu("Trợ &giúp")
        for words, keys, icon, act in (
            ("Phím tắt", "F1", "circle-help", self.show_keys),
            ("Kiểm tra thể thức một tệp Word…", "", "list-checks", self._ask_to_check),
            ("Mở thư mục nhật ký", "", "folder-open", self.open_logs),
            ("Giới thiệu", "", "info", self.show_about),
        ):
            action = QAction(theme.icon(icon), words, self)
            action.setShortcut(keys)
            action.triggered.connect(act)
            self.menu.addAction(action)

    def show_keys(self) -> None:
        """A window beside the work with the keys of every command."""
        from ui.help.keys import KeysWindow, menu_keys

        if self._keys is None:
            window = _window()
            bar = window.menuBar() if isinstance(window, QMainWindow) else None
            keys = KeysWindow(self._theme, menu_keys(bar) if bar else [], window)
            keys.finished.connect(self._forget_keys)
            self._keys = keys
        self._keys.show()
        self._keys.raise_()
        self._keys.activateWindow()

    def _forget_keys(self) -> None:
        self._keys = None

    def show_about(self) -> None:
        """The version, and the licences of what is shipped."""
        from ui.help.about import AboutDialog

        AboutDialog(self._theme, _window()).exec()

    def open_logs(self) -> None:
        """The folder of the log files in the system's file manager."""
        open_folder(self._paths.logs)

    def _ask_to_check(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getOpenFileName(
            _window(), "Kiểm tra thể thức", "", "Tệp Word (*.docx)"
        )
        if name:
            self.check_asked.emit(Path(name))


def open_folder(folder: Path) -> None:
    """Show a folder, made where it is missing, in the system's file manager."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _window() -> QWidget | None:
    return QApplication.activeWindow()
