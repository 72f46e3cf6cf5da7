"""Lawful documents as other programs write them; all names are invented."""

from collections.abc import Callable
from pathlib import Path

from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from tests.foreign_parts import (
    ALIGN,
    HEAD,
    WORK,
    Look,
    appendix,
    blank,
    closing,
    columns,
    head,
    head_by_tabs,
    head_with_breaks,
    line,
    page_number,
    plan_text,
    text,
    title,
)
from tests.foreign_rules import Rule, W, arrow, bordered, drawn, typed


def _plan(rule: Rule = drawn, number: str = "complex") -> Document:
    document = blank()
    head(document, rule)
    title(document, rule=rule)
    plan_text(document)
    closing(document)
    page_number(document, number)
    return document


def _by_tabs() -> Document:
    document = blank()
    head_by_tabs(document)
    title(document, rule=arrow)
    plan_text(document)
    closing(document)
    page_number(document)
    return document


def _with_breaks() -> Document:
    document = blank()
    head_with_breaks(document)
    title(document)
    plan_text(document)
    closing(document, authority=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"))
    page_number(document)
    return document


def _letter(*, many: bool = False, urgent: bool = False) -> Document:
    document = blank()
    head(document, drawn, "Số: 12/SNgV-VP", ("V/v báo cáo kết quả cải cách", "hành chính quý I"))
    if urgent:
        cell = document.tables[0].cell(0, 0)
        stamp = line(cell, "HỎA TỐC", Look(13, True))
        stamp.runs[0].font.color.rgb = RGBColor(0xFF, 0, 0)
    if many:
        line(document, "Kính gửi:", align="l", indent=40, before=12)
        for one in ("- Ủy ban nhân dân tỉnh;", "- Sở Nội vụ."):
            line(document, one, align="l", indent=60)
    else:
        line(document, "Kính gửi: Sở Nội vụ tỉnh An Bình.", before=12, after=12)
    text(document, WORK, WORK, "Sở Ngoại vụ báo cáo để Sở Nội vụ tổng hợp./.")
    closing(document, ("- Như trên;", "- Lưu: VT, VP."), ("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"))
    return document


def _decision(work: str = WORK) -> Document:
    document = blank()
    head(document, drawn, "Số: 15/QĐ-SNgV")
    title(document, "QUYẾT ĐỊNH", "Về việc thành lập Tổ công tác cải cách hành chính")
    line(document, "GIÁM ĐỐC SỞ NGOẠI VỤ", Look(14, True), after=6)
    text(
        document,
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
        "Theo đề nghị của Chánh Văn phòng Sở.",
        italic=True,
    )
    line(document, "QUYẾT ĐỊNH:", Look(14, True), after=6)
    for number in (1, 2):
        paragraph = line(
            document, f"Điều {number}.", Look(14, True), align="b", indent=12.7, after=6
        )
        paragraph.add_run(f" {work}")
    closing(document, ("- Như Điều 2;", "- Lưu: VT, VP."))
    return document


def _decision_with_rules() -> Document:
    """A quy chế on sheets of its own behind the decision that issues it."""
    document = _decision("Ban hành kèm theo Quyết định này Quy chế làm việc của Tổ công tác.")
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section._sectPr.find(qn("w:pgMar")).addnext(parse_xml(f'<w:pgNumType {W} w:start="1"/>'))
    section.different_first_page_header_footer = True
    page_number(document)
    line(document, "QUY CHẾ", Look(14, True))
    line(document, "Làm việc của Tổ công tác cải cách hành chính", Look(14, True))
    reference = "(Kèm theo Quyết định số 15/QĐ-SNgV ngày 05 tháng 01 năm 2026 của Sở Ngoại vụ)"
    line(document, reference, Look(14, italic=True))
    drawn(line(document, after=6), 126, 170)
    for number, name in (("I", "QUY ĐỊNH CHUNG"), ("II", "TỔ CHỨC THỰC HIỆN")):
        line(document, f"Chương {number}", Look(14, True), before=6)
        line(document, name, Look(14, True), after=6)
        text(document, f"Điều {len(number)}. Nguyên tắc", bold=True)
        text(document, f"1. {WORK}", f"2. {WORK}")
    return document


def _letter_below_a_stamp() -> Document:
    """Dấu khẩn in a box of its own between letterhead and Kính gửi."""
    document = blank()
    head(document, drawn, "Số: 12/SNgV-VP", ("V/v báo cáo kết quả cải cách", "hành chính quý I"))
    line(document)
    (box,) = columns(document, 30)
    stamp = line(box, "HỎA TỐC", Look(13, True))
    stamp.runs[0].font.color.rgb = RGBColor(0xFF, 0, 0)
    line(document, "Kính gửi: Sở Nội vụ tỉnh An Bình.", before=12, after=12)
    text(document, WORK, "Sở Ngoại vụ báo cáo để Sở Nội vụ tổng hợp./.")
    closing(document, ("- Như trên;", "- Lưu: VT, VP."))
    return document


def _minutes() -> Document:
    """Two signatures, and nơi nhận below them in the same table."""
    document = blank()
    head(document, drawn, "Số: 03/BB-SNgV")
    title(document, "BIÊN BẢN", "Họp Tổ công tác cải cách hành chính quý I năm 2026")
    text(document, "Chủ trì: Ông Lê Văn Định.", WORK, "Cuộc họp kết thúc vào 10 giờ cùng ngày./.")
    for cell, authority, name in zip(
        columns(document, 80, 83),
        ("THƯ KÝ", "CHỦ TRÌ"),
        ("Trần Thị Minh Hòa", "Lê Văn Định"),
        strict=True,
    ):
        line(cell, authority, Look(14, True))
        for _ in range(3):
            line(cell)
        line(cell, name, Look(14, True))
    below = document.tables[-1].add_row().cells[0]
    below._tc.remove(below.paragraphs[0]._p)
    line(below, "Nơi nhận:", Look(12, True, True), align="l")
    for one in ("- Lãnh đạo Sở;", "- Lưu: VT."):
        line(below, one, Look(11), align="l")
    document.add_paragraph()
    return document


def _lists() -> Document:
    """Numbers and dashes by Word's own lists."""
    document = blank()
    head(document)
    title(document)
    kinds = (("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"), ("bullet", "-"))
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:suff w:val="space"/><w:lvlText w:val="{shown}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="0" w:firstLine="720"/></w:pPr>'
        '<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/></w:rPr></w:lvl>'
        for n, (kind, shown) in enumerate(kinds)
    )
    numbering = document.part.numbering_part.element
    numbering.insert(
        0,
        parse_xml(
            f'<w:abstractNum {W} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>'
            f"{levels}</w:abstractNum>"
        ),
    )
    numbering.append(parse_xml(f'<w:num {W} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    heading = Look(14, True)
    listed = [(0, "MỤC ĐÍCH", heading), (1, "Mục đích chung", heading)]
    listed += [(2, WORK, Look(14))] * 3 + [(0, "YÊU CẦU", heading)] + [(3, WORK, Look(14))] * 8
    for level, words, look in listed:
        paragraph = line(document, words, look, align="b", after=6)
        paragraph.paragraph_format.first_line_indent = None
        p_pr = paragraph._p.get_or_add_pPr()
        p_pr.insert(
            0,
            parse_xml(f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>'),
        )
        if look.bold:
            p_pr.append(parse_xml(f"<w:rPr {W}><w:b/></w:rPr>"))
    text(document, *[WORK] * 6, "Yêu cầu các phòng thực hiện./.")
    closing(document)
    page_number(document)
    return document


def _styles() -> Document:
    """All looks by named styles, capitals too; the fonts by the theme."""
    document = blank()
    for name, bold, caps, align, indent, after in (
        ("Đề mục", True, True, "b", 12.7, 6),
        ("Lời văn", False, False, "b", 12.7, 6),
        ("Tên", True, True, "c", 0, 0),
    ):
        style = document.styles.add_style(name, 1)
        style.base_style = document.styles["Normal"]
        style.font.bold, style.font.all_caps = bold, caps
        style.paragraph_format.alignment = ALIGN[align]
        style.paragraph_format.first_line_indent = Mm(indent)
        style.paragraph_format.space_after = Pt(after)
    fonts = document.styles["Normal"].element.rPr.rFonts
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/theme"):
            theme = relation.target_part
            for old in (b"Cambria", b"Calibri"):
                theme._blob = theme.blob.replace(
                    b'latin typeface="' + old, b'latin typeface="Times New Roman'
                )
    head(document)
    document.add_paragraph("Kế hoạch", style="Tên")
    document.add_paragraph("Cải cách hành chính năm 2026", style="Tên").runs[
        0
    ].font.all_caps = False
    drawn(document.add_paragraph(style="Tên"), 75, 0)
    document.add_paragraph("I. Mục đích", style="Đề mục")
    for _ in range(18):
        document.add_paragraph(WORK, style="Lời văn")
    document.add_paragraph("Yêu cầu các phòng thực hiện./.", style="Lời văn")
    closing(document)
    page_number(document)
    return document


def _long_agency() -> Document:
    document = blank()
    names = (HEAD[0], ("SỞ VĂN HÓA, THỂ THAO", Look(13, True)), ("VÀ DU LỊCH", Look(13, True)))
    head(document, lambda p, length, left: drawn(p, max(length, 60), left), agency=names)
    title(document)
    plan_text(document)
    closing(document, authority=("Q. GIÁM ĐỐC",))
    page_number(document)
    return document


def _with_appendices() -> Document:
    document = blank()
    head(document)
    title(document)
    plan_text(document)
    text(document, "Nhiệm vụ cụ thể tại các Phụ lục kèm theo./.")
    closing(document)
    page_number(document)
    for label in ("Phụ lục I", "Phụ lục II"):
        appendix(document, label)
    return document


def _reviewed() -> Document:
    """With tracked changes and a comment; what was deleted is no part of the document."""
    document = _plan()
    one, other = [p for p in document.paragraphs if p.text == WORK][:2]
    run = one.runs[0]._r
    inserted = parse_xml(f'<w:ins {W} w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"/>')
    run.addprevious(inserted)
    inserted.append(run)
    inserted.addnext(
        parse_xml(
            f'<w:del {W} w:id="2" w:author="A" w:date="2026-01-01T00:00:00Z"><w:r><w:rPr>'
            '<w:rFonts w:ascii="Arial"/></w:rPr><w:delText>bỏ  đi , sai</w:delText></w:r></w:del>'
        )
    )
    document.add_comment(other.runs[0], "Xem lại", "B", "B")
    return document


DOCUMENTS: dict[str, Callable[[], Document]] = {
    "table, drawn rules": _plan,
    "rules in VML, number in one element": lambda: _plan(arrow, "simple"),
    "rules as borders, number from the gallery": lambda: _plan(bordered, "gallery"),
    "rules typed": lambda: _plan(typed),
    "letterhead by tabs": _by_tabs,
    "letterhead with line breaks": _with_breaks,
    "letter to one": _letter,
    "letter to two": lambda: _letter(many=True),
    "urgent letter": lambda: _letter(urgent=True),
    "letter below a stamp": _letter_below_a_stamp,
    "decision with articles": _decision,
    "decision with the rules that it issues": _decision_with_rules,
    "minutes with two signatures": _minutes,
    "automatic lists": _lists,
    "named styles and theme fonts": _styles,
    "agency of two lines": _long_agency,
    "two appendices": _with_appendices,
    "changes and comments": _reviewed,
}


def write(name: str, path: Path) -> Path:
    """One of the documents as a .docx."""
    DOCUMENTS[name]().save(str(path))
    return path
