"""How far a plan has come: what was last said of its tasks, and which events have happened."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from cchc_desktop.domain.occurrences import occurrences
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.domain.result import Result, State
from cchc_desktop.domain.schedule import Schedule
from cchc_desktop.domain.waiting import HappenedEvent

_DONE = str(State.DONE)


class Said(NamedTuple):
    """What was last said of a task, or of one of its occurrences; fields as in `Result`."""

    occurrence: str
    state: str
    timing: str = ""
    done_on: str = ""

    @property
    def done(self) -> bool:
        """Whether it is finished."""
        return self.state == _DONE


@dataclass(frozen=True)
class Progress:
    """`said` by the task's id."""

    said: Mapping[str, tuple[Said, ...]] = field(default_factory=dict)
    events: Sequence[HappenedEvent] = ()


NOTHING_SAID = Progress()


def last_said(
    results: Iterable[Result], periods: Sequence[ReportingPeriod]
) -> dict[str, tuple[Said, ...]]:
    """By the task's id what the last period says that says something of its state; `periods` in
    order, results of others count as older.
    """
    order = {period.id: place for place, period in enumerate(periods)}
    latest: dict[str, dict[str, Said]] = defaultdict(dict)
    for result in sorted(results, key=lambda result: order.get(result.period_id, -1)):
        if result.state or result.timing:
            done_on = result.done_on if result.done else ""
            said = Said(result.occurrence, result.state, result.timing, done_on)
            latest[result.task_id][result.occurrence] = said
    return {task_id: tuple(found.values()) for task_id, found in latest.items()}


def said_of(schedule: Schedule, year: int, said: Iterable[Said]) -> dict[date | None, Said]:
    """What was said by the due day that it is about; under None of a task with one result."""
    known = {one.occurrence: one for one in said}
    days: list[date | None] = [*occurrences(schedule, year)] or [None]
    named = ((day, known.get(day.isoformat() if day else "")) for day in days)
    return {day: one for day, one in named if one is not None}


def is_done(schedule: Schedule, year: int, said: Iterable[Said]) -> bool:
    """Whether all of a task is finished, each of its occurrences."""
    known = said_of(schedule, year, said)
    several = len(occurrences(schedule, year)) or 1
    return len(known) == several and all(one.done for one in known.values())


def completion_words(done: int, tasks: int) -> str:
    """ "hoàn thành 31/75 nhiệm vụ, đạt 41,33 %"; "" without tasks."""
    if not tasks:
        return ""
    share = (Decimal(100 * done) / tasks).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"hoàn thành {done}/{tasks} nhiệm vụ, đạt {share} %".replace(".", ",")
