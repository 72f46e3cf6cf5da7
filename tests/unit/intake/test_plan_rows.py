"""Rows of a task table become tasks, with a doubt for every repair."""

from typing import Any

import pytest

from cchc_desktop.domain.plan import Area
from cchc_desktop.intake.plan_intake import propose_plan
from cchc_desktop.office.grid import SourceCell, SourceFile, SourceParagraph, SourceTable
from tests.unit.intake.seven_columns import HEAD, YEAR, plan_of, records, row, rows, tasks_of


def test_own_columns_are_kept(office: Any) -> None:
    cells = [
        [
            office.Cell(t)
            for t in ("TT", "Nhiệm vụ", "Chủ trì", "Thời gian", "Kinh phí (triệu đồng)", "Ghi chú")
        ],
        [office.Cell(t) for t in ("1", "Rà soát", "Văn phòng Sở", "Quý I", "20", "")],
    ]
    proposal = propose_plan(office.word(office.Grid(cells)), YEAR)
    assert plan_of(proposal).columns[-2:] == (
        ("own:Kinh phí (triệu đồng)", "Kinh phí (triệu đồng)"),
        ("own:Ghi chú", "Ghi chú"),
    )
    assert tasks_of(proposal)[0].own == (("own:Kinh phí (triệu đồng)", "20"),)


def test_what_stands_beside_a_heading_is_doubted(office: Any) -> None:
    heads = ("STT", "Nhiệm vụ", "Chủ trì", "Thời gian", "Kinh phí")
    area = ("I", "Thể chế", "", "", "120")
    task = ("1", "Rà soát", "Văn phòng Sở", "Quý I", "20")
    grid = office.Grid([[office.Cell(text) for text in texts] for texts in (heads, area, task)])
    proposal = propose_plan(office.excel(grid), YEAR)
    assert [row.title for row in records(proposal, Area)] == ["Thể chế"]
    assert [(doubt.row, "“120”" in doubt.why) for doubt in proposal.doubts] == [(2, True)]


@pytest.mark.parametrize(
    ("texts", "hidden", "doubt_row", "words"),
    [
        ([row("1", "Rà soát", time="Quý II/2023")], (), 2, "khác năm 2025"),
        ([row("1", "Rà soát", time="lúc thuận tiện")], (), 2, "Chưa hiểu thời gian"),
        ([row("1", "Rà soát"), row("2", "Báo cáo")], (2,), 3, "bị ẩn"),
        ([row("1", "Rà soát"), row("2", "Rà soát")], (), 3, "trùng với nhiệm vụ ở dòng 2"),
        ([row("1", "Rà soát"), row("2", "Báo cáo", goal="")], (), 3, "cùng mục tiêu"),
        ([("1", "M", "Rà soát", "", "Như trên", "", "Quý I")], (), 2, "Không nhận ra đơn vị"),
    ],
)
def test_each_kind_of_doubt_names_its_row_and_reason(
    office: Any, texts: list[Any], hidden: tuple[int, ...], doubt_row: int, words: str
) -> None:
    proposal = propose_plan(office.word(rows(office, *texts, hidden=hidden)), YEAR)
    assert [(d.row, words in d.why) for d in proposal.doubts] == [(doubt_row, True)]


def test_a_clean_plan_raises_no_doubt(office: Any) -> None:
    source = office.word(
        rows(office, row("1", "Rà soát"), row("2", "Báo cáo", goal="Mục tiêu khác"))
    )
    assert propose_plan(source, YEAR).doubts == ()


def task_over_two_rows(office: Any, *second: str) -> Any:
    """A numbered task over two rows, and another below them. `second`: lead, co-operating units
    and time of its second row; "" where the cell of the first reaches down.
    """
    first = [office.Cell(text, rows=2) for text in ("1", "M", "Rà soát")]
    led = [
        office.Cell(text, rows=1 if below else 2) for text, below in zip(LED, second, strict=True)
    ]
    below = filter(None, second)
    return rows(office, (*first, "Kế hoạch", *led), ("Báo cáo", *below), row("2", "Tổng kết"))


LED = ("Văn phòng Sở", "Phòng Lãnh sự", "Quý I")


def test_a_task_over_several_rows_of_one_lead_becomes_one(office: Any) -> None:
    proposal = propose_plan(office.word(task_over_two_rows(office, "", "", "Quý IV")), YEAR)
    task, _ = tasks_of(proposal)
    assert (task.deliverable, task.lead, task.time) == (
        "Kế hoạch\nBáo cáo",
        "Văn phòng Sở",
        "Quý I\nQuý IV",
    )
    assert [doubt.row for doubt in proposal.doubts] == [3]


def test_rows_under_a_task_with_leads_and_times_of_their_own_are_tasks(office: Any) -> None:
    source = office.word(task_over_two_rows(office, "Phòng Lễ tân", "", "Quý IV"))
    proposal = propose_plan(source, YEAR)
    first, second, _ = tasks_of(proposal)
    assert (first.deliverable, first.lead, first.time) == ("Kế hoạch", "Văn phòng Sở", "Quý I")
    assert (second.number, second.goal, second.text) == ("", "M", "Rà soát")
    assert (second.deliverable, second.lead, second.time) == ("Báo cáo", "Phòng Lễ tân", "Quý IV")
    assert second.coordinating == "Phòng Lãnh sự"
    (doubt,) = proposal.doubts
    assert doubt.row == 3
    assert "tách thành từng nhiệm vụ" in doubt.why


@pytest.mark.parametrize("time", ["Quý I", "Quý IV"])
def test_rows_under_a_task_that_name_one_lead_again_are_one(office: Any, time: str) -> None:
    source = office.word(task_over_two_rows(office, "Văn phòng Sở", "", time))
    proposal = propose_plan(source, YEAR)
    task, _ = tasks_of(proposal)
    assert task.deliverable == "Kế hoạch\nBáo cáo"
    assert task.lead == "Văn phòng Sở"
    assert task.time.split("\n") == list(dict.fromkeys(("Quý I", time)))
    assert [doubt.kind for doubt in proposal.doubts] == ["joined"]


def test_cells_merged_downwards_hold_for_every_row(office: Any) -> None:
    Cell = office.Cell  # noqa: N806
    first = (
        "1",
        "M",
        "Rà soát",
        "Báo cáo",
        Cell("Văn phòng Sở", rows=2),
        "",
        Cell("Quý I", rows=2),
    )
    second = ("2", "N", "Tổng kết", "Báo cáo", "")
    proposal = propose_plan(office.word(rows(office, first, second)), YEAR)
    assert [(t.lead, t.time) for t in tasks_of(proposal)] == [("Văn phòng Sở", "Quý I")] * 2


@pytest.mark.parametrize(
    ("over", "text"),
    [(None, "Rà soát\nBáo cáo\nĐợt 1 | Quý I"), (1, "Rà soát\nĐợt 1 | Quý I\nBáo cáo")],
)
def test_words_of_a_table_inside_a_cell_are_kept(over: int | None, text: str) -> None:
    def cell(row: int, column: int, *texts: str, **more: Any) -> SourceCell:
        return SourceCell(row, column, tuple(map(SourceParagraph, texts)), **more)

    inner = SourceTable(1, 2, (cell(0, 0, "Đợt 1"), cell(0, 1, "Quý I")), over=over)
    texts = (HEAD, row("1", ""))
    cells = tuple(
        cell(r, c, words) if words else cell(r, c, "Rà soát", "Báo cáo", nested=(inner,))
        for r, line in enumerate(texts)
        for c, words in enumerate(line)
    )
    proposal = propose_plan(SourceFile("k.docx", (SourceTable(2, 7, cells),)), YEAR)
    assert tasks_of(proposal)[0].text == text


@pytest.mark.parametrize(
    ("cell", "number", "text"),
    [
        ("2. Rà soát\na) Khối Sở\nb) Khối huyện", "2", "Rà soát\na) Khối Sở\nb) Khối huyện"),
        ("a) Rà soát:\n1. Quy chế\n2. Quy trình", "a)", "Rà soát:\n1. Quy chế\n2. Quy trình"),
        ("1. Rà soát\n2. Báo cáo", "", "1. Rà soát\n2. Báo cáo"),
        ("a) Rà soát\nb) Báo cáo", "", "a) Rà soát\nb) Báo cáo"),
    ],
)
def test_a_list_inside_a_cell_leaves_the_tasks_own_number(
    office: Any, cell: str, number: str, text: str
) -> None:
    proposal = propose_plan(office.word(rows(office, row("", cell), row("9", "Họp"))), YEAR)
    assert (tasks_of(proposal)[0].number, tasks_of(proposal)[0].text) == (number, text)


def test_the_second_dash_of_a_word_list_stays(office: Any) -> None:
    cells = [office.Cell(t, auto="plus" if t == "Kế hoạch" else "") for t in row("1", "Kế hoạch")]
    proposal = propose_plan(office.word(rows(office, tuple(cells))), YEAR)
    assert tasks_of(proposal)[0].text == "+ Kế hoạch"


def test_excel_numbers_that_lost_their_last_zero(office: Any) -> None:
    numbers = [*(float(f"1.{n}") for n in range(1, 10)), 1.1, 1.11]
    texts = [(n, "M", f"Việc {i}", "", "Văn phòng Sở", "", "Quý I") for i, n in enumerate(numbers)]
    found = [
        task.number for task in tasks_of(propose_plan(office.excel(rows(office, *texts)), YEAR))
    ]
    assert found == [f"1.{n}" for n in range(1, 12)]
