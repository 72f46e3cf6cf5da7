"""The elements of documents as offices set them in Word: with blanks and tabs, in nested tables, in
words that look like something else.
"""

from collections.abc import Iterable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.table import _Cell

from cchc_desktop.documents.checker import check_file
from cchc_desktop.documents.form.items import Item, text_items
from cchc_desktop.documents.form.parts import Form
from cchc_desktop.documents.form.pieces import Piece, document_pieces
from cchc_desktop.documents.form.reading import read_form
from cchc_desktop.documents.nd30 import nd30
from cchc_desktop.office.formatting import read_formatting

CENTER = WD_ALIGN_PARAGRAPH.CENTER
BODY = "Sở Ngoại vụ nhận được công văn của Sở Nội vụ về việc báo cáo và xin trả lời như sau"


@pytest.fixture
def document() -> Document:
    return docx.Document()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "vb.docx"


def add(to: Document | _Cell, text: str, *, bold: bool = False, centred: bool = False) -> None:
    paragraph = to.add_paragraph()
    paragraph.add_run(text).bold = bold
    paragraph.alignment = CENTER if centred else None


def form_of(document: Document, path: Path) -> Form:
    document.save(str(path))
    return read_form(document_pieces(read_formatting(path)), nd30())


def rules(document: Document, path: Path) -> set[str]:
    document.save(str(path))
    return {finding.rule for finding in check_file(path)}


def texts(pieces: Iterable[Piece | None]) -> list[str]:
    return [piece.text for piece in pieces if piece is not None]


def kinds(items: Iterable[Item]) -> list[str]:
    return [item.kind for item in items]


def letterhead(document: Document) -> None:
    """A letterhead set by tabs and blanks."""
    blank = " " * 12
    add(document, f"{blank}UBND TỈNH AN BÌNH{blank}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True)
    add(document, f"{blank}SỞ NGOẠI VỤ\t{blank}Độc lập - Tự do - Hạnh phúc", bold=True)
    add(document, f"{blank}Số:{blank}/SNgV-VP{blank}An Bình, ngày{blank}tháng 10 năm 2026")


def test_a_letterhead_set_by_blanks_is_found_whole(document: Document, path: Path) -> None:
    letterhead(document)
    add(document, "V/v tham gia ý kiến theo", centred=True)
    add(document, "Công văn số 44/SNV-CCHC", centred=True)
    add(document, " " * 40 + "Kính gửi: Sở Nội vụ")
    add(document, BODY)

    form = form_of(document, path)

    heads = form.heads
    assert texts([heads.number_line, heads.place_date, heads.motto]) == [
        "Số:" + " " * 12 + "/SNgV-VP",
        "An Bình, ngày" + " " * 12 + "tháng 10 năm 2026",
        "Độc lập - Tự do - Hạnh phúc",
    ]
    assert texts(heads.letter_subject) == ["V/v tham gia ý kiến theo", "Công văn số 44/SNV-CCHC"]
    assert heads.motto is not None
    assert heads.motto.width < 200  # the blanks before it are no part of it


def test_the_text_is_no_part_of_the_addressee(document: Document, path: Path) -> None:
    letterhead(document)
    add(document, "Kính gửi: Sở Nội vụ")
    add(document, BODY)

    form = form_of(document, path)

    assert texts(form.addressee) == ["Kính gửi: Sở Nội vụ"]
    assert texts(form.body) == [BODY]


def test_a_name_goes_on_under_the_addressee(document: Document, path: Path) -> None:
    letterhead(document)
    add(document, "Kính gửi: Ủy ban nhân dân", centred=True)
    add(document, "tỉnh An Bình", centred=True)
    add(document, BODY)

    assert texts(form_of(document, path).addressee) == ["Kính gửi: Ủy ban nhân dân", "tỉnh An Bình"]


def closing(to: Document | _Cell, *, signer: str = "") -> None:
    left, right = to.add_table(1, 2).rows[0].cells
    for line in ("Nơi nhận:", "- Như trên;", "- Lưu: VT, VP."):
        add(left, line)
    for line in ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", *([signer] if signer else [])):
        add(right, line, bold=True, centred=True)


def test_a_closing_in_a_table_inside_a_table(document: Document, path: Path) -> None:
    add(document, BODY)
    closing(document.add_table(1, 2).rows[0].cells[0], signer="Trần Văn Mẫu")

    found = form_of(document, path).closing

    assert texts(found.authority) == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]
    assert texts([found.signer]) == ["Trần Văn Mẫu"]
    assert [texts(lines) for lines in found.recipients] == [["- Như trên;"], ["- Lưu: VT, VP."]]


@pytest.mark.parametrize(
    ("below", "signer"), [("Trần Văn Mẫu", ["Trần Văn Mẫu"]), ("Danh sách kèm theo:", [])]
)
def test_a_name_below_the_table_signs(
    below: str, signer: list[str], document: Document, path: Path
) -> None:
    add(document, BODY)
    closing(document)
    add(document, " " * 60 + below, bold=True)

    assert texts([form_of(document, path).closing.signer]) == signer


def test_what_was_issued_with_a_decision_has_no_number_and_date(
    document: Document, path: Path
) -> None:
    table = document.add_table(1, 2)
    add(table.rows[0].cells[0], "SỞ NGOẠI VỤ", bold=True, centred=True)
    for line in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"):
        add(table.rows[0].cells[1], line, bold=True, centred=True)
    add(document, "DỰ THẢO", bold=True, centred=True)
    add(document, "ĐIỀU LỆ", bold=True, centred=True)
    add(document, "CÂU LẠC BỘ SÁCH TỈNH AN BÌNH", bold=True, centred=True)
    add(document, "(Được phê duyệt kèm theo Quyết định số         /QĐ-SNgV", centred=True)
    add(document, "ngày     tháng     năm 2026 của Giám đốc Sở Ngoại vụ)", centred=True)
    add(document, "Chương I", bold=True, centred=True)
    add(document, "QUY ĐỊNH CHUNG", bold=True, centred=True)
    add(document, "Điều 1. Câu lạc bộ là nơi đọc sách.")

    form = form_of(document, path)

    assert texts([form.title.type_name]) == ["ĐIỀU LỆ"]
    assert texts(form.title.subject) == ["CÂU LẠC BỘ SÁCH TỈNH AN BÌNH"]
    assert texts(form.heads.agency) == ["SỞ NGOẠI VỤ"]
    found = rules(document, path)
    assert not {rule for rule in found if rule.startswith(("place_date", "number_line"))}
    assert not found & {"type_name.own_line", "subject.caps", "authority.missing"}


def test_the_bases_and_articles_of_a_decision(document: Document, path: Path) -> None:
    letterhead(document)
    for line in ("QUYẾT ĐỊNH", "Về việc phê duyệt", "Điều lệ Câu lạc bộ sách"):
        add(document, line, bold=True, centred=True)
    add(document, "Căn cứ Luật Thư viện;")
    add(
        document,
        "Theo đề nghị của Câu lạc bộ, Hội Làm vườn và Sở Xây dựng tại Tờ trình số 6/TTr-SXD.",
    )
    add(document, "QUYẾT ĐỊNH:", bold=True)
    add(document, "Điều 1. Phê duyệt Điều lệ.")
    add(document, "“a) Một đoạn của văn bản khác;")
    add(document, "c) Một đoạn của văn bản khác.”")
    add(document, "(Kèm theo bản dự thảo).")
    add(document, f"1. {'Nâng cao chất lượng công tác ' * 7}", bold=True)
    add(document, BODY)

    form = form_of(document, path)

    assert texts(form.title.subject) == ["Về việc phê duyệt", "Điều lệ Câu lạc bộ sách"]
    assert kinds(text_items(form)) == [
        "basis", "basis", "caption", "article", "point", "point", "other", "clause", "body",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("MẶT TRẬN TỔ QUỐC TỈNH", ["MẶT TRẬN TỔ QUỐC TỈNH"]),
        ("VỀ CHUYỂN ĐỔI SỐ", ["VỀ CHUYỂN ĐỔI SỐ"]),
        ("HỎA TỐC", []),
        ("DỰ THẢO LẦN 2", []),
    ],
)
def test_a_stamp_is_no_agency(line: str, agency: list[str], document: Document, path: Path) -> None:
    table = document.add_table(1, 2)
    add(table.rows[0].cells[0], line, bold=True, centred=True)
    for one in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"):
        add(table.rows[0].cells[1], one, bold=True, centred=True)

    assert texts(form_of(document, path).heads.agency) == agency


def test_trích_yếu_after_về_việc_or_v_v(document: Document, path: Path) -> None:
    letterhead(document)
    add(document, "THÔNG BÁO", bold=True, centred=True)
    add(document, "V/v tạm nghỉ", bold=True, centred=True)
    add(document, BODY)

    assert texts(form_of(document, path).title.subject) == ["V/v tạm nghỉ"]


def test_a_number_may_have_a_tab_in_it(document: Document, path: Path) -> None:
    add(document, "SỞ NGOẠI VỤ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True)
    add(document, "Số: 12 \t /SNgV-VP\tAn Bình, ngày 15 tháng 10 năm 2026")

    heads = form_of(document, path).heads

    assert texts([heads.number_line, heads.place_date]) == [
        "Số: 12 \t /SNgV-VP",
        "An Bình, ngày 15 tháng 10 năm 2026",
    ]
