"""The source as it was read, drawn and not edited; the rows in question are marked."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea

from cchc_desktop.office.grid import SourceBlock
from ui.review.source_layout import WRAP, SourceLayout, Strip
from ui.theme import Theme

_CHUNK = 100  # strips measured at a time while nothing else happens
_MARGIN = 12


class SourceView(QAbstractScrollArea):
    """Paints paragraphs and tables; only what is in sight is measured first."""

    def __init__(self, blocks: Sequence[tuple[SourceBlock, int | None]], theme: Theme) -> None:
        super().__init__()
        self.theme, self._blocks = theme, blocks
        self.marked: frozenset[int] = frozenset()
        self.laid_out = SourceLayout((), theme, 0)  # until there is a width
        self._next = 0
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._measure_some)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Văn bản gốc")
        self.verticalScrollBar().setSingleStep(theme.px(36))
        self.viewport().setAutoFillBackground(False)

    def mark(self, rows: Iterable[int]) -> None:
        """Mark rows of the source, as `Doubt.row` counts them, and bring the first into sight."""
        self.marked = frozenset(rows)
        self._show_marked()
        self.viewport().update()

    def _show_marked(self) -> None:
        places = sorted(self.laid_out.rows[row] for row in self.marked if row in self.laid_out.rows)
        if not places:
            return
        texts = (cell.text for place in places for cell in self.laid_out.strips[place].cells)
        self.setAccessibleDescription(" | ".join(filter(None, texts)))
        place = places[0]
        first = max(place - 30, 0)
        self.laid_out.measure(range(first, min(place + 30, len(self.laid_out.strips))))
        self._set_range()
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top, bottom = self.laid_out.top(place), self.laid_out.top(place + 1)
        if top < bar.value() + height // 6 or bottom > bar.value() + height * 5 // 6:
            bar.setValue(top - height // 3)

    # Sizes

    def resizeEvent(self, event: QResizeEvent) -> None:
        width = self.viewport().width() - 2 * self.theme.px(_MARGIN)
        if width != self.laid_out.width:
            self.laid_out = SourceLayout(self._blocks, self.theme, width)
            self._next = 0
            self._idle.start()
        self._set_range()
        self._show_marked()

    def _set_range(self) -> None:
        height = self.viewport().height()
        total = self.laid_out.height + 2 * self.theme.px(_MARGIN)
        self.verticalScrollBar().setRange(0, max(total - height, 0))
        self.verticalScrollBar().setPageStep(height)

    def _measure_some(self) -> None:
        """Make more heights exact; what is in sight stays where it is."""
        bar, count = self.verticalScrollBar(), len(self.laid_out.strips)
        if not count:
            self._idle.stop()
            return
        place = self.laid_out.at(bar.value())
        offset = bar.value() - self.laid_out.top(place)
        changed = self.laid_out.measure(range(self._next, min(self._next + _CHUNK, count)))
        self._next += _CHUNK
        if changed:
            self._set_range()
            bar.setValue(self.laid_out.top(place) + offset)
            self.viewport().update()
        if self._next >= count:
            self._idle.stop()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self.theme.colour("base"))
        layout, count = self.laid_out, len(self.laid_out.strips)
        if not count:
            return
        margin, offset = self.theme.px(_MARGIN), self.verticalScrollBar().value()
        first = layout.at(offset - margin)
        last = first
        while last < count and layout.top(last) < offset + self.viewport().height():
            last += 1
        if layout.measure(range(first, last)):
            self._set_range()
        painter.translate(margin, margin - offset)
        begun = first - layout.strips[first].over  # a tall cell is drawn from where it begins
        for place in range(begun, last):
            self._paint_strip(painter, place)

    def _paint_strip(self, painter: QPainter, place: int) -> None:
        layout, strip = self.laid_out, self.laid_out.strips[place]
        top = layout.top(place)
        if strip.paragraph is not None:
            self._paint_paragraph(painter, strip, top)
            return
        marked = strip.row in self.marked
        theme = self.theme.selected if marked else self.theme
        for cell in strip.cells:
            bottom = layout.top(place + cell.rows)
            box = QRect(cell.left, top, cell.width, bottom - top)
            if marked:
                ground = QRect(cell.left, top, cell.width, layout.top(place + 1) - top)
                painter.fillRect(ground, theme.colour("ambt"))
            painter.setPen(theme.colour("edge"))
            painter.drawRect(box)
            painter.setFont(layout.fonts[cell.bold])
            painter.setPen(theme.colour("text"))
            inside = box.adjusted(layout.side, layout.edge, -layout.side, -layout.edge)
            painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | WRAP, cell.text)

    def _paint_paragraph(self, painter: QPainter, strip: Strip, top: int) -> None:
        paragraph = strip.paragraph
        assert paragraph is not None
        align = Qt.AlignmentFlag.AlignHCenter if paragraph.centred else Qt.AlignmentFlag.AlignLeft
        painter.setFont(self.laid_out.fonts[paragraph.bold])
        painter.setPen(self.theme.colour("text"))
        box = QRect(0, top, self.laid_out.width, strip.height)
        painter.drawText(box, align | WRAP, paragraph.full_text)
