"""What the marks of a timeline are called."""

from datetime import date

import pytest

from cchc_desktop.domain.progress import Said
from cchc_desktop.domain.result import State
from cchc_desktop.domain.schedule import read_schedule
from cchc_desktop.domain.schedule_words import condition_words, often_words, ongoing_words
from cchc_desktop.domain.timeline import TimelineItem, layout
from cchc_desktop.domain.timeline_words import overdue_words, row_words, span_name


def row(text, today=date(2027, 8, 30), done=()):
    said = tuple(Said(occurrence, State.DONE) for occurrence in done)
    schedule = read_schedule(text, 2027)
    item = TimelineItem("1", "Rà soát\nvăn bản", "Văn phòng", schedule, "t", said)
    (laid_out,) = layout([item], 2027, today).rows
    return laid_out


@pytest.mark.parametrize(
    ("first", "last", "full", "short"),
    [
        ((1, 1), (3, 31), "Quý I", "Quý I"),
        ((10, 1), (12, 31), "Quý IV", "Quý IV"),
        ((4, 1), (9, 30), "Quý II–III", "Quý II–III"),
        ((1, 1), (6, 30), "6 tháng đầu năm", "6 tháng"),
        ((7, 1), (12, 31), "6 tháng cuối năm", "6 tháng"),
        ((1, 1), (12, 31), "Năm 2027", "Năm 2027"),
        ((9, 1), (9, 30), "Tháng 9", "T9"),
        ((2, 1), (2, 28), "Tháng 2", "T2"),
        ((5, 1), (10, 31), "Tháng 5–10", "T5–10"),
        ((3, 5), (3, 20), "5/3–20/3", "5/3–20/3"),
        ((3, 5), (3, 5), "5/3", "5/3"),
        ((3, 1), (3, 30), "1/3–30/3", "1/3–30/3"),
    ],
)
def test_spans_are_called_as_the_clerk_would(first, last, full, short):
    assert span_name(date(2027, *first), date(2027, *last)) == (full, short)


def test_spans_over_years_name_them():
    name = span_name(date(2026, 10, 1), date(2027, 3, 31))
    assert name.full == "10/2026–3/2027"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Sau khi UBND tỉnh ban hành quy chế", "chờ: UBND tỉnh ban hành quy chế"),
        ("Khi có phản ánh, kiến nghị", "chờ: phản ánh, kiến nghị"),
        ("Ngay sau khi được giao", "chờ: được giao"),
        ("Theo văn bản đề nghị", "chờ: theo văn bản đề nghị"),
        ("đột xuất", "chờ: đột xuất"),
    ],
)
def test_conditions(typed, words):
    assert condition_words(typed) == words


def test_recurrences_and_ongoing_work():
    assert often_words(("month", "quarter")) == "hằng tháng, hằng quý"
    assert ongoing_words("Cả năm và hàng quý") == "cả năm"
    assert ongoing_words("Thường xuyên") == "thường xuyên"


@pytest.mark.parametrize(
    ("text", "today", "words"),
    [
        ("Hằng tháng", date(2027, 8, 30), "7 kỳ quá hạn"),
        ("Hằng quý", date(2027, 4, 10), "quá hạn 10 ngày"),
        ("Hằng quý", date(2027, 2, 10), ""),
        ("Hằng quý", date(2026, 2, 10), ""),
    ],
)
def test_how_recurring_work_is_late(text, today, words):
    assert overdue_words(row(text, today)) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Quý II", "Rà soát văn bản · Quý II · hạn 30/6/2027 · quá hạn 61 ngày"),
        ("", "Rà soát văn bản · chưa có hạn"),
        ("bao giờ xong", "Rà soát văn bản · bao giờ xong · chưa hiểu: bao giờ xong"),
        ("Hằng tháng", "Rà soát văn bản · Hằng tháng · 7 kỳ quá hạn"),
        ("Thường xuyên", "Rà soát văn bản · Thường xuyên"),
    ],
)
def test_a_row_in_one_line(text, words):
    assert row_words(row(text)) == words


@pytest.mark.parametrize(
    ("text", "done", "words"),
    [
        ("Quý II", ("",), "Rà soát văn bản · Quý II · hạn 30/6/2027 · xong"),
        ("Hằng quý", ("2027-03-31", "2027-06-30"), "Rà soát văn bản · Hằng quý · đã xong 2/4 kỳ"),
        ("Thường xuyên", ("",), "Rà soát văn bản · Thường xuyên · xong"),
        ("Khi có yêu cầu", ("",), "Rà soát văn bản · Khi có yêu cầu · xong"),
    ],
)
def test_what_is_done_is_said(text, done, words):
    assert row_words(row(text, done=done)) == words


def test_what_is_late_and_under_way_is_both():
    said = (Said("", State.UNDER_WAY),)
    item = TimelineItem("1", "Rà soát", "", read_schedule("Quý II", 2027), "t", said)
    (late,) = layout([item], 2027, date(2027, 8, 30)).rows
    words = "Rà soát · Quý II · hạn 30/6/2027 · đang làm · quá hạn 61 ngày"
    assert row_words(late) == words
