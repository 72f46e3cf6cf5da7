"""Lays schedules out over one year: rows in the plan's order, positions in months from its first
day. No pixels and no colours: a sheet of cells and a painted chart are made from the same layout.
"""

from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from cchc_desktop.domain.occurrences import due_days
from cchc_desktop.domain.plan import Area, Row, Task, heading_text
from cchc_desktop.domain.progress import NOTHING_SAID, Progress, Said, is_done, said_of
from cchc_desktop.domain.quarter import MONTHS
from cchc_desktop.domain.schedule import Schedule, last_days, read_schedule
from cchc_desktop.domain.timeline_standing import Stand, stand_on
from cchc_desktop.domain.waiting import after_events

SHEET_NAME, SHEET_TITLE = "Tiến độ", "TIẾN ĐỘ THỰC HIỆN"  # by which our own sheet is known again


class Heading(NamedTuple):
    """A row that heads others: an area or a unit (level 1), a group (level 2)."""

    text: str
    level: int
    key: str = ""  # the record's id, or the unit's name


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """A task to lay out; `said`: what was last said of it."""

    number: str
    label: str
    lead: str
    schedule: Schedule
    record_id: str = ""
    said: tuple[Said, ...] = ()


class Span(NamedTuple):
    """A block from `start` to `end`, 0 to 12, in months from the year's first day; a span that goes
    over the year's ends is cut there. `first` and `last` are its days, uncut.
    """

    start: float
    end: float
    first: date
    last: date
    stand: Stand | None = None

    @property
    def months(self) -> range:
        """The months it touches, from 0."""
        return range(int(self.start), -int(-self.end // 1))


class Mark(NamedTuple):
    """A day: `at` is its middle, in months from the year's first day."""

    at: float
    day: date
    stand: Stand | None = None

    @property
    def month(self) -> int:
        """Its month, from 0."""
        return int(self.at)


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A task's row. `dues` are deadlines, `every` the due days of recurrences, `steady` recurrences
    of days or weeks, which have none; `elsewhere`: deadlines outside the year; `waits_for`: the
    condition's words, or ""; `done`: all of it is finished.
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
    done: bool = False

    @property
    def stands(self) -> list[Stand]:
        """How its spans and deadlines stand, as far as that is known."""
        timed: list[Span | Mark] = [*self.spans, *self.dues, *self.every]
        return [place.stand for place in timed if place.stand is not None]

    @property
    def overdue(self) -> bool:
        """Whether a deadline is past."""
        return any(stand.overdue for stand in self.stands)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to draw: the words were not understood, or there are none."""
        marks = self.spans or self.dues or self.expected or self.every or self.elsewhere
        return not (marks or self.steady or self.ongoing or self.waits_for)


@dataclass(frozen=True, slots=True)
class Timeline:
    """The rows of a year; `today` only where it lies in that year."""

    year: int
    rows: tuple[Heading | TimelineRow, ...]
    today: Mark | None = None


def timeline_items(
    rows: Iterable[Row],
    year: int,
    read: Callable[[str, int], Schedule] = read_schedule,
    progress: Progress = NOTHING_SAID,
) -> Iterator[Heading | TimelineItem]:
    """A plan's rows as what a timeline lays out, what has happened and was said taken in; each
    distinct time text is read once.
    """
    read_once = cache(lambda text: after_events(read(text, year), progress.events))
    for row in rows:
        if isinstance(row, Task):
            schedule, said = read_once(row.time), progress.said.get(row.id, ())
            yield TimelineItem(row.number, row.text, row.lead, schedule, row.id, said)
        else:
            yield Heading(heading_text(row), 1 if isinstance(row, Area) else 2, row.id)


def layout(
    items: Iterable[Heading | TimelineItem], year: int, today: date | None = None
) -> Timeline:
    """The timeline of the items, in their order, as it stands on a day; of a plan of another year
    than the day's only what is done stands somehow.
    """
    today = today if today is not None and today.year == year else None
    rows: list[Heading | TimelineRow] = []
    # many rows of a plan have the same time, and nothing or the same was said of them
    laid_out: dict[tuple[Schedule, tuple[Said, ...]], TimelineRow] = {}
    for item in items:
        if isinstance(item, Heading):
            rows.append(item)
            continue
        key = item.schedule, item.said
        if key not in laid_out:
            laid_out[key] = _row(item, year, today)
        rows.append(replace(laid_out[key], item=item))
    return Timeline(year, tuple(rows), Mark(_middle(today, year), today) if today else None)


def _row(item: TimelineItem, year: int, today: date | None) -> TimelineRow:
    schedule = item.schedule
    every = due_days(schedule, year)
    due = [day for day in schedule.due if day not in every]
    said = said_of(schedule, year, item.said)
    done = bool(said) and is_done(schedule, year, item.said)

    def stand(day: date, first: date | None = None) -> Stand | None:
        return stand_on(today, day, first, said.get(None) or said.get(day))

    return TimelineRow(
        item=item,
        spans=tuple(_spans(schedule, year, stand)),
        dues=_marks(due, year, stand),
        expected=_marks(schedule.expected, year),
        every=_marks(every, year, stand),
        steady=any(not last_days(unit, year) for unit in schedule.every),
        ongoing=schedule.ongoing,
        waits_for="" if done else schedule.waits_for or "",
        elsewhere=tuple(day for day in due if day.year != year),
        done=done,
    )


def _spans(
    schedule: Schedule, year: int, stand: Callable[[date, date | None], Stand | None]
) -> Iterator[Span]:
    for first, last in schedule.spans:
        start, end = _position(first, year), _position(last + timedelta(days=1), year)
        if start < MONTHS and end > 0:
            # "quý I, chậm nhất 15/4": late after that day, not after the quarter
            deadline = min((day for day in schedule.due if day >= last), default=last)
            stood = stand(deadline, first)
            yield Span(max(start, 0), min(end, MONTHS), first, last, stood)


def _marks(
    days: Iterable[date], year: int, stand: Callable[[date], Stand | None] = lambda _: None
) -> tuple[Mark, ...]:
    return tuple(Mark(_middle(day, year), day, stand(day)) for day in days if day.year == year)


def _middle(day: date, year: int) -> float:
    return _position(day, year) + 0.5 / _length(day)


def _position(day: date, year: int) -> float:
    """The beginning of a day in months from the year's first day."""
    return (day.year - year) * MONTHS + day.month - 1 + (day.day - 1) / _length(day)


def _length(day: date) -> int:
    return monthrange(day.year, day.month)[1]
