"""How results stand against deadlines."""

from datetime import date

import pytest

from cchc_desktop.domain.result import Result, State, Timing, timing_of, timing_words

DUE, TODAY = date(2027, 6, 30), date(2027, 8, 30)


def result(**fields: str) -> Result:
    return Result("r", "t", "p", **fields)


@pytest.mark.parametrize(
    ("said", "due", "today", "words"),
    [
        (None, None, TODAY, "không hạn"),
        (None, DUE, date(2027, 6, 30), "trong hạn"),
        (None, DUE, date(2027, 7, 1), "quá hạn 1 ngày"),
        (None, DUE, TODAY, "quá hạn 61 ngày"),
        (result(state=State.UNDER_WAY), DUE, TODAY, "quá hạn 61 ngày"),
        (result(state=State.DONE, done_on="2027-06-25"), DUE, TODAY, "trong hạn"),
        (result(state=State.DONE, done_on="2027-07-12"), DUE, TODAY, "quá hạn 12 ngày"),
        (
            result(state=State.DONE, said_on="2027-07-12"),
            DUE,
            TODAY,
            "quá hạn 12 ngày, tính đến ngày báo cáo",
        ),
        (result(state=State.DONE), DUE, TODAY, "trong hạn"),
        # a day of what is not finished says nothing
        (result(state=State.UNDER_WAY, said_on="2027-06-01"), DUE, TODAY, "quá hạn 61 ngày"),
        (result(timing=Timing.IN_TIME, timing_reason="gia hạn"), DUE, TODAY, "trong hạn"),
        (result(timing=Timing.LATE, timing_reason="trả lại"), DUE, DUE, "quá hạn"),
        (result(timing=Timing.LATE, timing_reason="trả lại"), None, DUE, "quá hạn"),
    ],
)
def test_timing_and_its_words(said, due, today, words) -> None:
    assert timing_words(said, due, today) == words
    assert words.startswith(timing_of(said, due, today).value)


def test_a_result_says_something_once_anything_was_answered() -> None:
    assert not result(said_by="Văn phòng", said_on="2027-06-30").says_something
    assert result(difficulty="Thiếu người").says_something
    assert result(state=State.NOT_BEGUN).says_something
    assert result(state=State.DONE).done
    assert not result(state=State.UNDER_WAY).done
