"""Writes neutral sheets as an .xlsx: every cell a text, heights computed, ready to be printed one
page wide on A4 landscape.
"""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

from openpyxl import Workbook as ExcelWorkbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, TYPE_STRING
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import IllegalCharacterError
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from cchc_desktop.domain.content import (
    Cell,
    Paragraph,
    Sheet,
    Workbook,
    nothing_covered,
    row_slots,
    spans_of,
)
from cchc_desktop.office.sheet_style import CellStyle, SheetStyle, sheet_style
from cchc_desktop.office.target import write_safely
from cchc_desktop.office.text_width import line_count

_A4 = 9  # Excel's number of the paper size
_MM_PER_INCH = 25.4
_TALLEST = 409.0  # points; Excel allows no taller row
_SHEET_WIDTH = 150  # characters over which a table's shares are spread
_DIGIT = 6.0  # points: the width of a figure of 12 points, Excel's unit of columns
_PADDING = 6.0  # points inside a cell that its text cannot take
_SPACING = 1.28  # height of a line, times its size: Excel's screen fonts are taller than the print
_AS_TEXT = "@"


def write_xlsx(workbook: Workbook, target: Path) -> None:
    """Writes the workbook; RefusedOutput when the target cannot be written."""
    buffer = io.BytesIO()
    _excel_workbook(workbook, sheet_style()).save(buffer)
    write_safely(target, buffer.getvalue())


def _excel_workbook(workbook: Workbook, style: SheetStyle) -> ExcelWorkbook:
    excel = ExcelWorkbook()
    excel.properties.title = workbook.title
    excel.properties.creator = workbook.author
    # columns are measured in figures of the Normal style, to which openpyxl has no public way
    normal = cast(Any, excel)._named_styles["Normal"]  # noqa: SLF001
    normal.font = Font(style.font, style.size)
    for role, look in style.roles.items():
        excel.add_named_style(_named_style(role, look, style.font))
    excel.remove(excel.worksheets[0])
    for sheet in workbook.sheets:
        _SheetWriter(excel.create_sheet(sheet.name), sheet, style).write()
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


def _look(excel: Worksheet, role: str) -> Any:
    """What openpyxl keeps of a cell of that style."""
    pattern: Any = WriteOnlyCell(excel)
    pattern.style = role
    return pattern._style  # noqa: SLF001


class _SheetWriter:
    """Writes one sheet from its first row down."""

    def __init__(self, excel: Worksheet, sheet: Sheet, style: SheetStyle) -> None:
        self.excel = excel
        self.sheet = sheet
        self.style = style
        unit = _SHEET_WIDTH / sum(sheet.table.widths)
        self.widths = [share * unit for share in sheet.table.widths]
        self.row = 1  # the next one
        self.looks = {role: _look(excel, role) for role in style.roles}

    def write(self) -> None:
        """The whole sheet."""
        for column, width in enumerate(self.widths, start=1):
            self.excel.column_dimensions[get_column_letter(column)].width = width
        self._lines(self.sheet.heading)
        head = self.row
        self._table_rows(self.sheet.table.head)
        body = self.row
        self._table_rows(self.sheet.table.rows)
        end = get_column_letter(len(self.widths))
        if self.sheet.filtered:
            self.excel.auto_filter.ref = f"A{body - 1}:{end}{self.row - 1}"
        self._lines(self.sheet.notes)
        self.excel.freeze_panes = f"A{body}"
        self.excel.print_title_rows = f"{head}:{body - 1}"
        self._page()

    def _lines(self, paragraphs: Sequence[Paragraph]) -> None:
        """Lines over or under the table, each over all its columns."""
        for paragraph in paragraphs:
            cell = Cell(paragraph.text, paragraph.style, columns=len(self.widths))
            self._table_rows([(cell,)])

    def _table_rows(self, rows: Sequence[tuple[Cell, ...]]) -> None:
        covered = nothing_covered(len(self.widths))
        for cells in rows:
            slots, covered = row_slots(spans_of(cells), covered)
            height = 0.0
            for column, columns, index in slots:
                if index is not None:
                    cell = cells[index]
                    self._put(column + 1, cell)
                    height = max(height, self._height(cell, column, columns))
            self.excel.row_dimensions[self.row].height = min(height, _TALLEST)
            self.row += 1

    def _put(self, column: int, cell: Cell) -> None:
        """A cell holds a text, whatever it looks like: "=1+1" is no formula, "1.10" no number."""
        target: Any = self.excel.cell(self.row, column)
        if cell.text:
            try:
                target.value = cell.text
            except IllegalCharacterError:
                target.value = ILLEGAL_CHARACTERS_RE.sub("", cell.text)
            target.data_type = TYPE_STRING
        target._style = self.looks[cell.style]  # noqa: SLF001  shared: naming it is much slower
        if cell.columns > 1 or cell.rows > 1:
            self.excel.merge_cells(
                start_row=self.row,
                start_column=column,
                end_row=self.row + cell.rows - 1,
                end_column=column + cell.columns - 1,
            )

    def _height(self, cell: Cell, column: int, columns: int) -> float:
        """The height in points that the cell's text needs; one that reaches down needs one line."""
        look = self.style.roles[cell.style]
        lines = 1
        if look.wrap and cell.rows == 1 and cell.text:
            room = sum(self.widths[column : column + columns]) * _DIGIT - _PADDING
            if len(cell.text) * look.size > room or "\n" in cell.text:  # else it surely fits
                lines = line_count(cell.text, room, look.size, look.face)
        return lines * look.size * _SPACING + _PADDING / 2

    def _page(self) -> None:
        """A4 landscape, one page wide, page numbers at the foot."""
        excel, margins = self.excel, self.style.margins
        excel.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        excel.page_setup.orientation = "landscape"
        excel.page_setup.paperSize = _A4
        excel.page_setup.fitToWidth = 1
        excel.page_setup.fitToHeight = 0
        excel.print_options.horizontalCentered = True
        inches = {side: mm / _MM_PER_INCH for side, mm in margins.items()}
        excel.page_margins = PageMargins(**inches)
        footer = excel.HeaderFooter.oddFooter
        assert footer is not None, "openpyxl gives every sheet one"
        footer.center.text = f'&"{self.style.font}"Trang &P/&N'
