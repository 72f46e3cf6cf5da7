"""The plan's list: what a clerk should see to, in table order, with its place and its words."""

from dataclasses import replace
from typing import Any

import pytest

from cchc_desktop.domain.columns import SEVEN
from cchc_desktop.domain.finding import Finding, KeptFinding, Place
from cchc_desktop.domain.plan import Area, Group, Plan, Row, Task
from cchc_desktop.domain.plan_check import PlanCheck
from cchc_desktop.domain.unit import Unit

PLAN = Plan("p", 2027, columns=SEVEN)
UNITS = [
    Unit("u", "Văn phòng Sở", "VP Sở"),
    Unit("v", "Phòng Hợp tác quốc tế", "HTQT"),
    Unit("w", "Các phòng chuyên môn", "Các phòng CM", "nhóm"),
]
AREA = Area("A", "p", 0, "I", "Thể chế")


def task(name: str, number: str = "1", **fields: Any) -> Task:
    whole = {"text": f"Việc {name}", "deliverable": "Báo cáo", "lead": "VP Sở", "time": "Quý I"}
    return Task(name, "p", 0, number, **{**whole, **fields})


def check(*rows: Row, plan: Plan = PLAN) -> list[Finding]:
    return PlanCheck().findings(plan, rows, UNITS)


def lines(*rows: Row, plan: Plan = PLAN) -> list[tuple[str, str, str]]:
    """Each finding as the list's two lines and the mark."""
    return [(finding.found, finding.where, finding.mark) for finding in check(*rows, plan=plan)]


def test_sound_plan_has_no_findings() -> None:
    plan = replace(PLAN, subject="Cải cách hành chính năm 2027")
    rows = [AREA, task("a"), task("b", "2", coordinating="HTQT", time="Sau khi tỉnh ban hành")]
    assert check(*rows, plan=plan) == []


ONE_TASK = [
    ({"lead": ""}, ("Chưa có chủ trì", "I.1 · Việc a", "chưa có chủ trì"), "lead"),
    ({"lead": " — "}, ("Chưa có chủ trì", "I.1 · Việc a", "chưa có chủ trì"), "lead"),
    (
        {"deliverable": ""},
        ("Chưa có sản phẩm", "I.1 · Việc a", "chưa có sản phẩm"),
        "deliverable",
    ),
    ({"time": ""}, ("Chưa có thời gian", "I.1 · Việc a", "chưa có thời gian"), "time"),
    ({"text": ""}, ("Chưa ghi nhiệm vụ", "I.1 · Nhiệm vụ", "chưa ghi"), "task"),
    (
        {"time": "lúc thuận tiện"},
        (
            "Chưa hiểu thời gian “lúc thuận tiện”",
            "I.1 · Thời gian “lúc thuận tiện”",
            "chưa hiểu",
        ),
        "time",
    ),
    (
        {"time": "Tháng 3, 9/2026"},
        ("Năm 2026 ≠ năm kế hoạch 2027", "I.1 · Thời gian “Tháng 3, 9/2026”", "năm 2026 ≠ 2027"),
        "time",
    ),
    ({"time": "Theo văn bản đề nghị"}, ("Chưa có hạn", "I.1 · Theo văn bản đề nghị", ""), "time"),
    (
        {"lead": "Tổ một cửa"},
        ("Đơn vị chưa biết: “Tổ một cửa”", "I.1 · Chủ trì", "chưa biết"),
        "lead",
    ),
    (
        {"coordinating": "Các phòng"},
        ("“Các phòng” có lẽ là “Các phòng chuyên môn”", "I.1 · Phối hợp", "chưa chắc"),
        "coordinating",
    ),
    (
        {"coordinating": "Văn phòng Sở"},
        ("“Văn phòng Sở” vừa chủ trì vừa phối hợp", "I.1 · Phối hợp", "trùng chủ trì"),
        "coordinating",
    ),
]


@pytest.mark.parametrize(("fields", "expected", "column"), ONE_TASK)
def test_one_task(fields: dict[str, Any], expected: tuple[str, str, str], column: str) -> None:
    (finding,) = check(AREA, task("a", **fields))
    assert (finding.found, finding.where, finding.mark) == expected
    assert finding.at == Place("a", column)


def test_only_columns_that_the_plan_has() -> None:
    plan = replace(PLAN, columns=(("task", "Nhiệm vụ"), ("coordinating", "Phối hợp")))
    bare = task("a", deliverable="", lead="", time="")
    assert check(AREA, bare, plan=plan) == []


def test_blank_task_is_one_finding() -> None:
    blank = task("a", text="", deliverable="", lead="", time="", goal="Đích")
    assert lines(AREA, blank) == [("Nhiệm vụ còn trống", "I.1", "còn trống")]


def test_places_are_named_by_all_their_numbers() -> None:
    rows = [
        task("z", ""),
        AREA,
        task("a", "1", goal="Đích"),
        task("b", "", goal="Đích"),
        Area("B", "p", 0, "II", "Thủ tục"),
        Group("G", "p", 0, "1", "Kiểm soát"),
        task("c", "1.1"),
        task("d", "II.1.2"),
        Group("H", "p", 0, "II.2", "Trực tuyến"),
        task("e", "a)"),
        task("f", ""),
    ]
    rows = [replace(row, time="") if isinstance(row, Task) else row for row in rows]
    wheres = [where.partition(" · ")[0] for _, where, _ in lines(*rows)]
    assert wheres == ["Việc z", "I.1", "I.1", "II.1.1", "II.1.2", "II.2.a)", "II.2"]


def test_titles_of_another_year() -> None:
    plan = replace(PLAN, subject="Cải cách năm 2026", table_title="Giai đoạn năm 2026 - 2030")
    (finding,) = check(plan=plan)
    assert finding.where == "Trích yếu “Cải cách năm 2026”"
    assert (finding.mark, finding.at) == ("năm 2026 ≠ 2027", Place("p", "subject"))


def test_headings() -> None:
    rows = [
        Area("A", "p", 0, "I", "Một"),
        Group("G", "p", 0, "1", "Trống"),
        Group("H", "p", 0, "1", ""),
        task("a"),
        Area("B", "p", 0, "I", "Hai"),
        Group("J", "p", 0, "1", "Ba"),
    ]
    assert lines(*rows) == [
        ("Nhóm không có nhiệm vụ", "1. Trống", ""),
        ("Nhóm chưa có tên", "1", "chưa có tên"),
        ("Số nhóm trùng: 1", "1", "trùng số"),
        ("Số lĩnh vực trùng: I", "I. Hai", "trùng số"),
        ("Lĩnh vực không có nhiệm vụ", "I. Hai", ""),
    ]


def test_parts_head_areas_and_groups_need_no_area() -> None:
    parts = [Area("P", "p", 0, "A", "Phần"), AREA, task("a"), Area("Q", "p", 0, "B", "Phần")]
    assert lines(*parts) == []
    again = [Area("B", "p", 0, "I", "Lại từ đầu"), task("b")]
    assert lines(*parts, *again) == []
    groups = [Group("G", "p", 0, "1", "Trống"), Group("H", "p", 0, "2", "Đủ"), task("a", "2.1")]
    assert lines(*groups) == [("Nhóm không có nhiệm vụ", "1. Trống", "")]


def test_tasks_and_numbers_that_stand_twice() -> None:
    rows = [
        AREA,
        task("a", "1", text="Rà soát"),
        task("b", "1", text="RÀ SOÁT"),
        task("c", "2", text="Rà soát", lead="HTQT"),
        Area("B", "p", 0, "II", "Hai"),
        task("d", "1", text="Rà soát"),
    ]
    assert lines(*rows) == [
        ("Nhiệm vụ trùng với nhiệm vụ trên", "I.1 · RÀ SOÁT", "trùng với I.1"),
        ("Số thứ tự trùng: 1", "I.1 · RÀ SOÁT", "trùng số"),
    ]


def test_without_any_unit_the_cells_are_not_blamed() -> None:
    rows = [AREA, task("a"), task("b", "2")]
    (finding,) = PlanCheck().findings(PLAN, rows, [])
    assert (finding.found, finding.at) == ("Chưa có danh sách đơn vị", Place("a", "lead"))


def test_kept_finding_stays_away_until_its_words_change() -> None:
    rows = [AREA, task("a", time="Tháng 9/2026")]
    (finding,) = check(*rows)
    kept = KeptFinding("k", "p", finding.rule, "a", "time", finding.found, "Tháng 9/2026")
    again = PlanCheck()
    assert again.findings(PLAN, rows, UNITS, [kept]) == []
    rows[1] = replace(rows[1], time="Tháng 8/2026")  # type: ignore[call-arg]
    assert [f.rule for f in again.findings(PLAN, rows, UNITS, [kept])] == ["year"]


def test_repeated_checks_judge_what_changed_only() -> None:
    rows: list[Row] = [AREA, *(task(f"t{n}", str(n)) for n in range(1, 30))]
    again = PlanCheck()
    again.findings(PLAN, rows, UNITS)
    notes = again._check.notes
    judged: list[str] = []

    def watched(task: Task) -> Any:
        judged.append(task.id)
        return notes(task)

    again._check.notes = watched  # type: ignore[method-assign]
    rows[7] = replace(rows[7], time="")  # type: ignore[call-arg]
    found = again.findings(PLAN, rows, UNITS)
    assert judged == ["t7"]
    assert found == check(*rows)
    assert len(again.findings(PLAN, rows, UNITS[1:])) > len(found)  # other units: all anew
    assert len(again.findings(replace(PLAN, year=2028), rows, UNITS)) == len(found)
