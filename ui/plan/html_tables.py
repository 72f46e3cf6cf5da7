"""The tables that Excel, Word and browsers put on the clipboard as HTML, as cells of text."""

from html.parser import HTMLParser

from ui.plan.clipboard import Block

_LINE_ENDS = {"br", "p", "div", "li", "tr"}
_SILENT = {"style", "script", "head", "title", "xml"}  # their text is not the document's
_MOST = 100  # columns or rows that one cell is taken to cover


def table_cells(html: str) -> Block:
    """The rows of the outer tables; a merged cell fills its first place only, a table within a cell
    is lines of that cell, and rows that are not displayed are left out.
    """
    parser = _TableParser()
    parser.feed(html)
    parser.close()
    parser.end_cell()
    return [row for row in parser.rows if row]


class _TableParser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: Block = []
        self._cell: list[str | None] | None = None  # None: a line ends
        self._depth = 0  # of tables
        self._silent = 0  # of elements without text of the document
        self._hidden = False  # the row is not displayed
        self._across = self._height = 1
        self._down: dict[int, int] = {}  # column: rows that a cell from above still covers

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            self._depth += 1
            if self._depth == 1:
                self._down.clear()
        elif self._depth == 1 and tag == "tr":
            self._begin_row(dict(attrs))
        elif self._depth == 1 and tag in ("td", "th"):
            self._begin_cell(dict(attrs))
        elif self._cell is not None and (tag in _LINE_ENDS or tag in ("td", "th")):
            self._cell.append(None if tag in _LINE_ENDS else " ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.handle_starttag(tag, attrs)

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._silent:
            self._cell.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag == "table":
            if self._depth == 1:
                self.end_cell()
            self._depth = max(0, self._depth - 1)
        elif self._depth == 1 and tag in ("td", "th"):
            self.end_cell()
        elif self._depth == 1 and tag == "tr":
            self.end_cell()
            self._fill_covered()
        elif self._cell is not None and tag in _LINE_ENDS - {"br"}:
            self._cell.append(None)

    def _begin_row(self, attrs: dict[str, str | None]) -> None:
        self.end_cell()
        style = (attrs.get("style") or "").replace(" ", "").lower()
        # Excel ends a table with a row of no height that only holds the columns' widths
        self._hidden = "display:none" in style or attrs.get("height") == "0"
        if not self._hidden:
            self.rows.append([])

    def _begin_cell(self, attrs: dict[str, str | None]) -> None:
        self.end_cell()
        if self._hidden or not self.rows:
            return
        self._fill_covered()
        self._cell = []
        self._across, self._height = _span(attrs.get("colspan")), _span(attrs.get("rowspan"))

    def end_cell(self) -> None:
        """The cell, whether its end was written or not."""
        if self._cell is None:
            return
        row, text = self.rows[-1], _lines(self._cell)
        for column in range(len(row), len(row) + self._across):
            self._down[column] = self._height - 1
        row += [text, *[""] * (self._across - 1)]
        self._cell = None

    def _fill_covered(self) -> None:
        if self._hidden or not self.rows:
            return
        row = self.rows[-1]
        while self._down.get(len(row), 0):
            self._down[len(row)] -= 1
            row.append("")


def _lines(pieces: list[str | None]) -> str:
    """What is displayed: blanks of the source fold to one, lines end where elements do."""
    lines = [""]
    for piece in pieces:
        if piece is None:
            lines.append("")
        else:
            lines[-1] += piece
    shown = (" ".join(line.split()) for line in lines)
    return "\n".join(line for line in shown if line)


def _span(text: str | None) -> int:
    return min(int(text), _MOST) if text and text.isdecimal() and int(text) else 1
