"""A table as rows: which cells begin in a row and which come down into it from above."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from cchc_desktop.office.grid import SourceCell, SourceTable


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row, counted from 0; cells from left to right."""

    index: int
    cells: tuple[SourceCell, ...]
    above: tuple[SourceCell, ...] = ()


def grid_rows(table: SourceTable) -> Iterator[GridRow]:
    """The rows of a table in order, empty ones too."""
    beginning = {row: tuple(cells) for row, cells in groupby(table.cells, attrgetter("row"))}
    hanging: tuple[SourceCell, ...] = ()
    for index in range(table.height):
        if hanging:
            hanging = tuple([c for c in hanging if c.row + c.rows > index])
        cells = beginning.get(index, ())
        yield GridRow(index, cells, hanging)
        if tall := [cell for cell in cells if cell.rows > 1]:
            hanging = (*hanging, *tall)
