"""Paints the left part of a row: number, task, lead units; and the headings across the page."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from cchc_desktop.domain.timeline import Heading, TimelineRow
from cchc_desktop.domain.timeline_lines import Line
from cchc_desktop.domain.vietnamese import one_line
from ui.theme import BODY, SMALL
from ui.timeline.look import Look
from ui.widgets.cells import CellArt, Chip

NUMBER, LEADS, PRINTED_LEADS = 44, 112, 130  # widths of the columns beside the task
_CHIP_GAP = 4


Chips = Callable[[str], Sequence[Chip]]  # of a lead cell


class RowPainter:
    """Paints with one painter; `width` is the left part's; `chips` and `art` for the screen."""

    def __init__(
        self,
        painter: QPainter,
        look: Look,
        width: float,
        chips: Chips = lambda _: (),
        art: CellArt | None = None,
    ) -> None:
        self.painter, self.look, self.width = painter, look, width
        self.chips, self.art = chips, art

    def columns(self, left: float, top: float, height: float) -> tuple[QRectF, QRectF, QRectF]:
        """The places of number, task and leads, without their margins."""
        u = self.look.u
        number = QRectF(left + u(8), top, u(NUMBER - 8), height)
        wide = u(PRINTED_LEADS if self.look.printed else LEADS)
        leads = QRectF(left + self.width - wide - u(8), top, wide, height)
        task = QRectF(number.right() + u(4), top, leads.left() - number.right() - u(12), height)
        return number, task, leads

    def row(self, row: TimelineRow, area: QRectF) -> None:
        """One task; on paper its text and leads stand in full."""
        number, task, leads = self.columns(area.left(), area.top(), area.height())
        self._text(number, row.item.number, BODY)
        if self.look.printed:
            self._lines(task, row.item.label, BODY)
            self._lines(leads, row.item.lead, SMALL)
            return
        self._text(task, one_line(row.item.label), BODY)
        self._chips(leads, self.chips(row.item.lead))

    def height(self, row: TimelineRow, least: float) -> float:
        """How high the row is on paper, at least `least`."""
        _, task, leads = self.columns(0, 0, 0)
        texts = ((task, row.item.label, BODY), (leads, row.item.lead, SMALL))
        return max(least, *(self._tall(place.width(), words, size) for place, words, size in texts))

    def heading_height(self, heading: Heading, width: float, least: float) -> float:
        """How high a heading is on paper."""
        return max(least, self._tall(width - self.look.u(16), heading.text, BODY, bold=True))

    def _tall(self, width: float, words: str, size: int, *, bold: bool = False) -> float:
        lines = len(self.look.wrapped(words, size, bold, width))
        return lines * self.look.metrics(size, bold=bold).height() + self.look.u(6)

    def _lines(self, room: QRectF, words: str, size: int, *, bold: bool = False) -> None:
        """Words in full, in lines in the middle of the room; as many lines as it has place for."""
        high = self.look.metrics(size, bold=bold).height()
        lines = self.look.wrapped(words, size, bold, room.width())
        most = max(int(room.height() / high), 1)
        if len(lines) > most:
            lines = [*lines[: most - 1], f"{lines[most - 1]}…"]
        top = room.center().y() - len(lines) * high / 2
        for place, line in enumerate(lines):
            box = QRectF(room.left(), top + place * high, room.width(), high)
            self.look.write(self.painter, box, line, size, "text", bold=bold)

    def heading(self, line: Line, area: QRectF) -> None:
        """A heading over the whole width of its area; the words under it when it is folded."""
        heading = line.entry
        assert isinstance(heading, Heading)
        u = self.look.u
        if self.look.printed:
            self._lines(area.adjusted(u(8), 0, -u(8), 0), heading.text, BODY, bold=True)
            return
        left = area.left() + u(8 + 12 * (heading.level - 1))
        self._chevron(left + u(7), area.center().y(), folded=line.folded)
        right = area.left() + self.width - u(8) if line.folded else area.right()
        self._text(QRectF(left + u(18), area.top(), right - left - u(18), area.height()),
                   heading.text, BODY, bold=heading.level == 1)  # fmt: skip
        if line.folded:
            at = area.left() + self.width + u(14)
            self._text(QRectF(at, area.top(), area.right() - at, area.height()),
                       line.summary, SMALL, role="text2")  # fmt: skip

    def _text(
        self,
        room: QRectF,
        words: str,
        size: int,
        *,
        role: str = "text",
        bold: bool = False,
    ) -> None:
        words = self.look.cut(words, size, bold, room.width())
        self.look.write(self.painter, room, words, size, role, bold=bold)

    def _chips(self, room: QRectF, chips: Sequence[Chip]) -> None:
        """As many chips as fit, at least one, which may be cut; then how many more there are."""
        art, gap = self.art, self.look.u(_CHIP_GAP)
        assert art is not None, "chips are for the screen"
        left = room.left()
        for place, chip in enumerate(chips):
            width = art.chip_width(chip)
            left_over = len(chips) - place - 1
            tail = self.look.width(f"+{left_over}") + gap if left_over else 0
            if place and left + width + tail > room.right():
                rest = QRectF(left, room.top(), room.right() - left, room.height())
                self._text(rest, f"+{left_over + 1}", SMALL, role="text2")
                return
            width = min(width, int(room.right() - left - tail))
            top = round(room.center().y() - art.chip_height / 2)
            art.paint_chip(self.painter, QRect(round(left), top, width, art.chip_height), chip)
            left += width + gap

    def _chevron(self, x: float, y: float, *, folded: bool) -> None:
        chevron(self.painter, self.look, x, y, closed=folded)


def chevron(painter: QPainter, look: Look, x: float, y: float, *, closed: bool) -> None:
    """The sign of something that opens: to the right while closed, downwards while open."""
    long, short = look.u(4), look.u(2)
    corners = [QPointF(-short, -long), QPointF(short, 0), QPointF(-short, long)]
    if not closed:
        corners = [QPointF(corner.y(), corner.x()) for corner in corners]
    painter.setPen(QPen(look.colour("text"), look.u(1.6)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([QPointF(x, y) + corner for corner in corners]))
