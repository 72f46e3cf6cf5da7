"""A text made plain for reading: one form of letters, blanks and dashes, line ends only where
something ends, and the way back to the places of the given text.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cchc_desktop.domain.citations.lines import COLUMN, DASHES, INVISIBLE, lines_of
from cchc_desktop.domain.steps import Step, stepwise
from cchc_desktop.domain.vietnamese import nfc

_UNSEEN = re.escape("".join(INVISIBLE))
_CLUSTER = re.compile(r".[\u0300-\u036f]*", re.DOTALL)
_TONES = {  # "hoà", "thuý", "uỷ" as "hòa", "thúy", "ủy": letters of one length
    first + toned: nfc(first + mark) + second
    for first, second in ("oa", "oe", "uy")
    for mark in "\u0300\u0301\u0303\u0309\u0323"
    for toned in (nfc(second + mark),)
}
_TONED = "".join(old[1] + old[1].upper() for old in _TONES)
_OLD_TONE = re.compile(rf"[oOuU][{_TONED}](?!\w)")
_DASH = re.compile(f"[{''.join(map(chr, DASHES))}]")
_ROOM = re.compile(  # what is no single blank but stands for one, and what stands for nothing
    rf"(?P<blank>[\s|][\s|{_UNSEEN}]+|[^\S ]|\|)|[{_UNSEEN}]"
)


@dataclass(frozen=True, slots=True)
class Plain:
    """`text` is what is read: tone marks in their new places, dashes "-", a tab between columns;
    `typed` the same length with letters as typed. `pieces` begin at these places of it, and in the
    composed text at those `kept`, whose characters have `places` and `ends` in the given one.
    """

    text: str
    typed: str
    pieces: list[int]
    kept: list[int]
    places: Sequence[int]
    ends: Sequence[int]

    def words(self, start: int, end: int) -> str:
        """What was typed there, on one line."""
        return " ".join(self.typed[start:end].split())

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The same place in the given text."""
        return self.places[self._composed(start)], self.ends[self._composed(end - 1)]

    def _composed(self, at: int) -> int:
        piece = bisect_right(self.pieces, at) - 1
        return self.kept[piece] + at - self.pieces[piece]


def plain(text: str, step: Step) -> Plain:
    """The text made plain; never longer than it was."""
    letters, places, ends = _composed(text)
    typed: list[str] = []
    read: list[str] = []
    pieces: list[int] = []
    kept: list[int] = []
    length = 0
    for line in stepwise(lines_of(letters, step), step):
        gap = [(" " if line.goes_on else "\n", line.start - 1)] if length else []
        folded = [*gap, *_folded(letters, line.start, line.end)]
        for piece, place in folded:
            pieces.append(length)
            kept.append(place)
            length += len(piece)
        words = "".join(piece for piece, _ in folded)
        typed.append(words.replace("Ð", "Đ"))
        read.append(_OLD_TONE.sub(_new_tone, _DASH.sub(_usual_dash, words)))
    return Plain("".join(read), "".join(typed), pieces, kept, places, ends)


def _composed(text: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """The text in NFC, where each of its characters begins and ends in the given one."""
    if unicodedata.is_normalized("NFC", text):
        return text, range(len(text)), range(1, len(text) + 1)
    pieces, places, ends = [], [], []
    for cluster in _CLUSTER.finditer(text):
        piece = nfc(cluster[0])
        pieces.append(piece)
        places += [cluster.start()] * len(piece)
        ends += [cluster.end()] * len(piece)
    return "".join(pieces), places, ends


def _folded(letters: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """The pieces of a line with their places: runs of blanks are one blank, a tab where columns are
    parted.
    """
    for room in _ROOM.finditer(letters, start, end):
        if start < room.start():
            yield letters[start : room.start()], start
        if room["blank"]:
            yield "\t" if COLUMN.search(room[0]) else " ", room.start()
        start = room.end()
    if start < end:
        yield letters[start:end], start


def _usual_dash(match: re.Match[str]) -> str:
    return match[0].translate(DASHES)


def _new_tone(match: re.Match[str]) -> str:
    old = match[0]
    new = _TONES.get(old.lower(), old)
    return "".join(n.upper() if o.isupper() else n for o, n in zip(old, new, strict=True))
