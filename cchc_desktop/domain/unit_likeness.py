"""When two names mean one unit: surely ("P. HTQT", "Phòng Hợp tác Quốc tế của Sở") or likely (a
slip of typing, a word left out); and which of them is the fuller one.
"""

from cchc_desktop.domain import unit_words as vocabulary
from cchc_desktop.domain.unit_heads import is_syllable, syllable
from cchc_desktop.domain.unit_names import PROVINCIAL, Name, Stems

_FILLERS = [tuple(map(syllable, filler.split())) for filler in vocabulary.FILLERS]
_GROUP_QUALIFIERS = {("chuyen", "mon"), ("nghiep", "vu"), ("c*", "m*")}
_LEAST_FOR_SLIPS = 3  # words of a name in which a slip can be told from another name
_LEAST_LETTERS = 4
_ROMAN_LETTERS = frozenset("ivx")


def same(a: Name, b: Name) -> bool:
    """Whether two names surely mean one unit, as far as the two alone can tell; an abbreviation can
    fit several names.
    """
    if a.group != b.group or not _owners_agree(a, b):
        return False
    if a.head is b.head:
        return _same_stems(a.stems, b.stems)
    if a.head is None or b.head is None:
        bare, full = (a, b) if a.head is None else (b, a)
        return bool(bare.stems) and (
            _same_stems(bare.stems, full.stems) or _same_stems(bare.stems, full.whole)
        )
    return False


def _owners_agree(a: Name, b: Name) -> bool:
    """An owner left out is the agency itself, or understood; the province's bodies are others."""
    return a.owner == b.owner or (
        PROVINCIAL not in (a.owner, b.owner) and not (a.owner and b.owner)
    )


def _same_stems(a: Stems, b: Stems) -> bool:
    return len(a) == len(b) and all(map(_same_stem, a, b))


def _same_stem(a: str, b: str) -> bool:
    if a.endswith("*") or b.endswith("*"):
        a, b = a.rstrip("*"), b.rstrip("*")
        return a.startswith(b) or b.startswith(a)
    return a == b


def initials(stems: Stems) -> str:
    """The first letters: equal for all names that are surely the same."""
    return "".join(stem[0] for stem in stems)


def alike(a: Name, b: Name) -> bool:
    """Whether two names likely mean one unit, though not surely."""
    if a.head is not b.head or a.group != b.group or not _owners_agree(a, b):
        return False
    if a.group:
        return _same_group(a.stems, b.stems)
    return (
        _slipped(a.stems, b.stems)
        or (len(a.stems) != len(b.stems) and _same_but_fillers(a.stems, b.stems))
        or ("".join(a.stems) == "".join(b.stems) != "")
        or _first_part_only(a, b)
        or (len(a.parts) > 1 and sorted(a.parts) == sorted(b.parts))
    )


def _same_but_fillers(a: Stems, b: Stems) -> bool:
    return _same_stems(_without_fillers(a), _without_fillers(b))


def _without_fillers(stems: Stems) -> Stems:
    for filler in _FILLERS:
        for at in range(len(stems) - len(filler), -1, -1):
            if stems[at : at + len(filler)] == filler:
                stems = stems[:at] + stems[at + len(filler) :]
    return stems or ("",)


def _slipped(a: Stems, b: Stems) -> bool:
    """Whether up to two words differ by one letter each, where that makes no other word."""
    if len(a) != len(b) or len(a) < _LEAST_FOR_SLIPS:
        return False
    differing = [(x, y) for x, y in zip(a, b, strict=True) if not _same_stem(x, y)]
    lost_letter = len(a) > _LEAST_FOR_SLIPS and len(differing) == 1
    return 0 < len(differing) <= 2 and all(
        _is_slip(x, y, lost_letter=lost_letter) for x, y in differing
    )


def _is_slip(a: str, b: str, *, lost_letter: bool) -> bool:
    if not (a.isalpha() and b.isalpha()) or _ROMAN_LETTERS.issuperset(a + b):
        return False
    long = min(len(a), len(b)) >= _LEAST_LETTERS
    misspelt = not (is_syllable(a) and is_syllable(b))
    return (long or misspelt or (lost_letter and len(a) != len(b))) and _one_letter_apart(a, b)


def _one_letter_apart(a: str, b: str) -> bool:
    """One letter added, dropped or replaced, or two neighbours swapped."""
    if abs(len(a) - len(b)) > 1:
        return False
    start = next(
        (i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
    )
    rest_a, rest_b = a[start:], b[start:]
    return (
        rest_a[1:] == rest_b[1:]
        or rest_a[1:] == rest_b
        or rest_a == rest_b[1:]
        or (rest_a[:2] == rest_b[1::-1] and rest_a[2:] == rest_b[2:])
    )


def _first_part_only(a: Name, b: Name) -> bool:
    """ "Phòng Lãnh sự" for "Phòng Lãnh sự - Người Việt Nam ở nước ngoài"."""
    short, long = sorted((a, b), key=lambda name: len(name.parts))
    return len(short.parts) == 1 < len(long.parts) and _same_stems(short.parts[0], long.parts[0])


def _same_group(a: Stems, b: Stems) -> bool:
    """ "Các phòng" or "các chuyên môn" for "Các phòng chuyên môn"."""
    short, long = sorted((a, b), key=len)
    return (short == ("phong",) and long[:1] == short and long[1:] in _GROUP_QUALIFIERS) or (
        short in _GROUP_QUALIFIERS and long == ("phong", *short)
    )


def fullness(name: Name) -> tuple[bool, int, int]:
    """Orders spellings of one unit: without abbreviations, with the most words written out."""
    return name.plain, name.spelt, name.size
