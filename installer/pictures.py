"""Draws the icons and the pictures of setup's pages from their SVG files, with the Qt that the
project pins: the same bytes in every build.
"""

import os
import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

_HERE = Path(__file__).parent
_SOURCES = _HERE / "drawings"
_PROGRAM = _HERE.parent / "resources" / "icons" / "program.svg"
_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)  # pixels; 20 and 40 are for screens at 125 %


def draw_pictures(folder: Path) -> None:
    """program.ico, document.ico, side.bmp and head.bmp into an existing folder."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _application = QGuiApplication.instance() or QGuiApplication([])
    (folder / "program.ico").write_bytes(icon(_PROGRAM))
    (folder / "document.ico").write_bytes(icon(_SOURCES / "document.svg"))
    for name, width, height in (("side", 164, 314), ("head", 150, 57)):
        image = _drawn(_SOURCES / f"{name}.svg", width, height)
        image.convertToFormat(QImage.Format.Format_RGB888).save(str(folder / f"{name}.bmp"))


def icon(source: Path) -> bytes:
    """A Windows icon in all its sizes."""
    images = [_drawn(source, size, size) for size in _SIZES]
    packed = [_png(image) if image.width() == 256 else _dib(image) for image in images]
    entries, place = [], 6 + 16 * len(packed)
    for image, data in zip(images, packed, strict=True):
        side = image.width() % 256  # 0 says 256
        entries.append(struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(data), place))
        place += len(data)
    return b"".join([struct.pack("<HHH", 0, 1, len(packed)), *entries, *packed])


def _drawn(source: Path, width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(0)
    image.setDotsPerMeterX(2835)  # what a bitmap says of itself: 72 an inch
    image.setDotsPerMeterY(2835)
    painter = QPainter(image)
    QSvgRenderer(str(source)).render(painter)
    painter.end()
    return image


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())


def _dib(image: QImage) -> bytes:
    """The rows from the bottom, each pixel blue, green, red, alpha; then an empty mask."""
    side = image.width()
    head = struct.pack("<IiiHHIIiiII", 40, side, side * 2, 1, 32, 0, 0, 0, 0, 0, 0)
    upturned = image.flipped(Qt.Orientation.Vertical)
    return head + bytes(upturned.constBits()) + bytes((side + 31) // 32 * 4 * side)
