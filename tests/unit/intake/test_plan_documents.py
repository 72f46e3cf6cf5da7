"""A document or a workbook becomes a plan: its head, narrative, tables, foot and phụ lục."""

from typing import Any

import pytest

from cchc_desktop.domain.agency import Agency, RecipientList, Signer
from cchc_desktop.domain.plan import Area, Section, heading_text
from cchc_desktop.domain.proposal import Doubt
from cchc_desktop.domain.unit import Unit
from cchc_desktop.intake.plan_intake import propose_plan
from cchc_desktop.office.grid import SourceCell, SourceFile, SourceParagraph, SourceTable
from tests.unit.intake.seven_columns import HEAD, YEAR, plan_of, records, row, rows, tasks_of


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


def test_a_plan_of_another_year_is_doubted(office: Any) -> None:
    source = office.word(
        office.Line("KẾ HOẠCH", True, True),
        office.Line("Cải cách hành chính năm 2024", True, True),
        rows(office, row("1", "Rà soát")),
    )
    assert [doubt.row for doubt in propose_plan(source, YEAR).doubts] == [0]
