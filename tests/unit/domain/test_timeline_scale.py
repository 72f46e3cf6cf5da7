"""The year as columns that open and close."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.timeline_scale import ALL_OPEN, CLOSED, Scale, this_quarter

SCALES = st.frozensets(st.integers(1, 4)).map(Scale)


def test_closed_quarters_are_one_column_and_open_ones_three():
    words = [column.words for column in Scale(frozenset({2})).columns]
    assert words == ["tháng 1–3", "Tháng 4", "Tháng 5", "Tháng 6", "tháng 7–9", "tháng 10–12"]
    assert len(CLOSED.columns) == 4
    assert len(ALL_OPEN.columns) == 12


def test_a_closed_quarter_is_wider_than_a_month():
    closed, month = Scale(frozenset({2})).columns[:2]
    assert closed.width / month.width == pytest.approx(140 / 105)


def test_heads_stand_over_their_columns():
    heads = Scale(frozenset({3})).quarters
    assert [(head.words, head.open) for head in heads] == [
        ("Quý I", False), ("Quý II", False), ("Quý III", True), ("Quý IV", False)
    ]  # fmt: skip
    assert heads[2].width == pytest.approx(3 * heads[0].width * 105 / 140)


def test_opening_again_closes():
    assert CLOSED.toggled(1).open == {1}
    assert CLOSED.toggled(1).toggled(1) == CLOSED
    assert this_quarter(date(2027, 8, 30)).open == {3}


@given(SCALES)
def test_columns_fill_the_strip_without_gaps(scale):
    for one, other in pairwise(scale.columns):
        assert other.left == pytest.approx(one.left + one.width)
        assert other.month == one.month + one.months
    last = scale.columns[-1]
    assert last.left + last.width == pytest.approx(1)
    assert sum(head.width for head in scale.quarters) == pytest.approx(1)


@given(SCALES, st.floats(0, 12), st.floats(0, 12))
def test_later_days_stand_further_right(scale, one, other):
    one, other = sorted((one, other))
    assert scale.share(one) <= scale.share(other)


@given(SCALES)
def test_months_begin_where_their_columns_do(scale):
    assert scale.share(0) == 0
    assert scale.share(12) == pytest.approx(1)
    for column in scale.columns:
        assert scale.share(column.month) == pytest.approx(column.left)
