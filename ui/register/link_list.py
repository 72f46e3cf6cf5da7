"""A short list of things that belong to a document: its files, the places that cite it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from ui.theme import Theme
from ui.widgets.controls import tip_words

_MOST = 5  # lines shown at once
_LINE = 26  # pixels at 100 %
_ID = Qt.ItemDataRole.UserRole


class LinkList(QListWidget):
    """As high as its lines. `opened(id)`: Enter or a double click; `removed(id)`: Delete."""

    opened = Signal(str)
    removed = Signal(str)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme, self._shown = theme, tuple[tuple[str, str], ...]()
        self.setAccessibleName(name)
        self.setProperty("kind", "links")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemDoubleClicked.connect(self._open)

    def show_links(self, links: Sequence[tuple[str, str]]) -> None:
        """Other lines, each with its id; hidden where there are none."""
        if tuple(links) != self._shown:
            self._shown = tuple(links)
            row = max(self.currentRow(), 0)
            self.clear()
            for link_id, words in links:
                item = QListWidgetItem(words, self)
                item.setData(_ID, link_id)
                item.setToolTip(tip_words(words))
            self.setCurrentRow(min(row, self.count() - 1))
        line = max(self.sizeHintForRow(0), self._theme.px(_LINE))
        self.setFixedHeight(line * min(max(len(links), 1), _MOST) + 4)
        self.setVisible(bool(links))

    @property
    def current_id(self) -> str:
        """Of the current line; "" for none."""
        item = self.currentItem()
        link_id: str = item.data(_ID) if item is not None else ""
        return link_id

    def _open(self) -> None:
        if self.current_id:
            self.opened.emit(self.current_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif event.key() == Qt.Key.Key_Delete and self.current_id:
            self.removed.emit(self.current_id)
        else:
            super().keyPressEvent(event)
