"""What a user does to plans and to the agency profile: each function describes a Change and writes
nothing. Rules are checked here; a broken one is RefusedChange.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from cchc_desktop.domain.agency import Agency, RecipientList, Signer
from cchc_desktop.domain.change import Change, Edit, Record, added
from cchc_desktop.domain.columns import Column
from cchc_desktop.domain.errors import RefusedChange
from cchc_desktop.domain.issue_date import wanted_date
from cchc_desktop.domain.order import arranged, with_numbers
from cchc_desktop.domain.plan import Part, Plan, Row, Section, Task, goal_runs, new_id, placed
from cchc_desktop.domain.unit import Unit
from cchc_desktop.domain.vietnamese import nfc
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.names import FIELD_NAMES, RECORD_NAMES
from cchc_desktop.services.project import Project


def new_plan(contents: Contents, /, year: int, kind: str = "CCHC", **fields: Any) -> Change:
    """An empty plan in a file that holds this; a year has one plan of a kind."""
    plan = Plan(new_id(), year, **_typed({"kind": kind, **fields}))
    _require_lawful(contents, plan)
    return added(f"Tạo kế hoạch {plan.kind} năm {year}", [plan])


def edit(project: Project, record_id: str, /, **fields: Any) -> Change:
    """A record with new values in some fields; texts are stored in NFC, otherwise as typed."""
    before = project.record(record_id)
    after = replace(before, **_typed(fields))
    _require_lawful(project, after)
    names = [FIELD_NAMES[type(before)][field] for field in fields]
    what = names[0] if len(names) == 1 else RECORD_NAMES[type(before)]
    return Change(f"Sửa {what}", (Edit(before, after),))


def date_plan(project: Project, plan_id: str, typed: str, /) -> Change:
    """A plan with its day of issue as typed; RefusedChange where that is no date."""
    return edit(project, plan_id, issued=wanted_date(typed))


def succeed(project: Project, record_id: str, year: int, /, **fields: Any) -> Change:
    """From `year` on an agency, signer, unit or list is another one; earlier years keep the old:
    departments are renamed and merged. Groups that name the old unit name the new one too.
    """
    old = project.record(record_id)
    assert isinstance(old, Agency | Signer | RecipientList | Unit), "only the profile has years"
    ended = replace(old, valid_to=year - 1)
    _require_lawful(project, ended)
    new = replace(old, id=new_id(), valid_from=year, valid_to=None, **_typed(fields))
    groups = [unit for unit in project.all_units() if old.id in unit.members]
    named = [Edit(group, replace(group, members=(*group.members, new.id))) for group in groups]
    what = RECORD_NAMES[type(old)]
    return Change(f"Đổi {what} từ năm {year}", (Edit(old, ended), Edit(None, new), *named))


def write_cell(project: Project, task_id: str, column: Column, text: str) -> Change:
    """A task with a cell typed anew, in one of its plan's columns; a goal is that of all the tasks
    that it covers.
    """
    return write_cells(project, [(task_id, column, text)], f"Sửa {column.title}")


def write_cells(contents: Contents, cells: Sequence[tuple[str, Column, str]], label: str) -> Change:
    """Many cells at once: task, column and text; a later one counts where two are the same.

    The goal over several tasks changes for all of them where only one of its cells is written.
    """
    tasks = written_tasks(contents, cells)
    with_goals = any(column.key == "goal" for _, column, _ in cells)
    return _tasks_changed(
        contents, label, _rows_beside(contents, tasks) if with_goals else [], tasks
    )


def written_tasks(contents: Contents, cells: Sequence[tuple[str, Column, str]]) -> list[Task]:
    """The tasks that `write_cells` changes, as they are then but for their numbers."""
    tasks = {task_id: _task(contents, task_id) for task_id, _, _ in cells}
    goals = {task_id for task_id, column, _ in cells if column.key == "goal"}
    runs = goal_runs(_rows_beside(contents, tasks.values())) if goals else {}
    for task_id, column, text in cells:
        run = runs[task_id] if column.key == "goal" else []
        covered = [task.id for task in run] if sum(task.id in goals for task in run) == 1 else []
        for covered_id in covered or [task_id]:
            task = tasks.get(covered_id) or _task(contents, covered_id)
            tasks[covered_id] = column.reader(task, nfc(text))
    return list(tasks.values())


def insert(
    project: Project, plan: Plan, parts: Sequence[Part], before: str | None = None
) -> Change:
    """New rows, or new sections, in front of the part of that id; at the end without one.

    Their `plan_id` and `position` are given here, and the number of a row in the plan's style.
    """
    own = [replace(part, plan_id=plan.id) for part in parts]
    siblings = _siblings(project, plan, own[0])
    return Change(f"Thêm {_named(own)}", _settled(siblings, arranged(siblings, own, before)))


def delete(project: Project, ids: Collection[str]) -> Change:
    """Rows, or sections, of one plan taken away; a heading goes alone, its tasks stay. With a task
    goes what was answered and cited for it.
    """
    chosen, siblings = _chosen(project, ids)
    gone = [Edit(part, None) for part in chosen]
    return Change(f"Xoá {_named(chosen)}", (*_answers(project, ids), *_settled(siblings, gone)))


def _answers(project: Project, ids: Collection[str]) -> Iterator[Edit]:
    """The end of the results of tasks, and of the evidence for both."""
    results = [result for result in project.results() if result.task_id in ids]
    targets = {*ids, *(result.id for result in results)}
    yield from (Edit(e, None) for e in project.evidence() if e.target_id in targets)
    yield from (Edit(result, None) for result in results)


def duplicate(project: Project, ids: Collection[str]) -> Change:
    """Copies of rows, or sections, of one plan, together behind the last of them."""
    chosen, siblings = _chosen(project, ids)
    behind = siblings[siblings.index(chosen[-1]) + 1 :]
    copies = [replace(part, id=new_id()) for part in chosen]
    edits = arranged(siblings, copies, behind[0].id if behind else None)
    return Change(f"Nhân đôi {_named(chosen)}", _settled(siblings, edits))


def move(project: Project, ids: Collection[str], before: str | None = None) -> Change:
    """Rows, or sections, of one plan brought together in front of the part of that id, or to the
    end.
    """
    chosen, siblings = _chosen(project, ids)
    edits = arranged(siblings, chosen, before)
    return Change(f"Chuyển {_named(chosen)}", _settled(siblings, edits))


def _typed(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: _composed(value) for name, value in fields.items()}


def _composed(value: Any) -> Any:
    """Texts in NFC, also those of a tuple such as a unit's aliases."""
    if isinstance(value, tuple):
        return tuple(_composed(part) for part in value)
    return nfc(value) if isinstance(value, str) else value


def _require_lawful(contents: Contents, record: Record) -> None:
    match record:
        case Plan(year=year, kind=kind):
            if not kind.strip():
                raise RefusedChange("Loại kế hoạch còn trống; hãy ghi loại, ví dụ CCHC.")
            twin = contents.plan(year, kind)
            if twin is not None and twin.id != record.id:
                raise RefusedChange(
                    f"Đã có kế hoạch {kind} năm {year}; hãy chọn năm khác hoặc loại khác."
                )
        case Unit(name=name) if not name.strip():
            raise RefusedChange("Tên đơn vị còn trống; hãy ghi tên, hoặc xoá đơn vị.")
        case Agency() | Signer() | RecipientList() | Unit():
            first, last = record.valid_from, record.valid_to
            if first is not None and last is not None and last < first:
                raise RefusedChange(
                    f"Năm kết thúc {last} trước năm bắt đầu {first}; hãy sửa lại một trong hai."
                )


def _settled(siblings: Sequence[Part], edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """The edits with the numbers of rows that they bring with them; sections keep theirs."""
    rows = [part for part in siblings if isinstance(part, Row)]
    return with_numbers(rows, edits) if rows else tuple(edits)


def _task(contents: Contents, task_id: str) -> Task:
    task = contents.record(task_id)
    assert isinstance(task, Task), "cells belong to tasks"
    return task


def _rows_beside(contents: Contents, tasks: Iterable[Task]) -> list[Row]:
    plan = contents.record(next(iter(tasks)).plan_id)
    assert isinstance(plan, Plan)
    return contents.rows(plan)


def _tasks_changed(
    contents: Contents, label: str, rows: Sequence[Row], tasks: Iterable[Task]
) -> Change:
    """The tasks as they are now; among rows, which a goal binds, with the numbers that change."""
    after = {task.id: task for task in tasks}
    edits = tuple(Edit(contents.record(task_id), task) for task_id, task in after.items())
    if _bound(rows) == _bound(after.get(row.id, row) for row in rows):
        return Change(label, edits)  # the numbers stand as they stood
    return Change(label, with_numbers(rows, edits))


def _bound(rows: Iterable[Row]) -> list[tuple[str, bool]]:
    """What the numbers of rows that stay in their places depend on."""
    return [(place.task.number, place.goal_continues) for place in placed(rows)]


def _siblings(project: Project, plan: Plan, part: Part) -> Sequence[Part]:
    return project.sections(plan) if isinstance(part, Section) else project.rows(plan)


def _chosen(project: Project, ids: Collection[str]) -> tuple[list[Part], Sequence[Part]]:
    """The parts of these ids in their order, and all the parts they stand among."""
    first = project.record(next(iter(ids)))
    assert isinstance(first, Part), "only rows and sections stand in an order"
    plan = project.record(first.plan_id)
    assert isinstance(plan, Plan)
    siblings = _siblings(project, plan, first)
    return [part for part in siblings if part.id in ids], siblings


def _named(parts: Sequence[Part]) -> str:
    if len(parts) == 1:
        return RECORD_NAMES[type(parts[0])]
    return f"{len(parts)} {'mục' if isinstance(parts[0], Section) else 'dòng'}"
