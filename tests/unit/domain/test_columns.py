"""Columns: what they show of a task and what they write into it."""

import pytest

from cchc_desktop.domain.columns import SEVEN, SIX, STANDARD, column, columns_of, number_first
from cchc_desktop.domain.plan import Plan, Task

TASK = Task("t", "p", 1, "1.1", "98 %", "Rà soát", "Báo cáo", "VP", "HTQT", "Quý I")


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("number", "1.1"),
        ("goal", "98 %"),
        ("task", "Rà soát"),
        ("deliverable", "Báo cáo"),
        ("lead", "VP"),
        ("coordinating", "HTQT"),
        ("time", "Quý I"),
    ],
)
def test_a_standard_column_shows_and_writes_one_field(key: str, text: str) -> None:
    one = STANDARD[key]
    assert one.text(TASK) == text
    changed = one.reader(TASK, "mới")
    assert one.text(changed) == "mới"
    assert one.reader(changed, text) == TASK


def test_a_plans_own_column_keeps_the_others() -> None:
    cost, note = column("own:cost", "Kinh phí"), column("own:note", "Ghi chú")
    task = note.reader(cost.reader(TASK, "12 triệu"), "theo dự toán")
    assert (cost.text(task), note.text(task)) == ("12 triệu", "theo dự toán")
    assert cost.text(cost.reader(task, "")) == ""
    assert note.text(cost.reader(task, "")) == "theo dự toán"
    assert cost.text(TASK) == ""


def test_columns_follow_the_plan() -> None:
    plan = Plan("p", 2027, columns=(("time", "Hạn"), ("own:cost", "Kinh phí"), ("task", "Việc")))
    assert [(c.key, c.title) for c in columns_of(plan)] == [
        ("time", "Hạn"),
        ("own:cost", "Kinh phí"),
        ("task", "Việc"),
    ]
    assert columns_of(plan)[0].text(TASK) == "Quý I"


def test_seven_columns_without_a_choice() -> None:
    assert tuple((c.key, c.title) for c in columns_of(Plan("p", 2027))) == SEVEN


def test_the_area_column_is_a_heading() -> None:
    keys = [c.key for c in columns_of(Plan("p", 2020, columns=SIX))]
    assert keys == ["task", "deliverable", "lead", "coordinating", "time"]


def test_an_outline_has_the_number_first() -> None:
    own = columns_of(Plan("p", 2027, "CCHC", columns=(("task", "Việc"), ("number", "TT"))))
    assert [(one.key, one.title) for one in number_first(own)] == [
        ("number", "TT"),
        ("task", "Việc"),
    ]
    without = columns_of(Plan("p", 2027, "CCHC", columns=SIX))
    assert number_first(without) == (STANDARD["number"], *without)
