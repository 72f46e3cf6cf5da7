"""Where a heading of several lines is broken: lines of nearly equal length, or between phrases."""

from itertools import pairwise

from cchc_desktop.office.text_width import Face, line_count, text_width, widest, wrapped_lines

# a heading is best broken after such a mark, or before such a word
_PHRASE_ENDS = (",", ";", ":", "-", "–")
_PHRASE_BEGINS = {"và", "của", "về", "tỉnh", "thành", "trên", "trong", "tại", "năm", "theo", "giai"}
_SHORTEST = 0.45  # of the longest line, where a phrase ends
_STEPS = 16  # widths that are tried for it


def balanced_width(text: str, width: float, size: float, face: Face = "regular") -> float:
    """A column, within `width` points, that takes no more lines than `width` does and breaks no
    other word, for a heading: its lines are of nearly equal length, unless phrases can be kept
    whole ("Sở Văn hóa, Thể thao" / "và Du lịch").
    """
    narrow = _narrowest(text, width, size, face)
    if not any(_phrase_ends(word, after) for word, after in pairwise(text.split())):
        return narrow
    best = _phrases_broken(wrapped_lines(text, narrow, size, face)), narrow
    for step in range(1, _STEPS + 1):
        tried = narrow + (width - narrow) * step / _STEPS
        lines = wrapped_lines(text, tried, size, face)
        lengths = [text_width(line, size, face) for line in lines]
        if min(lengths) >= _SHORTEST * max(lengths):
            best = min(best, (_phrases_broken(lines), max(lengths)))
    return best[1]


def _phrases_broken(lines: list[str]) -> int:
    """How many of the lines end within a phrase."""
    return sum(not _phrase_ends(line, below) for line, below in pairwise(lines))


def _phrase_ends(words: str, following: str) -> bool:
    begins = following.partition(" ")[0].lower() in _PHRASE_BEGINS
    return begins or words.endswith(_PHRASE_ENDS)


def _narrowest(text: str, width: float, size: float, face: Face) -> float:
    """The narrowest column that takes no more lines than `width` does and breaks no other word."""
    count = line_count(text, width, size, face)
    low, high = widest(text.split(), size, face), width
    while high - low > 1:
        middle = (low + high) / 2
        longest = max(
            text_width(line, size, face) for line in wrapped_lines(text, middle, size, face)
        )
        if longest <= middle and line_count(text, middle, size, face) <= count:
            high = middle
        else:
            low = middle
    return high
