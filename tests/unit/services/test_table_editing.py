"""The task table edited as a table: every step is one change, numbered in the plan's own style."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cchc_desktop.domain.change import Change, added
from cchc_desktop.domain.columns import SEVEN, SIX, STANDARD, column
from cchc_desktop.domain.errors import RefusedChange
from cchc_desktop.domain.plan import Area, Group, Plan, Row, Task
from cchc_desktop.services import planning, table_editing
from cchc_desktop.services.project import Project
from cchc_desktop.settings import Paths, Person

PLAN = Plan("p", 2027)
ROWS: list[Row] = [
    Area("X", "p", 10, "I", "X"),
    Task("a", "p", 20, "1", "đích a", "a"),
    Task("b", "p", 30, "", "đích a", "b"),
    Task("c", "p", 40, "2", "đích c", "c"),
    Area("Y", "p", 50, "II", "Y"),
    Group("G", "p", 60, "1", "G"),
    Task("d", "p", 70, "1.1", "đích d", "d"),
    Task("e", "p", 80, "1.2", "", "e"),
    Group("H", "p", 90, "2", "H"),
    Task("f", "p", 100, "2.1", "", "f"),
    Area("Z", "p", 110, "III", "Z"),
]
NUMBERED = "I.X 1.a .b 2.c II.Y 1.G 1.1.d 1.2.e 2.H 2.1.f III.Z"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    paths = Paths(tmp_path / "data", tmp_path, tmp_path)
    with Project.create(
        tmp_path / "KH.cchc", paths, Person("Lan", "PC"), first=added("Tạo", [PLAN, *ROWS])
    ) as project:
        yield project


def table(project: Project) -> str:
    """Each row as number and words; "?" without words."""
    shown = []
    for row in project.rows(PLAN):
        words = row.text if isinstance(row, Task) else row.title
        shown.append(f"{row.number}.{words or '?'}")
    return " ".join(shown)


def do(project: Project, change: Change) -> str:
    project.apply(change)
    return table(project)


def goals(project: Project, ids: str) -> list[str]:
    tasks = (project.record(task_id) for task_id in ids)
    return [task.goal for task in tasks if isinstance(task, Task)]


def test_many_cells_are_one_step_and_one_edit_a_task(project: Project) -> None:
    lead, time = STANDARD["lead"], STANDARD["time"]
    cells = [("a", lead, "VP"), ("a", time, "Quý I"), ("c", time, "Quý II"), ("c", time, "Quý IV")]
    change = project.apply(planning.write_cells(project, cells, "Dán"))
    assert (change.label, len(change.edits)) == ("Dán", 2)
    a, c = project.record("a"), project.record("c")
    assert isinstance(a, Task)
    assert isinstance(c, Task)
    assert (a.lead, a.time, c.time) == ("VP", "Quý I", "Quý IV")
    assert table(project) == NUMBERED


@pytest.mark.parametrize("task_id", ["a", "b"])
def test_goal_changes_for_all_tasks_that_it_covers(project: Project, task_id: str) -> None:
    change = project.apply(planning.write_cell(project, task_id, STANDARD["goal"], "mới"))
    assert goals(project, "abc") == ["mới", "mới", "đích c"]
    assert len(change.edits) == 2
    assert table(project) == NUMBERED


def test_goals_pasted_over_a_run_are_each_their_own(project: Project) -> None:
    goal = STANDARD["goal"]
    cells = [("a", goal, "một"), ("b", goal, "hai"), ("e", goal, "đích d")]
    assert do(project, planning.write_cells(project, cells, "Dán")) == (
        "I.X 1.a 2.b 3.c II.Y 1.G 1.1.d .e 2.H 2.1.f III.Z"
    )
    assert goals(project, "abde") == ["một", "hai", "đích d", "đích d"]


def test_typed_number_stays(project: Project) -> None:
    cells = [("b", STANDARD["number"], "1a"), ("b", STANDARD["goal"], "x")]
    written = do(project, planning.write_cells(project, cells, "Dán"))
    assert written.startswith("I.X 1.a 1a.b 2.c ")


@pytest.mark.parametrize(
    ("kind", "after", "result"),
    [
        (Task, "c", "I.X 1.a .b 2.c 3.? II.Y 1.G 1.1.d 1.2.e 2.H 2.1.f III.Z"),
        (Task, "a", "I.X 1.a .? .b 2.c II.Y 1.G 1.1.d 1.2.e 2.H 2.1.f III.Z"),  # inside a goal
        (Task, "b", "I.X 1.a .b 2.? 3.c II.Y 1.G 1.1.d 1.2.e 2.H 2.1.f III.Z"),
        (Task, "X", "I.X 1.? 2.a .b 3.c II.Y 1.G 1.1.d 1.2.e 2.H 2.1.f III.Z"),
        (Task, None, f"{NUMBERED} 1.?"),
        (Group, "d", "I.X 1.a .b 2.c II.Y 1.G 1.1.d 1.2.e 2.? 3.H 3.1.f III.Z"),
        (Group, "Y", "I.X 1.a .b 2.c II.Y 1.G 1.1.d 1.2.e 2.H 2.1.f 3.? III.Z"),
        (Group, "a", "I.X 1.a .b 2.c 1.? II.Y 1.G 1.1.d 1.2.e 2.H 2.1.f III.Z"),
        (Area, "a", "I.X 1.a .b 2.c II.? III.Y 1.G 1.1.d 1.2.e 2.H 2.1.f IV.Z"),
        (Area, "Z", f"{NUMBERED} IV.?"),
    ],
)
def test_blank_rows(project: Project, kind: type[Row], after: str | None, result: str) -> None:
    assert do(project, table_editing.insert_blank(project, PLAN, kind, after)) == result
    project.undo()
    assert table(project) == NUMBERED


def test_first_rows_of_an_empty_plan_are_numbered(project: Project) -> None:
    project.apply(planning.new_plan(project, 2028))
    plan = project.wanted_plan(2028)
    for kind in (Area, Task, Task, Group, Task, Area):
        last = project.rows(plan)[-1].id if project.rows(plan) else None
        project.apply(table_editing.insert_blank(project, plan, kind, last))
    assert [row.number for row in project.rows(plan)] == ["I", "1", "2", "1", "1.1", "II"]


def test_task_of_the_same_goal(project: Project) -> None:
    added_one = do(project, table_editing.insert_same_goal(project, PLAN, "c"))
    assert added_one == "I.X 1.a .b 2.c .? II.Y 1.G 1.1.d 1.2.e 2.H 2.1.f III.Z"
    assert project.rows(PLAN)[4].goal == "đích c"  # type: ignore[union-attr]


def test_pasted_rows(project: Project) -> None:
    columns = [STANDARD["number"], STANDARD["task"], column("own:1", "Kinh phí")]
    texts = [["7", "m", "10 triệu"], ["8", "n"]]
    pasted = do(project, table_editing.insert_texts(project, PLAN, texts, columns, "d"))
    assert pasted == "I.X 1.a .b 2.c II.Y 1.G 1.1.d 1.2.m 1.3.n 1.4.e 2.H 2.1.f III.Z"
    assert dict(project.rows(PLAN)[7].own) == {"own:1": "10 triệu"}  # type: ignore[union-attr]


def test_block_pasted_over_the_end_is_one_step(project: Project) -> None:
    columns = [STANDARD["goal"], STANDARD["task"]]
    cells = [("f", columns[0], "đích d"), ("f", columns[1], "F"), ("e", columns[0], "đích d")]
    change = table_editing.paste(project, PLAN, cells, [["đích m", "m"], ["đích m", "n"]], columns)
    pasted = do(project, change)
    assert pasted == "I.X 1.a .b 2.c II.Y 1.G 1.1.d .e 2.H 2.1.F III.Z 1.m .n"
    assert change.label == "Dán"
    project.undo()
    assert table(project) == NUMBERED


def test_delete_duplicate_and_move_number_anew(project: Project) -> None:
    assert do(project, planning.delete(project, ["X", "a"])) == (
        "1.b 2.c I.Y 1.G 1.1.d 1.2.e 2.H 2.1.f II.Z"
    )
    project.undo()
    assert do(project, planning.duplicate(project, ["c"])).startswith("I.X 1.a .b 2.c .c II.Y")
    project.undo()
    assert do(project, planning.move(project, ["Z"], "X")) == (
        "I.Z II.X 1.a .b 2.c III.Y 1.G 1.1.d 1.2.e 2.H 2.1.f"
    )


def test_branches(project: Project) -> None:
    branches = {row.id: "".join(table_editing.branch(project, PLAN, row.id)) for row in ROWS}
    assert branches == {
        "X": "Xabc", "a": "a", "b": "b", "c": "c", "Y": "YGdeHf", "G": "Gde", "d": "d", "e": "e",
        "H": "Hf", "f": "f", "Z": "Z",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("ids", "up", "order"),
    [
        ("c", True, "XacbYGdeHfZ"),
        ("a", True, "XabcYGdeHfZ"),  # nothing above the first heading
        ("c", False, "XabYcGdeHfZ"),  # into the next area
        ("d", True, "XabcYdGeHfZ"),
        ("e", False, "XabcYGdHefZ"),
        ("f", False, "XabcYGdeHZf"),
        ("ab", False, "XcabYGdeHfZ"),
        ("de", True, "XabcYdeGHfZ"),
        ("H", True, "XabcYHfGdeZ"),
        ("G", False, "XabcYHfGdeZ"),
        ("G", True, "XabcGdeYHfZ"),  # into the area before
        ("H", False, "XabcYGdeZHf"),
        ("Y", True, "YGdeHfXabcZ"),
        ("Y", False, "XabcZYGdeHf"),
        ("X", True, "XabcYGdeHfZ"),
        ("Z", False, "XabcYGdeHfZ"),
        ("Yd", True, "YGdeHfXabcZ"),
    ],
)
def test_shift(project: Project, ids: str, up: bool, order: str) -> None:
    project.apply(table_editing.shift(project, list(ids), up=up))
    assert "".join(row.id for row in project.rows(PLAN)) == order


def test_group_shifted_into_an_area_takes_none_of_its_tasks(project: Project) -> None:
    project.apply(table_editing.shift(project, ["Y"], up=True))  # YGdeHfXabcZ
    project.apply(table_editing.shift(project, ["H"], up=False))
    assert "".join(row.id for row in project.rows(PLAN)) == "YGdeXabcHfZ"


def test_labels(project: Project) -> None:
    assert table_editing.shift(project, ["c"], up=True).label == "Chuyển nhiệm vụ lên"
    assert table_editing.shift(project, ["H"], up=True).label == "Chuyển 2 dòng lên"
    assert table_editing.insert_blank(project, PLAN, Group).label == "Thêm nhóm"
    assert table_editing.renumber(project, PLAN).label == "Đánh số lại"


def test_renumber_forces_the_style(project: Project) -> None:
    project.apply(planning.edit(project, "c", number="9"))
    project.apply(planning.edit(project, "e", number=""))
    assert table(project) != NUMBERED
    assert do(project, table_editing.renumber(project, PLAN)) == NUMBERED


def test_columns_are_set_and_none_is_lost_unasked(project: Project) -> None:
    own = table_editing.own_column(PLAN, " Kinh phí ")
    columns = (*SEVEN, (own.key, own.title))
    project.apply(table_editing.set_columns(project, PLAN, columns))
    plan = project.wanted_plan(2027)
    assert plan.columns[-1] == ("own:1", "Kinh phí")
    assert table_editing.own_column(plan, "Ghi chú").key == "own:2"
    project.apply(planning.write_cell(project, "a", own, "10 triệu"))
    with pytest.raises(RefusedChange, match="“Kinh phí” còn chữ ở 1 nhiệm vụ"):
        table_editing.set_columns(project, plan, SEVEN)
    with pytest.raises(RefusedChange, match="“Mục tiêu” còn chữ ở 4 nhiệm vụ"):
        table_editing.set_columns(project, plan, SIX)
    project.apply(table_editing.set_columns(project, plan, SIX, drop_texts=True))
    assert project.wanted_plan(2027).columns == SIX
    assert own.text(project.record("a")) == "10 triệu"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "columns",
    [SEVEN[:2], (*SEVEN, SEVEN[0]), (("task", " "),)],
)
def test_columns_that_cannot_be(project: Project, columns: tuple[tuple[str, str], ...]) -> None:
    with pytest.raises(RefusedChange, match="hãy"):
        table_editing.set_columns(project, PLAN, columns, drop_texts=True)
