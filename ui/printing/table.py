"""A table measured: its cells' lines, the heights of its rows, which rows stay together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil

from cchc_desktop.domain.content import Cell, Table, nothing_covered, row_slots, spans_of
from cchc_desktop.office.column_widths import fitted_widths
from cchc_desktop.office.document_style import TextStyle
from cchc_desktop.office.lengths import POINTS_PER_MM
from cchc_desktop.office.letterhead import drawn_in
from cchc_desktop.office.text_width import tied
from ui.printing.boxes import Box, RowPart
from ui.printing.pages import PrintedText
from ui.printing.typesetting import Typesetter, line_height

_HEAD_AT_MOST = 0.5  # of a page: a taller head is not repeated
_FEWEST_LINES = 3  # of a row that breaks, on either page


@dataclass(frozen=True, slots=True)
class SetCell:
    """A cell with its lines; `x` of its left edge, `rows` that it reaches over."""

    x: float
    width: float
    rows: int
    lines: tuple[PrintedText, ...]
    look: TextStyle
    is_head: bool

    @property
    def text_height(self) -> float:
        """The height of all its lines."""
        return len(self.lines) * line_height(self.look)


class TableLayout:
    """The rows of a table over `width` points, for pages whose text is `height` points high."""

    def __init__(self, table: Table, width: float, height: float, setter: Typesetter) -> None:
        self.setter = setter
        self._style = style = setter.style.table
        self.page_height = height
        self.side = style.cell_margin_sides * POINTS_PER_MM
        # a row is taller by its border, as Word makes it
        self.margins = 2 * style.cell_margin_top * POINTS_PER_MM + style.border
        self.edges = list(accumulate(fitted_widths(table, width, setter.style), initial=0.0))
        self.cells = [*self._set_rows(table.head, is_head=True), *self._set_rows(table.rows)]
        self.heights = [self._own_height(row) for row in self.cells]
        for first, row in enumerate(self.cells):
            for cell in row:
                self._make_room(cell, first)
        self.head = len(table.head)
        if sum(self.heights[: self.head]) > height * _HEAD_AT_MOST:
            self.head = 0

    def boxes(self) -> list[Box]:
        """The head as one box, then a box for each row."""
        parts = [RowPart(self, n, height) for n, height in enumerate(self.heights)]
        head, body = tuple(parts[: self.head]), parts[self.head :]
        head_box = None
        if head:
            total = sum(part.height for part in head)
            head_box = Box(total, rows=head, keep_next=bool(body))
        most = self.page_height * self._style.whole_at_most
        together = self._kept_with_next()
        rows = [
            Box(
                part.height,
                rows=(part,),
                keep_next=part.index in together,
                repeated=head_box,
                least=self._least(part) if part.height > most else None,
            )
            for part in body
        ]
        return [head_box, *rows] if head_box else rows

    def line_height(self, index: int) -> float:
        """The height of the tallest line in a row."""
        return max((line_height(cell.look) for cell in self.cells[index]), default=self._plain)

    @property
    def _plain(self) -> float:
        return line_height(self.setter.style.roles["cell"])

    def _least(self, part: RowPart) -> float:
        return self.margins + _FEWEST_LINES * self.line_height(part.index)

    def _set_rows(
        self, rows: Sequence[tuple[Cell, ...]], *, is_head: bool = False
    ) -> Iterator[list[SetCell]]:
        covered = nothing_covered(len(self.edges) - 1)
        for row in rows:
            slots, covered = row_slots(spans_of(row), covered)
            yield [
                self._set_cell(row[slot.cell], slot.column, slot.columns, is_head=is_head)
                for slot in slots
                if slot.cell is not None
            ]

    def _set_cell(self, cell: Cell, column: int, columns: int, *, is_head: bool) -> SetCell:
        look = self.setter.style.roles[cell.style]
        x = self.edges[column]
        width = self.edges[column + columns] - x
        room = width - 2 * self.side
        inward = drawn_in(cell.text, look, room) if is_head else 0
        left = x + self.side + inward
        text = cell.text if is_head else tied(cell.text)
        lines = self.setter.lines(text, look, left, room - 2 * inward)
        return SetCell(x, width, cell.rows, tuple(lines), look, is_head)

    def _own_height(self, row: list[SetCell]) -> float:
        """The height that the cells need which reach over this row only."""
        heights = (cell.text_height for cell in row if cell.rows == 1)
        return self.margins + max(heights, default=self._plain)

    def _make_room(self, cell: SetCell, first: int) -> None:
        """Makes the rows of a merged cell tall enough for its text, in equal parts; a text that may
        fall over several pages loses up to a line at each of their ends.
        """
        if cell.rows == 1:
            return
        needed = self.margins + cell.text_height
        if needed > self.page_height * self._style.kept_at_most:
            line = line_height(cell.look)
            needed += ceil(2 * needed / self.page_height) * (line + self.margins)
        rows = range(first, first + cell.rows)
        missing = needed - sum(self.heights[n] for n in rows)
        for n in rows if missing > 0 else ():
            self.heights[n] += missing / cell.rows

    def _kept_with_next(self) -> set[int]:
        """The rows on one page with the next one: headings, as many as a cell that reaches down
        needs for its text, and its last two, because a single row left over says too little.
        """
        kept = set()
        most = self.page_height * self._style.kept_at_most
        final = len(self.cells) - 1
        for first, row in enumerate(self.cells):
            if first < final and any(cell.look.keep_next for cell in row):
                kept.add(first)
            for cell in row:
                last = first + cell.rows - 1
                if last == first:
                    continue
                if self.heights[last - 1] + self.heights[last] <= most:
                    kept.add(last - 1)
                kept.update(self._needed_by(cell, first, most))
        return kept

    def _needed_by(self, cell: SetCell, first: int, most: float) -> Iterator[int]:
        """The rows that must not be parted below them, so that a merged cell's text is whole."""
        needed = self.margins + cell.text_height
        room, n = self.heights[first], first
        while room < needed <= most and n < first + cell.rows - 1:
            yield n
            n += 1
            room += self.heights[n]
