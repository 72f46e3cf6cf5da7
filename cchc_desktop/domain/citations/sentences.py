"""A plain text with what reading asks of it again and again: where sentences end and where kinds of
documents are named.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from cchc_desktop.domain.citations.letters import CAPITAL, any_of, matches
from cchc_desktop.domain.citations.plain import Plain
from cchc_desktop.domain.document_code import BY_ABBREVIATION, KINDS
from cchc_desktop.domain.steps import Step

_ABBREVIATED = "".join(
    f"(?<!{short}[.!?…])" for short in ("TP", "Tp", "tp", "TX", "ThS", "TS", "KT", "TM")
)
_SENTENCE_END = re.compile(rf"\n|[.!?…]{_ABBREVIATED}(?=[”\")]?\s[“\"(]?(?:{CAPITAL}|-\s))|\./\.")
_KIND = re.compile(
    rf"(?<![\w/-])(?:(?P<name>(?i:{any_of(KINDS)}))"
    rf"|(?P<short>{any_of(BY_ABBREVIATION)})(?=\s?(?:số(?!\w)|:?\s?\d)))"
)
_FULL = {name.lower(): name for name in KINDS}


class KindNamed(NamedTuple):
    """A kind of document that the text names there, in full."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Sentences:
    """The ends of sentences and the kinds named, in order."""

    plain: Plain
    ends: list[int]
    kinds: list[KindNamed]

    @property
    def text(self) -> str:
        """What is read."""
        return self.plain.text

    def words(self, start: int, end: int) -> str:
        """What was typed there, on one line, without marks and blanks around it."""
        return self.plain.words(start, end).strip(" ,;:.-")

    def start_of(self, at: int) -> int:
        """Where the sentence around a place begins."""
        i = bisect_left(self.ends, at)
        return self.ends[i - 1] + 1 if i else 0

    def end_of(self, at: int) -> int:
        """Where the sentence around a place ends."""
        i = bisect_left(self.ends, at)
        return self.ends[i] if i < len(self.ends) else len(self.text)

    def kinds_before(self, at: int, most: int) -> list[KindNamed]:
        """The kinds named before a place in its sentence, the nearest first."""
        i = bisect_right(self.kinds, at, key=lambda kind: kind.end)
        start = self.start_of(at)
        return [kind for kind in self.kinds[max(i - most, 0) : i][::-1] if kind.start >= start]


def sentences(plain: Plain, step: Step) -> Sentences:
    """The sentences and kinds of a plain text."""
    text = plain.text
    kinds = [
        KindNamed(
            m.start(), m.end(), BY_ABBREVIATION[m["short"]] if m["short"] else _name(m["name"])
        )
        for m in matches(_KIND, text, step)
    ]
    return Sentences(plain, [m.start() for m in matches(_SENTENCE_END, text, step)], kinds)


def _name(typed: str) -> str:
    return _FULL[typed.lower()]
