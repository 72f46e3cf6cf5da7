"""The task table of a plan as neutral cells for a document: area and group rows over the whole
width or merged downwards at the side, goals merged over the tasks they cover.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from cchc_desktop.documents.table_lines import Line, ShownColumn, shown_columns, table_lines
from cchc_desktop.domain.columns import AREA_COLUMN
from cchc_desktop.domain.content import Cell, Table
from cchc_desktop.domain.plan import Area, Plan, Row, heading_text


def plan_table(plan: Plan, rows: Iterable[Row]) -> Table:
    """The table as the plan prints it."""
    columns = shown_columns(plan)
    lines = table_lines(plan, rows)
    looks = [(column.text, column.style) for column in columns]
    body = []
    for line, *heights in zip(lines, *(_heights(column, lines) for column in columns), strict=True):
        if line.heading is None:
            cells = [
                Cell(text(line), style, 1, rows_down)
                for (text, style), rows_down in zip(looks, heights, strict=True)
                if rows_down
            ]
        else:
            cells = list(_heading_cells(line, columns, heights))
        body.append(tuple(cells))
    head = tuple(Cell(column.title, "cell_head") for column in columns)
    return Table(tuple(column.width for column in columns), (head,), tuple(body))


def _heights(column: ShownColumn, lines: Sequence[Line]) -> list[int]:
    """Over how many lines the cell reaches that begins in each line; 0 where none begins."""
    heights = [1] * len(lines)
    if column.joins is None:
        return heights
    joined = [column.joins(above, line) for above, line in pairwise(lines)]
    for n in range(len(lines) - 1, 0, -1):
        if joined[n - 1]:
            heights[n - 1] += heights[n]
            heights[n] = 0
    return heights


def _heading_cells(
    line: Line, columns: Sequence[ShownColumn], heights: Sequence[int]
) -> Iterable[Cell]:
    """A heading over all columns, but for the area's own column at the side of a group's row."""
    style = "cell_area" if isinstance(line.heading, Area) else "cell_group"
    text = heading_text(line.heading)
    across = 0
    for column, rows_down in zip(columns, heights, strict=True):
        if column.key != AREA_COLUMN:
            across += 1
            continue
        if across:
            yield Cell(text, style, across)
            text, across = "", 0
        if rows_down:
            yield Cell(column.text(line), column.style, 1, rows_down)
    if across:
        yield Cell(text, style, across)
