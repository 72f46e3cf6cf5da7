"""Repairs of chosen rows, and what becomes of a reviewed plan: whatever was repaired, it is
accepted in one lawful step.
"""

import random
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from cchc_desktop.domain.change import Change
from cchc_desktop.domain.plan import Area, Group, Row, Task, heading_text
from cchc_desktop.domain.unit import Unit
from cchc_desktop.intake.plan_intake import likely_year
from cchc_desktop.office.grid import SourceFile
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.cures import cures
from cchc_desktop.services.importing import accept_reading
from cchc_desktop.services.offers import repairs, write_cell
from cchc_desktop.services.project import Project
from cchc_desktop.services.proposed_rows import row_of
from cchc_desktop.services.reading import Reading, Repair, read_again, read_plan
from cchc_desktop.settings import Paths

YEAR = 2027
Build = Callable[..., SourceFile]
ROWS = (
    ("I. Cải cách thể chế",),
    ("1", "Đúng hạn", "Soạn văn bản\nTrình ký", "Dự thảo\nTờ trình", "Văn phòng Sở", "", "Quý I"),
    ("", "", "và ban hành", "", "", "", ""),
    ("2", "", "Rà soát văn bản", "Báo cáo", "Thanh tra Sở", "Bộ phận kế toán", "Quý I/2025"),
    ("II. Cải cách tài chính công",),
    ("3", "Tiết kiệm", "Sửa quy chế chi tiêu", "Quy chế", "Bộ phận kế toán", "", "Rồi sẽ hay"),
    ("Mở lớp phổ biến", "Kế hoạch", "Thanh tra Sở", "Văn phòng Sở", "Quý II", "", ""),
    ("4", "Tiết kiệm", "Sửa quy chế chi tiêu", "Quy chế", "Bộ phận kế toán", "", "Hằng quý"),
)


@pytest.fixture
def reading(plan_file: Build) -> Reading:
    return read_plan(plan_file(*ROWS, lines=["KẾ HOẠCH", "Cải cách hành chính năm 2027"]), YEAR)


def rows(reading: Reading) -> list[Row]:
    return [row for item in reading.proposal.items if (row := row_of(item)) is not None]


def at(reading: Reading, text: str) -> int:
    """The index of the row that begins with the text."""
    for index, item in enumerate(reading.proposal.items):
        row = row_of(item)
        if row is not None and (row.text if isinstance(row, Task) else row.title).startswith(text):
            return index
    raise AssertionError(text)


def done(reading: Reading, name: str, *texts: str, column: str = "task") -> Reading:
    repair = repairs(reading, [at(reading, text) for text in texts], column)[name]
    assert repair.apply is not None, repair
    return repair.apply()


def possible(reading: Reading, text: str, column: str = "task") -> set[str]:
    offered = repairs(reading, [at(reading, text)], column)
    return {name for name, repair in offered.items() if repair.is_possible}


# --- repairs of rows ------------------------------------------------------------------------------


def test_what_fits_a_row_is_offered(reading: Reading) -> None:
    assert possible(reading, "Sửa") == {"area", "group", "take", "no goal", "right"}
    assert possible(reading, "Rà soát") == {"join", "area", "group", "take", "goal", "left"}
    assert possible(reading, "Soạn") == {"part", "area", "group", "take", "no goal", "right"}
    assert possible(reading, "Cải cách tài chính") == {"group", "task", "take"}
    assert repairs(reading, [], "task")["take"].is_possible is False


def test_lines_of_a_cell_are_parted_and_joined_again(plan_file: Build) -> None:
    reading = read_plan(plan_file(ROWS[1], ROWS[3]), YEAR)
    two = done(reading, "part", "Soạn")
    assert [(t.text, t.deliverable, t.lead) for t in rows(two)[:2] if isinstance(t, Task)] == [
        ("Soạn văn bản", "Dự thảo", "Văn phòng Sở"),
        ("Trình ký", "Tờ trình", "Văn phòng Sở"),
    ]
    one = done(two, "join", "Trình ký")
    (task,) = rows(one)[:1]
    assert isinstance(task, Task)
    assert task.text == "Soạn văn bản Trình ký"


def test_joining_keeps_a_number_in_the_words(reading: Reading) -> None:
    task = rows(done(reading, "join", "Rà soát"))[1]
    assert isinstance(task, Task)
    assert task.text.endswith("ban hành 2. Rà soát văn bản")


def test_several_rows_go_together(reading: Reading) -> None:
    last = len(rows(reading))
    joined = done(reading, "join", "Sửa", "Mở lớp")
    assert len(rows(joined)) == last - 1
    assert not repairs(reading, [at(reading, "Soạn"), at(reading, "Sửa")], "task")[
        "join"
    ].is_possible


def test_a_row_becomes_a_heading_without_losing_words(reading: Reading) -> None:
    headed = done(reading, "group", "Rà soát")
    group = headed.proposal.items[at(headed, "Rà soát")].edit.after
    assert isinstance(group, Group)
    assert heading_text(group).startswith("2. Rà soát văn bản Báo cáo Thanh tra Sở")
    assert isinstance(rows(done(headed, "task", "Rà soát"))[2], Task)
    assert isinstance(rows(done(reading, "area", "Rà soát"))[2], Area)


def test_cells_move_to_the_next_empty_one_and_back(reading: Reading) -> None:
    right = done(reading, "right", "Soạn", column="deliverable")
    task = rows(right)[1]
    assert isinstance(task, Task)
    assert (task.deliverable, task.lead, task.coordinating) == (
        "", "Dự thảo\nTờ trình", "Văn phòng Sở",
    )  # fmt: skip
    back = done(done(right, "left", "Soạn", column="lead"), "right", "Soạn", column="coordinating")
    assert rows(back) == rows(reading)
    assert "right" not in possible(reading, "Rà soát", "task")
    assert "left" not in possible(reading, "Soạn", "lead")


def test_a_goal_comes_from_above_or_goes(reading: Reading) -> None:
    used = done(reading, "goal", "Rà soát")
    assert isinstance(task := rows(used)[2], Task)
    assert task.goal == "Đúng hạn"
    assert rows(done(used, "no goal", "Rà soát")) == rows(reading)


def test_a_unit_is_chosen_for_a_name_that_was_learnt(reading: Reading) -> None:
    offered = repairs(reading, [at(reading, "Sửa")], "lead")["unit"]
    (words,) = offered.options
    assert words.label == "Bộ phận kế toán"
    (office,) = [option for option in words.options if option.label == "Văn phòng Sở"]
    assert office.apply is not None
    named = office.apply()
    assert "Bộ phận kế toán" not in [unit.name for unit in named.units]
    assert "Bộ phận kế toán" in next(u.aliases for u in named.units if u.name == "Văn phòng Sở")


def test_a_cell_typed_anew_is_checked_anew(reading: Reading) -> None:
    typed = write_cell(reading, at(reading, "Rà soát"), "time", "Quý III")
    assert len(typed.doubts) == len(reading.doubts) - 1
    assert len(write_cell(typed, at(typed, "Rà soát"), "time", "lúc nào đó").doubts) == len(
        reading.doubts
    )


# --- what is accepted -----------------------------------------------------------------------------


def test_a_row_left_out_is_not_accepted_and_can_be_taken_back(reading: Reading) -> None:
    left = done(reading, "take", "Rà soát")
    assert left.count() == reading.count() - 1
    change = accept_reading(Contents({}), left)
    assert "Rà soát văn bản" not in [getattr(e.record, "text", "") for e in change.edits]
    assert done(left, "take", "Rà soát").proposal.items == reading.proposal.items


def test_units_of_rows_left_out_are_not_learnt(reading: Reading) -> None:
    left = reading
    for text in ("Rà soát", "Sửa"):
        left = done(left, "take", text)
    (other,) = [
        n for n, i in enumerate(left.proposal.items) if getattr(i.edit.after, "number", "") == "4"
    ]
    take = repairs(left, [other], "task")["take"].apply
    assert take is not None
    change = accept_reading(Contents({}), take())
    names = [edit.record.name for edit in change.edits if isinstance(edit.record, Unit)]
    assert "Bộ phận kế toán" not in names
    assert "Thanh tra Sở" in names


def test_another_year_reads_again(reading: Reading) -> None:
    other = read_again(reading, 2025)
    assert other.plan.year == 2025
    assert not [doubt for doubt in other.doubts if "2025, khác" in doubt.why]


def test_a_second_reading_follows_the_plan_there_is(
    tmp_path: Path, paths: Paths, reading: Reading
) -> None:
    first = accept_reading(Contents({}), reading)
    assert not reading.extends
    with Project.create(tmp_path / "so.cchc", paths, first=first) as project:
        again = read_plan(reading.source, YEAR, contents=project.snapshot())
        assert again.extends
        project.apply(accept_reading(project, again))
        assert len(project.rows(project.wanted_plan(YEAR))) == 2 * len(rows(reading))


@pytest.mark.parametrize(
    ("lines", "time", "year"),
    [
        (("KẾ HOẠCH", "Cải cách hành chính năm 2026"), "Quý I/2025", 2026),
        (("KẾ HOẠCH", "Cải cách hành chính giai đoạn 2026 - 2030"), "Quý I", 2026),
        (("KẾ HOẠCH", "Cải cách hành chính năm 2026, tầm nhìn đến năm 2030"), "Quý I", 2026),
        (("KẾ HOẠCH", "Cải cách hành chính đến năm 2030"), "Quý I/2025", 2025),
        ((), "Quý I/2025", 2025),
        ((), "Quý I", None),
    ],
)
def test_the_year_that_a_file_names(
    plan_file: Build, lines: Sequence[str], time: str, year: int | None
) -> None:
    source = plan_file(ROWS[1], (*ROWS[3][:-1], time), lines=lines)
    assert likely_year(source) == year


# --- whatever is done -----------------------------------------------------------------------------


def words(reading: Reading) -> set[str]:
    texts = []
    for row in rows(reading):
        if isinstance(row, Task):
            texts += [row.number, row.goal, row.text, row.deliverable, row.lead, row.coordinating]
            texts.append(row.time)
        else:
            texts += [row.number, row.title]
    return {word.rstrip(".") for text in texts for word in text.split()}


def some_repair(reading: Reading, chance: random.Random) -> Repair:
    indices = [n for n, item in enumerate(reading.proposal.items) if row_of(item) is not None]
    index, column = chance.choice(indices), chance.choice(reading.columns).key
    offered = list(repairs(reading, [index], column).values())
    offered += [cure for doubt in reading.doubts for cure in cures(reading, doubt)]
    possible = [repair for repair in offered if repair.is_possible]
    repair = chance.choice(possible)
    while repair.options:
        repair = chance.choice(repair.options)
    return repair


def lawful(change: Change) -> None:
    created = [edit.after for edit in change.edits if edit.before is None]
    ids = [record.id for record in created if record is not None]
    assert len(set(ids)) == len(ids)
    positions = [record.position for record in created if isinstance(record, Row)]
    assert positions == sorted(set(positions))


@pytest.mark.parametrize("seed", range(25))
def test_after_any_repairs_the_rest_is_accepted_in_one_step(
    tmp_path: Path, paths: Paths, reading: Reading, seed: int
) -> None:
    chance = random.Random(seed)
    for _ in range(15):
        apply = some_repair(reading, chance).apply
        assert apply is not None
        reading = apply()
    change = accept_reading(Contents({}), reading)
    lawful(change)
    with Project.create(tmp_path / "so.cchc", paths, first=change) as project:
        accepted = project.rows(project.wanted_plan(reading.plan.year))
        taken = [row_of(i) for i in reading.proposal.items if i.taken and row_of(i) is not None]
        assert [row.id for row in accepted] == [row.id for row in taken if row is not None]


@pytest.mark.parametrize("seed", range(25))
def test_no_repair_of_rows_loses_a_word(reading: Reading, seed: int) -> None:
    chance = random.Random(seed)
    all_words = words(reading)
    for _ in range(15):
        indices = [n for n, i in enumerate(reading.proposal.items) if row_of(i) is not None]
        index, column = chance.choice(indices), chance.choice(reading.columns).key
        offered = repairs(reading, [index], column)
        names = ("part", "join", "area", "group", "task", "right", "left")
        able = [apply for name in names if (apply := offered[name].apply) is not None]
        if able:
            reading = chance.choice(able)()
        assert all_words <= words(reading)
