"""The .docx that comes out: whole, in the order of Word's schema, in the decree's form."""

import io
import zipfile
from dataclasses import replace
from itertools import pairwise

import docx
import pytest
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from lxml import etree

from cchc_desktop.domain.content import (
    Appendix,
    Cell,
    Closing,
    Document,
    Letterhead,
    Paragraph,
    Table,
)
from cchc_desktop.domain.errors import RefusedOutput
from cchc_desktop.office.document_style import document_style
from cchc_desktop.office.docx_writer import docx_bytes, write_docx
from cchc_desktop.office.text_width import text_width, wrapped_lines

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"

# the order of children in the schema (ECMA-376 Part 1); Word repairs or refuses a file without it
ORDER = {
    "pPr": "pStyle keepNext keepLines widowControl spacing ind jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps color sz szCs lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign",
    "sectPr": "headerReference type pgSz pgMar pgNumType cols titlePg",
    "style": "name basedOn uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr",
    "settings": "zoom defaultTabStop characterSpacingControl compat decimalSymbol listSeparator",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "tc": "tcPr tbl p",
    "p": "pPr r",
    "anchor": "simplePos positionH positionV extent effectExtent wrapNone docPr cNvGraphicFramePr "
    "graphic",
}


def plain(*texts):
    return tuple(Cell(text) for text in texts)


TABLE = Table(
    widths=(6, 20, 30),
    head=(
        (Cell("STT", "cell_head"), Cell("Mục tiêu", "cell_head"), Cell("Nhiệm vụ", "cell_head")),
    ),
    rows=(
        (Cell("I. Thể chế", "cell_area", columns=3),),
        (Cell("1", "cell_centre"), Cell("Mục tiêu chung", rows=2), Cell("Việc một\n- Việc phụ")),
        plain("2", "Việc <hai> & 100%"),
        plain("3", "Mục tiêu khác", "Việc ba"),
    ),
)
DOCUMENT = Document(
    letterhead=Letterhead(
        "UBND TỈNH AN ĐÔNG", "SỞ NGOẠI VỤ", "Số: 07/KH-SNgV", "An Đông, ngày 15 tháng 01 năm 2027"
    ),
    type_name="KẾ HOẠCH",
    subject="Cải cách hành chính năm 2027",
    body=(
        Paragraph("Căn cứ kế hoạch của tỉnh;", "basis"),
        Paragraph("I. Mục đích", "section"),
        Paragraph("1. Yêu cầu", "clause"),
        Paragraph("- Làm đúng hạn./.", "dash"),
    ),
    closing=Closing(("Sở Nội vụ", "Lưu: VT"), ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Trần Văn Mẫu"),
    appendices=(
        Appendix("Phụ lục", "Danh mục nhiệm vụ", "(Kèm theo Kế hoạch số 07/KH-SNgV)", (TABLE,)),
    ),
)


def opened(document=DOCUMENT):
    return docx.Document(io.BytesIO(docx_bytes(document)))


def part(name="word/document.xml", document=DOCUMENT):
    with zipfile.ZipFile(io.BytesIO(docx_bytes(document))) as package:
        return etree.fromstring(package.read(name))


def texts(root):
    return ["".join(p.itertext(f"{W}t")) for p in root.iter(f"{W}p")]


def rules(root):
    """Lengths of the drawn rules in points, in reading order."""
    return [int(extent.get("cx")) / 12700 for extent in root.iter(f"{WP}extent")]


@pytest.mark.parametrize(
    "name", ["word/document.xml", "word/styles.xml", "word/settings.xml", "word/header1.xml"]
)
def test_elements_stand_in_the_order_of_the_schema(name):
    for element in part(name).iter(etree.Element):
        order = ORDER.get(etree.QName(element).localname)
        if order is not None:
            children = [etree.QName(child).localname for child in element]
            places = [order.split().index(child) for child in children]
            assert places == sorted(places), (element.tag, children)


def test_all_parts_are_declared_and_related():
    with zipfile.ZipFile(io.BytesIO(docx_bytes(DOCUMENT))) as package:
        names = set(package.namelist())
        types = package.read("[Content_Types].xml").decode()
        relations = etree.fromstring(package.read("word/_rels/document.xml.rels"))
    for name in names - {"[Content_Types].xml"}:
        assert name.endswith(".rels") or f'PartName="/{name}"' in types
    assert {f"word/{relation.get('Target')}" for relation in relations} <= names


def test_the_same_document_gives_the_same_bytes():
    assert docx_bytes(DOCUMENT) == docx_bytes(replace(DOCUMENT))


def test_words_come_out_in_reading_order():
    assert [text for text in texts(part()) if text] == [
        "UBND TỈNH AN ĐÔNG",
        "SỞ NGOẠI VỤ",
        "Số: 07/KH-SNgV",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "An Đông, ngày 15 tháng 01 năm 2027",
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2027",
        "Căn cứ kế hoạch của tỉnh;",
        "I. Mục đích",
        "1. Yêu cầu",
        "- Làm đúng hạn./.",
        "Nơi nhận:",
        "- Sở Nội vụ;",
        "- Lưu: VT.",
        "KT. GIÁM ĐỐC",
        "PHÓ GIÁM ĐỐC",
        "Trần Văn Mẫu",
        "Phụ lục",
        "Danh mục nhiệm vụ",
        "(Kèm theo Kế hoạch số 07/KH-SNgV)",
        "STT",
        "Mục tiêu",
        "Nhiệm vụ",
        "I. Thể chế",
        "1",
        "Mục tiêu chung",
        "Việc một",
        "- Việc phụ",
        "2",
        "Việc <hai> & 100%",
        "3",
        "Mục tiêu khác",
        "Việc ba",
    ]


def test_pages_have_the_lawful_margins_and_their_own_numbers():
    body, appendix = opened().sections
    assert (round(body.page_width.mm), round(body.page_height.mm)) == (210, 297)
    assert (round(appendix.page_width.mm), round(appendix.page_height.mm)) == (297, 210)
    for section in (body, appendix):
        assert 20 <= section.top_margin.mm <= 25
        assert 20 <= section.bottom_margin.mm <= 25
        assert 30 <= section.left_margin.mm <= 35
        assert 15 <= section.right_margin.mm <= 20
        assert section.different_first_page_header_footer
        assert not section.first_page_header.paragraphs[0].text
    first, second = part().iter(f"{W}sectPr")
    assert first.find(f"{W}pgNumType") is None
    assert second.find(f"{W}pgNumType").get(f"{W}start") == "1"
    assert "PAGE" in "".join(part("word/header1.xml").itertext(f"{W}instrText"))


def test_roles_are_word_styles_of_the_decree():
    styles = {style.style_id: style for style in opened().styles}
    defaults = part("word/styles.xml").find(f".//{W}rFonts")
    assert set(defaults.attrib.values()) == {"Times New Roman"}
    for role, look in document_style().roles.items():
        style = styles[role]
        assert style.font.size.pt == look.size
        assert bool(style.font.bold) == look.bold
        assert bool(style.font.italic) == look.italic
        assert "," not in style.name, "Word takes it for an alias"
    body = styles["body"].paragraph_format
    assert (round(body.first_line_indent.cm, 2), body.space_after.pt) == (1.27, 6)


@pytest.mark.parametrize(
    ("title", "capitals"),
    [
        ("I. Mục đích", True),
        ("I. MỤC ĐÍCH", False),
        ("II. THỰC HIỆN NGHỊ QUYẾT 30c/NQ-CP", False),
        ("III. KẾ HOẠCH CỤ THỂ (có phụ lục)", True),
    ],
)
def test_titles_are_shown_in_capitals_and_kept_as_typed(title, capitals):
    (paragraph,) = (
        p
        for p in opened(replace(DOCUMENT, body=(Paragraph(title, "section"),))).paragraphs
        if p.text == title
    )
    (run,) = paragraph.runs
    assert paragraph.style.font.all_caps
    assert (run.font.all_caps is not False) == capitals


def test_rules_are_drawn_with_the_lengths_of_the_decree():
    agency, motto, subject, appendix = rules(part())
    assert motto == pytest.approx(text_width("Độc lập - Tự do - Hạnh phúc", 14, "bold"), abs=0.1)
    for rule, text, size, face in (
        (agency, "SỞ NGOẠI VỤ", 13, "bold"),
        (subject, "Cải cách hành chính năm 2027", 14, "bold"),
        (appendix, "(Kèm theo Kế hoạch số 07/KH-SNgV)", 14, "italic"),
    ):
        assert 1 / 3 <= rule / text_width(text, size, face) <= 1 / 2


def test_every_rule_has_a_paragraph_and_a_number_of_its_own():
    root = part()
    anchors = list(root.iter(f"{WP}anchor"))
    assert len({anchor.find(f"{WP}docPr").get("id") for anchor in anchors}) == len(anchors) == 4
    for anchor in anchors:
        paragraph = next(anchor.iterancestors(f"{W}p"))
        assert not "".join(paragraph.itertext(f"{W}t"))


@pytest.mark.parametrize(
    ("superior", "place", "sizes"),
    [
        ("UBND TỈNH AN ĐÔNG", "An Đông", (13, 14, 14)),
        ("ỦY BAN NHÂN DÂN TỈNH AN ĐÔNG", "An Đông", (12, 13, 13)),
        ("UBND TỈNH AN ĐÔNG", "Thành phố Hồ Chí Minh", (13, 14, 14)),
    ],
)
def test_sizes_of_the_letterhead_go_together(superior, place, sizes):
    """Footnote of Phụ lục I Mục V: 13, 14, 14 or 12, 13, 13."""
    date = f"{place}, ngày 15 tháng 01 năm 2027"
    head = replace(DOCUMENT.letterhead, superior=superior, place_date=date)
    file = opened(replace(DOCUMENT, letterhead=head))
    styles = {style.style_id: style.font.size.pt for style in file.styles if style.type == 1}
    assert tuple(styles[role] for role in ("national_name", "motto", "place_date")) == sizes
    right = file.tables[0].columns[1].width.pt
    for text, role, face in (
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "national_name", "bold"),
        (date, "place_date", "italic"),
    ):
        assert text_width(text, styles[role], face) < right - 8, "on one line"


@pytest.mark.parametrize(
    ("superior", "agency"),
    [
        ("UBND TỈNH AN ĐÔNG", "SỞ NGOẠI VỤ"),
        ("", "SỞ NGOẠI VỤ"),
        ("UBND TỈNH AN ĐÔNG", "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH TỈNH AN ĐÔNG THƯỢNG"),
        ("", ""),
    ],
)
def test_number_and_date_stand_on_one_level(superior, agency):
    head = replace(DOCUMENT.letterhead, superior=superior, agency=agency)
    left, right = opened(replace(DOCUMENT, letterhead=head)).tables[0].rows[0].cells

    def baseline(cell):
        height = 0.0
        for paragraph in cell.paragraphs:
            size, form = paragraph.style.font.size.pt, paragraph.style.paragraph_format
            before = paragraph.paragraph_format.space_before
            height += (form.space_before if before is None else before).pt
            if paragraph.text.startswith("Số") or "ngày" in paragraph.text:
                return height + 0.891 * size
            exact = form.line_spacing_rule == WD_LINE_SPACING.EXACTLY
            lines = wrapped_lines(paragraph.text, cell.width.pt - 8, size, "bold")
            height += form.line_spacing.pt if exact else 1.15 * size * len(lines)
        raise AssertionError("no number, no date")

    assert baseline(left) == pytest.approx(baseline(right), abs=0.2)


def test_the_closing_stays_together_and_with_the_last_words():
    file = opened()
    (last,) = (p for p in file.paragraphs if p.text == "- Làm đúng hạn./.")
    assert last.paragraph_format.keep_with_next
    (row,) = file.tables[1].rows
    assert row._tr.trPr.find(qn("w:cantSplit")) is not None


def test_unknown_parts_stay_blank():
    blank = Document(
        Letterhead("", "", "Số:       /", "      , ngày     tháng     năm    "),
        "KẾ HOẠCH",
        "",
        (),
        Closing((), (), ""),
    )
    root = part(document=blank)
    assert len(rules(root)) == 2, "no rule under an agency that is not known"
    assert "Nơi nhận:" in texts(root)
    assert "- ." not in texts(root)


def test_merged_cells_are_word_merges():
    table = opened().tables[-1]
    assert table.cell(2, 1)._tc is table.cell(3, 1)._tc
    assert table.cell(1, 0)._tc is table.cell(1, 2)._tc
    assert [cell.text for cell in table.rows[3].cells] == [
        "2",
        "Mục tiêu chung",
        "Việc <hai> & 100%",
    ]
    assert table.cell(2, 2).text == "Việc một\n- Việc phụ"


def test_the_head_row_is_repeated_and_short_rows_do_not_break():
    head, *rows = opened().tables[-1]._tbl.tr_lst
    assert head.trPr.find(qn("w:tblHeader")) is not None
    assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def test_a_row_taller_than_a_page_may_break():
    tall = Table((1, 1), (plain("Cột", "Cột"),), (plain("x", "rất dài " * 900), plain("y", "ngắn")))
    document = replace(DOCUMENT, body=(tall,), appendices=())
    _, first, second = opened(document).tables[1]._tbl.tr_lst
    assert first.trPr is None
    assert second.trPr.find(qn("w:cantSplit")) is not None


def kept_rows(*rows):
    """Which rows of a table stay with the next one."""
    table = Table((1, 4), (plain("Cột", "Cột"),), rows)
    file = opened(replace(DOCUMENT, body=(table,), appendices=()))
    return [
        all(p.pPr.keepNext is not None for p in row.iter(qn("w:p")))
        for row in file.tables[1]._tbl.tr_lst[1:]
    ]


def test_rows_stay_together_as_far_as_a_merged_text_needs_them():
    area = Cell("Tên lĩnh vực cần ba dòng mới viết hết trong cột này", "cell_area_side", rows=7)
    tasks = [plain("việc " * 25) for _ in range(6)]
    needs_two, tail = [True], [False, False, False, False, True, False]
    assert kept_rows((area, *tasks[0]), *tasks) == [*needs_two, *tail]


def test_the_last_row_of_a_merged_cell_is_not_left_alone():
    area = Cell("I", "cell_area_side", rows=4)
    short = [plain("x") for _ in range(3)]
    assert kept_rows((area, Cell("x")), *short, plain("A", "B")) == [
        False,
        False,
        True,
        False,
        False,
    ]
    tall = [plain("rất dài " * 400) for _ in range(3)]
    assert kept_rows((area, Cell("x")), *tall) == [False] * 4


def test_cell_widths_fill_the_text_width():
    table = opened().tables[-1]
    total = sum(column.width.mm for column in table.columns)
    assert total == pytest.approx(
        document_style().page.text_width(landscape=True) / 72 * 25.4, abs=0.1
    )


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\x00b\x0bc\x1f", "abc"),
        ("]]> & <w:t> \"'", "]]> & <w:t> \"'"),
        ("hai  dấu cách ", "hai  dấu cách "),
        ("\ufffe\uffff\ud800x", "x"),
        ("100% %s {} \\", "100% %s {} \\"),
        ("😀 ≥ 98%", "😀 ≥ 98%"),
    ],
)
def test_any_text_can_be_written(typed, kept):
    table = Table((1,), ((Cell("Cột", "cell_head"),),), (plain(typed),))
    document = replace(DOCUMENT, body=(Paragraph(typed), table), subject=typed, appendices=())
    found = texts(part(document=document))
    assert found.count(kept) == 3


def test_tables_may_follow_each_other_and_end_the_document():
    document = replace(DOCUMENT, body=(TABLE, TABLE), appendices=())
    body = part(document=document)[0]
    for above, below in pairwise(child.tag for child in body):
        assert not above == below == f"{W}tbl", "Word would join them"
    assert len(opened(document).tables) == 4


def test_refused_target_leaves_nothing(tmp_path):
    with pytest.raises(RefusedOutput):
        write_docx(DOCUMENT, tmp_path / "none" / "plan.docx")
    assert list(tmp_path.iterdir()) == []
    write_docx(DOCUMENT, tmp_path / "plan.docx")
    assert [path.name for path in tmp_path.iterdir()] == ["plan.docx"]
