"""The .docx that comes out: whole, in the order of Word's schema, in the decree's form."""

import io
import zipfile
from dataclasses import replace

import pytest
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from lxml import etree

from cchc_desktop.domain.content import (
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


def part(document, name="word/document.xml"):
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
def test_elements_stand_in_the_order_of_the_schema(name, document):
    for element in part(document, name).iter(etree.Element):
        order = ORDER.get(etree.QName(element).localname)
        if order is not None:
            children = [etree.QName(child).localname for child in element]
            places = [order.split().index(child) for child in children]
            assert places == sorted(places), (element.tag, children)


def test_all_parts_are_declared_and_related(document):
    with zipfile.ZipFile(io.BytesIO(docx_bytes(document))) as package:
        names = set(package.namelist())
        types = package.read("[Content_Types].xml").decode()
        relations = etree.fromstring(package.read("word/_rels/document.xml.rels"))
    for name in names - {"[Content_Types].xml"}:
        assert name.endswith(".rels") or f'PartName="/{name}"' in types
    assert {f"word/{relation.get('Target')}" for relation in relations} <= names


def test_the_same_document_gives_the_same_bytes(document):
    assert docx_bytes(document) == docx_bytes(replace(document))


def test_words_come_out_in_reading_order(document):
    assert [text for text in texts(part(document)) if text] == [
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


def test_pages_have_the_lawful_margins_and_their_own_numbers(document, open_docx):
    body, appendix = open_docx(document).sections
    assert (round(body.page_width.mm), round(body.page_height.mm)) == (210, 297)
    assert (round(appendix.page_width.mm), round(appendix.page_height.mm)) == (297, 210)
    for section in (body, appendix):
        assert 20 <= section.top_margin.mm <= 25
        assert 20 <= section.bottom_margin.mm <= 25
        assert 30 <= section.left_margin.mm <= 35
        assert 15 <= section.right_margin.mm <= 20
        assert section.different_first_page_header_footer
        assert not section.first_page_header.paragraphs[0].text
    first, second = part(document).iter(f"{W}sectPr")
    assert first.find(f"{W}pgNumType") is None
    assert second.find(f"{W}pgNumType").get(f"{W}start") == "1"
    assert "PAGE" in "".join(part(document, "word/header1.xml").itertext(f"{W}instrText"))


def test_roles_are_word_styles_of_the_decree(document, open_docx):
    styles = {style.style_id: style for style in open_docx(document).styles}
    defaults = part(document, "word/styles.xml").find(f".//{W}rFonts")
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
def test_titles_are_shown_in_capitals_and_kept_as_typed(title, capitals, document, open_docx):
    (paragraph,) = (
        p
        for p in open_docx(replace(document, body=(Paragraph(title, "section"),))).paragraphs
        if p.text == title
    )
    (run,) = paragraph.runs
    assert paragraph.style.font.all_caps
    assert (run.font.all_caps is not False) == capitals


def test_rules_are_drawn_with_the_lengths_of_the_decree(document):
    agency, motto, subject, appendix = rules(part(document))
    assert motto == pytest.approx(text_width("Độc lập - Tự do - Hạnh phúc", 14, "bold"), abs=0.1)
    for rule, text, size, face in (
        (agency, "SỞ NGOẠI VỤ", 13, "bold"),
        (subject, "Cải cách hành chính năm 2027", 14, "bold"),
        (appendix, "(Kèm theo Kế hoạch số 07/KH-SNgV)", 14, "italic"),
    ):
        assert 1 / 3 <= rule / text_width(text, size, face) <= 1 / 2


def test_every_rule_has_a_paragraph_and_a_number_of_its_own(document):
    root = part(document)
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
def test_sizes_of_the_letterhead_go_together(superior, place, sizes, document, open_docx):
    """Footnote of Phụ lục I Mục V: 13, 14, 14 or 12, 13, 13."""
    date = f"{place}, ngày 15 tháng 01 năm 2027"
    head = replace(document.letterhead, superior=superior, place_date=date)
    file = open_docx(replace(document, letterhead=head))
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
def test_number_and_date_stand_on_one_level(superior, agency, document, open_docx):
    head = replace(document.letterhead, superior=superior, agency=agency)
    left, right = open_docx(replace(document, letterhead=head)).tables[0].rows[0].cells

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


def test_the_closing_stays_together_and_with_the_last_words(document, open_docx):
    file = open_docx(document)
    (last,) = (p for p in file.paragraphs if p.text == "- Làm đúng hạn./.")
    assert last.paragraph_format.keep_with_next
    (row,) = file.tables[1].rows
    assert row._tr.trPr.find(qn("w:cantSplit")) is not None


@pytest.mark.parametrize(
    ("recipients", "with_last_words", "whole"),
    [(40, True, True), (54, False, True), (70, False, False)],  # 56 lines fill a page
)
def test_nothing_waits_for_more_than_a_page_holds(
    recipients, with_last_words, whole, document, open_docx
):
    closing = replace(document.closing, recipients=("Sở Nội vụ",) * recipients)
    file = open_docx(replace(document, closing=closing))
    (last,) = (p for p in file.paragraphs if p.text == "- Làm đúng hạn./.")
    assert bool(last.paragraph_format.keep_with_next) == with_last_words
    over = file.tables[1]._tbl.getprevious().find(f".//{qn('w:pStyle')}").get(qn("w:val"))
    assert over == ("before_closing" if whole else "after_table")  # the first stays with its next
    assert (file.tables[1].rows[0]._tr.trPr is not None) == whole


def test_unknown_parts_stay_blank():
    blank = Document(
        Letterhead("", "", "Số:       /", "      , ngày     tháng     năm    "),
        "KẾ HOẠCH",
        "",
        (),
        Closing((), (), ""),
    )
    root = part(blank)
    assert len(rules(root)) == 2, "no rule under an agency that is not known"
    assert "Nơi nhận:" in texts(root)
    assert "- ." not in texts(root)


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
def test_any_text_can_be_written(typed, kept, document):
    table = Table((1,), ((Cell("Cột", "cell_head"),),), ((Cell(typed),),))
    document = replace(document, body=(Paragraph(typed), table), subject=typed, appendices=())
    found = texts(part(document))
    assert found.count(kept) == 3


def test_refused_target_leaves_nothing(tmp_path, document):
    with pytest.raises(RefusedOutput):
        write_docx(document, tmp_path / "none" / "plan.docx")
    assert list(tmp_path.iterdir()) == []
    write_docx(document, tmp_path / "plan.docx")
    assert [path.name for path in tmp_path.iterdir()] == ["plan.docx"]


def letter(document, *addressees):
    return replace(
        document,
        type_name="",
        subject="đôn đốc thực hiện nhiệm vụ cải cách hành chính năm 2027",
        addressees=addressees,
        appendices=(),
    )


def test_a_letter_has_its_subject_under_the_number_and_whom_it_is_sent_to(document, open_docx):
    file = open_docx(letter(document, "Phòng Hợp tác quốc tế"))
    left = file.tables[0].rows[0].cells[0].paragraphs
    assert [(p.style.name, p.text) for p in left[-2:]] == [
        ("Số và ký hiệu", "Số: 07/KH-SNgV"),
        (
            "Trích yếu công văn",
            "V/v đôn đốc thực hiện nhiệm vụ cải cách hành chính năm 2027",
        ),
    ]
    first, second = file.paragraphs[:2]
    assert (first.style.name, first.text) == ("Kính gửi", "Kính gửi: Phòng Hợp tác quốc tế.")
    assert second.style.name == "Căn cứ"


def test_several_addressees_stand_below_one_another(document, open_docx):
    file = open_docx(letter(document, "Sở Nội vụ", "Sở Tài chính"))
    assert [p.text for p in file.paragraphs[:3]] == [
        "Kính gửi:",
        "- Sở Nội vụ;",
        "- Sở Tài chính.",
    ]
