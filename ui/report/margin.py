"""The margin of a paragraph: its state in words, and a bar that says the same."""

from datetime import date

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from cchc_desktop.services.report_standing import Entry, State
from ui.theme import SMALL
from ui.widgets.cells import CellArt

MARGIN = 100  # pixels at 100 %: where the bar stands
_BAR, _THIN = 4, 1.4  # its width, and that of each of two
_SIDE, _TOP, _ICON, _GAP = 12, 10, 17, 6  # of the words
_TALLEST = 10_000
_LOOKS = {  # icon and colour of the words
    State.DRAFT: ("", "text2"),
    State.EDITED: ("pencil", "text2"),
    State.OWN: ("pencil", "text2"),
    State.CARRIED: ("history", "text2"),
    State.CHANGED: ("refresh-cw", "amb"),
    State.GONE: ("unlink", "amb"),
    State.NEW: ("plus", "grn"),
}
Line = tuple[str, str, str]  # words, icon and colour


class Margin:
    """Measures and paints; `day` is when the paragraph was edited, or its source."""

    def __init__(self, art: CellArt) -> None:
        self._art = art

    def height(self, entry: Entry, day: date | None) -> int:
        """What the words need, in pixels."""
        top = self._art.theme.px(_TOP)
        for words, icon, _ in self._lines(entry, day):
            top = self._box(words, icon, top).bottom() + self._art.theme.px(_GAP // 2)
        return top + self._art.theme.px(_GAP)

    def paint(self, painter: QPainter, height: int, entry: Entry, day: date | None) -> None:
        """The words, and the bar from top to foot."""
        theme, top = self._art.theme, self._art.theme.px(_TOP)
        ratio = painter.device().devicePixelRatioF()
        painter.setFont(self._art.small)
        for words, icon, role in self._lines(entry, day):
            if icon:
                place = QPoint(theme.px(_SIDE), top + theme.px(1))
                painter.drawPixmap(place, theme.pixmap(icon, role, SMALL + 1, ratio))
            box = self._box(words, icon, top)
            painter.setPen(theme.colour(role))
            painter.drawText(box, Qt.TextFlag.TextWordWrap, words)
            top = box.bottom() + theme.px(_GAP // 2)
        self._paint_bar(painter, height, entry.state)

    def _lines(self, entry: Entry, day: date | None) -> list[Line]:
        icon, role = _LOOKS[entry.state]
        when = f" {day.day}/{day.month}" if day is not None else ""
        marks = [(mark, "triangle-alert", "amb") for mark in entry.marks]
        return [(f"{entry.state.value}{when}", icon, role), *marks]

    def _box(self, words: str, icon: str, top: int) -> QRect:
        """Where words stand."""
        theme = self._art.theme
        left = theme.px(_SIDE) + (theme.px(_ICON) if icon else 0)
        room = QRect(left, top, theme.px(MARGIN - _GAP) - left, _TALLEST)
        return QFontMetrics(self._art.small).boundingRect(room, Qt.TextFlag.TextWordWrap, words)

    def _paint_bar(self, painter: QPainter, height: int, state: State) -> None:
        theme = self._art.theme
        left, width = theme.px(MARGIN), theme.px(_BAR)
        match state:
            case State.EDITED | State.OWN:
                painter.fillRect(QRectF(left, 0, width, height), theme.colour("acc"))
            case State.CHANGED | State.GONE:
                thin = max(theme.px(_THIN), 1)
                for start in (left, left + width - thin):
                    painter.fillRect(QRectF(start, 0, thin, height), theme.colour("ambm"))
            case _:
                role = "grn" if state is State.NEW else "edge"
                pen = QPen(theme.colour(role), width, Qt.PenStyle.DotLine, Qt.PenCapStyle.RoundCap)
                pen.setDashPattern([0.01, 1.8])
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(pen)
                middle = left + width / 2
                painter.drawLine(QPointF(middle, width), QPointF(middle, height - width))
