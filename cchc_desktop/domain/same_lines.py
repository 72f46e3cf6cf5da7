"""Which lines of a text are lines of another version of it."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise


def same_lines(lines: Sequence[str], known: Sequence[str]) -> list[int | None]:
    """Of each line the place of the known one that it is, None for one that is not known.

    Lines that are there once are found wherever they stand, those that are there several times in
    their order between them; as many changed lines as are missing between two found ones are these.
    """
    places = defaultdict[str, list[int]](list)
    for place, words in enumerate(known):
        places[words].append(place)
    counts = Counter(lines)
    found: list[int | None] = [
        places[words][0] if counts[words] == 1 == len(places.get(words, ())) else None
        for words in lines
    ]
    _find_repeated(found, lines, places)
    _find_changed(found, len(known))
    return found


def _find_repeated(
    found: list[int | None], lines: Sequence[str], places: dict[str, list[int]]
) -> None:
    """Each line that is there several times: the next of its places behind the last line found and
    before the next one that is there once.
    """
    following: list[int | None] = []
    for place in reversed(found):
        following.append(place if place is not None else (following or [None])[-1])
    following.reverse()
    last = -1
    for n, words in enumerate(lines):
        end, where = following[n], places.get(words, [])
        if found[n] is None and where:
            at = bisect_right(where, last)
            if at < len(where) and (end is None or end <= last or where[at] < end):
                found[n] = where[at]
        last = last if found[n] is None else found[n] or 0


def _find_changed(found: list[int | None], count: int) -> None:
    """Lines between two that were found, where as many known ones are missing."""
    stops = [(n, place) for n, place in enumerate(found) if place is not None]
    for (begin, first), (end, last) in pairwise([(-1, -1), *stops, (len(found), count)]):
        if end - begin == last - first:
            found[begin + 1 : end] = range(first + 1, last)
