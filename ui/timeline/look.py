"""Colours, fonts and lengths of the timeline: as on the screen, or black on white for paper."""

from collections.abc import Callable
from functools import cache, lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from ui.theme import BODY, SMALL, Theme

_REMEMBERED = 4096  # texts whose width is known: those of many screens
_GREYS = {  # what is not named here is black
    "base": "#FFFFFF",
    "accfg": "#FFFFFF",
    "tint": "#FFFFFF",
    "redt": "#FFFFFF",
    "ambt": "#FFFFFF",
    "area": "#E4E4E4",
    "group": "#F2F2F2",
    "head": "#E4E4E4",
    "band": "#EFEFEF",
    "line": "#C4C4C4",
    "edge": "#6A6A6A",
    "text2": "#333333",
}


class Look:
    """`unit`: pixels of what is a pixel at 100 %; `printed`: texts stand in full, as typed."""

    def __init__(
        self,
        colour: Callable[[str], QColor],
        font: Callable[[int, bool], QFont],
        unit: float = 1.0,
        *,
        printed: bool = False,
    ) -> None:
        self.colour = cache(colour)
        self.font = cache(font)
        self.unit = unit
        self.printed = printed
        self._metrics = cache(lambda size, bold: QFontMetricsF(self.font(size, bold)))
        self._width = lru_cache(_REMEMBERED)(self._measured)
        self.cut = lru_cache(_REMEMBERED)(self._cut)

    @classmethod
    def of(cls, theme: Theme) -> "Look":
        """The look of the window."""
        return cls(theme.colour, lambda size, bold: theme.font(size, bold=bold), theme.scale / 100)

    @classmethod
    def on_paper(cls, family: str) -> "Look":
        """Black on white in a font with serifs; a unit is a pixel of 1/96 inch."""

        def font(size: int, bold: bool) -> QFont:
            made = QFont(family)
            made.setPixelSize(size + 1)  # serifs need more than the window's letters
            made.setBold(bold)
            made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            return made

        return cls(lambda role: QColor(_GREYS.get(role, "#000000")), font, printed=True)

    def u(self, pixels: float) -> float:
        """A length given for 100 %."""
        return pixels * self.unit

    def metrics(self, size: int = BODY, *, bold: bool = False) -> QFontMetricsF:
        """What the font of a size measures."""
        return self._metrics(size, bold)

    def width(self, words: str, *, bold: bool = False) -> float:
        """The width of words on the strip."""
        return self._width(words, bold)

    def _measured(self, words: str, bold: bool) -> float:
        return self.metrics(SMALL, bold=bold).horizontalAdvance(words)

    def _cut(self, words: str, size: int, bold: bool, width: float) -> str:
        """One line of the words, cut where it is wider than the room; called as `cut`."""
        metrics = self.metrics(size, bold=bold)
        if len(words) * metrics.height() < width:  # no letter is wider than a line is high
            return words
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)

    def wrapped(self, words: str, size: int, bold: bool, width: float) -> list[str]:
        """The words in lines that fit a room, cut anywhere where a word is wider."""
        found = []
        for paragraph in words.split("\n"):
            layout = QTextLayout(paragraph, self.font(size, bold))
            option = QTextOption()
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            layout.setTextOption(option)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(width)
                found.append(paragraph[line.textStart() : line.textStart() + line.textLength()])
            layout.endLayout()
        return [line.rstrip() for line in found]

    def write(
        self, painter: QPainter, room: QRectF, words: str, size: int, role: str, *, bold: bool
    ) -> None:
        """One line of words at the left of a room, in the middle of its height."""
        metrics = self.metrics(size, bold=bold)
        base = room.center().y() + (metrics.ascent() - metrics.descent()) / 2
        painter.setPen(self.colour(role))
        painter.setFont(self.font(size, bold))
        painter.drawText(QPointF(room.left(), base if self.printed else round(base)), words)
