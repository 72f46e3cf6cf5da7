"""Recurrences: how often, and on which days of a year."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from cchc_desktop.domain.quarter import Quarter
from cchc_desktop.domain.time_reading.periods import Span, month_end
from cchc_desktop.domain.time_reading.words import Kind

# (number, unit) of "2 tuần một lần", "hằng 6 tháng", and what it recurs by.
INTERVALS: dict[tuple[int, Kind], str] = {
    (1, Kind.DAY): "day",
    (7, Kind.DAY): "week",
    (14, Kind.DAY): "2weeks",
    (15, Kind.DAY): "2weeks",
    (1, Kind.WEEK): "week",
    (2, Kind.WEEK): "2weeks",
    (1, Kind.MONTH): "month",
    (3, Kind.MONTH): "quarter",
    (6, Kind.MONTH): "half",
    (12, Kind.MONTH): "year",
    (1, Kind.QUARTER): "quarter",
    (2, Kind.QUARTER): "half",
    (1, Kind.YEAR): "year",
}

# "2 lần/năm": times within a unit, and what it recurs by. Other counts have no name here.
_FREQUENCIES: dict[tuple[str, int], str] = {
    ("month", 2): "2weeks",
    ("month", 4): "week",
    ("quarter", 3): "month",
    ("half", 2): "quarter",
    ("year", 2): "half",
    ("year", 4): "quarter",
    ("year", 12): "month",
}

# Months of a year in which each ends. Days and weeks have no due list.
_END_MONTHS: dict[str, tuple[int, ...]] = {
    "month": tuple(range(1, 13)),
    "quarter": tuple(Quarter(2000, number).last_month for number in range(1, 5)),
    "half": (6, 12),
    "year": (12,),
}
_OCCURRENCES = {unit: len(ends) for unit, ends in _END_MONTHS.items()}


@dataclass(frozen=True, slots=True)
class DayRule:
    """On which days of each month or quarter: "ngày 06 tháng cuối quý", "đầu mỗi quý".

    `months_back`: months from the one that the day is in to the unit's last one (-1: the first
    month of the next unit). `before`: due the day before.
    """

    days: tuple[int, ...]
    months_back: int = 0
    before: bool = False


def often(times: int, unit: str) -> str | None:
    """What "`times` lần" a unit recurs by, None when that has no name."""
    return unit if times == 1 else _FREQUENCIES.get((unit, times))


def occurrences(unit: str, year: int, rule: DayRule | None = None) -> list[date]:
    """The due day of each occurrence in the year: the unit's own end, or as the rule says."""
    ends = _END_MONTHS.get(unit, ())
    if rule is None:
        return [month_end(year, month) for month in ends]
    return [day for month in ends for day in _by_rule(year, month, rule)]


def _by_rule(year: int, end_month: int, rule: DayRule) -> Iterator[date]:
    index = 12 * year + end_month - 1 - rule.months_back
    last = month_end(index // 12, index % 12 + 1)
    for day in rule.days:
        # "ngày 31 hằng tháng" is the last day of a shorter month
        yield min(last, last.replace(day=1) + timedelta(days=day - 1)) - timedelta(days=rule.before)


def within(days: list[date], spans: list[Span]) -> list[date]:
    """Those of the days that lie in one of the spans."""
    return [day for day in days if any(start <= day <= end for start, end in spans)]


def names_each(unit: str, dates: int) -> bool:
    """Whether so many dates may name a unit's occurrences one by one ("Hằng quý, trước ngày 10/3,
    10/6, 10/9"): all of a year's, one of four or more may be missing.
    """
    expected = _OCCURRENCES.get(unit, 0)
    return bool(expected) and dates >= expected - (expected > 2)
