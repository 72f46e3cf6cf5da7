"""Tasks that wait for something: once it has happened, all that wait for it get their deadline."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from cchc_desktop.domain.schedule import Schedule
from cchc_desktop.domain.vietnamese import fold, one_line


@dataclass(frozen=True, slots=True)
class HappenedEvent:
    """What tasks of a plan waited for: the condition's words, the ISO day on which it happened, and
    the ISO day by which the work is due then ("" where there is none).
    """

    id: str
    plan_id: str
    condition: str
    happened_on: str
    due: str = ""


def condition_key(condition: str) -> str:
    """What the wordings of one condition share."""
    return fold(one_line(condition)).strip(" .;,")


def event_for(schedule: Schedule, events: Iterable[HappenedEvent]) -> HappenedEvent | None:
    """The event that the schedule waited for; None where it waits still, or never did."""
    if schedule.waits_for is None:
        return None
    key = condition_key(schedule.waits_for)
    return next((event for event in events if condition_key(event.condition) == key), None)


def after_events(schedule: Schedule, events: Iterable[HappenedEvent]) -> Schedule:
    """The schedule once its condition is met: it waits no more, and is due when the event says,
    whatever day its words name; recurrences keep theirs.
    """
    event = event_for(schedule, events)
    if event is None:
        return schedule
    told = {date.fromisoformat(event.due)} if event.due else set()
    named = set(schedule.due) if schedule.every or not told else set()
    return replace(schedule, waits_for=None, due=tuple(sorted(named | told)))
