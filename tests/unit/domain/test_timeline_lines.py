"""Which lines are shown: grouped, filtered, folded."""

from datetime import date

import pytest

from cchc_desktop.domain.plan import Area, Group, Task
from cchc_desktop.domain.progress import Progress, Said
from cchc_desktop.domain.result import State
from cchc_desktop.domain.timeline import Heading, TimelineRow, layout, timeline_items
from cchc_desktop.domain.timeline_lines import (
    NO_LEAD,
    by_unit,
    containing,
    done_count,
    lines,
    only,
    overdue_count,
    summary_words,
    waiting_count,
)
from cchc_desktop.domain.units import UnitReader, learn_units

LEADS = ("Văn phòng Sở; Thanh tra Sở", "Phòng Đối ngoại", "Văn phòng Sở", "")
TIMES = ("Quý I", "Theo đề nghị", "Quý IV", "Thường xuyên")


@pytest.fixture
def entries():
    rows = [
        Area("a", "p", 1, "I", "Cải cách thể chế"),
        Group("g", "p", 2, "1", "Rà soát"),
        *(
            Task(f"t{n}", "p", 3 + n, str(n), text=f"Việc {n}", lead=lead, time=time)
            for n, (lead, time) in enumerate(zip(LEADS, TIMES, strict=True))
        ),
        Area("b", "p", 9, "II", "Bộ máy"),
    ]
    rows.insert(4, Group("h", "p", 8, "2", "Đánh giá"))
    return layout(timeline_items(rows, 2027), 2027, date(2027, 8, 30)).rows


def shape(entries):
    return [e.text if isinstance(e, Heading) else e.item.record_id for e in entries]


def test_plan_order_names_its_headings(entries):
    assert shape(entries) == [
        "I. Cải cách thể chế", "1. Rà soát", "t0", "t1", "2. Đánh giá", "t2", "t3", "II. Bộ máy"
    ]  # fmt: skip
    assert [e.key for e in entries if isinstance(e, Heading)] == ["a", "g", "h", "b"]


def test_a_task_stands_under_each_of_its_lead_units(entries):
    grouped = by_unit(entries, UnitReader(learn_units(LEADS)))
    assert shape(grouped) == [
        "Phòng Đối ngoại", "t1", "Thanh tra Sở", "t0", "Văn phòng Sở", "t0", "t2", NO_LEAD, "t3"
    ]  # fmt: skip


def test_unknown_leads_keep_the_words_as_typed(entries):
    assert "Phòng Đối ngoại" in shape(by_unit(entries, UnitReader([])))


@pytest.mark.parametrize(
    ("words", "found"),
    [("viec 2", ["t2"]), ("DOI NGOAI", ["t1"]), ("quý iv", ["t2"]), ("xyz", []), (" ", ["t0"])],
)
def test_filter_without_diacritics(entries, words, found):
    kept = [e.item.record_id for e in only(entries, containing(words)) if not is_heading(e)]
    assert kept[: len(found) or None] == found


def is_heading(entry):
    return isinstance(entry, Heading)


def test_headings_over_nothing_are_left_out(entries):
    assert shape(only(entries, containing("việc 2"))) == [
        "I. Cải cách thể chế", "2. Đánh giá", "t2"
    ]  # fmt: skip
    assert only(entries, containing("xyz")) == []


def test_a_folded_area_says_what_is_under_it(entries):
    shown = lines(entries, {"a"})
    assert shape(line.entry for line in shown) == ["I. Cải cách thể chế", "II. Bộ máy"]
    assert shown[0].folded
    assert shown[0].summary == "4 nhiệm vụ · 1 quá hạn · 1 chờ sự kiện"
    assert not shown[1].folded


def test_a_folded_group_hides_its_own_rows_only(entries):
    shown = lines(entries, {"h"})
    assert shape(line.entry for line in shown) == [
        "I. Cải cách thể chế", "1. Rà soát", "t0", "t1", "2. Đánh giá", "II. Bộ máy"
    ]  # fmt: skip
    assert shown[4].summary == "2 nhiệm vụ · không quá hạn"


def test_nothing_is_said_of_lateness_in_another_year(entries):
    items = [e if isinstance(e, Heading) else e.item for e in entries]
    other = layout(items, 2027, date(2026, 1, 1)).rows
    assert lines(other, {"h"})[4].summary == "2 nhiệm vụ"


def test_counts(entries):
    assert overdue_count(entries) == 1
    assert waiting_count(entries) == 1
    assert sum(isinstance(entry, TimelineRow) for entry in entries) == 4


def test_what_is_finished_is_counted_in_words():
    tasks = [Task(f"t{n}", "p", n, time=time) for n, time in enumerate(TIMES)]
    progress = Progress({"t0": (Said("", State.DONE),)})
    rows = layout(timeline_items(tasks, 2027, progress=progress), 2027, date(2027, 8, 30)).rows
    assert done_count(rows) == 1
    words = "hoàn thành 1/4 nhiệm vụ, đạt 25,00 % · không quá hạn · 1 chờ sự kiện"
    assert summary_words(rows) == words
    other = layout(timeline_items(tasks, 2027, progress=progress), 2027).rows
    assert summary_words(other) == "hoàn thành 1/4 nhiệm vụ, đạt 25,00 % · 1 chờ sự kiện"
