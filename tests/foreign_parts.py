"""Parts of lawful documents as other programs write them, with python-docx: each way in which a
letterhead, a title, a closing, a page number is set.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from tests.foreign_rules import Rule, W, arrow, drawn

ALIGN = {
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
    paragraph.alignment = ALIGN[align]
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
    paragraph.style, paragraph.alignment = document.styles["Normal"], ALIGN["c"]
    if how == "complex":
        for kind in ("begin", "", "separate", "end"):
            mark = (
                f'<w:fldChar w:fldCharType="{kind}"/>'
                if kind
                else "<w:instrText>PAGE</w:instrText>"
            )
            shown = "<w:t>2</w:t>" if kind == "separate" else ""
            paragraph._p.append(parse_xml(f"<w:r {W}>{mark}</w:r>"))
            if shown:
                paragraph._p.append(parse_xml(f"<w:r {W}>{shown}</w:r>"))
        return
    paragraph._p.append(
        parse_xml(
            f'<w:fldSimple {W} w:instr=" PAGE \\* MERGEFORMAT "><w:r><w:t>2</w:t></w:r>'
            "</w:fldSimple>"
        )
    )
    if how == "gallery":
        control = parse_xml(
            f'<w:sdt {W}><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Page Numbers (Top of '
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
    margins.addnext(parse_xml(f'<w:pgNumType {W} w:start="1"/>'))
    line(document, label, Look(14, True))
    line(document, "DANH MỤC NHIỆM VỤ", Look(14, True))
    reference = "(Kèm theo Kế hoạch số     /KH-SNgV ngày     tháng 01 năm 2026 của Sở Ngoại vụ)"
    line(document, reference, Look(14, italic=True), after=6)
    table = document.add_table(6, 4)
    table.style = document.styles["Table Grid"]
    for row in table.rows:
        for cell in row.cells:
            cell.paragraphs[0].add_run("Rà soát quy định nội bộ").font.size = Pt(12)
