"""What stands where nothing is yet: one sentence on what is missing, and the ways to fill it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.controls import button, label

Way = tuple[str, Callable[[], object]]


class EmptyState(QWidget):
    """Filled by `show_state`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words = label("", wrap=True)  # a long sentence must not widen the window
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._row = QHBoxLayout()
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self._words)
        column.addLayout(self._row)
        column.addStretch(2)
        self._shown: tuple[str, tuple[str, ...]] | None = None

    @property
    def first_way(self) -> QWidget | None:
        """The first button, if any."""
        items = (self._row.itemAt(place) for place in range(self._row.count()))
        return next((w for item in items if item and (w := item.widget())), None)

    def show_state(self, words: str, ways: Sequence[Way], *, writable: bool) -> None:
        """The sentence, and a button a way where the file can be written."""
        offered = tuple(name for name, _ in ways) if writable else ()
        if self._shown == (words, offered):
            return
        self._shown = (words, offered)
        self._words.setText(words)
        while self._row.count():
            item = self._row.takeAt(0)
            old = item.widget() if item else None
            if old is not None:
                old.hide()
                old.deleteLater()
        self._row.addStretch(1)
        for name, run in ways if writable else ():
            made = button(self._theme, name)
            made.clicked.connect(run)
            self._row.addWidget(made)
            made.show()  # at once, so that it can take the focus
        self._row.addStretch(1)
