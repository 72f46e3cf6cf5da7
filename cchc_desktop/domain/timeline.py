"""Lays schedules out over one year: rows in the plan's order, positions in months from its first
day. No pixels and no colours: a sheet of cells and a painted chart are made from the same layout.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from cchc_desktop.domain.schedule import Schedule, last_days

MONTHS = 12
SHEET_NAME, SHEET_TITLE = "Tiến độ", "TIẾN ĐỘ THỰC HIỆN"  # by which our own sheet is known again


class Heading(NamedTuple):
    """A row that heads others: an area (level 1) or a group (level 2)."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """A task to lay out."""

    number: str
    label: str
    lead: str
    schedule: Schedule


class Span(NamedTuple):
    """A block from `start` to `end`, 0 to 12, in months from the year's first day; a span that goes
    over the year's ends is cut there.
    """

    start: float
    end: float

    @property
    def months(self) -> range:
        """The months it touches, from 0."""
        return range(int(self.start), -int(-self.end // 1))


class Mark(NamedTuple):
    """A day: `at` is its middle, in months from the year's first day."""

    at: float
    day: date

    @property
    def month(self) -> int:
        """Its month, from 0."""
        return int(self.at)


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A task's row. `dues` are deadlines, `every` the due days of recurrences, `steady` recurrences
    of days or weeks, which have none; `elsewhere`: deadlines outside the year; `waits_for`: the
    condition's words, or "".
    """

    item: TimelineItem
    spans: tuple[Span, ...]
    dues: tuple[Mark, ...]
    expected: tuple[Mark, ...]
    every: tuple[Mark, ...]
    steady: bool
    ongoing: bool
    waits_for: str
    elsewhere: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The rows of a year."""

    year: int
    rows: tuple[Heading | TimelineRow, ...]


def layout(items: Iterable[Heading | TimelineItem], year: int) -> Timeline:
    """The timeline of the items, in their order."""
    rows = (item if isinstance(item, Heading) else _row(item, year) for item in items)
    return Timeline(year, tuple(rows))


def _row(item: TimelineItem, year: int) -> TimelineRow:
    schedule = item.schedule
    every = sorted({day for unit in schedule.every for day in _occurrences(unit, schedule, year)})
    due = [day for day in schedule.due if day not in every]
    return TimelineRow(
        item=item,
        spans=tuple(_spans(schedule, year)),
        dues=_marks(due, year),
        expected=_marks(schedule.expected, year),
        every=_marks(every, year),
        steady=any(not last_days(unit, year) for unit in schedule.every),
        ongoing=schedule.ongoing,
        waits_for=schedule.waits_for or "",
        elsewhere=tuple(day for day in due if day.year != year),
    )


def _occurrences(unit: str, schedule: Schedule, year: int) -> list[date]:
    """The due days of a recurrence: its periods' last days, unless the schedule names other days in
    every period ("ngày 06 tháng cuối quý").
    """
    ends = last_days(unit, year)
    if not ends:
        return []
    length = MONTHS // len(ends)
    named = [
        [day for day in schedule.due if day.year == year and 0 <= end.month - day.month < length]
        for end in ends
    ]
    if not all(named):
        return ends
    return [
        day
        for end, days in zip(ends, named, strict=True)
        for day in ([end] if end in days else days)
    ]


def _spans(schedule: Schedule, year: int) -> Iterator[Span]:
    for first, last in schedule.spans:
        start, end = _position(first, year), _position(last + timedelta(days=1), year)
        if start < MONTHS and end > 0:
            yield Span(max(start, 0), min(end, MONTHS))


def _marks(days: Iterable[date], year: int) -> tuple[Mark, ...]:
    return tuple(
        Mark(_position(day, year) + 0.5 / _length(day), day) for day in days if day.year == year
    )


def _position(day: date, year: int) -> float:
    """The beginning of a day in months from the year's first day."""
    return (day.year - year) * MONTHS + day.month - 1 + (day.day - 1) / _length(day)


def _length(day: date) -> int:
    return monthrange(day.year, day.month)[1]
