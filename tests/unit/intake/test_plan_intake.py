"""A file becomes a proposal: the real plans, whole documents, and a doubt for every repair."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from cchc_desktop.domain.agency import Agency, RecipientList, Signer
from cchc_desktop.domain.plan import Area, Group, Plan, Section, Task, heading_text, placed
from cchc_desktop.domain.proposal import Doubt, Proposal
from cchc_desktop.domain.unit import Unit
from cchc_desktop.intake.plan_intake import propose_plan
from cchc_desktop.office.grid import SourceCell, SourceFile, SourceParagraph, SourceTable
from cchc_desktop.office.reader import read_office_file

YEAR = 2025
HEAD = ("STT", "Mục tiêu", "Nhiệm vụ cụ thể", "Sản phẩm", "Chủ trì", "Phối hợp", "Thời gian")


def records(proposal: Proposal, *kinds: type) -> list[Any]:
    return [i.edit.after for i in proposal.items if isinstance(i.edit.after, kinds)]


def plan_of(proposal: Proposal) -> Plan:
    return records(proposal, Plan)[0]


def tasks_of(proposal: Proposal) -> list[Task]:
    return records(proposal, Task)


def rows(office: Any, *texts: tuple[Any, ...], hidden: tuple[int, ...] = ()) -> Any:
    cells = [
        [t if isinstance(t, office.Cell) else office.Cell(t) for t in row] for row in (HEAD, *texts)
    ]
    return office.Grid(cells, hidden=frozenset(hidden))


def row(number: str, task: str, *, goal: str = "Mục tiêu", time: str = "Quý I") -> tuple[str, ...]:
    return number, goal, task, "Báo cáo", "Văn phòng Sở", "Phòng Lễ tân", time


# --- the real documents ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "truth", "year", "doubted_rows"),
    [
        ("binhdinh2020_plan.docx", "binhdinh2020_tasks.json", 2020, {12, 17}),
        ("dongnai2024_sample.docx", "dongnai2024_sample_tasks.json", 2024, set()),
        ("dongnai2024_sample.xlsx", "dongnai2024_sample_tasks.json", 2024, set()),
    ],
)
def test_real_plans_come_in_with_every_cell_right(
    shared_data: Path, file: str, truth: str, year: int, doubted_rows: set[int]
) -> None:
    proposal = propose_plan(read_office_file(shared_data / file), year)
    expected = json.loads((shared_data / truth).read_text(encoding="utf-8"))
    found = [
        {
            "area": heading_text(place.area),
            "group": heading_text(place.group) or None,
            "number": place.task.number,
            "goal": place.task.goal,
            "task": place.task.text,
            "deliverable": place.task.deliverable,
            "lead": place.task.lead,
            "coordinating": place.task.coordinating,
            "time": place.task.time,
        }
        for place in placed(records(proposal, Area, Group, Task))
    ]
    assert found == [{key: task[key] for key in found[0]} for task in expected]
    assert {doubt.row for doubt in proposal.doubts} == doubted_rows  # words that name no unit


def test_real_head_foot_and_sections(shared_data: Path) -> None:
    proposal = propose_plan(read_office_file(shared_data / "binhdinh2020_plan.docx"), 2020)
    plan = plan_of(proposal)
    assert (plan.number, plan.symbol, plan.issued) == ("985", "KH-SNgV", "2019-12-30")
    assert plan.subject == "Cải cách hành chính của Sở Ngoại vụ năm 2020"
    assert plan.recipients.split("\n")[-1] == "Lưu: VT, VP"
    [agency] = records(proposal, Agency)
    assert (agency.superior, agency.name, agency.symbol, agency.place) == (
        "UBND TỈNH BÌNH ĐỊNH",
        "SỞ NGOẠI VỤ",
        "SNgV",
        "Bình Định",
    )
    [holder] = [s for s in records(proposal, Section) if s.holds_table]
    assert holder.number == "III"
    assert len(records(proposal, Section)) == 11


def test_real_appendix_alone_leaves_the_head_blank(shared_data: Path) -> None:
    plan = plan_of(propose_plan(read_office_file(shared_data / "dongnai2024_sample.docx"), 2024))
    assert (plan.number, plan.symbol, plan.issued, plan.place) == ("", "KH-SNgV", "2024-01", "")
    assert plan.table_place == "appendix"
    assert plan.table_title.startswith("NHIỆM VỤ CỤ THỂ THỰC HIỆN")


def test_real_narrative_keeps_every_word(shared_data: Path) -> None:
    text = (shared_data / "binhphuoc2022_plan.txt").read_text(encoding="utf-8")
    paragraphs = [SourceParagraph(line) for line in _paragraphs(text)]
    proposal = propose_plan(SourceFile("binhphuoc.docx", tuple(paragraphs)), 2022)
    sections = records(proposal, Section)
    kept = " ".join(f"{heading_text(s)} {s.body}" for s in sections).split()
    opening = next(i for i, p in enumerate(paragraphs) if p.text.startswith("Thực hiện Quyết"))
    foot = next(i for i, p in enumerate(paragraphs) if p.text.startswith("Nơi nhận"))
    assert kept == " ".join(p.text for p in paragraphs[opening:foot]).split()
    assert [heading_text(s) for s in sections if s.level == 2][:4] == [
        "1. Mục đích",
        "2. Yêu cầu",
        "1. Cải cách thể chế",
        "2. Cải cách thủ tục hành chính",
    ]
    assert plan_of(proposal).recipients.count("\n") == 4
    assert any("bảng nhiệm vụ" in doubt.why for doubt in proposal.doubts)


def _paragraphs(text: str) -> list[str]:
    """The paragraphs of a text whose lines were broken: an empty line, or a number, begins one."""
    found: list[str] = []
    joins = False
    for line in text.split("\n"):
        spread = re.search(r"\S {6,}\S", line) or line.startswith("   ") or line.startswith("- ")
        begins = re.match(r" ?(?:[IVX]+\.|\d\.|[a-zđ]\)|KẾ HOẠCH$|Nơi nhận) ?", line)
        if joins and line.strip() and not begins and not spread:
            found[-1] += " " + line.strip()
        elif line.strip():
            found.append(line if spread else line.strip())
        joins = bool(line.strip()) and not spread and line.strip() != "KẾ HOẠCH"
    return found


# --- whole documents ------------------------------------------------------------------------------


def test_table_in_a_phu_luc_after_the_signature(office: Any) -> None:
    Line = office.Line  # noqa: N806
    proposal = propose_plan(
        office.word(
            Line("KẾ HOẠCH", True, True),
            Line("Cải cách hành chính năm 2025", True, True),
            Line("I. MỤC TIÊU"),
            Line("Nâng cao chất lượng phục vụ."),
            Line("II. NHIỆM VỤ (Phụ lục kèm theo)"),
            office.Grid(
                [
                    [
                        office.Cell("Nơi nhận:\n- Sở Nội vụ;\n- Lưu: VT."),
                        office.Cell("GIÁM ĐỐC\nLê Mẫu"),
                    ]
                ]
            ),
            Line("Phụ lục I", True, True),
            Line("DANH MỤC NHIỆM VỤ NĂM 2025", True, True),
            Line("(Kèm theo Kế hoạch số 12/KH-SĐN ngày 05 tháng 01 năm 2025 của Sở Đối ngoại)"),
            rows(office, row("1", "Rà soát văn bản"), row("2", "Báo cáo kết quả")),
        ),
        YEAR,
    )
    plan = plan_of(proposal)
    assert (plan.table_place, plan.table_title) == ("appendix", "DANH MỤC NHIỆM VỤ NĂM 2025")
    assert (plan.number, plan.symbol, plan.issued) == ("12", "KH-SĐN", "2025-01-05")
    assert (plan.recipients, plan.authority, plan.signer) == (
        "Sở Nội vụ\nLưu: VT",
        "GIÁM ĐỐC",
        "Lê Mẫu",
    )
    assert [s.title for s in records(proposal, Section)] == [
        "MỤC TIÊU",
        "NHIỆM VỤ (Phụ lục kèm theo)",
    ]
    assert not any(s.holds_table for s in records(proposal, Section))
    assert records(proposal, Signer)[0].name == "Lê Mẫu"
    assert records(proposal, RecipientList)[0].document_kind == "KH"


def test_title_over_a_table_in_the_body_is_the_tables(office: Any) -> None:
    proposal = propose_plan(
        office.word(
            office.Line("I. MỤC TIÊU"),
            office.Line("Nâng cao chất lượng phục vụ."),
            office.Line("BẢNG PHÂN CÔNG NHIỆM VỤ", True, True),
            rows(office, row("1", "Rà soát văn bản")),
            office.Line("Trên đây là Kế hoạch của Sở./."),
        ),
        YEAR,
    )
    assert plan_of(proposal).table_title == "BẢNG PHÂN CÔNG NHIỆM VỤ"
    first, last = records(proposal, Section)
    assert (first.holds_table, first.body) == (True, "Nâng cao chất lượng phục vụ.")
    assert (last.level, last.body) == (0, "Trên đây là Kế hoạch của Sở./.")


def test_a_known_agency_is_not_proposed_again(office: Any) -> None:
    source = office.word(
        office.Line("SỞ ĐỐI NGOẠI"),
        office.Line("Số: 1/KH-SĐN"),
        office.Line("KẾ HOẠCH"),
        rows(office, row("1", "Rà soát")),
        office.Line("GIÁM ĐỐC"),
        office.Line("Lê Văn Mẫu"),
    )
    agency = Agency("a", "UBND TỈNH HẢI VÂN", "SỞ ĐỐI NGOẠI", "SĐN", "Hải Vân")
    assert records(propose_plan(source, YEAR), Agency, Signer)
    proposal = propose_plan(source, YEAR, agency=agency)
    assert not records(proposal, Agency, Signer, RecipientList)
    assert "SỞ ĐỐI NGOẠI" not in [doubt.text for doubt in proposal.doubts]
    blank = Agency("a", "", "SỞ ĐỐI NGOẠI", "", "")
    (filled,) = records(propose_plan(source, YEAR, agency=blank), Agency)
    assert (filled.id, filled.symbol) == ("a", "SĐN")
    other = Agency("a", "", "SỞ KHÁC", "", "")
    assert not records(propose_plan(source, YEAR, agency=other), Agency)
    renamed = Agency("a", "UBND TỈNH HẢI VÂN", "SỞ NGOẠI VỤ", "SNgV", "Hải Vân")
    doubts = propose_plan(source, YEAR, agency=renamed).doubts
    assert [doubt.text for doubt in doubts if "SỞ NGOẠI VỤ" in doubt.why] == ["SỞ ĐỐI NGOẠI"]


def test_units_are_learnt_and_known_ones_only_changed(office: Any) -> None:
    known = Unit("u1", "Văn phòng Sở")
    proposal = propose_plan(office.word(rows(office, row("1", "Rà soát"))), YEAR, [known])
    units = [item.edit for item in proposal.items if isinstance(item.edit.after, Unit)]
    assert [edit.after.name for edit in units if edit.before is None] == ["Phòng Lễ tân"]
    assert all(edit.before in (None, known) for edit in units)


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


def test_sheets_of_other_years_and_lists_are_left_out(office: Any) -> None:
    def sheet(title: str, task: str) -> Any:
        return office.Grid(rows(office, row("1", task)).rows, title=title)

    lists = office.Grid([[office.Cell("Mã"), office.Cell("Tên")]], title="Danh mục")
    proposal = propose_plan(office.excel(sheet("2024", "Cũ"), sheet("2025", "Mới"), lists), YEAR)
    assert [task.text for task in tasks_of(proposal)] == ["Mới"]
    assert [doubt.text for doubt in proposal.doubts] == ["2024", "Mã | Tên"]


def test_the_titles_of_sheets_tell_their_years(office: Any) -> None:
    def sheet(year: int) -> Any:
        titles = f"NHIỆM VỤ NĂM {year}", f"(Kèm theo Kế hoạch ngày 28 tháng 12 năm {year - 1})"
        lines = [[office.Cell(title, columns=7)] for title in titles]
        return office.Grid(
            [*lines, *rows(office, row("1", f"Việc {year}")).rows], title=f"PL{year % 10}"
        )

    proposal = propose_plan(office.excel(sheet(YEAR + 1), sheet(YEAR), sheet(YEAR - 1)), YEAR)
    assert [task.text for task in tasks_of(proposal)] == [f"Việc {YEAR}"]
    assert [doubt.text for doubt in proposal.doubts] == ["PL6", "PL4"]


def test_the_head_and_foot_of_each_sheet_are_taken_once(office: Any) -> None:
    def sheet(number: str) -> Any:
        head = [
            [office.Cell("SỞ NGOẠI VỤ", columns=3), office.Cell("Độc lập - Tự do - Hạnh phúc")],
            [office.Cell("Danh mục nhiệm vụ", columns=7)],
        ]
        note = [office.Cell("Ghi chú: gửi về Văn phòng Sở.", columns=7)]
        return office.Grid([*head, *rows(office, row("1", "Rà soát")).rows, note], title=number)

    narrative = records(propose_plan(office.excel(sheet("a"), sheet("b")), YEAR), Section)
    assert [section.body for section in narrative] == ["Ghi chú: gửi về Văn phòng Sở."]


def test_another_table_over_the_tasks_is_kept_a_row_a_line(office: Any) -> None:
    targets = [
        [office.Cell(text) for text in texts]
        for texts in (("STT", "Chỉ tiêu", "Tỷ lệ"), ("1", "Hồ sơ đúng hạn", "98%"))
    ]
    grid = office.Grid([*targets, [], *rows(office, row("1", "Rà soát")).rows])
    narrative = records(propose_plan(office.excel(grid), YEAR), Section)
    assert "STT | Chỉ tiêu | Tỷ lệ\n1 | Hồ sơ đúng hạn | 98%" in narrative[0].body


# --- doubts ---------------------------------------------------------------------------------------


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


def test_a_plan_of_another_year_is_doubted(office: Any) -> None:
    source = office.word(
        office.Line("KẾ HOẠCH", True, True),
        office.Line("Cải cách hành chính năm 2024", True, True),
        rows(office, row("1", "Rà soát")),
    )
    assert [doubt.row for doubt in propose_plan(source, YEAR).doubts] == [0]


def test_another_table_is_kept_as_text_with_a_doubt(office: Any) -> None:
    budget = office.Grid(
        [
            [office.Cell(t) for t in ("STT", "Nội dung chi", "Thành tiền")],
            [office.Cell(t) for t in ("1", "In tài liệu", "4.000.000")],
        ]
    )
    proposal = propose_plan(
        office.word(rows(office, row("1", "Rà soát")), office.Line("III. KINH PHÍ"), budget), YEAR
    )
    assert (
        records(proposal, Section)[-1].body
        == "STT | Nội dung chi | Thành tiền\n1 | In tài liệu | 4.000.000"
    )
    assert proposal.doubts == (
        Doubt(
            0,
            "STT | Nội dung chi | Thành tiền",
            "Bảng này không phải bảng nhiệm vụ; các dòng được giữ trong phần lời của kế hoạch.",
        ),
    )


@pytest.mark.parametrize(("title", "tasks"), [("Tên văn bản", 2), ("Chỉ tiêu", 1)])
def test_a_second_table_with_fewer_columns(office: Any, title: str, tasks: int) -> None:
    texts = (
        ("STT", title, "Chủ trì", "Phối hợp", "Thời gian"),
        ("1", "Quy chế làm việc", "Văn phòng Sở", "Phòng Lễ tân", "Quý II"),
    )
    second = office.Grid([[office.Cell(text) for text in line] for line in texts])
    source = office.word(rows(office, row("1", "Rà soát")), office.Line("PHỤ LỤC II"), second)
    proposal = propose_plan(source, YEAR)
    assert len(tasks_of(proposal)) == tasks
    assert plan_of(proposal).columns[1:] == tuple(
        zip(("goal", "task", "deliverable", "lead", "coordinating", "time"), HEAD[1:], strict=True)
    )


def test_lines_between_a_title_and_its_table(office: Any) -> None:
    blocks = [office.Line("I. NHIỆM VỤ")]
    for title in ("1. Thể chế", "2. Bộ máy"):
        blocks += [office.Line(title, bold=True), office.Line("Mục tiêu: đúng hạn.")]
        blocks += [rows(office, row("1", "Rà soát"), row("2", "Sửa quy chế"))]
    proposal = propose_plan(office.word(*blocks, office.Line("II. THỰC HIỆN")), YEAR)
    assert [heading_text(area) for area in records(proposal, Area)] == ["1. Thể chế", "2. Bộ máy"]
    assert [(s.title, s.body, s.holds_table) for s in records(proposal, Section)] == [
        ("NHIỆM VỤ", "", False),
        ("Thể chế", "Mục tiêu: đúng hạn.", True),
        ("Bộ máy", "Mục tiêu: đúng hạn.", False),
        ("THỰC HIỆN", "", False),
    ]


def test_a_task_over_several_rows_becomes_one(office: Any) -> None:
    Cell = office.Cell  # noqa: N806
    first = (
        Cell("1", rows=2),
        Cell("M", rows=2),
        Cell("Rà soát", rows=2),
        "Kế hoạch",
        "Văn phòng Sở",
        "",
        "Quý I",
    )
    second = ("Báo cáo", "Phòng Lễ tân", "", "Quý IV")
    proposal = propose_plan(office.word(rows(office, first, second, row("2", "Tổng kết"))), YEAR)
    task, _ = tasks_of(proposal)
    assert (task.deliverable, task.lead, task.time) == (
        "Kế hoạch\nBáo cáo",
        "Văn phòng Sở\nPhòng Lễ tân",
        "Quý I\nQuý IV",
    )
    assert [doubt.row for doubt in proposal.doubts] == [3]


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


def test_place_and_date_over_a_signature_in_a_sheet(office: Any) -> None:
    table = rows(office, row("1", "Rà soát"), (), ("Hải Vân, ngày 05 tháng 01 năm 2025",))
    signature = [[office.Cell("GIÁM ĐỐC")], [office.Cell("Lê Văn Mẫu")]]
    plan = plan_of(propose_plan(office.excel(office.Grid([*table.rows, *signature])), YEAR))
    assert (plan.place, plan.issued) == ("Hải Vân", "2025-01-05")
    assert (plan.authority, plan.signer) == ("GIÁM ĐỐC", "Lê Văn Mẫu")


def test_a_table_that_only_lays_out_the_page_is_taken_apart() -> None:
    def cell(row: int, column: int, text: str, **more: Any) -> SourceCell:
        return SourceCell(row, column, (SourceParagraph(text),), **more)

    texts = (HEAD, row("1", "Rà soát"))
    inner = SourceTable(
        2, 7, tuple(cell(r, c, t) for r, ts in enumerate(texts) for c, t in enumerate(ts))
    )
    outer = SourceTable(2, 1, (cell(0, 0, "I. NHIỆM VỤ"), cell(1, 0, "Như sau:", nested=(inner,))))
    proposal = propose_plan(SourceFile("k.docx", (outer,)), YEAR)
    assert [task.text for task in tasks_of(proposal)] == ["Rà soát"]
    assert [(s.title, s.body, s.holds_table) for s in records(proposal, Section)] == [
        ("NHIỆM VỤ", "Như sau:", True)
    ]


def test_a_document_in_a_frame_is_read_in_its_order() -> None:
    def table(*lines: tuple[str, ...], over: int) -> SourceTable:
        cells = tuple(
            SourceCell(r, c, (SourceParagraph(text),))
            for r, texts in enumerate(lines)
            for c, text in enumerate(texts)
        )
        return SourceTable(len(lines), len(lines[0]), cells, over=over)

    texts = ("KẾ HOẠCH", "Cải cách hành chính", "I. NHIỆM VỤ", "II. THỰC HIỆN", "Như trên.")
    head = table(("SỞ ĐỐI NGOẠI", "Độc lập - Tự do - Hạnh phúc"), ("Số: 7/KH-SĐN", ""), over=0)
    tasks = table(HEAD, row("1", "Rà soát"), over=3)
    frame = SourceCell(0, 0, tuple(map(SourceParagraph, texts)), nested=(head, tasks))
    proposal = propose_plan(SourceFile("k.docx", (SourceTable(1, 1, (frame,)),)), YEAR)
    plan = plan_of(proposal)
    assert (plan.number, plan.symbol, plan.subject) == ("7", "KH-SĐN", "Cải cách hành chính")
    assert [(s.title, s.holds_table) for s in records(proposal, Section)] == [
        ("NHIỆM VỤ", True),
        ("THỰC HIỆN", False),
    ]


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
