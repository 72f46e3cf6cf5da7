"""Cuts a text into tokens of the time vocabulary, each with its place in the text."""

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from cchc_desktop.domain.time_reading.words import (
    DIGIT_WORDS,
    MARKS,
    NUMERALS,
    PARTS,
    PHRASES,
    ROMANS,
    SCALE_WORDS,
    TEN_DAYS,
    TEN_WORDS,
    ZERO_TENS_WORDS,
    Kind,
)
from cchc_desktop.domain.vietnamese import fold, nfc, untoned

_LONGEST_SKIP = 8
_PADDING = 8  # END tokens after the last one, so that the grammar may look ahead freely

# A document's number, with the date that belongs to it. It never is a due date.
_CITED_DATE = (
    r"(?:(?:\s?,)?\s{0,3}ngày\s{0,3}\d{1,2}"
    r"(?:\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{2,4}|\s{1,3}tháng\s{1,3}\d{1,2}\s{1,3}năm\s{1,3}\d{4}))?"
)
_SYMBOL = (
    r"(?:[a-zđ]{2,}\d*(?:[-&.][a-zđ]+\d*)+"
    r"|(?:kh|qđ|cv|bc|tt|ttr|nq|nđ|ct|tb|hd|gm|ctr|kl|ub)\b)"
)
_CITATION = (
    rf"(?:\bsố\s{{0,3}}:?\s{{0,3}}\d+[a-zđ]?(?:/\d{{4}})?(?:/{_SYMBOL})?"
    rf"|\b\d+[a-zđ]?(?:/\d{{4}})?/{_SYMBOL}"
    rf"|\b\d+-[a-zđ]{{2,4}}/[a-zđ]+){_CITED_DATE}"
)
_CLOCK = (
    r"\b\d{1,2}(?:[hg]\d{0,2}\b|:\d{2}\b(?::\d{2}\b)?"
    r"|\s?giờ(?:\s?\d{2}(?!\s?[/.-]|\s?giờ))?(?:\s?phút)?)"
)
_ATOM = re.compile(
    r"(?P<bullet>^[^\S\n]*(?:[-–—−+*•·●▪◦‣➢✓]+(?!\d)|(?:\d{1,2}|[a-pr-zđ])\.(?=[^\S\n]+[^\W\d]))"
    r"|(?:^|(?<=[;.,:]))[^\S\n]*\(?(?:\d{1,2}|[a-zđ])\)(?=[^\S\n]+[^\W\d]))"
    r"|(?P<date>\b\d{4}(?P<part>[-/])\d{1,2}(?P=part)\d{1,2}"
    r"(?:[t ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(?!\d))"
    rf"|(?P<citation>{_CITATION})"
    rf"|(?P<clock>(?:\btừ\s)?{_CLOCK}\s?(?:[-–]|đến)\s?{_CLOCK}|{_CLOCK})"
    r"|(?P<number>\d+)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<arrow>[-=]+>)"
    r"|(?P<mark>[^\w\s])",
    re.MULTILINE,
)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")  # soft hyphens, zero-width blanks
_QUARTER_AND_ROMAN = re.compile(r"(q|quý|quí|qúy|qúi)([ivl]+)")


class Token(NamedTuple):
    """`value` is the number, part or day behind the words; `start`, `end` places in the NFC text;
    `glued` without a blank before; `breaks` on a new line.
    """

    kind: Kind
    value: int
    start: int
    end: int
    words: str
    glued: bool
    breaks: bool


class _Atom(NamedTuple):
    kind: str
    text: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def spelling(word: str) -> str:
    """A lower-case word with its tone mark moved to the end: "quý" and "qúy" become the same, and
    "truớc", a slip of the keyboard, "trước".
    """
    return word if word.isascii() else "".join(untoned(word)).replace("uơ", "ươ")


Meaning = tuple[Kind, int]
_Phrases = dict[str, list[tuple[tuple[str, ...], Meaning]]]


def _entries() -> Iterator[tuple[str, Meaning]]:
    for kind, phrases in PHRASES.items():
        for phrase in phrases.split(", "):
            yield phrase, (kind, 0)
    for words, kind in ((PARTS, Kind.PART), (TEN_DAYS, Kind.TEN_DAYS), (NUMERALS, Kind.NUMERAL)):
        for phrase, value in words.items():
            yield phrase, (kind, value)


def _indexed(entries: Iterable[tuple[str, Meaning]]) -> _Phrases:
    index: _Phrases = {}
    for phrase, meaning in entries:
        words = tuple(phrase.split())
        known = index.setdefault(words[0], [])
        if all(other != words for other, _ in known):
            known.append((words, meaning))
    for known in index.values():
        known.sort(key=lambda entry: -len(entry[0]))
    return index


_ACCENTED = _indexed(
    (" ".join(map(spelling, phrase.split())), meaning) for phrase, meaning in _entries()
)
_BARE = _indexed((fold(phrase), meaning) for phrase, meaning in _entries())


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens of a cell, END tokens behind them, and the plan's year."""

    tokens: list[Token]
    year: int

    def kind(self, i: int) -> Kind:
        """The kind of the token at a place."""
        return self.tokens[i].kind

    def skip(self, i: int, kinds: Container[Kind]) -> int:
        """The first place from `i` on whose kind is none of these, END not among them; a few words
        are skipped at most, which keeps reading linear.
        """
        for place in range(i, i + _LONGEST_SKIP):
            if self.tokens[place].kind not in kinds:
                return place
        return i


def tokens(text: str) -> list[Token]:
    """The tokens of an NFC text, then END tokens. A text without any diacritics is read as one
    that lost them.
    """
    simple, places = _simplified(text)
    found = _without_repeats(list(_merged(simple, list(_atoms(simple)))))
    if places is not None:
        found = [t._replace(start=places[t.start], end=places[t.end]) for t in found]
    end = len(text)
    return found + [Token(Kind.END, 0, end, end, "", False, False)] * _PADDING


def _simplified(text: str) -> tuple[str, list[int] | None]:
    """Lower case with compatible forms ("／", "Ⅲ", no-break blanks) made plain; and where each
    character came from, None when nothing moved.
    """
    text = nfc(text)
    simple = text.lower().replace("\r\n", " \n").replace("\r", "\n").replace("\v", "\n")
    plain = len(simple) == len(text) and not _INVISIBLE.search(simple)
    if plain and unicodedata.is_normalized("NFKC", simple):
        return simple, None
    pieces = [unicodedata.normalize("NFKC", char).lower() for char in text]
    pieces = [_INVISIBLE.sub("", piece) for piece in pieces]
    pieces = ["\n" if piece in ("\r", "\v", "\u2028", "\u2029") else piece for piece in pieces]
    places = [place for place, piece in enumerate(pieces) for _ in piece]
    return "".join(pieces), [*places, len(text)]


def _atoms(simple: str) -> Iterator[_Atom]:
    """The text's atoms; words that hold their numeral apart: "QIII" as "q" and "iii"."""
    for match in _ATOM.finditer(simple):
        kind, text = match.lastgroup or "", match[0]
        start, end = match.span()
        joined = _QUARTER_AND_ROMAN.fullmatch(text) if text[0] == "q" else None
        if joined is None:
            yield _Atom(kind, text, start, end)
        else:
            middle = start + joined.end(1)
            yield _Atom(kind, joined[1], start, middle)
            yield _Atom(kind, joined[2], middle, end)


def _merged(simple: str, atoms: list[_Atom]) -> Iterator[Token]:
    """Atoms as tokens, the longest phrase first."""
    bare = not any(atom.kind == "word" and not atom.text.isascii() for atom in atoms)
    phrases = _BARE if bare else _ACCENTED
    words = [
        (atom.text if bare else spelling(atom.text)) if atom.kind == "word" else ""
        for atom in atoms
    ]
    place, i = 0, 0
    while i < len(atoms):
        (kind, value), length = _meaning(atoms[i], words, i, phrases)
        start, end = atoms[i].start, atoms[i + length - 1].end
        gap = simple[place:start]
        spelled = words[i] or atoms[i].text
        yield Token(kind, value, start, end, spelled, not gap, "\n" in gap)
        place, i = end, i + length


def _meaning(atom: _Atom, words: list[str], i: int, phrases: _Phrases) -> tuple[Meaning, int]:
    match atom.kind:
        case "word":
            for phrase, meaning in phrases.get(words[i], ()):
                length = len(phrase)
                if length == 1 or tuple(words[i : i + length]) == phrase:
                    return meaning, length
            if words[i] in ROMANS:
                return (Kind.ROMAN, ROMANS[words[i]]), 1
            return (Kind.WORD, 0), 1
        case "number":
            return (Kind.NUMBER, int(atom.text) if len(atom.text) <= 8 else -1), 1
        case "mark":
            return (MARKS.get(atom.text, Kind.MARK), 0), 1
        case "arrow":
            return (Kind.DASH, 0), 1
        case "date":
            return (Kind.DATE, int("".join(f"{int(n):02d}" for n in _iso(atom.text)))), 1
        case other:
            return (Kind[other.upper()], 0), 1


def _iso(text: str) -> list[str]:
    return re.findall(r"\d+", text)[:3]


def _without_repeats(found: list[Token]) -> list[Token]:
    """Without numbers repeated in brackets: "14 (mười bốn)", "quý ba (3)"; a repeat that
    contradicts its number stays.
    """
    kept: list[Token] = []
    i = 0
    while i < len(found):
        token = found[i]
        kept.append(token)
        i += 1
        if token.kind in (Kind.NUMBER, Kind.ROMAN, Kind.NUMERAL):
            i = _after_repeat(found, i, token.value)
    return kept


def _after_repeat(found: list[Token], i: int, value: int) -> int:
    if i >= len(found) or found[i].kind is not Kind.OPEN:
        return i
    words: list[str] = []
    for j in range(i + 1, min(i + 12, len(found))):
        if found[j].kind is Kind.CLOSE:
            figures = words[0] if len(words) == 1 and words[0].isdecimal() else None
            repeats = (int(figures) if figures else _number_in_words(words)) == value
            return j + 1 if words and repeats else i
        words.append(found[j].words)
    return i


_WORD_VALUES = {spelling(word): value for word, value in DIGIT_WORDS.items()}
_SCALES = {spelling(word): value for word, value in SCALE_WORDS.items()}
_TENS = frozenset(map(spelling, TEN_WORDS))
_ZERO_TENS = frozenset(map(spelling, ZERO_TENS_WORDS))


def _number_in_words(words: list[str]) -> int | None:
    """The number that spelled words write out ("hai mươi bốn" 24), None when they don't."""
    total = part = digit = 0
    for word in words:
        if word in _TENS:
            part, digit = part + 10 * digit, 0
        elif word in _SCALES:
            scale = _SCALES[word]
            if scale == 100:
                part, digit = part + 100 * digit, 0
            else:
                total, part, digit = total + scale * (part + digit), 0, 0
        elif word in _WORD_VALUES:
            digit += _WORD_VALUES[word]
        elif word not in _ZERO_TENS:
            return None
    return total + part + digit
