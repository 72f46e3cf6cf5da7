"""From the list to its cures: each is one step whose label is the button's words."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from cchc_desktop.domain.change import Change, Edit, added
from cchc_desktop.domain.columns import SEVEN, STANDARD
from cchc_desktop.domain.finding import Finding
from cchc_desktop.domain.plan import Area, Group, Plan, Task
from cchc_desktop.domain.unit import Unit
from cchc_desktop.services import checking, planning, recording
from cchc_desktop.services.project import Project
from cchc_desktop.services.sample import sample_change
from cchc_desktop.settings import Paths

PLAN = Plan("p", 2027, columns=SEVEN, subject="Cải cách năm 2026")
WHOLE = {"deliverable": "Báo cáo", "lead": "VP Sở", "time": "Quý I"}
RECORDS = [
    PLAN,
    Unit("u", "Văn phòng Sở", "VP Sở"),
    Unit("w", "Các phòng chuyên môn", "Các phòng CM", "nhóm"),
    Area("A", "p", 10, "I", "Một"),
    Task("a", "p", 20, "1", text="Rà soát", **{**WHOLE, "time": "Tháng 3, 9/2026"}),
    Task("b", "p", 30, "2", text="Rà soát", **WHOLE),
    Task("c", "p", 40, "2", text="Mở lớp", **{**WHOLE, "lead": "Tổ một cửa"}),
    Task("d", "p", 50, "3", text="Góp ý", **WHOLE, coordinating="Các phòng"),
    Task("e", "p", 60, "4", text="Gửi", **{**WHOLE, "time": "Theo văn bản đề nghị"}),
    Task("f", "p", 70, "5", text="Đăng", **{**WHOLE, "deliverable": ""}),
    Task("g", "p", 80, "6"),
    Task("h", "p", 85, "7", text="Xem", **{**WHOLE, "time": "lúc thuận tiện"}),
    Area("B", "p", 90, "II", "Hai"),
    Group("G", "p", 100, "1", "Trống"),
]


@pytest.fixture
def project(tmp_path: Path, paths: Paths) -> Iterator[Project]:
    with Project.create(tmp_path / "KH.cchc", paths, first=added("Tạo", RECORDS)) as project:
        yield project


def found(project: Project) -> dict[str, Finding]:
    """The findings by rule; of one rule the first."""
    plan = project.wanted_plan(2027)
    return {f.rule: f for f in reversed(checking.plan_findings(project, plan))}


BUTTONS = {
    "year": ["Đổi thành 2027", "Giữ"],
    "task-twice": ["Xoá nhiệm vụ", "Giữ"],
    "number-twice": ["Đánh số lại", "Giữ"],
    "unit-unknown": ["Thêm đơn vị", "Giữ"],
    "unit-unsure": ["Là Các phòng CM", "Thêm đơn vị", "Đúng vậy"],
    "time-unread": ["Giữ"],
    "no-due": ["Đúng vậy, không có hạn"],
    "no-deliverable": [],
    "task-blank": ["Xoá nhiệm vụ"],
    "area-empty": ["Xoá lĩnh vực", "Giữ"],
}


def test_what_waits_has_a_deadline_once_its_event_has_happened(project: Project) -> None:
    plan = project.wanted_plan(2027)
    day = date(2027, 5, 12)
    project.apply(recording.tell_event(project, plan, "theo hướng dẫn khác", day, None))
    assert "no-due" in found(project)
    project.apply(recording.tell_event(project, plan, "theo văn bản đề nghị", day, day))
    assert "no-due" not in found(project)


def test_each_finding_has_its_buttons(project: Project) -> None:
    plan = project.wanted_plan(2027)
    buttons = {
        rule: [change.label for change in checking.cures(project, plan, finding)]
        for rule, finding in found(project).items()
    }
    assert buttons == BUTTONS


@pytest.mark.parametrize("rule", [rule for rule in BUTTONS if BUTTONS[rule]])
def test_each_button_makes_its_finding_go_and_can_be_undone(project: Project, rule: str) -> None:
    plan = project.wanted_plan(2027)
    before = checking.plan_findings(project, plan)
    finding = found(project)[rule]
    for cure in checking.cures(project, plan, finding):
        project.apply(cure)
        assert finding not in checking.plan_findings(project, project.wanted_plan(2027)), cure.label
        project.undo()
        assert checking.plan_findings(project, plan) == before


def test_year_is_changed_in_words_and_title(project: Project) -> None:
    for _ in range(2):
        plan = project.wanted_plan(2027)
        project.apply(checking.cures(project, plan, found(project)["year"])[0])
    task = project.record("a")
    assert isinstance(task, Task)
    assert task.time == "Tháng 3, 9/2027"
    assert project.wanted_plan(2027).subject == "Cải cách năm 2027"
    assert "year" not in found(project)


def test_several_other_years_are_not_guessed_at(project: Project) -> None:
    project.apply(planning.edit(project, "p", subject=""))
    time = STANDARD["time"]
    project.apply(planning.write_cell(project, "a", time, "Tháng 3/2025, tháng 9/2026"))
    cures = checking.cures(project, PLAN, found(project)["year"])
    assert [cure.label for cure in cures] == ["Giữ"]


def test_kept_finding_comes_back_with_other_words(project: Project) -> None:
    project.apply(planning.edit(project, "p", subject=""))
    project.apply(checking.keep(project, PLAN, found(project)["year"]))
    assert "year" not in found(project)
    project.apply(planning.edit(project, "a", lead="Văn phòng Sở"))
    assert "year" not in found(project)
    project.apply(planning.edit(project, "a", time="Tháng 9/2026"))
    assert "year" in found(project)


def test_units_are_taken_from_the_table_of_a_file_without_any(project: Project) -> None:
    project.apply(planning.write_cell(project, "c", STANDARD["lead"], "Tổ một cửa"))
    gone = (Edit(project.record(unit_id), None) for unit_id in ("u", "w"))
    project.apply(Change("Xoá đơn vị", tuple(gone)))
    finding = found(project)["no-units"]
    (cure,) = checking.cures(project, PLAN, finding)
    assert cure.label == "Lấy đơn vị từ bảng"
    project.apply(cure)
    assert {unit.name for unit in project.units(2027)} >= {"VP Sở", "Tổ một cửa"}
    assert "no-units" not in found(project)


@pytest.mark.parametrize("six_columns", [True, False])
def test_sample_has_few_findings(tmp_path: Path, paths: Paths, six_columns: bool) -> None:
    first = sample_change(six_columns=six_columns)
    with Project.create(tmp_path / "mau.cchc", paths, first=first) as project:
        plan = project.wanted_plan(2027)
        rules = {finding.rule for finding in checking.plan_findings(project, plan)}
        assert rules <= {"no-due", "unit-unsure"}
