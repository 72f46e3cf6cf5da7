"""Builds Word and Excel files from a few plain values, quickly and without a template."""

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl
import pytest
from openpyxl.styles import Font

from cchc_desktop.office.grid import SourceFile
from cchc_desktop.office.reader import read_office_file

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{word}.document.main+xml"/>
<Override PartName="/word/numbering.xml" ContentType="{word}.numbering+xml"/></Types>"""
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{_RELATION}/{{kind}}" Target="{{target}}"/></Relationships>'
)
_FORMATS = {  # list name -> (numFmt, lvlText)
    "decimal": ("decimal", "%1."),
    "roman": ("upperRoman", "%1."),
    "bullet": ("bullet", "-"),
    "letter": ("lowerLetter", "%1)"),
}


@dataclass(frozen=True)
class Cell:
    """A cell with its spans; `auto` names a list of automatic numbers for its paragraphs."""

    text: str | int | float = ""
    columns: int = 1
    rows: int = 1
    bold: bool = False
    auto: str = ""


@dataclass(frozen=True)
class Line:
    """A paragraph outside tables."""

    text: str
    bold: bool = False
    centred: bool = False
    auto: str = ""


@dataclass(frozen=True)
class Grid:
    """A table; a cell merged downwards is listed in its first row only. Rows in `lost` lack the
    cells that such merges need below, as some converters leave them.
    """

    rows: Sequence[Sequence[Cell]]
    lost: frozenset[int] = frozenset()
    hidden: frozenset[int] = frozenset()
    title: str = "Trang tính1"


Block = Line | Grid


def _numbering() -> str:
    lists = enumerate(_FORMATS.values(), start=1)
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{i}"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
        for i, (form, text) in lists
    )
    nums = "".join(
        f'<w:num w:numId="{i}"><w:abstractNumId w:val="{i}"/></w:num>'
        for i in range(1, len(_FORMATS) + 1)
    )
    return f"<w:numbering {_W}>{abstract}{nums}</w:numbering>"


def _paragraph(text: str, *, bold: bool = False, centred: bool = False, auto: str = "") -> str:
    number = list(_FORMATS).index(auto) + 1 if auto else 0
    properties = (
        f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>' if auto else ""
    ) + ('<w:jc w:val="center"/>' if centred else "")
    run = "<w:b/>" if bold else ""
    words = escape(text).replace("\t", "</w:t><w:tab/><w:t xml:space='preserve'>")
    words = words.replace("\v", "</w:t><w:br/><w:t xml:space='preserve'>")
    return (
        f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr>"
        f"<w:t xml:space='preserve'>{words}</w:t></w:r></w:p>"
    )


def _table(grid: Grid) -> str:
    width = max(sum(cell.columns for cell in row) for row in grid.rows)
    open_cells: dict[int, tuple[int, int]] = {}  # column -> (rows left, columns)
    lines = []
    for index, row in enumerate(grid.rows):
        cells, column, waiting = [], 0, list(row)
        while column < width and (waiting or column in open_cells):
            if column in open_cells:
                left, span = open_cells.pop(column)
                if index not in grid.lost:
                    cells.append(_cell("", span, "<w:vMerge/>"))
                if left > 1:
                    open_cells[column] = left - 1, span
                    column += span
                    continue
                column += span
                continue
            cell = waiting.pop(0)
            if cell.rows > 1:
                open_cells[column] = cell.rows - 1, cell.columns
            merge = '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
            cells.append(_cell(cell, cell.columns, merge))
            column += cell.columns
        hidden = "<w:hidden/>" if index in grid.hidden else ""
        lines.append(f"<w:tr><w:trPr>{hidden}</w:trPr>{''.join(cells)}</w:tr>")
    columns = '<w:gridCol w:w="900"/>' * width
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{''.join(lines)}</w:tbl>"


def _cell(cell: Cell | str, span: int, merge: str) -> str:
    wide = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    if isinstance(cell, str):
        body = _paragraph(cell)
    else:
        body = "".join(
            _paragraph(line, bold=cell.bold, auto=cell.auto) for line in str(cell.text).split("\n")
        )
    return f"<w:tc><w:tcPr>{wide}{merge}</w:tcPr>{body}</w:tc>"


def _word_file(blocks: Sequence[Block], path: Path) -> None:
    body = "".join(
        _table(block)
        if isinstance(block, Grid)
        else _paragraph(block.text, bold=block.bold, centred=block.centred, auto=block.auto)
        for block in blocks
    )
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", _TYPES.format(word=_WORD))
        package.writestr(
            "_rels/.rels", _RELS.format(kind="officeDocument", target="word/document.xml")
        )
        package.writestr(
            "word/_rels/document.xml.rels", _RELS.format(kind="numbering", target="numbering.xml")
        )
        package.writestr("word/numbering.xml", _numbering())
        package.writestr(
            "word/document.xml", f"<w:document {_W}><w:body>{body}</w:body></w:document>"
        )


def _excel_file(blocks: Sequence[Block], path: Path) -> None:
    book = openpyxl.Workbook()
    book.remove(book.active)
    sheet, row = None, 0
    for block in blocks:
        if sheet is None or (isinstance(block, Grid) and block.title != sheet.title):
            title = next((b.title for b in blocks if isinstance(b, Grid)), "Trang tính1")
            sheet = book.create_sheet(block.title if isinstance(block, Grid) else title)
            row = 0
        if isinstance(block, Line):
            row += 1
            sheet.cell(row, 1, block.text).font = Font(bold=block.bold)
            continue
        row = _excel_rows(sheet, block, row)
    book.save(path)


def _excel_rows(sheet: openpyxl.worksheet.worksheet.Worksheet, grid: Grid, row: int) -> int:
    taken: set[tuple[int, int]] = set()
    for index, cells in enumerate(grid.rows):
        row, column = row + 1, 1
        for cell in cells:
            while (row, column) in taken:
                column += 1
            if cell.text != "":
                sheet.cell(row, column, cell.text).font = Font(bold=cell.bold)
            last_row, last_column = row + cell.rows - 1, column + cell.columns - 1
            if cell.rows * cell.columns > 1:
                sheet.merge_cells(None, row, column, last_row, last_column)
                taken |= {
                    (r, c) for r in range(row, last_row + 1) for c in range(column, last_column + 1)
                }
            column = last_column + 1
        if index in grid.hidden:
            sheet.row_dimensions[row].hidden = True
    return row


class OfficeFiles:
    """The builders, as tests can't import from this module."""

    Cell, Line, Grid = Cell, Line, Grid

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def word(self, *blocks: Block) -> SourceFile:
        path = self._folder / "plan.docx"
        _word_file(blocks, path)
        return read_office_file(path)

    def excel(self, *blocks: Block) -> SourceFile:
        path = self._folder / "plan.xlsx"
        _excel_file(blocks, path)
        return read_office_file(path)


@pytest.fixture
def office(tmp_path: Path) -> OfficeFiles:
    return OfficeFiles(tmp_path)
