"""The narrative becomes sections; every word stays, in its order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.domain.plan import Section, heading_text
from cchc_desktop.intake.line_ends import unbroken
from cchc_desktop.intake.narrative import TablePlace, read_sections
from cchc_desktop.intake.source_text import paragraph_text
from cchc_desktop.office.grid import SourceParagraph


def P(text: str, number: str = "", **look: object) -> SourceParagraph:  # noqa: N802
    return SourceParagraph(text, number, **look)  # type: ignore[arg-type]


def outline(*pieces: SourceParagraph | TablePlace) -> list[tuple[int, str, str, str]]:
    return [(s.level, s.number, s.title, s.body) for s in read_sections(pieces, "plan")]


def test_mục_khoản_and_points() -> None:
    assert outline(
        P("Thực hiện Kế hoạch của tỉnh, Sở ban hành Kế hoạch như sau:"),
        P("I. MỤC ĐÍCH, YÊU CẦU"),
        P("1. Mục đích"),
        P("a) Nâng cao chất lượng;"),
        P("Kịp thời, đầy đủ.", "đ)"),
        P("2. Yêu cầu"),
        P("Bám sát kế hoạch.", "-"),
        P("II. TỔ CHỨC THỰC HIỆN"),
        P("1. Văn phòng Sở chủ trì, theo dõi việc thực hiện."),
        P("2. Kinh phí thực hiện lấy từ ngân sách của Sở."),
    ) == [
        (0, "", "", "Thực hiện Kế hoạch của tỉnh, Sở ban hành Kế hoạch như sau:"),
        (1, "I", "MỤC ĐÍCH, YÊU CẦU", ""),
        (2, "1", "Mục đích", "a) Nâng cao chất lượng;\nđ) Kịp thời, đầy đủ."),
        (2, "2", "Yêu cầu", "- Bám sát kế hoạch."),
        (
            1,
            "II",
            "TỔ CHỨC THỰC HIỆN",
            "1. Văn phòng Sở chủ trì, theo dõi việc thực hiện.\n"
            "2. Kinh phí thực hiện lấy từ ngân sách của Sở.",
        ),
    ]


@pytest.mark.parametrize(
    ("paragraph", "heading"),
    [
        (P("I. MỤC TIÊU"), (1, "I", "MỤC TIÊU")),
        (P("I/ MỤC TIÊU"), (1, "I", "MỤC TIÊU")),
        (P("IV - Tổ chức thực hiện", bold=True), (1, "IV", "Tổ chức thực hiện")),
        (P("Mục tiêu", "II.", bold=True), (1, "II", "Mục tiêu")),
        (P("A. QUAN ĐIỂM CHỈ ĐẠO"), (1, "A", "QUAN ĐIỂM CHỈ ĐẠO")),
        (P("Phần thứ hai: NHIỆM VỤ"), (1, "Phần thứ hai", "NHIỆM VỤ")),
        (
            P("IV. KẾ HOẠCH CỤ THỂ (Có phụ lục kèm theo)"),
            (1, "IV", "KẾ HOẠCH CỤ THỂ (Có phụ lục kèm theo)"),
        ),
        (P("1. Cải cách thể chế"), (2, "1", "Cải cách thể chế")),
        (P("2. Nhiệm vụ cụ thể:"), (2, "2", "Nhiệm vụ cụ thể:")),
        (P("Văn phòng Sở", "3.", bold=True), (2, "3", "Văn phòng Sở")),
        (P("1.1. Công tác tuyên truyền"), (3, "1.1", "Công tác tuyên truyền")),
        (P("Giải pháp", heading=2), (2, "", "Giải pháp")),
    ],
)
def test_headings(paragraph: SourceParagraph, heading: tuple[int, str, str]) -> None:
    assert outline(paragraph, P("Nội dung của đề mục này."))[0] == (
        *heading,
        "Nội dung của đề mục này.",
    )


@pytest.mark.parametrize(
    "text",
    [
        "2. Kinh phí do ngân sách của Sở bảo đảm.",
        "1. Văn phòng Sở: chủ trì theo dõi. Định kỳ báo cáo Giám đốc Sở",
        "95% hồ sơ được xử lý trên môi trường mạng",
        "a) Phát triển nền tảng số",
        "- Rà soát văn bản",
        "I do thực hiện chậm nên phải báo cáo.",
    ],
)
def test_sentences_stay_in_the_body(text: str) -> None:
    assert outline(P("I. NHIỆM VỤ"), P(text), P("Đoạn sau.")) == [
        (1, "I", "NHIỆM VỤ", f"{text}\nĐoạn sau.")
    ]


def test_headings_over_two_paragraphs_or_lines() -> None:
    assert outline(
        P("Phần I"),
        P("NHỮNG VẤN ĐỀ CHUNG"),
        P("I. MỤC ĐÍCH,"),
        P("YÊU CẦU"),
        P("Đoạn."),
        P("II. NHIỆM VỤ\nTRỌNG TÂM"),
        P("1. Mục tiêu\nĐoạn ngay dưới đề mục, cùng một đoạn văn."),
    ) == [
        (1, "Phần I", "NHỮNG VẤN ĐỀ CHUNG", ""),
        (1, "I", "MỤC ĐÍCH, YÊU CẦU", "Đoạn."),
        (1, "II", "NHIỆM VỤ TRỌNG TÂM", ""),
        (2, "1", "Mục tiêu", "Đoạn ngay dưới đề mục, cùng một đoạn văn."),
    ]


def test_section_before_the_table_holds_it_and_text_after_it_is_a_new_section() -> None:
    sections = read_sections(
        [
            P("II. DANH MỤC NHIỆM VỤ"),
            P("Chi tiết như sau:"),
            TablePlace(),
            P("Các phòng thực hiện."),
        ],
        "p",
    )
    assert [(s.level, s.holds_table, s.body) for s in sections] == [
        (1, True, "Chi tiết như sau:"),
        (0, False, "Các phòng thực hiện."),
    ]


LINES = st.sampled_from(
    [
        P("I. MỤC TIÊU"),
        P("II. NHIỆM VỤ, GIẢI PHÁP"),
        P("TRỌNG TÂM"),
        P("Phần thứ nhất"),
        P("A. CHUNG"),
        P("1. Cải cách thể chế"),
        P("2. Kinh phí do ngân sách bảo đảm."),
        P("1.1. Tuyên truyền", bold=True),
        P("a) Ý một;"),
        P("Ý hai.", "b)"),
        P("- Ý ba"),
        P("Ý bốn", "-"),
        P("Đoạn văn\ncó hai dòng."),
        P("Giải pháp", heading=1),
        P("3. Văn phòng Sở\nChủ trì thực hiện."),
        P("V."),
        P("Nhóm", "IV.", bold=True),
        TablePlace(),
    ]
)


@given(st.lists(LINES, max_size=14))
@settings(deadline=None)
def test_no_word_is_lost_doubled_or_moved(pieces: list[SourceParagraph | TablePlace]) -> None:
    typed = " ".join(paragraph_text(p) for p in pieces if isinstance(p, SourceParagraph))
    sections: list[Section] = read_sections(pieces, "plan")
    kept = " ".join(f"{heading_text(s)} {s.body}" for s in sections)
    # a heading's number is printed with a full stop, whatever mark it was typed with
    assert kept.replace(".", " ").split() == typed.replace(".", " ").split()


WRAPPED = """I. MỤC TIÊU
Nâng cao chất lượng phục vụ người dân và doanh nghiệp trên mọi lĩnh vực mà Sở
quản lý; bảo đảm thông tin được công khai, kịp thời theo quy định tại Nghị định số
61/2018/NĐ-CP của Chính phủ.
1. Tăng cường năng lực của công chức làm việc tại bộ phận một cửa và tổ chức
khảo sát mức độ hài lòng, từ đó có biện pháp
chấn chỉnh.
2. Đẩy mạnh tuyên truyền bằng nhiều hình thức để người dân biết và cùng tham
gia giám sát.
- Phát tờ rơi tại nơi tiếp nhận hồ sơ của cơ quan và
tại các xã.
II. TỔ CHỨC THỰC HIỆN (CÓ DANH MỤC
kèm theo)
Các phòng thực hiện."""


def test_lines_that_are_each_a_paragraph_are_joined_with_one_doubt() -> None:
    pieces, doubts = unbroken([P(line) for line in WRAPPED.split("\n")])
    assert outline(*pieces) == [
        (
            1,
            "I",
            "MỤC TIÊU",
            "Nâng cao chất lượng phục vụ người dân và doanh nghiệp trên mọi lĩnh vực mà Sở quản "
            "lý; bảo đảm thông tin được công khai, kịp thời theo quy định tại Nghị định số "
            "61/2018/NĐ-CP của Chính phủ.\n"
            "1. Tăng cường năng lực của công chức làm việc tại bộ phận một cửa và tổ chức khảo sát "
            "mức độ hài lòng, từ đó có biện pháp chấn chỉnh.\n"
            "2. Đẩy mạnh tuyên truyền bằng nhiều hình thức để người dân biết và cùng tham gia giám "
            "sát.\n"
            "- Phát tờ rơi tại nơi tiếp nhận hồ sơ của cơ quan và tại các xã.",
        ),
        (1, "II", "TỔ CHỨC THỰC HIỆN (CÓ DANH MỤC kèm theo)", "Các phòng thực hiện."),
    ]
    assert [doubt.row for doubt in doubts] == [0]


def test_whole_paragraphs_are_left_alone() -> None:
    pieces = [P("I. MỤC TIÊU"), P("Phục vụ tốt hơn;"), P("b) kịp thời."), P("tiếp nhận hồ sơ")]
    assert unbroken(pieces) == (pieces, [])
