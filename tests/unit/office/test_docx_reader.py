"""A whole Word file, read as Word prints it: order, tracked changes, boxes, headers, speed."""

import gc
import time

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn

from cchc_desktop.office.grid import SourceParagraph, SourceTable
from cchc_desktop.office.reader import read_office_file


def test_wrapped_blocks_stay_in_order(read_word, w):
    body = (
        w.paragraph("1")
        + f"<w:sdt><w:sdtContent>{w.paragraph('2')}{w.table(w.row('3'))}</w:sdtContent></w:sdt>"
        + f"<w:customXml>{w.paragraph('4')}</w:customXml>"
        + w.paragraph("5")
    )
    blocks = read_word(body).blocks
    assert [b.cells[0].text if isinstance(b, SourceTable) else b.text for b in blocks] == [
        "1", "2", "3", "4", "5",
    ]  # fmt: skip


def test_tracked_changes_are_accepted_and_noted(read_word, w):
    gone, new = "<w:del w:id='1'/>", "<w:ins w:id='1'/>"
    mark = "<w:rPr><w:del w:id='1'/></w:rPr>"
    body = (
        w.paragraph(
            "Nửa đầu ", properties=mark + "<w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>"
        )
        + w.paragraph("nửa giữa ", properties=mark)
        + w.paragraph("nửa sau", properties='<w:jc w:val="center"/>')
        + w.table(
            w.row("bỏ", "bỏ", properties=gone),
            w.row("giữ", "thêm", properties=new),
            w.row(w.cell("bỏ ô", properties="<w:cellDel/>"), "còn"),
        )
        + w.paragraph("cuối", properties=mark)
        + w.table(w.row("cả bảng", properties=gone))
    )
    source = read_word(body)
    first, kept, last = source.blocks
    assert (first.text, first.centred) == ("Nửa đầu nửa giữa nửa sau", True)
    assert [c.text for c in kept.cells] == ["giữ", "thêm", "còn"]
    assert kept.height == 2
    assert last.text == "cuối"
    assert len(source.notes) == 1
    assert "Track Changes" in source.notes[0]
    assert not read_word(w.paragraph("không đổi")).notes


def test_a_long_deletion_is_quick(write_word, w):
    mark = "<w:rPr><w:del/></w:rPr>"
    gone = w.paragraph(f"<w:del>{w.run('bỏ') * 20}</w:del>", properties=mark) * 3_000
    began = time.perf_counter()
    (block,) = read_office_file(write_word(gone + w.paragraph("còn"))).blocks
    assert block.text == "còn"
    assert time.perf_counter() - began < 5


def test_text_boxes_come_once_after_their_anchor(read_word, w):
    inner = w.box(w.paragraph("trong cùng"))
    box = w.box(w.paragraph("hộp") + w.paragraph(inner) + w.table(w.row("ô hộp")))
    source = read_word(
        w.paragraph("trước ", box, "sau") + w.table(w.row(w.cell(w.paragraph("ô", box))))
    )
    anchor, boxed, innermost, boxed_table, outer = source.blocks
    assert (anchor.text, anchor.part) == ("trước sau", "body")
    assert (boxed.text, boxed.part) == ("hộp", "textbox")
    assert (innermost.text, innermost.part) == ("trong cùng", "textbox")
    assert (boxed_table.cells[0].text, boxed_table.part) == ("ô hộp", "textbox")
    assert [p.text for p in outer.cells[0].paragraphs] == ["ô", "hộp", "trong cùng"]
    assert outer.cells[0].nested[0].cells[0].text == "ô hộp"


def test_an_empty_text_box_says_nothing(read_word, w):
    (block,) = read_word(w.paragraph(w.box("") + w.run("a"))).blocks
    assert block.text == "a"


def test_headers_and_footers_that_are_printed(read_word, w):
    def section(kind, name, first=""):
        return f'<w:sectPr><w:{kind}Reference w:type="{{}}" r:id="{name}"/>{first}</w:sectPr>'

    body = (
        w.paragraph("a", properties=section("header", "header1").format("default"))
        + w.paragraph("b", properties=section("header", "header1").format("default"))
        + w.paragraph("c", properties=section("header", "header2", "<w:titlePg/>").format("first"))
        + w.paragraph("d", properties=section("header", "header3").format("first"))
        + section("footer", "footer1").format("default")
    )
    margins = {
        "header1": w.paragraph("đầu"),
        "header2": w.paragraph("đầu trang nhất") + w.table(w.row("cơ quan")),
        "header3": w.paragraph("không in"),
        "footer1": w.paragraph("chân"),
    }
    blocks = read_word(body, margins=margins).blocks
    assert [(b.part, getattr(b, "text", "bảng")) for b in blocks] == [
        ("header", "đầu"), ("header", "đầu trang nhất"), ("header", "bảng"),
        ("body", "a"), ("body", "b"), ("body", "c"), ("body", "d"), ("footer", "chân"),
    ]  # fmt: skip


def test_a_file_of_python_docx(tmp_path):
    document = docx.Document()
    document.add_heading("Mục tiêu", 1)
    document.add_paragraph("KẾ HOẠCH").alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph("gạch", style="List Bullet")
    document.add_paragraph("số", style="List Number")
    made = document.add_table(3, 3)
    made.cell(0, 0).merge(made.cell(1, 1)).text = "gộp"
    made.cell(2, 2).text = "cuối"
    made.rows[0]._tr.get_or_add_trPr().append(made._tbl.makeelement(qn("w:tblHeader")))
    document.sections[0].header.paragraphs[0].text = "đầu trang"
    document.save(tmp_path / "a.docx")
    head, heading, title, bullet, number, read = read_office_file(tmp_path / "a.docx").blocks
    assert (head.text, head.part) == ("đầu trang", "header")
    assert heading == SourceParagraph("Mục tiêu", bold=True, heading=1)
    assert (title.text, title.centred) == ("KẾ HOẠCH", True)
    assert (bullet.full_text, number.full_text) == ("- gạch", "1. số")
    assert [(c.row, c.column, c.rows, c.columns, c.text) for c in read.cells if c.text] == [
        (0, 0, 2, 2, "gộp"), (2, 2, 1, 1, "cuối"),
    ]  # fmt: skip
    assert read.head_rows == {0}


def test_embedded_foreign_content_is_noted(read_word, w):
    assert "altChunk" in read_word(w.paragraph("a") + '<w:altChunk r:id="x"/>').notes[0]


@pytest.mark.parametrize(
    ("name", "shape", "paragraphs"),
    [("binhdinh2020_plan.docx", (21, 6), 42), ("dongnai2024_sample.docx", (15, 7), 2)],
)
def test_real_documents(shared_data, name, shape, paragraphs):
    source = read_office_file(shared_data / name)
    tables = [block for block in source.blocks if isinstance(block, SourceTable)]
    largest = max(tables, key=lambda block: block.height)
    assert (largest.height, largest.width) == shape
    assert sum(isinstance(block, SourceParagraph) for block in source.blocks) == paragraphs
    assert not source.notes
    covered = sum(c.rows * c.columns for c in largest.cells)
    assert covered == largest.height * largest.width


def test_five_thousand_rows_in_seconds(write_word, w):
    rows = "".join(w.row(str(n), *("Rà soát thủ tục hành chính",) * 6) for n in range(5_000))
    path = write_word(w.table(rows))
    began = time.perf_counter()
    (source,) = read_office_file(path).blocks
    assert (source.height, source.width, len(source.cells)) == (5_000, 7, 35_000)
    assert time.perf_counter() - began < 5


def test_the_tree_is_let_go_at_once(write_word, w):
    source = write_word(w.paragraph("1") + w.table(w.row("2", "3")))
    read_office_file(source)  # fills what is kept for good
    gc.collect()
    gc.disable()
    try:
        read_office_file(source)
        left = gc.collect()
    finally:
        gc.enable()
    assert not left
