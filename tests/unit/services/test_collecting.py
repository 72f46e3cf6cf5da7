"""The units' forms of a period: who gets one, what stands in it, and the board."""

import zipfile
from datetime import date

import openpyxl
import pytest

from cchc_desktop.domain.change import added
from cchc_desktop.domain.errors import RefusedChange, RefusedOutput
from cchc_desktop.domain.plan import Area, Plan, Task
from cchc_desktop.domain.receipt import FormState
from cchc_desktop.domain.register import Evidence, RegisteredDocument
from cchc_desktop.domain.result import Result
from cchc_desktop.domain.section_form import NOT_YET, OUTSIDE_PLAN, TITLES, read_key, read_stamp
from cchc_desktop.domain.unit import Unit
from cchc_desktop.services.collecting import (
    board,
    export_forms,
    reminder_text,
    sent,
    units_named,
)
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.project import Project

TODAY = date(2027, 8, 25)
PLAN = Plan("p", 2027)
HTQT = Unit("u1", "Phòng Hợp tác quốc tế", "HTQT")
LS = Unit("u2", "Phòng Lãnh sự", "LS")
UNION = Unit("u3", "Công đoàn", "Công đoàn", "đoàn thể")
OUTSIDE = Unit("u4", "Sở Nội vụ", "Sở Nội vụ", "ngoài")
EVERYBODY = Unit("u5", "Các phòng chuyên môn", "Các phòng", "nhóm")
UNITS = (HTQT, LS, UNION, OUTSIDE, EVERYBODY)
TASKS = (
    Area("a", "p", 1, "II", "Thủ tục"),
    Task(
        "t1", "p", 2, "1.1", "", "Rà soát thủ tục", "Báo cáo", "Phòng HTQT", "Sở Nội vụ", "Hằng quý"
    ),
    Task("t2", "p", 3, "2", "", "=Tiết kiệm điện", "", "Công đoàn", "Các phòng", "Quý IV"),
)
SAID = (
    Result("r0", "t1", "h1-2027", "2027-03-31", "Đã rà soát 5 thủ tục", "đang làm"),
    Result("r1", "t1", "q3-2027", "2027-09-30", "+ 12 thủ tục", done_on="2027-08-03"),
    RegisteredDocument("d", "Báo cáo", "09", "BC-HTQT", "2027-08-02"),
    Evidence("e", "d", "t1"),
)
KEYS = list(TITLES)


def contents(*more):
    return Contents({record.id: record for record in (PLAN, *UNITS, *TASKS, *SAID, *more)})


@pytest.fixture
def form(tmp_path):
    """A unit's rows by the text of their task and time."""

    def exported(unit, key="q3"):
        held = contents()
        period = held.period(2027, key)
        files = export_forms(held, PLAN, period, tmp_path / "phieu", TODAY, {unit.id})
        return openpyxl.load_workbook(files[0].path)["Phiếu"]

    return exported


def rows(sheet):
    """The rows under the head, by column key."""
    values = [["" if v is None else v for v in row] for row in sheet.iter_rows(values_only=True)]
    head = next(n for n, row in enumerate(values) if row[0] == "STT")
    return [dict(zip(KEYS, row, strict=True)) for row in values[head + 1 :]]


def test_every_unit_that_is_asked_gets_one_and_nobody_outside(tmp_path):
    held = contents()
    files = export_forms(held, PLAN, held.period(2027, "q3"), tmp_path, TODAY)
    assert {file.path.name for file in files} == {
        "Phieu-Q3-2027_Cong-doan.xlsx",
        "Phieu-Q3-2027_HTQT.xlsx",
        "Phieu-Q3-2027_LS.xlsx",
    }


def test_a_form_never_takes_the_place_of_another_file(tmp_path):
    held = contents()
    for name in ("Phieu-Q3-2027_LS.xlsx", "Phieu-Q3-2027_LS_2.xlsx"):
        (file,) = export_forms(held, PLAN, held.period(2027, "q3"), tmp_path, TODAY, {"u2"})
        assert file.path.name == name


def test_a_row_says_what_is_asked_and_what_is_known(form):
    sheet = form(HTQT)
    asked = {row["time"]: row for row in rows(sheet) if row["task"]}
    first, third = asked["Hằng quý (kỳ 31/3)"], asked["Hằng quý (kỳ 30/9)"]
    assert (first["number"], first["task"], first["role"]) == (
        "II.1.1",
        "Rà soát thủ tục",
        "chủ trì",
    )
    assert first["before"] == "6 tháng: Đã rà soát 5 thủ tục; đang làm"
    assert (third["text"], third["done_on"]) == ("+ 12 thủ tục", "03/8/2027")
    assert third["documents"] == "Báo cáo số 09/BC-HTQT ngày 02/8/2027"


def test_what_is_not_due_yet_stands_apart_and_groups_are_expanded(form):
    listed = [row["task"] or row["number"] for row in rows(form(LS))]
    assert listed[:3] == [NOT_YET, "=Tiết kiệm điện", OUTSIDE_PLAN]
    assert listed[3:] == [""] * 10
    assert rows(form(LS))[1]["role"] == "phối hợp"


def test_the_key_column_is_hidden_and_says_whose_row_it_is(form):
    sheet = form(HTQT)
    assert sheet.column_dimensions["N"].hidden
    head = next(c.value for c in sheet["N"] if c.value)
    stamp = read_stamp(head)
    shown = next(row[0].value for row in sheet if "Mã phiếu" in str(row[0].value))
    assert read_stamp(shown) == stamp
    assert stamp.made_on == "2027-08-25"
    row = next(row for row in rows(sheet) if row["text"])
    key = read_key(row["key"], stamp)
    assert (key.task_id, key.occurrence) == ("t1", "2027-09-30")
    assert key.was("text", "+ 12\nthủ tục")
    assert not key.was("text", "13 thủ tục")
    assert read_key(row["key"].replace("t1", "t2"), stamp) is None


def test_text_stays_text_states_are_offered_and_rows_grow(form):
    sheet = form(LS)
    cell = next(c for c in sheet["B"] if c.value == "=Tiết kiệm điện")
    assert (cell.data_type, cell.number_format) == ("s", "@")
    (offer,) = sheet.data_validations.dataValidation
    assert offer.formula1 == '"chưa làm,đang làm,hoàn thành"'
    assert offer.errorStyle == "warning"
    assert sheet.freeze_panes.startswith("C")
    assert sheet.page_setup.fitToWidth == 1


def test_rows_follow_what_is_written_into_them(form, tmp_path):
    form(LS)
    with zipfile.ZipFile(next(tmp_path.rglob("*.xlsx"))) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    assert ' ht="' in sheet
    assert "customHeight" not in sheet


def test_a_year_in_which_nobody_is_asked_is_refused(tmp_path):
    held = Contents({"p": PLAN})
    with pytest.raises(RefusedOutput, match="Quý I năm 2027"):
        export_forms(held, PLAN, held.period(2027, "q1"), tmp_path, TODAY)
    assert list(tmp_path.iterdir()) == []


def test_a_unit_is_found_by_any_of_its_names():
    for name in ("HTQT", "phong hop tac quoc te", "P. HTQT"):
        assert units_named(contents(), PLAN, name) == {"u1"}
    with pytest.raises(RefusedChange, match="Phòng Lãnh sự"):
        units_named(contents(), PLAN, "Phòng Pháp chế")


def test_a_reminder_names_the_unit_the_day_and_the_file():
    period = contents().period(2027, "q3")
    assert reminder_text(PLAN, period, LS, "Phieu.xlsx", date(2027, 9, 3)) == (
        "Đến nay chưa nhận được kết quả cải cách hành chính quý III năm 2027 của Phòng Lãnh sự "
        "(hạn gửi là ngày 01/9/2027, đã quá 2 ngày). Đề nghị Phòng Lãnh sự gửi sớm; tệp kèm theo: "
        "Phieu.xlsx."
    )
    assert "đã quá" not in reminder_text(PLAN, period, LS, "Phieu.xlsx", date(2027, 9, 1))


def test_the_board_counts_what_is_asked_now(tmp_path, paths):
    with Project.create(tmp_path / "so.cchc", paths) as project:
        project.apply(added("Nhập", [PLAN, *UNITS, *TASKS, *SAID[:2]]))
        period = project.period(2027, "q3")
        project.apply(sent(project, period, [LS], TODAY))
        assert project.next_undo == "Ghi đã gửi phiếu cho Phòng Lãnh sự"
        lines = {line.unit: line for line in board(project, PLAN, period, TODAY)}
        late = {line.unit: line.state for line in board(project, PLAN, period, date(2027, 9, 2))}
    # the quarters left from before, of which one is under way, and this one
    assert (lines[HTQT].asked, lines[HTQT].answered, lines[HTQT].state) == (3, 1, FormState.UNSENT)
    assert (lines[LS].asked, lines[LS].state) == (0, FormState.SENT)
    assert late[HTQT] == FormState.LATE
