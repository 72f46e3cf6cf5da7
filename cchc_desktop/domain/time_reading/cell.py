"""A whole time cell: what its statements mean together is its schedule."""

from collections.abc import Iterable
from typing import TypeVar

from cchc_desktop.domain.schedule import Schedule
from cchc_desktop.domain.time_reading.clauses import Dated, Ongoing, Recurring
from cchc_desktop.domain.time_reading.meaning import Part, parts
from cchc_desktop.domain.time_reading.statements import Statements, statements
from cchc_desktop.domain.vietnamese import nfc, one_line

T = TypeVar("T")


def read_cell(text: str, year: int, before_is_exclusive: bool) -> Schedule:
    """The schedule that the words mean in the plan of that year; "trước ngày D" is due D - 1 where
    it is exclusive.
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
