"""Where words stand in a text, and the text with other words in their place."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from cchc_desktop.domain.difference import Places
from cchc_desktop.domain.vietnamese import nfc, unaccented

_MARK = "\u0300-\u036f"  # combining marks that NFC leaves alone belong to the letter before them


@dataclass(frozen=True)
class TextSearch:
    """How words are looked for. `any_marks`: "tinh" finds "tính" and "tỉnh" too, d also finds đ."""

    words: str
    match_case: bool = False
    whole_words: bool = False
    any_marks: bool = False

    def places(self, text: str) -> Places:
        """The stretches of a text in NFC, none of which overlap; without words there are none."""
        plain = unaccented(text) if self.any_marks else text
        spans = [match.span() for match in self._pattern.finditer(plain)] if self._wanted else []
        if len(plain) == len(text) or not spans:
            return tuple(spans)
        kept = [place for place, letter in enumerate(text) if unaccented(letter)]
        kept.append(len(text))
        return tuple((kept[start], kept[end]) for start, end in spans)

    @cached_property
    def _wanted(self) -> str:
        words = nfc(self.words)
        return unaccented(words) if self.any_marks else words

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        before, after = ("(?<!\\w)", "\\w") if self.whole_words else ("", "")
        words = f"{before}{re.escape(self._wanted)}(?![{after}{_MARK}])"
        return re.compile(words, re.NOFLAG if self.match_case else re.IGNORECASE)


def replaced(text: str, places: Iterable[tuple[int, int]], words: str) -> str:
    """The text with these words in each of the places, which come in order."""
    parts, last = list[str](), 0
    for start, end in places:
        parts += [text[last:start], words]
        last = end
    return "".join([*parts, text[last:]])


def surroundings(text: str, start: int, end: int, most: int) -> tuple[str, str]:
    """What stands before and behind a place in its own line, each of at most so many characters;
    "…" where it was cut, between words if it can be.
    """
    before = text[text.rfind("\n", 0, start) + 1 : start]
    behind = text[end:].partition("\n")[0]
    if len(before) > most:
        before = f"…{before[-most - 1 :].partition(' ')[2] or before[-most:]}"
    if len(behind) > most:
        behind = f"{behind[: most + 1].rpartition(' ')[0] or behind[:most]}…"
    return before, behind
