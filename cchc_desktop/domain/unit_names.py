"""What the name of a unit says: its head word, the syllables of its own name, whose unit it is; and
its kind and short form.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from cchc_desktop.domain import unit_words as vocabulary
from cchc_desktop.domain.unit_heads import (
    WORD,
    head_of,
    is_group_noun,
    is_syllable,
    key,
    plural_of,
    syllable,
)
from cchc_desktop.domain.unit_words import GROUP, OUTSIDE, ROOM, UNION, Head
from cchc_desktop.domain.vietnamese import fold, one_line

_PART = re.compile(r"\s+[-–—−]\s+|\s*[,&/;]\s*|\s+và\s+|(?<=\w)[-–—−](?=\w)", re.IGNORECASE)
_ONSETS = re.compile(r"ngh?|nh|kh|gh|gi|ph|th|tr|ch|qu", re.IGNORECASE)
_CONCERNED = re.compile(r"\bcó liên quan\b", re.IGNORECASE)
_VOWEL = re.compile("[aeiouy]")
_ROMAN_NUMERAL = re.compile(r"[IVX]+")
_OWNER = re.compile(
    r"(?:^|\s+)(?:(?:thuộc(?: và|,) )?(?:của|thuộc|trực thuộc|tại|trong)\s+)?(?<!cơ )(?<!trụ )sở"
    r"(?P<name>\s+(?!hữu\b)\w.*)?$",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"(?:^|\s+)(?:thuộc và trực thuộc|thuộc, trực thuộc|trực thuộc|(?:của|tại|trong) cơ quan)$",
    re.IGNORECASE,
)
_UNION_OWNER = re.compile(r"(?:^|\s+)cơ quan$", re.IGNORECASE)
_PROVINCE = re.compile(r"(?:^|\s+)(?:của\s+)?(?i:tỉnh|thành phố|tp\b\.?)(?=$|\s+[^\W\d_])")
_MANY_INSIDE = re.compile(r"\b(?:các|cấp (?:huyện|xã))\b", re.IGNORECASE)
PROVINCIAL = "tinh"
_LONGEST_HEADLESS = 6  # words
_FEW_WORDS = 2  # short enough to stay
_LONGEST_INITIALS = 8  # letters that can still be recognised
_SHORT_WORDS = {"chuyên môn": "CM", "nghiệp vụ": "NV"}
_LINKS = {word for text in vocabulary.LINKS for word in key(text)}


Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A unit's name taken apart.

    `parts` are the folded syllables of its own name, a tuple for each side of " - ", "và" or ",",
    without head word and links; one that ends in "*" is only the beginning of a syllable, from an
    abbreviation: "HTQT" is h* t* q* t*. `owner` is the department named after it, "tinh" for a body
    of the province, "" for the agency's own. `size` counts its words, abbreviations as what they
    stand for, `spelt` those written out. `plain`: all are, with diacritics, not all in capitals.
    """

    text: str
    head: Head | None
    parts: tuple[Stems, ...]
    stems: Stems  # of all parts
    whole: Stems  # with those of the head word before them
    owner: str
    group: bool
    size: int
    spelt: int
    plain: bool


@lru_cache(maxsize=8192)
def read_name(text: str) -> Name:
    """The parts of one unit's name."""
    text = one_line(text)
    words = WORD.findall(text)
    shouted = sum(len(word) > 1 for word in words) > 1 and text.isupper()
    marker, noun = plural_of(text)
    head, own = head_of(text)
    nouns = all(map(is_group_noun, _PART.split(text)))  # "Phòng, ban liên quan"
    group = marker > 0 or nouns or bool(_MANY_INSIDE.search(own))
    if marker or (noun and group):
        head, own = None, text[_end(text, marker) :].lstrip()
    own, owner = _without_owner(own, head)
    own = _CONCERNED.sub("liên quan", own)
    everything = _stems(text, shouted=shouted)
    spelt = sum(not stem.endswith("*") for stem in everything)
    parts = tuple(filter(None, (_stems(part, shouted=shouted) for part in _PART.split(own))))
    stems = tuple(stem for part in parts for stem in part)
    return Name(
        text=text,
        head=head,
        parts=parts,
        stems=stems,
        whole=(*map(syllable, head.name.split()), *stems) if head else stems,
        owner=owner,
        group=group,
        size=len(everything),
        spelt=spelt,
        plain=not (shouted or text.isascii() or spelt < len(everything)),
    )


def _end(text: str, count: int) -> int:
    """Where the first `count` words of the text end."""
    return [0, *(match.end() for match in WORD.finditer(text))][count]


def _without_owner(own: str, head: Head | None) -> tuple[str, str]:
    """The own name without "của Sở", "tỉnh Mẫu" ...; and the owner, where it is another one."""
    match = _OWNER.search(own)
    named = _without_province((match["name"] or "").strip()) if match else ""
    owner = ""
    owns = not named[:1].islower() and head_of(named)[0] is None
    if match and owns and (head is None or head.kind != OUTSIDE):
        own, owner = own[: match.start()], fold(named)
    elif (bare := _without_province(own)) != own:
        own, owner = bare, "" if _is_provincial_anyway(head, bare) else PROVINCIAL
    own = _OWNED.sub("", own)
    if head is not None and head.kind == UNION:
        own = _UNION_OWNER.sub("", own)
    return own, owner


def _without_province(text: str) -> str:
    for match in _PROVINCE.finditer(text):
        after = text[match.end() :].strip()
        if not after or after[0].isupper():
            return text[: match.start()]
    return text


def _is_provincial_anyway(head: Head | None, own: str) -> bool:
    """Whether "tỉnh" tells nothing new: of "Công an", "Trung tâm Hành chính công", "Văn phòng
    UBND"; "Thanh tra tỉnh" is another body than "Thanh tra".
    """
    if head is None or head.kind == OUTSIDE or (head.name == "Trung tâm" and own):
        return True
    inner = head_of(own)[0]
    return inner is not None and inner.kind == OUTSIDE


def _stems(text: str, *, shouted: bool) -> Stems:
    stems: list[str] = []
    for word in WORD.findall(text):
        if _is_abbreviation(word, shouted):
            stems.extend(f"{fold(start)}*" for start in _beginnings(word))
        elif word.lower() not in _LINKS:
            stems.append(syllable(word))
    return tuple(stems)


@lru_cache(maxsize=4096)
def _is_abbreviation(word: str, shouted: bool) -> bool:
    """Whether a word stands for several: "HTQT", "NgV"; in a shouted text "TE" is a word."""
    if len(word) < 2 or not word.isalpha() or _is_roman(word):
        return False
    if sum(map(str.isupper, word)) > 1:
        return not (shouted and is_syllable(word))
    return not _VOWEL.search(fold(word))  # "htqt"


def _is_roman(word: str) -> bool:
    return _ROMAN_NUMERAL.fullmatch(word) is not None


def _beginnings(word: str) -> list[str]:
    """The syllables' beginnings in an abbreviation: one letter each, or an onset typed out as in
    "TTr", "NgV".
    """
    starts: list[str] = []
    while word:
        onset = _ONSETS.match(word)
        length = onset.end() if onset and onset.group()[1:].islower() else 1
        starts.append(word[:length])
        word = word[length:]
    return starts


def short_name(text: str) -> str:
    """A short name for chips: "HTQT", "LS-NVNONN", "VP Sở", "HĐ PBGDPL", "Các phòng CM"."""
    name = read_name(text)
    if name.group:
        for words, short in _SHORT_WORDS.items():
            text = re.sub(words, short, text, flags=re.IGNORECASE)
        return text
    head, own = head_of(text)
    if head is None or head.kind == OUTSIDE:
        return text
    own, owner = _without_owner(own, head)
    if not own:
        return _bare_short(head, owner, text)
    letters = "-".join(_letters(part) for part in _PART.split(own) if part)
    few = len(name.stems) <= _FEW_WORDS
    if head.name == "Phòng":
        return f"P. {own}" if few else letters
    beside = head.short or head.name
    return f"{beside} {own if few or len(letters) > _LONGEST_INITIALS else letters}"


def _bare_short(head: Head, owner: str, text: str) -> str:
    if head.name == "Văn phòng" and not owner:
        return "VP Sở"
    return text


def _letters(part: str) -> str:
    """The capitals that stand for a part of a name; abbreviations stay, đ stays đ."""
    letters = ""
    for word in WORD.findall(part):
        if _is_abbreviation(word, shouted=False) or not word.isalpha() or _is_roman(word):
            letters += word
        elif word.lower() not in _LINKS:
            letters += "Đ" if word[0] in "đĐ" else fold(word[0]).upper()
    return letters


def kind_of(name: Name) -> str:
    """The kind of unit that a name tells: of `unit_words`; a name without head word is a phòng."""
    if name.group:
        return GROUP
    if name.head is None:
        return ROOM
    own, owner = _without_owner(head_of(name.text)[1], name.head)
    inner = head_of(own)[0]
    provincial = owner == PROVINCIAL or (inner is not None and inner.kind == OUTSIDE)
    return OUTSIDE if provincial else name.head.kind


def looks_like_name(name: Name) -> bool:
    """Whether the words can be a unit's name at all, not a person or a sentence."""
    if name.head is not None or name.group:
        return True
    words = name.text.lower().split()
    person = words[0] in vocabulary.PERSON_TITLES or (
        words[0] in vocabulary.SURNAMES and name.text.istitle() and len(words) in (2, 3, 4)
    )
    return (
        name.text[0].isupper()
        and len(words) <= _LONGEST_HEADLESS
        and not person
        and name.text.lower() not in vocabulary.NOT_UNITS
    )
