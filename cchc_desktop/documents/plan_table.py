"""The task table of a plan as neutral cells for a document: area and group rows over the whole
width or merged downwards at the side, goals merged over the tasks they cover.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise, repeat

from cchc_desktop.documents.table_lines import Line, ShownColumn, shown_columns, table_lines
from cchc_desktop.domain.columns import AREA_COLUMN
from cchc_desktop.domain.content import Cell, Table
from cchc_desktop.domain.plan import Area, Group, Plan, Row, heading_text


def plan_table(plan: Plan, rows: Iterable[Row], more: tuple[ShownColumn, ...] = ()) -> Table:
    """The table as the plan prints it; `more` columns stand after its own."""
    columns = (*shown_columns(plan), *more)
    lines = table_lines(plan, rows)
    texts = [column.texts(lines) for column in columns]
    cells = zip(*map(_cells, columns, texts, repeat(lines)), strict=True)
    body = [
        tuple(filter(None, row))
        if line.heading is None
        else tuple(_heading_cells(line.heading, columns, row))
        for line, row in zip(lines, cells, strict=True)
    ]
    head = tuple(Cell(column.title, "cell_head") for column in columns)
    return Table(tuple(map(_share, columns, texts)), (head,), tuple(body))


def _share(column: ShownColumn, texts: Iterable[str]) -> int:
    """The column's share of the width: half of its own where nothing stands in it."""
    return column.width if any(texts) else column.width // 2


def _cells(
    column: ShownColumn, texts: Iterable[str], lines: Sequence[Line]
) -> Iterable[Cell | None]:
    """The column's cell of each line; None where a cell from above reaches down."""
    if column.joins is None:
        return _new_cells(texts, column.style, repeat(1))
    heights = _heights(column.joins, lines)
    cells = _new_cells(texts, column.style, heights)
    return [cell if rows else None for cell, rows in zip(cells, heights, strict=True)]


def _new_cells(texts: Iterable[str], style: str, heights: Iterable[int]) -> Iterable[Cell]:
    """Cell(text, style, 1, height) of each, but several times as fast, for tables of tens of
    thousands of cells.
    """
    parts = zip(texts, repeat(style), repeat(1), heights)
    return map(tuple.__new__, repeat(Cell), parts)


def _heights(joins: Callable[[Line, Line], bool], lines: Sequence[Line]) -> list[int]:
    """Over how many lines the cell reaches that begins in each line; 0 where none begins."""
    heights = [1] * len(lines)
    joined = [joins(above, line) for above, line in pairwise(lines)]
    for n in range(len(lines) - 1, 0, -1):
        if joined[n - 1]:
            heights[n - 1] += heights[n]
            heights[n] = 0
    return heights


def _heading_cells(
    heading: Area | Group, columns: Sequence[ShownColumn], row: Sequence[Cell | None]
) -> Iterable[Cell]:
    """A heading over all columns, but for the area's own column at the side of a group's row."""
    style = "cell_area" if isinstance(heading, Area) else "cell_group"
    text = heading_text(heading)
    across = 0
    for column, cell in zip(columns, row, strict=True):
        if column.key != AREA_COLUMN:
            across += 1
            continue
        if across:
            yield Cell(text, style, across)
            text, across = "", 0
        if cell is not None:
            yield cell
    if across:
        yield Cell(text, style, across)
