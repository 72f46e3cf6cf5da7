"""What the times of a task are counted in, and how some of them are named."""

import pytest

from cchc_desktop.domain.occurrences import occurrences, times_named, times_word
from cchc_desktop.domain.schedule import read_schedule


@pytest.mark.parametrize(
    ("time", "word", "first_three"),
    [
        ("Hằng tháng", "tháng", "tháng 1–3"),
        ("Ngày 20 hằng tháng", "tháng", "tháng 1–3"),
        ("Tháng 3, 6, 9, 12", "tháng", "tháng 3, 6, 9"),
        ("Hằng quý", "quý", "quý I–III"),
        ("Ngày 06 tháng cuối quý", "quý", "quý I–III"),
        ("Quý II, IV", "quý", "quý II, IV"),
        ("6 tháng, năm", "lần", "kỳ 30/6, 31/12"),
        ("Trước ngày 15/3, 15/6", "lần", "kỳ 14/3, 14/6"),
        ("Báo cáo quý I, 6 tháng, quý III, năm", "lần", "kỳ 31/3, 30/6, 30/9"),
        ("Ngày 25 tháng cuối quý; quý I/2028", "lần", "kỳ 25/3, 25/6, 25/9"),
    ],
)
def test_times_are_named_as_the_plan_has_them(time: str, word: str, first_three: str) -> None:
    schedule = read_schedule(time, 2027)
    assert times_word(schedule, 2027) == word
    assert times_named(word, occurrences(schedule, 2027)[:3]) == first_three
