"""A form read from its grid: heads in other words and order, rows, what stands beside them."""

import pytest

from cchc_desktop.domain.section_form import stamp
from cchc_desktop.intake.section_form import read_forms
from cchc_desktop.office.grid import SourceCell, SourceFile, SourceParagraph, SourceTable

STAMP = stamp("p", "q3-2027", "u", "2027-08-25")
HEAD = ("STT", "Nhiệm vụ", "Kết quả thực hiện", "Tình trạng", "Ngày hoàn thành")


def sheet(*rows, title="Phiếu", kinds=None):
    cells = [
        SourceCell(n, column, (SourceParagraph(text),), value_kind=(kinds or {}).get(text, "text"))
        for n, row in enumerate(rows)
        for column, text in enumerate(row)
        if text
    ]
    return SourceTable(len(rows), max(map(len, rows)), tuple(cells), title)


def read(*sheets):
    return read_forms(SourceFile("phieu.xlsx", sheets))


def test_heads_in_other_words_and_another_order():
    head = ("Ngày xong", "Văn bản ban hành", "Kết quả", "TÊN NHIỆM VỤ", "Trạng thái", "Vướng mắc")
    (form,) = read(sheet(head, ("3/2", "12/KH", "Đã làm", "Rà soát", "xong", "không")))
    assert form.rows[0].cells == {
        "done_on": "3/2",
        "documents": "12/KH",
        "text": "Đã làm",
        "task": "Rà soát",
        "state": "xong",
        "difficulty": "không",
    }
    assert form.stamps == ()


@pytest.mark.parametrize(
    "head",
    [
        ("STT", "Nhiệm vụ", "Sản phẩm", "Đơn vị chủ trì", "Thời gian"),
        ("STT", "Mục tiêu", "Nhiệm vụ cụ thể", "Kết quả/Sản phẩm", "Chủ trì", "Thời gian"),
        ("Số", "Ngày", "Trích yếu"),
    ],
)
def test_other_tables_are_no_form(head):
    assert read(sheet(head, ("1", "a", "b"))) == []


def test_the_stamp_stands_in_words_or_in_the_head():
    in_words = sheet((f"Mã phiếu: {STAMP.text}",), HEAD, ("1", "Rà soát", "Đã làm"))
    in_head = sheet((*HEAD, f"Mã dòng (không sửa) {STAMP.text}"), ("1", "Rà soát", "Đã làm"))
    for table in (in_words, in_head):
        (form,) = read(table)
        assert form.stamps == (STAMP,)
        assert [row.where for row in form.rows] == [f"dòng {table.height}"]


def test_headings_and_a_head_that_is_repeated_are_no_rows():
    rows = [("Việc của kỳ này",), ("1", "Rà soát", "Đã làm"), HEAD, ("2", "Tiết kiệm", "")]
    (form,) = read(sheet(HEAD, *rows))
    assert [row.text("task") for row in form.rows] == ["Rà soát", "Tiết kiệm"]


def test_words_beside_the_table_are_told():
    (form,) = read(sheet((*HEAD, "Ý kiến"), ("1", "Rà soát", "Đã làm", "", "", "Gấp", "Lạc")))
    told = " ".join(form.notes)
    assert "Cột “Ý kiến” không thuộc phiếu nên không đọc: dòng 2 “Gấp”." in told
    assert "Cột không có tên không thuộc phiếu nên không đọc: dòng 2 “Lạc”." in told


def test_days_and_fractions_of_excel_are_written_as_in_vietnamese():
    kinds = {"2027-08-25": "date", "12.5": "number", "1.1": "text"}
    (form,) = read(sheet(HEAD, ("1.1", "Rà soát", "12.5", "", "2027-08-25"), kinds=kinds))
    assert form.rows[0].cells["text"] == "12,5"
    assert form.rows[0].cells["done_on"] == "25/8/2027"
    assert form.rows[0].cells["number"] == "1.1"


def test_sheets_without_a_stamp_belong_to_the_only_one_in_the_file():
    first = sheet((STAMP.text,), HEAD, ("1", "Rà soát", "Đã làm"))
    second = sheet(HEAD, ("2", "Tiết kiệm", "Giảm 8 %"), title="Tiếp")
    (form,) = read(first, second)
    assert [row.where for row in form.rows] == ["trang “Phiếu”, dòng 3", "trang “Tiếp”, dòng 2"]
