"""Pieces of a page that are not broken: a line of a paragraph, a letterhead, a row of a table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ui.printing.pages import Item, PrintedText, moved

if TYPE_CHECKING:
    from ui.printing.table import TableLayout


@dataclass(frozen=True, slots=True)
class RowPart:
    """A row of a table, or as much of a tall one as stands on one page."""

    table: "TableLayout"
    index: int
    height: float
    first: bool = True
    last: bool = True


@dataclass(frozen=True, slots=True)
class Box:
    """A piece over the whole width of the text: points in height, with space before and after.

    Rows of a table have no items until it is known on which page they stand. `least`: the height
    that a piece which may be cut needs to begin with.
    """

    height: float
    items: tuple[Item, ...] = ()
    before: float = 0.0
    after: float = 0.0
    keep_next: bool = False
    rows: tuple[RowPart, ...] = ()
    repeated: "Box | None" = None  # the table's head, over a row that begins a page
    least: float | None = None


def gap(above: Box, below: Box) -> float:
    """The space between two boxes: of the two that meet the larger one, as in Word."""
    return max(above.after, below.before)


def kept(boxes: Sequence[Box]) -> list[Box]:
    """The boxes, the last of them on one page with what follows."""
    *others, last = boxes
    return [*others, replace(last, keep_next=True)]


def stacked(boxes: Iterable[Box], x: float = 0) -> Box:
    """The boxes under each other as one, `x` to the right."""
    y = 0.0
    items: list[Item] = []
    above = Box(0)
    for box in boxes:
        y += gap(above, box)
        items += moved(box.items, x, y)
        y += box.height
        above = box
    return Box(y + above.after, tuple(items))


def side_by_side(left: Box, right: Box) -> Box:
    """Two boxes beside each other as one."""
    return Box(max(left.height, right.height), (*left.items, *right.items))


def cut(box: Box, room: float) -> tuple[Box, Box] | None:
    """A box in two, the first at most `room` high; None where it cannot
    be cut there.
    """
    if box.rows:
        return _cut_row(box, room)
    above = tuple(i for i in box.items if isinstance(i, PrintedText) and i.baseline <= room)
    below = [i for i in box.items if not (isinstance(i, PrintedText) and i.baseline <= room)]
    if not above or not below:
        return None
    down = min(i.baseline - i.size for i in below if isinstance(i, PrintedText))
    rest = replace(box, height=box.height - down, items=tuple(moved(below, 0, -down)))
    return replace(box, height=room, items=above, after=0.0), rest


def _cut_row(box: Box, room: float) -> tuple[Box, Box] | None:
    (row,) = box.rows
    margins, line = row.table.margins, row.table.line_height(row.index)
    left = row.height - (box.least or 0)  # so that the rest is not less than a beginning
    lines = int(min(room - margins, left) / line + 1e-6)
    if lines < 1:
        return None
    height, rest = margins + lines * line, row.height - lines * line
    above = replace(row, height=height, last=False)
    below = replace(row, height=rest, first=False)
    return (
        replace(box, height=height, rows=(above,)),
        replace(box, height=rest, rows=(below,), least=min(box.least or rest, rest)),
    )
