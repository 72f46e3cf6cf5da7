"""Texts whose stretches know their records: what edits leave, and joining two sides."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.sourced_text import (
    followed,
    joined,
    merged,
    source_at,
    together,
)

SIGNS = ("một", "hai", "ba", "bốn", ",", ".", "64", "%")
WORDS = st.lists(st.sampled_from(SIGNS), max_size=12).map(" ".join)


def test_pieces_become_a_text_with_spans() -> None:
    text, spans = joined([("- ", ""), ("Đã ", "r"), ("làm", "r"), (" theo ", ""), ("KH", "d")])
    assert text == "- Đã làm theo KH"
    assert spans == ((2, 8, "r"), (14, 16, "d"))


def test_spans_follow_what_stays() -> None:
    text, spans = joined([("- ", ""), ("Đã làm xong việc", "r"), (" theo ", ""), ("KH số 5", "d")])
    new = text.replace("- Đã", "- Trong kỳ, đã").replace("KH số 5", "văn bản khác")
    stayed = {source: new[start:end] for start, end, source in followed(text, new, spans)}
    assert stayed == {"r": " làm xong việc"}


def test_a_span_is_parted_by_what_is_written_into_it() -> None:
    new = "Đã làm rất xong việc này"
    spans = followed("Đã làm xong việc này", new, ((0, 20, "r"),))
    assert [new[start:end] for start, end, _ in spans] == ["Đã làm ", "xong việc này"]


@pytest.mark.parametrize(
    ("base", "mine", "new", "expected"),
    [
        ("nhận 182 hồ sơ; trả 61 %", "nhận 182 hồ sơ; trả sớm 61 %", "nhận 196 hồ sơ; trả 61 %",
         "nhận 196 hồ sơ; trả sớm 61 %"),
        ("nhận 182 hồ sơ", "nhận 182 hồ sơ", "nhận 196 hồ sơ", "nhận 196 hồ sơ"),
        ("nhận 182 hồ sơ", "nhận 190 hồ sơ", "nhận 182 hồ sơ", "nhận 190 hồ sơ"),
        ("nhận 182 hồ sơ", "nhận 190 hồ sơ", "nhận 196 hồ sơ", None),
        ("nhận 182 hồ sơ", "nhận 196 hồ sơ", "nhận 196 hồ sơ", "nhận 196 hồ sơ"),
        ("nhận 182 hồ sơ", "nhận 182 bộ hồ sơ", "nhận 196 hồ sơ", None),
        ("nhận hồ sơ.", "nhận hồ sơ mới.", "nhận hồ sơ cũ.", None),
        ("", "một", "hai", None),
    ],
)  # fmt: skip
def test_two_sides_are_joined(base: str, mine: str, new: str, expected: str | None) -> None:
    assert merged(base, mine, new) == expected


@given(WORDS, WORDS)
def test_one_side_alone_is_taken(base: str, other: str) -> None:
    assert merged(base, other, base) == other
    assert merged(base, base, other) == other
    assert merged(base, other, other) == other


@given(WORDS, WORDS, WORDS)
def test_joining_does_not_care_for_the_side(base: str, mine: str, new: str) -> None:
    assert merged(base, mine, new) == merged(base, new, mine)


@given(WORDS, WORDS, st.data())
def test_spans_stay_inside_and_keep_their_words(old: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    spans = ((start, end, "r"),) if start < end else ()
    left = followed(old, new, spans)
    assert all(0 <= first < last <= len(new) for first, last, _ in left)
    assert all(before[1] <= after[0] for before, after in pairwise(left))
    assert all(new[first:last] in old[start:end] for first, last, _ in left)
    assert followed(old, old, spans) == spans


def test_spans_of_two_origins() -> None:
    assert together(((0, 5, "a"),), ((4, 8, "b"), (5, 9, "c"))) == ((0, 5, "a"), (5, 9, "c"))


def test_a_sentence_opens_its_record() -> None:
    text = "- Đã làm. Theo đó, xong việc."
    spans = ((2, 8, "r"), (19, 28, "s"))
    assert source_at(text, spans, 4) == "r"
    assert source_at(text, spans, 0) == "r"
    assert source_at(text, spans, 12) == "s"
    assert source_at(text, (), 4) == ""
