"""Numbers of rows: plans keep the style they are in, and what comes and goes is numbered in it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.plan import Area, Group, Plan, Row, Task
from cchc_desktop.domain.row_numbers import number_all, renumbered
from cchc_desktop.intake.plan_intake import propose_plan
from cchc_desktop.office.reader import read_office_file
from cchc_desktop.services.sample import sample_change


def plan_of(*lines: str) -> list[Row]:
    """Rows as "A I", "G 1", "T 1.1"; a task's goal after "/", "=" for the one above."""
    rows: list[Row] = []
    for n, line in enumerate(lines):
        kind, _, rest = line.partition(" ")
        number, _, goal = rest.partition("/")
        match kind:
            case "A":
                rows.append(Area(f"r{n}", "p", n, number))
            case "G":
                rows.append(Group(f"r{n}", "p", n, number))
            case _:
                above = rows[-1].goal if goal == "=" else goal  # type: ignore[union-attr]
                rows.append(Task(f"r{n}", "p", n, number, above))
    return rows


def numbers(rows: Sequence[Row]) -> list[str]:
    return [row.number for row in rows]


STYLES = {
    "I, 1, 1.1": "A I;T 1/a;T /=;T 2;A II;G 1;T 1.1;T 1.2;G 2;T 2.1;A III;T 1",
    "A, I, 1": "A A;A I;T 1;T 2;A II;T 1;A B;A I;T 1;A II;T 1;T 2;A C;A I;T 1;T 2",
    "A, I, 1 with groups": "A A;G I;T 1;T 2;G II;T 1;A B;G I;T 1;T 2;G II;T 1;T 2",
    "parts, areas that go on": "A A;A I;T 1;T 2;A II;T 1;A B;A III;T 1;T 2;A IV;T 1;T 2",
    "II.1": "A I;T I.1;T I.2;A II;T II.1;T II.2",
    "II.1, II.1.1": "A I;G I.1;T I.1.1;T I.1.2;A II;G II.1;T II.1.1;G II.2;T II.2.1;T II.2.2",
    "figures of areas": "A I;T 1.1;T 1.2;A II;T 2.1;T 2.2;A III;T 3.1",
    "figures of areas and groups": "A I;G 1;T 1.1.1;T 1.1.2;A II;G 1;T 2.1.1;G 2;T 2.2.1;T 2.2.2",
    "tasks go on": "A I;T 1;T 2;A II;G 1;T 3;G 2;T 4;T 5;A III;T 6",
    "tasks go on in an area": "A I;G 1;T 1;T 2;G 2;T 3;A II;G 1;T 1;G 2;T 2;T 3",
    "groups go on": "A I;G 1;T 1.1;G 2;T 2.1;T 2.2;A II;G 3;T 3.1;T 3.2;G 4;T 4.1",
    "areas in figures": "A 1;T 1.1;T 1.2;A 2;G 2.1;T 2.1.1;T 2.1.2",
    "second task of a goal numbered": "A I;T 1/a;T 2/=;T 3;A II;T 1/b;T 2/=",
    "lone tasks blank": "A I;T ;A II;T 1;T 2;A III;T ",
    "letters": "A I;T a);T b);T c);T d);T đ);T e);A II;T a);T b)",
    "padded": "A I;T 01;T 02;T 03;T 04;T 05;T 06;T 07;T 08;T 09;T 10;A II;T 01;T 02",
    "brackets": "A I;T (1);T (2);A II;T (1);T (2)",
    "no headings": "T 1;T 2;T 3;T 4;T 5;T 6;T 7;T 8;T 9;T 10;T 11",
    "headings only": "A I;T ;T ;A II;T ;T ;A III;G 1;T ;T ",
    "none": "A ;T ;T ;A ;G ;T ;T ",
}
PLANS = {name: plan_of(*style.split(";")) for name, style in STYLES.items()}
WITHOUT_NUMBERS = {"headings only", "none"}


@pytest.mark.parametrize("name", [name for name in PLANS if name not in WITHOUT_NUMBERS])
def test_plan_in_a_style_has_the_numbers_of_that_style(name: str) -> None:
    rows = PLANS[name]
    assert numbers(number_all(rows)) == numbers(rows)
    assert number_all(rows) == rows


INSERTED = [
    ("I, 1, 1.1", 4, Task, "I 1 '' 2 3 II 1 1.1 1.2 2 2.1 III 1"),
    ("I, 1, 1.1", 1, Area, "I II 1 '' 2 III 1 1.1 1.2 2 2.1 IV 1"),
    ("I, 1, 1.1", 5, Group, "I 1 '' 2 II 1 2 2.1 2.2 3 3.1 III 1"),
    ("A, I, 1", 4, Area, "A I 1 2 II III 1 B I 1 II 1 2 C I 1 2"),
    ("parts, areas that go on", 4, Area, "A I 1 2 II III 1 B IV 1 2 V 1 2"),
    ("II.1", 1, Area, "I II II.1 II.2 III III.1 III.2"),
    ("figures of areas", 1, Area, "I II 2.1 2.2 III 3.1 3.2 IV 4.1"),
    ("tasks go on", 1, Task, "I 1 2 3 II 1 4 2 5 6 III 7"),
    ("letters", 2, Task, "I a) b) c) d) đ) e) g) II a) b)"),
    ("padded", 1, Task, "I 01 02 03 04 05 06 07 08 09 10 11 II 01 02"),
    ("lone tasks blank", 2, Task, "I 1 2 II 1 2 III ''"),
    ("no headings", 9, Task, "1 2 3 4 5 6 7 8 9 10 11 12"),
    ("headings only", 2, Task, "I '' '' '' II '' '' III 1 '' ''"),
    ("headings only", 3, Area, "I '' '' II III '' '' IV 1 '' ''"),
    ("none", 2, Task, "'' '' '' '' '' '' '' ''"),
]


@pytest.mark.parametrize(("name", "index", "kind", "result"), INSERTED)
def test_row_put_in(name: str, index: int, kind: type[Row], result: str) -> None:
    rows = PLANS[name]
    after = renumbered([*rows[:index], kind("new", "p", 0), *rows[index:]], rows)
    assert " ".join(number or "''" for number in numbers(after)) == result


def test_clerks_own_numbers_stay_and_counting_goes_on_from_them() -> None:
    rows = plan_of("A I", "T 1", "T 1a", "T 2", "T *", "T 7", "T 8", "A Phần", "T 1", "T 2")
    after = renumbered([rows[0], Task("new", "p", 0), *rows[1:]], rows)
    assert numbers(after) == ["I", "1", "2", "1a", "3", "*", "7", "8", "Phần", "1", "2"]


def test_rows_without_any_style_are_left_alone() -> None:
    rows = plan_of("A I", "T 5", "T x", "T 31", "T 7a")
    after = renumbered([*rows, Task("new", "p", 0)], rows)
    assert numbers(after) == ["I", "5", "x", "31", "7a", ""]


def test_numbers_are_texts() -> None:
    rows = plan_of("A I", *(f"T I.{n}" for n in range(1, 11)))
    assert numbers(renumbered([*rows, Task("new", "p", 0)], rows))[-2:] == ["I.10", "I.11"]


def test_empty_plan_begins_in_the_standard_style() -> None:
    rows = plan_of("A ", "T ", "G ", "T /a", "T /=", "T ", "A ")
    assert numbers(number_all(rows)) == ["I", "1", "1", "1.1", "", "1.2", "II"]
    assert number_all([]) == []


plans = st.sampled_from([PLANS[name] for name in PLANS if name != "lone tasks blank"])
kinds = st.sampled_from([Area, Group, Task])


def test_tasks_that_go_on_do_so_where_few_of_them_show_it() -> None:
    rows = plan_of("A I", "T 1", "T 2", "A II", "G 1", "T 3", "A III", "G 1", "T 4")
    after = renumbered([row for row in rows if row.id != "r7"], rows)
    assert numbers(after)[-2:] == ["III", "4"]


@given(plans, st.data())
def test_taking_away_what_was_put_in_gives_the_old_numbers_back(
    rows: list[Row], data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, len(rows)))
    new = data.draw(kinds)("new", "p", 0)
    with_new = renumbered([*rows[:index], new, *rows[index:]], rows)
    assert renumbered(with_new, with_new) == with_new
    assert renumbered([row for row in with_new if row.id != "new"], with_new) == rows


marks = st.sampled_from(["", "1", "2", "3", "1.1", "1.2", "2.1", "I", "II", "A", "B", "a)", "*"])
any_rows = st.lists(st.tuples(kinds, marks, st.sampled_from(["", "x", "y"])), max_size=12)


@given(any_rows)
def test_any_numbers_are_kept(drawn: list[tuple[type[Row], str, str]]) -> None:
    rows = [
        Task(f"r{n}", "p", n, number, goal) if kind is Task else kind(f"r{n}", "p", n, number)
        for n, (kind, number, goal) in enumerate(drawn)
    ]
    assert renumbered(rows, rows) == rows


@given(plans, marks, st.data())
def test_numbering_all_rows_settles(rows: list[Row], mark: str, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(rows) - 1))
    once = number_all([*rows[:index], replace(rows[index], number=mark), *rows[index + 1 :]])
    assert number_all(once) == once


@pytest.mark.parametrize("name", ["binhdinh2020_plan.docx", "dongnai2024_sample.docx"])
def test_real_plans_stay_as_they_are(shared_data: Path, name: str) -> None:
    proposal = propose_plan(read_office_file(shared_data / name), 2024)
    rows = [item.edit.after for item in proposal.items if isinstance(item.edit.after, Row)]
    assert number_all(rows) == renumbered(rows, rows) == rows


@pytest.mark.parametrize("six_columns", [True, False])
def test_sample_stays_as_it_is(six_columns: bool) -> None:
    edits = sample_change(six_columns=six_columns).edits
    assert any(isinstance(edit.after, Plan) for edit in edits)
    rows = [edit.after for edit in edits if isinstance(edit.after, Row)]
    assert number_all(rows) == renumbered(rows, rows) == rows
