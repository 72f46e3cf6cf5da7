"""What a user does to the task table as a table: rows put in, branches shifted, columns set. Each
function describes a Change and writes nothing.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from cchc_desktop.domain.change import Change, Edit
from cchc_desktop.domain.columns import OWN, Column, column, columns_of
from cchc_desktop.domain.errors import RefusedChange
from cchc_desktop.domain.order import arranged, difference, with_numbers
from cchc_desktop.domain.outline import branch_end, neighbour
from cchc_desktop.domain.plan import Area, Columns, Group, Plan, Row, Task, new_id, placed
from cchc_desktop.domain.row_numbers import number_all
from cchc_desktop.domain.vietnamese import nfc, one_line
from cchc_desktop.intake.numbering import split_heading
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.names import RECORD_NAMES
from cchc_desktop.services.planning import insert, move, written_tasks
from cchc_desktop.services.project import Project


def insert_blank(
    project: Project,
    plan: Plan,
    kind: type[Area] | type[Group] | type[Task],
    after: str | None = None,
) -> Change:
    """An empty row behind the one of that id; at the end without one.

    A task between two of one goal is under that goal. A heading goes behind the branch that the
    row stands in, so that it takes no tasks from another.
    """
    rows = project.rows(plan)
    index = _index(rows, after)
    row: Row = kind(new_id(), plan.id, 0)
    if isinstance(row, Task):
        covered = {place.task.id: place.task.goal for place in placed(rows) if place.goal_continues}
        below = rows[index].id if index < len(rows) else ""
        row = replace(row, goal=covered.get(below, ""))
    elif index:
        index = branch_end(rows, index - 1, kind)
    return _put_in(project, plan, rows, [row], index)


def insert_same_goal(project: Project, plan: Plan, after: str) -> Change:
    """An empty task under the goal of the task of that id, right behind it."""
    rows = project.rows(plan)
    index = _index(rows, after)
    above = rows[index - 1]
    goal = above.goal if isinstance(above, Task) else ""
    return _put_in(project, plan, rows, [Task(new_id(), plan.id, 0, goal=goal)], index)


def insert_texts(
    project: Project,
    plan: Plan,
    texts: Sequence[Sequence[str]],
    columns: Sequence[Column],
    after: str | None = None,
) -> Change:
    """New tasks from the texts of whole rows, in the order of the columns; texts too many are
    left out.
    """
    rows = project.rows(plan)
    tasks = [_task_of(plan, line, columns) for line in texts]
    return _put_in(project, plan, rows, tasks, _index(rows, after))


def paste(
    project: Project,
    plan: Plan,
    cells: Sequence[tuple[str, Column, str]],
    texts: Sequence[Sequence[str]],
    columns: Sequence[Column],
) -> Change:
    """A block pasted over the end of the table: cells of known tasks as in `write_cells`, and the
    rest as new tasks at the end as in `insert_texts`, in one step.
    """
    rows = project.rows(plan)
    written = [Edit(project.record(task.id), task) for task in written_tasks(project, cells)]
    new = arranged(rows, [_task_of(plan, line, columns) for line in texts], None)
    return Change("Dán", with_numbers(rows, [*written, *new]))


def branch(contents: Contents, plan: Plan, row_id: str) -> tuple[str, ...]:
    """The ids of a row and of all that it heads, in order: an area up to the next area, a group up
    to the next heading, a task alone.
    """
    return tuple(row.id for row in _branch(contents.rows(plan), row_id))


def shift(project: Project, ids: Collection[str], *, up: bool) -> Change:
    """Rows brought past their neighbour: a task past the row beside it, also into the next group or
    area; a heading with its branch past the branch of its kind. No edits where there is none.
    """
    first = project.record(next(iter(ids)))
    assert isinstance(first, Row), "only rows are shifted"
    plan = project.record(first.plan_id)
    assert isinstance(plan, Plan)
    rows = project.rows(plan)
    chosen = {row.id for row_id in ids for row in _branch(rows, row_id)}
    places = [place for place, row in enumerate(rows) if row.id in chosen]
    target = neighbour(rows, places[0], places[-1], up=up)
    direction = "lên" if up else "xuống"
    if target is None:
        return Change(f"Chuyển {direction}", ())
    change = move(project, chosen, rows[target].id if target < len(rows) else None)
    return replace(change, label=f"{change.label} {direction}")


def write_heading(project: Project, row_id: str, text: str) -> Change:
    """An area or a group with its words typed anew; a number in front of them is its number."""
    heading = project.record(row_id)
    assert isinstance(heading, Area | Group), "tasks have cells"
    parts = split_heading(one_line(text))
    what = RECORD_NAMES[type(heading)]
    after = replace(heading, number=parts.number, title=parts.text)
    return Change(f"Sửa {what}", (Edit(heading, after),))


def renumber(project: Project, plan: Plan) -> Change:
    """All rows numbered in the plan's own style, in the standard one where it has none."""
    rows = project.rows(plan)
    return Change("Đánh số lại", difference(rows, number_all(rows)))


def set_columns(
    project: Project, plan: Plan, columns: Columns, *, drop_texts: bool = False
) -> Change:
    """The plan's table with these columns in this order, under these titles.

    RefusedChange: no task column, a blank title, a column twice; or one left out whose cells hold
    text, unless told. Such texts stay with the tasks and return with the column.
    """
    columns = tuple((key, nfc(title).strip()) for key, title in columns)
    keys = [key for key, _ in columns]
    if "task" not in keys:
        raise RefusedChange("Bảng phải có cột nhiệm vụ; hãy giữ lại cột này.")
    if len(set(keys)) < len(keys) or not all(title for _, title in columns):
        raise RefusedChange("Mỗi cột phải có tên và chỉ có một lần; hãy đặt lại tên cột.")
    dropped = [c for c in columns_of(plan) if c.key not in {*keys, "number"}]
    for left_out in dropped if not drop_texts else ():
        count = sum(
            isinstance(row, Task) and left_out.text(row) != "" for row in project.rows(plan)
        )
        if count:
            raise RefusedChange(
                f"Cột “{left_out.title}” còn chữ ở {count} nhiệm vụ; hãy giữ cột này, hoặc đồng ý "
                "bỏ cột khỏi bảng."
            )
    return Change("Sửa Cột của bảng", (Edit(plan, replace(plan, columns=columns)),))


def own_column(plan: Plan, title: str) -> Column:
    """A new column that only this plan has, not yet in its table."""
    taken = {key for key, _ in plan.columns}
    number = next(n for n in range(1, len(taken) + 2) if f"{OWN}{n}" not in taken)
    return column(f"{OWN}{number}", nfc(title).strip())


def _index(rows: Sequence[Row], after: str | None) -> int:
    """The index behind the row of that id; the end where there is none."""
    return next((n for n, row in enumerate(rows, start=1) if row.id == after), len(rows))


def _branch(rows: Sequence[Row], row_id: str) -> Sequence[Row]:
    start = next(n for n, row in enumerate(rows) if row.id == row_id)
    return rows[start : branch_end(rows, start, type(rows[start]))]


def _put_in(
    project: Project, plan: Plan, rows: Sequence[Row], new: Sequence[Row], index: int
) -> Change:
    if not rows:  # no row shows a style yet
        new = number_all(new)
    return insert(project, plan, new, rows[index].id if index < len(rows) else None)


def _task_of(plan: Plan, texts: Sequence[str], columns: Sequence[Column]) -> Task:
    task = Task(new_id(), plan.id, 0)
    for shown, text in zip(columns, texts, strict=False):
        task = shown.reader(task, nfc(text))
    return task
