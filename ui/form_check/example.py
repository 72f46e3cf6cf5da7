"""Documents of invented names in the right form, and where in them each element stands."""

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QRectF

from cchc_desktop.domain.content import (
    Appendix,
    Cell,
    Closing,
    Document,
    Letterhead,
    Paragraph,
    Table,
)
from cchc_desktop.office.document_style import document_style
from cchc_desktop.office.lengths import POINTS_PER_MM
from cchc_desktop.office.text_width import face_of, text_width
from ui.printing import PrintedPage, lay_out
from ui.printing.pages import PrintedText, Stroke

_GAP = 5.0  # points at both sides between an element and its frame
_ASCENT, _DESCENT = 0.92, 0.26  # of a line's size
_RULE_NEAR = 12.0  # points below a line in which its rule stands


class Mark(NamedTuple):
    """An element in an example: its page from 0 on, how its first and its last line begin; the
    sheet itself without a line. `ruled`: the rule below belongs to it.
    """

    document: str
    page: int
    first: str = ""
    last: str = ""
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """A page in the right form and the frame of the element on it, in points."""

    page: PrintedPage
    frame: QRectF


_WORK = (
    "Các phòng chuyên môn rà soát quy trình giải quyết công việc, công khai kết quả và báo cáo "
    "Giám đốc Sở đúng thời hạn."
)
_MARKS = {  # by element or by rule; a rule's own comes first
    "page": Mark("plan", 0),
    "page_number": Mark("plan", 1, "2", "2"),
    "page_number.appendix": Mark("plan", 3, "2", "2"),
    "page_number.first_page": Mark("plan", 1, "2", "2"),
    "national_name": Mark("plan", 0, "CỘNG HÒA", "CỘNG HÒA"),
    "motto": Mark("plan", 0, "Độc lập", "Độc lập", ruled=True),
    "motto.spacing": Mark("plan", 0, "CỘNG HÒA", "Độc lập", ruled=True),
    "letterhead": Mark("plan", 0, "CỘNG HÒA", "An Bình, ngày"),
    "superior": Mark("plan", 0, "UBND TỈNH", "UBND TỈNH"),
    "agency": Mark("plan", 0, "SỞ NGOẠI VỤ", "SỞ NGOẠI VỤ", ruled=True),
    "number_line": Mark("plan", 0, "Số: 05", "Số: 05"),
    "place_date": Mark("plan", 0, "An Bình, ngày", "An Bình, ngày"),
    "type_name": Mark("plan", 0, "KẾ HOẠCH", "KẾ HOẠCH"),
    "type_name.own_line": Mark("plan", 0, "KẾ HOẠCH", "Cải cách hành chính", ruled=True),
    "subject": Mark("plan", 0, "Cải cách hành chính", "Cải cách hành chính", ruled=True),
    "letter_subject": Mark("letter", 0, "V/v", "năm 2026"),
    "addressee": Mark("letter", 0, "Kính gửi:", "- Sở Tài chính."),
    "addressee.missing": Mark("letter", 0, "Kính gửi:", "- Sở Tài chính."),
    "recipient.as_above": Mark("letter", 0, "- Như trên", "- Như trên"),
    "number_line.letter": Mark("letter", 0, "Số: 12", "Số: 12"),
    "basis": Mark("plan", 0, "Căn cứ Luật", "nhân dân tỉnh."),
    "body": Mark("plan", 0, "Sở Ngoại vụ ban hành", "2026 như sau:"),
    "font": Mark("plan", 0, "Sở Ngoại vụ ban hành", "2026 như sau:"),
    "text": Mark("plan", 0, "Sở Ngoại vụ ban hành", "2026 như sau:"),
    "section": Mark("plan", 0, "I. MỤC ĐÍCH", "I. MỤC ĐÍCH"),
    "clause": Mark("plan", 0, "1. Mục đích", "1. Mục đích"),
    "point": Mark("plan", 0, "a) ", "c) "),
    "item": Mark("plan", 0, "1. Văn phòng", "2. Các phòng"),
    "part": Mark("rules", 0, "Chương I", "Chương I"),
    "part_title": Mark("rules", 0, "QUY ĐỊNH CHUNG", "QUY ĐỊNH CHUNG"),
    "part.own_line": Mark("rules", 0, "Chương I", "QUY ĐỊNH CHUNG"),
    "article": Mark("rules", 0, "Điều 1.", "Điều 1."),
    "recipients_head": Mark("plan", 1, "Nơi nhận:", "Nơi nhận:"),
    "recipient": Mark("plan", 1, "Nơi nhận:", "- Lưu: VT"),
    "authority": Mark("plan", 1, "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    "signer": Mark("plan", 1, "KT. GIÁM ĐỐC", "Trần Thị Minh Hòa"),
    "appendix_label": Mark("plan", 2, "Phụ lục", "Phụ lục"),
    "appendix_title": Mark("plan", 2, "DANH MỤC", "DANH MỤC"),
    "appendix_reference": Mark("plan", 2, "(Kèm theo", "(Kèm theo"),
    "appendix": Mark("plan", 1, "Trên đây là", "Trên đây là"),
}


@cache
def example_of(rule: str) -> Example | None:
    """The right form for the element that a rule is about; None where no example shows it."""
    mark = _MARKS.get(rule) or _MARKS.get(rule.partition(".")[0])
    if mark is None:
        return None
    page = _pages(mark.document)[mark.page]
    return Example(page, _frame(page, mark))


@cache
def _pages(name: str) -> tuple[PrintedPage, ...]:
    return lay_out({"plan": _plan, "letter": _letter, "rules": _rules}[name]())


def _frame(page: PrintedPage, mark: Mark) -> QRectF:
    if not mark.first:
        sheet = document_style().page
        left, top = sheet.left * POINTS_PER_MM, sheet.top * POINTS_PER_MM
        return QRectF(left, top, sheet.text_width(landscape=page.landscape), page.height - 2 * top)
    texts = page.texts
    begin = next(n for n, line in enumerate(texts) if line.text.startswith(mark.first))
    rest = range(begin, len(texts))
    end = next(n for n in rest if mark.last in texts[n].text)
    frame = QRectF()
    for line in texts[begin : end + 1]:
        frame = frame.united(_box(line))
    below = (stroke for stroke in page.strokes if mark.ruled and _is_under(stroke, frame))
    for stroke in below:
        frame = frame.united(QRectF(stroke.x1, stroke.y1, stroke.x2 - stroke.x1, 1))
    return frame.adjusted(-_GAP, 0, _GAP, _GAP / 2)


def _box(line: PrintedText) -> QRectF:
    face = face_of(bold=line.bold, italic=line.italic)
    width = text_width(line.text, line.size, face) + line.spacing * line.text.count(" ")
    height = line.size * (_ASCENT + _DESCENT)
    return QRectF(line.x, line.baseline - line.size * _ASCENT, width, height)


def _is_under(stroke: Stroke, frame: QRectF) -> bool:
    inside = frame.left() - 1 <= stroke.x1 and stroke.x2 <= frame.right() + 1
    return inside and 0 <= stroke.y1 - frame.bottom() + _RULE_NEAR / 2 <= _RULE_NEAR


def _head(number: str) -> Letterhead:
    return Letterhead(
        "UBND TỈNH AN BÌNH", "SỞ NGOẠI VỤ", number, "An Bình, ngày 05 tháng 01 năm 2026"
    )


def _plan() -> Document:
    """Two pages and a phụ lục of two."""
    rows = tuple(
        (Cell(str(n), "cell_centre"), Cell("Rà soát quy trình giải quyết công việc"), Cell("Quý I"))
        for n in range(1, 60)
    )
    head = tuple(Cell(words, "cell_head") for words in ("STT", "Nhiệm vụ", "Thời gian"))
    return Document(
        _head("Số: 05/KH-SNgV"),
        "KẾ HOẠCH",
        "Cải cách hành chính của Sở Ngoại vụ năm 2026",
        (
            Paragraph("Căn cứ Luật Tổ chức chính quyền địa phương;", "basis"),
            Paragraph(
                "Căn cứ Quyết định số 12/QĐ-UBND ngày 02 tháng 01 năm 2026 của Ủy ban nhân dân "
                "tỉnh.",
                "basis",
            ),
            Paragraph("Sở Ngoại vụ ban hành Kế hoạch cải cách hành chính năm 2026 như sau:"),
            Paragraph("I. MỤC ĐÍCH, YÊU CẦU", "section"),
            Paragraph("1. Mục đích", "clause"),
            Paragraph(f"a) {_WORK}", "point"),
            Paragraph("b) Giữ vững kỷ cương trong toàn Sở.", "point"),
            Paragraph("c) Bảo đảm nguồn lực.", "point"),
            Paragraph("2. Yêu cầu", "clause"),
            *(Paragraph(f"- {_WORK}", "dash") for _ in range(5)),
            Paragraph("II. TỔ CHỨC THỰC HIỆN", "section"),
            Paragraph(f"1. Văn phòng Sở theo dõi việc thực hiện. {_WORK}", "item"),
            Paragraph("2. Các phòng thực hiện nhiệm vụ được giao, báo cáo hằng quý.", "item"),
            Paragraph("Trên đây là Kế hoạch (có Phụ lục kèm theo)./."),
        ),
        Closing(
            ("Sở Nội vụ", "Lãnh đạo Sở", "Các phòng", "Lưu: VT, VP"),
            ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
            "Trần Thị Minh Hòa",
        ),
        (
            Appendix(
                "Phụ lục",
                "DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH",
                "(Kèm theo Kế hoạch số 05/KH-SNgV ngày 05 tháng 01 năm 2026 của Sở Ngoại vụ)",
                (Table((10, 100, 30), (head,), rows),),
                landscape=False,
            ),
        ),
    )


def _letter() -> Document:
    """A công văn to two."""
    return Document(
        _head("Số: 12/SNgV-VP"),
        "",
        "báo cáo cải cách hành chính năm 2026",
        (Paragraph(_WORK), Paragraph("Sở Ngoại vụ đề nghị các cơ quan phối hợp./.")),
        Closing(("Như trên", "Lưu: VT, VP"), ("GIÁM ĐỐC",), "Trần Thị Minh Hòa"),
        addressees=("Sở Nội vụ", "Sở Tài chính"),
    )


def _rules() -> Document:
    """A quy chế in chương and điều."""
    return Document(
        _head("Số: 05/QC-SNgV"),
        "QUY CHẾ",
        "Làm việc của Sở Ngoại vụ",
        (
            Paragraph("Chương I", "part"),
            Paragraph("QUY ĐỊNH CHUNG", "part_title"),
            Paragraph("Điều 1. Phạm vi điều chỉnh", "clause"),
            Paragraph(f"1. {_WORK}", "item"),
            Paragraph(f"2. {_WORK}", "item"),
        ),
        Closing(("Lãnh đạo Sở", "Lưu: VT"), ("GIÁM ĐỐC",), "Trần Thị Minh Hòa"),
    )
