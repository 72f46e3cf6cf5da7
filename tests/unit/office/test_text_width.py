"""Widths of Times New Roman and how texts fall into lines."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.office.text_width import (
    line_count,
    text_width,
    wrapped_lines,
)

VIETNAMESE = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ"
WORDS = st.lists(st.sampled_from(["rà", "soát", "thủ", "tục", "nghiệp", "X" * 30]), min_size=1)


@pytest.mark.parametrize(
    ("text", "size", "face", "expected"),
    [
        ("", 14, "regular", 0),
        ("0000", 12, "regular", 24),  # a figure is half an em
        ("Độc lập - Tự do - Hạnh phúc", 14, "bold", 171.4),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, "bold", 271.2),
        ("An Đông, ngày 15 tháng 01 năm 2027", 14, "italic", 213.9),
    ],
)
def test_widths_are_those_of_the_font(text, size, face, expected):
    assert text_width(text, size, face) == pytest.approx(expected, abs=0.1)


@pytest.mark.parametrize("face", ["regular", "bold", "italic"])
def test_every_vietnamese_letter_has_the_width_of_its_base(face):
    base = {"ă": "a", "â": "a", "ê": "e", "ô": "o"}
    for letter in VIETNAMESE + VIETNAMESE.upper():
        assert text_width(letter, 14, face) > 3, letter
    for letter, plain in base.items():
        assert text_width(letter, 14, face) == text_width(plain, 14, face)


def test_an_unknown_character_counts_half_an_em():
    assert text_width("漢", 12) == 6


def test_lines_are_filled_at_blanks_and_keep_line_ends():
    width = text_width("Rà soát thủ", 12) + 0.1
    assert wrapped_lines("Rà soát thủ tục\n- Phòng", width, 12) == ["Rà soát thủ", "tục", "- Phòng"]


def test_a_word_wider_than_the_column_is_broken():
    lines = wrapped_lines("a " + "m" * 20, 50, 12)
    assert "".join(lines) == "a" + "m" * 20
    assert all(text_width(line, 12) <= 50 for line in lines)


@pytest.mark.parametrize("text", ["", "\n", "x"])
def test_an_empty_line_takes_room_too(text):
    assert line_count(text, 100, 12) == text.count("\n") + 1


@settings(deadline=None)
@given(WORDS, st.floats(20, 400))
def test_no_word_is_lost_and_no_line_too_wide(words, width):
    lines = wrapped_lines(" ".join(words), width, 12)
    assert "".join(lines).replace(" ", "") == "".join(words)
    assert all(text_width(line, 12) <= width for line in lines)


@given(st.lists(WORDS.map(" ".join), min_size=1).map("\n".join), st.floats(5, 300))
@settings(deadline=None)
def test_line_count_counts_the_lines(text, width):
    assert line_count(text, width, 12) == len(wrapped_lines(text, width, 12))
