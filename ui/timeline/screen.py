"""What the viewport shows of a timeline, and where: the places of lines and quarters, and their
painting. Only the lines that are on the screen are touched.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from cchc_desktop.domain.timeline import Heading, Timeline
from cchc_desktop.domain.timeline_lines import Line
from cchc_desktop.domain.timeline_scale import CLOSED, QUARTERS
from ui.timeline.frame import HEAD, paint_grid, paint_head, paint_titles, paint_today_tag
from ui.timeline.look import Look
from ui.timeline.painter import StripPainter
from ui.timeline.pieces import Axis
from ui.timeline.rows import Chips, RowPainter
from ui.widgets.cells import CellArt

TASK, HEADING = 29, 24  # heights
FROZEN, MOST_FROZEN = 440, 0.42  # the left part's width, and its largest share


class Screen:
    """`width` and `height` are the viewport's; `left` and `top` how far it is scrolled; `zoom` how
    many times wider than its place the strip is.
    """

    def __init__(self, look: Look, art: CellArt) -> None:
        self.look, self.art = look, art
        chosen = art.selected
        self._chosen = (look if chosen is art else Look.of(chosen.theme), chosen)
        self.timeline = Timeline(0, ())
        self.chips: Chips = lambda _: ()
        self.scale, self.zoom = CLOSED, 1.0
        self.width = self.height = self.left = self.top = 0
        self.current = 0  # a line's place
        self.quarter = QUARTERS[0]  # the one that the keyboard opens
        self.focused = False
        self.show_lines(())

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Other lines."""
        self.lines = lines
        u = self.look.u
        heights = (round(u(HEADING if isinstance(li.entry, Heading) else TASK)) for li in lines)
        self._tops = list(accumulate(heights, initial=0))

    # Places

    @property
    def frozen(self) -> int:
        """The width of the left part."""
        return round(min(self.look.u(FROZEN), self.width * MOST_FROZEN))

    @property
    def strip(self) -> int:
        """The width of the strip as far as it is seen."""
        return max(self.width - self.frozen, 1)

    @property
    def head(self) -> int:
        """The height of the head."""
        return round(self.look.u(HEAD))

    @property
    def body(self) -> int:
        """The height under the head."""
        return max(self.height - self.head, 0)

    @property
    def total(self) -> int:
        """The height of all lines."""
        return self._tops[-1]

    @property
    def axis(self) -> Axis:
        """The year on the strip."""
        return Axis(self.scale, self.strip * self.zoom, (self.left, self.left + self.strip))

    @property
    def whole(self) -> QRectF:
        """The viewport."""
        return QRectF(0, 0, self.width, self.height)

    def visible(self, part: QRectF) -> range:
        """The lines that are at least in part inside a part of the viewport."""
        above = self.top - self.head  # of the viewport's own top, from the first line's
        top, bottom = max(part.top(), self.head) + above, part.bottom() + above
        first = max(bisect_right(self._tops, top) - 1, 0)
        last = bisect_right(self._tops, bottom - 1)
        return range(first, min(last, len(self.lines)))

    def extent(self, place: int) -> tuple[int, int]:
        """Where a line begins and ends, from the first line's top."""
        return self._tops[place], self._tops[place + 1]

    def line_area(self, place: int) -> QRectF:
        """Where a line is on the viewport, over its whole width."""
        top, bottom = self.extent(place)
        return QRectF(0, self.head + top - self.top, self.width, bottom - top)

    def quarter_area(self, number: int) -> QRectF:
        """Where a quarter's head is on the viewport."""
        axis, head = self.axis, self.scale.quarters[number - 1]
        left = self.frozen - self.left + head.left * axis.width
        return QRectF(left, 0, head.width * axis.width, self.head / 2)

    def line_at(self, point: QPoint) -> int | None:
        """The line at a point of the viewport."""
        if point.y() < self.head:
            return None
        place = bisect_right(self._tops, point.y() - self.head + self.top) - 1
        return place if place < len(self.lines) else None

    def quarter_at(self, point: QPoint) -> int | None:
        """The quarter whose head is at a point of the viewport."""
        if point.x() < self.frozen:
            return None
        return next((n for n in QUARTERS if self.quarter_area(n).contains(point.toPointF())), None)

    # Painting

    def paint(self, painter: QPainter, part: QRectF) -> None:
        """What is in a part of the viewport, in one pass over its lines."""
        painter.fillRect(part, self.look.colour("base"))
        shown = self.visible(part)
        for place in shown:
            area = self.line_area(place)
            painter.fillRect(area, self._ground(place))
            area.setTop(area.bottom() - 1)
            painter.fillRect(area, self.look.colour("line"))
        self._paint_strip(painter, shown)
        self._paint_left(painter, shown)

    def _ground(self, place: int) -> QColor:
        entry = self.lines[place].entry
        if place == self.current:
            return self.look.colour("sel")
        if isinstance(entry, Heading):
            return self.look.colour("area" if entry.level == 1 else "group")
        return self.look.colour("base")

    def _drawn_with(self, place: int) -> tuple[Look, CellArt]:
        """What a line is drawn with on its ground."""
        return self._chosen if place == self.current else (self.look, self.art)

    def _paint_strip(self, painter: QPainter, shown: range) -> None:
        look, axis, today = self.look, self.axis, self.timeline.today
        left = self.frozen - self.left
        head = QRectF(left, 0, axis.width, self.head)
        painter.save()
        painter.setClipRect(self.frozen, 0, self.strip, self.height)
        if shown:
            bottom = self.line_area(shown[-1]).bottom()
            grid = QRectF(left, self.head, axis.width, bottom - self.head)
            paint_grid(painter, look, grid, axis)
        if self.current in shown:
            grid = self.line_area(self.current)
            grid = QRectF(left, grid.top(), axis.width, grid.height() - 1)
            paint_grid(painter, self._chosen[0], grid, axis)
        at = axis.x(today.at) if today is not None else None
        for place in shown:
            strips = StripPainter(painter, self._drawn_with(place)[0])
            entry, area = self.lines[place].entry, self.line_area(place)
            if not isinstance(entry, Heading):
                own = QRectF(left, area.top(), axis.width, area.height())
                strips.row(entry, own, axis, self._ground(place), at)
            elif at is not None:
                strips.today_line(left + at, area.top(), area.bottom())
        paint_head(painter, look, head, axis, current=self.quarter if self.focused else 0)
        if today is not None:
            paint_today_tag(painter, look, head, axis, today)
        painter.restore()

    def _paint_left(self, painter: QPainter, shown: range) -> None:
        look, edge = self.look, self.look.colour("edge")
        painter.save()
        painter.setClipRect(0, self.head, self.width, self.body)
        for place in shown:
            line, area = self.lines[place], self.line_area(place)
            drawn, art = self._drawn_with(place)
            rows = RowPainter(painter, drawn, self.frozen, self.chips, art)
            if isinstance(line.entry, Heading):
                rows.heading(line, area)
            else:
                rows.row(line.entry, area)
        if self.focused and self.current in shown:
            painter.setPen(QPen(self._chosen[0].colour("acc"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.line_area(self.current).adjusted(1, 1, -1, -1))
        painter.restore()
        rows = RowPainter(painter, look, self.frozen)
        paint_titles(rows, QRectF(0, 0, self.frozen, self.head))
        painter.fillRect(self.frozen - 1, 0, 1, self.height, edge)
        painter.fillRect(0, self.head - 1, self.frozen, 1, edge)
