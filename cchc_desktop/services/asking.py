"""What a reporting period asks about a plan, and what was answered: forms, results and the page of
today are made from it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from cchc_desktop.domain.asking import Question, questions
from cchc_desktop.domain.plan import PlacedTask, Plan, Task, placed
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.domain.result import Result, Timing, timing_of
from cchc_desktop.domain.schedule import Schedule, read_schedule
from cchc_desktop.domain.unit import Unit
from cchc_desktop.domain.unit_groups import members_of
from cchc_desktop.domain.units import UnitReader
from cchc_desktop.domain.waiting import HappenedEvent, after_events
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
        return timing_of(self.result, self.question.due, today)


class Asking:
    """One plan in one period, as the contents are now."""

    def __init__(self, contents: Contents, plan: Plan, period: ReportingPeriod) -> None:
        self.contents, self.plan, self.period = contents, plan, period
        self.units = contents.units(plan.year)
        self._by_name = {unit.name: unit for unit in self.units}
        self._reader = UnitReader(self.units)

    @cached_property
    def asked(self) -> list[Asked]:
        """All that is asked, in the plan's order."""
        return [
            asked
            for place in placed(self.contents.rows(self.plan))
            for asked in self._of(place, self.schedule(place.task))
        ]

    def schedule(self, task: Task) -> Schedule:
        """The schedule of a task, once what it waited for has happened."""
        return after_events(read_schedule(task.time, self.plan.year), self._events)

    @cached_property
    def _events(self) -> list[HappenedEvent]:
        return self.contents.events(self.plan)

    def _of(self, place: PlacedTask, schedule: Schedule) -> Iterator[Asked]:
        said = self._results.get(place.task.id, [])
        own = {r.occurrence: r for r in said if r.period_id == self.period.id}
        earlier = [r for r in said if self._is_earlier(r)]
        done = {r.occurrence for r in earlier if r.done}
        for question in questions(schedule, self.period, done):
            same = [r for r in earlier if r.occurrence == question.occurrence]
            before = max(same or earlier, key=self._order, default=None)
            yield Asked(place, schedule, question, own.get(question.occurrence), before)

    def leading(self, task: Task) -> list[Unit]:
        """The units that lead a task, groups expanded."""
        return self._units(task.lead)

    def coordinating(self, task: Task) -> list[Unit]:
        """The units that take part without leading, groups expanded."""
        leading = {unit.id for unit in self.leading(task)}
        return [unit for unit in self._units(task.coordinating) if unit.id not in leading]

    def _units(self, cell: str) -> list[Unit]:
        named = [self._by_name[m.name] for m in self._reader.read(cell) if m.name is not None]
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
