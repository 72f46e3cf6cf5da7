"""What holds for every text: nothing raises, nothing is lost, reading stays linear."""

import json
import random
import time
import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.domain.schedule import read_schedule, schedule_json

WORDS = [
    *("quý", "tháng", "ngày", "năm", "tuần", "hằng", "mỗi", "định kỳ", "trước", "sau", "sau khi"),
    *("theo", "kế hoạch", "số", "đến", "từ", "hết", "lần", "đầu", "cuối", "nửa", "cả", "trong"),
    *("thường xuyên", "dự kiến", "chậm nhất", "giai đoạn", "báo cáo", "và", "trở đi", "xyz"),
    *("1", "2", "3", "6", "12", "15", "31", "2024", "2025", "I", "II", "IV", "V", "15/6"),
    *("3/2024", "12/KH-UBND", "âm lịch", "/", "-", ".", ",", ";", ":", "(", ")", "&", "+"),
]
phrases = st.lists(st.sampled_from([*WORDS, "\n"]), max_size=20).map(" ".join)
texts = st.one_of(st.text(max_size=60), phrases)


@settings(deadline=None, max_examples=300)
@given(texts, st.integers(2000, 2100))
def test_any_text_is_read_and_kept(text, year):
    schedule = read_schedule(text, year)

    assert schedule.text == text
    assert list(schedule.due) == sorted(set(schedule.due))
    assert all(start <= end for start, end in schedule.spans)
    assert set(schedule.every) <= {"day", "week", "2weeks", "month", "quarter", "half", "year"}
    json.dumps(schedule_json(schedule))


@settings(deadline=None, max_examples=300)
@given(phrases)
def test_unknown_words_stay_somewhere(text):
    schedule = read_schedule(f"{text} khoanh", 2024)

    assert "khoanh" in schedule.unread + (schedule.waits_for or "")


@settings(deadline=None, max_examples=300)
@given(phrases)
def test_blanks_and_normal_forms_do_not_matter(text):
    schedule = read_schedule(text, 2024)

    for variant in (
        unicodedata.normalize("NFD", text),
        text.replace(" ", "   "),
        text.replace(" ", "\u00a0"),
        f"  {text}  ",
    ):
        other = read_schedule(variant, 2024)
        assert (other.spans, other.due, other.every) == (
            schedule.spans,
            schedule.due,
            schedule.every,
        )
        assert (other.waits_for, other.unread) == (schedule.waits_for, schedule.unread)


@settings(deadline=None)
@given(
    st.dates(date(1990, 1, 1), date(2100, 12, 31)),
    st.sampled_from(["{0.day}/{0.month}/{0.year}", "{0.day:02}-{0.month:02}-{0.year}", "{0}"]),
)
def test_every_date_is_read_day_first(day, form):
    assert read_schedule(form.format(day), 2024).due == (day,)


def _junk(size: int) -> str:
    chosen = random.Random(7).choices(WORDS, k=size)
    return " ".join(chosen)[:size]


@pytest.mark.parametrize(
    "make",
    [
        _junk,
        lambda size: "hằng " * (size // 5),
        lambda size: "trước ngày " * (size // 11),
        lambda size: "1, " * (size // 3),
        lambda size: "ngày 1, " * (size // 8),
        lambda size: "theo " + "quý 1, " * (size // 7),
        lambda size: "số" + " " * size,
        lambda size: "(" * size,
        lambda size: "1/" * (size // 2),
    ],
    ids=["mixed", "every", "before", "numbers", "days", "list", "blanks", "brackets", "slashes"],
)
def test_long_junk_takes_linear_time(make):
    begun = time.process_time()
    read_schedule(make(5_000), 2024)

    assert time.process_time() - begun < 2
