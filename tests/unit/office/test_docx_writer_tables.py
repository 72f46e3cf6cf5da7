"""The tables of the .docx that comes out: merges, repeated heads, rows that stay together."""

from dataclasses import replace
from itertools import pairwise

import pytest
from docx.oxml.ns import qn

from cchc_desktop.domain.content import Cell, Paragraph, Table
from cchc_desktop.office.document_style import document_style

END = Paragraph("Hết./.")


def plain(*texts):
    return tuple(Cell(text) for text in texts)


def test_merged_cells_are_word_merges(document, open_docx):
    table = open_docx(document).tables[-1]
    assert table.cell(2, 1)._tc is table.cell(3, 1)._tc
    assert table.cell(1, 0)._tc is table.cell(1, 2)._tc
    assert [cell.text for cell in table.rows[3].cells] == [
        "2",
        "Mục tiêu chung",
        "Việc <hai> & 100%",
    ]
    assert table.cell(2, 2).text == "Việc một\n- Việc phụ"


def test_the_head_row_is_repeated_and_short_rows_do_not_break(document, open_docx):
    head, *rows = open_docx(document).tables[-1]._tbl.tr_lst
    assert head.trPr.find(qn("w:tblHeader")) is not None
    assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)


@pytest.mark.parametrize(("lines", "whole"), [(33, True), (37, False), (80, False)])
def test_a_row_that_takes_most_of_a_page_may_break(lines, whole, document, open_docx):
    text = "\n".join(["dòng"] * lines)
    tall = Table((1, 1), (plain("Cột", "Cột"),), (plain("x", text), plain("y", "ngắn")))
    document = replace(document, body=(tall,), appendices=())
    _, first, second = open_docx(document).tables[1]._tbl.tr_lst
    assert (first.trPr is not None) == whole
    assert second.trPr.find(qn("w:cantSplit")) is not None


def test_a_role_with_a_shade_shades_its_cell(document, open_docx):
    row = (Cell("■", "month_span"), Cell("", "month"))
    document = replace(document, body=(Table((1, 1), (), (row,)),), appendices=())
    shaded, plain_cell = open_docx(document).tables[1].rows[0].cells
    fill = shaded._tc.tcPr.find(qn("w:shd")).get(qn("w:fill"))
    assert fill == document_style().roles["month_span"].fill
    assert plain_cell._tc.tcPr.find(qn("w:shd")) is None


@pytest.fixture
def kept_rows(document, open_docx):
    """A function rows -> which rows of such a table stay with the next one."""

    def kept(*rows):
        table = Table((1, 4), (plain("Cột", "Cột"),), rows)
        file = open_docx(replace(document, body=(table,), appendices=()))
        return [
            all(p.pPr.keepNext is not None for p in row.iter(qn("w:p")))
            for row in file.tables[1]._tbl.tr_lst[1:]
        ]

    return kept


def test_rows_stay_together_as_far_as_a_merged_text_needs_them(kept_rows):
    area = Cell("Tên lĩnh vực cần ba dòng mới viết hết trong cột này", "cell_area_side", rows=7)
    tasks = [plain("việc " * 25) for _ in range(6)]
    needs_two, tail = [True], [False, False, False, False, True, False]
    assert kept_rows((area, *tasks[0]), *tasks) == [*needs_two, *tail]


def test_the_room_of_a_merged_text_is_measured(kept_rows):
    area = Cell("bốn\ndòng\nchữ\nhẹp", "cell_area_side", rows=7)
    short = [plain("li " * 60) for _ in range(6)]  # two lines, for its letters are narrow
    tail = [False, False, True, False]
    assert kept_rows((area, Cell("1. Nhóm", "cell_group")), *short) == [True, True, False, *tail]


def test_a_heading_beside_a_merged_cell_stays_with_the_next_row(kept_rows):
    area, group = Cell("I", "cell_area_side", rows=5), (Cell("2. Nhóm", "cell_group"),)
    rows = (area, Cell("a")), group, plain("b"), plain("c"), plain("d")
    assert kept_rows(*rows) == [False, True, False, True, False]


def test_the_last_row_stays_with_a_note_under_the_table(document, open_docx):
    table = Table((1, 4), (), (plain("a", "b"), plain("c", "d")))
    notes = Paragraph("một", "note"), Paragraph("hai", "note")
    body = open_docx(replace(document, body=(table, *notes, END), appendices=())).element.body
    kept = {p.text: p.pPr.keepNext is not None for p in body.iter(qn("w:p"))}
    assert {text: kept[text] for text in ("b", "d", "một", "hai")} == {
        "b": False,
        "d": True,
        "một": True,
        "hai": False,
    }


def test_the_last_row_of_a_merged_cell_is_not_left_alone(kept_rows):
    area = Cell("I", "cell_area_side", rows=4)
    short = [plain("x") for _ in range(3)]
    assert kept_rows((area, Cell("x")), *short, plain("A", "B")) == [
        False,
        False,
        True,
        False,
        False,
    ]
    tall = [plain("rất dài " * 400) for _ in range(3)]
    assert kept_rows((area, Cell("x")), *tall) == [False] * 4


@pytest.mark.parametrize(("words", "together"), [(8, True), (80, False)])
def test_a_last_row_made_tall_by_its_merged_cell_waits_for_none(kept_rows, words, together):
    goal = Cell("mục tiêu " * words, rows=2)
    assert kept_rows((goal, Cell("x")), plain("y")) == [together, False]


def test_cell_widths_fill_the_text_width(document, open_docx):
    table = open_docx(document).tables[-1]
    total = sum(column.width.mm for column in table.columns)
    assert total == pytest.approx(
        document_style().page.text_width(landscape=True) / 72 * 25.4, abs=0.1
    )


def test_tables_may_follow_each_other_and_end_the_document(document, open_docx):
    (table,) = document.appendices[0].body
    file = open_docx(replace(document, body=(table, table), appendices=()))
    for above, below in pairwise(child.tag for child in file.element.body):
        assert not above == below == qn("w:tbl"), "Word would join them"
    assert len(file.tables) == 4
