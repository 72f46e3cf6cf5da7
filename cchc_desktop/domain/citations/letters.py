"""Pieces of patterns that the citation grammar shares."""

import re
from collections.abc import Iterable

from cchc_desktop.domain.vietnamese import nfc

_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_VOWELS = "".join(nfc(vowel + tone) for vowel in "AĂÂEÊIOÔƠUƯY" for tone in _TONES)
CAPITAL = f"[BCDĐFGHJKLMNPQRSTVWXZ{_VOWELS}]"
CAPITALISED = rf"{CAPITAL}\w*"


def any_of(phrases: Iterable[str]) -> str:
    """A group that matches any of the phrases, the longest first, whole words only."""
    longest = sorted(phrases, key=len, reverse=True)
    return rf"(?:{'|'.join(re.escape(nfc(phrase)) for phrase in longest)})(?!\w)"
