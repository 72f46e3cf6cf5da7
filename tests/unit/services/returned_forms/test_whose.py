"""Whose form a file is: stamps, periods, other files, what cannot be read."""

from datetime import date

import docx
import pytest

import resources
from cchc_desktop.domain.change import added
from cchc_desktop.domain.plan import Plan, Task
from cchc_desktop.domain.receipt import FormReceipt
from cchc_desktop.office.reader import read_office_file
from cchc_desktop.services.collecting import export_forms
from cchc_desktop.services.project import Project
from cchc_desktop.services.returned_forms import is_form
from tests.unit.services.returned_forms.conftest import (
    GUIDE,
    HTQT,
    LEAD,
    OFFICE,
    RECORDS,
    REVIEW,
    SAVE,
    TODAY,
    offered,
    whys,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


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
