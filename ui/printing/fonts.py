"""The font that pages are set in, and how wide words are in it."""

from collections.abc import Callable

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QTextLayout, QTextOption

_MEASURED = 1000  # the size in pixels at which words are measured: widths in 1/1000 em
_LIKE_TIMES = ("Liberation Serif", "Tinos", "Nimbus Roman", "DejaVu Serif")


def family(wanted: str) -> str:
    """The installed font to use for the wanted one: it must have the Vietnamese letters."""
    vietnamese = QFontDatabase.families(QFontDatabase.WritingSystem.Vietnamese)
    return next((name for name in (wanted, *_LIKE_TIMES) if name in vietnamese), wanted)


def face(name: str, size: float, *, bold: bool, italic: bool, spacing: float = 0) -> QFont:
    """A face whose letters stand as designed, wherever it is painted; `size` in points where one
    unit of the painter is one point.
    """
    font = QFont(name)
    font.setPixelSize(round(size))
    font.setBold(bold)
    font.setItalic(italic)
    font.setWordSpacing(spacing)
    font.setKerning(False)  # as Word sets it, and so that a line is as wide as its words
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


class WordWidths(dict[str, float]):
    """Widths by word in 1/1000 em; the words of plans repeat."""

    def __init__(self, font: QFont) -> None:
        super().__init__()
        self.font = font
        self._width_of: Callable[[str], float] = QFontMetricsF(font).horizontalAdvance

    def __missing__(self, word: str) -> float:
        width = self[word] = self._width_of(word)
        return width

    def broken(self, word: str, limit: float) -> list[str]:
        """A word in pieces that fit: where its script or its marks allow it, else anywhere."""
        layout = QTextLayout(word, self.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        pieces = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(limit, _MEASURED))
            start = line.textStart()
            pieces.append((start, start + line.textLength()))
        layout.endLayout()
        units = word.encode("utf-16-le")  # Qt counts in these
        return [units[2 * a : 2 * b].decode("utf-16-le", "ignore") for a, b in pieces]


class Fonts:
    """The faces of one family, each measured once."""

    def __init__(self, wanted: str) -> None:
        self.family = family(wanted)
        self._widths: dict[tuple[bool, bool], WordWidths] = {}

    def widths(self, *, bold: bool, italic: bool) -> WordWidths:
        """The widths of words in a face."""
        key = bold, italic
        if key not in self._widths:
            font = face(self.family, _MEASURED, bold=bold, italic=italic)
            self._widths[key] = WordWidths(font)
        return self._widths[key]


def points(width: float, size: float) -> float:
    """A measured width as points at a size."""
    return width * size / _MEASURED


def measure(width: float, size: float) -> float:
    """Points at a size as a measured width."""
    return width * _MEASURED / size
