"""How far tasks and plans have come."""

from datetime import date

import pytest

from cchc_desktop.domain.progress import Said, completion_words, is_done, last_said, said_of
from cchc_desktop.domain.reporting_period import preset_periods
from cchc_desktop.domain.result import Result, State
from cchc_desktop.domain.schedule import read_schedule

PERIODS = sorted(preset_periods(2027), key=lambda period: period.ends)


def result(key: str, **fields: str) -> Result:
    return Result(key, "t", f"{key}-2027", **fields)


def test_the_last_period_that_says_a_state_counts() -> None:
    results = [
        result("q3", text="không nói tình trạng"),
        result("h1", state=State.DONE, done_on="2027-05-04"),
        result("q1", state=State.UNDER_WAY),
    ]
    assert last_said(results, PERIODS)["t"] == (Said("", State.DONE, "", "2027-05-04"),)
    taken_back = [*results, result("year", state=State.UNDER_WAY, said_on="2027-12-01")]
    assert last_said(taken_back, PERIODS)["t"] == (Said("", State.UNDER_WAY),)


def test_a_recurring_task_is_done_with_its_last_occurrence() -> None:
    schedule = read_schedule("Quý II, IV", 2027)
    first, last = Said("2027-06-30", State.DONE), Said("2027-12-31", State.DONE)
    assert not is_done(schedule, 2027, [first])
    assert is_done(schedule, 2027, [first, last])
    assert said_of(schedule, 2027, [first]) == {date(2027, 6, 30): first}
    assert not is_done(schedule, 2027, [Said("", State.DONE)])  # said of another time's one


def test_a_task_with_one_result() -> None:
    schedule = read_schedule("Quý II", 2027)
    assert is_done(schedule, 2027, [Said("", State.DONE)])
    assert not is_done(schedule, 2027, [Said("", State.NOT_BEGUN)])
    assert not is_done(schedule, 2027, [])


@pytest.mark.parametrize(
    ("done", "tasks", "words"),
    [
        (31, 75, "hoàn thành 31/75 nhiệm vụ, đạt 41,33 %"),
        (1, 8, "hoàn thành 1/8 nhiệm vụ, đạt 12,50 %"),
        (1, 32, "hoàn thành 1/32 nhiệm vụ, đạt 3,13 %"),
        (5, 5, "hoàn thành 5/5 nhiệm vụ, đạt 100,00 %"),
        (0, 0, ""),
    ],
)
def test_completion_in_words(done: int, tasks: int, words: str) -> None:
    assert completion_words(done, tasks) == words


def test_the_day_of_a_report_is_not_the_day_of_the_work() -> None:
    results = [result("h1", state=State.DONE, said_on="2027-06-01")]
    assert last_said(results, PERIODS)["t"] == (Said("", State.DONE),)
