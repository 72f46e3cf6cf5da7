"""Where schedules stand in the months of a year."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.domain.schedule import Schedule
from cchc_desktop.domain.timeline import Heading, Span, TimelineItem, layout

YEAR = 2027
DAYS = st.dates(date(2025, 1, 1), date(2029, 12, 31))


def row(**parts):
    item = TimelineItem("1", "Việc", "Văn phòng", Schedule("", **parts))
    (laid_out,) = layout([item], YEAR).rows
    return laid_out


def days(marks):
    return [mark.day for mark in marks]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2027, 1, 1), date(2027, 3, 31), (0, 3)),
        (date(2027, 4, 1), date(2027, 6, 30), (3, 6)),
        (date(2027, 2, 15), date(2027, 2, 28), (1.5, 2)),
        (date(2026, 10, 1), date(2027, 1, 31), (0, 1)),
        (date(2027, 12, 1), date(2028, 3, 31), (11, 12)),
        (date(2021, 1, 1), date(2030, 12, 31), (0, 12)),
    ],
)
def test_spans_stand_in_months_and_are_cut_at_the_year(first, last, expected):
    (span,) = row(spans=((first, last),)).spans
    assert (span.start, span.end) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("span", "months"),
    [
        ((0, 3), [0, 1, 2]),
        ((1.5, 2), [1]),
        ((1.5, 2.1), [1, 2]),
        ((11.9, 12), [11]),
    ],
)
def test_months_that_a_span_touches(span, months):
    assert list(Span(*span, date(2027, 1, 1), date(2027, 12, 31)).months) == months


def test_spans_of_other_years_are_left_out():
    assert row(spans=((date(2026, 1, 1), date(2026, 12, 31)),)).spans == ()


def test_listed_periods_are_blocks_of_their_own():
    spans = ((date(2027, 4, 1), date(2027, 6, 30)), (date(2027, 10, 1), date(2027, 12, 31)))
    assert [span[:2] for span in row(spans=spans).spans] == [(3, 6), (9, 12)]


def test_deadlines_are_marks_and_those_elsewhere_are_told():
    laid_out = row(due=(date(2027, 3, 14), date(2028, 12, 31)), expected=(date(2027, 2, 1),))
    assert days(laid_out.dues) == [date(2027, 3, 14)]
    assert laid_out.dues[0].month == 2
    assert days(laid_out.expected) == [date(2027, 2, 1)]
    assert laid_out.elsewhere == (date(2028, 12, 31),)


ENDS = [date(2027, 3, 31), date(2027, 6, 30), date(2027, 9, 30), date(2027, 12, 31)]
SIXTHS = [date(2027, month, 6) for month in (3, 6, 9, 12)]


@pytest.mark.parametrize(
    ("every", "due", "marks", "dues"),
    [
        (("quarter",), (), ENDS, []),
        (("quarter",), tuple(ENDS), ENDS, []),
        (("quarter",), tuple(SIXTHS), SIXTHS, []),
        (("half",), (), [ENDS[1], ENDS[3]], []),
        (("year",), (), [ENDS[3]], []),
        (("quarter",), (date(2027, 11, 20),), ENDS, [date(2027, 11, 20)]),
        (("day",), (), [], []),
        (("week", "quarter"), tuple(ENDS), ENDS, []),
    ],
)
def test_recurrences_have_a_due_day_in_each_period(every, due, marks, dues):
    laid_out = row(every=every, due=due)
    assert days(laid_out.every) == marks
    assert days(laid_out.dues) == dues
    assert laid_out.steady == bool({"day", "week"} & set(every))


def test_monthly_recurrence_ends_with_each_month():
    assert [mark.month for mark in row(every=("month",)).every] == list(range(12))
    assert days(row(every=("month",)).every)[1] == date(2027, 2, 28)


def test_bands_and_conditions_are_carried():
    laid_out = row(ongoing=True, waits_for="Sau khi tỉnh ban hành")
    assert laid_out.ongoing
    assert laid_out.waits_for == "Sau khi tỉnh ban hành"
    assert row().waits_for == ""


def test_rows_keep_the_order_of_the_plan():
    item = TimelineItem("1", "Việc", "", Schedule(""))
    timeline = layout([Heading("I. A", 1), item, Heading("1. B", 2), item], YEAR)
    assert [isinstance(entry, Heading) for entry in timeline.rows] == [True, False, True, False]
    assert timeline.year == YEAR


@settings(deadline=None)
@given(
    st.lists(st.tuples(DAYS, DAYS).map(sorted).map(tuple), max_size=4), st.lists(DAYS, max_size=4)
)
def test_nothing_stands_outside_the_year(spans, due):
    laid_out = row(spans=tuple(spans), due=tuple(due))
    assert all(0 <= span.start < span.end <= 12 for span in laid_out.spans)
    assert all(mark.month == mark.day.month - 1 for mark in laid_out.dues)
    assert sorted([*days(laid_out.dues), *laid_out.elsewhere]) == sorted(due)
