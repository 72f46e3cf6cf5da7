"""Time cells that an independent reading of design.md's rules once found misread."""

from datetime import date

import pytest

from cchc_desktop.domain.schedule import Schedule, read_schedule

YEAR = 2027
ALL_YEAR = "1/1-31/12"


def day(text: str) -> date:
    number, month = map(int, text.split("/"))
    return date(YEAR, month, number)


def spans(text: str) -> tuple[tuple[date, ...], ...]:
    return tuple(tuple(map(day, word.split("-"))) for word in text.split())


def read(text: str) -> Schedule:
    schedule = read_schedule(text, YEAR)
    assert schedule.unread == ""
    return schedule


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đầu quý III", "1/7-30/9"),
        ("Giữa quý III/2027", "1/7-30/9"),
        ("Cuối tháng 8", "1/8-31/8"),
        ("Cuối tháng 4, 8", "1/4-30/4 1/8-31/8"),
        ("Cuối năm", ALL_YEAR),
        ("Từ giữa tháng 5 đến cuối tháng 6", "1/5-30/6"),
        ("Hoàn thành trong năm", ALL_YEAR),
        ("Quý I (dự kiến)", "1/1-31/3"),
        ("Tháng 8 dự kiến", "1/8-31/8"),
        ("Quý I/2027 và III/2027", "1/1-31/3 1/7-30/9"),
        ("Quý II ÷ IV", "1/4-31/12"),
        ("T4", "1/4-30/4"),
        ("T.4/2027", "1/4-30/4"),
        ("T4, T10", "1/4-30/4 1/10-31/10"),
        ("T4,10/2027", "1/4-30/4 1/10-31/10"),
        ("từ T4-T6", "1/4-30/6"),
        ("Th5/2027", "1/5-31/5"),
        ("Tháng 7 (2027)", "1/7-31/7"),
        ("6 tháng cuối năm/2027", "1/7-31/12"),
        ("Tháng 5 (đợt 1), tháng 11 (đợt 2)", "1/5-31/5 1/11-30/11"),
        ("Đợt 1 (quý I); đợt 2 (quý III)", "1/1-31/3 1/7-30/9"),
        ("Bắt đầu: 05/4/2027; kết thúc: 25/6/2027", "5/4-25/6"),
    ],
)
def test_periods_are_those_the_words_name(text: str, expected: str) -> None:
    schedule = read(text)
    assert schedule.spans == spans(expected)
    assert schedule.due == tuple(end for _, end in spans(expected))
    assert not schedule.ongoing


@pytest.mark.parametrize("text", ["T4, ngày 05/5", "T4 ngày 05/5/2027", "T4, 05/5"])
def test_a_short_weekday_before_a_date_is_no_month(text: str) -> None:
    schedule = read(text)
    assert (schedule.spans, schedule.due) == ((), (day("5/5"),))


@pytest.mark.parametrize(
    ("text", "every", "due"),
    [
        ("Hằng tuần (T6)", "week", ""),
        ("T2-T6 hằng tuần", "week", ""),
        ("Hai (02) tuần một lần", "2weeks", ""),
        ("Mỗi quý một cuộc", "quarter", "31/3 30/6 30/9 31/12"),
        ("01 đợt/quý", "quarter", "31/3 30/6 30/9 31/12"),
        ("Cả 4 quý", "quarter", "31/3 30/6 30/9 31/12"),
        ("Đầu mỗi quý", "quarter", "31/3 30/6 30/9 31/12"),
    ],
)
def test_recurrences(text: str, every: str, due: str) -> None:
    schedule = read(text)
    assert schedule.every == (every,)
    assert schedule.due == tuple(map(day, due.split()))


@pytest.mark.parametrize(
    ("text", "number"),
    [("Trước 21 hàng tháng", 20), ("Mùng 5 hằng tháng", 5), ("Ngày mồng 8 mỗi tháng", 8)],
)
def test_a_day_of_each_month(text: str, number: int) -> None:
    schedule = read(text)
    assert schedule.every == ("month",)
    assert schedule.due == tuple(date(YEAR, month, number) for month in range(1, 13))


def test_a_deadline_inside_a_period_is_due_at_the_periods_end() -> None:
    assert read("Trước giữa tháng 9").due == (day("30/9"),)


def test_a_period_behind_a_condition_in_brackets_is_kept() -> None:
    schedule = read("Theo quy định của ngành (quý I hằng năm)")
    assert schedule.waits_for == "Theo quy định của ngành"
    assert (schedule.due, schedule.every) == ((day("31/3"),), ("year",))


def test_a_common_slip_of_the_pen_is_ongoing() -> None:
    assert read("Thuờng xuyên").ongoing


@pytest.mark.parametrize("text", ["2 năm 1 lần", "Kỳ họp cuối năm"])
def test_words_that_name_no_date_are_unread(text: str) -> None:
    assert read_schedule(text, YEAR) == Schedule(text, unread=text)
