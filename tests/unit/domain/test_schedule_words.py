"""What was understood of a time, in two short lines."""

import pytest

from cchc_desktop.domain.schedule import read_schedule
from cchc_desktop.domain.schedule_words import schedule_words


@pytest.mark.parametrize(
    ("text", "covers", "due"),
    [
        ("Quý III&IV", "1/7–30/9 · 1/10–31/12", "30/9/2027 và 31/12/2027"),
        ("Trước ngày 14/03/2027", "", "13/3/2027"),
        ("Thường xuyên", "thường xuyên, không có hạn", ""),
        ("Cả năm", "cả năm, không có hạn", ""),
        (
            "Hằng quý",
            "hằng quý",
            "31/3/2027, 30/6/2027, 30/9/2027 và 31/12/2027",
        ),
        ("Sau khi UBND tỉnh ban hành Quy chế", "chờ: UBND tỉnh ban hành Quy chế", ""),
        ("", "", ""),
    ],
)
def test_two_lines(text: str, covers: str, due: str) -> None:
    assert schedule_words(read_schedule(text, 2027)) == (covers, due)


def test_many_deadlines_are_counted() -> None:
    _, due = schedule_words(read_schedule("Hằng tháng", 2027))
    assert due.endswith("và 8 hạn nữa")
    assert due.startswith("31/1/2027, 28/2/2027")
