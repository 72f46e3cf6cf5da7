"""The .xlsx that comes out: texts only, ready to be filtered and printed."""

import zipfile

import openpyxl
import pytest

from cchc_desktop.domain.content import Cell, Paragraph, Sheet, Table, Workbook
from cchc_desktop.domain.errors import RefusedOutput
from cchc_desktop.office.sheet_style import sheet_style
from cchc_desktop.office.sheetml_rows import text_height
from cchc_desktop.office.xlsx_writer import write_xlsx

HEAD = (
    (
        Cell("STT", "cell_head", 1, 2),
        Cell("Nhiệm vụ", "cell_head", 1, 2),
        Cell("Quý I", "cell_head", 2),
    ),
    (Cell("1", "cell_head"), Cell("2", "cell_head")),
)
TRICKY = [
    "=1+1",
    "+84",
    "-5",
    "@x",
    "1.10",
    "01",
    "3/2024",
    "2024-01-30",
    "#N/A",
    "TRUE",
    " a  b ",
    "'x",
]


def sheet(*rows, **parts):
    table = Table((1, 6, 2, 2), HEAD, tuple(rows))
    return Sheet("Kế hoạch", (Paragraph("KẾ HOẠCH", "title"),), table, **parts)


def row(*texts, style="cell"):
    return tuple(Cell(text, style) for text in texts)


@pytest.fixture
def write(tmp_path):
    def written(*sheets):
        target = tmp_path / "plan.xlsx"
        write_xlsx(Workbook("KẾ HOẠCH năm 2027", "SỞ NGOẠI VỤ", sheets), target)
        return openpyxl.load_workbook(target)

    return written


@pytest.mark.parametrize("text", TRICKY)
def test_every_cell_is_a_text(write, text):
    cell = write(sheet(row("1", text, "", "")))["Kế hoạch"]["B4"]
    assert (cell.value, cell.data_type, cell.number_format) == (text, "s", "@")


def test_characters_that_excel_cannot_hold_are_dropped(write):
    assert write(sheet(row("1", "a\x00b\x0b\nc", "", "")))["Kế hoạch"]["B4"].value == "ab\nc"


def test_the_head_is_frozen_and_repeated_on_each_page(write):
    excel = write(sheet(row("1", "x", "", "")))["Kế hoạch"]
    assert excel.freeze_panes == "A4"
    assert excel.print_title_rows == "$2:$3"


def test_printed_one_page_wide_on_a4_landscape(write):
    excel = write(sheet(row("1", "x", "", "")))["Kế hoạch"]
    assert excel.sheet_properties.pageSetUpPr.fitToPage
    setup = excel.page_setup
    assert (setup.orientation, int(setup.paperSize)) == ("landscape", 9)
    assert (int(setup.fitToWidth), int(setup.fitToHeight)) == (1, 0)
    assert "&P" in excel.oddFooter.center.text


def test_the_filter_covers_the_table_and_no_data_cell_is_merged(write):
    rows = (row("I. Thể chế", "", "", "", style="cell_area"), row("1", "a", "", ""))
    excel = write(sheet(*rows, notes=(Paragraph("Ghi chú", "note"),), filtered=True))["Kế hoạch"]
    assert excel.auto_filter.ref == "A3:D5"
    merged = {str(cells) for cells in excel.merged_cells.ranges}
    assert merged == {"A1:D1", "A2:A3", "B2:B3", "C2:D2", "A6:D6"}


def test_rows_are_as_tall_as_their_texts(write):
    long = "Rà soát quy định và đề xuất sửa đổi cho phù hợp " * 8
    excel = write(
        sheet(row("1", "ngắn", "", ""), row("2", long, "", ""), row("3", "a\nb\nc", "", ""))
    )
    one, many, three = (excel["Kế hoạch"].row_dimensions[n].height for n in (4, 5, 6))
    assert one < three < many <= 409
    assert three == pytest.approx(one + 2 * 12 * 1.3125)


def test_fonts_are_times_new_roman(write):
    excel = write(sheet(row("1", "x", "", "")))["Kế hoạch"]
    filled = [cell for cells in excel["A1:D4"] for cell in cells if cell.value]
    assert {cell.font.name for cell in filled} == {"Times New Roman"}


def test_a_text_too_long_for_the_tallest_row_gets_a_wider_column(write):
    rows = [
        row("1", "Rà soát quy định và đề xuất sửa đổi cho phù hợp " * n, "", "") for n in (1, 70)
    ]
    short, long = (write(sheet(one))["Kế hoạch"].column_dimensions["B"].width for one in rows)
    assert long > short
    excel = write(sheet(rows[1]))["Kế hoạch"]
    assert excel.row_dimensions[4].height <= 409
    assert len(rows[1][1].text) * 5 < long * 6 * excel.row_dimensions[4].height / (12 * 1.3125)


def test_a_text_of_a_page_is_shown_to_its_end(write):
    line = "- Rà soát, sửa đổi quy định nội bộ; tổ chức triển khai tới các phòng." * 4
    text = "\n".join([line] * 22)
    excel = write(sheet(row("1", text, "", "")))["Kế hoạch"]
    width = excel.column_dimensions["B"].width
    assert text_height(text, sheet_style().roles["cell"], width) <= 409


def test_a_column_is_not_wider_for_a_text_of_many_short_lines(write):
    rows = [row("1", "\n".join(["Sở Nội vụ"] * n), "", "") for n in (2, 40)]
    few, many = (write(sheet(one))["Kế hoạch"].column_dimensions["B"].width for one in rows)
    assert many == few


def test_the_sheet_knows_its_extent_and_means_its_texts(write, tmp_path):
    write(sheet(row("1", "a", "", ""), notes=(Paragraph("Ghi chú", "note"),)))
    with zipfile.ZipFile(tmp_path / "plan.xlsx") as package:
        xml = package.read("xl/worksheets/sheet1.xml").decode()
    assert '<dimension ref="A1:D5"' in xml
    assert '<ignoredError sqref="A1:D5" numberStoredAsText="1"/>' in xml


def test_a_text_longer_than_a_cell_holds_is_refused(write, tmp_path):
    with pytest.raises(RefusedOutput, match="32767"):
        write(sheet(row("1", "x" * 40_000, "", "")))
    assert list(tmp_path.iterdir()) == []


def test_a_form_hides_columns_offers_words_and_lets_rows_grow(write, tmp_path):
    form = sheet(
        row("1", "x", "", "k"),
        hidden_columns=(3,),
        choices=((2, ("a", "b c")),),
        frozen=2,
        grows=True,
    )
    excel = write(form)["Kế hoạch"]
    assert excel.column_dimensions["D"].hidden
    assert not excel.column_dimensions["C"].hidden
    (offer,) = excel.data_validations.dataValidation
    assert (str(offer.sqref), offer.formula1) == ("C4", '"a,b c"')
    assert (offer.errorStyle, offer.showErrorMessage) == ("warning", True)
    assert "a, b c" in offer.error
    assert excel.freeze_panes == "C4"
    with zipfile.ZipFile(tmp_path / "plan.xlsx") as package:
        assert b"customHeight" not in package.read("xl/worksheets/sheet1.xml")


def test_several_sheets_and_the_properties(write):
    second = Sheet("Tiến độ", (), Table((1,), (row("Cột"),), ()))
    excel = write(sheet(), second)
    assert excel.sheetnames == ["Kế hoạch", "Tiến độ"]
    assert (excel.properties.title, excel.properties.creator) == (
        "KẾ HOẠCH năm 2027",
        "SỞ NGOẠI VỤ",
    )


def test_refused_target_leaves_nothing(tmp_path):
    with pytest.raises(RefusedOutput):
        write_xlsx(Workbook("", "", (sheet(),)), tmp_path / "none" / "plan.xlsx")
    assert list(tmp_path.iterdir()) == []
