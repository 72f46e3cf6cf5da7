"""What an Excel file says, read as Excel shows it."""

import time
import zipfile
from datetime import date, datetime
from datetime import time as clock

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.formula import ArrayFormula

from cchc_desktop.domain.errors import RefusedInput
from cchc_desktop.office import xlsx_sheet
from cchc_desktop.office.reader import read_office_file


def texts(table):
    """The cells of a table as {(row, column): text}."""
    return {(c.row, c.column): c.text for c in table.cells}


def spans(table):
    """The merged cells as (row, column, rows, columns, text)."""
    return [
        (c.row, c.column, c.rows, c.columns, c.text)
        for c in table.cells
        if (c.rows, c.columns) != (1, 1)
    ]


@pytest.fixture
def book():
    """An empty workbook."""
    return openpyxl.Workbook()


@pytest.fixture
def read(book, tmp_path):
    """A function: saves the workbook, changes the XML of parts if asked, and reads it."""

    def saved_and_read(changes=()):
        path = tmp_path / "bảng.xlsx"
        book.save(path)
        if changes:
            with zipfile.ZipFile(path) as archive:
                parts = {name: archive.read(name).decode() for name in archive.namelist()}
            for part, old, new in changes:
                assert old in parts.setdefault(part, "")
                parts[part] = parts[part].replace(old, new)
            with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
                for name, text in parts.items():
                    archive.writestr(name, text)
        return read_office_file(path)

    return saved_and_read


SHEET = "xl/worksheets/sheet1.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def inline(text):
    """How openpyxl writes a text, from its type on."""
    return f't="inlineStr"><is><t>{text}</t></is>'


@pytest.mark.parametrize(
    ("value", "number_format", "text", "kind"),
    [
        ("Rà soát", None, "Rà soát", "text"),
        (" Rà\xa0soát\u200b ", None, "Rà soát", "text"),
        ("Ra\u0300 soa\u0301t", None, "Rà soát", "text"),
        ("- một\r\n- hai\n\n- ba", None, "- một\n- hai\n- ba", "text"),
        ("một_x000D_\nhai_x0009_ba", None, "một\nhai\tba", "text"),
        ("_x005F_x000D_", None, "_x000D_", "text"),
        ("_xD83D__xDE00_", None, "😀", "text"),
        ("_x12_ _xzzzz_", None, "_x12_ _xzzzz_", "text"),
        ("3/2024", "@", "3/2024", "text"),
        ("1.10", None, "1.10", "text"),
        (1, None, "1", "number"),
        (1.1, "0.00", "1.10", "number"),
        (0.98, "0%", "98%", "number"),
        (True, None, "TRUE", "text"),
        (date(2024, 3, 15), None, "2024-03-15", "date"),
        (datetime(2024, 3, 15, 8, 30), None, "2024-03-15 08:30", "date"),
        (date(2024, 3, 1), "mm/yyyy", "3/2024", "date"),
        (clock(8, 30), None, "08:30", "text"),
    ],
)
def test_values(book, read, value, number_format, text, kind):
    cell = book.active["B2"]
    cell.value = value
    if number_format:
        cell.number_format = number_format
    (table,) = read().blocks
    (found,) = table.cells
    assert (found.row, found.column, found.text, found.value_kind) == (1, 1, text, kind)
    assert (table.height, table.width) == (2, 2)


def test_text_that_looks_like_a_formula_stays_text(book, read):
    book.active["A1"].value = "=1+1"
    book.active["A1"].data_type = "s"
    book.active["A2"].value = "- gạch"
    book.active["A2"].quotePrefix = True  # typed with an apostrophe, which is no part of it
    assert texts(read().blocks[0]) == {(0, 0): "=1+1", (1, 0): "- gạch"}


def test_formulas_show_their_last_result(book, read):
    sheet = book.active
    sheet["A1"], sheet["A2"], sheet["A3"], sheet["A4"] = "x", "=1+2", '="a"&"b"', "=B9"
    sheet["A5"] = ArrayFormula("A5:A6", "=C1:C2")
    sheet["A6"] = "=#REF!"
    source = read(
        (
            (SHEET, "<f>1+2</f><v></v>", "<f>1+2</f><v>3</v>"),
            (SHEET, '<c r="A3"><f>"a"&amp;"b"</f><v>', '<c r="A3" t="str"><f>x</f><v>ab'),
            (SHEET, '<c r="A6"><f>#REF!</f><v>', '<c r="A6" t="e"><f>x</f><v>#REF!'),
        )
    )
    assert texts(source.blocks[0]) == {(0, 0): "x", (1, 0): "3", (2, 0): "ab"}
    assert any("A4, A5" in note and "công thức" in note for note in source.notes)
    assert any("A6" in note and "lỗi" in note for note in source.notes)


def test_notes_name_a_few_cells_only(book, read):
    for row in range(1, 30):
        book.active.cell(row, 1).value = "=B1"
    book.active["B1"] = "x"
    (note,) = read().notes
    assert "A5 và các ô khác" in note
    assert "A6" not in note


def test_rich_text(book, read):
    book.active["A1"] = CellRichText("Rà ", TextBlock(InlineFont(b=True), "soát"), " lại")
    assert texts(read().blocks[0]) == {(0, 0): "Rà soát lại"}


def test_shared_texts(book, read):
    """As Excel itself writes them: apart from the sheet."""
    book.active["A1"], book.active["A2"], book.active["A3"] = "a", "b", "c"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    shared = (
        f'<sst xmlns="{MAIN}"><si><t>Rà_x000D_&#10;soát lại</t></si><si/><si><r><t>Phòng </t></r>'
        '<r><rPr><b/></rPr><t>A</t></r><rPh sb="0" eb="1"><t>chú</t></rPh><phoneticPr/></si></sst>'
    )
    changes = [(SHEET, inline(letter), f't="s"><v>{n}</v>') for n, letter in enumerate("abc")]
    links = "xl/_rels/workbook.xml.rels"
    link = f'<Relationship Id="t" Type="{relation}" Target="/xl/chữ.xml"/></Relationships>'
    source = read([*changes, (links, "</Relationships>", link), ("xl/chữ.xml", "", shared)])
    assert texts(source.blocks[0]) == {(0, 0): "Rà\nsoát lại", (2, 0): "Phòng A"}


def test_merged_cells_are_listed_once(book, read):
    sheet = book.active
    for row in range(1, 5):
        for column in range(1, 4):
            sheet.cell(row, column).value = f"{row}{column}"
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("A2:A4")
    sheet.merge_cells("E2:E3")
    (table,) = read().blocks
    assert (table.height, table.width) == (4, 3)
    assert spans(table) == [(0, 0, 1, 3, "11"), (1, 0, 3, 1, "21")]
    assert texts(table) == {
        (0, 0): "11", (1, 0): "21", (1, 1): "22", (1, 2): "23",
        (2, 1): "32", (2, 2): "33", (3, 1): "42", (3, 2): "43",
    }  # fmt: skip


def test_an_empty_merged_cell_is_listed(book, read):
    book.active["C3"] = "x"
    book.active.merge_cells("A1:B2")
    (table,) = read().blocks
    first = table.cells[0]
    assert (first.rows, first.columns, first.value_kind, first.text) == (2, 2, "empty", "")


@pytest.mark.parametrize("reference", ["A1:XFD1048576", "A1:B1048576", "A1:XFD2"])
def test_huge_merged_cells_are_cut_to_the_grid(book, read, reference):
    book.active["A1"], book.active["C4"], book.active["D1"] = "x", "y", "z"
    book.active.merge_cells("F1:G1")
    (table,) = read(((SHEET, 'ref="F1:G1"', f'ref="{reference}"'),)).blocks
    assert (table.height, table.width) == (4, 4)
    assert spans(table)[0][:2] == (0, 0)


@pytest.mark.parametrize(
    "reference", ["", "A", "A:B", "1:2", "B2:A1", "ZZZZ1:ZZZZ2", "A1:B2:C3", "@"]
)
def test_senseless_merged_cells(book, read, reference):
    book.active["A1"], book.active["C4"] = "x", "y"
    book.active.merge_cells("F1:G1")
    (table,) = read(((SHEET, 'ref="F1:G1"', f'ref="{reference}"'),)).blocks
    assert set(texts(table).values()) >= {"y"}


def test_overlapping_merged_cells(book, read):
    book.active["A1"], book.active["B2"], book.active["C3"] = "x", "y", "z"
    book.active.merge_cells("A1:B1")
    wild = "".join(f'<mergeCell ref="A1:C{n}"/><mergeCell ref="B2:C{n}"/>' for n in range(2, 400))
    (table,) = read(((SHEET, '<mergeCell ref="A1:B1"/>', wild),)).blocks
    places = [
        (c.row + r, c.column + n)
        for c in table.cells
        for r in range(c.rows)
        for n in range(c.columns)
    ]
    assert len(places) == len(set(places))


def test_looks(book, read):
    sheet = book.active
    sheet["A1"], sheet["A2"], sheet["A3"] = "đậm", "giữa", "thường"
    sheet["A1"].font = Font(bold=True)
    sheet["A2"].alignment = Alignment(horizontal="center")
    cells = read().blocks[0].cells
    assert [c.bold for c in cells] == [True, False, False]
    assert [c.paragraphs[0].bold for c in cells] == [True, False, False]
    assert [c.paragraphs[0].centred for c in cells] == [False, True, False]


def test_sheets_hidden_sheets_and_charts(book, read):
    book.active.title = "Phụ lục I"
    book.active["A1"] = "x"
    hidden, very, empty = (book.create_sheet(name) for name in ("Nháp", "Rất ẩn", "Trống"))
    hidden["A1"] = very["A1"] = "không đọc"
    hidden.sheet_state, very.sheet_state = "hidden", "veryHidden"
    empty["B2"].font = Font(bold=True)
    book.create_chartsheet("Đồ thị")
    book.create_sheet("Phụ lục II")["C1"] = "y"
    source = read()
    assert [table.title for table in source.blocks] == ["Phụ lục I", "Phụ lục II"]
    assert [note.split("”")[0] for note in source.notes] == [
        "Trang tính “Nháp", "Trang tính “Rất ẩn",
    ]  # fmt: skip


def test_hidden_rows_and_columns_and_print_titles(book, read):
    sheet = book.active
    sheet.title = "Phụ lục 1"
    for row in range(1, 7):
        sheet.cell(row, 1).value, sheet.cell(row, 2).value = row, "x"
    sheet.row_dimensions[2].hidden = True
    sheet.row_dimensions[900].hidden = True
    sheet.column_dimensions["B"].hidden = True
    sheet.print_title_rows = "3:4"
    (table,) = read().blocks
    assert table.hidden_rows == {1}
    assert table.head_rows == {2, 3}
    assert table.hidden_columns == {1}
    assert table.width == 2


def test_empty_rows_and_columns_at_the_end_are_cut(book, read):
    book.active["B3"] = "x"
    book.active["H90"].font = Font(bold=True)
    book.active["G80"] = "    "
    (table,) = read().blocks
    assert (table.height, table.width, len(table.cells)) == (3, 2, 1)


def test_a_cell_at_the_end_of_the_world(book, read):
    book.active["A1"] = "x"
    book.active["XFD1048576"] = "xa"
    book.active["ZZ2"] = "xa"
    source = read()
    (table,) = source.blocks
    assert (table.height, table.width) == (1, 1)
    assert any("ZZ2" in note for note in source.notes)


def test_more_cells_in_a_row_than_excel_has_columns(book, read):
    book.active["A1"], book.active["A2"] = "a", "b"
    many = "<c><v/></c>" * 20_000 + "<c><v>1</v></c><c><f>x</f></c>"
    source = read(((SHEET, '<c r="A1"', f'{many}<c r="A1"'),))
    assert texts(source.blocks[0]) == {(0, 0): "a", (1, 0): "b"}


def test_print_titles_beyond_the_table(book, read):
    book.active["A5"] = "x"
    book.active.print_title_rows = "4:900000"
    assert read().blocks[0].head_rows == {3, 4}


def test_gaps_of_an_office_are_no_end(book, read):
    book.active["A1"], book.active["A900"] = "x", "y"
    assert read().blocks[0].height == 900


def test_a_million_empty_rows(book, read):
    book.active["A1"], book.active["A2"] = "x", "y"
    rows = "".join(f'<row r="{n}"><c r="A{n}" s="0"/></row>' for n in range(3, 500_000))
    began = time.process_time()
    (table,) = read(((SHEET, "</sheetData>", f"{rows}</sheetData>"),)).blocks
    assert table.height == 2
    assert time.process_time() - began < 20  # far above what it takes: it does not hang


def test_too_many_values_are_refused(book, read, monkeypatch):
    monkeypatch.setattr(xlsx_sheet, "MAX_CELLS", 50)
    for row in range(1, 60):
        book.active.cell(row, 1).value = row
    with pytest.raises(RefusedInput, match="quá 50 ô"):
        read()


def test_rows_and_cells_without_addresses(book, read):
    book.active["A1"], book.active["B1"], book.active["A2"] = "a", "b", "c"
    changes = [(SHEET, f' r="{name}"', "") for name in ("1", "2", "A1", "B1", "A2")]
    assert texts(read(changes).blocks[0]) == {(0, 0): "a", (0, 1): "b", (1, 0): "c"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (inline("a"), 't="s"><v>99</v>'),
        (inline("a"), 't="s"><v>-1</v>'),
        (inline("a"), 't="s"><v>x</v>'),
        (inline("a"), "><v>NaN</v>"),
        (inline("a"), "><v>1e999</v>"),
        (inline("a"), "><v>hai</v>"),
        (inline("a"), 't="d"><v>hai</v>'),
        (inline("a"), 't="inlineStr">'),
        (inline("a"), 't="wild"><v>x</v>'),
        ('r="A1"', 'r="1A"'),
        ('r="A1"', 'r="AAAAAAA1"'),
        ('r="A1"', 'r="A1" s="999"'),
        ('r="A1"', 'r="A1" s="x"'),
        ('<row r="1"', '<row r="-5"'),
        ('<row r="1"', '<row r="0"'),
        ('<row r="1"', f'<row r="{"9" * 5_000}"'),
        (inline("a"), f't="s"><v>{"9" * 5_000}</v>'),
    ],
)
def test_senseless_cells_do_not_stop_the_reading(book, read, old, new):
    book.active["A1"], book.active["B2"] = "a", "b"
    cells = [cell for table in read(((SHEET, old, new),)).blocks for cell in table.cells]
    assert "b" in {cell.text for cell in cells}
    assert all(cell.row >= 0 and cell.column >= 0 for cell in cells)


def test_iso_dates_of_strict_files(book, read):
    book.active["A1"] = "a"
    source = read(((SHEET, inline("a"), 't="d"><v>2024-03-15T00:00:00</v>'),))
    (cell,) = source.blocks[0].cells
    assert (cell.text, cell.value_kind) == ("2024-03-15", "date")


def test_the_calendar_of_1904(book, read):
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.active["A1"] = date(2024, 3, 15)
    assert read().blocks[0].cells[0].text == "2024-03-15"


def test_styles_that_openpyxl_would_refuse(book, read):
    book.active["A1"] = "x"
    source = read(
        (("xl/styles.xml", "<fills", '<fills lạ="1"><fill><wild/></fill></fills><fills'),)
    )
    assert source.blocks[0].cells[0].text == "x"


def test_a_real_sheet(shared_data):
    source = read_office_file(shared_data / "dongnai2024_sample.xlsx")
    (table,) = source.blocks
    assert (table.title, table.height, table.width) == ("Phụ lục", 18, 7)
    assert [place[1:4] for place in spans(table)].count((0, 1, 7)) == 4
    assert not source.notes


def test_five_thousand_rows_in_seconds(book, read):
    for number in range(5_000):
        book.active.append([number, *["Rà soát thủ tục hành chính"] * 6])
    began = time.perf_counter()
    (table,) = read().blocks
    assert (table.height, table.width, len(table.cells)) == (5_000, 7, 35_000)
    assert time.perf_counter() - began < 8
