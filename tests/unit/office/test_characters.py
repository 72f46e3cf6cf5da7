"""Characters of office files as plain text."""

import pytest

from cchc_desktop.office.characters import clean


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("Số: 05/KH\u2011SĐN", "Số: 05/KH-SĐN"),
        ("Quý\u00a0II", "Quý II"),
        ("th\u00adực hiện", "thực hiện"),
        ("Ke\u0302\u0301 hoạch", "Kế hoạch"),
    ],
)
def test_marks_that_only_lay_out_the_text_are_made_plain(typed: str, plain: str) -> None:
    assert clean(typed) == plain
