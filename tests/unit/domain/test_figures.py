"""Figures held against those of an earlier period, in words."""

import pytest

from cchc_desktop.domain.figures import change_words


@pytest.mark.parametrize(
    ("value", "before", "shares", "words"),
    [
        ("196", "182", False, "tăng 7,69 %"),
        ("182", "196", False, "giảm 7,14 %"),
        ("1.250", "1.000", False, "tăng 25 %"),
        ("5.000", "2", False, "tăng 249.900 %"),
        ("63,78 %", "58 %", True, "tăng 5,78 điểm phần trăm"),
        ("58", "63,78", True, "giảm 5,78 điểm phần trăm"),
        ("98,4", "98,40 %", True, "bằng"),
        ("0", "12", False, "giảm 100 %"),
        ("0", "0", False, "bằng"),
        ("12", "0", False, ""),
        ("100.001", "100.000", False, ""),
        ("đã xong", "12", False, ""),
        ("12", "", False, ""),
    ],
)
def test_how_a_figure_differs_from_an_earlier_one(
    value: str, before: str, shares: bool, words: str
) -> None:
    assert change_words(value, before, shares=shares) == words
