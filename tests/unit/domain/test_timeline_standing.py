"""How deadlines stand on a day, and how rows do."""

from datetime import date

import pytest

from cchc_desktop.domain.plan import Task
from cchc_desktop.domain.progress import NOTHING_SAID, Progress, Said
from cchc_desktop.domain.result import State, Timing
from cchc_desktop.domain.schedule import read_schedule
from cchc_desktop.domain.timeline import TimelineItem, layout, timeline_items
from cchc_desktop.domain.timeline_standing import Standing, stand_on
from cchc_desktop.domain.waiting import HappenedEvent

TODAY = date(2027, 8, 30)


def row(text, today=TODAY, year=2027, said=()):
    item = TimelineItem("1", "Việc", "Văn phòng", read_schedule(text, year), "t", tuple(said))
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


DUE = date(2027, 6, 30)
DONE, DOING = State.DONE, State.UNDER_WAY


@pytest.mark.parametrize(
    ("said", "deadline", "standing", "words"),
    [
        (Said("", DONE), DUE, Standing.DONE, "xong"),
        (Said("", DONE, done_on="2027-06-25"), DUE, Standing.DONE, "xong 25/6"),
        (Said("", DONE, done_on="2027-07-03"), DUE, Standing.DONE, "xong 3/7, muộn 3 ngày"),
        (Said("", DONE, Timing.IN_TIME, "2027-07-03"), DUE, Standing.DONE, "xong 3/7"),
        (Said("", DONE, Timing.LATE, "2027-06-03"), DUE, Standing.DONE, "xong 3/6, quá hạn"),
        (Said("", DONE, Timing.LATE), DUE, Standing.DONE, "xong, quá hạn"),
        (Said("", DOING), DUE, Standing.OVERDUE, "quá hạn 61 ngày"),
        (Said("", DOING), date(2027, 9, 15), Standing.RUNNING, "đang làm · còn 16 ngày"),
        (Said("", DOING), date(2027, 12, 31), Standing.RUNNING, "đang làm"),
        (Said("", State.NOT_BEGUN), date(2027, 12, 31), Standing.AHEAD, ""),
        (Said("", "", Timing.IN_TIME), DUE, Standing.RUNNING, "trong hạn"),
        (
            Said("", DOING, Timing.NO_DUE),
            date(2027, 9, 15),
            Standing.RUNNING,
            "đang làm, không hạn",
        ),
        (Said("", "", Timing.LATE), date(2027, 9, 15), Standing.OVERDUE, "quá hạn"),
        (Said("", "", Timing.LATE), DUE, Standing.OVERDUE, "quá hạn 61 ngày"),
    ],
)
def test_what_was_said_counts(said, deadline, standing, words):
    stand = stand_on(TODAY, deadline, said=said)
    assert stand is not None
    assert (stand.standing, stand.words) == (standing, words)


def test_done_is_known_without_a_day():
    stand = stand_on(None, DUE, said=Said("", DONE))
    assert stand is not None
    assert stand.done
    assert stand_on(None, DUE, said=Said("", DOING)) is None


def test_each_occurrence_is_done_by_itself():
    laid_out = row("Hằng quý", said=[Said("2027-03-31", DONE)])
    assert [mark.stand.standing for mark in laid_out.every] == [
        Standing.DONE,
        Standing.OVERDUE,
        Standing.AHEAD,
        Standing.AHEAD,
    ]
    assert (laid_out.overdue, laid_out.done) == (True, False)
    both = row("Quý I, III", said=[Said("2027-03-31", DONE), Said("2027-09-30", DONE)])
    assert [span.stand.done for span in both.spans] == [True, True]
    assert both.done


def test_a_deadline_after_its_block_is_done_with_it():
    done = row("Quý I (chậm nhất ngày 15/4)", said=[Said("", DONE)])
    assert done.spans[0].stand.done
    assert done.dues[0].stand.done
    assert not done.overdue


def test_what_is_done_waits_no_more():
    text = "Sau khi tỉnh ban hành quy chế"
    assert row(text).waits_for
    assert row(text, said=[Said("", DONE)]).waits_for == ""


def items(text, progress=NOTHING_SAID):
    return timeline_items([Task("t", "p", 1, time=text)], 2027, progress=progress)


def test_an_event_brings_its_deadline():
    event = HappenedEvent("e", "p", "sau khi tỉnh ban hành quy chế", "2027-05-12", "2027-06-30")
    progress = Progress({}, [event])
    (late,) = layout(items("Sau khi tỉnh ban hành quy chế", progress), 2027, TODAY).rows
    assert (late.waits_for, late.overdue) == ("", True)
    said = Progress({"t": (Said("", DONE),)}, [event])
    (done,) = layout(items("Sau khi tỉnh ban hành quy chế", said), 2027, TODAY).rows
    assert (done.done, done.overdue) == (True, False)
