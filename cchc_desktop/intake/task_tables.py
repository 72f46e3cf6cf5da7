"""Finds the task tables among the blocks of a file, and parts what stands above and below them in
the same sheet.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from cchc_desktop.domain.proposal import Doubt
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.intake.cell_nature import goes_on, looks_like_time, looks_like_unit
from cchc_desktop.intake.grid_rows import GridRow, grid_rows
from cchc_desktop.intake.numbering import is_number
from cchc_desktop.intake.row_kinds import is_head_again, is_tail
from cchc_desktop.intake.shape_finding import fitted, shape_of
from cchc_desktop.intake.source_text import cell_text, folded
from cchc_desktop.intake.table_heads import TableHead, find_head
from cchc_desktop.intake.table_shape import TableRow, TableShape
from cchc_desktop.office.grid import SourceBlock, SourceParagraph, SourceTable

_MOST_BETWEEN = 4  # short paragraphs between two parts of one table
_LONGEST_BETWEEN = 150
_TABLE_ROW = 3  # cells side by side; a letterhead has two
_HOUR = r"\d{1,2} ?(?:h|g|gio|:) ?(?:\d{2})?(?: ?phut)?"
_HOURS = re.compile(rf"(?:tu |luc )?{_HOUR}(?: ?(?:-|–|den) ?{_HOUR})?")
_PAGE_NUMBER = re.compile(r"(trang )?-? ?\d{1,3}( ?/ ?\d{1,3})? ?-?")


@dataclass(frozen=True, slots=True)
class TaskTable:
    """A table of tasks: its body rows; `preface` and `tail` are the lines of the same sheet above
    its head and below its last row.
    """

    shape: TableShape
    rows: tuple[TableRow, ...]
    preface: tuple[SourceParagraph, ...] = ()
    tail: tuple[SourceParagraph, ...] = ()
    sheet: str = ""
    has_head: bool = True
    rows_before: int = 0  # of the task tables above this one
    doubts: tuple[Doubt, ...] = ()  # about its columns


def unfolded(blocks: Iterable[SourceBlock]) -> Iterator[SourceBlock]:
    """The blocks with tables that only lay out a page, around a task table or around tables alone,
    taken apart.
    """
    for block in blocks:
        if isinstance(block, SourceTable) and _lays_out(block):
            for cell in block.cells:
                yield from unfolded(cell.blocks)
        else:
            yield block


def _lays_out(table: SourceTable) -> bool:
    inner = [nested for cell in table.cells for nested in cell.nested]
    if not inner or find_head(list(grid_rows(table))) is not None:
        return False
    if not any(paragraph.text.strip() for cell in table.cells for paragraph in cell.paragraphs):
        return True
    return any(_lays_out(t) or find_head(list(grid_rows(t))) is not None for t in inner)


def find_task_tables(blocks: Sequence[SourceBlock]) -> dict[int, TaskTable]:
    """The task tables by the index of their block. A table with another head than the surest one
    must name at least who and when by itself, and what comes of it or who helps; one without a head
    must go on where another ended.
    """
    grids = {
        i: list(grid_rows(block))
        for i, block in enumerate(blocks)
        if isinstance(block, SourceTable)
    }
    heads = {
        i: head
        for i, rows in grids.items()
        if isinstance(table := blocks[i], SourceTable)
        and (head := find_head(rows, table.hidden_columns)) is not None
    }
    if not heads:
        return {}
    surest = max(heads.values(), key=lambda head: head.score)
    found: dict[int, TaskTable] = {}
    last: tuple[int, TableHead, TableShape] | None = None
    count = 0
    for i, rows in grids.items():
        table = blocks[i]
        assert isinstance(table, SourceTable)
        head = heads.get(i)
        if head is not None and _is_like(head, surest):
            shape = shape_of(head, rows, _lines_near(blocks, i))
            parted = _parted(table, rows, head, shape, count)
            if _is_agenda(parted.rows):
                continue
            if last is not None and head.folded_titles() == last[1].folded_titles():
                parted = _after_break(parted) if _turns_page(blocks, last[0], i) else parted
            found[i] = parted
        elif head is None and last is not None and _near(blocks, last[0], i):
            _, head, shape = last
            going_on = _going_on(shape, rows, table.width)
            if going_on is None:
                continue
            shape = going_on
            whole = replace(head, first_row=0, body_row=0)
            found[i] = replace(_parted(table, rows, whole, shape, count), has_head=False)
        else:
            continue
        last = i, head, shape
        count += table.height
    return found


def _lines_near(blocks: Sequence[SourceBlock], here: int) -> Iterator[str]:
    """The paragraphs next to a table."""
    for block in blocks[max(here - _MOST_BETWEEN, 0) : here + _MOST_BETWEEN + 1]:
        if isinstance(block, SourceParagraph):
            yield block.text


def _is_like(head: TableHead, surest: TableHead) -> bool:
    if head.keys == surest.keys:
        return True
    more = "deliverable" in head.keys or ("coordinating" in head.keys and head.says_task)
    return more and {"task", "lead", "time"} <= head.keys


def _is_agenda(rows: Sequence[TableRow]) -> bool:
    """Whether the rows stand at hours of one day, as in the programme of a meeting."""
    times = [row["time"] for row in rows if row["time"]]
    return 2 * sum(bool(_HOURS.fullmatch(folded(time))) for time in times) > len(times)


def _near(blocks: Sequence[SourceBlock], last: int, here: int) -> bool:
    between = [b for b in blocks[last + 1 : here] if isinstance(b, SourceTable) or b.text.strip()]
    return len(between) <= _MOST_BETWEEN and all(
        isinstance(b, SourceParagraph) and len(b.text) <= _LONGEST_BETWEEN for b in between
    )


def _turns_page(blocks: Sequence[SourceBlock], last: int, here: int) -> bool:
    """Whether nothing but the number of a page stands between two tables."""
    return all(
        isinstance(b, SourceParagraph) and (not b.text.strip() or is_page_number(b.text))
        for b in blocks[last + 1 : here]
    )


def _after_break(table: TaskTable) -> TaskTable:
    first = [replace(row, after_break=True) for row in table.rows[:1]]
    return replace(table, rows=(*first, *table.rows[1:]))


def _going_on(shape: TableShape, rows: Sequence[GridRow], width: int) -> TableShape | None:
    """The shape of a table without a head that goes on with the columns of another, though its
    grid may be another.
    """
    if width != len(shape.grid):
        whole = next((r for r in rows if len(r.cells) == len(shape.keys) and not r.above), None)
        if whole is None:
            return None
        shape = fitted(shape, whole)
    read = [shape.read(row, 0) for row in rows]
    full = [row for row in read if len(row.texts) >= 3]
    suited = sum(_suits(row) for row in full)
    return shape if 2 * suited >= len(full) else None


def _suits(row: TableRow) -> bool:
    """Whether a row has a time or a unit where tasks do, or goes on with a task cut by the page, or
    is a numbered task of which the page cut the merged cells.
    """
    if looks_like_time(row["time"]) or looks_like_unit(row["lead"]):
        return True
    if row["number"]:
        return is_number(row["number"]) and bool(row["task"]) and not row["time"] + row["lead"]
    return any(map(goes_on, row.texts.values()))


def _parted(
    table: SourceTable, rows: Sequence[GridRow], head: TableHead, shape: TableShape, count: int
) -> TaskTable:
    body = list(_body_rows(table, rows, head, shape, count))
    end = _end(body)
    tail_from = body[end].number - count - 1 if end < len(body) else len(rows)
    return TaskTable(
        shape,
        tuple(body[:end]),
        tuple(_lines_above(rows[: head.first_row])),
        tuple(row_lines(rows[tail_from:])),
        table.title,
        rows_before=count,
        doubts=tuple(shape.doubts(count + head.first_row + 1)),
    )


def _body_rows(
    table: SourceTable, rows: Sequence[GridRow], head: TableHead, shape: TableShape, count: int
) -> Iterator[TableRow]:
    """The rows with words; the head's repetitions are left out."""
    titles = head.folded_titles()
    after_break = head.body_row == 0
    for row in rows[head.body_row :]:
        read = shape.read(row, count + row.index + 1, hidden=row.index in table.hidden_rows)
        if is_head_again(read, titles):
            after_break = True
        elif read.texts:
            yield replace(read, after_break=True) if after_break else read
            after_break = False


def _end(rows: Sequence[TableRow]) -> int:
    """Where the notes and signatures under the last task begin."""
    last = max((i for i, row in enumerate(rows) if row["task"] and len(row.texts) > 3), default=-1)
    for i in range(last + 1, len(rows)):
        if is_tail(rows[i]):
            return i
    return len(rows)


def _lines_above(rows: Sequence[GridRow]) -> Iterator[SourceParagraph]:
    """The lines over a table, the rows of another table among them whole: a row a line."""
    texts = [[one_line(text) for cell in row.cells if (text := cell_text(cell))] for row in rows]
    wide = [False, *(len(row) >= _TABLE_ROW for row in texts), False]
    for place, row in enumerate(rows):
        before, here, after = wide[place : place + 3]
        if here and (before or after):
            yield SourceParagraph(" | ".join(texts[place]))
        else:
            yield from row_lines([row])


def row_lines(rows: Iterable[GridRow]) -> Iterator[SourceParagraph]:
    """The lines of rows that belong to no table, cell by cell."""
    for row in rows:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                for line in paragraph.text.split("\n"):
                    if line.strip():
                        yield paragraph._replace(
                            text=line,
                            centred=paragraph.centred or cell.columns > 2,
                            bold=paragraph.bold or cell.bold,
                        )


def is_page_number(text: str) -> bool:
    """Whether a paragraph is only the number of a page."""
    return _PAGE_NUMBER.fullmatch(folded(text)) is not None


def table_paragraphs(table: SourceTable) -> Iterator[SourceParagraph]:
    """The lines of a table that only lays them out, such as a letterhead: column by column, with
    the tables inside.
    """
    for cell in sorted(table.cells, key=lambda c: (c.column, c.row)):
        yield from row_lines([GridRow(cell.row, (cell,))])
        for nested in cell.nested:
            yield from table_paragraphs(nested)
