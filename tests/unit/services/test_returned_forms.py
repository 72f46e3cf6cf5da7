"""Forms that came back, as real files: what is offered, what is refused, and that each is said."""

import unicodedata
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import docx
import pytest
from openpyxl.styles import Alignment

import resources
from cchc_desktop.domain.agency import Agency
from cchc_desktop.domain.change import Change, Edit, added
from cchc_desktop.domain.plan import Area, Plan, Task
from cchc_desktop.domain.receipt import FormReceipt
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.domain.result import Result
from cchc_desktop.domain.unit import Unit
from cchc_desktop.office.reader import read_office_file
from cchc_desktop.services.collecting import export_forms
from cchc_desktop.services.merge_list import merge_list
from cchc_desktop.services.project import Project
from cchc_desktop.services.returned_forms import is_form, merge_forms
from tests.form_filling import Form

TODAY = date(2027, 8, 30)
PLAN = Plan("p", 2027)
OFFICE = Unit("u1", "Văn phòng Sở", "VP Sở")
HTQT = Unit("u2", "Phòng Hợp tác quốc tế", "HTQT")
REVIEW = "Rà soát thủ tục hành chính về lãnh sự"
SAVE = "Tiết kiệm điện, giấy in trong cơ quan"
GUIDE = "Hướng dẫn người dân nộp hồ sơ trực tuyến"
SURVEY = "Khảo sát sự hài lòng của tổ chức, cá nhân"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LEAD = "Văn phòng Sở; Phòng HTQT"
RECORDS = (
    PLAN,
    Agency("ag", "UBND TỈNH MẪU", "SỞ NGOẠI VỤ", "SNgV", "Mẫu"),
    OFFICE,
    HTQT,
    Area("a", "p", 1, "I", "Thủ tục"),
    Task("t1", "p", 2, "1", "", REVIEW, "Báo cáo", LEAD, "", "Hằng quý"),
    Task("t2", "p", 3, "2", "", SAVE, "", LEAD, "", "Quý III"),
    Task("t3", "p", 4, "3", "", GUIDE, "Tờ rơi", LEAD, "", "Thường xuyên"),
    Task("t4", "p", 5, "4", "", SURVEY, "Phiếu", LEAD, "", "Quý I/2027"),
    Result("r2", "t2", "q3-2027", "", "Giảm 5 % giấy in", "đang làm", said_by="Văn phòng Sở"),
)


@pytest.fixture
def project(tmp_path, paths):
    with Project.create(tmp_path / "so.cchc", paths) as project:
        project.apply(added("Nhập", RECORDS))
        yield project


@pytest.fixture
def form(project, tmp_path):
    """A fresh form of a unit."""

    def exported(unit=OFFICE, key="q3", made_on=date(2027, 8, 20)):
        folder = tmp_path / "phieu"
        period = project.period(2027, key)
        (file,) = export_forms(project, PLAN, period, folder, made_on, {unit.id})
        return Form(file.path)

    return exported


@pytest.fixture
def merge(project):
    def merged(*files, **chosen):
        return merge_forms(project, files, TODAY, **chosen)

    return merged


def offered(merge, form=0):
    """What a form offers: task, column, old, new, taken."""
    return [
        (
            merge.task(n).text if merge.task(n) else "",
            merge.column(n),
            merge.old(n),
            merge.new(n),
            merge.proposal.items[n].taken,
        )
        for n in merge.forms[form].items
    ]


def whys(merge, form=0):
    return [f"{refusal.where}: {refusal.why}" for refusal in merge.forms[form].refused]


def test_answers_are_offered_cell_by_cell_and_accepted_as_one_step(form, merge, project):
    filled = form()
    row = filled.row(SAVE)
    filled.write(row, text="Giảm 8 % giấy in", state="Đã xong", done_on="25/8", figures="8 %")
    filled.write(filled.row(REVIEW, "30/9"), difficulty="Thiếu người")
    made = merge(filled.saved())
    assert offered(made) == [
        (REVIEW, "difficulty", "", "Thiếu người", True),
        (SAVE, "text", "Giảm 5 % giấy in", "Giảm 8 % giấy in", True),
        (SAVE, "state", "đang làm", "hoàn thành", True),
        (SAVE, "done_on", "", "25/8/2027", True),
        (SAVE, "figures", "", "8 %", True),
    ]
    assert whys(made) == []
    change = project.apply(made.accept())
    assert change.label == "Gộp 1 phiếu quý III"
    after = {result.task_id: result for result in project.results()}
    assert (after["t2"].text, after["t2"].state, after["t2"].done_on) == (
        "Giảm 8 % giấy in",
        "hoàn thành",
        "2027-08-25",
    )
    assert (after["t1"].occurrence, after["t1"].said_by, after["t1"].said_on) == (
        "2027-09-30",
        "Văn phòng Sở",
        "2027-08-30",
    )
    (receipt,) = project.receipts(made.period)
    assert (receipt.unit_id, receipt.received_on, receipt.merged_on) == (
        "u1",
        "2027-08-30",
        "2027-08-30",
    )
    assert (receipt.file_name, receipt.digest) == (filled.path.name, made.forms[0].digest)
    project.undo()
    assert project.results() == [RECORDS[-1]]
    assert project.receipts(made.period) == []


def test_a_blank_form_says_so_and_is_received(form, merge, project):
    made = merge(form().saved())
    assert offered(made) == []
    assert made.forms[0].notes == ("Phiếu chưa ghi gì.",)
    project.apply(made.accept())
    (receipt,) = project.receipts(made.period)
    assert receipt.received_on
    assert not receipt.merged_on


def test_words_taken_away_change_nothing_and_are_told(form, merge):
    filled = form()
    row = filled.row(SAVE)
    made = merge(filled.write(row, text=None).saved())
    assert offered(made) == []
    assert f"Dòng {row}: ô Kết quả thực hiện bị xoá trắng; chữ đang có được giữ." in (
        made.forms[0].notes
    )


def test_two_units_that_differ_are_rivals_and_one_can_be_taken(form, merge, project):
    files = []
    for unit, count in ((OFFICE, "14"), (HTQT, "12")):
        filled = form(unit)
        filled.write(filled.row(REVIEW, "30/9"), text=f"Đã rà soát {count} thủ tục", state="xong")
        files.append(filled.saved())
    made = merge(*files)
    first, same = made.forms[0].items
    second, again = made.forms[1].items
    assert same == again
    assert made.rivals(first) == (second,)
    assert made.rivals(same) == ()
    assert [item.taken for item in made.proposal.items] == [False, True, False]
    one = made.taken(first, True)
    other = one.taken(second, True)
    assert [one.proposal.items[n].taken for n in (first, second)] == [True, False]
    assert [other.proposal.items[n].taken for n in (first, second)] == [False, True]
    project.apply(other.accept())
    result = next(r for r in project.results() if r.task_id == "t1")
    assert (result.text, result.state) == ("Đã rà soát 12 thủ tục", "hoàn thành")
    assert made.said_by(second) == HTQT


def test_an_answer_that_came_in_since_the_form_went_out_is_not_overwritten(form, merge, project):
    filled = form(HTQT)
    filled.write(filled.row(SAVE), text="Giảm 9 %")
    said = RECORDS[-1]
    project.apply(Change("Sửa", (Edit(said, replace(said, text="Giảm 7 % giấy in")),)))
    made = merge(filled.saved())
    assert offered(made) == [(SAVE, "text", "Giảm 7 % giấy in", "Giảm 9 %", False)]
    assert made.doubt(made.forms[0].items[0]) == "Văn phòng Sở đã ghi khác, giữ cũ"
    assert made.said_before(made.forms[0].items[0])[0] == "Văn phòng Sở"


def test_a_unit_corrects_what_it_said_but_an_old_file_does_not(form, merge, project):
    first, second = form(), form()
    project.apply(merge(first.write(first.row(GUIDE), text="02 buổi").saved()).accept())
    corrected = merge(second.write(second.row(GUIDE), text="03 buổi").saved())
    assert offered(corrected) == [(GUIDE, "text", "02 buổi", "03 buổi", True)]
    said = next(r for r in project.results() if r.task_id == "t3")
    project.apply(Change("Sửa", (Edit(said, replace(said, text="04 buổi")),)))
    again = merge(first.path)
    assert offered(again) == [(GUIDE, "text", "04 buổi", "02 buổi", False)]


def test_a_cell_that_nobody_touched_does_not_bring_its_old_words_back(form, merge, project):
    filled = form()
    filled.write(filled.row(GUIDE), text="02 buổi")
    said = RECORDS[-1]
    project.apply(Change("Sửa", (Edit(said, replace(said, text="Giảm 7 % giấy in")),)))
    made = merge(filled.saved())
    assert [row[:2] for row in offered(made)] == [(GUIDE, "text")]


def test_states_and_days_that_are_not_clear_are_refused_with_their_words(form, merge):
    filled = form()
    row = filled.row(GUIDE)
    made = merge(filled.write(row, state="chưa hoàn thành", done_on="tháng 8").saved())
    assert offered(made) == []
    state, day = whys(made)
    assert state.startswith(f"dòng {row}, Tình trạng: “chưa hoàn thành” không rõ")
    assert day.startswith(f"dòng {row}, Ngày hoàn thành: “tháng 8” không phải một ngày")
    assert "Phiếu chưa ghi gì." not in made.forms[0].notes


def test_days_of_another_year_or_to_come_are_doubted(form, merge):
    filled = form()
    filled.write(filled.row(GUIDE), done_on="25/8/2026")
    filled.write(filled.row(SAVE), done_on="25/12/2027")
    made = merge(filled.saved())
    doubts = {made.task(n).text: made.doubt(n) for n in made.forms[0].items}
    assert doubts == {GUIDE: "năm 2026 ≠ 2027, giữ cũ", SAVE: "ngày chưa đến, giữ cũ"}
    assert not any(row[-1] for row in offered(made))


def test_what_the_plan_says_is_offered_but_not_taken(form, merge, project):
    filled = form()
    filled.write(filled.row(SAVE), time="Quý III năm 2026", deliverable="Báo cáo")
    filled.write(filled.row(REVIEW, "30/9"), time="Hằng tháng (kỳ 30/9)")
    made = merge(filled.saved())
    assert offered(made) == [
        (REVIEW, "time", "Hằng quý", "Hằng tháng", False),
        (SAVE, "deliverable", "", "Báo cáo", False),
        (SAVE, "time", "Quý III", "Quý III năm 2026", False),
    ]
    assert [made.doubt(n) for n in made.forms[0].items] == [
        "sửa kế hoạch, giữ cũ",
        "sửa kế hoạch, giữ cũ",
        "năm 2026 ≠ 2027, giữ cũ",
    ]
    project.apply(made.accept())
    assert project.record("t2") == RECORDS[6]
    project.apply(made.taken(made.forms[0].items[2], True).accept())
    assert project.record("t2").time == "Quý III năm 2026"


def test_new_work_and_new_documents(form, merge, project):
    filled = form()
    filled.write(filled.row(GUIDE), documents="Báo cáo số 09/BC-VP ngày 25/8/2027")
    spare = filled.spare_row()
    filled.write(spare, task="Làm video giới thiệu thủ tục", text="01 video", time="Quý III")
    filled.write(spare, documents="Kế hoạch số 10/KH-VP ngày 26/8/2027")
    made = merge(filled.saved())
    new = "Làm video giới thiệu thủ tục"
    assert offered(made) == [
        (GUIDE, "documents", "", "Báo cáo số 09/BC-VP ngày 25/8/2027", True),
        (new, "task", "", new, True),
        (new, "text", "", "01 video", True),
        (new, "documents", "", "Kế hoạch số 10/KH-VP ngày 26/8/2027", True),
    ]
    project.apply(made.accept())
    task = project.rows(PLAN)[-1]
    assert (task.text, task.lead, task.number) == (new, "Văn phòng Sở", "5")
    assert next(r for r in project.results() if r.task_id == task.id).text == "01 video"
    cited = {(project.record(e.document_id).number, e.target_id) for e in project.evidence()}
    assert cited == {("09", "t3"), ("10", task.id)}
    again = merge(filled.path)
    assert offered(again) == []
    assert "Mọi điều phiếu ghi đã có trong tệp." in again.forms[0].notes
    assert "Tệp này đã gộp ngày 30/8/2027." in again.forms[0].notes


def test_what_is_left_out_takes_what_belongs_to_it_along(form, merge, project):
    filled = form()
    spare = filled.spare_row()
    filled.write(spare, task="Làm video", text="01 video", documents="Kế hoạch số 10/KH-VP")
    made = merge(filled.saved())
    task, answer, document = made.forms[0].items
    without = made.taken(task, False)
    assert [without.proposal.items[n].taken for n in (task, answer, document)] == [
        False,
        False,
        True,
    ]
    project.apply(without.accept())
    assert [d.number for d in project.documents()] == ["10"]
    assert project.evidence() == []
    project.undo()
    back = without.taken(answer, True)
    assert back.proposal.items[task].taken
    no_document = made.taken(document, False)
    project.apply(no_document.accept())
    assert project.documents() == project.evidence() == []


def test_a_document_of_the_register_is_linked_and_not_added(form, merge, project):
    known = RegisteredDocument("d", "Báo cáo", "9", "BC-VP", "2027-08-25")
    project.apply(added("Thêm", [known]))
    filled = form()
    for task in (GUIDE, SAVE):
        filled.write(filled.row(task), documents="Báo cáo số 09/BC-VP ngày 25/8/2027")
    made = merge(filled.saved())
    assert [row[:2] for row in offered(made)] == [(SAVE, "documents"), (GUIDE, "documents")]
    project.apply(made.accept())
    assert project.documents() == [known]
    assert {e.target_id for e in project.evidence()} == {"t2", "t3"}


def test_a_document_without_a_number_is_refused(form, merge):
    filled = form()
    made = merge(filled.write(filled.row(GUIDE), documents="đã có văn bản gửi các phòng").saved())
    assert offered(made) == []
    assert "“đã có văn bản gửi các phòng” không có số" in whys(made)[0]


# What is done to forms


def test_sorted_rows_and_rows_taken_out(form, merge):
    filled = form()
    filled.write(filled.row(SAVE), text="Giảm 8 %")
    rows = filled.task_rows()
    values = [filled.values(row) for row in rows]
    for row, value in zip(rows, reversed(values), strict=True):
        filled.put(row, value)
    filled.sheet.delete_rows(filled.row(GUIDE))
    made = merge(filled.saved())
    assert offered(made) == [(SAVE, "text", "Giảm 5 % giấy in", "Giảm 8 %", True)]
    assert f"Phiếu không còn 1 dòng đã hỏi: “{GUIDE}”." in made.forms[0].notes


def test_columns_moved_and_deleted_even_the_key(form, merge):
    filled = form()
    filled.write(filled.row(SAVE), text="Giảm 8 %", figures="8 %")
    filled.sheet.move_range("G1:G40", cols=9)
    filled.lose("figures", "key")
    made = merge(filled.saved())
    assert offered(made) == [(SAVE, "text", "Giảm 5 % giấy in", "Giảm 8 %", True)]
    assert "Phiếu không còn cột “Số liệu”; các ô đó giữ như đang có." in made.forms[0].notes


def test_without_its_key_a_row_that_may_be_of_two_occurrences_is_refused(form, merge):
    filled = form().lose("key")
    row = filled.row(REVIEW, "30/9")
    filled.write(row, time="Hằng quý", text="Đã rà soát")
    filled.write(filled.row(REVIEW, "31/3"), text="Rà soát quý I")
    made = merge(filled.saved())
    assert offered(made) == [(REVIEW, "text", "", "Rà soát quý I", True)]
    assert f"dòng {row}: Không rõ kỳ nào của nhiệm vụ" in whys(made)[0]
    assert "“Đã rà soát”" in whys(made)[0]


def test_keys_moved_to_other_rows_are_noticed(form, merge):
    filled = form()
    one, other = filled.row(SAVE), filled.row(GUIDE)
    filled.write(one, text="Giảm 8 %").write(other, text="02 buổi")
    filled.swap_keys(one, other)
    made = merge(filled.saved())
    assert {row[0]: row[3] for row in offered(made)} == {SAVE: "Giảm 8 %", GUIDE: "02 buổi"}
    moved = [note for note in made.forms[0].notes if "mã dòng bị chuyển chỗ" in note]
    assert len(moved) == 2


def test_keys_moved_between_occurrences_are_noticed(form, merge):
    filled = form()
    first, third = filled.row(REVIEW, "31/3"), filled.row(REVIEW, "30/9")
    filled.write(third, text="Quý III")
    filled.swap_keys(first, third)
    made = merge(filled.saved())
    (place,) = made.forms[0].items
    assert made.occurrence(place) == "2027-09-30"


def test_a_damaged_key_and_words_that_fit_nothing(form, merge):
    filled = form()
    row = filled.row(GUIDE)
    filled.write(row, key=filled.text(row, "key")[:-1] + "x", text="02 buổi")
    strange = filled.row(SAVE)
    filled.write(strange, task="Tổ chức hội nghị giao ban", text="Đã họp")
    made = merge(filled.saved())
    assert [row[:2] for row in offered(made)] == [(GUIDE, "text")]
    assert any("mã dòng bị hỏng" in note for note in made.forms[0].notes)
    assert "mã dòng và tên nhiệm vụ “Tổ chức hội nghị giao ban” không khớp nhau".lower() in (
        whys(made)[0].lower()
    )


def test_a_row_of_another_form_is_not_taken_for_ones_own(form, merge):
    foreign, filled = form(HTQT, "h1"), form()
    values = foreign.values(foreign.row(REVIEW, "31/3"))
    spare = filled.spare_row()
    filled.put(spare, values)
    filled.write(spare, text="Của kỳ khác")
    made = merge(filled.saved())
    assert [row[:2] for row in offered(made)] == [(REVIEW, "text")]
    assert any("của phiếu khác" in note for note in made.forms[0].notes)


def test_rows_added_in_the_middle(form, merge):
    filled = form()
    at = filled.row(GUIDE)
    filled.sheet.insert_rows(at)
    filled.write(at, text="viết tiếp dòng trên")
    filled.sheet.insert_rows(at)
    filled.write(at, task="Tập huấn ký số", text="01 lớp")
    made = merge(filled.saved())
    assert [row[:2] for row in offered(made)] == [
        ("Tập huấn ký số", "task"),
        ("Tập huấn ký số", "text"),
    ]
    assert whys(made) == [
        f"dòng {at + 1}: Không rõ thuộc nhiệm vụ nào; dòng ghi: “viết tiếp dòng trên”."
    ]


def test_a_row_nearly_like_a_task_is_neither_that_nor_new(form, merge):
    filled = form()
    filled.write(filled.spare_row(), task="Tiết kiệm điện, giấy in ở các phòng", text="Xong")
    made = merge(filled.saved())
    assert offered(made) == []
    assert "gần giống nhiệm vụ" in whys(made)[0]


def test_two_rows_of_one_task_are_rivals(form, merge):
    filled = form()
    values = filled.values(filled.row(GUIDE))
    filled.write(filled.row(GUIDE), text="02 buổi")
    spare = filled.spare_row()
    filled.put(spare, values)
    filled.write(spare, text="03 buổi")
    made = merge(filled.saved())
    assert [row[3:] for row in offered(made)] == [("02 buổi", False), ("03 buổi", False)]
    assert any("cùng nói về một nhiệm vụ" in note for note in made.forms[0].notes)


def test_merged_cells_other_sheets_other_columns_and_hidden_rows(form, merge):
    filled = form()
    row = filled.row(SAVE)
    filled.write(row, text="Giảm 8 %")
    filled.sheet.merge_cells(start_row=row, end_row=row + 1, start_column=7, end_column=7)
    filled.sheet.cell(filled.head, 16).value = "Ý kiến của phòng"
    filled.sheet.cell(row, 16).value = "Xin thêm giấy"
    hidden = filled.row(REVIEW, "30/9")
    filled.write(hidden, text="Trong dòng bị lọc")
    filled.sheet.row_dimensions[hidden].hidden = True
    filled.sheet.title = "Sheet1"
    filled.book.create_sheet("Nháp").cell(1, 1).value = "linh tinh"
    made = merge(filled.saved())
    assert {row[3] for row in offered(made)} == {"Giảm 8 %", "Trong dòng bị lọc"}
    notes = made.forms[0].notes
    assert f"Ô gộp ở cột “Kết quả thực hiện”, dòng {row}–{row + 1}: chỉ tính cho dòng {row}." in (
        notes
    )
    assert (
        f"Cột “Ý kiến của phòng” không thuộc phiếu nên không đọc: dòng {row} “Xin thêm giấy”."
        in (notes)
    )
    assert "Trang tính “Nháp” không phải bảng của phiếu nên không đọc." in notes


def test_numbers_days_formulas_and_texts_that_look_like_them(form, merge):
    filled = form()
    row = filled.row(GUIDE)
    filled.write(row, text="=1+1", difficulty="-5", next_step="@x", figures=12.5)
    filled.write(row, done_on=datetime(2027, 8, 25))
    filled.sheet.cell(row, filled.column("done_on")).number_format = "dd/mm/yyyy"
    formula = filled.sheet.cell(filled.row(SAVE), filled.column("text"))
    formula.value = "=SUM(A1:A2)"
    made = merge(filled.saved())
    assert {row[1]: row[3] for row in offered(made)} == {
        "text": "=1+1",
        "difficulty": "-5",
        "next_step": "@x",
        "figures": "12,5",
        "done_on": "25/8/2027",
    }
    assert any("công thức chưa được tính" in note for note in made.forms[0].notes)


def test_words_in_nfd_are_the_same_words(form, merge):
    filled = form().lose("key")
    row = filled.row(SAVE)
    for key in ("task", "text", "state"):
        filled.write(row, **{key: unicodedata.normalize("NFD", filled.text(row, key))})
    filled.write(row, figures=unicodedata.normalize("NFD", "tám phần trăm"))
    made = merge(filled.saved())
    assert offered(made) == [(SAVE, "figures", "", "tám phần trăm", True)]


def test_long_text_in_several_lines(form, merge):
    filled = form()
    text = "Đã làm:\n- việc một\n- việc hai " + "rất dài " * 300
    filled.write(filled.row(GUIDE), text=text)
    filled.sheet.cell(filled.row(GUIDE), 7).alignment = Alignment(wrap_text=True)
    made = merge(filled.saved())
    assert offered(made)[0][3] == text.strip()


# Whose form it is


def test_a_form_that_lost_its_stamp_is_known_by_its_words(form, merge):
    filled = form(HTQT).lose("key").lose_stamp()
    filled.write(filled.row(GUIDE), text="02 buổi")
    made = merge(filled.saved("tra loi.xlsx"))
    assert made.forms[0].unit == HTQT
    assert made.period.key == "q3"
    assert [row[3] for row in offered(made)] == ["02 buổi"]
    assert "Phiếu mất mã; nhận ra theo tên đơn vị và kỳ ở đầu phiếu." in made.forms[0].notes


def test_the_form_of_the_period_before_is_refused(form, merge):
    old, new = form(HTQT, "h1"), form()
    old.write(old.row(GUIDE), text="cũ")
    made = merge(old.saved(), new.write(new.row(GUIDE), text="mới").saved())
    assert made.period.key == "q3"
    assert (made.forms[0].unit, made.forms[0].period.key) == (HTQT, "h1")
    assert whys(made) == [
        ": Phiếu của kỳ trước (6 tháng đầu năm 2027), không phải Quý III năm 2027."
    ]
    assert made.forms[0].is_refused
    assert offered(made) == []


def test_forms_of_a_later_period_are_out(form, merge, project):
    old = form(HTQT, "h1")
    project.apply(added("Gửi", [FormReceipt("f", "q3-2027", "u1", sent_on="2027-08-20")]))
    made = merge(old.saved())
    assert "kỳ trước" in whys(made)[0]
    wanted = merge(old.path, period=project.period(2027, "h1"))
    assert not wanted.forms[0].is_refused


def test_a_form_of_another_file_or_year(form, merge, project, tmp_path, paths):
    with Project.create(tmp_path / "khac.cchc", paths) as other:
        other.apply(added("Nhập", [Plan("p9", 2027), *RECORDS[1:4]]))
        task = Task("t1", "p9", 2, "1", "", REVIEW, "", LEAD, "", "Quý III")
        other.apply(added("Nhập", [task]))
        period = other.period(2027, "q3")
        files = export_forms(other, Plan("p9", 2027), period, tmp_path / "khac", TODAY, {"u1"})
    made = merge(files[0].path, form().path)
    assert whys(made) == [": Không phải phiếu của Sở: mã phiếu không có trong tệp dữ liệu này."]
    last = Plan("p26", 2026)
    project.apply(
        added("Nhập", [last, Task("t26", "p26", 2, "1", "", REVIEW, "", LEAD, "", "Quý I")])
    )
    period = project.period(2026, "q1")
    (old,) = export_forms(project, last, period, tmp_path / "phieu", TODAY, {"u1"})
    made = merge(old.path, form().path)
    assert whys(made) == [": Phiếu của kế hoạch CCHC năm 2026, không phải năm 2027."]


def test_the_same_file_twice_and_two_files_of_one_unit(form, merge, tmp_path):
    first = form()
    first.write(first.row(GUIDE), text="02 buổi", state="đang làm").saved()
    copy = tmp_path / "phieu" / "ban sao.xlsx"
    copy.write_bytes(first.path.read_bytes())
    second = form(made_on=date(2027, 8, 21))
    second.write(second.row(GUIDE), text="03 buổi", state="đang làm").saved()
    made = merge(first.path, copy, second.path)
    assert whys(made, 1) == [f": Trùng hẳn với tệp “{first.path.name}” đã đọc."]
    assert any("gửi hai phiếu" in note for note in made.forms[2].notes)
    texts = [row for row in offered(made) + offered(made, 2) if row[1] == "text"]
    assert [row[3:] for row in texts] == [("02 buổi", False), ("03 buổi", False)]


def test_a_form_older_than_the_one_sent_last(form, merge, project):
    old = form()
    project.apply(added("Gửi", [FormReceipt("f", "q3-2027", "u1", sent_on="2027-08-25")]))
    made = merge(old.saved())
    assert "Phiếu lập ngày 20/8/2027, cũ hơn phiếu gửi ngày 25/8/2027." in made.forms[0].notes


def test_two_stamps_in_one_table_are_refused(form, merge):
    filled, other = form(), form(HTQT)
    stamp = next(c.value for c in other.sheet[other.head] if "CCHC1-" in str(c.value))
    filled.sheet.cell(filled.head, filled.column("key")).value = stamp
    made = merge(filled.saved(), other.path)
    assert "hai mã khác nhau" in whys(made)[0]


def test_forms_of_two_units_in_one_file(form, merge):
    filled, other = form(), form(HTQT)
    filled.write(filled.row(GUIDE), text="02 buổi")
    other.write(other.row(SAVE), figures="8 %")
    sheet = filled.book.create_sheet("HTQT")
    for row in other.sheet.iter_rows(values_only=True):
        sheet.append(row)
    made = merge(filled.saved())
    assert [form.unit for form in made.forms] == [OFFICE, HTQT]
    assert [row[3] for n in (0, 1) for row in offered(made, n)] == ["02 buổi", "8 %"]


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("ketqua.xlsx", OLE + "Workbook".encode("utf-16-le"), ".xls"),
        ("khoa.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        ("hong.xlsx", b"PK\x03\x04 nothing", "bị hỏng"),
        ("rong.xlsx", b"", "rỗng"),
        ("quet.pdf", b"%PDF-1.7", "PDF"),
    ],
)
def test_files_that_cannot_be_read_are_named_and_hinder_no_other(
    form, merge, tmp_path, name, content, why
):
    bad = tmp_path / name
    bad.write_bytes(content)
    filled = form()
    made = merge(bad, filled.write(filled.row(GUIDE), text="02 buổi").saved())
    assert (made.forms[0].file, made.forms[0].unit) == (name, None)
    assert why in whys(made)[0]
    assert len(made.forms[1].items) == 1


def test_a_word_file_that_is_no_form_and_one_that_is(form, merge, tmp_path):
    strange = docx.Document()
    strange.add_paragraph("Kính gửi Văn phòng Sở")
    strange.save(str(tmp_path / "thu.docx"))
    filled = form()
    filled.write(filled.row(GUIDE), text="02 buổi")
    pasted = docx.Document()
    rows = [["" if v is None else str(v) for v in row] for row in filled.sheet.values]
    for row in rows[: filled.head - 1]:
        pasted.add_paragraph(row[0])
    table = pasted.add_table(0, 13)
    for row in rows[filled.head - 1 :]:
        for cell, text in zip(table.add_row().cells, row, strict=False):
            cell.text = text
    pasted.save(str(tmp_path / "phieu.docx"))
    made = merge(tmp_path / "thu.docx", tmp_path / "phieu.docx")
    assert whys(made) == [": Không phải phiếu của Sở: không có bảng kết quả để điền."]
    assert [row[3] for row in offered(made, 1)] == ["02 buổi"]


def test_a_form_is_told_from_a_plan(form):
    assert is_form(read_office_file(form().lose("key").lose_stamp().saved()))
    assert not is_form(read_office_file(resources.path("sample/ke-hoach-mau-7-cot.docx")))


def test_nothing_is_written_before_acceptance(form, merge, project):
    before = project.path.read_bytes()
    filled = form()
    merge(filled.write(filled.row(GUIDE), text="02 buổi").saved())
    assert project.path.read_bytes() == before


def test_as_the_command_prints_it(form, merge):
    filled = form()
    filled.write(filled.row(SAVE), text="Giảm 8 %", time="Quý IV")
    filled.write(filled.spare_row(), task="Làm video")
    made = merge(filled.saved(), Path("khong-co.xlsx"))
    first, second = merge_list(made)["forms"]
    assert first["changes"] == [
        {"task": SAVE, "occurrence": None, "field": "time", "old": "Quý III", "new": "Quý IV"},
        {
            "task": SAVE,
            "occurrence": None,
            "field": "text",
            "old": "Giảm 5 % giấy in",
            "new": "Giảm 8 %",
        },
    ]
    assert first["new_rows"] == [{"task": "Làm video", "deliverable": "", "time": ""}]
    assert (first["unit"], first["period"], first["refused"]) == ("Văn phòng Sở", "q3", [])
    assert second["unit"] is None
    assert second["refused"][0]["where"] == "cả phiếu"
    accepted = merge_list(made, accepted=True)["forms"][0]
    assert accepted["refused"] == [
        {"where": f"{SAVE}, time", "why": "Sửa kế hoạch, giữ cũ: “Quý IV”."}
    ]


def test_a_time_that_changed_since_the_form_went_out(form, merge, project):
    filled = form()
    filled.write(filled.row(REVIEW, "30/9"), text="Đã rà soát")
    task = project.record("t1")
    project.apply(Change("Sửa", (Edit(task, replace(task, time="Quý III")),)))
    made = merge(filled.saved())
    (place,) = [n for n in made.forms[0].items if made.column(n) == "text"]
    assert made.occurrence(place) == ""
    assert any("thời gian của nhiệm vụ đã đổi" in note for note in made.forms[0].notes)


def test_no_documents_are_no_refusal(form, merge):
    filled = form()
    made = merge(filled.write(filled.row(GUIDE), documents="Không có.").saved())
    assert offered(made) == []
    assert whys(made) == []
