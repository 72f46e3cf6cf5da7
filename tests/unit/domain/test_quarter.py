from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.quarter import Quarter

quarters = st.builds(Quarter, st.integers(2000, 2100), st.integers(1, 4))


@pytest.mark.parametrize(
    ("month", "number"), [(1, 1), (3, 1), (4, 2), (6, 2), (7, 3), (9, 3), (10, 4), (12, 4)]
)
def test_of_a_day(month, number):
    assert Quarter.of(date(2024, month, 15)) == Quarter(2024, number)


@pytest.mark.parametrize(
    ("number", "first", "last"),
    [
        (1, date(2024, 1, 1), date(2024, 3, 31)),
        (2, date(2024, 4, 1), date(2024, 6, 30)),
        (3, date(2024, 7, 1), date(2024, 9, 30)),
        (4, date(2024, 10, 1), date(2024, 12, 31)),
    ],
)
def test_first_and_last_day(number, first, last):
    quarter = Quarter(2024, number)

    assert (quarter.first_day, quarter.last_day) == (first, last)
    assert (quarter.first_month, quarter.last_month) == (first.month, last.month)


def test_adding_crosses_years():
    assert Quarter(2023, 4) + 1 == Quarter(2024, 1)
    assert Quarter(2024, 1) + -1 == Quarter(2023, 4)
    assert Quarter(2024, 2) - Quarter(2023, 4) == 2


def test_order_is_by_year_then_number():
    assert Quarter(2023, 4) < Quarter(2024, 1) < Quarter(2024, 3)


def test_text_is_as_offices_write_it():
    assert str(Quarter(2024, 3)) == "Quý III/2024"


@pytest.mark.parametrize("number", [0, 5, -1])
def test_there_are_four(number):
    with pytest.raises(ValueError, match="no quarter"):
        Quarter(2024, number)


@given(quarters, st.integers(-400, 400))
def test_difference_undoes_sum(quarter, count):
    assert (quarter + count) - quarter == count


@given(quarters)
def test_a_quarter_holds_its_own_days(quarter):
    assert Quarter.of(quarter.first_day) == Quarter.of(quarter.last_day) == quarter
