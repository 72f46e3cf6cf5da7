"""Words of which some have come or gone: underlined green, or struck through red."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption

from cchc_desktop.domain.difference import Places
from ui.widgets.cells import CellArt

_LINE_END = "\u2028"  # Qt's own within one layout


class ChangedWords:
    """Measures and paints with one look."""

    def __init__(self, art: CellArt) -> None:
        self._art = art
        theme = art.theme
        self._come, self._gone = QTextCharFormat(), QTextCharFormat()
        self._come.setBackground(theme.colour("grnt"))
        self._come.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        self._come.setUnderlineColor(theme.colour("grn"))
        self._gone.setForeground(theme.colour("red"))
        self._gone.setFontStrikeOut(True)
        self.layout = lru_cache(maxsize=1 << 10)(self._layout)

    def height(self, text: str, width: int) -> int:
        """The height of the words in a column of that width, in pixels."""
        if not text:
            return self._art.line_height
        lines = self.layout(text, width, (), True).lineCount()
        return lines * self._art.line_height

    def paint(
        self, painter: QPainter, box: QRect, text: str, places: Places, *, came: bool
    ) -> None:
        """The words from the top left of the box; `places` are those that came, or went."""
        painter.setPen(QPen(self._art.theme.colour("text")))
        self.layout(text, box.width(), places, came).draw(painter, QPointF(box.topLeft()))

    def _layout(self, text: str, width: int, places: Places, came: bool) -> QTextLayout:
        layout = QTextLayout(text.replace("\n", _LINE_END), self._art.body)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        ranges = []
        for start, end in places:
            stretch = QTextLayout.FormatRange()
            stretch.start, stretch.length = _units(text[:start]), _units(text[start:end])
            stretch.format = self._come if came else self._gone
            ranges.append(stretch)
        layout.setFormats(ranges)
        layout.beginLayout()
        top = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, top + (self._art.line_height - line.height()) / 2))
            top += self._art.line_height
        layout.endLayout()
        return layout


def _units(text: str) -> int:
    """How long a text is for Qt, which counts in UTF-16."""
    return len(text.encode("utf-16-le")) // 2
