"""What a day asks of the clerk: what is late and what comes next, what waits for an event, what is
still missing for the report.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from cchc_desktop.domain.agenda import Deadline, DueTask, open_deadlines
from cchc_desktop.domain.plan import Plan, Task
from cchc_desktop.domain.progress import Said
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.domain.schedule import read_schedule
from cchc_desktop.domain.waiting import condition_key
from cchc_desktop.services.asking import Asked, Asking, Read, schedules_of
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.progress import progress_of
from cchc_desktop.services.task_units import TaskUnits


@dataclass(frozen=True, slots=True)
class Waiting:
    """The tasks that wait for the same thing; `condition` as the first of them words it."""

    condition: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """All of it on one day. `unanswered`: what the period asks and nobody has answered, once a
    task; documents without files, and documents that are cited nowhere.
    """

    day: date
    late: tuple[DueTask, ...]
    near: tuple[DueTask, ...]
    waiting: tuple[Waiting, ...]
    unanswered: tuple[Asked, ...]
    without_file: tuple[RegisteredDocument, ...]
    uncited: tuple[RegisteredDocument, ...]


def agenda_of(
    contents: Contents,
    plan: Plan,
    period: ReportingPeriod,
    day: date,
    *,
    unit_id: str = "",
    units: TaskUnits | None = None,
    read: Read = read_schedule,
) -> Agenda:
    """The agenda of a plan on a day, with what a period still lacks. `unit_id`: only what that unit
    leads; documents belong to nobody and stay. `units` and `read` may know the cells already.
    """
    units = units or TaskUnits(contents.units(plan.year))

    def wanted(task: Task) -> bool:
        return not unit_id or any(unit.id == unit_id for unit in units.leading(task))

    dues = _Dues(contents, plan, day, read)
    for row in contents.rows(plan):
        if isinstance(row, Task) and wanted(row):
            dues.add(row)
    asked = Asking(contents, plan, period, read).asked
    documents = contents.documents()
    filed = {attachment.document_id for attachment in contents.attachments()}
    cited = {evidence.document_id for evidence in contents.evidence()}
    return Agenda(
        day,
        tuple(sorted(dues.late, key=lambda line: line.first.due)),
        tuple(sorted(dues.near, key=lambda line: line.first.due)),
        tuple(dues.waiting()),
        tuple(_once_a_task(a for a in asked if a.unanswered and wanted(a.task))),
        tuple(document for document in documents if document.id not in filed),
        tuple(document for document in documents if document.id not in cited),
    )


class _Dues:
    """Sorts the tasks of a plan by their deadlines."""

    def __init__(self, contents: Contents, plan: Plan, day: date, read: Read) -> None:
        self.late: list[DueTask] = []
        self.near: list[DueTask] = []
        self._waiting: dict[str, list[tuple[str, Task]]] = {}
        self._year, self._day = plan.year, day
        self._schedule = schedules_of(contents, plan, read)
        self._said = progress_of(contents, plan).said
        self._deadlines = cache(self._sorted)  # many tasks have the same time and are as far

    def add(self, task: Task) -> None:
        """A task goes where its deadlines say; one may be late and due again."""
        said = self._said.get(task.id, ())
        schedule = self._schedule(task.time)
        late, near = self._deadlines(task.time, said)
        if late:
            self.late.append(DueTask(task, schedule, late))
        if near:
            self.near.append(DueTask(task, schedule, near))
        # what recurs goes on without the event: "hằng quý và đột xuất"
        if schedule.waits_for and not schedule.every and not any(one.done for one in said):
            key = condition_key(schedule.waits_for)
            self._waiting.setdefault(key, []).append((schedule.waits_for, task))

    def _sorted(
        self, time: str, said: tuple[Said, ...]
    ) -> tuple[tuple[Deadline, ...], tuple[Deadline, ...]]:
        """The deadlines that are past, and those that come next."""
        deadlines = open_deadlines(self._schedule(time), self._year, said)
        late = tuple(each for each in deadlines if each.late(self._day))
        return late, tuple(each for each in deadlines if each.near(self._day))

    def waiting(self) -> Iterator[Waiting]:
        """What is waited for, in the order of the plan."""
        for tasks in self._waiting.values():
            yield Waiting(tasks[0][0], tuple(task for _, task in tasks))


def _once_a_task(asked: Iterable[Asked]) -> Iterator[Asked]:
    seen: set[str] = set()
    for each in asked:
        if each.task.id not in seen:
            seen.add(each.task.id)
            yield each
