"""Pieces of patterns and words that all of the grammar shares."""

import re
from collections.abc import Iterable, Iterator

from cchc_desktop.domain.steps import Step
from cchc_desktop.domain.vietnamese import nfc

_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_VOWELS = "".join(nfc(vowel + tone) for vowel in "AĂÂEÊIOÔƠUƯY" for tone in _TONES)
CAPITAL = f"[BCDĐFGHJKLMNPQRSTVWXZ{_VOWELS}]"
CAPITALISED = rf"{CAPITAL}\w*"
ABOUT = r"(?:về việc|v/v|về)\s?:?\s"
_ABOUT = re.compile(ABOUT, re.IGNORECASE)
_STRETCH, _LONGEST = 1_500, 400  # characters searched at once, and those of a match at most


def any_of(phrases: Iterable[str]) -> str:
    """A group that matches any of the phrases, the longest first, whole words only."""
    longest = sorted(phrases, key=len, reverse=True)
    return rf"(?:{'|'.join(re.escape(nfc(phrase)) for phrase in longest)})(?!\w)"


def matches(pattern: re.Pattern[str], text: str, step: Step) -> Iterator[re.Match[str]]:
    """The matches in order. No other thread runs during a search: the window would hang if a whole
    report were searched at once.
    """
    start = 0
    while start < len(text):
        step()
        end = start + _STRETCH
        for match in pattern.finditer(text, start, end + _LONGEST):
            if match.start() >= end:
                break
            start = match.end()
            yield match
        start = max(start, end)


def without_about(title: str) -> str:
    """A title without "về", "về việc", "v/v" before it."""
    match = _ABOUT.match(title)
    return title[match.end() :] if match else title
