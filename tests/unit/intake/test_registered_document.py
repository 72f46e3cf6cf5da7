"""What a document's own head and foot say for the register."""

from collections.abc import Callable

import pytest

from cchc_desktop.intake.registered_document import RegisteredDraft, read_registered
from cchc_desktop.office.grid import SourceCell, SourceFile, SourceParagraph, SourceTable


def side_by_side(left: tuple[str, ...], right: tuple[str, ...]) -> SourceTable:
    cells = (
        SourceCell(0, 0, tuple(map(SourceParagraph, left))),
        SourceCell(0, 1, tuple(map(SourceParagraph, right))),
    )
    return SourceTable(1, 2, cells)


def lines(*texts: str) -> tuple[SourceParagraph, ...]:
    return tuple(map(SourceParagraph, texts))


NATIONAL = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
FOOT = side_by_side(
    ("Nơi nhận:", "- Như trên;", "- Lưu: VT."), ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần Văn Mẫu")
)
LETTER = SourceFile(
    "cv.docx",
    (
        side_by_side(
            ("UBND TỈNH HẢI VÂN", "SỞ CÂY XANH", "Số: 205/SCX-VP", "V/v báo cáo quý II năm 2027"),
            (*NATIONAL, "Hải Vân, ngày 09 tháng 5 năm 2027"),
        ),
        *lines("Kính gửi: Sở Nội vụ", "Phúc đáp Công văn số 310/SNV-CCHC, Sở báo cáo như sau:"),
        FOOT,
    ),
)
DECISION = SourceFile(
    "qd.docx",
    (
        side_by_side(
            ("UBND TỈNH HẢI VÂN", "SỞ CÂY XANH", "Số:      /QĐ-SCX"),
            (*NATIONAL, "Hải Vân, ngày     tháng 5 năm 2027"),
        ),
        SourceParagraph("QUYẾT ĐỊNH", centred=True, bold=True),
        SourceParagraph("Về việc thành lập Tổ một cửa", centred=True, bold=True),
        *lines(
            "GIÁM ĐỐC SỞ CÂY XANH", "Căn cứ Luật Cây xanh;", "QUYẾT ĐỊNH:", "Điều 1. Thành lập."
        ),
        FOOT,
    ),
)
LETTER_OF_A_PDF = SourceFile(
    "cv.pdf",
    lines(
        "UBND TỈNH HẢI VÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "SỞ CÂY XANH\tĐộc lập - Tự do - Hạnh phúc",
        "Số: 205\t/SCX-VP\tHải Vân, ngày 09 tháng 5 năm 2027",
        "V/v báo cáo cải cách",
        "hành chính quý II",
        "Kính gửi: Sở Nội vụ",
        "Phúc đáp Công văn số 310/SNV-CCHC về việc sửa đổi,",
        "bổ sung quy chế, Sở báo cáo như sau:",
        "Nơi nhận:\tGIÁM ĐỐC",
        "- Như trên;",
        "Trần Văn Mẫu",
    ),
)


NESTED = SourceFile(
    "cv.docx",
    (
        side_by_side(
            ("MẶT TRẬN TỈNH HẢI VÂN", "Số: 7/MTTQ-VP", "Về kết quả trồng cây"),
            (*NATIONAL, "Hải Vân, ngày 09 tháng 5 năm 2027"),
        ),
        *lines("Kính gửi: Sở Nội vụ", "Về việc này, cơ quan trả lời như sau:"),
        SourceTable(1, 2, (SourceCell(0, 0, lines(""), nested=(FOOT,)),)),
    ),
)
LAW = SourceFile(
    "qd.docx",
    lines(
        "BỘ CÂY XANH\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 05/2027/TT-BCX\tHà Nội, ngày 09 tháng 5 năm 2027",
        "THÔNG TƯ",
        "Quy định việc trồng cây",
        "Căn cứ Luật Cây xanh;",
    ),
)


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        (
            LETTER,
            RegisteredDraft(
                *("Công văn", "205", "SCX-VP", "2027-05-09", "SỞ CÂY XANH"),
                *("báo cáo quý II năm 2027", "Trần Văn Mẫu"),
            ),
        ),
        (
            DECISION,
            RegisteredDraft(
                *("Quyết định", "", "QĐ-SCX", "2027-05", "SỞ CÂY XANH"),
                *("thành lập Tổ một cửa", "Trần Văn Mẫu"),
            ),
        ),
        (
            LETTER_OF_A_PDF,
            RegisteredDraft(
                *("Công văn", "205", "SCX-VP", "2027-05-09", "SỞ CÂY XANH"),
                *("báo cáo cải cách hành chính quý II", "Trần Văn Mẫu"),
            ),
        ),
        (
            NESTED,
            RegisteredDraft(
                *("Công văn", "7", "MTTQ-VP", "2027-05-09", "MẶT TRẬN TỈNH HẢI VÂN"),
                *("kết quả trồng cây", "Trần Văn Mẫu"),
            ),
        ),
        (
            LAW,
            RegisteredDraft(
                *("Thông tư", "05/2027", "TT-BCX", "2027-05-09", "BỘ CÂY XANH"),
                *("Quy định việc trồng cây", ""),
            ),
        ),
    ],
    ids=["letter", "decision", "pdf", "nested", "law"],
)
def test_a_document_says_what_it_is(source: SourceFile, draft: RegisteredDraft) -> None:
    assert read_registered(source) == draft


def test_a_file_that_is_no_document_says_nothing(plan_file: Callable[..., SourceFile]) -> None:
    source = plan_file(("1", "", "Rà soát văn bản", "Báo cáo", "Văn phòng", "", "Quý I"))

    assert read_registered(source) == RegisteredDraft()
