"""How deadlines stand on a day, and how rows do."""

from datetime import date

import pytest

from cchc_desktop.domain.schedule import read_schedule
from cchc_desktop.domain.timeline import TimelineItem, layout
from cchc_desktop.domain.timeline_standing import Standing, stand_on

TODAY = date(2027, 8, 30)


def row(text, today=TODAY, year=2027):
    item = TimelineItem("1", "Việc", "Văn phòng", read_schedule(text, year))
    (laid_out,) = layout([item], year, today).rows
    return laid_out


@pytest.mark.parametrize(
    ("first", "deadline", "standing", "words"),
    [
        (None, date(2027, 6, 30), Standing.OVERDUE, "quá hạn 61 ngày"),
        (None, date(2027, 8, 29), Standing.OVERDUE, "quá hạn 1 ngày"),
        (None, date(2027, 8, 30), Standing.AHEAD, "hạn hôm nay"),
        (None, date(2027, 9, 15), Standing.AHEAD, "còn 16 ngày"),
        (None, date(2027, 9, 29), Standing.AHEAD, "còn 30 ngày"),
        (None, date(2027, 9, 30), Standing.AHEAD, ""),
        (date(2027, 7, 1), date(2027, 9, 30), Standing.RUNNING, "đang trong hạn"),
        (date(2027, 8, 30), date(2027, 9, 15), Standing.RUNNING, "còn 16 ngày"),
        (date(2027, 8, 31), date(2027, 12, 31), Standing.AHEAD, ""),
        (date(2027, 1, 1), date(2027, 3, 31), Standing.OVERDUE, "quá hạn 152 ngày"),
    ],
)
def test_standing_and_its_words(first, deadline, standing, words):
    stand = stand_on(TODAY, deadline, first)
    assert stand is not None
    assert (stand.standing, stand.words) == (standing, words)


def test_each_period_stands_by_itself():
    first, third = row("Quý I, III").spans
    assert first.stand.overdue
    assert third.stand.standing is Standing.RUNNING


@pytest.mark.parametrize(
    ("text", "overdue"),
    [
        ("Quý II", True),
        ("Trước ngày 30/4", True),
        ("Hằng quý", True),
        ("Quý III", False),
        ("Thường xuyên", False),
        ("Sau khi tỉnh ban hành quy chế", False),
        ("Theo văn bản đề nghị", False),
        ("không rõ là bao giờ", False),
        ("", False),
        ("Quý IV/2028", False),
    ],
)
def test_only_past_deadlines_make_a_row_overdue(text, overdue):
    assert row(text).overdue is overdue


def test_a_block_is_late_after_its_own_deadline_not_after_its_end():
    text, day = "Quý I (chậm nhất ngày 15/4)", date(2027, 4, 10)
    schedule = read_schedule(text, 2027)
    assert schedule.spans
    assert date(2027, 4, 15) in schedule.due
    late = row(text, today=date(2027, 4, 16))
    assert late.overdue
    assert row("Quý I", today=day).overdue


@pytest.mark.parametrize("today", [date(2026, 12, 31), date(2028, 1, 1), None])
def test_a_plan_of_another_year_has_no_today_and_nothing_late(today):
    item = TimelineItem("1", "Việc", "", read_schedule("Quý I", 2027))
    timeline = layout([item], 2027, today)
    assert timeline.today is None
    assert not timeline.rows[0].overdue
    assert timeline.rows[0].stands == []


def test_today_stands_in_the_middle_of_its_day():
    today = layout([], 2027, date(2027, 9, 1)).today
    assert today.day == date(2027, 9, 1)
    assert today.at == pytest.approx(8 + 0.5 / 30)


@pytest.mark.parametrize(
    ("text", "empty"),
    [("", True), ("chưa rõ lúc nào", True), ("Quý I", False), ("Thường xuyên", False),
     ("Hằng tuần", False), ("Theo đề nghị", False), ("Quý I/2028", False)],
)  # fmt: skip
def test_rows_without_anything_to_draw(text, empty):
    assert row(text).empty is empty
