"""Deadlines that are not met yet."""

from datetime import date

from cchc_desktop.domain.agenda import Deadline, open_deadlines
from cchc_desktop.domain.progress import Said
from cchc_desktop.domain.result import State, Timing
from cchc_desktop.domain.schedule import read_schedule


def done(occurrence: str = "") -> Said:
    return Said(occurrence, State.DONE)


def due(time: str, *said: Said) -> list[tuple[date, str]]:
    open_ = open_deadlines(read_schedule(time, 2027), 2027, said)
    return [(each.due, each.occurrence) for each in open_]


def test_a_task_with_one_deadline_has_no_occurrence() -> None:
    assert due("Trước ngày 30/4/2027") == [(date(2027, 4, 29), "")]
    assert due("Trước ngày 30/4/2027", done()) == []
    assert due("Trước ngày 30/4/2027", Said("", State.UNDER_WAY)) == [(date(2027, 4, 29), "")]


def test_each_occurrence_is_finished_by_itself() -> None:
    assert due("Quý I, III", done("2027-03-31")) == [(date(2027, 9, 30), "2027-09-30")]
    assert len(due("Hằng quý", done())) == 4  # which one nobody knows


def test_nothing_is_due_without_a_deadline() -> None:
    assert due("Thường xuyên") == []
    assert due("Theo văn bản đề nghị") == []
    assert due("Hằng tuần") == []


def test_late_is_past_and_not_excused() -> None:
    deadline, today = Deadline(date(2027, 6, 30)), date(2027, 7, 1)
    assert not deadline.late(deadline.due)
    assert deadline.late(today)
    excused = Said("", State.UNDER_WAY, Timing.IN_TIME)
    assert not Deadline(deadline.due, "", excused).late(today)


def test_what_the_clerk_holds_to_be_late_is_late() -> None:
    early = Deadline(date(2027, 6, 30), "", Said("", State.UNDER_WAY, Timing.LATE))
    assert early.late(date(2027, 6, 20))
    assert not early.near(date(2027, 6, 20))


def test_near_is_from_thirty_days_before_to_the_day_itself() -> None:
    deadline = Deadline(date(2027, 6, 30))
    near = [day for day in range(1, 31) if deadline.near(date(2027, 6, day))]
    assert near == [*range(1, 31)]
    assert deadline.near(date(2027, 5, 31))
    assert not deadline.near(date(2027, 5, 30))
    assert not deadline.near(date(2027, 7, 1))
