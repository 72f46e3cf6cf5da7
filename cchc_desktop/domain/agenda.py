"""Deadlines that are not met yet: which a task still has, which are past, which come next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from cchc_desktop.domain.occurrences import occurrences
from cchc_desktop.domain.plan import Task
from cchc_desktop.domain.progress import Said
from cchc_desktop.domain.schedule import Schedule
from cchc_desktop.domain.timeline_standing import NEAR, stand_on

SOON = 7  # days before a deadline from which it is urgent


@dataclass(frozen=True, slots=True)
class Deadline:
    """A due day whose work is not finished; `occurrence` as a result has it. `said`: what was
    reported last.
    """

    due: date
    occurrence: str = ""
    said: Said | None = None

    def late(self, today: date) -> bool:
        """Whether the day is past, and the clerk does not hold the work to be in time."""
        stand = stand_on(today, self.due, said=self.said)
        return stand is not None and stand.overdue

    def near(self, today: date) -> bool:
        """Whether the day has not come, but is on the list."""
        return 0 <= (self.due - today).days <= NEAR and not self.late(today)


class DueTask(NamedTuple):
    """A task with its deadlines that are past, or that come next."""

    task: Task
    schedule: Schedule
    deadlines: tuple[Deadline, ...]

    @property
    def first(self) -> Deadline:
        """The deadline that counts."""
        return self.deadlines[0]


def open_deadlines(schedule: Schedule, year: int, said: Iterable[Said] = ()) -> list[Deadline]:
    """The deadlines of a task in the plan's year, in order, whose work is not finished; `said` of
    the task itself.
    """
    several = occurrences(schedule, year)
    days = [(day, day.isoformat()) for day in several] or [(day, "") for day in schedule.due]
    known = {one.occurrence: one for one in said}
    deadlines = (Deadline(day, occurrence, known.get(occurrence)) for day, occurrence in days)
    return [each for each in deadlines if each.said is None or not each.said.done]
