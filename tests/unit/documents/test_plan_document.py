"""A plan becomes a document in the decree's form; nothing is made up."""

from dataclasses import replace

import pytest

from cchc_desktop.documents.agency_name import name_in_sentence
from cchc_desktop.documents.checker import check_file
from cchc_desktop.documents.plan_document import plan_document
from cchc_desktop.domain.agency import Agency, RecipientList, Signer
from cchc_desktop.domain.content import Paragraph, Table, printed_lines
from cchc_desktop.domain.plan import Area, Plan, Section, Task
from cchc_desktop.office.docx_writer import write_docx

AGENCY = Agency("a", "UBND TỈNH AN ĐÔNG", "SỞ NGOẠI VỤ", "SNgV", "An Đông")
PLAN = Plan(
    id="p",
    year=2027,
    subject="Cải cách hành chính của Sở Ngoại vụ năm 2027",
    number="7",
    symbol="KH-SNgV",
    issued="2027-01-15",
    recipients="- Sở Nội vụ (b/c);\nLưu: VT.",
    authority="KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC",
    signer="Trần Văn Mẫu",
)
ROWS = [Area("a1", "p", 1, "I", "Thể chế"), Task("t1", "p", 2, "1", "", "Rà soát quy định")]


def section(level=1, number="I", title="MỤC TIÊU", body="", **parts):
    return Section("s", "p", 1, level, number, title, body, **parts)


def paragraphs(blocks):
    return [(block.style, block.text) for block in blocks if isinstance(block, Paragraph)]


def place_of_table(document):
    return [isinstance(block, Table) for block in document.body].index(True)


def test_the_head_and_foot_say_what_the_plan_says():
    document = plan_document(PLAN, [], ROWS, AGENCY)
    head = document.letterhead
    assert (head.superior, head.agency) == ("UBND TỈNH AN ĐÔNG", "SỞ NGOẠI VỤ")
    assert head.number_line == "Số: 07/KH-SNgV"
    assert head.place_date == "An Đông, ngày 15 tháng 01 năm 2027"
    assert document.closing.recipients == ("Sở Nội vụ (b/c)", "Lưu: VT")
    assert document.closing.authority == ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
    assert document.closing.signer == "Trần Văn Mẫu"


def test_a_table_may_follow_the_title_at_once(tmp_path):
    plan = replace(PLAN, columns=(("task", "Nhiệm vụ"), ("time", "Thời gian")))
    write_docx(plan_document(plan, [], ROWS, AGENCY), tmp_path / "plan.docx")
    assert check_file(tmp_path / "plan.docx") == []


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        ("2027-01-05", "ngày 05 tháng 01 năm 2027"),
        ("2027-06-29", "ngày 29 tháng 6 năm 2027"),
        ("2027-06", "ngày     tháng 6 năm 2027"),
        ("2027-02", "ngày     tháng 02 năm 2027"),
        ("2027", "ngày     tháng     năm 2027"),
        ("", "ngày     tháng     năm    "),
    ],
)
def test_unknown_parts_of_the_date_stay_blank(issued, expected):
    place_date = plan_document(replace(PLAN, issued=issued), [], [], AGENCY).letterhead.place_date
    assert place_date == f"An Đông, {expected}"


@pytest.mark.parametrize(
    ("number", "symbol", "agency", "expected"),
    [
        ("41", "KH-SNgV", AGENCY, "Số: 41/KH-SNgV"),
        ("", "KH-SNgV", AGENCY, "Số:       /KH-SNgV"),
        ("", "", AGENCY, "Số:       /KH-SNgV"),
        ("", "", None, "Số:       /"),
        ("5a", "KH-SNgV", None, "Số: 5a/KH-SNgV"),
    ],
)
def test_unknown_number_and_symbol_stay_blank(number, symbol, agency, expected):
    plan = replace(PLAN, number=number, symbol=symbol)
    assert plan_document(plan, [], [], agency).letterhead.number_line == expected


def test_nothing_is_invented_for_an_unknown_agency():
    document = plan_document(Plan("p", 2027), [], [])
    assert (document.letterhead.superior, document.letterhead.agency) == ("", "")
    assert document.letterhead.place_date.startswith(" ")
    assert document.closing.recipients == document.closing.authority == ()
    assert document.closing.signer == ""


def test_an_empty_foot_falls_back_to_the_profile():
    signer = Signer("s", "GIÁM ĐỐC", "Lê Thị Ví Dụ")
    recipients = RecipientList("r", "KH", "Sở Nội vụ\nLưu: VT")
    plan = replace(PLAN, recipients="", authority="", signer="")
    closing = plan_document(plan, [], [], AGENCY, signer=signer, recipients=recipients).closing
    assert (closing.authority, closing.signer) == (("GIÁM ĐỐC",), "Lê Thị Ví Dụ")
    assert closing.recipients == ("Sở Nội vụ", "Lưu: VT")
    deputy = replace(plan, authority="KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC")
    assert plan_document(deputy, [], [], AGENCY, signer=signer).closing.signer == ""


def test_sections_take_the_roles_of_the_decree():
    sections = [
        section(0, "", "", "Căn cứ Luật A;\nCăn cứ Luật B.\nSở xây dựng Kế hoạch như sau:"),
        section(1, "Phần I", "Tình hình"),
        section(1, "I", "MỤC TIÊU", "Câu mở đầu.\nCăn cứ tình hình;"),
        section(2, "1", "Mục tiêu chung", "- gạch\n+ cộng\na) điểm\nđ) điểm\n2. khoản\nthường"),
        section(2, "2", "Rà soát toàn bộ quy định, " * 5 + "báo cáo kết quả."),
        section(3, "a)", "Việc nhỏ"),
        section(0, "", "", "Trên đây là Kế hoạch./."),
    ]
    assert paragraphs(plan_document(PLAN, sections, [], AGENCY).body) == [
        ("basis", "Căn cứ Luật A;"),
        ("basis", "Căn cứ Luật B."),
        ("body", "Sở xây dựng Kế hoạch như sau:"),
        ("part", "Phần I"),
        ("part_title", "Tình hình"),
        ("section", "I. MỤC TIÊU"),
        ("body", "Câu mở đầu."),
        ("body", "Căn cứ tình hình;"),
        ("clause", "1. Mục tiêu chung"),
        ("dash", "- gạch"),
        ("dash", "+ cộng"),
        ("point", "a) điểm"),
        ("point", "đ) điểm"),
        ("item", "2. khoản"),
        ("body", "thường"),
        ("item", "2. " + "Rà soát toàn bộ quy định, " * 5 + "báo cáo kết quả."),
        ("subclause", "a) Việc nhỏ"),
        ("body", "Trên đây là Kế hoạch./."),
    ]


def test_the_bases_are_printed_with_their_marks():
    typed = "Căn cứ Luật A.\nCăn cứ Quyết định số 1 ban hành Kế hoạch năm 2027;\nSở trình kế hoạch."
    body = plan_document(PLAN, [section(0, "", "", typed)], [], AGENCY).body
    assert paragraphs(body)[:3] == [
        ("basis", "Căn cứ Luật A;"),
        ("basis", "Căn cứ Quyết định số 1 ban hành Kế hoạch năm 2027."),
        ("body", "Sở trình kế hoạch."),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Căn cứ Kế hoạch của tỉnh, Sở Ngoại vụ ban hành Kế hoạch năm 2027.",
        "Căn cứ Quyết định số 1; Sở Ngoại vụ xây dựng Kế hoạch như sau:",
        "Thực hiện Kế hoạch của tỉnh, Sở triển khai các việc sau.",
    ],
)
def test_a_sentence_that_announces_the_plan_is_no_basis(line):
    body = plan_document(PLAN, [section(0, "", "", line)], [], AGENCY).body
    assert paragraphs(body) == [("body", line)]


def test_the_table_stands_where_its_section_says():
    sections = [
        section(holds_table=True, body="Bảng sau:"),
        section(number="II"),
        section(0, "", ""),
    ]
    plan = replace(PLAN, table_title="Danh mục nhiệm vụ")
    document = plan_document(plan, sections, ROWS, AGENCY)
    assert place_of_table(document) == 3
    assert document.body[2] == Paragraph("Danh mục nhiệm vụ", "table_title")
    assert document.appendices == ()


def test_a_table_without_a_place_stands_before_the_last_words():
    sections = [section(), section(number="II"), section(0, "", "", "Trên đây là Kế hoạch./.")]
    assert place_of_table(plan_document(PLAN, sections, ROWS, AGENCY)) == 2
    assert place_of_table(plan_document(PLAN, [], ROWS, AGENCY)) == 0


def appendix_of(plan, variant="paper", sections=()):
    plan = replace(plan, table_place="appendix")
    return plan_document(plan, sections, ROWS, AGENCY, variant=variant).appendices[0]


def test_an_appendix_names_the_document_it_goes_with():
    appendix = appendix_of(PLAN)
    assert appendix.label == "Phụ lục"
    assert appendix.title == "KẾ HOẠCH Cải cách hành chính của Sở Ngoại vụ năm 2027"
    assert appendix.reference == (
        "(Kèm theo Kế hoạch số 07/KH-SNgV ngày 15 tháng 01 năm 2027 của Sở Ngoại vụ)"
    )
    assert isinstance(appendix.body[0], Table)
    assert appendix_of(replace(PLAN, table_title="DANH MỤC")).title == "DANH MỤC"


def test_the_electronic_variant_leaves_number_and_date_blank():
    """Phụ lục III mẫu 2.2, note 3."""
    appendix = appendix_of(PLAN, "electronic")
    assert appendix.reference == (
        "(Kèm theo Kế hoạch số       /KH-SNgV ngày     tháng     năm     của Sở Ngoại vụ)"
    )


def test_no_rows_no_table():
    document = plan_document(replace(PLAN, table_place="appendix"), [section()], [], AGENCY)
    assert document.appendices == ()
    assert paragraphs(document.body) == [("section", "I. MỤC TIÊU")]


def test_all_words_come_out_once_and_in_order():
    sections = [section(body="một\n- hai"), section(number="II", title="Bảng", holds_table=True)]
    words = " ".join(printed_lines(plan_document(PLAN, sections, ROWS, AGENCY)))
    expected = "I. MỤC TIÊU một - hai II. Bảng"
    assert expected in words
    assert words.index("Rà soát quy định") > words.index("II. Bảng")
    assert words.count("Rà soát quy định") == 1


@pytest.mark.parametrize(
    ("name", "texts", "expected"),
    [
        ("SỞ NGOẠI VỤ", [], "Sở Ngoại vụ"),
        ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", [], "Sở Văn hóa, Thể thao và Du lịch"),
        ("SỞ NGOẠI VỤ TỈNH AN ĐÔNG", [], "Sở Ngoại vụ tỉnh An Đông"),
        ("SỞ NGOẠI VỤ", ["của sở Ngoại Vụ"], "sở Ngoại Vụ"),
        ("SỞ NGOẠI VỤ", ["SỞ NGOẠI VỤ"], "Sở Ngoại vụ"),
        ("VĂN PHÒNG (TỔNG HỢP)", [], "VĂN PHÒNG (TỔNG HỢP)"),
        ("Sở Ngoại vụ", [], "Sở Ngoại vụ"),
        ("", ["x"], ""),
    ],
)
def test_an_agency_in_a_sentence(name, texts, expected):
    assert name_in_sentence(name, texts) == expected


def test_a_plan_that_is_only_a_table_is_a_phu_luc_of_its_own():
    document = plan_document(Plan("p", 2027, table_title="Nhiệm vụ năm 2027"), [], ROWS)
    assert document.letterhead is None
    assert document.body == ()
    assert [appendix.title for appendix in document.appendices] == ["Nhiệm vụ năm 2027"]
    assert next(printed_lines(document)) == "Phụ lục"
