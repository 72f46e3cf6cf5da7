"""Writes neutral sheets as an .xlsx: every cell a text, heights computed, ready to be printed one
page wide on A4 landscape.

openpyxl makes the book with its styles and the sheets' settings; the rows, of which there may be
thousands, are put into its empty sheets as ready text, which is several times as fast.
"""

import io
import re
import zipfile
from pathlib import Path
from typing import Any, cast

from openpyxl import Workbook as ExcelWorkbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from cchc_desktop.domain.content import Sheet, Workbook
from cchc_desktop.office.in_bulk import collector_resting
from cchc_desktop.office.sheet_pages import page_room, set_breaks, set_page
from cchc_desktop.office.sheet_style import CellStyle, SheetStyle, sheet_style
from cchc_desktop.office.sheetml_rows import DIGIT, TALLEST, SheetRows, text_height
from cchc_desktop.office.target import write_safely
from cchc_desktop.office.xml_text import xml_bytes

_SHEET_WIDTH = 150  # figures over which a table's shares are spread
_WIDEST = 255.0  # figures; Excel allows no wider column
_WIDER = 1.2  # by how much at a time
_AS_TEXT = "@"
_FAST = 1  # level of deflate
_NO_ROWS = re.compile(rb"<sheetData ?/>|<sheetData></sheetData>")
_NO_CELLS = re.compile(rb'<dimension ref="[^"]*"')

_TEXTS_ARE_MEANT = (
    b'<ignoredErrors><ignoredError sqref="%b" numberStoredAsText="1"/></ignoredErrors>'
)
_END = b"</worksheet>"
_CHOICE_TITLE = "Chọn trong danh sách"
_CHOICE_ERROR = "Nên chọn một trong các chữ: {words}. Vẫn giữ chữ vừa gõ?"


@collector_resting()
def write_xlsx(workbook: Workbook, target: Path) -> None:
    """Writes the workbook; RefusedOutput when the target cannot be written, or a text is longer
    than Excel's cells can hold.
    """
    write_safely(target, _xlsx_bytes(workbook, sheet_style()))


def _xlsx_bytes(workbook: Workbook, style: SheetStyle) -> bytes:
    excel = _empty_book(workbook, style)
    rows = {}
    for n, sheet in enumerate(workbook.sheets, start=1):
        rows[f"xl/worksheets/sheet{n}.xml"] = _filled(excel.create_sheet(sheet.name), sheet, style)
    frame, whole = io.BytesIO(), io.BytesIO()
    excel.save(frame)
    with zipfile.ZipFile(frame) as source, zipfile.ZipFile(whole, "w") as package:
        for entry in source.infolist():
            part = source.read(entry)
            if entry.filename in rows:
                part = _with_rows(part, rows[entry.filename])
            package.writestr(entry, part, compresslevel=_FAST)
    return whole.getvalue()


def _with_rows(part: bytes, rows: SheetRows) -> bytes:
    """The part of an empty sheet with its rows put in; Excel is told not to mark every "1" as a
    number that is stored as text.
    """
    start, end = _NO_ROWS.split(part)
    start = _NO_CELLS.sub(f'<dimension ref="{rows.extent}"'.encode(), start)
    end = end.replace(_END, _TEXTS_ARE_MEANT % rows.extent.encode() + _END)
    return b"".join((start, b"<sheetData>", xml_bytes("".join(rows.xml)), b"</sheetData>", end))


def _empty_book(workbook: Workbook, style: SheetStyle) -> ExcelWorkbook:
    excel = ExcelWorkbook()
    excel.properties.title = workbook.title
    excel.properties.creator = workbook.author
    # columns are measured in figures of the Normal style, to which openpyxl has no public way
    normal = cast(Any, excel)._named_styles["Normal"]  # noqa: SLF001
    normal.font = Font(style.font, style.size)
    for role, look in style.roles.items():
        excel.add_named_style(_named_style(role, look, style.font))
    excel.remove(excel.worksheets[0])
    return excel


def _named_style(role: str, look: CellStyle, font: str) -> NamedStyle:
    across = Side("thin" if look.border != "none" else None)
    upright = Side("thin" if look.border == "all" else None)
    return NamedStyle(
        name=role,
        font=Font(font, look.size, b=look.bold, i=look.italic),
        fill=PatternFill("solid", fgColor=look.fill) if look.fill else PatternFill(),
        border=Border(left=upright, right=upright, top=across, bottom=across),
        alignment=Alignment(look.align, look.valign, wrap_text=look.wrap),
        number_format=_AS_TEXT,
    )


def _look_number(excel: Worksheet, role: str) -> int:
    """The number that the book gives to cells of that style."""
    pattern: Any = WriteOnlyCell(excel)
    pattern.style = role
    return int(pattern.style_id)


def _filled(excel: Worksheet, sheet: Sheet, style: SheetStyle) -> SheetRows:
    """The sheet's rows; what they ask of the sheet itself is set."""
    widths = _column_widths(sheet, style)
    for column, width in enumerate(widths, start=1):
        excel.column_dimensions[get_column_letter(column)].width = width
    looks = {role: _look_number(excel, role) for role in style.roles}
    rows = SheetRows(widths, style.roles, looks, grows=sheet.grows)
    rows.add_lines(sheet.heading)
    head = rows.row
    rows.add_merged(sheet.table.head)
    body = rows.row
    rows.add(sheet.table.rows)
    if sheet.filtered:
        end = get_column_letter(len(widths))
        excel.auto_filter.ref = f"A{body - 1}:{end}{rows.row - 1}"
    _set_columns(excel, sheet, range(body, rows.row))
    rows.add_lines(sheet.notes)
    for cells in rows.merged:
        excel.merged_cells.add(cells)
    excel.freeze_panes = f"{get_column_letter(sheet.frozen + 1)}{body}"
    excel.print_title_rows = f"{head}:{body - 1}"
    set_page(excel, style)
    if not sheet.grows:  # else nobody knows how tall its rows will be
        last = len(rows.kept) - 1
        rows.kept[last - len(sheet.notes) : last] = [True] * len(sheet.notes)
        room = page_room(sum(widths) * DIGIT, style)
        set_breaks(excel, rows.heights, rows.kept, range(head - 1, body - 1), room)
    return rows


def _set_columns(excel: Worksheet, sheet: Sheet, body: range) -> None:
    """Hides columns, and offers words in others: another word is warned of and not forbidden."""
    for column in sheet.hidden_columns:
        excel.column_dimensions[get_column_letter(column + 1)].hidden = True
    for column, words in sheet.choices:
        letter = get_column_letter(column + 1)
        offer = DataValidation("list", formula1=f'"{",".join(words)}"', allow_blank=True)
        offer.errorStyle, offer.errorTitle = "warning", _CHOICE_TITLE
        offer.error = _CHOICE_ERROR.format(words=", ".join(words))
        offer.showErrorMessage = True
        offer.add(f"{letter}{body.start}:{letter}{max(body.stop - 1, body.start)}")
        excel.add_data_validation(offer)


def _column_widths(sheet: Sheet, style: SheetStyle) -> list[float]:
    """The columns' widths in figures: their shares, but a column is made wider where the tallest
    row that Excel allows could not show its longest text.
    """
    unit = _SHEET_WIDTH / sum(sheet.table.widths)
    widths = [share * unit for share in sheet.table.widths]
    for column, cells in enumerate(zip(*sheet.table.rows, strict=True)):
        longest = max(cells, key=lambda cell: len(cell.text))
        widths[column] = _made_wider(widths[column], longest.text, style.roles[longest.style])
    return widths


def _made_wider(width: float, text: str, look: CellStyle) -> float:
    """The width at which a row can show the text, as far as a wider column helps."""
    enough = max(TALLEST, text_height(text, look, _WIDEST))
    while width < _WIDEST and text_height(text, look, width) > enough:
        width = min(width * _WIDER, _WIDEST)
    return width
