"""Số và ký hiệu where they stand in a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cchc_desktop.domain.citations.letters import any_of, matches
from cchc_desktop.domain.citations.words import NO_DOCUMENT
from cchc_desktop.domain.document_code import kind_of_symbol, tight
from cchc_desktop.domain.steps import Step

_FIGURES = r"\d{1,6}(?:\.\d{3}|\.\d{1,2}(?=/20\d\d/))?\s?(?:[a-zđ](?!\w))?"
_NUMBER = rf"{_FIGURES}(?:\s?/\s?(?:19|20)\d\d)?"
_GROUP = r"[A-ZĐ][A-ZĐa-zđ]{0,19}(?:\d{1,4})?"
_SHORT_GROUP = rf"(?=[a-zđ\d]*[A-ZĐ][a-zđ\d]*[A-ZĐ]){_GROUP}"  # two capitals: no word of a sentence
_SYMBOL = (
    rf"(?:{_GROUP}(?:[-&]{_GROUP}|[.,/]{_SHORT_GROUP}){{1,5}}(?:\([A-ZĐ]{{1,6}}\d{{0,3}}\)|(?!\w))"
    rf"|{_GROUP}(?:\s?[-&]\s?{_SHORT_GROUP}){{1,4}}(?!\w)"
    rf"|{_GROUP}(?!\w))"
)
_PARTY_SYMBOL = rf"[A-ZĐ][A-ZĐa-zđ]{{1,6}}\s?/\s?{_GROUP}(?:-{_GROUP}){{0,3}}(?!\w)"
_PARTY_KIND = "(?:NQ|QĐ|CT|KL|TB|HD|CV|KH|BC|CTr|QC|TTr)"  # after a blank only these are sure
_STARTS = r"(?:(?<=số)|(?<=Số)|(?<=SỐ)|(?<![\w/]))(?<!\d[:.,-])"
_WHOLE = re.compile(  # the digit is looked for first: most places have none
    rf"(?=\d){_STARTS}(?:(?P<party>{_FIGURES})(?:\s?-\s?|\s(?={_PARTY_KIND}/))(?P<party_symbol>{_PARTY_SYMBOL})"
    rf"|(?P<number>{_NUMBER})\s?/\s?(?P<symbol>{_SYMBOL}))"
)
_BARE = re.compile(rf"(?P<number>{_NUMBER})(?![\w/%]|\s?/\s?\w|[.,:]\d|\s?-\s?\w)")
_SO = re.compile(r"\bsố\s?:?\s?$", re.IGNORECASE)
_LABEL = re.compile(rf"(?<!\w){any_of(NO_DOCUMENT)}\s?(?:số\s?:?\s?)?$", re.IGNORECASE)
_LOOK_BACK = 24


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number with its symbol; `start` where "số" or its first figure stands; `marked`: "số" does
    stand there.
    """

    start: int
    end: int
    number: str
    symbol: str
    marked: bool

    @property
    def kind(self) -> str:
        """The kind that the symbol tells; "" where it tells none."""
        return kind_of_symbol(self.symbol)


def find_numbers(text: str, step: Step) -> Iterator[Numbered]:
    """The numbers with symbols in a plain text, blanks, forms and standards left out."""
    for match in matches(_WHOLE, text, step):
        if _labels_something_else(text, match.start()):
            continue
        number = match["party"] or match["number"]
        symbol = match["party_symbol"] or match["symbol"]
        start, marked = _with_mark(text, match.start())
        yield Numbered(start, match.end(), tight(number), tight(symbol), marked)


def bare_number(text: str, at: int) -> Numbered | None:
    """The number without a symbol that stands just there: of "Kế hoạch 178"."""
    match = _BARE.match(text, at)
    return Numbered(at, match.end(), tight(match["number"]), "", False) if match else None


def _labels_something_else(text: str, start: int) -> bool:
    return _LABEL.search(text, max(start - _LOOK_BACK, 0), start) is not None


def _with_mark(text: str, start: int) -> tuple[int, bool]:
    """Where "số" before the number begins, and whether it is there."""
    match = _SO.search(text, max(start - 6, 0), start)
    return (match.start(), True) if match else (start, False)
