"""The plan's rows and what stands over each task."""

import pytest

from cchc_desktop.domain.errors import RefusedChange
from cchc_desktop.domain.plan import (
    Area,
    Group,
    PlacedTask,
    Plan,
    Row,
    Section,
    Task,
    heading_text,
    new_id,
    placed,
)

AREA = Area("a1", "p", 1, "II", "Cải cách thủ tục hành chính")
OTHER_AREA = Area("a2", "p", 6, "III", "Cải cách tổ chức bộ máy")
GROUP = Group("g1", "p", 2, "1", "Kiểm soát thủ tục")


def task(id_: str, goal: str = "") -> Task:
    return Task(id_, "p", int(id_), goal=goal)


def test_tasks_stand_under_their_headings() -> None:
    rows: list[Row] = [task("0"), AREA, task("1"), GROUP, task("3"), OTHER_AREA, task("7")]
    assert list(placed(rows)) == [
        PlacedTask(task("0"), None, None, goal_continues=False),
        PlacedTask(task("1"), AREA, None, goal_continues=False),
        PlacedTask(task("3"), AREA, GROUP, goal_continues=False),
        PlacedTask(task("7"), OTHER_AREA, None, goal_continues=False),
    ]


@pytest.mark.parametrize(
    ("rows", "continues"),
    [
        ([task("1", "98 %"), task("2", "98 %"), task("3", "98 %")], [False, True, True]),
        ([task("1", "98 %"), task("2", "100 %"), task("3", "98 %")], [False, False, False]),
        ([task("1"), task("2")], [False, False]),  # two empty goals are not one
        ([task("1", "98 %"), GROUP, task("3", "98 %")], [False, False]),
        ([task("1", "98 %"), AREA, task("3", "98 %")], [False, False]),
    ],
)
def test_a_goal_goes_on_only_from_the_row_above(rows: list[Row], continues: list[bool]) -> None:
    assert [place.goal_continues for place in placed(rows)] == continues


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        (AREA, "II. Cải cách thủ tục hành chính"),
        (Group("g", "p", 1, "", "Kiểm soát thủ tục"), "Kiểm soát thủ tục"),
        (Section("s", "p", 1, number="IV"), "IV"),
        (None, ""),
    ],
)
def test_heading_text(heading: Area | Group | Section | None, text: str) -> None:
    assert heading_text(heading) == text


@pytest.mark.parametrize("year", [1999, 2101, 0])
def test_an_impossible_year_is_refused(year: int) -> None:
    with pytest.raises(RefusedChange, match=f"Năm {year} không hợp lệ"):
        Plan("p", year)


@pytest.mark.parametrize("year", [2000, 2027, 2100])
def test_a_possible_year_is_taken(year: int) -> None:
    assert Plan("p", year).year == year


def test_ids_differ() -> None:
    assert len({new_id() for _ in range(100)}) == 100
