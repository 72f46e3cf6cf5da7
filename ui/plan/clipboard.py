"""Cells as text for Excel and Word, and back: quoted tab-separated lines, or a table in HTML. Text
stays text: nothing is turned into a number or a date.
"""

import csv
import io
import json
import re
from collections.abc import Sequence

from PySide6.QtCore import QMimeData

Block = list[list[str]]  # texts by row and column
_OWN = "application/x-cchc-cells"  # exactly what was copied here: JSON
_LONGEST = 20_000_000  # characters taken from the clipboard
# A quoted cell ends where its quote is followed by the end of a cell; else the quote is the text's.
_CELL = re.compile(r'"((?:[^"]|"")*)"(?=[\t\r\n]|\Z)|([^\t\r\n]*)')
_NEEDS_QUOTES = re.compile(r'[\t\r\n"]')


def as_mime(block: Sequence[Sequence[str]]) -> QMimeData:
    """The cells for other programs: several lines in a cell stay in it."""
    data = QMimeData()
    text = io.StringIO()
    csv.writer(text, dialect="excel-tab", lineterminator="\r\n").writerows(block)
    data.setText(text.getvalue())
    rows = "".join(
        "<tr>" + "".join(f"<td>{_html(cell)}</td>" for cell in row) + "</tr>" for row in block
    )
    data.setHtml(f"<table>{rows}</table>")
    data.setData(_OWN, json.dumps(block).encode())
    return data


def from_mime(data: QMimeData | None) -> Block:
    """The cells that another program put there, each row as long as the longest; one cell for a
    plain text of one line, none for an empty clipboard.
    """
    if data is None:
        return []
    if data.hasFormat(_OWN):
        own: Block = json.loads(bytes(data.data(_OWN).data()))
        return own
    html = data.html()[:_LONGEST] if data.hasHtml() else ""
    block = _from_html(html) if "<table" in html.lower() else []
    if not block and data.hasText():
        block = _from_text(data.text()[:_LONGEST])
    longest = max(map(len, block), default=0)
    return [row + [""] * (longest - len(row)) for row in block]


def repeated(block: Block, rows: int, columns: int) -> Block:
    """The block as often as it fits so many rows and columns, as Excel fills a selection; itself
    where it does not fit whole times.
    """
    high, wide = len(block), len(block[0])
    down = rows // high if rows % high == 0 else 0
    across = columns // wide if columns % wide == 0 else 0
    if not (down and across):
        return block
    return [row * across for row in block] * down


def _from_html(html: str) -> Block:
    from ui.plan.html_tables import table_cells  # not before something is pasted

    return table_cells(html)


def _from_text(text: str) -> Block:
    """Lines of cells parted by tabs."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    rows: Block = [[]] if text else []
    place = 0
    while rows:
        found = _CELL.match(text, place)
        assert found is not None, "the pattern matches the empty text"
        rows[-1].append(_unquoted(found))
        place = found.end()
        if place >= len(text):
            break
        if text[place] == "\n":
            rows.append([])
        place += 1
        if place == len(text) and text[place - 1] == "\t":
            rows[-1].append("")
            break
    return rows


def _unquoted(found: re.Match[str]) -> str:
    """Excel quotes what holds line ends, tabs or quotes; other quotes are the clerk's own."""
    inner = found[1]
    if inner is None or not _NEEDS_QUOTES.search(inner):
        return found[0]
    return inner.replace('""', '"')


def _html(cell: str) -> str:
    from html import escape  # loads all names of characters

    return escape(cell).replace("\n", "<br>")
