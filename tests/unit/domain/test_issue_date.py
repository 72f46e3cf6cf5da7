"""Dates of issue as clerks type them, and as they are shown."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.errors import RefusedChange
from cchc_desktop.domain.issue_date import date_words, is_whole_day, read_date, wanted_day


def test_a_day_is_whole_or_known_in_part() -> None:
    assert is_whole_day("2027-01-15")
    assert not any(map(is_whole_day, ("2027-01", "2027", "")))


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("15/01/2027", "2027-01-15"),
        ("5/1/2027", "2027-01-05"),
        ("5.1.2027", "2027-01-05"),
        ("5-1-2027", "2027-01-05"),
        (" 2027-1-5 ", "2027-01-05"),
        ("ngày 05 tháng 01 năm 2027", "2027-01-05"),
        ("Ngày 5  tháng 1 năm 2027", "2027-01-05"),
        ("tháng 01 năm 2027", "2027-01"),
        ("01/2027", "2027-01"),
        ("2027", "2027"),
        ("", ""),
        ("   ", ""),
        ("29/02/2028", "2028-02-29"),
    ],
)
def test_dates_and_parts_of_them(typed: str, stored: str) -> None:
    assert read_date(typed) == stored


@pytest.mark.parametrize(
    "typed",
    [
        "29/02/2027",
        "31/4/2027",
        "13/2027",
        "0/1/2027",
        "00/2027",
        "15/01/27",
        "mai",
        "15/01",
        "0000",
    ],
)
def test_what_is_no_date_is_not_guessed(typed: str) -> None:
    assert read_date(typed) is None


@given(st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_every_date_comes_back(day: date) -> None:
    stored = day.isoformat()
    assert read_date(stored) == read_date(date_words(stored)) == stored
    for part in (stored[:4], stored[:7]):
        assert read_date(date_words(part)) == part


@given(st.text(st.sampled_from("0123456789/.- ngàythá"), max_size=12))
def test_anything_typed_is_read_or_refused(typed: str) -> None:
    stored = read_date(typed)
    assert stored is None or read_date(date_words(stored)) == stored


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("", ""),
        ("25/6", "2027-06-25"),
        (" 5-6 ", "2027-06-05"),
        ("25/6/2026", "2026-06-25"),
        ("2027-06-25", "2027-06-25"),
        ("ngày 05 tháng 6 năm 2027", "2027-06-05"),
    ],
)
def test_a_whole_day(typed: str, stored: str) -> None:
    assert wanted_day(typed, 2027) == stored


@pytest.mark.parametrize("typed", ["6/2027", "2027", "31/2", "hôm qua"])
def test_less_than_a_day_is_refused(typed: str) -> None:
    with pytest.raises(RefusedChange, match="ghi đủ ngày, tháng"):
        wanted_day(typed, 2027)
