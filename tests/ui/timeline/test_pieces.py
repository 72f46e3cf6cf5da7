"""Where the pieces of a row stand along the strip."""

from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.domain.schedule import Schedule
from cchc_desktop.domain.timeline import TimelineItem, layout
from cchc_desktop.domain.timeline_scale import ALL_OPEN, CLOSED, Scale
from ui.theme import Theme
from ui.timeline.look import Look
from ui.timeline.pieces import Axis, Kind, pieces

MARKS = {Kind.DUE, Kind.EXPECTED, Kind.EVERY}
DAYS = st.dates(date(2026, 10, 1), date(2028, 3, 31))
SCALES = st.frozensets(st.integers(1, 4)).map(Scale)


@pytest.fixture
def look(theme):
    return Look.of(theme)


def axis(scale=CLOSED, width=912.0):
    return Axis(scale, width, (0, width))


def words(found):
    return [piece.words for piece in found if piece.words and piece.kind not in MARKS]


def of_kind(found, kind):
    return [piece for piece in found if piece.kind is kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quý I", ["Quý I", "quá hạn 152 ngày"]),
        ("Quý III", ["Quý III · đang trong hạn"]),
        ("Tháng 9", ["Tháng 9"]),
        ("Trước ngày 16/9/2027", ["15/9 · còn 16 ngày"]),
        ("Trước ngày 30/4/2027", ["29/4 · quá hạn 123 ngày"]),
        ("Hằng quý", ["2 kỳ quá hạn", "hằng quý"]),
        ("Hằng tuần", ["hằng tuần"]),
        ("Thường xuyên", ["thường xuyên"]),
        ("Sau khi tỉnh ban hành quy chế", ["chờ: tỉnh ban hành quy chế"]),
        ("Quý I/2028", ["hạn 31/3/2028"]),
        ("chưa rõ lúc nào", ["“chưa rõ lúc nào” · chưa có hạn"]),
        ("", ["chưa có hạn"]),
    ],
)
def test_every_time_is_said_in_words(laid_out, look, text, expected):
    assert words(pieces(laid_out(text), axis(), look)) == expected


def test_words_that_do_not_fit_inside_stand_beside(laid_out, look):
    row = laid_out("Tháng 10", today=date(2026, 1, 1))
    (inside,) = of_kind(pieces(row, axis(ALL_OPEN), look), Kind.WORDS)
    assert inside.inside
    found = pieces(row, axis(CLOSED, 120), look)
    (block,), (beside,) = of_kind(found, Kind.SPAN), of_kind(found, Kind.WORDS)
    assert not beside.inside
    assert beside.right < block.left or beside.left > block.right


def test_the_name_is_short_where_that_fits(laid_out, look):
    row = laid_out("Tháng 3", today=date(2026, 1, 1))
    assert words(pieces(row, axis(CLOSED, 500), look)) == ["T3"]


def test_a_due_at_a_blocks_end_has_no_mark_of_its_own(laid_out, look):
    assert of_kind(pieces(laid_out("Quý III"), axis(), look), Kind.DUE) == []
    own = pieces(laid_out("Quý III (chậm nhất ngày 15/10)"), axis(), look)
    assert len(of_kind(own, Kind.DUE)) == 1


def test_marks_too_near_each_other_are_one(laid_out, look):
    row = laid_out("Ngày 5/3, 7/3 và 9/3", today=date(2026, 1, 1))
    assert len(row.dues) == 3
    found = of_kind(pieces(row, axis(), look), Kind.DUE)
    assert [piece.words for piece in found] == ["5/3, 7/3, 9/3"]
    wide = of_kind(pieces(row, axis(ALL_OPEN, 8_000), look), Kind.DUE)
    assert [piece.words for piece in wide] == ["5/3", "7/3", "9/3"]


def test_the_last_mark_of_the_year_is_whole(laid_out, look):
    for text in ("Hằng năm", "Trước ngày 1/1/2028"):
        marks = [p for p in pieces(laid_out(text), axis(), look) if p.kind in MARKS]
        assert marks
        assert all(0 <= mark.left < mark.right <= 912 for mark in marks)


def test_a_condition_keeps_to_the_right_edge_that_is_seen(laid_out, look):
    row = laid_out("Sau khi tỉnh ban hành quy chế")
    for seen in ((0, 912), (300, 1_212)):
        (box,) = of_kind(pieces(row, Axis(CLOSED, 2_000, seen), look), Kind.WAITING)
        assert seen[1] - 20 < box.right < seen[1]


def test_a_condition_gives_way_to_the_blocks(laid_out, look):
    found = pieces(laid_out("Quý IV (theo hướng dẫn của Sở Nội vụ)"), axis(), look)
    (box,), (block,) = of_kind(found, Kind.WAITING), of_kind(found, Kind.SPAN)
    assert box.right < block.left


@settings(deadline=None, max_examples=150)
@given(
    spans=st.lists(st.tuples(DAYS, st.integers(0, 200)), max_size=3),
    due=st.lists(DAYS, max_size=4, unique=True),
    every=st.sets(st.sampled_from(["week", "month", "quarter", "year"]), max_size=2),
    ongoing=st.booleans(),
    waits_for=st.sampled_from([None, "đột xuất", "sau khi tỉnh ban hành quy chế mới"]),
    scale=SCALES,
    width=st.integers(200, 2_000),
)
def test_nothing_written_covers_a_mark_or_other_words(
    qapp, spans, due, every, ongoing, waits_for, scale, width
):
    schedule = Schedule(
        "",
        tuple((first, first + timedelta(days=length)) for first, length in spans),
        tuple(sorted(due)),
        tuple(sorted(every)),
        ongoing,
        waits_for,
    )
    (row,) = layout([TimelineItem("", "", "", schedule)], 2027, date(2027, 8, 30)).rows
    found = pieces(row, axis(scale, width), Look.of(Theme()))
    written = of_kind(found, Kind.WORDS) + of_kind(found, Kind.WAITING)
    marks = [piece for piece in found if piece.kind in MARKS]
    for one, other in [*combinations(written, 2), *((w, m) for w in written for m in marks)]:
        assert one.right <= other.left + 0.01 or other.right <= one.left + 0.01
    for piece in written:
        assert piece.left >= -0.01
        assert piece.right <= width + 0.01
    for words_beside in (w for w in written if not w.inside):
        for block in of_kind(found, Kind.SPAN):
            left, right = block.left + 0.01, block.right - 0.01
            assert words_beside.right <= left or right <= words_beside.left


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ("Quý I", [("", "hoàn thành", "", "2027-03-20")], ["Quý I · xong 20/3"]),
        ("Quý III", [("", "đang làm")], ["Quý III · đang làm"]),
        ("Trước ngày 30/4/2027", [("", "hoàn thành")], ["29/4 · xong"]),
        ("Thường xuyên", [("", "hoàn thành")], ["thường xuyên · xong"]),
        ("Hằng tuần", [("", "hoàn thành")], ["hằng tuần · xong"]),
        ("Khi có yêu cầu", [("", "hoàn thành")], ["xong"]),
        ("", [("", "hoàn thành")], ["xong"]),
        ("Quý I/2028", [("", "hoàn thành")], ["xong", "hạn 31/3/2028"]),
        ("Hằng quý", [("2027-03-31", "hoàn thành")], ["quá hạn 61 ngày", "hằng quý"]),
    ],
)
def test_what_was_said_stands_in_the_words(laid_out, look, text, said, expected):
    assert words(pieces(laid_out(text, said=said), axis(), look)) == expected


def test_a_done_block_says_less_in_little_room(laid_out, look):
    row = laid_out("Tháng 3", said=[("", "hoàn thành", "", "2027-03-20")])
    for width, expected in ((2400, "Tháng 3 · xong 20/3"), (760, "Tháng 3"), (400, "T3")):
        found = pieces(row, axis(width=width), look)
        (inside,) = [piece for piece in found if piece.inside]
        assert (inside.words, inside.role) == (expected, "accfg")
