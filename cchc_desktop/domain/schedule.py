"""Reads the words of a time cell into a Schedule; the words are kept verbatim (design.md, "Time, as
data").
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from cchc_desktop.domain.time_reading.clauses import Dated, Ongoing, Recurring
from cchc_desktop.domain.time_reading.meaning import Part, parts
from cchc_desktop.domain.time_reading.recurrences import occurrences
from cchc_desktop.domain.time_reading.statements import Statements, statements
from cchc_desktop.domain.vietnamese import nfc, one_line

T = TypeVar("T")


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
    plain = nfc(text)
    read = statements(plain, year)
    meant = parts(read.clauses, year, before_is_exclusive)
    return Schedule(
        text=text,
        spans=_once(span for part in meant for span in part.spans),
        due=tuple(sorted({day for part in meant for day in part.due})),
        every=_once(p.meaning.unit for p in meant if isinstance(p.meaning, Recurring)),
        ongoing=any(isinstance(part.meaning, Ongoing) for part in meant),
        waits_for="; ".join(read.words(plain, place) for place in read.conditions) or None,
        expected=_once(day for part in meant for day in part.expected),
        unread=_unread(plain, read, meant),
        foreign_years=tuple(sorted({named for part in meant for named in _years(part)} - {year})),
    )


def last_days(unit: str, year: int) -> list[date]:
    """The last day of each period of a recurrence in the year; none for days and weeks, which have
    no due list.
    """
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


def _once(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))


def _years(part: Part) -> tuple[int, ...]:
    match part.meaning:
        case Dated(years=years):
            return years
        case Ongoing(year=int(named)):
            return (named,)
        case _:
            return ()


def _unread(text: str, read: Statements, meant: list[Part]) -> str:
    """Words not understood; the whole text where nothing was."""
    understood = [part for part in meant if not part.unread]
    if not understood and not read.conditions:
        whole = one_line(text)
        return whole if any(char.isalnum() for char in whole) else ""
    without_meaning = [(part.clause.start, part.clause.end) for part in meant if part.unread]
    return "; ".join(read.words(text, place) for place in read.leftovers(without_meaning))
