"""What a period asks about tasks with the times that real plans have."""

from datetime import date

import pytest

from cchc_desktop.domain.asking import all_questions, questions
from cchc_desktop.domain.occurrences import due_days, occurrences
from cchc_desktop.domain.reporting_period import preset_periods
from cchc_desktop.domain.schedule import read_schedule

PERIODS = {period.key: period for period in preset_periods(2027)}
Q1, Q2, Q3, Q4 = "2027-03-31", "2027-06-30", "2027-09-30", "2027-12-31"


def asked(time: str, key: str, *done: str) -> list[tuple[str, bool]]:
    found = questions(read_schedule(time, 2027), PERIODS[key], done)
    return [(question.occurrence, question.now) for question in found]


@pytest.mark.parametrize(
    ("time", "key", "done", "expected"),
    [
        ("Quý I", "q1", (), [("", True)]),
        ("Quý I", "h1", ("",), []),
        ("Quý II", "q1", (), [("", False)]),
        ("Quý II", "q3", (), [("", True)]),
        ("Quý II, IV", "q1", (), [(Q2, False)]),
        ("Quý II, IV", "h1", (), [(Q2, True)]),
        ("Quý II, IV", "q3", (), [(Q2, True)]),  # left from the first half
        ("Quý II, IV", "q3", (Q2,), [(Q4, False)]),
        ("Quý II, IV", "year", (Q2,), [(Q4, True)]),
        ("Quý II, IV", "year", (Q2, Q4), []),
        ("Hằng quý", "q1", (), [(Q1, True)]),
        ("Hằng quý", "q3", (Q1,), [(Q2, True), (Q3, True)]),
        ("Hằng quý", "year", (Q1, Q2, Q3), [(Q4, True)]),
        ("Cả năm và hàng quý", "h1", (Q1,), [(Q2, True)]),
        ("Cả năm và hàng quý", "h1", (Q1, Q2), [("", True)]),
        ("Thường xuyên", "q1", (), [("", True)]),
        ("Thường xuyên", "q3", ("",), [("", True)]),
        ("Hằng tuần", "q3", ("",), [("", True)]),
        ("- Dự kiến tháng 10/2027\n- Thường xuyên", "q1", (), [("", True)]),
        ("Hằng năm", "q1", (), [("", True)]),
        ("Hằng năm", "h1", ("",), []),
        ("Sau khi tỉnh ban hành", "q1", (), [("", True)]),
        ("", "q1", (), [("", True)]),
        ("Bắt đầu từ ngày 01/7/2027", "q1", (), [("", False)]),
        ("Trước ngày 10/02/2027", "q1", (), [("", True)]),
    ],
)
def test_what_is_asked(time, key, done, expected) -> None:
    assert asked(time, key, *done) == expected


def test_the_deadline_of_what_is_asked() -> None:
    (one,) = questions(read_schedule("Quý I, chậm nhất 15/4", 2027), PERIODS["q1"])
    assert one.due == date(2027, 4, 15)
    lasting = read_schedule("- Dự kiến tháng 10/2027\n- Thường xuyên", 2027)
    (first,) = questions(lasting, PERIODS["year"])
    assert first.due == date(2027, 10, 31)
    (again,) = questions(lasting, PERIODS["year"], [""])
    assert again.due is None  # what had a deadline is done, the rest has none


def test_all_that_can_be_answered_says_what_has_come() -> None:
    found = all_questions(read_schedule("Hằng quý", 2027), PERIODS["h1"])
    assert [(q.occurrence, q.now) for q in found] == [
        (Q1, True),
        (Q2, True),
        (Q3, False),
        (Q4, False),
    ]


@pytest.mark.parametrize(
    ("time", "days"),
    [
        ("Hằng quý", [(3, 31), (6, 30), (9, 30), (12, 31)]),
        ("Ngày 06 tháng cuối quý", [(3, 6), (6, 6), (9, 6), (12, 6)]),
        ("Định kỳ 6 tháng, năm", [(6, 30), (12, 31)]),
        ("Quý II, IV", [(6, 30), (12, 31)]),
        ("Hằng năm", []),
        ("Quý I-II", []),
        ("Hằng tuần", []),
        ("Thường xuyên", []),
    ],
)
def test_occurrences_are_several_due_days(time, days) -> None:
    found = occurrences(read_schedule(time, 2027), 2027)
    assert [(day.month, day.day) for day in found] == days


def test_february_ends_on_its_own_last_day() -> None:
    days = due_days(read_schedule("Hằng tháng", 2028), 2028)
    assert (len(days), days[1]) == (12, date(2028, 2, 29))
