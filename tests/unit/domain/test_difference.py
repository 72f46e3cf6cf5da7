"""Two wordings compared word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.difference import Places, differences, woven


def words(text: str, places: Places) -> list[str]:
    return [text[start:end] for start, end in places]


@pytest.mark.parametrize(
    ("old", "new", "gone", "come"),
    [
        ("Giảm 5 % giấy in", "Giảm 8 % giấy in", ["5"], ["8"]),
        ("Đã rà soát 14 thủ tục", "Đã rà soát 12 thủ tục, còn 02", ["14"], ["12", ", còn 02"]),
        ("", "Đã mở 02 lớp", [], ["Đã mở 02 lớp"]),
        ("Đã mở lớp", "", ["Đã mở lớp"], []),
        ("như cũ", "như cũ", [], []),
        ("một hai ba", "bốn năm sáu", ["một hai ba"], ["bốn năm sáu"]),
        ("dòng một\ndòng hai", "dòng một\ndòng ba", ["hai"], ["ba"]),
    ],
)
def test_what_went_and_what_came(old: str, new: str, gone: list[str], come: list[str]) -> None:
    before, after = differences(old, new)
    assert words(old, before) == gone
    assert words(new, after) == come


def test_long_texts_are_not_compared_word_by_word() -> None:
    long = "từ " * 5_000
    assert differences(long, long + "x") == (((0, len(long)),), ((0, len(long) + 1),))


@given(st.text(alphabet="ab ,\n", max_size=40), st.text(alphabet="ab ,\n", max_size=40))
def test_what_is_left_on_both_sides_is_the_same(old: str, new: str) -> None:
    def kept(text: str, places: Places) -> str:
        inside = {n for start, end in places for n in range(start, end)}
        return "".join(char for n, char in enumerate(text) if n not in inside)

    gone, come = differences(old, new)
    assert "".join(kept(old, gone).split()) == "".join(kept(new, come).split())


@pytest.mark.parametrize(
    ("old", "new", "both", "gone", "come"),
    [
        ("có 182 hồ sơ", "có 196 hồ sơ", "có 182 196 hồ sơ", ["182"], ["196"]),
        ("có hồ sơ", "có 02 hồ sơ", "có 02 hồ sơ", [], [" 02"]),
        ("", "- Mới", "- Mới", [], ["- Mới"]),
        ("như cũ", "như cũ", "như cũ", [], []),
    ],
)
def test_both_wordings_in_one(
    old: str, new: str, both: str, gone: list[str], come: list[str]
) -> None:
    text, went, came = woven(old, new)
    assert (text, words(text, went), words(text, came)) == (both, gone, come)
