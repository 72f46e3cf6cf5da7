"""Every kind of doubt has its cures; each settles it and makes of the row what its label says."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from cchc_desktop.domain.agency import Agency
from cchc_desktop.domain.plan import Area, Group, Task
from cchc_desktop.domain.proposal import Doubt, DoubtKind
from cchc_desktop.domain.unit import Unit
from cchc_desktop.office.grid import SourceFile, SourceTable
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.cures import cures, in_year
from cchc_desktop.services.doubt_words import doubt_mark
from cchc_desktop.services.reading import Reading, read_plan

YEAR = 2027
Build = Callable[..., SourceFile]
ONE = ("1", "Đúng hạn", "Soạn văn bản.", "Báo cáo", "Văn phòng Sở", "", "Quý I")
TWO = ("2", "Đủ hồ sơ", "Mở lớp phổ biến.", "Kế hoạch", "Phòng Lễ tân", "", "Quý II")
THREE = ("3", "Sạch đẹp", "Kiểm tra công sở.", "Biên bản", "Thanh tra Sở", "", "Quý IV")


def tasks(reading: Reading) -> list[Task]:
    items = reading.proposal.items
    return [i.edit.after for i in items if isinstance(i.edit.after, Task) and i.taken]


OF_DOCUMENTS = {  # of the register: no plan is taken in with them
    DoubtKind.KNOWN,
    DoubtKind.OTHER_DATE,
    DoubtKind.TWO_DATES,
    DoubtKind.NUMBER_YEAR,
    DoubtKind.UNNUMBERED,
    DoubtKind.TOO_LONG,
    DoubtKind.UNREAD,
}


def only(reading: Reading, kind: DoubtKind) -> Doubt:
    (doubt,) = [doubt for doubt in reading.doubts if doubt.kind is kind]
    return doubt


def cured(reading: Reading, kind: DoubtKind, label: str) -> Reading:
    """The reading after the cure of that label, which settles the doubt."""
    doubt = only(reading, kind)
    repair = next(cure for cure in cures(reading, doubt) if cure.label == label)
    assert repair.apply is not None
    after = repair.apply()
    assert doubt not in after.doubts
    return after


def labels(reading: Reading, kind: DoubtKind) -> list[str]:
    return [cure.label for cure in cures(reading, only(reading, kind))]


def test_a_row_cut_in_two_is_joined_or_stands_alone(plan_file: Build) -> None:
    piece = ("", "", "trong cuộc họp giao ban", "tháng", "", "", "")
    cut = (*ONE[:2], "Soạn văn bản", *ONE[3:])
    reading = read_plan(plan_file(cut, piece, TWO, THREE), YEAR)
    kind = DoubtKind.JOINED
    assert labels(reading, kind) == ["Nối vào dòng 2", "Giữ thành dòng riêng"]
    kept = cured(reading, kind, "Nối vào dòng 2")
    assert kept.proposal.items == reading.proposal.items
    assert tasks(kept)[0].text == "Soạn văn bản trong cuộc họp giao ban"
    parted = cured(reading, kind, "Giữ thành dòng riêng")
    assert [(t.text, t.deliverable, t.goal, t.lead) for t in tasks(parted)[:2]] == [
        ("Soạn văn bản", "Báo cáo", "Đúng hạn", "Văn phòng Sở"),
        ("trong cuộc họp giao ban", "tháng", "Đúng hạn", ""),
    ]
    assert [item.row for item in parted.proposal.items if isinstance(item.edit.after, Task)] == [
        2, 3, 4, 5
    ]  # fmt: skip


def test_of_three_pieces_the_middle_one_takes_the_last_along(plan_file: Build) -> None:
    pieces = [("", "", words, "", "", "", "") for words in ("và trình ký,", "rồi ban hành")]
    cut = (*ONE[:2], "Soạn văn bản", *ONE[3:])
    reading = read_plan(plan_file(cut, *pieces, TWO, THREE), YEAR)
    doubt = next(doubt for doubt in reading.doubts if doubt.row == 3)
    apply = cures(reading, doubt)[1].apply
    assert apply is not None
    parted = apply()
    assert [t.text for t in tasks(parted)[:2]] == ["Soạn văn bản", "và trình ký, rồi ban hành"]
    assert [doubt.row for doubt in parted.doubts] == [4]
    again = cures(parted, parted.doubts[0])[1].apply
    assert again is not None
    assert [t.text for t in tasks(again())[:3]] == ["Soạn văn bản", "và trình ký,", "rồi ban hành"]


def test_a_shifted_row_can_stay_as_the_file_has_it(plan_file: Build) -> None:
    slipped = ("Rà soát văn bản", "Báo cáo", "Thanh tra Sở", "Văn phòng Sở", "Quý II", "", "")
    reading = read_plan(plan_file(ONE, slipped, TWO), YEAR)
    kind = DoubtKind.SHIFTED
    assert tasks(cured(reading, kind, "Dời về đúng cột"))[1].time == "Quý II"
    task = tasks(cured(reading, kind, "Giữ nguyên như tệp"))[1]
    assert (task.number, task.goal, task.text, task.lead, task.time) == (
        "Rà soát văn bản", "Báo cáo", "Thanh tra Sở", "Quý II", "",
    )  # fmt: skip


def test_printed_lines_are_a_sentence_or_lines_again(plan_file: Build) -> None:
    cut = (*ONE[:2], "Soạn văn bản của\nSở", "Báo cáo kết\nquả", *ONE[4:])
    reading = read_plan(plan_file(cut, TWO, THREE), YEAR)
    kind = DoubtKind.WRAPPED
    assert doubt_mark(reading, only(reading, kind)) == ("task", "đã nối dòng")
    kept = cured(reading, kind, "Nối thành câu")
    assert tasks(kept)[0].text == "Soạn văn bản của Sở"
    as_typed = tasks(cured(reading, kind, "Giữ nguyên như tệp"))[0]
    assert (as_typed.text, as_typed.deliverable) == cut[2:4]


def test_a_hidden_row_is_left_out_or_kept(plan_file: Build) -> None:
    reading = read_plan(plan_file(ONE, TWO, hidden=[2]), YEAR)
    left = cured(reading, DoubtKind.HIDDEN, "Bỏ dòng này")
    assert [task.number for task in tasks(left)] == ["1"]
    assert left.count() == 1
    assert len(tasks(cured(reading, DoubtKind.HIDDEN, "Giữ lại"))) == 2


def test_an_assumed_goal_is_used_or_left_blank(plan_file: Build) -> None:
    blank = [(n, "", f"Kiểm tra lần {n}.", *THREE[3:]) for n in ("2", "3")]
    reading = read_plan(plan_file(ONE, *blank, ("4", *TWO[1:])), YEAR)
    kind = DoubtKind.NO_GOAL
    used = cured(reading, kind, "Dùng mục tiêu dòng trên")
    assert [task.goal for task in tasks(used)] == ["Đúng hạn"] * 3 + ["Đủ hồ sơ"]
    left = cured(reading, kind, "Để trống")
    assert [task.goal for task in tasks(left)] == ["Đúng hạn", "", "", "Đủ hồ sơ"]


def test_a_goal_cut_in_two_is_one_or_two(plan_file: Build) -> None:
    first = ("1", "Văn bản được", *ONE[2:])
    second = ("", "ban hành đúng hạn", "Mở lớp phổ biến.", *TWO[3:])
    reading = read_plan(plan_file(first, second, THREE), YEAR)
    whole = cured(reading, DoubtKind.GOAL, "Ghép thành một mục tiêu")
    assert [t.goal for t in tasks(whole)[:2]] == ["Văn bản được ban hành đúng hạn"] * 2
    two = cured(reading, DoubtKind.GOAL, "Giữ thành mục tiêu riêng")
    assert [t.goal for t in tasks(two)] == ["Văn bản được", "ban hành đúng hạn", "Sạch đẹp"]


def test_a_title_cut_in_two_is_one_or_two(plan_file: Build) -> None:
    source = plan_file(ONE, TWO, THREE)
    head = ("Nhiệm vụ chung", "Nhiệm vụ cụ thể", "Sản phẩm", "Chủ trì", "Phối hợp", "Thời gian")
    area = ("I. Cải cách", "", "thủ tục hành chính")
    table = source.blocks[0]
    assert isinstance(table, SourceTable)
    cells = [
        cell._replace(column=cell.column - 1) if cell.column > 1 else cell
        for cell in table.cells
        if cell.column
    ]
    texts = {0: head[0], 1: area[0], 2: area[1], 3: area[2]}
    cells = [
        cell._replace(column=0, paragraphs=(cell.paragraphs[0]._replace(text=texts[cell.row]),))
        if cell.column <= 1
        and (cell.row, cell.column) in {(row, 1) for row in texts}
        and cell is next(c for c in cells if c.row == cell.row)
        else cell
        for cell in cells
    ]
    reading = read_plan(
        replace(source, blocks=(replace(table, width=6, cells=tuple(cells)),)), YEAR
    )
    titles = [i.edit.after.title for i in reading.proposal.items if isinstance(i.edit.after, Area)]
    assert titles == ["Cải cách thủ tục hành chính"]
    two = cured(reading, DoubtKind.TITLE, "Giữ thành hai tên")
    kinds = [
        getattr(i.edit.after, "title", "")
        for i in two.proposal.items
        if isinstance(i.edit.after, Area | Group | Task)
    ]
    assert kinds == ["Cải cách", "", "", "thủ tục hành chính", ""]


def test_a_number_that_excel_changed_is_mended_or_kept(plan_file: Build) -> None:
    rows = [(f"1.{n}", *ONE[1:2], f"Việc thứ {n}.", *ONE[3:]) for n in range(1, 10)]
    source = plan_file(*rows, ("1.1", *TWO[1:]))
    table = source.blocks[0]
    assert isinstance(table, SourceTable)
    cells = tuple(c._replace(value_kind="number") if not c.column else c for c in table.cells)
    reading = read_plan(replace(source, blocks=(replace(table, cells=cells),)), YEAR)
    assert labels(reading, DoubtKind.NUMBER) == ["Ghi là 1.10", "Giữ 1.1 như tệp"]
    assert tasks(cured(reading, DoubtKind.NUMBER, "Giữ 1.1 như tệp"))[-1].number == "1.1"


def test_a_year_slip_is_changed_or_kept(plan_file: Build) -> None:
    reading = read_plan(plan_file(ONE, (*TWO[:-1], "Quý I/2025")), YEAR)
    kind = DoubtKind.YEAR
    assert labels(reading, kind) == ["Đổi thành Quý I/2027", "Giữ như đã gõ"]
    changed = cured(reading, kind, "Đổi thành Quý I/2027")
    assert tasks(changed)[1].time == "Quý I/2027"
    assert not changed.doubts
    kept = cured(reading, kind, "Giữ như đã gõ")
    assert tasks(kept)[1].time == "Quý I/2025"


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("Trước ngày 15/3/2025", "Trước ngày 15/3/2027"),
        ("Quý IV/2025 và quý I/2026", None),  # which year is which is for the clerk to say
        ("Quý I", None),
    ],
)
def test_only_one_slip_is_changed_by_itself(text: str, moved: str | None) -> None:
    assert in_year(text, YEAR) == moved


def test_an_unread_time_is_kept(plan_file: Build) -> None:
    reading = read_plan(plan_file(ONE, (*TWO[:-1], "Rồi sẽ hay")), YEAR)
    kept = cured(reading, DoubtKind.TIME, "Giữ như đã gõ")
    assert tasks(kept)[1].time == "Rồi sẽ hay"


UNITS = Contents(
    {
        unit.id: unit
        for unit in (
            Unit("v", "Văn phòng Sở", "VP Sở"),
            Unit("t", "Thanh tra Sở", "Thanh tra"),
            Unit("c", "Các phòng chuyên môn", "Các phòng CM", "nhóm"),
        )
    }
)


def test_words_that_are_no_unit_become_one_or_another_name_of_one(plan_file: Build) -> None:
    words = "theo sự chỉ đạo của lãnh đạo"
    reading = read_plan(plan_file(ONE, (*TWO[:4], words, "", "Quý I")), YEAR, contents=UNITS)
    kind = DoubtKind.UNIT
    added = cured(reading, kind, "Thêm đơn vị mới")
    assert "Theo sự chỉ đạo của lãnh đạo" in [unit.name for unit in added.units]
    (choose,) = [cure for cure in cures(reading, only(reading, kind)) if cure.options]
    (thanh_tra,) = [option for option in choose.options if option.label == "Thanh tra Sở"]
    assert thanh_tra.apply is not None
    named = thanh_tra.apply()
    assert not named.doubts
    edits = [i.edit for i in named.proposal.items if i.edit.record.id == "t"]
    assert [edit.before for edit in edits] == [UNITS.record("t")]
    assert words in next(unit.aliases for unit in named.units if unit.id == "t")


def test_the_likeliest_unit_is_proposed_first(plan_file: Build) -> None:
    reading = read_plan(
        plan_file(ONE, (*TWO[:4], "các chuyên môn", "", "Quý I")), YEAR, contents=UNITS
    )
    assert labels(reading, DoubtKind.UNIT)[0] == "Là Các phòng chuyên môn"


def test_a_task_that_stands_twice_goes_or_stays(plan_file: Build) -> None:
    reading = read_plan(plan_file(ONE, ("2", *ONE[1:])), YEAR)
    gone = cured(reading, DoubtKind.REPEATED, "Bỏ dòng này")
    assert [task.number for task in tasks(gone)] == ["1"]
    assert len(tasks(cured(reading, DoubtKind.REPEATED, "Giữ cả hai"))) == 2


def test_a_title_of_another_year_is_read_again_or_kept(plan_file: Build) -> None:
    lines = ("KẾ HOẠCH", "Cải cách hành chính năm 2026")
    reading = read_plan(plan_file(ONE, TWO, lines=lines), YEAR)
    assert labels(reading, DoubtKind.PLAN_YEAR) == ["Nhập vào năm 2026", "Vẫn là năm 2027"]
    assert cured(reading, DoubtKind.PLAN_YEAR, "Nhập vào năm 2026").plan.year == 2026
    assert cured(reading, DoubtKind.PLAN_YEAR, "Vẫn là năm 2027").plan.year == 2027


def test_a_head_of_another_agency_and_notes_are_looked_at(plan_file: Build) -> None:
    lines = ("UBND TỈNH MẪU", "SỞ VĂN HOÁ MẪU", "KẾ HOẠCH", "Cải cách hành chính năm 2027")
    contents = Contents({"a": Agency("a", "UBND TỈNH MẪU", "SỞ NGOẠI VỤ", "SNgV", "Mẫu")})
    source = replace(plan_file(ONE, TWO, lines=lines), notes=("Đã nhận các thay đổi.",))
    reading = read_plan(source, YEAR, contents=contents)
    cured(reading, DoubtKind.AGENCY, "Giữ hồ sơ")
    cured(reading, DoubtKind.NOTE, "Đã xem")


def test_every_kind_of_doubt_has_a_cure(plan_file: Build) -> None:
    reading = read_plan(plan_file(ONE, TWO), YEAR)
    for kind in set(DoubtKind) - OF_DOCUMENTS:
        cells = (("goal", "x"),)
        doubt = Doubt(2, "Quý I/2025", "Vì sao", kind, cells)
        doubted = replace(reading, proposal=replace(reading.proposal, doubts=(doubt,)))
        assert cures(doubted, doubt), kind


def test_what_was_settled_stays_settled_when_other_rows_change(plan_file: Build) -> None:
    reading = read_plan(plan_file(ONE, (*TWO[:-1], "Quý I/2025"), ("3", *ONE[1:])), YEAR)
    kept = cured(reading, DoubtKind.YEAR, "Giữ như đã gõ")
    gone = cured(kept, DoubtKind.REPEATED, "Bỏ dòng này")
    assert gone.doubts == ()
