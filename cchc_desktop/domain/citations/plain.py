"""A text made plain for reading: one form of letters, blanks and dashes, line ends only where
something ends, and the way back to the places of the given text.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from cchc_desktop.domain.vietnamese import nfc

_CLUSTER = re.compile(r".[\u0300-\u036f]*", re.DOTALL)
_LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_INVISIBLE = frozenset(
    "*_`#\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
)  # and Markdown's marks
_DASHES = str.maketrans(
    {**dict.fromkeys("‐‑‒–—−", "-"), "／": "/", "⁄": "/", "Ð": "Đ", "ð": "đ", "：": ":"}
)
_TONES = {  # "hoà", "thuý", "uỷ" as "hòa", "thúy", "ủy": letters of one length
    first + toned: nfc(first + mark) + second
    for first, second in ("oa", "oe", "uy")
    for mark in "\u0300\u0301\u0303\u0309\u0323"
    for toned in (nfc(second + mark),)
}
_OLD_TONE = re.compile(rf"({'|'.join(_TONES)})(?!\w)", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"[-\s]*\d{1,3}[-\s]*")
_OPENS_LINE = re.compile(  # a list mark, a heading's number, the head's "Số:"
    r"[-+•·▪◦‣➢✓]\s?(?![\s\d])|\(?\d{1,2}[.)](?:\d{1,2}[.)]?)*\s|\(?[a-zđ]\)\s|[IVX]{1,5}\.\s"
    r"|Số\s?:|Điều\s\d|Kính gửi|Nơi nhận|V/v"
)
_ENDS_LINE = re.compile(r"[.;:!?…]$")
_WANTS_MORE = re.compile(  # a line's end that the next line must complete
    r"(?:[,(“\"&/-]|(?<!\w)(?:của|và|về|tại|theo|do|với|cho|các|từ|đến|trong|bởi|Bộ|Sở|Ban|Cục|Vụ"
    r"|tướng|tịch|UBND|HĐND|trưởng|đốc|phòng|ương|hành|vụ|Tổng|số|ngày|việc|tỉnh))$"
)
_COLUMN = re.compile(r"[\t|]")  # what parts the cells of a table that is pasted as text
_LONGEST_CELL = 2000  # characters in which the first cell of a row ends
_WRAPPED = range(50, 121)  # characters in a line that a page's margin broke


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
    before: tuple[int, int] | None = None
    for start, end in _lines(letters):
        if before is not None:
            broken = _breaks(letters, before, start, end)
            typed.append("\n" if broken else " ")
            kept.append(before[1])
        for char, place in _folded(letters, start, end):
            typed.append(char)
            kept.append(place)
        before = start, end
    line = "".join(typed)
    places.append(len(text))
    ends.append(len(text))
    return Plain(
        _OLD_TONE.sub(_new_tone, line.translate(_DASHES)),
        line.replace("Ð", "Đ"),
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


def _lines(letters: str) -> Iterator[tuple[int, int]]:
    """Where the lines stand that say something; page numbers between lines do not."""
    lines = []
    start = 0
    for end in (*(i for i, char in enumerate(letters) if char in _LINE_ENDS), len(letters)):
        while start < end and _is_blank(letters[start]):
            start += 1
        last = end
        while last > start and _is_blank(letters[last - 1]):
            last -= 1
        if last > start:
            lines.append((start, last))
        start = end + 1
    for i, (start, end) in enumerate(lines):
        inner = 0 < i < len(lines) - 1 and end - start <= 7
        if inner and _PAGE_NUMBER.fullmatch(letters, start, end):
            around = letters[max(lines[i - 1][1] - 5, 0) : lines[i - 1][1]]
            numbered = around.lower().rstrip(": ").endswith(("số", "ngày", "tháng", "năm"))
            if not numbered and letters[lines[i + 1][0]] not in "/-":
                continue
        yield start, end


def _folded(letters: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """The characters of a line: runs of blanks as one, a tab where columns are parted."""
    i = start
    while i < end:
        char = letters[i]
        if char.isspace() or char == "|":
            first = i
            while i < end and _is_blank(letters[i]):
                i += 1
            yield "\t" if _COLUMN.search(letters, first, i) else " ", first
            continue
        if char not in _INVISIBLE:
            yield char, i
        i += 1


def _is_blank(char: str) -> bool:
    """Whether a character is nothing but room between words."""
    return char.isspace() or char == "|" or char in _INVISIBLE


def _breaks(letters: str, before: tuple[int, int], start: int, end: int) -> bool:
    """Whether something ends between two lines; else the second goes on with the first."""
    ended, opened = letters[max(before[0], before[1] - 40) : before[1]], letters[start : start + 40]
    if _OPENS_LINE.match(opened.translate(_DASHES)) or _ENDS_LINE.search(ended):
        return True
    if any(_is_title(letters[i:j]) for i, j in (before, (start, min(end, start + 200)))):
        return True
    if _COLUMN.search(letters, before[0], min(before[1], before[0] + _LONGEST_CELL)):
        return True  # rows of a table
    first = next((char for char in opened if char.isalnum()), "")
    if not first.isupper() or _WANTS_MORE.search(ended.translate(_DASHES)):
        return False
    apart = letters.count("\n", before[1], start) > 1
    return apart or before[1] - before[0] not in _WRAPPED


def _is_title(line: str) -> bool:
    return line.isupper() and " " in line.strip() and "/" not in line


def _new_tone(match: re.Match[str]) -> str:
    old = match[0]
    new = _TONES[old.lower()]
    return "".join(n.upper() if o.isupper() else n for o, n in zip(old, new, strict=True))
