"""How cells are drawn in every grid: wrapped words, unit chips, the line of a doubt, heading rows.

Each piece has a height for a width and a way to paint it, so that rows grow with their words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QPixmap

from ui.theme import SMALL, Theme

SIDE, EDGE = 7, 4  # padding of a cell in pixels at 100 %: left and right, above and below
LEAD, COORDINATING, GROUP, UNKNOWN = "lead", "coordinating", "group", "unknown"  # looks of chips
_WRAP = Qt.TextFlag.TextWordWrap
_TALLEST = 100_000  # pixels: no cell is cut while it is measured


@dataclass(frozen=True, slots=True)
class Chip:
    """A unit in a cell: the words shown and how they are shown."""

    words: str
    look: str


class CellArt:
    """Draws and measures with one theme."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.body, self.bold = theme.font(), theme.font(bold=True)
        self.small, self.small_bold = theme.font(SMALL), theme.font(SMALL, bold=True)
        self.side, self.edge = theme.px(SIDE), theme.px(EDGE)
        self.line_height = theme.px(18)
        self.chip_height = theme.px(20)
        self.chip_step = theme.px(22)
        self._metrics = QFontMetrics(self.body)
        self._small_metrics = QFontMetrics(self.small)
        self._chip_metrics = {
            LEAD: QFontMetrics(self.small_bold),
            COORDINATING: self._small_metrics,
            GROUP: self._small_metrics,
            UNKNOWN: self._small_metrics,
        }
        self.text_height = lru_cache(maxsize=1 << 16)(self._text_height)
        self.wrap = lru_cache(maxsize=1 << 16)(self._wrap)
        self.chip_width = lru_cache(maxsize=1 << 12)(self._chip_width)
        self._chip_picture = lru_cache(maxsize=1 << 10)(self._drawn_chip)

    @cached_property
    def selected(self) -> "CellArt":
        """What draws on the ground of a selection."""
        return self if self.theme.selected is self.theme else CellArt(self.theme.selected)

    # Words

    def _text_height(self, text: str, width: int, *, small: bool = False) -> int:
        """The height of wrapped words in a text column of that width, in pixels."""
        if not text:
            return self.line_height
        return max(self._measured(text, width, small=small).height(), self.line_height)

    def _measured(self, text: str, width: int, *, small: bool = False) -> QRect:
        """The box that wrapped words fill."""
        room = QRect(0, 0, max(width, 1), _TALLEST)
        metrics = self._small_metrics if small else self._metrics
        return metrics.boundingRect(room, self.wrap(text, width), text)

    def _wrap(self, text: str, width: int) -> Qt.TextFlag:
        """Lines end between words; anywhere, where one word alone is wider than the column."""
        longest = max(text.split(), key=len, default="")
        fits = self._metrics.horizontalAdvance(longest) <= width
        return _WRAP if fits else _WRAP | Qt.TextFlag.TextWrapAnywhere

    def paint_text(
        self,
        painter: QPainter,
        box: QRect,
        text: str,
        role: str = "text",
        font: QFont | None = None,
    ) -> None:
        """Wrapped words from the top left of the box, cut at its foot."""
        painter.setFont(font or self.body)
        painter.setPen(self.theme.colour(role))
        painter.drawText(box, self.wrap(text, box.width()), text)

    # The line of a doubt

    def mark_height(self, mark: str) -> int:
        """What the line adds to a cell; 0 without one."""
        return self.line_height if mark else 0

    def paint_mark(self, painter: QPainter, box: QRect, mark: str) -> None:
        """A triangle and why the words over it are doubtful, in the first line of the box."""
        size = self.theme.px(13)
        top = box.top() + (self.line_height - size) // 2
        picture = self.theme.pixmap(
            "triangle-alert", "amb", 13, painter.device().devicePixelRatioF()
        )
        painter.drawPixmap(box.left(), top, picture)
        rest = box.adjusted(size + self.theme.px(3), 0, 0, 0)
        rest.setHeight(self.line_height)
        painter.setFont(self.small)
        painter.setPen(self.theme.colour("amb"))
        words = self._small_metrics.elidedText(mark, Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, words)

    def paint_dotted_underline(self, painter: QPainter, box: QRect, text: str) -> None:
        """Dots under doubtful words, at the foot of their last line."""
        shown = self._measured(text, box.width())
        y = box.top() + shown.height() + 0.5
        pen = QPen(self.theme.colour("ambm"), self.theme.px(2), Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(box.left(), y), QPointF(box.left() + shown.width(), y))

    # Chips

    def chips_height(self, chips: Sequence[Chip], width: int) -> int:
        """The height of chips that wrap in a column of that width."""
        places = self._chip_places(chips, width)
        return (places[-1].bottom() + 1 + self.theme.px(2)) if places else self.line_height

    def _chip_places(self, chips: Sequence[Chip], width: int) -> list[QRect]:
        places: list[QRect] = []
        x = y = 0
        gap = self.theme.px(6)
        for chip in chips:
            wide = min(self.chip_width(chip), width)
            if x and x + wide > width:
                x, y = 0, y + self.chip_step
            places.append(QRect(x, y, wide, self.chip_height))
            x += wide + gap
        return places

    def _chip_width(self, chip: Chip) -> int:
        """How wide a chip is when it is not cut; called as `chip_width`."""
        icon = self.theme.px(16) if chip.look == GROUP else 0
        words = self._chip_metrics[chip.look].horizontalAdvance(chip.words)
        return words + icon + self.theme.px(16)

    def paint_chips(self, painter: QPainter, box: QRect, chips: Sequence[Chip]) -> None:
        """Chips from the top left of the box."""
        for chip, place in zip(chips, self._chip_places(chips, box.width()), strict=True):
            self.paint_chip(painter, place.translated(box.topLeft()), chip)

    def paint_chip(self, painter: QPainter, box: QRect, chip: Chip) -> None:
        """One chip, cut where the box is narrower."""
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(box.topLeft(), self._chip_picture(chip, box.width(), ratio))

    def _drawn_chip(self, chip: Chip, width: int, ratio: float) -> QPixmap:
        """A chip as a picture: plans name few units, each in many rows."""
        box = QRect(0, 0, width, self.chip_height)
        picture = QPixmap(box.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self._draw_chip(painter, box, chip)
        painter.end()
        return picture

    def _draw_chip(self, painter: QPainter, box: QRect, chip: Chip) -> None:
        theme = self.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = theme.px(3)
        words = box.adjusted(theme.px(8), 0, -theme.px(6), 0)
        if chip.look == LEAD:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("tint"))
            painter.drawRoundedRect(edge, radius, radius)
            painter.fillRect(
                QRect(box.topLeft(), box.bottomLeft()).adjusted(0, 0, theme.px(3) - 1, 0),
                theme.colour("acc"),
            )
            role = "tintfg"
        else:
            unknown = chip.look == UNKNOWN
            style = Qt.PenStyle.DashLine if unknown else Qt.PenStyle.SolidLine
            painter.setPen(QPen(theme.colour("ambm" if unknown else "edge"), 1, style))
            painter.setBrush(theme.colour("ambt") if unknown else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(edge, radius, radius)
            role = "amb" if unknown else "text2"
        if chip.look == GROUP:
            picture = theme.pixmap("users", "text2", 12, painter.device().devicePixelRatioF())
            painter.drawPixmap(words.left(), box.top() + theme.px(4), picture)
            words.adjust(theme.px(16), 0, 0, 0)
        painter.setFont(self.small_bold if chip.look == LEAD else self.small)
        painter.setPen(theme.colour(role))
        text = chip.words
        if box.width() < self.chip_width(chip):
            text = self._chip_metrics[chip.look].elidedText(
                text, Qt.TextElideMode.ElideRight, words.width() + theme.px(2)
            )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)

    # Rows that head others

    def heading_height(self, text: str, width: int, *, inner: bool) -> int:
        """The height of an area's or a group's (`inner`) row."""
        metrics = QFontMetrics(self.bold)
        words = metrics.boundingRect(QRect(0, 0, max(width, 1), _TALLEST), _WRAP, text)
        least = self.theme.px(26 if inner else 27)
        return max(least, words.height() + self.edge * 2)

    def paint_heading(
        self, painter: QPainter, box: QRect, text: str, *, inner: bool, folded: bool, note: str = ""
    ) -> None:
        """The row's fold mark, words, and a note at its right."""
        theme = self.theme
        left = box.left() + theme.px(22 if inner else 7)
        size = theme.px(14)
        picture = theme.pixmap(
            "chevron-right" if folded else "chevron-down",
            "text2",
            14,
            painter.device().devicePixelRatioF(),
        )
        top = box.top() + (theme.px(26) - size) // 2
        painter.drawPixmap(left, top, picture)
        words = box.adjusted(left - box.left() + size + theme.px(4), self.edge, -self.side, 0)
        if note:
            painter.setFont(self.small)
            painter.setPen(theme.colour("text2"))
            painter.drawText(words, Qt.AlignmentFlag.AlignRight, note)
            words.adjust(0, 0, -self._small_metrics.horizontalAdvance(note) - self.side, 0)
        self.paint_text(painter, words, text, font=self.bold)

    def heading_words_width(self, width: int, note: str, *, inner: bool) -> int:
        """The room for a heading's words in a row of that width."""
        taken = self.theme.px(22 if inner else 7) + self.theme.px(18) + self.side
        noted = self._small_metrics.horizontalAdvance(note) + self.side if note else 0
        return width - taken - noted

    def paint_focus(self, painter: QPainter, box: QRect) -> None:
        """The frame of the current cell."""
        width = self.theme.px(2)
        pen = QPen(self.theme.colour("acc"), width)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = width // 2
        painter.drawRect(box.adjusted(inset, inset, -inset - width % 2, -inset - width % 2))
