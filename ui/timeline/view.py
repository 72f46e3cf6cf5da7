"""The rows of a timeline on the screen: a left part that stays, the strip of the year, keys and
mouse. Only what is on the screen is painted.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from cchc_desktop.domain.finding import Place
from cchc_desktop.domain.timeline import Heading, Timeline
from cchc_desktop.domain.timeline_lines import Entry, Line, lines
from cchc_desktop.domain.timeline_scale import CLOSED, QUARTERS, Scale
from cchc_desktop.domain.timeline_words import row_words
from ui.theme import Theme
from ui.timeline.frame import HEAD, paint_grid, paint_head, paint_titles, paint_today_tag
from ui.timeline.look import Look
from ui.timeline.painter import StripPainter
from ui.timeline.pieces import Axis
from ui.timeline.rows import Chips, RowPainter

TASK, HEADING = 29, 24  # heights
FROZEN, MOST_FROZEN = 440, 0.42  # the left part's width, and its largest share
ZOOMS = (1.0, 1.25, 1.6, 2.0, 2.5, 3.2, 4.0)
_FOLD_ZONE = 26  # pixels at the left of a heading that fold it


class TimelineView(QAbstractScrollArea):
    """Shows entries of a timeline; the current line is told in words by `told`."""

    edit_asked = Signal(object)  # Place of the task's time
    told = Signal(str)
    scale_changed = Signal(object)  # Scale

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._look = theme, Look.of(theme)
        self._timeline = Timeline(0, ())
        self._entries: Sequence[Entry] = ()
        self._chips: Chips = lambda _: ()
        self._folded: set[str] = set()
        self._lines: list[Line] = []
        self._tops = [0]
        self._current = 0
        self._quarter = QUARTERS[0]
        self._scale, self._zoom = CLOSED, 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Tiến độ các nhiệm vụ trong năm")
        self.verticalScrollBar().setSingleStep(theme.px(TASK))
        self.horizontalScrollBar().setSingleStep(theme.px(TASK))

    # What is shown

    def show_entries(self, timeline: Timeline, entries: Sequence[Entry], chips: Chips) -> None:
        """Other rows; the current one stays current where it is still there."""
        key = _key(self._lines[self._current].entry) if self._lines else ""
        self._timeline, self._entries, self._chips = timeline, entries, chips
        self._fill(key)

    def _fill(self, key: str) -> None:
        self._lines = lines(self._entries, self._folded)
        px = self._theme.px
        heights = (px(HEADING if isinstance(li.entry, Heading) else TASK) for li in self._lines)
        self._tops = list(accumulate(heights, initial=0))
        places = (n for n, line in enumerate(self._lines) if _key(line.entry) == key)
        self._set_ranges()
        self._choose(next(places, min(self._current, len(self._lines) - 1)))

    @property
    def scale(self) -> Scale:
        """Which quarters are open."""
        return self._scale

    def set_scale(self, scale: Scale) -> None:
        """Open and close quarters."""
        if scale != self._scale:
            self._scale = scale
            self.viewport().update()
            self.scale_changed.emit(scale)

    @property
    def lines(self) -> Sequence[Line]:
        """What is shown, folded parts left out."""
        return self._lines

    @property
    def current(self) -> int:
        """The place of the current line; -1 where there is none."""
        return self._current if self._lines else -1

    def show_today(self) -> None:
        """Bring today's line into view, with its quarter open."""
        today = self._timeline.today
        if today is None:
            return
        self._quarter = today.month // 3 + 1
        self.set_scale(Scale(self._scale.open | {self._quarter}))
        bar = self.horizontalScrollBar()
        bar.setValue(round(self._axis().x(today.at) - self._strip_width / 2))

    def zoom(self, steps: int, at: float | None = None) -> None:
        """Make the strip wider or narrower; what is at `at` (pixels on the strip) stays there."""
        at = self._strip_width / 2 if at is None else at
        bar = self.horizontalScrollBar()
        share = (bar.value() + at) / self._axis().width
        self._zoom = min(max(self._zoom + steps, 0), len(ZOOMS) - 1)
        self._set_ranges()
        bar.setValue(round(share * self._axis().width - at))
        self.viewport().update()

    # Geometry

    @property
    def frozen_width(self) -> int:
        """The width of the left part."""
        return min(self._theme.px(FROZEN), round(self.viewport().width() * MOST_FROZEN))

    @property
    def _strip_width(self) -> int:
        return max(self.viewport().width() - self.frozen_width, 1)

    @property
    def _head(self) -> int:
        return self._theme.px(HEAD)

    @property
    def _body_height(self) -> int:
        return max(self.viewport().height() - self._head, 0)

    def _axis(self) -> Axis:
        left = self.horizontalScrollBar().value()
        width = self._strip_width * ZOOMS[self._zoom]
        return Axis(self._scale, width, (left, left + self._strip_width))

    def _set_ranges(self) -> None:
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setPageStep(self._body_height)
        vertical.setRange(0, max(self._tops[-1] - self._body_height, 0))
        horizontal.setPageStep(self._strip_width)
        horizontal.setRange(0, round(self._strip_width * (ZOOMS[self._zoom] - 1)))
        self.viewport().update()

    def visible(self) -> range:
        """The lines that are at least in part on the screen."""
        top = self.verticalScrollBar().value()
        first = max(bisect_right(self._tops, top) - 1, 0)
        last = bisect_right(self._tops, top + self._body_height - 1)
        return range(first, min(last, len(self._lines)))

    def line_area(self, place: int) -> QRectF:
        """Where a line is on the viewport, over its whole width."""
        top = self._head + self._tops[place] - self.verticalScrollBar().value()
        height = self._tops[place + 1] - self._tops[place]
        return QRectF(0, top, self.viewport().width(), height)

    def quarter_area(self, number: int) -> QRectF:
        """Where a quarter's head is on the viewport."""
        axis = self._axis()
        head = axis.scale.quarters[number - 1]
        left = self.frozen_width - axis.seen[0] + head.left * axis.width
        return QRectF(left, 0, head.width * axis.width, self._head / 2)

    def _line_at(self, y: float) -> int | None:
        if y < self._head:
            return None
        place = bisect_right(self._tops, y - self._head + self.verticalScrollBar().value()) - 1
        return place if place < len(self._lines) else None

    def _quarter_at(self, point: QPoint) -> int | None:
        if point.x() < self.frozen_width:
            return None
        return next((n for n in QUARTERS if self.quarter_area(n).contains(point.toPointF())), None)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self.paint_frame(painter)
        painter.end()

    def paint_frame(self, painter: QPainter) -> None:
        """All that is on the screen, in one pass over the visible lines."""
        look, axis = self._look, self._axis()
        whole = QRectF(self.viewport().rect())
        split = self.frozen_width
        strip = QRectF(split - axis.seen[0], 0, axis.width, whole.height())
        painter.fillRect(whole, look.colour("base"))
        rows = RowPainter(painter, look, split, self._chips)
        strips = StripPainter(painter, look)
        shown = self.visible()
        for place in shown:
            painter.fillRect(self.line_area(place), self._ground(place))
        painter.setPen(QPen(look.colour("line"), 1))
        for place in shown:
            bottom = self.line_area(place).bottom() - 0.5
            painter.drawLine(0, round(bottom), round(whole.width()), round(bottom))
        painter.save()
        painter.setClipRect(QRectF(split, 0, whole.width() - split, whole.height()))
        if shown:
            bottom = self.line_area(shown[-1]).bottom()
            paint_grid(painter, look, strip.adjusted(0, self._head, 0, bottom - whole.height()), axis)
        self._paint_strips(strips, strip, axis)
        paint_head(painter, look, QRectF(strip.left(), 0, strip.width(), self._head), axis,
                   current=self._quarter if self.hasFocus() else 0)  # fmt: skip
        if self._timeline.today is not None:
            head = QRectF(strip.left(), 0, strip.width(), self._head)
            paint_today_tag(painter, look, head, axis, self._timeline.today)
        painter.restore()
        self._paint_left(rows, shown)
        self._paint_frame_of_current(painter, shown)

    def _ground(self, place: int) -> QColor:
        entry = self._lines[place].entry
        if place == self._current:
            return self._look.colour("sel")
        if isinstance(entry, Heading):
            return self._look.colour("area" if entry.level == 1 else "group")
        return self._look.colour("base")

    def _paint_strips(self, strips: StripPainter, strip: QRectF, axis: Axis) -> None:
        today = self._timeline.today
        at = axis.x(today.at) if today is not None else None
        for place in self.visible():
            line, area = self._lines[place], self.line_area(place)
            if not isinstance(line.entry, Heading):
                own = QRectF(strip.left(), area.top(), strip.width(), area.height())
                strips.row(line.entry, own, axis, self._ground(place), at)
            elif at is not None:
                strips.today_line(strip.left() + at, area.top(), area.bottom())

    def _paint_left(self, rows: RowPainter, shown: range) -> None:
        painter, split = rows.painter, self.frozen_width
        painter.save()
        painter.setClipRect(0, self._head, self.viewport().width(), self._body_height)
        for place in shown:
            line, area = self._lines[place], self.line_area(place)
            if isinstance(line.entry, Heading):
                rows.heading(line, area)
            else:
                rows.row(line.entry, area)
        painter.restore()
        paint_titles(rows, QRectF(0, 0, split, self._head))
        painter.setPen(QPen(self._look.colour("edge"), 1))
        painter.drawLine(split - 1, 0, split - 1, self.viewport().height())
        painter.drawLine(0, self._head - 1, split, self._head - 1)

    def _paint_frame_of_current(self, painter: QPainter, shown: range) -> None:
        if self.hasFocus() and self._current in shown:
            painter.save()
            painter.setClipRect(0, self._head, self.viewport().width(), self._body_height)
            painter.setPen(QPen(self._look.colour("acc"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.line_area(self._current).adjusted(1, 1, -1, -1))
            painter.restore()

    # The current line

    def _choose(self, place: int) -> None:
        """Make a line the current one and show it whole."""
        self._current = min(max(place, 0), max(len(self._lines) - 1, 0))
        if self._lines:
            bar = self.verticalScrollBar()
            top, bottom = self._tops[self._current], self._tops[self._current + 1]
            bar.setValue(min(bar.value(), top))
            bar.setValue(max(bar.value(), bottom - self._body_height))
        self.viewport().update()
        words = self.current_words()
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(
            QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        )
        self.told.emit(words)

    def current_words(self) -> str:
        """The current line in words."""
        return _words(self._lines[self._current]) if self._lines else ""

    def toggle_fold(self, place: int) -> None:
        """Fold or unfold a heading."""
        entry = self._lines[place].entry
        if isinstance(entry, Heading):
            self._folded ^= {entry.key}
            self._fill(entry.key)

    def _ask_to_edit(self, place: int) -> None:
        entry = self._lines[place].entry
        if isinstance(entry, Heading):
            self.toggle_fold(place)
        else:
            self.edit_asked.emit(Place(entry.item.record_id, "time"))

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act(event)
        if act is None:
            event.ignore()
            return
        act()
        event.accept()

    def _act(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What a key does here."""
        key, keys = event.key(), Qt.Key
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            zooms = {keys.Key_Plus: 1, keys.Key_Equal: 1, keys.Key_Minus: -1, keys.Key_0: -99}
            return (lambda: self.zoom(zooms[keys(key)])) if key in zooms else None
        moves = {
            keys.Key_Up: self._current - 1,
            keys.Key_Down: self._current + 1,
            keys.Key_Home: 0,
            keys.Key_End: len(self._lines) - 1,
            keys.Key_PageUp: self._current - self._page,
            keys.Key_PageDown: self._current + self._page,
        }
        if key in moves:
            return lambda: self._choose(moves[keys(key)])
        if key in (keys.Key_Left, keys.Key_Right):
            return lambda: self._choose_quarter(1 if key == keys.Key_Right else -1)
        if key == keys.Key_Space:
            return lambda: self.set_scale(self._scale.toggled(self._quarter))
        if key in (keys.Key_Return, keys.Key_Enter) and self._lines:
            return lambda: self._ask_to_edit(self._current)
        return None

    @property
    def _page(self) -> int:
        return max(self._body_height // self._theme.px(TASK) - 1, 1)

    def _choose_quarter(self, step: int) -> None:
        self._quarter = min(max(self._quarter + step, QUARTERS[0]), QUARTERS[-1])
        head, axis = self._scale.quarters[self._quarter - 1], self._axis()
        bar = self.horizontalScrollBar()
        bar.setValue(max(bar.value(), round((head.left + head.width) * axis.width) - self._strip_width))
        bar.setValue(min(bar.value(), round(head.left * axis.width)))
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        quarter, place = self._quarter_at(point), self._line_at(point.y())
        if quarter is not None:
            self._quarter = quarter
            self.set_scale(self._scale.toggled(quarter))
        elif place is not None:
            self._choose(place)
            if point.x() < self._theme.px(_FOLD_ZONE):
                self.toggle_fold(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        place = self._line_at(point.y())
        if place is not None and point.x() >= self._theme.px(_FOLD_ZONE):
            self._ask_to_edit(place)
        else:
            self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(
                1 if event.angleDelta().y() > 0 else -1, event.position().x() - self.frozen_width
            )
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_ranges()
        super().resizeEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._line_at(event.pos().y())
            words = _words(self._lines[place]) if place is not None else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return bool(super().viewportEvent(event))


def _key(entry: Entry) -> str:
    return entry.key if isinstance(entry, Heading) else entry.item.record_id


def _words(line: Line) -> str:
    if isinstance(line.entry, Heading):
        return " · ".join(filter(None, (line.entry.text, line.summary)))
    return row_words(line.entry)
