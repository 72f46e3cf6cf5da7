"""The timeline as a widget: keys, mouse, scrolling, folding; `screen.py` knows the places."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from cchc_desktop.domain.finding import Place
from cchc_desktop.domain.timeline import Heading, Timeline
from cchc_desktop.domain.timeline_lines import Entry, Line, lines
from cchc_desktop.domain.timeline_scale import QUARTERS, Scale
from cchc_desktop.domain.timeline_words import row_words
from ui.theme import Theme
from ui.timeline.look import Look
from ui.timeline.rows import Chips
from ui.timeline.screen import TASK, Screen
from ui.widgets.cells import CellArt
from ui.widgets.controls import tip_words

ZOOMS = (1.0, 1.25, 1.6, 2.0, 2.5, 3.2, 4.0)
_FOLD_ZONE = 26  # pixels at the left of a heading that fold it


class TimelineView(QAbstractScrollArea):
    """Shows entries of a timeline; the current line is told in words by `told`."""

    edit_asked = Signal(object)  # Place of the task's time
    told = Signal(str)
    scale_changed = Signal(object)  # Scale

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.shown = Screen(Look.of(theme), CellArt(theme))
        self._entries: Sequence[Entry] = ()
        self._folded: set[str] = set()
        self._zoom = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Tiến độ các nhiệm vụ trong năm")
        self.verticalScrollBar().setSingleStep(theme.px(TASK))
        self.horizontalScrollBar().setSingleStep(theme.px(TASK))

    # What is shown

    def show_entries(self, timeline: Timeline, entries: Sequence[Entry], chips: Chips) -> None:
        """Other rows; the current one stays current where it is still there."""
        self.shown.timeline, self.shown.chips, self._entries = timeline, chips, entries
        self._fill()

    def _fill(self) -> None:
        shown = self.shown
        key = _key(shown.lines[shown.current]) if shown.lines else ""
        shown.show_lines(lines(self._entries, self._folded))
        places = (place for place, line in enumerate(shown.lines) if _key(line) == key)
        self._set_ranges()
        self.choose(next(places, shown.current))

    @property
    def scale(self) -> Scale:
        """Which quarters are open."""
        return self.shown.scale

    def set_scale(self, scale: Scale) -> None:
        """Open and close quarters."""
        if scale != self.scale:
            self.shown.scale = scale
            self.viewport().update()
            self.scale_changed.emit(scale)

    def show_today(self) -> None:
        """Bring today's line into view, with its quarter open."""
        today = self.shown.timeline.today
        if today is not None:
            self.shown.quarter = today.month // 3 + 1
            self.set_scale(Scale(self.scale.open | {self.shown.quarter}))
            at = self.shown.axis.x(today.at)
            self.horizontalScrollBar().setValue(round(at - self.shown.strip / 2))

    def zoom(self, steps: int, at: float | None = None) -> None:
        """Make the strip wider or narrower; what is at `at` (pixels on the strip) stays there."""
        at = self.shown.strip / 2 if at is None else at
        share = (self.shown.left + at) / self.shown.axis.width
        self._zoom = min(max(self._zoom + steps, 0), len(ZOOMS) - 1)
        self.shown.zoom = ZOOMS[self._zoom]
        self._set_ranges()
        self.horizontalScrollBar().setValue(round(share * self.shown.axis.width - at))

    def _set_ranges(self) -> None:
        shown, viewport = self.shown, self.viewport()
        shown.width, shown.height = viewport.width(), viewport.height()
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setPageStep(shown.body)
        vertical.setRange(0, max(shown.total - shown.body, 0))
        horizontal.setPageStep(shown.strip)
        horizontal.setRange(0, round(shown.strip * (shown.zoom - 1)))
        viewport.update()

    def paint_frame(self, painter: QPainter) -> None:
        """All that is on the screen."""
        self.shown.paint(painter, self.shown.whole)

    # The current line

    def choose(self, place: int) -> None:
        """Make a line the current one and show it whole."""
        shown = self.shown
        self._update_current()
        shown.current = min(max(place, 0), max(len(shown.lines) - 1, 0))
        if shown.lines:
            bar = self.verticalScrollBar()
            top, bottom = shown.extent(shown.current)
            bar.setValue(min(bar.value(), top))
            bar.setValue(max(bar.value(), bottom - shown.body))
        self._update_current()
        words = _words(shown.lines[shown.current]) if shown.lines else ""
        self.setAccessibleDescription(words)
        changed = QAccessible.Event.DescriptionChanged
        QAccessible.updateAccessibility(QAccessibleEvent(self, changed))
        self.told.emit(words)

    @property
    def current_task(self) -> str:
        """The id of the current line's task; "" on a heading."""
        entry = self.shown.lines[self.shown.current].entry if self.shown.lines else None
        return "" if entry is None or isinstance(entry, Heading) else entry.item.record_id

    def _update_current(self) -> None:
        if self.shown.current < len(self.shown.lines):
            area = self.shown.line_area(self.shown.current)
            self.viewport().update(area.toAlignedRect())

    def activate(self, place: int) -> None:
        """Fold or unfold a heading; ask to edit a task's time."""
        entry = self.shown.lines[place].entry
        if isinstance(entry, Heading):
            self._folded ^= {entry.key}
            self._fill()
        else:
            self.edit_asked.emit(Place(entry.item.record_id, "time"))

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act(event)
        event.setAccepted(act is not None)
        if act is not None:
            act()

    def _act(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What a key does here."""
        key, keys, shown = event.key(), Qt.Key, self.shown
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            out = -len(ZOOMS)
            zooms = {keys.Key_Plus: 1, keys.Key_Equal: 1, keys.Key_Minus: -1, keys.Key_0: out}
            return (lambda: self.zoom(zooms[keys(key)])) if key in zooms else None
        page = max(shown.body // self._theme.px(TASK) - 1, 1)
        moves = {
            keys.Key_Up: shown.current - 1,
            keys.Key_Down: shown.current + 1,
            keys.Key_Home: 0,
            keys.Key_End: len(shown.lines) - 1,
            keys.Key_PageUp: shown.current - page,
            keys.Key_PageDown: shown.current + page,
        }
        if key in moves:
            return lambda: self.choose(moves[keys(key)])
        if key in (keys.Key_Left, keys.Key_Right):
            return lambda: self._choose_quarter(
                shown.quarter + (1 if key == keys.Key_Right else -1)
            )
        if key == keys.Key_Space:
            return lambda: self.set_scale(self.scale.toggled(shown.quarter))
        if key in (keys.Key_Return, keys.Key_Enter) and shown.lines:
            return lambda: self.activate(shown.current)
        return None

    def _choose_quarter(self, number: int) -> None:
        """Make a quarter the one that Space opens, and show its head."""
        shown, bar = self.shown, self.horizontalScrollBar()
        shown.quarter = min(max(number, QUARTERS[0]), QUARTERS[-1])
        area = shown.quarter_area(shown.quarter)
        bar.setValue(round(max(bar.value(), bar.value() + area.right() - shown.width)))
        area = shown.quarter_area(shown.quarter)
        bar.setValue(round(min(bar.value(), bar.value() + area.left() - shown.frozen)))
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        quarter, place = self.shown.quarter_at(point), self.shown.line_at(point)
        if quarter is not None:
            self.shown.quarter = quarter
            self.set_scale(self.scale.toggled(quarter))
        elif place is not None:
            self.choose(place)
            heading = isinstance(self.shown.lines[place].entry, Heading)
            if heading and point.x() < self._theme.px(_FOLD_ZONE):
                self.activate(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self.shown.line_at(event.position().toPoint())
        words = _words(self.shown.lines[place]) if place is not None else ""
        self.viewport().setToolTip(tip_words(words))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        place = self.shown.line_at(point)
        if place is not None and point.x() >= self._theme.px(_FOLD_ZONE):
            self.activate(place)
        else:  # a second click on what opens and folds
            self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            step = 1 if event.angleDelta().y() > 0 else -1
            self.zoom(step, event.position().x() - self.shown.frozen)
            event.accept()
        else:
            super().wheelEvent(event)

    # Events of the widget

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self.shown.paint(painter, event.rect().toRectF())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_ranges()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        shown = self.shown
        shown.left, shown.top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        if dx:  # words keep to what is seen of the strip, so that all of it changes
            self.viewport().update()
        else:
            self.viewport().scroll(0, dy, QRect(0, shown.head, shown.width, shown.body))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._show_focus(True)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._show_focus(False)
        super().focusOutEvent(event)

    def _show_focus(self, focused: bool) -> None:
        self.shown.focused = focused
        self.viewport().update()


def _key(line: Line) -> str:
    return line.entry.key if isinstance(line.entry, Heading) else line.entry.item.record_id


def _words(line: Line) -> str:
    if isinstance(line.entry, Heading):
        return " · ".join(filter(None, (line.entry.text, line.summary)))
    return row_words(line.entry)
