"""How a unit's name begins: with a head word ("Phòng", "VP", "Hội đồng"), with "các" and what it
counts, or with the bare noun that goes on a group's name ("các sở, ban, ngành").
"""

import re
from functools import lru_cache

from cchc_desktop.domain import unit_words as vocabulary
from cchc_desktop.domain.unit_words import Head
from cchc_desktop.domain.vietnamese import fold, untoned

Key = tuple[str, ...]
WORD = re.compile(r"[^\W\d_]+|\d+")
_LAST_Y = re.compile(r"(?<=[bcdđghklmnpqrstvx])y$|(?<=qu)y$")
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|kh|gh|gi|ph|th|tr|ch|qu|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?"
)


@lru_cache(maxsize=4096)
def spelling(word: str) -> str:
    """A word in lower case, its tone put last and a last y as i, so that "hoà" and "hòa", "lý" and
    "lí" are one.
    """
    bare, tone = untoned(word.lower())
    return _LAST_Y.sub("i", bare) + tone


@lru_cache(maxsize=4096)
def syllable(word: str) -> str:
    """A word as names are compared by: without diacritics, a last y as i."""
    return _LAST_Y.sub("i", fold(word))


def key(text: str) -> Key:
    """The words of a text by their spelling."""
    return tuple(spelling(word) for word in WORD.findall(text))


def _longest_first(phrases: tuple[str, ...]) -> list[Key]:
    return sorted(map(key, phrases), key=len, reverse=True)


_HEADS = {key(head.name): head for head in vocabulary.HEADS}
_SHORT_HEADS = {key(head.short): head for head in vocabulary.HEADS if head.short}
_BARE_HEADS = {tuple(map(fold, words)): head for words, head in _HEADS.items()}
_LONGEST_HEAD = max(map(len, _HEADS))
_PLURALS = _longest_first(vocabulary.PLURALS)
_NOUNS = _longest_first(vocabulary.GROUP_NOUNS)
_QUALIFIERS = _longest_first(vocabulary.GROUP_QUALIFIERS)
_SINGLE_WITH_CAPITAL = set(map(key, vocabulary.SINGLE_WITH_CAPITAL))
_LISTED = set(map(key, vocabulary.LISTED))


def is_syllable(word: str) -> bool:
    """Whether a word could be spoken as one Vietnamese syllable; "HTQT" could not."""
    return _SYLLABLE.fullmatch(fold(word)) is not None


@lru_cache(maxsize=8192)
def head_of(text: str) -> tuple[Head | None, str]:
    """The head word that the text begins with, and the text after it; (None, text) for none."""
    found = list(WORD.finditer(text))
    words = tuple(spelling(match.group()) for match in found[: _LONGEST_HEAD + 1])
    for length in range(min(_LONGEST_HEAD, len(words)), 0, -1):
        head = _HEADS.get(words[:length]) or _short_head(found[:length], words[:length])
        if head is None and text.isascii():
            head = _BARE_HEADS.get(words[:length])
        if head is None or words[length : length + 1] in {key(w) for w in head.never_before}:
            continue
        if head.soft and not text[found[0].start()].isupper():
            continue
        return head, text[found[length - 1].end() :].lstrip(" .:")
    return None, text


def _short_head(found: list[re.Match[str]], words: Key) -> Head | None:
    """The head written short; a short form that could be a word or a letter needs capitals."""
    head = _SHORT_HEADS.get(words)
    typed = found[0].group()
    wordlike = len(found) == 1 and (len(typed) == 1 or is_syllable(typed))
    return None if head is None or (wordlike and not typed.isupper()) else head


def begins_unit(text: str) -> bool:
    """Whether a new unit begins here; a bare "Phòng", "Sở" or "TT" does not, "Văn phòng" does."""
    head, rest = head_of(text)
    if head is None:
        return plural_of(text)[0] > 0
    return bool(rest) or (" " in head.name and (" " in text or head.short_alone))


def is_bare_head(text: str) -> bool:
    """Whether a head stands alone that names nothing without more words: "Phòng", "Trung tâm"."""
    head, rest = head_of(text.lstrip(" -–+•"))
    return head is not None and not rest and not head.short_alone


@lru_cache(maxsize=8192)
def plural_of(text: str) -> tuple[int, int]:
    """How many words say "all of" ("các", "03") at the start, and how many then say of what
    ("phòng").
    """
    words = key(text)
    number = int(bool(words) and words[0].isdigit())
    marker = _begins(words, _PLURALS) or number
    noun = _begins(words[marker:], _NOUNS)
    return (marker, noun) if noun or not number else (0, 0)


@lru_cache(maxsize=8192)
def is_group_noun(text: str) -> bool:
    """Whether the text is, without "các", a part of a group's name: "ban", "đơn vị liên quan"."""
    marker, noun = plural_of(text)
    words = key(text)
    if marker or not noun:
        return False
    if text[:1].isupper() and words[:noun] in _SINGLE_WITH_CAPITAL:
        return False
    return _only_qualifiers(words[noun:])


def _only_qualifiers(words: Key) -> bool:
    while words:
        taken = _begins(words, _QUALIFIERS)
        if not taken:
            return False
        words = words[taken:]
    return True


def listed_units(text: str) -> tuple[str, str] | None:
    """("phòng", "HTQT") for "Các phòng HTQT": named units under one head; None for other texts."""
    marker, noun = plural_of(text)
    if not marker or key(text)[marker : marker + noun] not in _LISTED:
        return None
    found = list(WORD.finditer(text))
    end = found[marker + noun - 1].end()
    rest = text[end:].lstrip(" :-–—−")
    if not rest[:1].isupper() or _begins(key(rest), _QUALIFIERS):
        return None
    return text[found[marker].start() : end], rest


def _begins(words: Key, beginnings: list[Key]) -> int:
    """How many words the longest matching beginning takes; 0 for none."""
    return next((len(b) for b in beginnings if words[: len(b)] == b), 0)
