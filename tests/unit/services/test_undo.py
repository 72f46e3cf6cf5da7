"""Any run of edits, undo, redo and reopening gives what a plain model says, in memory and on
disk.
"""

import tempfile
from contextlib import ExitStack
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from cchc_desktop.domain.change import Change, added
from cchc_desktop.domain.plan import Plan, Row, Task, new_id
from cchc_desktop.domain.vietnamese import nfc
from cchc_desktop.services import planning
from cchc_desktop.services.project import Project
from cchc_desktop.settings import Paths, Person

FIRST = added("Tạo kế hoạch", [Plan("test_undo", 2024)])

LAN = Person("Lan", "PC")


class UndoMachine(RuleBasedStateMachine):
    """The model: the rows now, and the states behind and ahead."""

    def __init__(self) -> None:
        super().__init__()
        self.resources = ExitStack()
        folder = Path(self.resources.enter_context(tempfile.TemporaryDirectory()))
        self.paths = Paths(folder / "data", folder, folder)
        self.project = Project.create(folder / "KH.cchc", self.paths, LAN, first=FIRST)
        self.plan = self.project.wanted_plan(2024)
        self.now: dict[str, Row] = {}
        self.behind: list[dict[str, Row]] = []
        self.ahead: list[dict[str, Row]] = []

    def do(self, change: Change) -> None:
        after = dict(self.now)
        for edit in change.edits:
            after.pop(edit.record.id, None)
            if isinstance(edit.after, Row):
                after[edit.after.id] = edit.after
        if self.project.apply(change).edits:
            self.behind.append(self.now)
            self.ahead.clear()
        self.now = after

    def in_order(self) -> list[Row]:
        return sorted(self.now.values(), key=lambda row: (row.position, row.id))

    def pick(self, data: st.DataObject) -> list[str]:
        ids = [row.id for row in self.in_order()]
        places = st.lists(st.integers(0, len(ids) - 1), min_size=1, unique=True)
        return [ids[place] for place in data.draw(places)]

    def place(self, data: st.DataObject) -> str | None:
        ids = [None, *(row.id for row in self.in_order())]
        return ids[data.draw(st.integers(0, len(ids) - 1))]

    @rule(data=st.data(), texts=st.lists(st.text(), min_size=1, max_size=3))
    def insert(self, data: st.DataObject, texts: list[str]) -> None:
        new = [Task(new_id(), "", 0, text=nfc(text)) for text in texts]
        self.do(planning.insert(self.project, self.plan, new, self.place(data)))

    @precondition(lambda self: self.now)
    @rule(data=st.data(), text=st.text())
    def edit(self, data: st.DataObject, text: str) -> None:
        task_id = self.pick(data)[0]
        self.do(planning.edit(self.project, task_id, time=text))
        task = self.project.record(task_id)
        assert isinstance(task, Task)
        assert task.time == nfc(text)

    @precondition(lambda self: self.now)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        self.do(planning.delete(self.project, self.pick(data)))

    @precondition(lambda self: self.now)
    @rule(data=st.data())
    def duplicate(self, data: st.DataObject) -> None:
        self.do(planning.duplicate(self.project, self.pick(data)))

    @precondition(lambda self: self.now)
    @rule(data=st.data())
    def move(self, data: st.DataObject) -> None:
        self.do(planning.move(self.project, self.pick(data), self.place(data)))

    @precondition(lambda self: self.behind)
    @rule()
    def undo(self) -> None:
        self.project.undo()
        self.ahead.append(self.now)
        self.now = self.behind.pop()

    @precondition(lambda self: self.ahead)
    @rule()
    def redo(self) -> None:
        self.project.redo()
        self.behind.append(self.now)
        self.now = self.ahead.pop()

    @rule()
    def reopen(self) -> None:
        path = self.project.path
        self.project.close()
        self.project = Project.open(path, self.paths, LAN)
        self.behind.clear()
        self.ahead.clear()

    @invariant()
    def memory_is_the_model(self) -> None:
        assert self.project.rows(self.plan) == self.in_order()
        assert bool(self.project.next_undo) == bool(self.behind)
        assert bool(self.project.next_redo) == bool(self.ahead)

    @invariant()
    def disk_is_the_model(self) -> None:
        path = self.project.path
        with Project.open(path, self.paths, LAN, read_only=True) as reader:
            assert {row.id: row for row in reader.rows(self.plan)} == self.now

    def teardown(self) -> None:
        self.project.close()
        self.resources.close()


UndoMachine.TestCase.settings = settings(
    deadline=None,
    max_examples=20,
    stateful_step_count=20,
    suppress_health_check=[HealthCheck.too_slow],  # each step writes to the disk
)
TestUndo = UndoMachine.TestCase
