"""Rows parted and joined while a plan is reviewed: what was joined comes apart as it was."""

from collections.abc import Mapping
from dataclasses import replace

from cchc_desktop.domain.change import Edit
from cchc_desktop.domain.plan import Area, Group, Task, heading_text, new_id, numbered
from cchc_desktop.domain.proposal import DoubtKind, Item, Piece, Proposal
from cchc_desktop.intake.numbering import split_task
from cchc_desktop.intake.row_repair import joined
from cchc_desktop.services.proposed_rows import (
    cells_of,
    only,
    read_as,
    row_of,
    task_of,
    with_items,
    written,
)
from cchc_desktop.services.row_repairs import change_goal


def can_part(item: Item) -> bool:
    """Whether a row can be parted: several rows of the source, or lines of its own."""
    task = task_of(item)
    return task is not None and (bool(item.pieces) or "\n" in task.text)


def part(proposal: Proposal, index: int) -> Proposal:
    """The last row that was joined stands alone again; else what follows the first line does."""
    item = proposal.items[index]
    if item.pieces:
        return part_at(proposal, index, item.pieces[-1].row)
    task = task_of(item)
    assert task is not None, "a heading is one line"
    lines = task.text.count("\n")
    upper, lower = {}, {}
    for key, text in cells_of(task).items():
        first, _, rest = text.partition("\n")
        upper[key], lower[key] = (first, rest) if text.count("\n") == lines else (text, text)
    typed = split_task(lower["task"])
    lower |= {"number": typed.number, "task": typed.text}
    below = replace(written(task, lower), id=new_id())
    return with_items(
        proposal, index, 1, [read_as(item, written(task, upper)), read_as(item, below)]
    )


def part_at(proposal: Proposal, index: int, row: int) -> Proposal:
    """The joined row of that number stands alone again, with those that were joined after it."""
    item = proposal.items[index]
    task = task_of(item)
    assert task is not None, "rows are joined to tasks"
    place = next(i for i, piece in enumerate(item.pieces) if piece.row == row)
    piece, later = item.pieces[place], item.pieces[place + 1 :]
    cells = dict(piece.cells)
    own = {"task": task.text} | cells  # a task that was merged downwards is the task of both
    lower = replace(written(_blank(task), own), id=new_id())
    below = Item(Edit(None, lower), piece.source, piece.row, taken=item.taken)
    for following in later:
        below = _joined(below, following.row, following.source, dict(following.cells))
    above = read_as(item, written(task, dict(piece.above)), pieces=item.pieces[:place])
    parted = with_items(proposal, index, 1, [above, below])
    if "goal" in cells:
        parted = change_goal(parted, index - 1, -1, task.goal, dict(piece.above)["goal"])
        parted = change_goal(parted, index + 2, 1, task.goal, cells["goal"])
    doubts = (d for d in parted.doubts if (d.kind, d.row) != (DoubtKind.JOINED, row))
    return replace(parted, doubts=tuple(doubts))


def can_join(proposal: Proposal, index: int) -> bool:
    """Whether a row can be joined to the one above: both tasks, or both headings."""
    if index == 0:
        return False
    above, row = row_of(proposal.items[index - 1]), row_of(proposal.items[index])
    return (
        above is not None and row is not None and isinstance(above, Task) == isinstance(row, Task)
    )


def join(proposal: Proposal, index: int) -> Proposal:
    """A row joined to the one above, cell by cell."""
    above, item = proposal.items[index - 1 : index + 1]
    match above.edit.after, item.edit.after:
        case Task(), Task():
            return with_items(proposal, index - 1, 2, [_together(above, item)])
        case Area() | Group() as heading, Area() | Group() as below:
            title = joined(heading.title, heading_text(below))
            return with_items(
                proposal, index - 1, 2, [read_as(above, replace(heading, title=title))]
            )
    raise AssertionError("can_join was not asked")


def _joined(item: Item, row: int, source: str, cells: Mapping[str, str]) -> Item:
    """The item with the cells of another row joined to its own."""
    task = task_of(item)
    assert task is not None, "rows are joined to tasks"
    before = cells_of(task)
    above = {key: before.get(key, "") for key in cells}
    together = {key: joined(above[key], text) for key, text in cells.items()}
    piece = Piece(row, source, tuple(cells.items()), tuple(above.items()))
    return read_as(item, written(task, together), pieces=(*item.pieces, piece))


def _together(above: Item, item: Item) -> Item:
    """Two tasks as one; what came apart in either still does."""
    upper, lower = task_of(above), task_of(item)
    assert upper is not None
    assert lower is not None
    cells = {key: text for key, text in cells_of(lower).items() if text and key != "number"}
    cells["task"] = numbered(lower.number, lower.text)
    if lower.goal == upper.goal:
        cells.pop("goal", None)
    one = _joined(above, item.row, item.source, cells)
    before = cells_of(upper)

    def rebased(piece: Piece) -> Piece:
        first = dict(piece.above)
        if "task" in first:
            first["task"] = numbered(lower.number, first["task"])
        own = [key for key in first if key in cells]
        over = tuple((key, joined(before.get(key, ""), first[key])) for key in own)
        return replace(piece, cells=only(piece.cells, own), above=over)

    return replace(one, pieces=(*one.pieces, *map(rebased, item.pieces)))


def _blank(task: Task) -> Task:
    """A task of the same place and goal without words."""
    return Task(task.id, task.plan_id, task.position, goal=task.goal)
