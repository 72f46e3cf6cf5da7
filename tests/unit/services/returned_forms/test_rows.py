"""Forms with rows, columns and keys moved, deleted or mangled: nothing is guessed, all is said."""

import unicodedata
from dataclasses import replace
from datetime import datetime

from openpyxl.styles import Alignment

from cchc_desktop.domain.change import Change, Edit
from tests.unit.services.returned_forms.conftest import GUIDE, HTQT, REVIEW, SAVE, offered, whys


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


def test_a_time_that_changed_since_the_form_went_out(form, merge, project):
    filled = form()
    filled.write(filled.row(REVIEW, "30/9"), text="Đã rà soát")
    task = project.record("t1")
    project.apply(Change("Sửa", (Edit(task, replace(task, time="Quý III")),)))
    made = merge(filled.saved())
    (place,) = [n for n in made.forms[0].items if made.column(n) == "text"]
    assert made.occurrence(place) == ""
    assert any("thời gian của nhiệm vụ đã đổi" in note for note in made.forms[0].notes)
