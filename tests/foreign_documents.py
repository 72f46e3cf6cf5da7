"""Lawful documents as other programs write them, with python-docx; all names are invented. Each
builder gives one way of setting what the decree asks for.
"""

from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_SHAPES = " ".join(
    (
        _W,
        'xmlns:v="urn:schemas-microsoft-com:vml"',
        'xmlns:o="urn:schemas-microsoft-com:office:office"',
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
    )
)
_ALIGN = {
    "c": WD_ALIGN_PARAGRAPH.CENTER,
    "b": WD_ALIGN_PARAGRAPH.JUSTIFY,
    "l": WD_ALIGN_PARAGRAPH.LEFT,
    "r": WD_ALIGN_PARAGRAPH.RIGHT,
}
WORK = (
    "Các phòng chuyên môn rà soát quy trình giải quyết công việc, công khai kết quả và báo cáo "
    "Giám đốc Sở đúng thời hạn đã định trong Kế hoạch này."
)
LEFT, RIGHT = 68, 95  # mm: the columns of a letterhead


class Look(NamedTuple):
    """Size in points, bold, italic."""

    size: float
    bold: bool = False
    italic: bool = False


PLAIN = Look(14)
HEAD = (("UBND TỈNH AN BÌNH", Look(13)), ("SỞ NGOẠI VỤ", Look(13, True)))
STATE = (
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Look(13, True)),
    ("Độc lập - Tự do - Hạnh phúc", Look(14, True)),
)
DATE = ("An Bình, ngày 05 tháng 01 năm 2026", Look(14, italic=True))
Rule = Callable[[Paragraph, float, float], None]  # paragraph, length, left edge: points
_shape_ids = count(1)


def drawn(paragraph: Paragraph, length: float, left: float, *, top: float = 3) -> None:
    """A connector in DrawingML, centred."""
    number = next(_shape_ids)
    paragraph._p.append(
        parse_xml(
            f"<w:r {_SHAPES}><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
            '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
            f'relativeHeight="{number}" behindDoc="0" locked="0" layoutInCell="1" '
            'allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column">'
            '<wp:align>center</wp:align></wp:positionH><wp:positionV relativeFrom="paragraph">'
            f"<wp:posOffset>{int(top * 12700)}</wp:posOffset></wp:positionV>"
            f'<wp:extent cx="{int(length * 12700)}" cy="0"/>'
            '<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
            f'<wp:docPr id="{number}" name="Straight Connector {number}"/><wp:cNvGraphicFramePr/>'
            '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/'
            'wordprocessingShape"><wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
            f'<a:ext cx="{int(length * 12700)}" cy="0"/></a:xfrm><a:prstGeom prst="line">'
            '<a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/>'
            "</a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
            "</wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
        )
    )


def arrow(paragraph: Paragraph, length: float, left: float, *, top: float = 3) -> None:
    """A straight connector as Word 2007 drew it, in VML."""
    number = next(_shape_ids)
    paragraph._p.append(
        parse_xml(
            f'<w:r {_SHAPES}><w:pict><v:shapetype id="_x0000_t32" coordsize="21600,21600" '
            'o:spt="32" path="m,l21600,21600e" filled="f"><v:path arrowok="t" fillok="f" '
            f'o:connecttype="none"/></v:shapetype><v:shape id="s{number}" type="#_x0000_t32" '
            f'style="position:absolute;margin-left:{left}pt;margin-top:{top}pt;width:{length}pt;'
            f'height:0;z-index:{number}" o:connectortype="straight"/></w:pict></w:r>'
        )
    )


def bordered(paragraph: Paragraph, length: float, left: float) -> None:
    """A border over an empty paragraph that is drawn in from both sides."""
    p_pr = paragraph._p.get_or_add_pPr()
    p_pr.append(
        parse_xml(
            f'<w:pBdr {_W}><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
        )
    )
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Pt(left)


def typed(paragraph: Paragraph, length: float, left: float) -> None:
    """Underscores."""
    paragraph.add_run("_" * round(length / 7)).font.size = Pt(14)


def blank() -> Document:
    """A4 with lawful margins and Times New Roman 14, as a clerk sets up Word."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(17)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)
    _drop_themes(style)
    style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = 1.0
    return document


def _drop_themes(style: Any) -> None:
    fonts = style.element.rPr.rFonts
    for name in [name for name in fonts.attrib if name.endswith("Theme")]:
        del fonts.attrib[name]


def line(
    holder: Any,
    text: str = "",
    look: Look = PLAIN,
    *,
    align: str = "c",
    indent: float = 0,
    before: float = 0,
    after: float = 0,
) -> Paragraph:
    """A paragraph with its look set directly."""
    paragraph: Paragraph = holder.add_paragraph()
    if text:
        run = paragraph.add_run(text)
        run.font.size, run.bold, run.italic = Pt(look.size), look.bold, look.italic
    form = paragraph.paragraph_format
    paragraph.alignment = _ALIGN[align]
    form.first_line_indent, form.space_before, form.space_after = Mm(indent), Pt(before), Pt(after)
    return paragraph


def columns(document: Document, *widths: float) -> list[Any]:
    """The cells of a borderless table of one row, without their empty paragraph."""
    table = document.add_table(1, len(widths))
    table.autofit = False
    for column, cell, width in zip(
        table._tbl.tblGrid.findall(qn("w:gridCol")), table.rows[0].cells, widths, strict=True
    ):
        cell.width = Mm(width)
        column.set(qn("w:w"), str(round(width * 56.7)))
        cell._tc.remove(cell.paragraphs[0]._p)
    return list(table.rows[0].cells)


def head(
    document: Document,
    rule: Rule = drawn,
    number: str = "Số: 05/KH-SNgV",
    subject: Sequence[str] = (),
    *,
    agency: Sequence[tuple[str, Look]] = HEAD,
) -> None:
    """The letterhead as a table of two cells."""
    left, right = columns(document, LEFT, RIGHT)
    for text, look in agency:
        line(left, text, look)
    rule(line(left), 42, 70)
    line(left, number, Look(13))
    for place, text in enumerate(subject):
        line(left, text, Look(12), before=0 if place else 6)
    for text, look in STATE:
        line(right, text, look)
    rule(line(right), 171.4, 43)
    line(right, *DATE)


def head_by_tabs(document: Document, number: str = "Số: 05/KH-SNgV") -> None:
    """The letterhead with centred tab stops."""

    def pair(left: tuple[str, Look], right: tuple[str, Look]) -> Paragraph:
        paragraph = document.add_paragraph()
        for place in (32, 112):
            paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(place), WD_TAB_ALIGNMENT.CENTER)
        for text, look in (left, right):
            paragraph.add_run("\t")
            run = paragraph.add_run(text)
            run.font.size, run.bold, run.italic = Pt(look.size), look.bold, look.italic
        return paragraph

    pair(HEAD[0], STATE[0])
    below = pair(HEAD[1], STATE[1])
    arrow(below, 42, 70, top=18)
    arrow(below, 171.4, 232, top=18)
    document.add_paragraph()
    pair((number, Look(13)), DATE)


def head_with_breaks(document: Document) -> None:
    """The letterhead with line breaks in the place of paragraphs."""
    left, right = columns(document, LEFT, RIGHT)
    for cell, texts, length in ((left, HEAD, 42), (right, STATE, 171.4)):
        paragraph = line(cell)
        for place, (text, look) in enumerate(texts):
            run = paragraph.add_run(text)
            run.font.size, run.bold = Pt(look.size), look.bold
            if not place:
                run.add_break()
        drawn(line(cell), length, 0)
    line(left, "Số: 05/KH-SNgV", Look(13))
    line(right, *DATE)


def title(
    document: Document,
    kind: str = "KẾ HOẠCH",
    subject: str = "Cải cách hành chính của Sở Ngoại vụ năm 2026",
    rule: Rule = drawn,
) -> None:
    """Tên loại, trích yếu and the rule below."""
    line(document, kind, Look(14, True), before=14)
    line(document, subject, Look(14, True))
    rule(line(document, after=12), 126, 170)


def text(document: Document, *texts: str, bold: bool = False, italic: bool = False) -> None:
    """Paragraphs of the text."""
    for one in texts:
        line(document, one, Look(14, bold, italic), align="b", indent=12.7, after=6)


def plan_text(document: Document) -> None:
    """A text of two pages with mục, khoản and điểm."""
    text(document, "Sở Ngoại vụ ban hành Kế hoạch như sau:")
    text(document, "I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", bold=True)
    text(document, f"a) {WORK}", f"b) {WORK}")
    text(document, "2. Yêu cầu", bold=True)
    text(document, *[f"- {WORK}"] * 3)
    text(document, "II. TỔ CHỨC THỰC HIỆN", bold=True)
    text(document, f"1. {WORK}", f"2. {WORK}", *[WORK] * 12)
    text(document, "Yêu cầu các phòng nghiêm túc thực hiện./.")


def closing(
    document: Document,
    recipients: Sequence[str] = ("- Sở Nội vụ;", "- Lãnh đạo Sở;", "- Lưu: VT, VP."),
    authority: Sequence[str] = ("GIÁM ĐỐC",),
) -> None:
    """Nơi nhận and the signature as a table."""
    left, right = columns(document, 75, 88)
    line(left, "Nơi nhận:", Look(12, True, True), align="l")
    for one in recipients:
        line(left, one, Look(11), align="l")
    for one in authority:
        line(right, one, Look(14, True))
    for _ in range(4):
        line(right)
    line(right, "Trần Thị Minh Hòa", Look(14, True))
    document.add_paragraph()


def page_number(document: Document, how: str = "complex") -> None:
    """A number in the middle of the header, hidden on the first page: as a field in runs
    ("complex"), in one element ("simple"), or as Word's gallery puts it ("gallery").
    """
    section = document.sections[0]
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.style, paragraph.alignment = document.styles["Normal"], _ALIGN["c"]
    if how == "complex":
        for kind in ("begin", "", "separate", "end"):
            mark = (
                f'<w:fldChar w:fldCharType="{kind}"/>'
                if kind
                else "<w:instrText>PAGE</w:instrText>"
            )
            shown = "<w:t>2</w:t>" if kind == "separate" else ""
            paragraph._p.append(parse_xml(f"<w:r {_W}>{mark}</w:r>"))
            if shown:
                paragraph._p.append(parse_xml(f"<w:r {_W}>{shown}</w:r>"))
        return
    paragraph._p.append(
        parse_xml(
            f'<w:fldSimple {_W} w:instr=" PAGE \\* MERGEFORMAT "><w:r><w:t>2</w:t></w:r>'
            "</w:fldSimple>"
        )
    )
    if how == "gallery":
        control = parse_xml(
            f'<w:sdt {_W}><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Page Numbers (Top of '
            'Page)"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent/></w:sdt>'
        )
        paragraph._p.addprevious(control)
        control[-1].append(paragraph._p)


def appendix(document: Document, label: str) -> None:
    """A phụ lục on turned sheets with its own numbers."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.different_first_page_header_footer = True
    margins = section._sectPr.find(qn("w:pgMar"))
    margins.addnext(parse_xml(f'<w:pgNumType {_W} w:start="1"/>'))
    line(document, label, Look(14, True))
    line(document, "DANH MỤC NHIỆM VỤ", Look(14, True))
    reference = "(Kèm theo Kế hoạch số     /KH-SNgV ngày     tháng 01 năm 2026 của Sở Ngoại vụ)"
    line(document, reference, Look(14, italic=True), after=6)
    table = document.add_table(6, 4)
    table.style = document.styles["Table Grid"]
    for row in table.rows:
        for cell in row.cells:
            cell.paragraphs[0].add_run("Rà soát quy định nội bộ").font.size = Pt(12)


# The documents


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
    section._sectPr.find(qn("w:pgMar")).addnext(parse_xml(f'<w:pgNumType {_W} w:start="1"/>'))
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
            f'<w:abstractNum {_W} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>'
            f"{levels}</w:abstractNum>"
        ),
    )
    numbering.append(parse_xml(f'<w:num {_W} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    heading = Look(14, True)
    listed = [(0, "MỤC ĐÍCH", heading), (1, "Mục đích chung", heading)]
    listed += [(2, WORK, Look(14))] * 3 + [(0, "YÊU CẦU", heading)] + [(3, WORK, Look(14))] * 8
    for level, words, look in listed:
        paragraph = line(document, words, look, align="b", after=6)
        paragraph.paragraph_format.first_line_indent = None
        p_pr = paragraph._p.get_or_add_pPr()
        p_pr.insert(
            0,
            parse_xml(f'<w:numPr {_W}><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>'),
        )
        if look.bold:
            p_pr.append(parse_xml(f"<w:rPr {_W}><w:b/></w:rPr>"))
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
        style.paragraph_format.alignment = _ALIGN[align]
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
    inserted = parse_xml(f'<w:ins {_W} w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"/>')
    run.addprevious(inserted)
    inserted.append(run)
    inserted.addnext(
        parse_xml(
            f'<w:del {_W} w:id="2" w:author="A" w:date="2026-01-01T00:00:00Z"><w:r><w:rPr>'
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
