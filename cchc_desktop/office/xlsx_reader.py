"""Reads an Excel file into neutral grids, a visible sheet each.

The sheets are read element by element and not through openpyxl's workbook: that refuses many files
of other programs for their styles, drawings or filters, and keeps every empty cell in memory.
"""

import re
from collections.abc import Iterator

from lxml import etree

from cchc_desktop.domain.vietnamese import nfc
from cchc_desktop.office.characters import clean
from cchc_desktop.office.grid import SourceFile, SourceTable
from cchc_desktop.office.package import Package
from cchc_desktop.office.xlsx_book import Book, S, read_book
from cchc_desktop.office.xlsx_sheet import read_sheet

_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PRINT_TITLES = "_xlnm.Print_Titles"
_TITLE_ROWS = re.compile(r"\$(\d{1,7}):\$(\d{1,7})")


def read_excel(package: Package) -> SourceFile:
    """The sheets of an opened Excel package; RefusedInput when it cannot be read."""
    root = package.xml(package.main)
    book = read_book(package, root)
    notes: list[str] = []
    tables = tuple(_tables(package, root, book, notes))
    return SourceFile(nfc(package.name), tables, tuple(notes))


def _tables(
    package: Package, root: etree._Element, book: Book, notes: list[str]
) -> Iterator[SourceTable]:
    relations = package.relations(package.main)
    for number, sheet in enumerate(root.iterfind(f"{S}sheets/{S}sheet")):
        relation = relations.get(sheet.get(_RELATION_ID) or "")
        if relation is None or relation.kind != "worksheet":
            continue  # a chart or a macro sheet
        title = clean(sheet.get("name") or "")
        if sheet.get("state", "visible") != "visible":
            notes.append(f"Trang tính “{title}” đang ẩn nên không được đọc.")
            continue
        table, sheet_notes = read_sheet(
            package, relation.target, book, title, _title_rows(root, number)
        )
        notes += sheet_notes
        if table.cells:
            yield table


def _title_rows(root: etree._Element, sheet: int) -> range:
    """The rows that the sheet repeats on each printed page, counted from 0."""
    for name in root.iterfind(f"{S}definedNames/{S}definedName"):
        if name.get("name") == _PRINT_TITLES and name.get("localSheetId") == str(sheet):
            rows = _TITLE_ROWS.search(name.text or "")
            if rows:
                return range(int(rows[1]) - 1, int(rows[2]))
    return range(0)
