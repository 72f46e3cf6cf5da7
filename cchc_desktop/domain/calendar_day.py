"""A day in a calendar: a deadline as other programs show it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """`key` stays the same while the deadline is the same one, also where its day or words change;
    `note` may have lines.
    """

    key: str
    day: date
    title: str
    note: str = ""
