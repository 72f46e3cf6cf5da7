"""Use cases describe changes: order by gaps, labels, rules; and any run of them can be undone."""

import unicodedata
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.agency import Agency, Signer
from cchc_desktop.domain.change import Change, Edit, Record, added
from cchc_desktop.domain.columns import STANDARD, column
from cchc_desktop.domain.errors import RefusedChange
from cchc_desktop.domain.order import with_numbers
from cchc_desktop.domain.plan import POSITION_STEP, Area, Plan, Section, Task
from cchc_desktop.domain.unit import Unit
from cchc_desktop.services import planning
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.names import FIELD_NAMES, RECORD_NAMES
from cchc_desktop.services.project import Project
from cchc_desktop.services.sample import sample_change
from cchc_desktop.settings import Paths, Person

PLAN = Plan("p", 2024)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    paths = Paths(tmp_path / "data", tmp_path, tmp_path)
    with Project.create(tmp_path / "KH.cchc", paths, Person("Lan", "PC")) as project:
        project.apply(added("Tạo", [PLAN]))
        tasks = [Task(name, "", 0, text=name) for name in "ABCD"]
        project.apply(planning.insert(project, PLAN, tasks))
        yield project


def order(project: Project) -> str:
    return "".join(row.text for row in project.rows(PLAN) if isinstance(row, Task))


def do(project: Project, change: Change) -> str:
    project.apply(change)
    return order(project)


def test_rows_are_put_where_they_are_wanted(project: Project) -> None:
    assert order(project) == "ABCD"
    new = [Task("x", "", 0, text="x"), Task("y", "", 0, text="y")]
    assert do(project, planning.insert(project, PLAN, new, "C")) == "ABxyCD"
    assert (
        do(project, planning.insert(project, PLAN, [Task("z", "", 0, text="z")], "A")) == "zABxyCD"
    )


@pytest.mark.parametrize(
    ("ids", "before", "result"),
    [
        ("D", "A", "DABC"),
        ("A", None, "BCDA"),
        ("AC", None, "BDAC"),
        ("CA", "D", "BACD"),  # chosen in any order, moved in the table's
        ("BD", "C", "ABDC"),
        ("BC", "C", "ABCD"),  # in front of one that moves too
        ("BC", "B", "ABCD"),
        ("ABCD", "B", "ABCD"),
        ("CD", "A", "CDAB"),
        ("A", "gone", "BCDA"),
    ],
)
def test_move(project: Project, ids: str, before: str | None, result: str) -> None:
    assert do(project, planning.move(project, list(ids), before)) == result
    assert project.next_undo.startswith("Chuyển") == (result != "ABCD")
    if result != "ABCD":
        project.undo()
    assert order(project) == "ABCD"


def test_duplicate_stands_behind_the_last(project: Project) -> None:
    assert do(project, planning.duplicate(project, ["C", "A"])) == "ABCACD"
    assert do(project, planning.duplicate(project, ["D"])) == "ABCACDD"
    assert len({row.id for row in project.rows(PLAN)}) == 7


def test_delete_and_undo_keep_the_place(project: Project) -> None:
    assert do(project, planning.delete(project, ["B", "C"])) == "AD"
    project.undo()
    assert order(project) == "ABCD"


def test_one_row_is_touched_while_there_is_a_gap(project: Project) -> None:
    change = planning.insert(project, PLAN, [Task("x", "", 0)], "B")
    assert len(change.edits) == 1
    assert len(planning.move(project, ["D"], "B").edits) == 1


def test_positions_are_dealt_anew_when_the_gap_is_used_up(project: Project) -> None:
    for n in range(40):
        project.apply(planning.insert(project, PLAN, [Task(f"n{n}", "", 0, text=str(n % 10))], "B"))
    assert order(project) == "A" + "0123456789" * 4 + "BCD"
    positions = [row.position for row in project.rows(PLAN)]
    assert len(set(positions)) == len(positions)
    while project.next_undo:
        project.undo()
    assert project.plans() == []


def test_rows_at_one_position_are_set_apart(project: Project) -> None:
    twins = [Task(name, "p", 9 * POSITION_STEP, text=name) for name in "MN"]
    project.apply(added("Nhập", twins))
    assert do(project, planning.move(project, ["A"], "N")) == "BCDMAN"


def test_sections_have_an_order_of_their_own(project: Project) -> None:
    new = [Section(name, "", 0, title=name) for name in ("I", "II")]
    project.apply(planning.insert(project, PLAN, new))
    project.apply(planning.move(project, ["II"], "I"))
    assert [section.title for section in project.sections(PLAN)] == ["II", "I"]
    assert order(project) == "ABCD"


def test_plan_of_another_year_is_left_alone(project: Project) -> None:
    project.apply(planning.new_plan(project, 2025))
    other = project.wanted_plan(2025)
    project.apply(planning.insert(project, other, [Task("e", "", 0, text="E")]))
    project.apply(planning.move(project, ["A"]))
    assert [row.id for row in project.rows(other)] == ["e"]


# Fields


def test_edit_stores_the_aliases_of_a_unit_in_nfc(project: Project) -> None:
    project.apply(added("Thêm", [Unit("u", "Văn phòng Sở")]))
    typed = unicodedata.normalize("NFD", "Phòng Hợp tác")
    project.apply(planning.edit(project, "u", aliases=(typed, "VP")))
    assert project.record("u") == Unit("u", "Văn phòng Sở", aliases=("Phòng Hợp tác", "VP"))


def test_edit_stores_nfc_and_else_keeps_what_was_typed(project: Project) -> None:
    typed = " Quý  II\n(nếu có) "
    project.apply(planning.edit(project, "A", time=unicodedata.normalize("NFD", typed)))
    task = project.record("A")
    assert isinstance(task, Task)
    assert task.time == typed


def test_cells_of_own_columns_are_written(project: Project) -> None:
    change = planning.write_cell(project, "A", column("own:1", "Kinh phí"), "10 triệu")
    assert change.label == "Sửa Kinh phí"
    project.apply(change)
    task = project.record("A")
    assert isinstance(task, Task)
    assert dict(task.own) == {"own:1": "10 triệu"}


def labels(project: Project) -> Iterator[tuple[str, str]]:
    yield planning.edit(project, "A", time="x").label, "Sửa Thời gian"
    yield planning.edit(project, "A", lead="x", time="y").label, "Sửa nhiệm vụ"
    yield planning.edit(project, "p", subject="x").label, "Sửa Trích yếu"
    yield planning.delete(project, ["A"]).label, "Xoá nhiệm vụ"
    yield planning.delete(project, ["A", "B"]).label, "Xoá 2 dòng"
    yield planning.duplicate(project, ["A"]).label, "Nhân đôi nhiệm vụ"
    yield planning.move(project, ["A", "B"]).label, "Chuyển 2 dòng"
    yield planning.insert(project, PLAN, [Area("x", "", 0)]).label, "Thêm lĩnh vực"
    sections = [Section("x", "", 0), Section("y", "", 0)]
    yield planning.insert(project, PLAN, sections).label, "Thêm 2 mục"
    yield planning.new_plan(project, 2027).label, "Tạo kế hoạch CCHC năm 2027"


def test_labels(project: Project) -> None:
    given, expected = zip(*labels(project), strict=True)
    assert given == expected


@pytest.mark.parametrize("record", get_args(Record))
def test_every_field_that_can_be_edited_has_a_name(record: type[Record]) -> None:
    placing = {"id", "plan_id", "position", "task_id", "period_id", "document_id", "target_id"}
    placing |= {"unit_id", "outline_id", "report_id", "heading_id", "indicator_id"}
    assert set(FIELD_NAMES[record]) == {field.name for field in fields(record)} - placing
    assert RECORD_NAMES[record]


# Rules


def test_one_plan_of_a_kind_a_year(project: Project) -> None:
    project.apply(planning.new_plan(project, 2024, "Tuyên truyền"))
    project.apply(planning.new_plan(project, 2025))
    with pytest.raises(RefusedChange, match="Đã có kế hoạch CCHC năm 2025"):
        planning.new_plan(project, 2025)
    with pytest.raises(RefusedChange, match="Đã có kế hoạch CCHC năm 2025"):
        planning.edit(project, "p", year=2025)
    with pytest.raises(RefusedChange, match="Đã có"):
        planning.edit(project, "p", kind=unicodedata.normalize("NFD", "Tuyên truyền"))
    project.apply(planning.edit(project, "p", year=2026))


@pytest.mark.parametrize(("year", "kind"), [(1999, "CCHC"), (2101, "CCHC"), (2027, " ")])
def test_plan_that_cannot_be(project: Project, year: int, kind: str) -> None:
    with pytest.raises(RefusedChange, match="hãy"):
        planning.new_plan(project, year, kind)


def test_record_that_is_gone(project: Project) -> None:
    with pytest.raises(RefusedChange, match="không còn"):
        planning.edit(project, "gone", time="x")
    with pytest.raises(RefusedChange, match="không còn"):
        planning.delete(project, ["gone"])


def test_agency_is_renamed_from_a_year_on(project: Project) -> None:
    project.apply(added("Tạo", [Agency("c", "UBND TỈNH", "SỞ CŨ", "SC", "Nơi ấy", 2016)]))
    change = planning.succeed(project, "c", 2025, name="SỞ MỚI", symbol="SM")
    assert change.label == "Đổi cơ quan từ năm 2025"
    project.apply(change)
    named = [project.agency(year) for year in (2015, 2016, 2024, 2025, 2030)]
    assert [agency and agency.name for agency in named] == [
        None,
        "SỞ CŨ",
        "SỞ CŨ",
        "SỞ MỚI",
        "SỞ MỚI",
    ]


def test_years_of_validity_run_forwards(project: Project) -> None:
    project.apply(added("Tạo", [Signer("k", "GIÁM ĐỐC", "Người Ký", 2020)]))
    with pytest.raises(RefusedChange, match="2019 trước năm bắt đầu 2020"):
        planning.edit(project, "k", valid_to=2019)
    with pytest.raises(RefusedChange, match="2019 trước năm bắt đầu 2020"):
        planning.succeed(project, "k", 2020, name="Người Khác")


@given(
    st.lists(st.tuples(st.integers(0, 31), st.sampled_from(["đích a", "đích b", ""])), max_size=5)
)
def test_goals_typed_anew_number_as_if_all_were_numbered_anew(
    written: list[tuple[int, str]],
) -> None:
    contents = Contents({edit.record.id: edit.record for edit in sample_change().edits})
    plan = contents.wanted_plan(2027)
    tasks = [row for row in contents.rows(plan) if isinstance(row, Task)]
    cells = [(tasks[n].id, STANDARD["goal"], goal) for n, goal in written]
    if not cells:
        return
    change = planning.write_cells(contents, cells, "Sửa")  # type: ignore[arg-type]
    known = planning.written_tasks(contents, cells)  # type: ignore[arg-type]
    plain = [Edit(contents.record(task.id), task) for task in known]
    whole = with_numbers(contents.rows(plan), plain)
    assert {e for e in change.edits if e.before != e.after} == set(whole)
