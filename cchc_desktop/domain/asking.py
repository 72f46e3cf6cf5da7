"""What a reporting period asks about a task: once, or once for each of its occurrences."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from cchc_desktop.domain.occurrences import occurrences
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.domain.schedule import Schedule, last_days


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
    left = [q for q in all_questions(schedule, period) if q.occurrence not in done]
    now = [question for question in left if question.now]
    if not now and _is_lasting(schedule):
        return [Question()]
    return now or left[:1]


def all_questions(schedule: Schedule, period: ReportingPeriod) -> list[Question]:
    """What can be answered about a task, whatever was said of it before."""
    several = occurrences(schedule, period.year)
    if several:
        return [Question(day.isoformat(), day, period.has_come(day)) for day in several]
    due = schedule.due[-1] if schedule.due else None
    return [Question("", due, _has_begun(schedule, period))]


def _has_begun(schedule: Schedule, period: ReportingPeriod) -> bool:
    """What lasts, recurs or waits may be at work at any time."""
    if _is_lasting(schedule) or schedule.every or schedule.waits_for:
        return True
    starts = [first for first, _ in schedule.spans] or schedule.due
    return not starts or any(period.has_come(day) for day in starts)


def _is_lasting(schedule: Schedule) -> bool:
    """Whether it goes on all year, so that each period asks for it: thường xuyên, hằng tuần."""
    steady = any(not last_days(unit, 2000) for unit in schedule.every)
    return schedule.ongoing or steady
