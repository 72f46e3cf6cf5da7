"""Units as columns: who leads and who co-operates is read from the marks under them."""

from collections.abc import Sequence
from typing import Any

import pytest

from cchc_desktop.domain.plan import Plan, Task
from cchc_desktop.domain.proposal import Proposal
from cchc_desktop.intake.plan_intake import propose_plan

YEAR = 2025
HEADS = ("STT", "Nhiệm vụ", "Thời gian")
UNITS = ("Văn phòng Sở", "Thanh tra Sở", "Phòng Lễ tân", "HTQT")
MARKS = (("CT", "PH", "", "PH"), ("", "CT", "CT", ""), ("PH", "", "PH", "CT"))


def table(
    office: Any, marks: Sequence[Sequence[str]], units: Sequence[str] = UNITS
) -> list[list[Any]]:
    lines = [(*HEADS, *units)]
    for n, row in enumerate(marks, start=1):
        lines.append((str(n), f"Rà soát quy chế {n}", "Quý I", *row))
    return [[office.Cell(text) for text in line] for line in lines]


def units_of(proposal: Proposal) -> list[tuple[str, str]]:
    tasks = [i.edit.after for i in proposal.items if isinstance(i.edit.after, Task)]
    assert all(task.time == "Quý I" for task in tasks)
    return [(task.lead, task.coordinating) for task in tasks]


def why_of(proposal: Proposal) -> str:
    """The reason of the one doubt, which is about the columns."""
    (doubt,) = [doubt for doubt in proposal.doubts if doubt.kind == "note"]
    assert doubt.row == 1  # the head's
    assert doubt.text.startswith("Văn phòng Sở | Thanh tra Sở")
    return doubt.why


READ = [
    ("Văn phòng Sở", "Thanh tra Sở; HTQT"),
    ("Thanh tra Sở; Phòng Lễ tân", ""),
    ("HTQT", "Văn phòng Sở; Phòng Lễ tân"),
]


@pytest.mark.parametrize("kind", ["word", "excel"])
def test_marks_that_say_their_role(office: Any, kind: str) -> None:
    proposal = propose_plan(getattr(office, kind)(office.Grid(table(office, MARKS))), YEAR)
    assert units_of(proposal) == READ
    assert why_of(proposal) == ("Mỗi đơn vị là một cột; dấu “CT” là chủ trì, “PH” là phối hợp.")
    (plan,) = [i.edit.after for i in proposal.items if isinstance(i.edit.after, Plan)]
    assert [key for key, _ in plan.columns] == ["number", "task", "time", "lead", "coordinating"]


@pytest.mark.parametrize("merged", [True, False])
def test_units_under_a_head_of_their_own(office: Any, *, merged: bool) -> None:
    head, *rows = table(office, MARKS)
    top = [*head[:3], office.Cell("Đơn vị thực hiện", columns=4 if merged else 1)]
    below = [*[office.Cell("")] * 3, *head[3:]]
    build = office.word if merged else office.excel
    assert units_of(propose_plan(build(office.Grid([top, below, *rows])), YEAR)) == READ


def test_rows_that_head_others_and_a_head_again(office: Any) -> None:
    head, *rows = table(office, MARKS)
    area = [office.Cell("I. Cải cách thể chế", columns=7)]
    proposal = propose_plan(office.word(office.Grid([head, area, *rows[:2], head, rows[2]])), YEAR)
    assert units_of(proposal) == READ


@pytest.mark.parametrize(
    "legend",
    ["Ghi chú: ●: chủ trì; ○: phối hợp", "(● là đơn vị chủ trì, ○ là đơn vị phối hợp)",
     "Chủ trì: ●, phối hợp: ○", "● - Chủ trì; ○ - Phối hợp", "Chủ trì (●), phối hợp (○)"],
)  # fmt: skip
@pytest.mark.parametrize("place", ["over", "under", "row"])
def test_a_legend_says_what_marks_mean(office: Any, legend: str, place: str) -> None:
    drawn = {"CT": "●", "PH": "○", "": ""}
    marks = [[drawn[mark] for mark in row] for row in MARKS]
    rows = table(office, marks)
    blocks = [office.Grid(rows)]
    if place == "row":
        blocks = [office.Grid([*rows, [office.Cell(legend, columns=7)]])]
    else:
        blocks.insert(0 if place == "over" else 1, office.Line(legend))
    proposal = propose_plan(office.word(*blocks), YEAR)
    assert units_of(proposal) == READ
    assert "“●” là chủ trì, “○” là phối hợp" in why_of(proposal)


def test_a_legend_over_the_table_of_a_sheet_tells_capitals_apart(office: Any) -> None:
    drawn = {"CT": "X", "PH": "x", "": ""}
    rows = table(office, [[drawn[mark] for mark in row] for row in MARKS])
    title = office.Line("PHÂN CÔNG (X: đơn vị chủ trì; x: đơn vị phối hợp)")
    proposal = propose_plan(office.excel(title, office.Grid(rows)), YEAR)
    assert units_of(proposal) == READ


def test_marks_that_say_nothing_are_told(office: Any) -> None:
    marks = [["x" if mark == "CT" else "" for mark in row] for row in MARKS]
    proposal = propose_plan(office.word(office.Grid(table(office, marks))), YEAR)
    assert units_of(proposal) == [(lead, "") for lead, _ in READ]
    assert "“x” không nói vai trò nên hiểu là chủ trì" in why_of(proposal)


def test_marks_beside_one_that_leads_co_operate(office: Any) -> None:
    marks = [[mark if mark == "CT" else mark and "X" for mark in row] for row in MARKS]
    proposal = propose_plan(office.word(office.Grid(table(office, marks))), YEAR)
    assert units_of(proposal) == READ
    assert "“X” không nói vai trò nên hiểu là phối hợp" in why_of(proposal)


def test_marks_beside_a_column_of_leads_co_operate(office: Any) -> None:
    lines = (
        ("STT", "Nhiệm vụ", "Chủ trì", "Văn phòng Sở", "Thanh tra Sở", "Thời gian"),
        ("1", "Rà soát", "Phòng Lễ tân", "x", "x", "Quý I"),
        ("2", "Tổng kết", "Văn phòng Sở", "", "x", "Quý I"),
    )
    grid = office.Grid([[office.Cell(text) for text in line] for line in lines])
    assert units_of(propose_plan(office.excel(grid), YEAR)) == [
        ("Phòng Lễ tân", "Văn phòng Sở; Thanh tra Sở"),
        ("Văn phòng Sở", "Thanh tra Sở"),
    ]


def test_columns_of_units_under_each_role(office: Any) -> None:
    cell = office.Cell
    top = [*(cell(h, rows=2) for h in HEADS), cell("Đơn vị chủ trì", columns=2),
           cell("Đơn vị phối hợp", columns=2)]  # fmt: skip
    below = [cell(name) for name in ("Văn phòng Sở", "Thanh tra Sở") * 2]
    rows = [[*map(cell, ("1", "Rà soát", "Quý I", "x", "", "", "x"))],
            [*map(cell, ("2", "Tổng kết", "Quý I", "", "x", "x", ""))]]  # fmt: skip
    proposal = propose_plan(office.word(office.Grid([top, below, *rows])), YEAR)
    assert units_of(proposal) == [
        ("Văn phòng Sở", "Thanh tra Sở"),
        ("Thanh tra Sở", "Văn phòng Sở"),
    ]
    assert "có đánh dấu" in why_of(proposal)


def test_a_mark_merged_over_units_and_words_among_marks(office: Any) -> None:
    head, one, two, three = table(office, MARKS)
    one[3:] = [office.Cell("CT", columns=2), office.Cell("", columns=2)]
    two[3:] = [office.Cell("CT", rows=2), *map(office.Cell, ("PH", "", ""))]
    three[3:] = [*map(office.Cell, ("", "PH", ""))]
    proposal = propose_plan(office.word(office.Grid([head, one, two, three])), YEAR)
    assert units_of(proposal) == [
        ("Văn phòng Sở; Thanh tra Sở", ""),
        ("Văn phòng Sở", "Thanh tra Sở"),
        ("Văn phòng Sở", "Phòng Lễ tân"),
    ]


def test_figures_under_units_make_no_plan_of_units(office: Any) -> None:
    marks = (("12", "3", "", "5"), ("1", "4", "9", ""), ("7", "", "2", "8"))
    proposal = propose_plan(office.word(office.Grid(table(office, marks))), YEAR)
    assert units_of(proposal) == [("", "")] * 3
    assert [doubt for doubt in proposal.doubts if "là một cột" in doubt.why] == []


def test_units_under_what_is_no_assignment_are_the_plans_own_columns(office: Any) -> None:
    cell = office.Cell
    top = [*(cell(h, rows=2) for h in (*HEADS, "Chủ trì")), cell("Cấp trình", columns=2)]
    rows = [["HĐND", "UBND"], ["1", "Rà soát", "Quý I", "Văn phòng Sở", "x", ""],
            ["2", "Tổng kết", "Quý I", "Thanh tra Sở", "", "x"]]  # fmt: skip
    grid = office.Grid([top, *([cell(text) for text in row] for row in rows)])
    proposal = propose_plan(office.word(grid), YEAR)
    assert units_of(proposal) == [("Văn phòng Sở", ""), ("Thanh tra Sở", "")]
    tasks = [i.edit.after for i in proposal.items if isinstance(i.edit.after, Task)]
    assert [task.own for task in tasks] == [
        (("own:Cấp trình - HĐND", "x"),),
        (("own:Cấp trình - UBND", "x"),),
    ]
    assert proposal.doubts == ()


def test_marks_under_words_that_name_no_unit(office: Any) -> None:
    marks = (("x", ""), ("", "x"))
    proposal = propose_plan(office.word(office.Grid(table(office, marks, ("NSNN", "XHH")))), YEAR)
    assert units_of(proposal) == [("", "")] * 2
    assert [doubt for doubt in proposal.doubts if "là một cột" in doubt.why] == []


def test_roles_in_words_need_no_telling(office: Any) -> None:
    words = {"CT": "Chủ trì", "PH": "Phối hợp", "": ""}
    marks = [[words[mark] for mark in row] for row in MARKS]
    proposal = propose_plan(office.word(office.Grid(table(office, marks))), YEAR)
    assert units_of(proposal) == READ
    assert why_of(proposal).endswith("đã ghi các cột có đánh dấu thành tên đơn vị.")
