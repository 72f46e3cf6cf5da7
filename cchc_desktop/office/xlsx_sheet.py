"""Reads one sheet of an Excel workbook as a grid, within bounds whatever size it claims."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from openpyxl.utils.cell import column_index_from_string, get_column_letter, range_boundaries

from cchc_desktop.domain.errors import RefusedInput
from cchc_desktop.office.grid import SourceCell, SourceParagraph, SourceTable
from cchc_desktop.office.package import Package
from cchc_desktop.office.xlsx_book import Book, Look, S, Shown, unsigned

MAX_CELLS = 400_000  # cells with a value, or covered by merged ones
MAX_COLUMNS = 256
MAX_GAP = 1_000  # empty rows after which a sheet is taken to have ended

_COLUMN, _ROW, _CELL, _MERGE = f"{S}col", f"{S}row", f"{S}c", f"{S}mergeCell"
_ON = ("1", "true")
_LAST_COLUMN = 16_383  # XFD
_NAMED_PLACES = 5  # cells that a note lists
_LOST = {
    "error": "có lỗi tính toán hoặc giá trị hỏng",
    "formula": "có công thức chưa được tính",
}

Place = tuple[int, int]  # row and column, from 0


@dataclass(slots=True)
class _Sheet:
    book: Book
    values: dict[Place, tuple[Shown, Look]] = field(default_factory=dict)
    merges: list[tuple[Place, Place]] = field(default_factory=list)  # first and last corner
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    lost: dict[str, list[str]] = field(default_factory=dict)  # addresses by kind of loss
    far: str = ""  # the first cell that stands too far off


def read_sheet(
    package: Package, part: str, book: Book, title: str, title_rows: range
) -> tuple[SourceTable, list[str]]:
    """The sheet in that part as a table, and notes on what could not be read.

    Only cells that show something and merged ones are listed.
    """
    sheet = _Sheet(book)
    row = last = -1
    for element in package.elements(part, _COLUMN, _ROW, _MERGE):
        if element.tag == _MERGE:
            _read_merge(sheet, element)
            continue
        if element.tag == _COLUMN:
            if element.get("hidden") in _ON:
                first, last_one = (unsigned(element.get(end), 0) for end in ("min", "max"))
                sheet.hidden_columns |= {*range(first - 1, min(last_one, MAX_COLUMNS))}
            continue
        row = (unsigned(element.get("r"), 0) or row + 2) - 1
        if element.get("hidden") in _ON:
            sheet.hidden_rows.add(row)
        if _read_row(sheet, element, row, row - last > MAX_GAP):
            last = max(last, row)
        if len(sheet.values) > MAX_CELLS:
            raise RefusedInput(
                f"Trang tính “{title}” của tệp “{package.name}” có quá {MAX_CELLS} ô; "
                "hãy chép riêng bảng kế hoạch sang một tệp Excel mới."
            )
    height = 1 + max((row for row, _ in sheet.values), default=-1)
    width = 1 + max((column for _, column in sheet.values), default=-1)
    table = SourceTable(
        height,
        width,
        tuple(_cells(sheet, height, width)),
        title,
        frozenset(row for row in sheet.hidden_rows if row < height),
        frozenset(title_rows[: max(height - title_rows.start, 0)]),
        hidden_columns=frozenset(column for column in sheet.hidden_columns if column < width),
    )
    return table, list(_notes(sheet, title))


def _read_row(sheet: _Sheet, element: etree._Element, row: int, far: bool) -> bool:
    """Takes the values of a row; True when it had one that is kept."""
    column, kept = -1, False
    for cell in element.iterchildren(_CELL):
        column = _column(cell.get("r"), column + 1)
        if not len(cell):
            continue
        look = sheet.book.look(cell)
        shown = sheet.book.shown(cell, look)
        if not shown.text.strip():
            if shown.lost:
                sheet.lost.setdefault(shown.lost, []).append(_address(row, column))
        elif far or column >= MAX_COLUMNS:
            sheet.far = sheet.far or _address(row, column)
        else:
            sheet.values[row, column] = shown, look
            kept = True
    return kept


def _read_merge(sheet: _Sheet, element: etree._Element) -> None:
    try:
        left, top, right, bottom = range_boundaries(element.get("ref") or "")
    except (ValueError, TypeError):
        return  # names no range of cells
    if left and top and right and bottom:
        sheet.merges.append(((top - 1, left - 1), (bottom - 1, right - 1)))


def _cells(sheet: _Sheet, height: int, width: int) -> Iterator[SourceCell]:
    """The cells in reading order, merged ones cut to the grid and listed once."""
    spans: dict[Place, Place] = {}
    covered: set[Place] = set()
    for (top, left), (bottom, right) in sheet.merges:
        rows, columns = min(bottom + 1, height) - top, min(right + 1, width) - left
        if rows < 1 or columns < 1 or len(covered) + rows * columns > MAX_CELLS:
            continue
        places = {(row, left + n) for row in range(top, top + rows) for n in range(columns)}
        if covered.isdisjoint(places):
            covered |= places
            spans[top, left] = rows, columns
    for place in sorted(sheet.values.keys() | spans.keys()):
        if place in spans or place not in covered:
            shown, look = sheet.values.get(place, (Shown(), Look()))
            yield _cell(place, spans.get(place, (1, 1)), shown, look)


def _cell(place: Place, span: Place, shown: Shown, look: Look) -> SourceCell:
    lines = [line.strip() for line in shown.text.split("\n")]
    return SourceCell(
        row=place[0],
        column=place[1],
        paragraphs=tuple(
            SourceParagraph(line, centred=look.centred, bold=look.bold) for line in lines if line
        ),
        columns=span[1],
        rows=span[0],
        bold=look.bold,
        value_kind=shown.kind,
    )


def _notes(sheet: _Sheet, title: str) -> Iterator[str]:
    for loss, addresses in sheet.lost.items():
        named = ", ".join(addresses[:_NAMED_PLACES])
        more = " và các ô khác" if len(addresses) > _NAMED_PLACES else ""
        yield f"Trang tính “{title}”: ô {named}{more} {_LOST[loss]}; được để trống."
    if sheet.far:
        yield f"Trang tính “{title}”: ô {sheet.far} đứng quá xa bảng nên không được đọc."


def _column(address: str | None, default: int) -> int:
    """The column, from 0, of an address such as "B5"; the default when there is none."""
    letters = (address or "").rstrip("0123456789")
    try:
        return column_index_from_string(letters) - 1
    except ValueError:
        return default


def _address(row: int, column: int) -> str:
    return f"{get_column_letter(min(column, _LAST_COLUMN) + 1)}{row + 1}"
