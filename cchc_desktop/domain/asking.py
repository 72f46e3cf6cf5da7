"""What a reporting period asks about a task: once, or once for each of its occurrences."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from cchc_desktop.domain.occurrences import occurrences
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.domain.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: `occurrence` is the ISO due day of one of several, else ""; `due` its
    deadline, None where it has none. `now`: it belongs to this period, or is left from an earlier
    one; what is not is still to come and may be answered.
    """

    occurrence: str = ""
    due: date | None = None
    now: bool = True


def questions(
    schedule: Schedule, period: ReportingPeriod, done: Collection[str] = ()
) -> list[Question]:
    """What the period asks about a task with that schedule; `done` are the occurrences that earlier
    periods have reported as finished ("" for a task with one result).

    There is always one where the task has not been finished: what comes later is asked for last.
    """
    days = occurrences(schedule, period.year)
    if days:
        return _of_occurrences(days, period, done)
    if "" in done and not schedule.ongoing:
        return []
    due = schedule.due[-1] if schedule.due else None
    return [Question("", due, _is_now(schedule, period))]


def _of_occurrences(
    days: list[date], period: ReportingPeriod, done: Collection[str]
) -> list[Question]:
    left = [day for day in days if day.isoformat() not in done]
    asked = [day for day in left if _has_come(day, period)]
    if asked:
        return [Question(day.isoformat(), day) for day in asked]
    return [Question(day.isoformat(), day, now=False) for day in left[:1]]


def _is_now(schedule: Schedule, period: ReportingPeriod) -> bool:
    starts = list(_starts(schedule))
    return not starts or any(_has_come(day, period) for day in starts)


def _starts(schedule: Schedule) -> Iterator[date]:
    """The days from which on a task is at work; none where it always may be."""
    if not (schedule.ongoing or schedule.every or schedule.waits_for):
        yield from (first for first, _ in schedule.spans)
        if not schedule.spans:
            yield from schedule.due


def _has_come(day: date, period: ReportingPeriod) -> bool:
    return day < period.first or period.asks_about(day)
