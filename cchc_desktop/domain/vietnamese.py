"""Vietnamese text: NFC, folding without diacritics, sorting, điểm letters, numbers and dates as
the law writes them.
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

# Nghị định 30/2020 Phụ lục I II.6: no f, j, w, z, no ă â ê ô ơ ư
POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_RANK = {letter: rank for rank, letter in enumerate(_LETTERS, start=1)}
# huyền hỏi ngã sắc nặng; ngang, which has no mark, is 0
_TONE_RANK = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_BARE: dict[int, str | int | None] = {  # Latin letters by their base, combining marks by nothing
    **{
        code: unicodedata.normalize("NFD", chr(code))[0]
        for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
    },
    **dict.fromkeys(range(0x300, 0x370)),
    **str.maketrans("đĐ", "dD"),
}
_SPACES = re.compile(r"[^\S\n]+")
_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    )
)
_ROMAN_DIGITS = {numeral: value for value, numeral in _ROMAN if len(numeral) == 1}


def nfc(text: str) -> str:
    """Text in Unicode NFC, the form of TCVN 6909:2001 in practice."""
    return unicodedata.normalize("NFC", text)


def tidy(text: str) -> str:
    """NFC, runs of blanks folded to one, lines trimmed, empty lines at both ends dropped; lines
    are kept.
    """
    if "  " not in text and text.isprintable():  # one line without other blanks: nearly every text
        return nfc(text).strip()
    lines = [_SPACES.sub(" ", line).strip() for line in nfc(text).splitlines()]
    return "\n".join(lines).strip()


def one_line(text: str) -> str:
    """Tidy text with its lines joined by a space."""
    tidied = tidy(text)
    return " ".join(tidied.split()) if "\n" in tidied else tidied


def shortened(text: str, most: int) -> str:
    """One line of at most that many characters, "…" among them where it was cut."""
    line = one_line(text)
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def uncapitalised(text: str) -> str:
    """The text with a small first letter, as inside a sentence."""
    return text[:1].lower() + text[1:]


def lower_first(text: str) -> str:
    """The same, but an abbreviation ("UBND", "I.") stays."""
    second = text[1:2]
    return text if second.isupper() or not second.isalpha() else uncapitalised(text)


def fold(text: str) -> str:
    """Lower case without diacritics, đ as d: what search compares ("dau tu" finds "Đầu tư")."""
    return unaccented(text.lower())


def unaccented(text: str) -> str:
    """Text without diacritics, đ as d, capitals kept."""
    return text if text.isascii() else text.translate(_BARE)


def untoned(word: str) -> tuple[str, str]:
    """A word without its tone, and the tone as a combining mark, "" for ngang: wherever the mark
    was typed ("hoà", "hòa"), the two are the same.
    """
    apart = unicodedata.normalize("NFD", word)
    tone = "".join(char for char in apart if char in _TONE_RANK)
    return nfc("".join(char for char in apart if char not in _TONE_RANK)), tone


def _ranks(word: str) -> Iterator[tuple[int, int]]:
    for char in nfc(word.lower()):
        letter, tone = char, 0
        parts = unicodedata.normalize("NFD", char)
        for mark, weight in _TONE_RANK.items():
            if mark in parts and char != mark:
                letter, tone = nfc(parts.replace(mark, "")), weight
        if letter in _LETTER_RANK:
            yield 100 + _LETTER_RANK[letter], tone
        else:  # digits and marks before all letters, foreign letters after them
            yield (ord(letter) if letter < "a" else 1000 + ord(letter)), tone


def sort_key(text: str) -> tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]:
    """Vietnamese dictionary order, syllable by syllable: letters first, then tones."""
    return tuple(map(_word_key, text.split()))


@lru_cache(maxsize=1 << 13)  # a plan, or a register, has few syllables
def _word_key(word: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    ranks = tuple(_ranks(word))
    return tuple(letter for letter, _ in ranks), tuple(tone for _, tone in ranks)


def roman(number: int) -> str:
    """A Roman numeral; 1 <= number <= 3999."""
    text = ""
    for value, numeral in _ROMAN:
        count, number = divmod(number, value)
        text += numeral * count
    return text


def from_roman(text: str) -> int | None:
    """The value of a well-formed Roman numeral in capitals, else None."""
    if not text or not _ROMAN_DIGITS.keys() >= set(text):
        return None
    values = [_ROMAN_DIGITS[char] for char in text]
    total = sum(-value if value < max(values[i:]) else value for i, value in enumerate(values))
    return total if 0 < total < 4000 and roman(total) == text else None


def document_number(number: str) -> str:
    """A document's number: below 10 gets a leading zero (Nghị định 30/2020, Phụ lục I II.3.c)."""
    return f"{int(number):02d}" if number.isascii() and number.isdigit() else number


def legal_date(day: date) -> str:
    """ "ngày 05 tháng 01 năm 2020", "ngày 29 tháng 6 năm 2019": zero before days below 10, months
    1 and 2 (II.4).
    """
    return f"ngày {day.day:02d} tháng {legal_month(day.month)} năm {day.year}"


def legal_day(day: date) -> str:
    """ "05/01/2020", "29/6/2019": the same in figures, for a table."""
    return f"{day.day:02d}/{legal_month(day.month)}/{day.year}"


def legal_month(month: int) -> str:
    """ "01", "02", "3" ... "12": only months 1 and 2 take a zero (Phụ lục I II.4)."""
    return f"{month:02d}" if month < 3 else str(month)
