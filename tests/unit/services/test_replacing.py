"""Words replaced in a plan: found where the clerk sees them, and one step for all that is taken."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.change import added
from cchc_desktop.domain.columns import SEVEN, STANDARD
from cchc_desktop.domain.errors import RefusedChange
from cchc_desktop.domain.plan import Area, Group, Plan, Row, Section, Task
from cchc_desktop.domain.text_search import TextSearch
from cchc_desktop.services import planning
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.project import Project
from cchc_desktop.services.replacing import (
    Replacing,
    find,
    narrative_cells,
    replacing_words,
    table_cells,
)
from cchc_desktop.settings import Paths, Person

PLAN = Plan(
    "p",
    2027,
    subject="Cải cách hành chính năm 2026",
    number="2026",
    recipients="Lưu: VT, 2026",
    columns=(*SEVEN, ("own:1", "Kinh phí năm")),
)
ROWS: list[Row] = [
    Area("A", "p", 10, "I", "Thể chế năm 2026"),
    Task("a", "p", 20, "1", "Xong trong 2026", "Kế hoạch 2026,\nbáo cáo 2026", time="Quý I/2026"),
    Task("b", "p", 30, "", "Xong trong 2026", "b", lead="Tổ 2026", own=(("own:1", "2026 đồng"),)),
    Group("G", "p", 40, "1", "Nhóm 2026"),
    Task("c", "p", 50, "2026", "Xong trong 2026", "c", note="của riêng 2026"),
]
SECTIONS = [
    Section("s", "p", 1, 1, "I", "Mục đích 2026", "a) Năm 2026\nb) Năm 2025"),
    Section("t", "p", 2, 0, "", "", "Mở đầu"),
]
CONTENTS = Contents({record.id: record for record in (PLAN, *ROWS, *SECTIONS)})


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    paths = Paths(tmp_path / "data", tmp_path, tmp_path)
    records = [PLAN, *ROWS, *SECTIONS]
    with Project.create(
        tmp_path / "KH.cchc", paths, Person("Lan", "PC"), first=added("Tạo", records)
    ) as project:
        yield project


def found(words: str, old: str = "2026", contents: Contents = CONTENTS) -> Replacing:
    plan = contents.wanted_plan(2027)
    cells = [*table_cells(contents, plan), *narrative_cells(contents, plan)]
    return find(contents, plan, cells, TextSearch(old), words)


def whole(contents: Contents) -> str:
    """All that the plan says."""
    plan = contents.wanted_plan(2027)
    return str([plan, *contents.rows(plan), *contents.sections(plan)])


def test_what_is_looked_through_is_what_the_clerk_sees() -> None:
    places = [(hit.cell.record_id, hit.cell.field) for hit in found("2027").hits]
    assert places == [
        ("A", "title"),
        ("a", "goal"),  # once for the tasks that it covers
        ("a", "task"),
        ("a", "task"),
        ("a", "time"),
        ("b", "lead"),
        ("b", "own:1"),
        ("G", "title"),
        ("c", "number"),
        ("c", "goal"),  # under another heading: another goal
        ("p", "subject"),
        ("p", "recipients"),
        ("s", "title"),
        ("s", "body"),
    ]


def test_a_place_is_told_by_its_row_and_column() -> None:
    cell = next(hit.cell for hit in found("2027").hits if hit.cell.field == "time")
    assert cell.under == "I. Thể chế năm 2026"
    assert cell.where == "1. Kế hoạch 2026, báo cáo 2026"
    assert cell.title == "Thời gian hoàn thành"
    body = found("2027").hits[-1].cell
    assert (body.under, body.where, body.title) == ("Phần lời", "I. Mục đích 2026", "Nội dung mục")


def test_the_year_changes_everywhere_in_one_step(project: Project) -> None:
    before = whole(project)
    state = found("2027", contents=project.snapshot())
    project.apply(state.accept())
    kept = before.replace("của riêng 2026", "của riêng ?").replace("number='2026', sym", "number=?")
    after = whole(project).replace("của riêng 2026", "của riêng ?")
    assert after.replace("number='2026', sym", "number=?") == kept.replace("2026", "2027")
    assert project.next_undo == "Thay “2026” bằng “2027” ở 13 ô"
    project.undo()
    assert whole(project) == before


def test_lines_of_a_cell_stay(project: Project) -> None:
    project.apply(found("2027", contents=project.snapshot()).accept())
    task = project.record("a")
    assert isinstance(task, Task)
    assert task.text == "Kế hoạch 2027,\nbáo cáo 2027"


def test_a_place_that_is_left_stays_as_it_is(project: Project) -> None:
    state = found("2027", contents=project.snapshot())
    second = next(n for n, hit in enumerate(state.hits) if hit.cell.field == "task") + 1
    state = state.with_choice(range(len(state.hits)), taken=False)
    assert state.accept().edits == ()
    project.apply(state.with_choice([second], taken=True).accept())
    changed = whole(project).replace("báo cáo 2027", "báo cáo 2026")
    assert changed == whole(CONTENTS)
    assert project.next_undo == "Thay “2026” bằng “2027” ở 1 ô"


def test_a_goal_that_becomes_the_one_beside_it_is_one_with_it(project: Project) -> None:
    goals = [("a", STANDARD["goal"], ROWS[1].goal), ("b", STANDARD["goal"], "Xong trong 2027")]
    project.apply(planning.write_cells(project, goals, "Dán"))
    contents = project.snapshot()
    goals = [hit.cell.record_id for hit in found("2027", contents=contents).hits]
    assert goals.count("b") == 2  # its goal says 2027 already
    project.apply(found("2027", contents=contents).accept())
    numbers = [row.number for row in project.rows(PLAN)]
    assert numbers[:3] == ["I", "1", ""]


def test_what_is_so_already_is_no_place() -> None:
    plan = replace(PLAN, subject="cchc CCHC Cchc", recipients="")
    contents = Contents({plan.id: plan})
    assert [hit.start for hit in found("CCHC", "cchc", contents).hits] == [0, 10]


@pytest.mark.parametrize("old", ["", "không có ở đâu"])
def test_nothing_found_is_nothing_done(old: str) -> None:
    state = found("2027", old)
    assert state.hits == ()
    assert state.accept().edits == ()


def test_words_that_hold_those_looked_for_go_in_once(project: Project) -> None:
    project.apply(found("2026-2027", contents=project.snapshot()).accept())
    area = project.record("A")
    assert isinstance(area, Area)
    assert area.title == "Thể chế năm 2026-2027"


def test_a_plan_that_changed_meanwhile_is_not_written_over(project: Project) -> None:
    state = found("2027", contents=project.snapshot())
    project.apply(planning.edit(project, "a", time="Quý II"))
    with pytest.raises(RefusedChange):
        project.apply(state.accept())


def test_the_name_of_a_step_is_short() -> None:
    assert replacing_words(" ", "  ") == "Thay “ ” bằng “  ”"
    assert replacing_words("Sở Ngoại vụ", "") == "Bỏ “Sở Ngoại vụ”"
    assert len(replacing_words("a" * 200, "b" * 200)) < 100


@given(st.sets(st.integers(0, 13)), st.text(alphabet="2026 tỉnh", max_size=6))
def test_only_what_is_taken_changes(left: set[int], words: str) -> None:
    state = found(words)
    state = state.with_choice(left, taken=False)
    wanted = said(CONTENTS) | {
        (cell.record_id, cell.field): text for cell, text in state.texts.items()
    }
    assert said(CONTENTS.after(state.accept())) == {k: text for k, text in wanted.items() if text}


def said(contents: Contents) -> dict[tuple[str, str], str]:
    plan = contents.wanted_plan(2027)
    cells = [*table_cells(contents, plan), *narrative_cells(contents, plan)]
    return {(cell.record_id, cell.field): cell.text for cell in cells}
