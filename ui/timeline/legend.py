"""The legend under the strip."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.theme import Theme
from ui.timeline.frame import legend, paint_legend
from ui.timeline.look import Look

_TWO_LINES = 175  # the text scale from which one line is too short


class Legend(QWidget):
    """Signs with their names."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look.of(theme)
        self._lines = 2 if theme.scale >= _TWO_LINES else 1
        self.setFixedHeight(theme.px(30 if self._lines == 1 else 52))
        self.show_dated(True)

    def show_dated(self, dated: bool) -> None:
        """Whether the plan is of today's year, so that its blocks stand somehow."""
        self._dated = dated
        self.setAccessibleName("Chú giải: " + ", ".join(words for _, words in legend(dated)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("win"))
        painter.setPen(QPen(self._look.colour("line"), 1))
        painter.drawLine(0, 0, self.width(), 0)
        paint_legend(painter, self._look, QRectF(self.rect()), dated=self._dated, lines=self._lines)
        painter.end()
