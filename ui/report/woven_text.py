"""Words of a paragraph of which some went and some came, to be read."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from cchc_desktop.domain.difference import Places
from ui.widgets.changed_words import ChangedWords

SIDE, EDGE = 5, 2  # pixels at 100 % around the words


class WovenText(QWidget):
    """`edit_asked`: a click, Enter or F2, where there is something to edit."""

    edit_asked = Signal()

    def __init__(self, words: ChangedWords, name: str, *, to_edit: bool = False) -> None:
        super().__init__()
        self._words = words
        self._text, self._gone, self._come = "", Places(), Places()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if to_edit:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.IBeamCursor)

    def show_words(self, text: str, gone: Places = (), come: Places = ()) -> None:
        """Show a text; the stretches that went and came are drawn so."""
        self._text, self._gone, self._come = text, gone, come
        self.setAccessibleDescription(text)
        self._fit()
        self.update()

    def _fit(self) -> None:
        side, edge = self._room
        width = self.width() - 2 * side
        self.setFixedHeight(self._words.height(self._text, width) + 2 * edge)

    @property
    def _room(self) -> tuple[int, int]:
        """Beside and above the words, for the frame of the focus."""
        return self._words.art.theme.px(SIDE), self._words.art.theme.px(EDGE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side, edge = self._room
        box = self.rect().adjusted(side, edge, -side, -edge)
        self._words.paint_woven(painter, box, self._text, self._gone, self._come)
        if self.hasFocus():
            self._words.art.paint_focus(painter, QRect(self.rect()))
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.edit_asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit_asked.emit()
        else:
            super().keyPressEvent(event)


def report_font(pixels: int) -> QFont:
    """The type of the report on the screen."""
    font = QFont(["Times New Roman", "Liberation Serif", "Tinos", "Noto Serif"])
    font.setPixelSize(pixels)
    return font
