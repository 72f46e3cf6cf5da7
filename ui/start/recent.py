"""The files opened last, on the first page."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem

from ui.files import FileCommands
from ui.theme import Theme

_LINE = 28  # height of one, in pixels at 100 %


class RecentFiles(QListWidget):
    """The files opened last; Enter or a click opens one, a missing one is said and forgotten."""

    def __init__(self, files: FileCommands, theme: Theme) -> None:
        super().__init__()
        self._files, self._theme = files, theme
        self.setAccessibleName("Tệp mở gần đây")
        self.setProperty("kind", "plain")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.itemClicked.connect(self._open)
        self.show_files()

    def show_files(self) -> None:
        """As the preferences have them."""
        self.clear()
        theme, recent = self._theme, self._files.choices.value.recent
        for name in recent:
            path = Path(name)
            item = QListWidgetItem(f"{path.name}  ·  {path.parent}", self)
            item.setData(Qt.ItemDataRole.UserRole, path)
            item.setToolTip(name)
        if not recent:
            item = QListWidgetItem("Chưa có tệp nào.", self)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if recent else Qt.FocusPolicy.NoFocus)
        for place in range(self.count()):
            self.item(place).setSizeHint(QSize(0, theme.px(_LINE)))
        self.setFixedHeight(theme.px(_LINE) * self.count() + 2)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.setCurrentRow(max(self.currentRow(), 0))
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.setCurrentRow(-1)  # a choice that is shown belongs to where the keys go
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self._open(item)
            return
        super().keyPressEvent(event)

    def _open(self, item: QListWidgetItem) -> None:
        path = item.data(Qt.ItemDataRole.UserRole)
        if path is not None:
            self._files.open_path(path)
