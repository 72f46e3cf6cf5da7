"""The task table with its own columns, headings and merged cells."""

import pytest

from cchc_desktop.documents.plan_table import plan_table
from cchc_desktop.domain.columns import SEVEN, SIX
from cchc_desktop.domain.content import nothing_covered, row_slots, spans_of
from cchc_desktop.domain.plan import Area, Group, Plan, Task

FIRST, SECOND = Area("a1", "p", 1, "I", "Thể chế"), Area("a2", "p", 5, "II", "Thủ tục")
G1, G2 = Group("g1", "p", 6, "1", "Kiểm soát"), Group("g2", "p", 9, "2", "Một cửa")


def task(number="", text="việc", goal="", **parts):
    return Task("t", "p", 2, number, goal, text, **parts)


def shape(rows, columns=SEVEN):
    """Each row as (text, columns, rows) of its cells, plain empty cells left out."""
    table = plan_table(Plan("p", 2027, columns=columns), rows)
    covered = nothing_covered(len(table.widths))
    for row in (*table.head, *table.rows):
        _, covered = row_slots(spans_of(row), covered)  # fails where spans don't add up
    assert not any(below for _, below in covered)
    return [
        [(cell.text, cell.columns, cell.rows) for cell in row if cell != ("", cell.style, 1, 1)]
        for row in table.rows
    ]


def test_the_plan_keeps_its_own_columns_order_and_titles():
    columns = (("time", "Thời hạn"), ("task", "Nội dung"), ("own:cost", "Kinh phí (triệu đồng)"))
    rows = [task("1", time="Quý I", own=(("own:cost", "20"),))]
    table = plan_table(Plan("p", 2027, columns=columns), rows)
    assert [cell.text for cell in table.head[0]] == [
        "Thời hạn",
        "Nội dung",
        "Kinh phí (triệu đồng)",
    ]
    assert [cell.text for cell in table.rows[0]] == ["Quý I", "1. việc", "20"]


def test_a_column_in_which_nothing_stands_gives_half_of_its_width_away():
    rows = [FIRST, task("1", "a"), task("2", "b", goal="G")]
    full = plan_table(Plan("p", 2027), rows).widths
    empty = plan_table(Plan("p", 2027), rows[:2]).widths
    assert full[1] == 2 * empty[1]
    assert full[2] == empty[2]


def test_areas_and_groups_head_the_whole_width():
    assert shape([FIRST, task("1"), SECOND, G1, task("1.1")]) == [
        [("I. Thể chế", 7, 1)],
        [("1", 1, 1), ("việc", 1, 1)],
        [("II. Thủ tục", 7, 1)],
        [("1. Kiểm soát", 7, 1)],
        [("1.1", 1, 1), ("việc", 1, 1)],
    ]


def test_a_goal_reaches_over_its_tasks_and_so_does_its_number():
    rows = [
        FIRST,
        task("1", "a", "G"),
        task("", "b", "G"),
        task("2", "c", "G"),
        task("3", "d", "H"),
    ]
    assert shape(rows)[1:] == [
        [("1", 1, 2), ("G", 1, 3), ("a", 1, 1)],
        [("b", 1, 1)],
        [("2", 1, 1), ("c", 1, 1)],
        [("3", 1, 1), ("H", 1, 1), ("d", 1, 1)],
    ]


def test_a_goal_ends_with_its_area_and_group():
    rows = [FIRST, task("1", "a", "G"), SECOND, G1, task("1", "b", "G"), G2, task("2", "c", "G")]
    assert all(cell[2] == 1 for row in shape(rows) for cell in row)


def test_empty_goals_are_not_merged():
    assert all(cell[2] == 1 for row in shape([task("", "a"), task("", "b")]) for cell in row)


def test_an_area_at_the_side_reaches_over_its_tasks():
    assert shape([FIRST, task("1", "a"), task("2", "b"), SECOND, task("", "c")], SIX) == [
        [("I. Thể chế", 1, 2), ("1. a", 1, 1)],
        [("2. b", 1, 1)],
        [("II. Thủ tục", 1, 1), ("c", 1, 1)],
    ]


def test_a_group_row_stands_beside_the_area():
    assert shape([FIRST, G1, task("1", "a"), G2, task("2", "b")], SIX) == [
        [("I. Thể chế", 1, 4), ("1. Kiểm soát", 5, 1)],
        [("1. a", 1, 1)],
        [("2. Một cửa", 5, 1)],
        [("2. b", 1, 1)],
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([FIRST, SECOND, task("1", "a")], ["I. Thể chế", "II. Thủ tục", "1. a"]),
        ([FIRST, task("1", "a"), SECOND], ["I. Thể chế", "1. a", "II. Thủ tục"]),
        ([task("1", "a"), FIRST], ["1. a", "I. Thể chế"]),
    ],
)
def test_an_area_without_tasks_is_not_lost(rows, expected):
    assert [cell[0] for row in shape(rows, SIX) for cell in row] == expected


def test_groups_at_the_side():
    columns = (("area", "Lĩnh vực"), ("group", "Nhóm"), ("task", "Việc"))
    assert shape(
        [FIRST, G1, task("1", "a"), task("2", "b"), G2, SECOND, task("1", "c")], columns
    ) == [
        [("I. Thể chế", 1, 3), ("1. Kiểm soát", 1, 2), ("1. a", 1, 1)],
        [("2. b", 1, 1)],
        [("2. Một cửa", 1, 1)],
        [("II. Thủ tục", 1, 1), ("1. c", 1, 1)],
    ]
