"""The times that a task is done in a year: a task with several due days has a result for each."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from cchc_desktop.domain.quarter import MONTHS, Quarter
from cchc_desktop.domain.schedule import Schedule, last_days
from cchc_desktop.domain.vietnamese import roman

_LENGTHS = {"month": 1, "quarter": 3}  # months
_MONTHLY, _QUARTERLY, _OTHER = "tháng", "quý", "lần"
_RANGE = 3  # months or quarters in a row that are named by the first and the last


def due_days(schedule: Schedule, year: int) -> list[date]:
    """The due days of its recurrences in the year, in order: the last days of their periods, unless
    the schedule names other days in every period ("ngày 06 tháng cuối quý").
    """
    return list(_due_days(schedule.every, schedule.due, year)) if schedule.every else []


def occurrences(schedule: Schedule, year: int) -> list[date]:
    """The days of which each has a result of its own, in order; none where one result is enough."""
    days = sorted({*due_days(schedule, year), *schedule.due})
    return days if len(days) > 1 else []


def times_word(schedule: Schedule, year: int) -> str:
    """What its occurrences are counted in: "tháng" or "quý", "lần" where they are other times."""
    lengths = {_LENGTHS.get(unit) for unit in schedule.every} or {
        last.month - first.month + 1 for first, last in schedule.spans
    }
    days = occurrences(schedule, year)
    for word, length in ((_MONTHLY, 1), (_QUARTERLY, 3)):
        apart = {(day.year, _place(word, day)) for day in days}
        if lengths == {length} and len(apart) == len(days) and days[-1].year == days[0].year:
            return word
    return _OTHER


def times_named(word: str, days: Sequence[date]) -> str:
    """Some occurrences by the word that they are counted in: "tháng 4, 5", "quý I", "kỳ 15/3"."""
    if word == _OTHER:
        return f"kỳ {', '.join(f'{day.day}/{day.month}' for day in days)}"
    places = [_place(word, day) for day in days]
    names = [str(place) if word == _MONTHLY else roman(place) for place in places]
    if len(places) >= _RANGE and places[-1] - places[0] == len(places) - 1:
        return f"{word} {names[0]}–{names[-1]}"
    return f"{word} {', '.join(names)}"


def _place(word: str, day: date) -> int:
    """The month or quarter of a day, by its number in the year."""
    return day.month if word == _MONTHLY else Quarter.of(day).number


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
