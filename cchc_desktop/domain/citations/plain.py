"""A text made plain for reading: one form of letters, blanks and dashes, line ends only where
something ends, and the way back to the places of the given text.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from cchc_desktop.domain.citations.lines import COLUMN, DASHES, INVISIBLE, is_blank, lines_of
from cchc_desktop.domain.vietnamese import nfc

_CLUSTER = re.compile(r".[\u0300-\u036f]*", re.DOTALL)
_TONES = {  # "hoà", "thuý", "uỷ" as "hòa", "thúy", "ủy": letters of one length
    first + toned: nfc(first + mark) + second
    for first, second in ("oa", "oe", "uy")
    for mark in "\u0300\u0301\u0303\u0309\u0323"
    for toned in (nfc(second + mark),)
}
_OLD_TONE = re.compile(rf"({'|'.join(_TONES)})(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Plain:
    """`text` is what is read: tone marks in their new places, dashes "-", a tab between columns;
    `typed` the same length with letters as typed; `places` where each character stood.
    """

    text: str
    typed: str
    places: list[int]
    ends: list[int]

    def words(self, start: int, end: int) -> str:
        """What was typed there, on one line."""
        return " ".join(self.typed[start:end].split())

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The same place in the given text."""
        return self.places[start], self.ends[end - 1]


def plain(text: str) -> Plain:
    """The text made plain; never longer than it was."""
    letters, places, ends = _composed(text)
    typed: list[str] = []
    kept: list[int] = []
    for line in lines_of(letters):
        if typed:
            typed.append(" " if line.goes_on else "\n")
            kept.append(line.start - 1)
        for char, place in _folded(letters, line.start, line.end):
            typed.append(char)
            kept.append(place)
    whole = "".join(typed)
    places.append(len(text))
    ends.append(len(text))
    return Plain(
        _OLD_TONE.sub(_new_tone, whole.translate(DASHES)),
        whole.replace("Ð", "Đ"),
        [places[i] for i in kept],
        [ends[i] for i in kept],
    )


def _composed(text: str) -> tuple[str, list[int], list[int]]:
    """The text in NFC, where each of its characters begins and ends in the given one."""
    if unicodedata.is_normalized("NFC", text):
        return text, list(range(len(text))), list(range(1, len(text) + 1))
    pieces, places, ends = [], [], []
    for cluster in _CLUSTER.finditer(text):
        piece = nfc(cluster[0])
        pieces.append(piece)
        places += [cluster.start()] * len(piece)
        ends += [cluster.end()] * len(piece)
    return "".join(pieces), places, ends


def _folded(letters: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """The characters of a line: runs of blanks as one, a tab where columns are parted."""
    i = start
    while i < end:
        char = letters[i]
        if char.isspace() or char == "|":
            first = i
            while i < end and is_blank(letters[i]):
                i += 1
            yield "\t" if COLUMN.search(letters, first, i) else " ", first
            continue
        if char not in INVISIBLE:
            yield char, i
        i += 1


def _new_tone(match: re.Match[str]) -> str:
    old = match[0]
    new = _TONES[old.lower()]
    return "".join(n.upper() if o.isupper() else n for o, n in zip(old, new, strict=True))
