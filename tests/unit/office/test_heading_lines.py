"""Where a heading of several lines is broken."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.office.heading_lines import balanced_width
from cchc_desktop.office.text_width import line_count, text_width, wrapped_lines

WORDS = st.lists(st.sampled_from(["rà", "soát", "thủ", "tục", "nghiệp", "X" * 30]), min_size=1)


@settings(deadline=None)
@given(WORDS, st.floats(60, 400))
def test_a_balanced_column_takes_no_more_lines(words, width):
    text = " ".join(words)
    narrow = balanced_width(text, width, 12)
    assert narrow <= width
    assert line_count(text, narrow, 12) <= line_count(text, width, 12)


def test_balanced_lines_are_of_nearly_equal_length():
    text = "Cải cách hành chính và nâng cao chất lượng phục vụ người dân của Sở Ngoại vụ năm 2027"
    lines = wrapped_lines(text, balanced_width(text, 460, 14, "bold"), 14, "bold")
    short, long = sorted(text_width(line, 14, "bold") for line in lines)
    assert short > 0.85 * long


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", 190, ["SỞ VĂN HÓA, THỂ THAO", "VÀ DU LỊCH"]),
        (
            "BAN QUẢN LÝ KHU KINH TẾ VÀ CÁC KHU CÔNG NGHIỆP",
            190,
            ["BAN QUẢN LÝ KHU KINH TẾ", "VÀ CÁC KHU CÔNG NGHIỆP"],
        ),
        ("SỞ NỘI VỤ TỈNH AN", 110, ["SỞ NỘI VỤ", "TỈNH AN"]),
        ("SỞ KHOA HỌC CÔNG NGHỆ TỈNH", 170, ["SỞ KHOA HỌC", "CÔNG NGHỆ TỈNH"]),  # not "TỈNH" alone
    ],
)
def test_balanced_lines_keep_phrases_whole(text, width, lines):
    assert wrapped_lines(text, balanced_width(text, width, 13, "bold"), 13, "bold") == lines


@pytest.mark.parametrize("width", [44, 50, 60])
def test_a_balanced_column_breaks_no_word_that_had_room(width):
    narrow = balanced_width("Kết quả/Sản phẩm", width, 12, "bold")
    assert wrapped_lines("Kết quả/Sản phẩm", narrow, 12, "bold") == ["Kết", "quả/Sản", "phẩm"]
