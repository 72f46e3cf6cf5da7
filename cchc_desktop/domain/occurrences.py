"""The times that a task is done in a year: a task with several due days has a result for each."""

from datetime import date
from functools import lru_cache

from cchc_desktop.domain.quarter import MONTHS
from cchc_desktop.domain.schedule import Schedule, last_days


def due_days(schedule: Schedule, year: int) -> list[date]:
    """The due days of its recurrences in the year, in order: the last days of their periods, unless
    the schedule names other days in every period ("ngày 06 tháng cuối quý").
    """
    return list(_due_days(schedule.every, schedule.due, year)) if schedule.every else []


def occurrences(schedule: Schedule, year: int) -> list[date]:
    """The days of which each has a result of its own, in order; none where one result is enough."""
    days = sorted({*due_days(schedule, year), *schedule.due})
    return days if len(days) > 1 else []


@lru_cache(maxsize=1 << 12)  # plans have few schedules, asked for after every step
def _due_days(every: tuple[str, ...], due: tuple[date, ...], year: int) -> tuple[date, ...]:
    return tuple(sorted({day for unit in every for day in _of_unit(unit, due, year)}))


def _of_unit(unit: str, due: tuple[date, ...], year: int) -> list[date]:
    ends = last_days(unit, year)
    if not ends:
        return []
    length = MONTHS // len(ends)
    named = [
        [day for day in due if day.year == year and 0 <= end.month - day.month < length]
        for end in ends
    ]
    if not all(named):
        return ends
    return [
        day
        for end, days in zip(ends, named, strict=True)
        for day in ([end] if end in days else days)
    ]
