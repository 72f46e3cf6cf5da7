"""A field over a table for the words that rows are to hold."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit

_DELAY = 150  # milliseconds of rest after the last key


class SearchField(QLineEdit):
    """`typed(words)` after a pause in typing."""

    typed = Signal(str)

    def __init__(self, placeholder: str, name: str) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.setClearButtonEnabled(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_DELAY)
        self._pause.timeout.connect(self.tell_now)
        self.textChanged.connect(self._pause.start)

    def tell_now(self) -> None:
        """Tell what stands in it."""
        self._pause.stop()
        self.typed.emit(self.text())

    def begin(self) -> None:
        """Take the keys: what is typed stands instead of what was there."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
