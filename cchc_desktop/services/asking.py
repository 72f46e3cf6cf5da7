"""What a reporting period asks about a plan, and what was answered: forms, results and the page of
today are made from it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache, cached_property
from typing import NamedTuple

from cchc_desktop.domain.asking import Question, all_questions, questions
from cchc_desktop.domain.plan import PlacedTask, Plan, Task, placed
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.domain.result import Result, State, Timing, timing_of
from cchc_desktop.domain.schedule import Schedule, read_schedule
from cchc_desktop.domain.unit import Unit
from cchc_desktop.domain.waiting import after_events
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.task_units import TaskUnits


class Asked(NamedTuple):
    """A question about a task, with what was answered in the period and what was said last before
    it. (A tuple, because all of a plan is asked for after every step.)
    """

    place: PlacedTask
    schedule: Schedule
    question: Question
    result: Result | None
    before: Result | None

    @property
    def task(self) -> Task:
        """The task."""
        return self.place.task

    @property
    def unanswered(self) -> bool:
        """Whether it is asked now and nobody has said anything."""
        return self.question.now and not (self.result and self.result.says_something)

    def timing(self, today: date) -> Timing:
        """How it stands against its deadline on a day."""
        return timing_of(self.told, self.question.due, today)

    @property
    def told(self) -> Result | None:
        """What tells how it stands: this period's answer, else the one before."""
        about = self.question.occurrence
        said = (r for r in (self.result, self.before) if r is not None and r.occurrence == about)
        return next((r for r in said if r.state or r.timing), None)


_NONE, _DONE = frozenset[str](), str(State.DONE)
Read = Callable[[str, int], Schedule]


class Asking:
    """One plan in one period, as the contents are now. `read` reads a time in a year, `task_units`
    the cells of units: who asks often hands in what knows them already.
    """

    def __init__(
        self,
        contents: Contents,
        plan: Plan,
        period: ReportingPeriod,
        read: Read = read_schedule,
        task_units: TaskUnits | None = None,
    ) -> None:
        self.contents, self.plan, self.period = contents, plan, period
        self.units = contents.units(plan.year)
        self._known_units = task_units
        schedule = self._read = schedules_of(contents, plan, read)
        # many tasks of a plan have the same time and are as far
        self._questions = cache(lambda time, done: questions(schedule(time), period, done))

    @cached_property
    def asked(self) -> list[Asked]:
        """All that is asked, in the plan's order."""
        return list(self._of(self._places))

    @property
    def tasks(self) -> list[Task]:
        """The tasks of the plan, in its order."""
        return [place.task for place in self._places]

    def answerable(self, task_id: str) -> list[Asked]:
        """All that can be answered about a task, also what was finished before; what is `now` in
        the question is asked in this period. Empty for a task of another plan.
        """
        place = next((place for place in self._places if place.task.id == task_id), None)
        if place is None:
            return []
        now = {asked.question.occurrence for asked in self._of([place]) if asked.question.now}
        found = all_questions(self.schedule(place.task), self.period)
        earlier = self._earlier.get(place.task.id, ())
        return [self._asked(place, replace(q, now=q.occurrence in now), earlier) for q in found]

    def schedule(self, task: Task) -> Schedule:
        """What the task's time means, now that some events have happened."""
        return self._read(task.time)

    @cached_property
    def _places(self) -> list[PlacedTask]:
        return list(placed(self.contents.rows(self.plan)))

    def _of(self, places: Iterable[PlacedTask]) -> Iterator[Asked]:
        for place in places:
            earlier, done = self._earlier.get(place.task.id, ()), _NONE
            if earlier:
                last = {r.occurrence: r.state for r in earlier if r.state}
                done = frozenset([when for when, state in last.items() if state == _DONE])
            for question in self._questions(place.task.time, done):
                yield self._asked(place, question, earlier)

    def _asked(self, place: PlacedTask, question: Question, earlier: Sequence[Result]) -> Asked:
        task = place.task
        result = self._own.get((task.id, question.occurrence))
        before = earlier[-1] if earlier else None
        if len(earlier) > 1:
            same = [r for r in earlier if r.occurrence == question.occurrence]
            before = same[-1] if same else before
        return Asked(place, self._read(task.time), question, result, before)

    @cached_property
    def _task_units(self) -> TaskUnits:
        return self._known_units or TaskUnits(self.units)

    def leading(self, task: Task) -> list[Unit]:
        """The units that lead a task, groups expanded."""
        return self._task_units.leading(task)

    def coordinating(self, task: Task) -> list[Unit]:
        """The units that take part without leading, groups expanded."""
        return self._task_units.coordinating(task)

    @cached_property
    def _own(self) -> Mapping[tuple[str, str], Result]:
        """What was answered in this period, by the task's id and the occurrence."""
        return {(r.task_id, r.occurrence): r for r in self.contents.results(self.period)}

    @cached_property
    def _earlier(self) -> Mapping[str, list[Result]]:
        """By the task's id what earlier periods said, in their order."""
        ends = {period.id: period.ends for period in self.contents.periods(self.plan.year)}
        own = self.period.ends
        earlier = [r for r in self.contents.results() if ends.get(r.period_id, own) < own]
        results: dict[str, list[Result]] = defaultdict(list)
        for result in sorted(earlier, key=lambda r: (ends[r.period_id], r.occurrence)):
            results[result.task_id].append(result)
        return results


def schedules_of(
    contents: Contents, plan: Plan, read: Read = read_schedule
) -> Callable[[str], Schedule]:
    """Reads the time cells of a plan, each text once; what has happened is waited for no more."""
    events = contents.events(plan)
    return cache(lambda time: after_events(read(time, plan.year), events))
