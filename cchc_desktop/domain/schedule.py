"""Reads the words of a time cell into a Schedule; the words are kept verbatim (design.md, "Time,
as data").
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Schedule:
    """What a time cell says. `spans` are (first day, last day); `due` last days in order without
    repeats.

    `every`: of "day", "week", "2weeks", "month", "quarter", "half", "year". `ongoing`: thường
    xuyên, cả năm.
    `waits_for`: the condition's words, or None. `expected`: the day after "dự kiến". `unread`:
    words not understood.
    `foreign_years`: years named that are not the plan's.
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
    raise NotImplementedError
