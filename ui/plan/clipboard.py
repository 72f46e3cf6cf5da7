"""Cells as text for Excel and Word, and back: quoted tab-separated lines, or a table in HTML. Text
stays text: nothing is turned into a number or a date.
"""

import csv
import io
from collections.abc import Sequence
from html import escape
from html.parser import HTMLParser

from PySide6.QtCore import QMimeData

Block = list[list[str]]  # rows of cells

_LONGEST = 20_000_000  # characters taken from the clipboard
_LINE_ENDS = {"br", "p", "div", "li"}


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
    return data


def from_mime(data: QMimeData) -> Block:
    """The cells that another program put there; one cell for a plain text of one line."""
    html = data.html()[:_LONGEST] if data.hasHtml() else ""
    if "<table" in html.lower():
        parser = _TableParser()
        parser.feed(html)
        parser.close()
        if parser.rows:
            return parser.rows
    text = data.text()[:_LONGEST] if data.hasText() else ""
    return _from_text(text)


def _from_text(text: str) -> Block:
    if not text:
        return []
    if "\t" not in text and '"' not in text:  # lines of one column, or one sentence
        return [[line] for line in text.removesuffix("\n").replace("\r", "").split("\n")]
    return [list(row) or [""] for row in csv.reader(io.StringIO(text), dialect="excel-tab")]


def _html(cell: str) -> str:
    return escape(cell).replace("\n", "<br>")


class _TableParser(HTMLParser):
    """The rows of the first table; a merged cell fills its first place only."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: Block = []
        self._cell: list[str] | None = None
        self._depth = 0
        self._across = 1
        self._down: dict[int, int] = {}  # column: rows that a cell from above still covers
        self._height = 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._depth += 1
        if self._depth != 1:
            return
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            self._fill_covered()
            self._cell = []
            spans = dict(attrs)
            self._across = _span(spans.get("colspan"))
            self._height = _span(spans.get("rowspan"))
        elif tag in _LINE_ENDS and self._cell:
            self._cell.append("\n")

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(" ".join(data.split()) if data.strip() else " ")

    def handle_endtag(self, tag: str) -> None:
        if tag == "table":
            self._depth -= 1
        elif tag in ("td", "th") and self._cell is not None and self._depth == 1:
            row = self.rows[-1]
            if self._height > 1:
                self._down |= dict.fromkeys(
                    range(len(row), len(row) + self._across), self._height - 1
                )
            text = "".join(self._cell)
            lines = (" ".join(line.split()) for line in text.split("\n"))
            row += ["\n".join(line for line in lines if line), *[""] * (self._across - 1)]
            self._cell = None
        elif tag == "tr" and self.rows and self._depth == 1:
            self._fill_covered()

    def _fill_covered(self) -> None:
        row = self.rows[-1]
        while self._down.get(len(row), 0):
            self._down[len(row)] -= 1
            row.append("")


def _span(text: str | None) -> int:
    return min(int(text), 100) if text and text.isdigit() and int(text) else 1
