"""Paints the pieces of a row, told apart by their patterns without any colour. On the screen and on
paper by the same code.
"""

from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from cchc_desktop.domain.timeline import TimelineRow
from cchc_desktop.domain.timeline_standing import Stand, Standing
from ui.theme import SMALL
from ui.timeline.look import Look
from ui.timeline.pieces import Axis, Kind, Piece, pieces

BLOCK, BAND, BOX = 19, 13, 21  # heights
_HATCH, _CROSS, _DOT = 6, 6, 5  # distances of the lines and dots of patterns
_PATTERNS = 256  # boxes of different sizes whose lines and dots are remembered
_PATTERNED = (Standing.RUNNING, Standing.OVERDUE)
_GROUNDS: dict[Standing | None, str] = {
    Standing.DONE: "acc",
    Standing.RUNNING: "tint",
    Standing.OVERDUE: "redt",
}
_UNDER = (Kind.BAND, Kind.DOTS, Kind.SPAN, Kind.DUE, Kind.EXPECTED, Kind.EVERY)


class StripPainter:
    """Paints rows of the strip with one painter."""

    def __init__(self, painter: QPainter, look: Look) -> None:
        self.painter, self.look = painter, look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def row(
        self, row: TimelineRow, area: QRectF, axis: Axis, ground: QColor, today: float | None
    ) -> None:
        """One row: `area` is the whole strip's place, whatever part of it is seen; `today` is
        where today's line crosses it.
        """
        found = pieces(row, axis, self.look)
        for piece in found:
            if piece.kind in _UNDER:
                self.piece(piece, area, ground)
        if today is not None:
            self.today_line(area.left() + today, area.top(), area.bottom())
        for piece in found:
            if piece.kind not in _UNDER:
                self.piece(piece, area, ground)

    def piece(self, piece: Piece, area: QRectF, ground: QColor) -> None:
        """One piece; also what the legend shows."""
        place = QRectF(
            area.left() + piece.left, area.top(), piece.right - piece.left, area.height()
        )
        match piece.kind:
            case Kind.BAND:
                self._band(self._middle(place, BAND))
            case Kind.DOTS:
                self._dotted_line(place)
            case Kind.SPAN:
                self.block(self._middle(place, BLOCK), piece.stand)
            case Kind.DUE | Kind.EXPECTED:
                self._pennant(piece, area)
            case Kind.EVERY:
                self._diamond(place, piece.stand)
            case Kind.WAITING:
                self._waiting(self._middle(place, BOX), piece.words)
            case Kind.WORDS:
                self._words(piece, place, self._plate(piece) if piece.inside else ground)

    def today_line(self, x: float, top: float, bottom: float) -> None:
        """Today's line from `top` to `bottom`."""
        line = QRectF(round(x) - 1, top, round(self.look.u(2)), bottom - top)
        self.painter.fillRect(line, self.look.colour("text"))

    def _middle(self, place: QRectF, height: float) -> QRectF:
        """The part of a place that is so high, on whole pixels so that lines stay sharp."""
        tall = round(self.look.u(height))
        top = round(place.center().y() - tall / 2)
        left, right = round(place.left()), round(place.right())
        return QRectF(left + 0.5, top + 0.5, max(right - left - 1, 1), tall - 1)

    # Patterns

    def block(self, box: QRectF, stand: Stand | None) -> None:
        """A block: outline, hatched under way, filled when done, cross-hatched with a thick edge
        when overdue.
        """
        standing = stand.standing if stand is not None else None
        late = standing is Standing.OVERDUE
        role = "red" if late else "acc"
        radius = self.look.u(2)
        ground = _GROUNDS.get(standing, "base")
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.look.colour(ground))
        self.painter.drawRoundedRect(box, radius, radius)
        if standing in _PATTERNED:
            self._hatch(box, role, crossed=late)
        self.painter.setPen(QPen(self.look.colour(role), self.look.u(2 if late else 1.25)))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(box, radius, radius)

    def _hatch(self, box: QRectF, role: str, *, crossed: bool) -> None:
        step = self.look.u(_CROSS if crossed else _HATCH)
        self.painter.save()
        self.painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
        self.painter.translate(box.topLeft())
        self.painter.setPen(QPen(self.look.colour(role), self.look.u(0.9 if crossed else 1.3)))
        self.painter.drawLines(_hatching(box.width(), box.height(), step, crossed))
        self.painter.restore()

    def _band(self, box: QRectF) -> None:
        self.painter.fillRect(box, self.look.colour("band"))
        self.painter.save()
        self.painter.translate(box.topLeft())
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.look.colour("gry"))
        self.painter.drawRects(_dots(box.width(), box.height(), self.look.u(1)))
        self.painter.restore()

    def _dotted_line(self, place: QRectF) -> None:
        pen = QPen(self.look.colour("gry"), self.look.u(1.2))
        pen.setDashPattern([2, 3])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        self.painter.setPen(pen)
        y = round(place.center().y()) + 0.5
        self.painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y))

    # Marks

    def _pennant(self, piece: Piece, area: QRectF) -> None:
        u = self.look.u
        late = piece.stand is not None and piece.stand.overdue
        colour = self.look.colour("red" if late else "text")
        x = round(area.left() + piece.at)
        middle = round(area.center().y())
        tip = u(13) if piece.at - piece.left < piece.right - piece.at else -u(13)
        top = middle - u(10.5)
        notch = tip * 0.72
        flag = QPolygonF(
            [
                QPointF(x, top),
                QPointF(x + tip, top),
                QPointF(x + notch, top + u(4.5)),
                QPointF(x + tip, top + u(9)),
                QPointF(x, top + u(9)),
            ]
        )
        self.painter.setPen(QPen(colour, u(1.6)))
        self.painter.drawLine(QPointF(x, top), QPointF(x, top + u(21)))
        self.painter.setPen(QPen(colour, u(1)))
        filled = piece.kind is Kind.DUE
        self.painter.setBrush(colour if filled else self.look.colour("base"))
        self.painter.drawPolygon(flag)

    def _diamond(self, place: QRectF, stand: Stand | None) -> None:
        u = self.look.u
        late, done = stand is not None and stand.overdue, stand is not None and stand.done
        colour = self.look.colour("red" if late else "acc")
        middle, half = QPointF(place.center().x(), round(place.center().y()) + 0.5), u(7)
        corners = [QPointF(0, -half), QPointF(half, 0), QPointF(0, half), QPointF(-half, 0)]
        self.painter.setPen(QPen(colour, u(2 if late else 1.4)))
        self.painter.setBrush(self.look.colour("redt" if late else "acc" if done else "base"))
        self.painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))
        if done:
            tick = [QPointF(-u(2.8), u(0.2)), QPointF(-u(0.8), u(2.2)), QPointF(u(2.8), -u(2))]
            self.painter.setPen(QPen(self.look.colour("accfg"), u(1.6)))
            self.painter.drawPolyline(QPolygonF([middle + point for point in tick]))
        if late:
            self.painter.drawLine(middle + QPointF(0, -u(3.2)), middle + QPointF(0, u(0.6)))
            self.painter.drawPoint(middle + QPointF(0, u(3.2)))

    def _waiting(self, box: QRectF, words: str) -> None:
        u = self.look.u
        pen = QPen(self.look.colour("ambm"), u(1.2))
        pen.setDashPattern([3, 2])
        self.painter.setPen(pen)
        self.painter.setBrush(self.look.colour("ambt"))
        self.painter.drawRoundedRect(box, u(2), u(2))
        self.hourglass(box.left() + u(12.5), box.center().y())
        if words:
            room = box.adjusted(u(25), 0, -u(6), 0)
            cut = self.look.cut(words, SMALL, False, room.width() + 1)
            self.look.write(self.painter, room, cut, SMALL, "amb", bold=False)

    def hourglass(self, x: float, y: float) -> None:
        """The symbol of waiting, 15 high, around a point."""
        u = self.look.u
        wide, tall = u(4), u(6)
        colour = self.look.colour("amb")
        self.painter.setPen(QPen(colour, u(1.4)))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        for side in (-1, 1):
            self.painter.drawLine(
                QPointF(x - u(5), y + side * tall), QPointF(x + u(5), y + side * tall)
            )
        glass = [
            QPointF(x - wide, y - tall),
            QPointF(x + wide, y - tall),
            QPointF(x - wide, y + tall),
            QPointF(x + wide, y + tall),
        ]
        self.painter.drawPolygon(QPolygonF(glass))
        self.painter.setBrush(colour)
        sand = [QPointF(x, y), QPointF(x + wide * 0.8, y + tall), QPointF(x - wide * 0.8, y + tall)]
        self.painter.drawPolygon(QPolygonF(sand))

    def _plate(self, words: Piece) -> QColor:
        """The ground under the words in a block."""
        done = words.stand is not None and words.stand.done
        return self.look.colour("acc" if done else "base")

    def _words(self, piece: Piece, place: QRectF, ground: QColor) -> None:
        u = self.look.u
        metrics = self.look.metrics(SMALL, bold=piece.bold)
        tall = u(BLOCK - 4) if piece.inside else metrics.height()
        plate = QRectF(place.left(), place.center().y() - tall / 2, place.width(), tall)
        self.painter.fillRect(plate.adjusted(-u(3), 0, u(3), 0), ground)
        self.look.write(self.painter, place, piece.words, SMALL, piece.role, bold=piece.bold)


@lru_cache(_PATTERNS)
def _hatching(width: float, height: float, step: float, crossed: bool) -> list[QLineF]:
    """Lines at 45° over a box at the origin, and back where they are crossed."""
    starts = [-height + step * n for n in range(int((width + height) / step) + 1)]
    lines = [QLineF(x, height, x + height, 0) for x in starts]
    return lines + [QLineF(x, 0, x + height, height) for x in starts] if crossed else lines


@lru_cache(_PATTERNS)
def _dots(width: float, height: float, unit: float) -> list[QRectF]:
    """Two rows of dots over a box at the origin."""
    step, size = unit * _DOT, unit * 1.5
    return [
        QRectF(step * n, height * part - size / 2, size, size)
        for part in (0.25, 0.75)
        for n in range(1, int(width / step) + 1)
    ]
