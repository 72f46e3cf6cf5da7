"""The lines of a pasted text: which of them end something, and which a page's margin broke."""

import re
from collections.abc import Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from cchc_desktop.domain.citations.letters import matches
from cchc_desktop.domain.steps import Step, stepwise

INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff*_`#")  # Markdown's too
COLUMN = re.compile(r"[\t|]")  # what parts the cells of a table that is pasted as text
DASHES = str.maketrans(
    {**dict.fromkeys("‐‑‒–—−", "-"), "／": "/", "⁄": "/", "Ð": "Đ", "ð": "đ", "：": ":"}
)

_LINE_END = re.compile("[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_PAGE_NUMBER = re.compile(r"[-\s]*\d{1,3}[-\s]*")
_NUMBER_WORDS = ("số", "ngày", "tháng", "năm")  # after them a figure is no page's
_OPENS = re.compile(  # a list mark, a heading's number, the head's "Số:"
    r"[-+•·▪◦‣➢✓]\s?(?![\s\d])|\(?\d{1,2}[.)](?:\d{1,2}[.)]?)*\s|\(?[a-zđ]\)\s|[IVX]{1,5}\.\s"
    r"|Số\s?:|Điều\s\d|Kính gửi|Nơi nhận|V/v"
)
_ENDS = re.compile(r"[.;:!?…]$")
_WANTS_MORE = re.compile(  # a line's end that the next line must complete
    r"(?:[,(“\"&/-]|(?<!\w)(?:của|và|về|tại|theo|do|với|cho|các|từ|đến|trong|bởi|Bộ|Sở|Ban|Cục|Vụ"
    r"|Thủ tướng|Chủ tịch|Chấp hành|UBND|HĐND|Tổng|số|ngày|việc))$"
)
_AROUND = 40  # characters looked at where a line ends or begins
_LONGEST_CELL = 2000  # characters in which the first cell of a row ends
_BROKEN_LENGTHS = range(50, 121)  # characters in a line that a page's margin broke
_BROKEN_SHARE = 0.3  # of such lines, those that go on with a small letter in a text with margins


class Line(NamedTuple):
    """Where a line stands without the blanks around it; `goes_on` with the line before."""

    start: int
    end: int
    goes_on: bool


def is_blank(char: str) -> bool:
    """Whether a character is nothing but room between words."""
    return char.isspace() or char == "|" or char in INVISIBLE


def lines_of(letters: str, step: Step) -> list[Line]:
    """The lines of an NFC text that say something; page numbers between them do not."""
    spans = _without_page_numbers(letters, _spans(letters, step))
    broken = _has_margins(letters, spans)
    lines = [Line(*span, goes_on=False) for span in spans[:1]]
    for before, span in pairwise(stepwise(spans, step)):
        lines.append(Line(*span, goes_on=not _parted(letters, before, span, broken=broken)))
    return lines


def _spans(letters: str, step: Step) -> list[tuple[int, int]]:
    spans = []
    start = 0
    ends = (match.start() for match in matches(_LINE_END, letters, step))
    for end in chain(ends, [len(letters)]):
        while start < end and is_blank(letters[start]):
            start += 1
        last = end
        while last > start and is_blank(letters[last - 1]):
            last -= 1
        if last > start:
            spans.append((start, last))
        start = end + 1
    return spans


def _without_page_numbers(letters: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    kept = []
    for i, (start, end) in enumerate(spans):
        inner = 0 < i < len(spans) - 1 and end - start <= 7
        if inner and _PAGE_NUMBER.fullmatch(letters, start, end):
            ended = letters[max(spans[i - 1][1] - 7, 0) : spans[i - 1][1]].lower().rstrip(": ")
            if not ended.endswith(_NUMBER_WORDS) and letters[spans[i + 1][0]] not in "/-":
                continue
        kept.append((start, end))
    return kept


def _has_margins(letters: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether the lines are a page's and not paragraphs: many long ones go on in the next."""
    following = [
        letters[start].islower()
        for (first, last), (start, _) in pairwise(spans)
        if last - first in _BROKEN_LENGTHS and letters[last - 1] not in ".;:"
    ]
    return sum(following) > _BROKEN_SHARE * len(following)


def _parted(letters: str, before: tuple[int, int], span: tuple[int, int], *, broken: bool) -> bool:
    """Whether something ends between two lines."""
    ended = letters[max(before[0], before[1] - _AROUND) : before[1]].translate(DASHES)
    opened = letters[span[0] : span[0] + _AROUND].translate(DASHES)
    if _OPENS.match(opened) or _ENDS.search(ended) or _is_row(letters, before):
        return True
    if _is_title(letters, before) or _is_title(letters, span):
        return True
    first = next((char for char in opened if char.isalnum()), "")
    if not first.isupper() or _WANTS_MORE.search(ended):
        return False
    apart = letters.count("\n", before[1], span[0]) > 1
    return apart or not broken or before[1] - before[0] not in _BROKEN_LENGTHS


def _is_row(letters: str, span: tuple[int, int]) -> bool:
    return COLUMN.search(letters, span[0], min(span[1], span[0] + _LONGEST_CELL)) is not None


def _is_title(letters: str, span: tuple[int, int]) -> bool:
    """Whether a line is in capitals, and no citation in capitals."""
    line = letters[span[0] : min(span[1], span[0] + 200)]
    return line.isupper() and " " in line and "/" not in line
