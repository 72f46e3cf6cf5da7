"""Reads single periods out of tokens: quý, tháng, năm, parts and sums of them; dates are read by
`date_grammar`.
"""

from cchc_desktop.domain.time_reading import periods
from cchc_desktop.domain.time_reading.number_grammar import (
    DATE_MARKS,
    OF,
    count_after,
    counts_times,
    digits,
    month_number,
    small_number,
    year,
    year_suffix,
)
from cchc_desktop.domain.time_reading.periods import Period
from cchc_desktop.domain.time_reading.tokens import Line
from cchc_desktop.domain.time_reading.words import Kind

_NEAR = 6  # tokens around a short name that tell whether it is a weekday


def period(line: Line, i: int, comma: bool = True) -> tuple[Period, int] | None:
    """One period other than a date in figures: quý, tháng, năm, parts and sums of them."""
    match line.kind(i):
        case Kind.QUARTER:
            return _quarter(line, i, comma)
        case Kind.MONTH:
            return _month(line, i, comma)
        case Kind.SHORT if is_short_month(line, i):
            return _month(line, i, comma)
        case Kind.PART:
            return _part(line, i, comma)
        case Kind.TEN_DAYS:
            return _ten_days(line, i, comma)
        case Kind.HALF:
            return _half(line, i, comma)
        case Kind.YEAR | Kind.NUMBER | Kind.NUMERAL:
            found = year(line, i)
            if found is not None:
                return periods.whole_year(found[0]), found[1]
            return _sum(line, i, comma)
        case _:
            return None


def _with_year(line: Line, i: int, comma: bool, named: Period | None) -> tuple[Period, int] | None:
    if named is None:
        return None
    found, after = year_suffix(line, i, comma)
    return named.in_year(found), after


def _quarter(line: Line, i: int, comma: bool) -> tuple[Period, int] | None:
    if line.kind(i + 1) is Kind.PART:  # quý đầu năm
        return _end_of_year(line, i, (periods.quarter(1), periods.quarter(4)))
    number = small_number(line, line.skip(i + 1, (Kind.DOT, Kind.COLON, Kind.ORDINAL)))
    if number is None or counts_times(line, number[1]):
        return None
    return _with_year(line, number[1], comma, periods.quarter(number[0]))


def _month(line: Line, i: int, comma: bool) -> tuple[Period, int] | None:
    if line.kind(i + 1) is Kind.PART:  # tháng cuối quý II, tháng cuối năm
        return _month_of(line, i, comma)
    number = month_number(line, i + 1)
    if number is None:
        return None
    return _with_year(line, number[1], comma, periods.month(number[0]))


def _end_of_year(line: Line, i: int, ends: tuple[Period, Period]) -> tuple[Period, int] | None:
    """The first or last of a unit in a year: quý đầu năm, tháng cuối năm 2024."""
    part, whole = line.tokens[i + 1].value, line.skip(i + 2, OF)
    if line.kind(whole) is not Kind.YEAR or part == 2:
        return None
    found, after = year_suffix(line, whole)
    return ends[part == 3].in_year(found), after if found else whole + 1


def is_short_month(line: Line, i: int) -> bool:
    """Whether "T10", "T.3/2024" is a month; "T3" is a Tuesday before a date or near a week."""
    number = line.skip(i + 1, (Kind.DOT,))
    if line.kind(i) is not Kind.SHORT or not digits(line, number):
        return False
    if not (line.tokens[number].glued or line.kind(i + 1) is Kind.DOT):
        return False
    return line.tokens[number].value not in range(2, 8) or not _is_weekday(line, i, number + 1)


def _is_weekday(line: Line, start: int, end: int) -> bool:
    """Whether a date follows a short name, or its cell speaks of weeks there."""
    near = line.tokens[max(0, start - _NEAR) : end + _NEAR]
    if any(token.kind is Kind.WEEK for token in near):
        return True
    i = line.skip(end, (Kind.COMMA,))
    if line.kind(i) in (Kind.DAY, Kind.DATE):
        return True
    return digits(line, i) in (1, 2) and (
        line.kind(i + 1) in DATE_MARKS and digits(line, i + 2) in (1, 2)
    )


def _month_of(line: Line, i: int, comma: bool) -> tuple[Period, int] | None:
    in_year = _end_of_year(line, i, (periods.month(1), periods.month(12)))
    if in_year is not None:
        return in_year
    part, whole = line.tokens[i + 1].value, line.skip(i + 2, OF)
    found_quarter = _quarter(line, whole, comma) if line.kind(whole) is Kind.QUARTER else None
    if found_quarter is None:
        return None
    return periods.month_of(found_quarter[0], part), found_quarter[1]


def _part(line: Line, i: int, comma: bool) -> tuple[Period, int] | None:
    """đầu quý II, giữa tháng 5, cuối năm: the words name the whole and no day inside it."""
    whole = line.skip(i + 1, OF)
    found = period(line, whole, comma)
    if found is None and line.kind(whole) is Kind.YEAR:
        found = periods.whole_year(), whole + 1
    return found if found and found[0].unit in ("month", "quarter", "year") else None


def _ten_days(line: Line, i: int, comma: bool) -> tuple[Period, int] | None:
    found = period(line, line.skip(i + 1, OF), comma)
    if found is None or found[0].unit != "month":
        return None
    return periods.ten_days_of(found[0], line.tokens[i].value), found[1]


def _half(line: Line, i: int, comma: bool) -> tuple[Period, int] | None:
    """nửa đầu năm, nửa cuối tháng 6; nửa năm đầu."""
    if line.kind(i + 1) is Kind.YEAR and line.kind(i + 2) is Kind.PART:
        half = periods.half_of(periods.whole_year(), line.tokens[i + 2].value)
        return _with_year(line, i + 3, comma, half)
    if line.kind(i + 1) is not Kind.PART:
        return None
    whole = line.skip(i + 2, OF)
    found = period(line, whole, comma)
    if found is None and line.kind(whole) is Kind.YEAR:
        found = periods.whole_year(), whole + 1
    half = found and periods.half_of(found[0], line.tokens[i + 1].value)
    return (half, found[1]) if half and found else None


def _sum(line: Line, i: int, comma: bool) -> tuple[Period, int] | None:
    """6 tháng đầu năm, 2 quý cuối năm, 2 tháng đầu quý II; 9 tháng (from January). A bare "6
    tháng" is no period by itself.
    """
    number = small_number(line, i)
    if number is None or line.kind(number[1]) not in (Kind.MONTH, Kind.QUARTER):
        return None
    size, after = number[0] * (3 if line.kind(number[1]) is Kind.QUARTER else 1), number[1] + 1
    if not 1 <= size <= 12:
        return None
    if line.kind(after) is Kind.PART:
        return _sum_at(line, after, size, comma)
    if (
        line.kind(number[1]) is Kind.MONTH
        and size in (3, 6, 9, 12)
        and not count_after(line, after)
    ):
        found, end = year_suffix(line, after, comma=False)
        if found or size in (3, 9, 12):
            return periods.months(1, size).in_year(found), end
    return None


def _sum_at(line: Line, i: int, size: int, comma: bool) -> tuple[Period, int] | None:
    part = line.tokens[i].value
    whole = line.skip(i + 1, OF)
    if part == 2:
        return None
    if line.kind(whole) is Kind.QUARTER:
        found = _quarter(line, whole, comma)
        if found is None or not found[0].first[0] or size > 3:
            return None
        first, last = found[0].first[0], found[0].last[0]
        first, last = (first, first + size - 1) if part == 1 else (last - size + 1, last)
        return periods.months(first, last).in_year(found[0].year), found[1]
    shape = periods.months(1, size) if part == 1 else periods.months(13 - size, 12)
    if line.kind(whole) is Kind.YEAR:
        named, after = year_suffix(line, whole, comma)
        return shape.in_year(named), after if named else whole + 1
    return _with_year(line, i + 1, comma, shape)
