"""What a day asks of the clerk: what is late and what comes next, what waits for an event, what is
still missing for the report.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from cchc_desktop.domain.agenda import Deadline, DueTask, open_deadlines
from cchc_desktop.domain.plan import Task
from cchc_desktop.domain.progress import Said
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.domain.schedule import Schedule
from cchc_desktop.domain.waiting import condition_key
from cchc_desktop.services.asking import Asked, Asking
from cchc_desktop.services.progress import progress_of

Deadlines = tuple[Deadline, ...]


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


def agenda_of(asking: Asking, day: date, *, unit_id: str = "") -> Agenda:
    """The agenda of a plan on a day, with what a period still lacks. `unit_id`: only what that unit
    leads; documents belong to nobody and stay.
    """

    contents, dues, tasks = asking.contents, _Dues(asking, day), asking.tasks
    if unit_id:
        tasks = [task for task in tasks if any(u.id == unit_id for u in asking.leading(task))]
    for task in tasks:
        dues.add(task)
    wanted, unanswered = {task.id for task in tasks}, dict[str, Asked]()
    for asked in asking.asked:
        if asked.unanswered and asked.task.id in wanted:
            unanswered.setdefault(asked.task.id, asked)
    documents = contents.documents()
    filed = {attachment.document_id for attachment in contents.attachments()}
    cited = {evidence.document_id for evidence in contents.evidence()}
    return Agenda(
        day,
        tuple(sorted(dues.late, key=lambda line: line.first.due)),
        tuple(sorted(dues.near, key=lambda line: line.first.due)),
        tuple(dues.waiting()),
        tuple(unanswered.values()),
        tuple(document for document in documents if document.id not in filed),
        tuple(document for document in documents if document.id not in cited),
    )


class _Dues:
    """Sorts the tasks of a plan by their deadlines."""

    def __init__(self, asking: Asking, day: date) -> None:
        self.late: list[DueTask] = []
        self.near: list[DueTask] = []
        self._waiting: dict[str, list[tuple[str, Task]]] = {}
        self._year, self._day, self._schedule = asking.plan.year, day, asking.schedule
        self._said = progress_of(asking.contents, asking.plan).said
        # many tasks have the same time and are as far
        self._known: dict[tuple[str, tuple[Said, ...]], tuple[Deadlines, Deadlines]] = {}

    def add(self, task: Task) -> None:
        """A task goes where its deadlines say; one may be late and due again."""
        said = self._said.get(task.id, ())
        schedule = self._schedule(task)
        key = task.time, said
        if key not in self._known:
            self._known[key] = self._sorted(schedule, said)
        late, near = self._known[key]
        if late:
            self.late.append(DueTask(task, schedule, late))
        if near:
            self.near.append(DueTask(task, schedule, near))
        # what recurs goes on without the event: "hằng quý và đột xuất"
        if schedule.waits_for and not schedule.every and not any(one.done for one in said):
            condition = schedule.waits_for
            self._waiting.setdefault(condition_key(condition), []).append((condition, task))

    def _sorted(self, schedule: Schedule, said: Iterable[Said]) -> tuple[Deadlines, Deadlines]:
        """The deadlines that are past, and those that come next."""
        deadlines = open_deadlines(schedule, self._year, said)
        late = tuple(each for each in deadlines if each.late(self._day))
        return late, tuple(each for each in deadlines if each.near(self._day))

    def waiting(self) -> Iterator[Waiting]:
        """What is waited for, in the order of the plan."""
        for tasks in self._waiting.values():
            yield Waiting(tasks[0][0], tuple(task for _, task in tasks))
