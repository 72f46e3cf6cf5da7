"""Reads dates out of tokens: one, several of a month, or one day of several months.

Shapes are read before they are judged: "31/6/2024" is a date that does not exist, not "6/2024".
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cchc_desktop.domain.time_reading import periods
from cchc_desktop.domain.time_reading.number_grammar import (
    DATE_MARKS,
    OF,
    digits,
    month_number,
    stands_alone,
    year_suffix,
)
from cchc_desktop.domain.time_reading.periods import YEARS, Stretch
from cchc_desktop.domain.time_reading.tokens import Line
from cchc_desktop.domain.time_reading.words import SEPARATORS, Kind

_NO_MONTH = 0
_MOST_DAYS = 31
_NEAR_YEARS = 10
_JOINTS = SEPARATORS | {Kind.DASH, Kind.UNTIL}


@dataclass(frozen=True, slots=True)
class Days:
    """Days whose month is not given here: "ngày 25" of "hằng tháng, trước ngày 25"."""

    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Tail:
    """What follows a number and makes it a date: months (several in "của tháng 3, tháng 6"), or a
    year that makes it a month ("3/2024").
    """

    place: int
    months: tuple[int, ...] = ()
    year: int | None = None


def dates(line: Line, i: int, dated: bool) -> tuple[list[Stretch] | Days, int] | None:
    """Days: "ngày 5 tháng 6 năm 2024", "14/3", "10, 20/3", "14-16/3/2024", "01 của tháng 3, tháng
    6"; also months in figures, "3/2024". `dated`: a word before says that a date follows.
    """
    if line.kind(i) is Kind.DATE:
        value = line.tokens[i].value
        only = periods.day(value % 100, value // 100 % 100, value // 10000)
        return [Stretch(only, only)], i + 1
    if (iso := _iso_month(line, i)) is not None:
        return iso
    named = line.kind(i) is Kind.DAY
    dated = dated or named
    j = i + named
    numbers: list[int] = []
    joints: list[Kind] = []
    while 1 <= digits(line, j) <= 2 and len(numbers) < _MOST_DAYS:
        numbers.append(line.tokens[j].value)
        tail = _tail(line, j, dated)
        if tail is not None and not dated and numbers == [len(tail.months)] and numbers[0] > 1:
            each = [periods.month(number).in_year(tail.year) for number in tail.months]
            return [Stretch(month, month) for month in each], tail.place  # 2 tháng 5, 6
        if tail is not None:
            return list(_joined(numbers, joints, tail)), tail.place
        if line.kind(j + 1) not in _JOINTS:
            break
        joints.append(line.kind(j + 1))
        j = line.skip(j + 2, (Kind.DAY, Kind.AND))
    if not named or not numbers:
        return None
    return _days_only(line, i + 1)


def _iso_month(line: Line, i: int) -> tuple[list[Stretch], int] | None:
    """ "2024-03"; "2024-2025" are years."""
    if digits(line, i) != 4 or line.kind(i + 1) is not Kind.DASH or digits(line, i + 2) != 2:
        return None
    if not (line.tokens[i + 1].glued and line.tokens[i + 2].glued):
        return None
    only = periods.month(line.tokens[i + 2].value).in_year(line.tokens[i].value)
    return [Stretch(only, only)], i + 3


def _days_only(line: Line, i: int) -> tuple[Days, int]:
    numbers = [line.tokens[i].value]
    i += 1
    while line.kind(i) in SEPARATORS and 1 <= digits(line, i + 1) <= 2:
        if not stands_alone(line, i + 2):
            break
        numbers.append(line.tokens[i + 1].value)
        i += 2
    return Days(tuple(numbers)), i


def _joined(numbers: list[int], joints: list[Kind], tail: _Tail) -> Iterator[Stretch]:
    """The numbers of a list as dates of the tail's months, or as months of its year; those joined
    by "-" or "đến" as one stretch.
    """
    for month in tail.months or (None,):
        shapes = [
            periods.month(number).in_year(tail.year)
            if month is None
            else periods.day(number, month, tail.year)
            for number in numbers
        ]
        stretches = [Stretch(shapes[0], shapes[0])]
        for joint, shape in zip(joints, shapes[1:], strict=True):
            if joint in (Kind.DASH, Kind.UNTIL):
                stretches[-1] = replace(stretches[-1], last=shape)
            else:
                stretches.append(Stretch(shape, shape))
        yield from stretches


def _tail(line: Line, i: int, dated: bool) -> _Tail | None:
    """What follows the number at `i`."""
    mark = line.kind(i + 1)
    if mark in DATE_MARKS and line.kind(i + 2) is Kind.NUMBER:
        return _figures(line, i, dated)
    j = i + 1
    if dated:
        j = line.skip(j, (Kind.COMMA,)) if line.kind(j + 1) is Kind.MONTH else j
        j = line.skip(j, (OF | {Kind.EVERY}))
    number = month_number(line, j + 1) if line.kind(j) is Kind.MONTH else None
    return _months(line, *number) if number is not None else None


def _figures(line: Line, i: int, dated: bool) -> _Tail | None:
    """/3, /3/2024, .3.2024, -3-2024, /2024."""
    mark, place = line.kind(i + 1), i + 3
    glued = line.tokens[i + 1].glued and line.tokens[i + 2].glued
    second, length = line.tokens[i + 2].value, digits(line, i + 2)
    if length == 4 and second in YEARS:
        return _Tail(place, year=second) if mark is Kind.SLASH or glued else None
    if length > 2:
        return None
    if line.kind(place) is mark and digits(line, place + 1) in (2, 4) and _one_date(line, place):
        full = _full_year(line, place + 1)
        return _Tail(place + 2, (second if full else _NO_MONTH,), full)
    if line.kind(place) is Kind.SLASH and line.kind(place + 1) is Kind.NUMBER:
        return _mixed(line, place, second, mark, dated)
    if mark is Kind.SLASH:
        found, after = year_suffix(line, place)
        return _Tail(after, (second,), found)
    like_a_date = digits(line, i) == length == 2 or line.tokens[i].value > 12
    of_month = line.kind(place) is Kind.MONTH  # ngày 12-14 tháng 3
    if glued and not of_month and (dated or (mark is Kind.DOT and like_a_date)):
        return _Tail(place, (second,))
    return None


def _full_year(line: Line, i: int) -> int | None:
    """The third figure of a date as a year; "24" only where that is near the plan's."""
    number = line.tokens[i].value
    if digits(line, i) == 4:
        return number
    return 2000 + number if abs(2000 + number - line.year) <= _NEAR_YEARS else None


def _one_date(line: Line, place: int) -> bool:
    """Whether figures end with the third one: 3/6/09/12 is no date."""
    return not (line.kind(place + 2) is Kind.SLASH and line.kind(place + 3) is Kind.NUMBER)


def _mixed(line: Line, place: int, second: int, mark: Kind, dated: bool) -> _Tail | None:
    """ "ngày 14-3/2024" is a date, "14-16/3" is not one yet, "3/6/9/12" never is one."""
    if mark is Kind.SLASH:
        while line.kind(place) is Kind.SLASH and line.kind(place + 1) is Kind.NUMBER:
            place += 2
        return _Tail(place, (_NO_MONTH,))
    last = line.tokens[place + 1].value
    if dated and last in YEARS and second <= 12:
        return _Tail(place + 2, (second,), last)
    return None


def _months(line: Line, first: int, i: int) -> _Tail:
    """The months that share a day: "ngày 01 của tháng 3, tháng 6 và tháng 9 năm 2024"."""
    months = [first]
    found, after = year_suffix(line, i)
    while found is None and line.kind(after) in SEPARATORS:
        j = line.skip(after, SEPARATORS)
        j = line.skip(j, OF)
        named = line.kind(j) is Kind.MONTH
        number = month_number(line, j + named)
        if number is None or not (named or _continues(line, number[1])):
            break
        months.append(number[0])
        found, after = year_suffix(line, number[1])
    return _Tail(after, tuple(months), found)


def _continues(line: Line, i: int) -> bool:
    starts_date = line.kind(i) in DATE_MARKS and digits(line, i + 1) in (1, 2)
    return stands_alone(line, i) and not starts_date
