"""What a time cell says, and the door to reading it; the words are kept verbatim (design.md, "Time,
as data"). The reading itself is loaded with the first cell that is read: most records need no more
of a schedule than its name.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Schedule:
    """What a time cell says. `spans` are (first day, last day); `due` last days in order without
    repeats.

    `every`: of "day", "week", "2weeks", "month", "quarter", "half", "year". `ongoing`: thường
    xuyên, cả năm. `waits_for`: the condition's words, or None. `expected`: the day after "dự kiến".
    `unread`: words not understood. `foreign_years`: years named that are not the plan's.
    """

    text: str
    spans: tuple[tuple[date, date], ...] = ()
    due: tuple[date, ...] = ()
    every: tuple[str, ...] = ()
    ongoing: bool = False
    waits_for: str | None = None
    expected: tuple[date, ...] = ()
    unread: str = ""
    foreign_years: tuple[int, ...] = ()


def read_schedule(text: str, year: int, *, before_is_exclusive: bool = True) -> Schedule:
    """The schedule that the words mean in the plan of that year; "trước ngày D" is due D - 1
    unless switched off.
    """
    from cchc_desktop.domain.time_reading.cell import read_cell

    return read_cell(text, year, before_is_exclusive)


def last_days(unit: str, year: int) -> list[date]:
    """The last day of each period of a recurrence in the year; none for days and weeks, which have
    no due list.
    """
    from cchc_desktop.domain.time_reading.recurrences import occurrences

    return occurrences(unit, year)


def schedule_json(schedule: Schedule) -> dict[str, object]:
    """The form in which the command prints a schedule; dates in ISO form."""
    return {
        "text": schedule.text,
        "spans": [[start.isoformat(), end.isoformat()] for start, end in schedule.spans],
        "due": [day.isoformat() for day in schedule.due],
        "every": list(schedule.every),
        "ongoing": schedule.ongoing,
        "waits_for": schedule.waits_for,
        "unread": schedule.unread,
    }
