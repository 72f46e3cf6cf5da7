"""What a reporting period asks about a plan, and what was answered: forms, results and the page of
today are made from it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property

from cchc_desktop.domain.asking import Question, all_questions, questions
from cchc_desktop.domain.plan import PlacedTask, Plan, Task, placed
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.domain.result import Result, Timing, timing_of
from cchc_desktop.domain.schedule import Schedule, read_schedule
from cchc_desktop.domain.unit import Unit
from cchc_desktop.domain.unit_groups import members_of
from cchc_desktop.domain.units import UnitReader
from cchc_desktop.domain.waiting import after_events
from cchc_desktop.services.contents import Contents


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about a task, with what was answered in the period and what was said last before
    it.
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

    def timing(self, today: date) -> Timing:
        """How it stands against its deadline on a day."""
        return timing_of(self.told, self.question.due, today)

    @property
    def told(self) -> Result | None:
        """What tells how it stands: this period's answer, else the one before."""
        about = self.question.occurrence
        said = (r for r in (self.result, self.before) if r is not None and r.occurrence == about)
        return next((r for r in said if r.state or r.timing), None)


class Asking:
    """One plan in one period, as the contents are now."""

    def __init__(self, contents: Contents, plan: Plan, period: ReportingPeriod) -> None:
        self.contents, self.plan, self.period = contents, plan, period
        self.units = contents.units(plan.year)
        events = contents.events(plan)
        self._read = cache(lambda time: after_events(read_schedule(time, plan.year), events))

    @cached_property
    def asked(self) -> list[Asked]:
        """All that is asked, in the plan's order."""
        return [asked for place in self._places for asked in self._of(place)]

    def answerable(self, task_id: str) -> list[Asked]:
        """All that can be answered about a task, also what was finished before; what is `now` in
        the question is asked in this period. Empty for a task of another plan.
        """
        place = next((place for place in self._places if place.task.id == task_id), None)
        if place is None:
            return []
        now = {asked.question.occurrence for asked in self._of(place) if asked.question.now}
        found = all_questions(self.schedule(place.task), self.period)
        return [self._asked(place, replace(q, now=q.occurrence in now)) for q in found]

    def schedule(self, task: Task) -> Schedule:
        """What the task's time means, now that some events have happened."""
        return self._read(task.time)

    @cached_property
    def _places(self) -> list[PlacedTask]:
        return list(placed(self.contents.rows(self.plan)))

    def _of(self, place: PlacedTask) -> Iterator[Asked]:
        last = {r.occurrence: r for r in self._earlier(place.task) if r.state}
        done = {occurrence for occurrence, result in last.items() if result.done}
        for question in questions(self.schedule(place.task), self.period, done):
            yield self._asked(place, question)

    def _asked(self, place: PlacedTask, question: Question) -> Asked:
        said = self._results.get(place.task.id, [])
        own = (r for r in said if r.period_id == self.period.id)
        result = next((r for r in own if r.occurrence == question.occurrence), None)
        earlier = self._earlier(place.task)
        same = [r for r in earlier if r.occurrence == question.occurrence]
        before = next(reversed(same or earlier), None)
        return Asked(place, self.schedule(place.task), question, result, before)

    def _earlier(self, task: Task) -> list[Result]:
        """What earlier periods said of a task, in their order."""
        said = self._results.get(task.id, ())
        return sorted((r for r in said if self._is_earlier(r)), key=self._order)

    def leading(self, task: Task) -> list[Unit]:
        """The units that lead a task, groups expanded."""
        return self._units(task.lead)

    def coordinating(self, task: Task) -> list[Unit]:
        """The units that take part without leading, groups expanded."""
        leading = {unit.id for unit in self.leading(task)}
        return [unit for unit in self._units(task.coordinating) if unit.id not in leading]

    @cached_property
    def _reader(self) -> UnitReader:
        return UnitReader(self.units)

    def _units(self, cell: str) -> list[Unit]:
        by_name = {unit.name: unit for unit in self.units}
        named = [by_name[m.name] for m in self._reader.read(cell) if m.name is not None]
        units: dict[str, Unit] = {}
        for unit in named:
            members = members_of(unit, self.units) if unit.is_group else [unit]
            units |= {member.id: member for member in members}
        return list(units.values())

    @cached_property
    def _results(self) -> Mapping[str, list[Result]]:
        results: dict[str, list[Result]] = defaultdict(list)
        for result in self.contents.results():
            results[result.task_id].append(result)
        return results

    @cached_property
    def _ends(self) -> dict[str, str]:
        """The last day of each period of the year, by its id."""
        return {period.id: period.ends for period in self.contents.periods(self.plan.year)}

    def _is_earlier(self, result: Result) -> bool:
        return self._ends.get(result.period_id, self.period.ends) < self.period.ends

    def _order(self, result: Result) -> tuple[str, str]:
        return self._ends[result.period_id], result.occurrence
