"""Reads numbers out of tokens, and the year that belongs to a period. A function takes a place in
the line and returns what it read and the place after it, or None.
"""

from cchc_desktop.domain.time_reading.periods import YEARS
from cchc_desktop.domain.time_reading.tokens import Line
from cchc_desktop.domain.time_reading.words import BOUNDARIES, Kind

DATE_MARKS = frozenset({Kind.SLASH, Kind.DOT, Kind.DASH})
OF = frozenset({Kind.LINK, Kind.WITHIN})
_HEADED = frozenset({Kind.MONTH, Kind.QUARTER, Kind.PART, Kind.HALF})
_AT_LEAST = frozenset({Kind.FILLER, Kind.LINK, Kind.COMMA})
# What may not follow a number that continues a list: "tháng 3, 02 cuộc họp" is one month.
_UNRELATED = frozenset(
    {
        Kind.WORD,
        Kind.MARK,
        Kind.TIMES,
        Kind.NUMBER,
        Kind.ROMAN,
        Kind.NUMERAL,
        Kind.DAY,
        Kind.WEEK,
        Kind.MONTH,
        Kind.QUARTER,
        Kind.DOCUMENT,
        Kind.EVENT,
    }
)


def digits(line: Line, i: int) -> int:
    """How many digits the number at a place has; 0 where none stands."""
    token = line.tokens[i]
    return token.end - token.start if token.kind is Kind.NUMBER else 0


def small_number(line: Line, i: int) -> tuple[int, int] | None:
    """A number of one or two digits, Roman or in words."""
    token = line.tokens[i]
    if 1 <= digits(line, i) <= 2 or token.kind is Kind.ROMAN:
        return token.value, i + 1
    if token.kind is not Kind.NUMERAL:
        return None
    after = line.tokens[i + 1]
    if token.value == 10 and after.kind is Kind.NUMERAL and after.value < 10:
        return 10 + after.value, i + 2
    return token.value, i + 1


def counts_times(line: Line, i: int) -> bool:
    """Whether "lần" at a place counts with the number before it ("quý 1 lần"), on the same line."""
    return line.kind(i) is Kind.TIMES and not line.tokens[i].breaks


def count_after(line: Line, i: int) -> tuple[int, int] | None:
    """ "/lần", "một lần", "ít nhất 02 lần" after a unit."""
    j = line.skip(i, _AT_LEAST)
    j = line.skip(j, (Kind.SLASH,))
    number = small_number(line, j)
    count, j = number if number is not None else (1, j)
    return (count, j + 1) if line.kind(j) is Kind.TIMES else None


def stands_alone(line: Line, i: int) -> bool:
    """Whether a number that ends before this place is more than the count of the next word."""
    if line.kind(i) is Kind.YEAR:
        return year(line, i) is not None
    return line.kind(i) not in _UNRELATED or line.tokens[i].breaks


def year(line: Line, i: int) -> tuple[int, int] | None:
    """ "2024", "năm 2024", "năm nay", "năm sau"."""
    if line.kind(i) is Kind.YEAR:
        after = line.kind(i + 1)
        if after is Kind.NOW:
            return line.year, i + 2
        if after in (Kind.NEXT, Kind.AFTER):
            return line.year + 1, i + 2
        if after is Kind.BEFORE and line.kind(i + 2) not in (Kind.DAY, Kind.NUMBER, Kind.MONTH):
            return line.year - 1, i + 2 + (line.kind(i + 2) is Kind.NEXT)  # năm trước liền kề
        i = line.skip(i + 1, (Kind.SLASH,))
    number = line.tokens[i].value
    return (number, i + 1) if digits(line, i) == 4 and number in YEARS else None


def heading_year(line: Line, i: int) -> tuple[int, int] | None:
    """The year of "Năm 2025: quý I", which holds for the periods behind it, and their place."""
    named = year(line, i) if line.kind(i) is Kind.YEAR else None
    if named is None or line.kind(named[1]) is not Kind.COLON:
        return None
    headed = line.skip(named[1] + 1, (Kind.WITHIN,))
    months = digits(line, headed) > 0 and line.kind(headed + 1) is Kind.MONTH
    return (named[0], headed) if months or line.kind(headed) in _HEADED else None


def year_suffix(line: Line, i: int, comma: bool = True) -> tuple[int | None, int]:
    """The year that belongs to the period before it, in whatever writing; None and the same place
    where there is none.

    `comma`: also after a comma ("Tháng 6, năm 2024").
    """
    kind = line.kind(i)
    found = None
    if heading_year(line, line.skip(i, (Kind.COMMA,))) is not None:
        return None, i
    if kind in OF and line.kind(i + 1) is Kind.YEAR:
        found = year(line, i + 1)
    elif kind is Kind.OPEN:
        inner = year(line, i + 1)
        if inner is not None and line.kind(inner[1]) is Kind.CLOSE:
            found = inner[0], inner[1] + 1
    elif kind is Kind.COMMA and comma and digits(line, i + 2) == 4:
        found = year(line, i + 1) if line.kind(i + 1) is Kind.YEAR else None
    elif kind is Kind.SLASH and digits(line, i + 1) == 2 and line.tokens[i + 1].value >= 20:
        found = 2000 + line.tokens[i + 1].value, i + 2
    elif kind in DATE_MARKS:
        found = year(line, i + 1)
    else:
        found = year(line, i)
    return found or (None, i)


def label_end(line: Line, i: int) -> int:
    """Past "đợt 1", with its year in "đợt 1/2024: tháng 5"."""
    _, after = year_suffix(line, i + 2)
    return after if line.kind(after) in (Kind.COLON, Kind.OPEN) else i + 2


def month_number(line: Line, i: int) -> tuple[int, int] | None:
    """The number after "tháng", also "năm" where it can only be May."""
    i = line.skip(i, (Kind.DOT,))
    if line.kind(i) is Kind.YEAR:
        after = line.kind(i + 1)
        is_may = after in BOUNDARIES or after in (Kind.END, Kind.YEAR, Kind.SLASH)
        return (5, i + 1) if is_may else None
    number = small_number(line, i)
    return None if number is None or counts_times(line, number[1]) else number
