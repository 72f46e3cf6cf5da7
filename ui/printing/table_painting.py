"""A table on its pages: the lines of its cells poured over the parts that stand on each page, its
borders closed at both ends.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cchc_desktop.office.text_width import ASCENT
from ui.printing.boxes import RowPart
from ui.printing.pages import Fill, Item, PrintedText, Stroke
from ui.printing.table import SetCell, TableLayout
from ui.printing.typesetting import line_height

_SLIGHT = 0.01  # points, for rounding


@dataclass(slots=True)
class _Begun:
    """A cell that has begun: its last row, how many of its lines were shown and on how many pages
    a part of it stands.
    """

    cell: SetCell
    last: int
    shown: int = 0
    pages: int = 0


class _Piece(NamedTuple):
    """As much of a cell as stands on one page; `ends`: the rest of it."""

    begun: _Begun
    top: float
    bottom: float
    ends: bool


class TableDrawing:
    """Draws a table page by page, in order; remembers the cells that go on over a page's end."""

    def __init__(self, table: TableLayout) -> None:
        self.table = table
        self._going_on: list[_Begun] = []

    def page(self, parts: Sequence[tuple[float, RowPart]]) -> list[Item]:
        """The items of the rows that stand on one page, each given with its upper edge; texts in
        reading order.
        """
        head = [(y, part) for y, part in parts if part.index < self.table.head]
        pieces, _ = self._pieces(head, [])
        more, self._going_on = self._pieces(parts[len(head) :], self._going_on)
        borders = _Borders(self.table.setter.style.table.border)
        items: list[Item] = []
        for piece in (*pieces, *more):
            cell = piece.begun.cell
            borders.around(cell.x, piece.top, cell.x + cell.width, piece.bottom)
            if cell.look.fill:
                height = piece.bottom - piece.top
                items.append(Fill(cell.x, piece.top, cell.width, height, cell.look.fill))
            items += self._texts(piece)
        return [*items, *borders.strokes()]

    def _pieces(
        self, parts: Sequence[tuple[float, RowPart]], going_on: list[_Begun]
    ) -> tuple[list[_Piece], list[_Begun]]:
        """The pieces of cells on these rows, and the cells that go on below them."""
        if not parts:
            return [], going_on
        pieces = []
        bottom, _ = parts[0]
        begun = [(bottom, cell) for cell in going_on]
        for y, part in parts:
            bottom = y + part.height
            if part.first:
                for cell in self.table.cells[part.index]:
                    begun.append((y, _Begun(cell, part.index + cell.rows - 1)))
            if part.last:
                ending = [(top, one) for top, one in begun if one.last == part.index]
                begun = [(top, one) for top, one in begun if one.last != part.index]
                pieces += [_Piece(one, top, bottom, ends=True) for top, one in ending]
        pieces += [_Piece(one, top, bottom, ends=False) for top, one in begun]
        pieces.sort(key=lambda piece: (piece.top, piece.begun.cell.x))
        return pieces, [one for _, one in begun]

    def _texts(self, piece: _Piece) -> Iterator[PrintedText]:
        """The lines of a cell that stand on this page. A merged cell whose text was all shown
        before shows it again where it has room.
        """
        begun, cell = piece.begun, piece.begun.cell
        line = line_height(cell.look)
        room = piece.bottom - piece.top - self.table.margins
        lines = cell.lines[begun.shown :]
        if begun.pages and not lines and cell.rows > 1:
            lines = cell.lines if cell.text_height <= room + _SLIGHT else ()
        else:
            if not piece.ends:
                lines = lines[: max(int((room + _SLIGHT) / line), 0)]
            begun.shown += len(lines)
        begun.pages += 1
        top = piece.top + self.table.margins / 2 + cell.look.size * ASCENT
        if cell.is_head:
            top += max((room - cell.text_height) / 2, 0)
        for n, text in enumerate(lines):
            if text.text:
                yield text._replace(baseline=top + n * line)


class _Borders:
    """Gathers the edges of cells; edges that touch become one stroke."""

    def __init__(self, thickness: float) -> None:
        self.thickness = thickness
        self._across: dict[float, list[tuple[float, float]]] = defaultdict(list)
        self._down: dict[float, list[tuple[float, float]]] = defaultdict(list)

    def around(self, left: float, top: float, right: float, bottom: float) -> None:
        """The four edges of a cell."""
        left, top, right, bottom = (round(edge, 3) for edge in (left, top, right, bottom))
        for y in (top, bottom):
            self._across[y].append((left, right))
        for x in (left, right):
            self._down[x].append((top, bottom))

    def strokes(self) -> Iterable[Stroke]:
        """All of them."""
        for y, edges in self._across.items():
            for start, end in _joined(edges):
                yield Stroke(start, y, end, y, self.thickness)
        for x, edges in self._down.items():
            for start, end in _joined(edges):
                yield Stroke(x, start, x, end, self.thickness)


def _joined(edges: list[tuple[float, float]]) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []
    for start, end in sorted(edges):
        if found and start <= found[-1][1] + _SLIGHT:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found
