"""A table on its pages: the lines of its cells poured over the parts that stand on each page, its
borders closed at both ends.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cchc_desktop.office.text_width import ASCENT
from ui.printing.boxes import RowPart
from ui.printing.pages import Item, Stroke
from ui.printing.table import SetCell, TableLayout
from ui.printing.typesetting import line_height

_SLIGHT = 0.01  # points, for rounding


@dataclass(slots=True)
class _Open:
    """A cell that reaches on: its last row, which of its lines were shown, where it began on the
    page; `resumed` from the page before.
    """

    cell: SetCell
    last: int
    top: float
    shown: int = 0
    resumed: bool = False


class TableDrawing:
    """Draws a table page by page, in order; remembers the cells that go on over a page's end."""

    def __init__(self, table: TableLayout) -> None:
        self.table = table
        self._open: list[_Open] = []

    def page(self, parts: Sequence[tuple[float, RowPart]]) -> list[Item]:
        """The items of the rows that stand on one page, each given with its upper edge."""
        items: list[Item] = []
        borders = _Borders(self.table.setter.style.table.border)
        head = [(y, part) for y, part in parts if part.index < self.table.head]
        body = parts[len(head) :]
        waiting, self._open = self._open, []
        self._rows(head, items, borders)
        if body:
            for one in waiting:
                one.top, one.resumed = body[0][0], True
            self._open = waiting
            self._rows(body, items, borders)
        else:
            self._open = waiting
        return [*items, *borders.strokes()]

    def _rows(
        self, parts: Sequence[tuple[float, RowPart]], items: list[Item], borders: "_Borders"
    ) -> None:
        bottom = 0.0
        for y, part in parts:
            bottom = y + part.height
            if part.first:
                for cell in self.table.cells[part.index]:
                    self._open.append(_Open(cell, part.index + cell.rows - 1, y))
            if part.last:
                for one in self._open:
                    if one.last == part.index:
                        self._draw(one, bottom, items, borders, ends=True)
                self._open = [one for one in self._open if one.last != part.index]
        for one in self._open:
            self._draw(one, bottom, items, borders)

    def _draw(
        self,
        one: _Open,
        bottom: float,
        items: list[Item],
        borders: "_Borders",
        *,
        ends: bool = False,
    ) -> None:
        """The part of a cell that stands on this page, the rest of its lines where it ends. A
        merged cell whose text was all shown before shows it again where it has room.
        """
        cell = one.cell
        borders.around(cell.x, one.top, cell.x + cell.width, bottom)
        line, margin = line_height(cell.look), self.table.margins / 2
        room = bottom - one.top - self.table.margins
        rest = cell.lines[one.shown :]
        again = one.resumed and not rest and cell.rows > 1
        if again:
            rest = cell.lines if cell.text_height <= room + _SLIGHT else ()
        lines = rest if ends else rest[: max(int((room + _SLIGHT) / line), 0)]
        if not again:
            one.shown += len(lines)
        top = one.top + margin
        if cell.is_head:
            top += max((room - cell.text_height) / 2, 0)
        items += [
            text._replace(baseline=top + n * line + cell.look.size * ASCENT)
            for n, text in enumerate(lines)
            if text.text
        ]


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
