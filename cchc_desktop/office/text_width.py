"""How wide a text is in Times New Roman, and over how many lines it falls: what rules, columns and
row heights are computed from. The widths are those of Liberation Serif 2, which has its metrics.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache, partial
from typing import Literal

import resources

Face = Literal["regular", "bold", "italic"]
# of Times New Roman, times its size: a line at single spacing, and from its top to the baseline
LINE_HEIGHT = 1.15
ASCENT = 0.891
_UNKNOWN = 1024  # width of a character that the table lacks: half an em


def face_of(*, bold: bool, italic: bool) -> Face:
    """The face that a text is measured in; of bold italics the wider one."""
    return "bold" if bold else "italic" if italic else "regular"


class _CharWidths(dict[str, int]):
    """Advance widths by character, in 1/2048 em."""

    def __missing__(self, char: str) -> int:
        self[char] = _UNKNOWN
        return _UNKNOWN


class _WordWidths(dict[str, int]):
    """Widths by word, in 1/2048 em; the words of plans repeat."""

    def __init__(self, characters: _CharWidths) -> None:
        super().__init__()
        self.width_of = characters.__getitem__

    def __missing__(self, word: str) -> int:
        width = self[word] = sum(map(self.width_of, word))
        return width


@cache
def _characters(face: Face) -> _CharWidths:
    table = json.loads(resources.text("styles/times_widths.json"))
    return _CharWidths(
        (char, int(width)) for width, characters in table[face].items() for char in characters
    )


@cache
def _words(face: Face) -> _WordWidths:
    return _WordWidths(_characters(face))


def text_width(text: str, size: float, face: Face = "regular") -> float:
    """The width of one line of text in points; `size` in points."""
    return sum(map(_characters(face).__getitem__, text)) * size / 2048


def widest(words: Iterable[str], size: float, face: Face = "regular") -> float:
    """The width of the widest word in points; 0 where there is none."""
    return max(map(_words(face).__getitem__, words), default=0) * size / 2048


def wrapped_lines(text: str, width: float, size: float, face: Face = "regular") -> list[str]:
    """The lines into which a text falls in a column of that width in points, broken at blanks and
    "\\n"; a word wider than the column is broken where it must be. At least one line.
    """
    limit = _limit(width, size)
    return [line for part in text.split("\n") for line in _filled(part, limit, face)]


@lru_cache(maxsize=1 << 14)
def line_count(text: str, width: float, size: float, face: Face = "regular") -> int:
    """Over how many lines a text falls in a column of that width in points; an empty text takes
    one.
    """
    limit = _limit(width, size)
    return sum([_filled_count(part, limit, face) for part in text.split("\n")])


def _limit(width: float, size: float) -> int:
    """A column's width in 1/2048 em; one character fits in any case."""
    return max(int(width * 2048 / size), 2048)


def _filled_count(text: str, limit: int, face: Face) -> int:
    """How many lines `_filled` makes, without making them."""
    widths = _words(face)
    blank = widths[" "]
    count = 1
    used = -blank
    for wide in map(widths.__getitem__, text.split(" ")):
        used += blank + wide
        if used > limit:
            if wide > limit:
                return len(_filled(text, limit, face))
            count += 1
            used = wide
    return count


def _filled(text: str, limit: int, face: Face) -> list[str]:
    return filled(text, limit, _words(face), partial(_broken, _characters(face)))


def filled(
    text: str,
    limit: float,
    widths: Mapping[str, float],
    broken: Callable[[str, float], list[str]],
    indent: float = 0,
) -> list[str]:
    """The lines into which a text without line ends falls, broken at blanks. `limit`, `indent` (of
    the first line) and the `widths` of words are in one unit; `broken` cuts a word that is wider
    than a line.
    """
    blank = widths[" "]
    lines: list[str] = []
    line: list[str] = []
    used = indent
    for word in text.split(" "):  # not split(): blanks inside a line count too
        wide = widths[word]
        if line and used + blank + wide <= limit:
            line.append(word)
            used += blank + wide
            continue
        if line:
            lines.append(" ".join(line))
            used = 0
        if used + wide > limit:
            *full, rest = broken(word, limit - used)
            lines += full
            line, used = [rest], widths[rest]
        else:
            line, used = [word], used + wide
    return [*lines, " ".join(line)]


def _broken(widths: Mapping[str, float], word: str, limit: float) -> list[str]:
    """A word in pieces that fit."""
    pieces, piece, used = [], "", 0.0
    for char in word:
        wide = widths[char]
        if piece and used + wide > limit:
            pieces.append(piece)
            piece, used = "", 0.0
        piece, used = piece + char, used + wide
    return [*pieces, piece]
