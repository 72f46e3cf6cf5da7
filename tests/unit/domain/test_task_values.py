"""The values that tasks have for a filter, and which tasks a filter leaves."""

import time
from datetime import date

import pytest

from cchc_desktop.domain.columns import STANDARD
from cchc_desktop.domain.plan import Task
from cchc_desktop.domain.schedule import read_schedule
from cchc_desktop.domain.table_filter import EMPTY, ColumnFilter, TableFilter
from cchc_desktop.domain.task_values import (
    NOW,
    OFTEN,
    ONGOING,
    OTHER_YEAR,
    READY_VIEWS,
    UNREAD,
    WAITING,
    TaskValues,
)
from cchc_desktop.domain.units import UnitReader, learn_units

OFFICE, COOPERATION, BORDER = "Văn phòng Sở", "Phòng Hợp tác quốc tế", "Phòng Quản lý Biên giới"
ROOMS = "Các phòng chuyên môn"
UNITS = learn_units([OFFICE, COOPERATION, "Phòng HTQT", BORDER, ROOMS])


def task(number: int = 0, **fields: str) -> Task:
    return Task(f"t{number}", "p", number, **fields)


@pytest.fixture
def values() -> TaskValues:
    return values_on(date(2027, 8, 30))


def values_on(today: date) -> TaskValues:
    return TaskValues(
        tuple(STANDARD.values()),
        UNITS,
        UnitReader(UNITS),
        lambda text: read_schedule(text, 2027),
        2027,
        today,
    )


def left_by(values: TaskValues, wanted: TableFilter, *tasks: Task) -> list[str]:
    return [task.id for task in filter(values.leaving(wanted), tasks)]


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Quý II", ("Quý II",)),
        ("Quý III&IV", ("Quý III", "Quý IV", NOW)),
        ("6 tháng đầu năm", ("Quý I", "Quý II")),
        ("Trước ngày 14/3/2027", ("Quý I",)),
        ("Tháng 3, 9/2027", ("Quý I", "Quý III", NOW)),
        ("Năm 2027", ("Quý IV",)),
        ("Hằng tháng", (OFTEN, NOW)),
        ("Hằng quý", (OFTEN, NOW)),
        ("Định kỳ 6 tháng", ("Quý II", "Quý IV")),
        ("Thường xuyên", (ONGOING,)),
        ("Sau khi UBND tỉnh ban hành", (WAITING,)),
        ("Quý II/2026", (OTHER_YEAR,)),
        ("Giai đoạn 2026-2030", (OTHER_YEAR,)),
        ("sớm nhất có thể", (UNREAD,)),
        ("", (EMPTY,)),
        ("-", (EMPTY,)),
    ],
)
def test_a_time_is_the_quarters_that_it_is_understood_as(
    values: TaskValues, words: str, meant: tuple[str, ...]
) -> None:
    assert values.of("time", task(time=words)) == meant


def test_this_quarter_is_one_of_the_plans_year() -> None:
    assert NOW not in values_on(date(2028, 8, 30)).of("time", task(time="Quý III; hằng tháng"))
    assert NOW in values_on(date(2027, 4, 1)).of("time", task(time="Quý II"))


def test_units_are_told_by_their_names_each_once_and_groups_with_their_members(
    values: TaskValues,
) -> None:
    both = task(lead="Phòng HTQT; văn phòng sở; Phòng Hợp tác quốc tế")
    assert values.of("lead", both) == (COOPERATION, OFFICE)
    assert values.of("lead", task(lead="Ban lạ")) == ("Ban lạ",)
    assert values.of("coordinating", task(coordinating="")) == (EMPTY,)
    assert values.of("coordinating", task(coordinating=ROOMS)) == (ROOMS, COOPERATION, BORDER)


def test_other_cells_are_their_words_in_one_line(values: TaskValues) -> None:
    assert values.of("deliverable", task(deliverable="Báo cáo\ntờ trình")) == ("Báo cáo tờ trình",)


def test_values_are_counted_in_an_order_that_helps(values: TaskValues) -> None:
    tasks = [
        task(1, lead=OFFICE, time="Thường xuyên", goal="Z"),
        task(2, lead=f"{COOPERATION}; {OFFICE}", time="Quý III", goal=""),
        task(3, lead="", time="Quý I", goal="A"),
    ]

    def counts(key: str, *also: str) -> list[tuple[str, int]]:
        return [(counted.value, counted.count) for counted in values.counted(key, tasks, also)]

    assert counts("lead") == [(COOPERATION, 1), (OFFICE, 2), (EMPTY, 1)]
    assert counts("goal") == [("Z", 1), ("A", 1), (EMPTY, 1)]
    assert counts("time") == [("Quý I", 1), ("Quý III", 1), (ONGOING, 1)]
    assert counts("time", NOW, "Quý II")[:3] == [(NOW, 1), ("Quý I", 1), ("Quý II", 0)]


def test_a_unit_is_also_found_by_its_short_name(values: TaskValues) -> None:
    (counted,) = values.counted("lead", [task(lead=COOPERATION)], ())
    assert "HTQT" in counted.also


def test_all_of_a_filter_must_hold(values: TaskValues) -> None:
    tasks = (
        task(1, lead=COOPERATION, time="Quý II", text="Rà soát thủ tục"),
        task(2, lead=f"{OFFICE}; {COOPERATION}", time="Quý III", text="Rà soát văn bản"),
        task(3, lead=OFFICE, time="Quý II", text="Đào tạo"),
    )
    led, second = ColumnFilter("lead", (COOPERATION,)), ColumnFilter("time", ("Quý II", "Quý I"))
    for wanted, left in (
        (TableFilter(), ["t1", "t2", "t3"]),
        (TableFilter(columns=(led,)), ["t1", "t2"]),
        (TableFilter(columns=(led, second)), ["t1"]),
        (TableFilter("dao tao", (second,)), ["t3"]),
        (TableFilter(columns=(ColumnFilter("task", words="ra soat v"),)), ["t2"]),
        (TableFilter("văn phòng"), ["t2", "t3"]),
    ):
        assert left_by(values, wanted, *tasks) == left


def test_an_edited_task_is_searched_by_its_new_words(values: TaskValues) -> None:
    assert left_by(values, TableFilter("cu"), task(1, text="cũ")) == ["t1"]
    assert left_by(values, TableFilter("cu"), task(1, text="mới")) == []


def test_the_views_that_are_ready(values: TaskValues) -> None:
    tasks = (
        task(1, lead=OFFICE, time="Quý III"),
        task(2, lead="", time="Hằng tháng"),
        task(3, lead=OFFICE, time="sớm"),
        task(4, lead=OFFICE, time=""),
    )
    now, leaderless, unclear = (view.filter for view in READY_VIEWS)
    assert left_by(values, now, *tasks) == ["t1", "t2"]
    assert left_by(values, leaderless, *tasks) == ["t2"]
    assert left_by(values, unclear, *tasks) == ["t3", "t4"]


def test_five_thousand_tasks_are_filtered_at_once(values: TaskValues) -> None:
    leads, times = (OFFICE, COOPERATION, BORDER), ("Quý I", "Quý II", "Thường xuyên", "Hằng tháng")
    tasks = [task(n, lead=leads[n % 3], time=times[n % 4], text=f"Việc {n}") for n in range(5000)]
    wanted = TableFilter(
        columns=(ColumnFilter("lead", (OFFICE, BORDER)), ColumnFilter("time", ("Quý I",)))
    )
    begun = time.process_time()
    left = left_by(values, wanted, *tasks)
    took = time.process_time() - begun
    assert len(left) == sum(n % 3 != 1 and n % 4 == 0 for n in range(5000))
    assert took < 0.1
