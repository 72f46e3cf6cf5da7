"""Periods that words name: days, months, quarters, years and parts of them, with the year given or
not; and the year that a list writes only once.
"""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from cchc_desktop.domain.quarter import Quarter

MonthDay = tuple[int, int]
Span = tuple[date, date]
YEARS = range(1990, 2101)  # what a number may mean as a year
_MONTH_END = 0


@dataclass(frozen=True, slots=True)
class Period:
    """From `first` to `last` (month, day; day 0 is the month's end) of `year`, None where the words
    don't give it. Impossible dates may be held; `span_in` refuses them.
    """

    unit: str  # "day", "month", "quarter", "months", "year"
    first: MonthDay
    last: MonthDay
    year: int | None = None

    def in_year(self, year: int | None) -> "Period":
        """The same period with its year; None leaves it as it is."""
        return self if year is None else replace(self, year=year)

    def span_in(self, year: int) -> Span:
        """First and last day in that year; ValueError when there is no such day."""
        month, day = self.last
        last = date(year, month, day) if day != _MONTH_END else month_end(year, month)
        return date(year, *self.first), last


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one period to another, or one alone; `open_end`: up to the day before `last`."""

    first: Period
    last: Period
    open_end: bool = False


def month_end(year: int, month: int) -> date:
    """The last day of a month; ValueError when there is no such month."""
    return date(year, month, monthrange(year, month)[1])


def day(number: int, month: int, year: int | None = None) -> Period:
    """A calendar day."""
    return Period("day", (month, number), (month, number), year)


def month(number: int) -> Period:
    """Tháng 1 to 12; other numbers are held but have no span."""
    return Period("month", (number, 1), (number, _MONTH_END))


def quarter(number: int) -> Period:
    """Quý 1 to 4; other numbers are held but have no span."""
    if not 1 <= number <= 4:
        return Period("quarter", (0, 0), (0, 0))
    # 2000 stands for any year: quarters begin and end in the same months of each.
    shape = Quarter(2000, number)
    return Period("quarter", (shape.first_month, 1), (shape.last_month, _MONTH_END))


def months(first: int, last: int) -> Period:
    """From one month to another: "6 tháng đầu năm"."""
    return Period("months", (first, 1), (last, _MONTH_END))


def whole_year(year: int | None = None) -> Period:
    """A year."""
    return Period("year", (1, 1), (12, _MONTH_END), year)


def month_of(quarter: Period, part: int) -> Period:
    """The first, middle or last month of a quarter, as "tháng cuối quý II" names it."""
    first = quarter.first[0]
    return replace(month(first + part - 1), year=quarter.year) if first else quarter


def ten_days_of(month: Period, part: int) -> Period:
    """thượng tuần 1, trung tuần 2, hạ tuần 3 of a month."""
    begin, end = ((1, 10), (11, 20), (21, _MONTH_END))[part - 1]
    number = month.first[0]
    return replace(month, first=(number, begin), last=(number, end))


def half_of(period: Period, part: int) -> Period | None:
    """nửa đầu 1 or nửa cuối 3 of a month or a year; None of anything else."""
    first, last = period.first[0], period.last[0]
    if period.unit == "month":
        begin, end = ((1, 15), (16, _MONTH_END))[part == 3]
        return replace(period, first=(first, begin), last=(last, end))
    if period.unit == "year":
        return replace(months(1, 6) if part == 1 else months(7, 12), year=period.year)
    return None


def resolved(stretches: Sequence[Stretch], plan_year: int) -> list[Span | None]:
    """Their spans; None for an impossible one.

    A year written once holds for what stands before it in the list, as long as the list runs
    forward ("Tháng 11, 12 và tháng 01/2025" begins in 2024); else a missing year is the plan's.
    """
    spans: list[Span | None] = []
    after: Period | None = None  # the nearest period behind whose year is known from the words
    for stretch in reversed(stretches):
        last = stretch.last.in_year(stretch.last.year or _year_before(stretch.last, after))
        after = last if last.year else after
        first = last
        if stretch.first is not stretch.last:
            first = stretch.first.in_year(stretch.first.year or _year_before(stretch.first, after))
            after = first if first.year else after
        spans.append(_span(replace(stretch, first=first, last=last), plan_year))
    return spans[::-1]


def _year_before(period: Period, after: Period | None) -> int | None:
    if after is None or after.year is None:
        return None
    runs_forward = _end_key(period) <= _end_key(after)
    return after.year if runs_forward else after.year - 1


def _end_key(period: Period) -> MonthDay:
    month_number, last_day = period.last
    return month_number, last_day or 31


def _span(stretch: Stretch, plan_year: int) -> Span | None:
    first_year = stretch.first.year or plan_year
    last_year = stretch.last.year or plan_year
    if first_year not in YEARS or last_year not in YEARS:
        return None
    try:
        start, _ = stretch.first.span_in(first_year)
        begin, end = stretch.last.span_in(last_year)
        if stretch.last.year is None and end < start:
            begin, end = stretch.last.span_in(first_year + (stretch.first.year is not None))
    except ValueError:
        return None
    if stretch.open_end:
        end = begin - timedelta(days=1)
    return (start, end) if start <= end else None
