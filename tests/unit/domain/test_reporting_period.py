"""Reporting periods: what each takes in, and which is next."""

from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.domain.reporting_period import ReportingPeriod, period_on, preset_periods

PERIODS = {period.key: period for period in preset_periods(2027)}


def own(starts: str, ends: str) -> ReportingPeriod:
    return ReportingPeriod("own", 2027, "own", "Riêng", starts, ends, ends, ends, ends)


def test_the_usual_four_have_their_windows_and_dates() -> None:
    windows = {key: (period.starts, period.ends) for key, period in PERIODS.items()}
    assert windows == {
        "q1": ("2026-12-15", "2027-03-14"),
        "h1": ("2026-12-15", "2027-06-14"),
        "q3": ("2027-06-15", "2027-09-14"),
        "year": ("2026-12-15", "2027-12-14"),
    }
    q1, year = PERIODS["q1"], PERIODS["year"]
    # 14/3/2027 is a Sunday: two working days later is Tuesday; 14/12 is a Tuesday
    assert (q1.collect_by, q1.closes, q1.send_by) == ("2027-03-01", "2027-03-14", "2027-03-16")
    assert (year.collect_by, year.send_by) == ("2027-11-20", "2027-12-16")


@pytest.mark.parametrize(
    ("key", "day", "come"),
    [
        ("q1", date(2027, 3, 31), True),
        ("q1", date(2027, 4, 1), False),
        ("q1", date(2027, 2, 28), True),
        ("q1", date(2026, 11, 30), True),
        ("h1", date(2027, 6, 30), True),
        ("h1", date(2027, 7, 5), False),
        ("q3", date(2027, 6, 30), True),  # left from the first half
        ("q3", date(2027, 9, 30), True),
        ("q3", date(2027, 10, 10), False),
        ("year", date(2027, 12, 31), True),
        ("year", date(2028, 1, 1), False),
    ],
)
def test_what_has_come_by_a_period(key: str, day: date, come: bool) -> None:
    assert PERIODS[key].has_come(day) is come


@pytest.mark.parametrize(
    ("ends", "day", "come"),
    [
        ("2028-02-28", date(2028, 2, 29), True),
        ("2028-02-29", date(2028, 2, 29), True),
        ("2028-02-29", date(2028, 3, 1), False),
        ("2027-01-31", date(2027, 2, 28), False),
        ("2027-06-30", date(2027, 6, 30), True),
        ("2027-06-30", date(2027, 7, 31), False),
    ],
)
def test_periods_of_the_offices_own(ends: str, day: date, come: bool) -> None:
    assert own("2027-01-01", ends).has_come(day) is come


@pytest.mark.parametrize(
    ("day", "key"),
    [
        (date(2027, 1, 5), "q1"),
        (date(2027, 3, 16), "q1"),
        (date(2027, 3, 17), "h1"),
        (date(2027, 8, 30), "q3"),
        (date(2027, 12, 31), "year"),
        (date(2028, 5, 1), "year"),
    ],
)
def test_the_period_whose_report_is_next(day: date, key: str) -> None:
    found = period_on(list(PERIODS.values()), day)
    assert found is not None
    assert found.key == key
    assert period_on([], day) is None


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("Quý III", "Quý III năm 2027"),
        ("6 tháng", "6 tháng đầu năm 2027"),
        ("Năm", "Năm 2027"),
        ("9 tháng", "9 tháng năm 2027"),
        ("Đợt 1/2027", "Đợt 1/2027"),
        ("UBND hỏi", "UBND hỏi năm 2027"),
    ],
)
def test_a_period_has_one_name_wherever_it_is_named(name: str, full: str) -> None:
    period = replace(PERIODS["q1"], name=name)
    assert period.full_name == full
    assert period.full_words.casefold() == full.casefold()
    assert period.full_words.startswith("UBND") or period.full_words[0] == full[0].lower()
