"""What a view is painted with, pixel by pixel."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def picture(view: QAbstractScrollArea) -> QImage:
    """What a view shows, without the buttons in it."""
    shown = view.viewport()
    image = QImage(shown.size(), QImage.Format.Format_RGB32)
    shown.render(image, QPoint(), QRegion(), QWidget.RenderFlag.DrawWindowBackground)
    return image


def colours(shown: QImage, boxes: Iterable[QRect]) -> set[str]:
    """What the boxes of a picture are painted with."""
    parts = [shown.copy(box & shown.rect()) for box in boxes if shown.rect().intersects(box)]
    pixels = {pixel for part in parts for pixel in memoryview(part.constBits()).cast("I")}
    return {QColor.fromRgb(pixel).name() for pixel in pixels}
