"""Reads recurrences out of tokens: "hằng quý", "2 tuần một lần", "ngày 06 tháng cuối quý"."""

from dataclasses import dataclass

from cchc_desktop.domain.time_reading.number_grammar import (
    OF,
    count_after,
    counts_times,
    digits,
    small_number,
    year,
)
from cchc_desktop.domain.time_reading.recurrences import INTERVALS, DayRule, often
from cchc_desktop.domain.time_reading.tokens import Line
from cchc_desktop.domain.time_reading.words import SEPARATORS, UNITS, Kind

_OF_EACH = OF | {Kind.EVERY}
_MOST_DAYS = 31
_THINGS = frozenset({Kind.WORD, Kind.REPORT, Kind.EVENT, Kind.LABEL})  # that are counted
_PER = frozenset({Kind.SLASH, Kind.EVERY, Kind.WITHIN, Kind.LINK})


@dataclass(frozen=True, slots=True)
class Bare:
    """A unit without a number: "quý" of "hằng tháng, quý, năm"; `marked` where hằng, mỗi or lần
    says that it recurs.
    """

    unit: str
    marked: bool = False
    rule: DayRule | None = None


def recurrence(line: Line, i: int) -> tuple[Bare, int] | None:
    """A unit that recurs, or may: "quý", "mỗi tháng 01 lần", "1 lần/quý", "cuối mỗi quý", "ngày 25
    hằng tháng".
    """
    start = line.skip(i, (Kind.EVERY,))
    marked = start > i
    found = _times_first(line, start) or _part(line, start) or _last_month(line, start)
    if found is not None:
        return found
    if line.kind(start) is Kind.WHOLE and line.kind(start + 2) is Kind.QUARTER:  # cả 4 quý
        start, marked = start + 1, True
    interval = _interval(line, start)
    if interval is None:
        return None
    unit, after = interval
    counted = count_after(line, after)
    if counted is not None:
        often_unit = often(counted[0], unit)
        return (Bare(often_unit, True), past_year(line, counted[1])) if often_unit else None
    return Bare(unit, marked), past_year(line, after)


def day_rule(line: Line, i: int, before: bool) -> tuple[Bare, int] | None:
    """Days of each month or quarter: "ngày 25 hằng tháng", "ngày 06 tháng cuối quý", "ngày 05 của
    tháng sau"; without "ngày" only before "hằng": "25 hằng tháng".
    """
    named = line.kind(i) is Kind.DAY
    if named and line.kind(i + 1) is Kind.PART:
        return _last_day(line, i, before)
    numbers, j = _days(line, i + named)
    if not numbers or not (named or line.kind(j) is Kind.EVERY):
        return None
    found = _month_of_each(line, line.skip(j, _OF_EACH), line.kind(j) in _OF_EACH)
    if found is None:
        return None
    unit, months_back, after = found
    return Bare(unit, True, DayRule(numbers, months_back, before)), after


def _days(line: Line, j: int) -> tuple[tuple[int, ...], int]:
    """Days in a list, none of them where one is impossible; and the place after them."""
    numbers: list[int] = []
    while 1 <= digits(line, j) <= 2 and len(numbers) < _MOST_DAYS:
        numbers.append(line.tokens[j].value)
        j += 1
        further = line.skip(j, (*SEPARATORS, Kind.DAY))
        if line.kind(j) not in SEPARATORS or not digits(line, further):
            break
        j = further
    possible = all(1 <= number <= _MOST_DAYS for number in numbers)
    return tuple(numbers) if possible else (), j


def _month_of_each(line: Line, i: int, linked: bool) -> tuple[str, int, int] | None:
    """Unit, months back from its end and the place after it, for the month that a day lies in."""
    if line.kind(i) is not Kind.MONTH:
        return None
    j = i + 1
    if line.kind(j) in (Kind.NEXT, Kind.AFTER):
        return "month", -1, j + 1
    if line.kind(j) in (Kind.ORDINAL, Kind.PART):
        part, j = _part_number(line, j)
        of_quarter = line.skip(j, _OF_EACH)
        if line.kind(of_quarter) is Kind.QUARTER and _is_bare(line, of_quarter):
            j = of_quarter + 1
            following = line.kind(j) in (Kind.NEXT, Kind.AFTER)
            return ("quarter", 3 - part - 3 * following, j + following) if part else None
        ends_here = line.kind(j) not in (Kind.YEAR, Kind.QUARTER)
        return ("quarter", 3 - part, j) if part and ends_here else None
    return ("month", 0, j) if linked and _is_bare(line, i) else None


def _part_number(line: Line, i: int) -> tuple[int, int]:
    if line.kind(i) is Kind.PART:
        return line.tokens[i].value, i + 1
    number = small_number(line, i + 1)
    return number if number is not None and 1 <= number[0] <= 3 else (0, i + 1)


def _last_day(line: Line, i: int, before: bool) -> tuple[Bare, int] | None:
    """ngày cuối cùng của tháng."""
    if line.tokens[i + 1].value != 3:
        return None
    unit = line.skip(i + 2, _OF_EACH)
    if line.kind(unit) not in (Kind.MONTH, Kind.QUARTER) or not _is_bare(line, unit):
        return None
    rule = DayRule((31,), before=before)
    return Bare("month" if line.kind(unit) is Kind.MONTH else "quarter", True, rule), unit + 1


def _is_bare(line: Line, i: int) -> bool:
    """Whether the unit at `i` has no number of its own."""
    if line.kind(i) is Kind.YEAR:
        return year(line, i) is None
    if line.kind(i + 1) is Kind.ORDINAL:  # tháng thứ 2
        return False
    number = small_number(line, line.skip(i + 1, (Kind.DOT,)))
    if number is None or counts_times(line, number[1]):
        return True
    counted = line.kind(i + 1) is Kind.NUMBER and line.kind(number[1]) in _THINGS
    return counted and line.kind(i - 1) is Kind.EVERY  # mỗi tháng 01 bài


def _interval(line: Line, i: int) -> tuple[str, int] | None:
    """ "quý", "6 tháng", "2 tuần", "nửa năm" as units."""
    if line.kind(i) is Kind.HALF and line.kind(i + 1) in (Kind.YEAR, Kind.MONTH):
        if line.kind(i + 2) is Kind.PART:
            return None
        return ("half" if line.kind(i + 1) is Kind.YEAR else "2weeks"), i + 2
    number = small_number(line, i)
    count, i = number if number is not None else (1, i)
    if line.kind(i) not in UNITS or not _is_bare(line, i):
        return None
    if count == 4 and line.kind(i) is Kind.QUARTER:  # "4 quý" are all of them
        count = 1
    unit = INTERVALS.get((count, line.kind(i)))
    return (unit, i + 1) if unit else None


def _times_first(line: Line, i: int) -> tuple[Bare, int] | None:
    """ "1 lần/quý", "02 lần mỗi năm", "2 lần trong năm", "1 lần/2 tuần"; "01 cuộc/quý"."""
    number = small_number(line, i)
    if number is None:
        return None
    counted, per = line.kind(number[1]), number[1] + 1
    things = counted in _THINGS and line.kind(per) is Kind.SLASH
    if counted is not Kind.TIMES and not things:
        return None
    interval = _interval(line, line.skip(per, _PER))
    unit = often(number[0], interval[0]) if interval is not None else None
    return (Bare(unit, True), interval[1]) if unit and interval else None


def _part(line: Line, i: int) -> tuple[Bare, int] | None:
    """đầu mỗi quý, cuối tháng: a recurrence where the unit has no number. Its day isn't named."""
    if line.kind(i) is not Kind.PART:
        return None
    unit = line.skip(i + 1, _OF_EACH)
    kind = line.kind(unit)
    if kind not in (Kind.WEEK, Kind.MONTH, Kind.QUARTER) or not _is_bare(line, unit):
        return None
    return Bare(INTERVALS[1, kind], True), past_year(line, unit + 1)


def _last_month(line: Line, i: int) -> tuple[Bare, int] | None:
    """tháng cuối quý, tháng đầu tiên của mỗi quý."""
    if line.kind(i) is not Kind.MONTH or line.kind(i + 1) is not Kind.PART:
        return None
    quarter = line.skip(i + 2, _OF_EACH)
    if line.kind(quarter) is not Kind.QUARTER or not _is_bare(line, quarter):
        return None
    back = 3 - line.tokens[i + 1].value
    return Bare("quarter", True, DayRule((31,), back) if back else None), quarter + 1


def past_year(line: Line, i: int) -> int:
    """Past "trong năm" behind a period or unit, where it adds nothing."""
    in_year = line.kind(i) in OF and line.kind(i + 1) is Kind.YEAR
    return i + 2 if in_year and year(line, i + 1) is None else i
