"""The part of a page that a finding is about, painted in the right form with a frame around the
element; paper is white in every look.
"""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from cchc_desktop.documents.nd30 import nd30
from ui.form_check.example import Example
from ui.printing import paint_page
from ui.theme import FAMILIES, Theme

_FRAME = QColor("#0B5CAD")  # on white paper
_MOST = 1.5  # pixels a point at 100 %
_AIR = 12  # pixels at 100 % around the sheet
_LEAST = 80  # pixels at 100 %: a height that shows something
_NOTE = 11.0  # points


class RightForm(QWidget):
    """Shows an example; nothing without one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._example: Example | None = None
        self.setAccessibleName("Mẫu đúng thể thức")

    def show_example(self, example: Example | None) -> None:
        """Another example, or none."""
        self._example = example
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(480), self._theme.px(_LEAST))

    def paintEvent(self, event: QPaintEvent) -> None:
        example = self._example
        if example is None:
            return
        painter = QPainter(self)
        hints = QPainter.RenderHint
        painter.setRenderHints(hints.Antialiasing | hints.TextAntialiasing)
        painter.fillRect(self.rect(), self._theme.colour("gryt"))
        page, air = example.page, self._theme.px(_AIR)
        room = QRectF(self.rect()).adjusted(air, air, -air, -air)
        whole = _is_sheet(example)
        scale = min(room.width() / page.width, self._theme.px(100) / 100 * _MOST)
        if whole:
            scale = min(scale, room.height() / page.height)
        height = min(page.height * scale, room.height())
        top = max(example.frame.center().y() * scale - height / 2, 0.0)
        top = min(top, page.height * scale - height)
        left = room.left() + (room.width() - page.width * scale) / 2
        sheet = QRectF(left, room.top(), page.width * scale, height)
        painter.fillRect(sheet, Qt.GlobalColor.white)
        painter.setClipRect(sheet)
        painter.translate(sheet.left(), sheet.top() - top)
        painter.scale(scale, scale)
        paint_page(painter, page)
        _paint_frame(painter, example.frame, scale)
        if whole:
            _paint_margins(painter, example, scale)


def _is_sheet(example: Example) -> bool:
    return example.frame.height() > example.page.height / 2


def _paint_frame(painter: QPainter, frame: QRectF, scale: float) -> None:
    tint = QColor(_FRAME)
    tint.setAlpha(22)
    painter.setPen(QPen(_FRAME, 2 / scale))
    painter.setBrush(tint)
    painter.drawRoundedRect(frame, 3, 3)


def _paint_margins(painter: QPainter, example: Example, scale: float) -> None:
    """What the decree asks of each margin, in the margin."""
    page, frame, ranges = example.page, example.frame, nd30().ranges
    font = painter.font()
    font.setFamilies(list(FAMILIES))
    size = round(max(_NOTE, _NOTE / scale))
    font.setPixelSize(size)
    painter.setFont(font)
    painter.setPen(_FRAME)
    places = {
        "top": QRectF(0, 0, page.width, frame.top()),
        "bottom": QRectF(0, frame.bottom(), page.width, page.height - frame.bottom()),
        "left": QRectF(0, frame.top(), frame.left(), frame.height()),
        "right": QRectF(frame.right(), frame.top(), page.width - frame.right(), frame.height()),
    }
    for side, place in places.items():
        low, high = ranges[side]
        painter.save()
        painter.translate(place.center())
        if side in ("left", "right"):
            painter.rotate(-90)
        words = QRectF(-page.width / 2, -size, page.width, 2 * size)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, f"{low:.0f}–{high:.0f} mm")
        painter.restore()
