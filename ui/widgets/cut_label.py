"""A label for words of any length."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel


class CutLabel(QLabel):
    """Words that are cut where room ends; they never widen the window. `kind` as in look.qss."""

    def __init__(self, kind: str = "") -> None:
        super().__init__()
        self.setProperty("kind", kind)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumWidth(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        area, middle = self.contentsRect(), Qt.AlignmentFlag.AlignVCenter
        end = Qt.TextElideMode.ElideRight
        words = self.fontMetrics().elidedText(self.text(), end, area.width())
        QPainter(self).drawText(area, middle | Qt.TextFlag.TextSingleLine, words)
