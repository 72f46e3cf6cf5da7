"""The rows of a proposal: what an item brings to the table, its cells, and others in its place."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from cchc_desktop.domain.change import Edit
from cchc_desktop.domain.columns import STANDARD, column
from cchc_desktop.domain.plan import Row, Task
from cchc_desktop.domain.proposal import Cells, Item, Piece, Proposal
from cchc_desktop.domain.vietnamese import nfc
from cchc_desktop.intake.numbering import bare


def row_of(item: Item) -> Row | None:
    """The row of the table that an item brings, None for any other record."""
    return item.edit.after if isinstance(item.edit.after, Row) else None


def task_of(item: Item) -> Task | None:
    """The task that an item brings, None for any other record."""
    return item.edit.after if isinstance(item.edit.after, Task) else None


def cells_of(task: Task) -> dict[str, str]:
    """The words of a task by column key."""
    return {key: column.text(task) for key, column in STANDARD.items()} | dict(task.own)


def written(task: Task, cells: Mapping[str, str]) -> Task:
    """The task with other words in some columns."""
    for key, text in cells.items():
        words = nfc(text)
        task = column(key, "").reader(task, bare(words) if key == "number" else words)
    return task


def rewritten(item: Item, task: Task) -> Item:
    """The item with other words in its task; a cell that changed no longer comes apart."""
    before = task_of(item)
    assert before is not None
    old, new = cells_of(before), cells_of(task)
    same = {key for key, text in new.items() if old.get(key, "") == text}
    pieces = (
        replace(piece, cells=only(piece.cells, same), above=only(piece.above, same))
        for piece in item.pieces
    )
    return read_as(item, task, pieces)


def only(cells: Cells, keys: Collection[str]) -> Cells:
    """The cells of some columns."""
    return tuple((key, text) for key, text in cells if key in keys)


def read_as(item: Item, row: Row, pieces: Iterable[Piece] | None = None) -> Item:
    """The item with another record read from the same words."""
    kept = item.pieces if pieces is None else tuple(pieces)
    if not isinstance(row, Task) or row.id != item.edit.record.id:
        kept = ()
    return replace(item, edit=Edit(None, row), pieces=kept)


def with_items(proposal: Proposal, start: int, count: int, items: Sequence[Item]) -> Proposal:
    """The proposal with other items in the place of some."""
    rest = proposal.items
    return replace(proposal, items=(*rest[:start], *items, *rest[start + count :]))
