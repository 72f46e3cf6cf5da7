"""Words of which some have come or gone: underlined green, or struck through red."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QFont, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption

from cchc_desktop.domain.difference import Places
from ui.widgets.cells import CellArt

_LINE_END = "\u2028"  # Qt's own within one layout


class ChangedWords:
    """Measures and paints with one look: that of cells, or another font with lines of that height;
    `indent` is that of the first line.
    """

    def __init__(
        self, art: CellArt, font: QFont | None = None, line_height: int = 0, indent: int = 0
    ) -> None:
        theme, self.art = art.theme, art
        self._font, self._indent = font or art.body, indent
        self._line_height = line_height or art.line_height
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
            return self._line_height
        return self.layout(text, width, (), ()).lineCount() * self._line_height

    def paint(
        self, painter: QPainter, box: QRect, text: str, places: Places, *, came: bool
    ) -> None:
        """The words from the top left of the box; `places` are those that came, or went."""
        gone, come = ((), places) if came else (places, ())
        self.paint_woven(painter, box, text, gone, come)

    def paint_woven(
        self, painter: QPainter, box: QRect, text: str, gone: Places, come: Places
    ) -> None:
        """Words of which some went and some came."""
        painter.setPen(QPen(self.art.theme.colour("text")))
        self.layout(text, box.width(), gone, come).draw(painter, QPointF(box.topLeft()))

    def _layout(self, text: str, width: int, gone: Places, come: Places) -> QTextLayout:
        layout = QTextLayout(text.replace("\n", _LINE_END), self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        ranges = []
        for places, look in ((gone, self._gone), (come, self._come)):
            for start, end in places:
                stretch = QTextLayout.FormatRange()
                stretch.start, stretch.length = _units(text[:start]), _units(text[start:end])
                stretch.format = look
                ranges.append(stretch)
        layout.setFormats(ranges)
        layout.beginLayout()
        top = 0
        while (line := layout.createLine()).isValid():
            left = 0 if top else self._indent
            line.setLineWidth(max(width - left, 1))
            line.setPosition(QPointF(left, top + (self._line_height - line.height()) / 2))
            top += self._line_height
        layout.endLayout()
        return layout


def _units(text: str) -> int:
    """How long a text is for Qt, which counts in UTF-16."""
    return len(text.encode("utf-16-le")) // 2
