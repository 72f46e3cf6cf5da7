"""What columns a task table has: which head others, are units or hold two kinds of words, told by
its head and the rows under it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from cchc_desktop.domain.columns import AREA_COLUMN, GROUP_COLUMN, OWN
from cchc_desktop.domain.vietnamese import from_roman
from cchc_desktop.intake.column_titles import BROAD, PERIOD, SECOND_TASK, UNIT
from cchc_desktop.intake.double_columns import double_columns
from cchc_desktop.intake.grid_rows import GridRow
from cchc_desktop.intake.head_columns import HeadColumn
from cchc_desktop.intake.numbering import split_heading
from cchc_desktop.intake.source_text import cell_text
from cchc_desktop.intake.table_heads import TableHead
from cchc_desktop.intake.table_shape import AREA_NUMBER, TableShape
from cchc_desktop.intake.unit_columns import HeadLeaf, unit_columns
from cchc_desktop.office.grid import SourceCell

_OF_QUARTERS = re.compile(r"\bqu[ýí]\b", re.IGNORECASE)


def shape_of(head: TableHead, rows: Sequence[GridRow], beside: Iterable[str] = ()) -> TableShape:
    """The shape that a head and the rows under it make, of all rows of the table: broad columns
    become headings, or the plan's own. `beside` are the lines near the table, where a legend may
    stand.
    """
    above, rows = rows[: head.first_row], rows[head.body_row :]
    broad = [column.start for column in head.columns if column.key in (BROAD, SECOND_TASK)]
    areas_in_rows = bool(broad) and any(
        _names_area(row, broad[0], head.columns[-1].end) for row in _over_last_task(rows)
    )
    headings = [GROUP_COLUMN] if areas_in_rows else [AREA_COLUMN, GROUP_COLUMN]
    columns: list[HeadColumn] = []
    for column in head.columns:
        key = column.key
        if key == BROAD or (key == SECOND_TASK and _heads_rows(column, rows)):
            key = headings.pop(0) if headings else OWN + column.title
        elif key == SECOND_TASK:
            key = OWN + column.title
        elif key in (PERIOD, UNIT):
            key += column.title
        columns.append(replace(column, key=key))
    shape = _shaped(columns, rows)
    leaves = [HeadLeaf(c.title, c.over, c.start, c.end) for c in head.columns if c.key == UNIT]
    if leaves:
        lines = [*beside, *(cell_text(cell) for row in above for cell in row.cells)]
        units = unit_columns(leaves, rows, lines, has_lead="lead" in shape.keys)
        return replace(shape, units=units)
    return replace(shape, doubles=tuple(double_columns(columns, partial(_cells_under, rows))))


def fitted(shape: TableShape, whole: GridRow) -> TableShape:
    """The same columns in another grid, of which one row has them all."""
    pairs = zip(shape.keys, whole.cells, strict=True)
    return replace(shape, grid=tuple(key for key, cell in pairs for _ in range(cell.columns)))


def _shaped(columns: Sequence[HeadColumn], rows: Sequence[GridRow]) -> TableShape:
    numbers_areas = _number_goes_with_area(columns, rows)
    grid: dict[int, str] = {}
    keys: dict[str, str] = {}
    for column in columns:
        key = AREA_NUMBER if column.key == "number" and numbers_areas else column.key
        while key in keys:  # two columns of one title
            key += " "
        keys[key] = column.title
        grid.update(dict.fromkeys(range(column.start, column.end), key))
    spread = tuple(grid.get(i, OWN) for i in range(max(grid) + 1))
    periods = any(column.key.startswith(PERIOD) for column in columns)
    quarters = _OF_QUARTERS.search(keys.get("time", "")) is not None
    return TableShape(tuple(keys), tuple(keys.values()), spread, periods, quarters)


def _number_goes_with_area(columns: Sequence[HeadColumn], rows: Sequence[GridRow]) -> bool:
    """Whether STT counts the areas of the column beside it: filled in the same rows, and either
    Roman or merged downwards with it.
    """
    found = {c.key: c for c in columns if c.key in ("number", AREA_COLUMN)}
    if len(found) < 2:
        return False
    counts = False
    for row in rows:
        number, area = (_cell_in(row, found[key]) for key in ("number", AREA_COLUMN))
        if (number is None) != (area is None):
            return False
        if number is not None and area is not None:
            roman = from_roman(cell_text(number).rstrip(".")) is not None
            counts = counts or roman or (number.rows > 1 and number.rows == area.rows)
    return counts


def _cells_under(rows: Sequence[GridRow], column: HeadColumn) -> Iterator[str]:
    """The words of a column."""
    return (cell_text(cell) for row in rows if (cell := _cell_in(row, column)) is not None)


def _cell_in(row: GridRow, column: HeadColumn) -> SourceCell | None:
    """The filled cell of a row that begins in a column."""
    for cell in row.cells:
        if column.start <= cell.column < column.end and cell_text(cell):
            return cell
    return None


def _names_area(row: GridRow, broad: int, width: int) -> bool:
    """Whether a row is one cell merged across, the broad column included, or left of it with a
    Roman numeral, or such a numeral with one cell.
    """
    filled = [cell for cell in row.cells if cell_text(cell)]
    if not filled or filled[-1].column > broad:
        return False
    if len(filled) == 1:
        roman = from_roman(split_heading(cell_text(filled[0])).number) is not None
        return 2 * filled[0].columns > width or (roman and filled[0].column < broad)
    number = cell_text(filled[0]).rstrip(".")
    return len(filled) == 2 and from_roman(number) is not None and not row.above


def _over_last_task(rows: Sequence[GridRow]) -> Sequence[GridRow]:
    """The rows that can head others: below them are totals and notes."""
    for i in reversed(range(len(rows))):
        if sum(bool(cell_text(cell)) for cell in rows[i].cells) >= 3:
            return rows[:i]
    return ()


def _heads_rows(column: HeadColumn, rows: Sequence[GridRow]) -> bool:
    """Whether a column names what several rows belong to: merged downwards, left empty, repeated,
    or numbered in Roman.
    """
    last = ""
    for row in rows:
        own = [c for c in row.cells if column.start <= c.column < column.end and c.columns == 1]
        text = cell_text(own[0]) if own else ""
        if any(c.rows > 1 for c in own) or (text and text == last):
            return True
        if from_roman(split_heading(text).number) is not None:
            return True
        if own and not text and len([c for c in row.cells if cell_text(c)]) >= 3:
            return True
        last = text
    return False
