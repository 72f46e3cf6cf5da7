"""What the clerk mends in rows that were read wrongly: each function gives the proposal with that
one repair. Rows are named by their index among the items; to check them anew is for the caller.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from cchc_desktop.domain.change import Edit
from cchc_desktop.domain.columns import STANDARD, Column, column
from cchc_desktop.domain.plan import Area, Group, Row, Task, heading_text, new_id, numbered
from cchc_desktop.domain.proposal import Doubt, DoubtKind, Item, Piece, Proposal
from cchc_desktop.domain.vietnamese import nfc, one_line
from cchc_desktop.intake.numbering import bare, split_heading, split_task
from cchc_desktop.intake.row_repair import joined


def row_of(item: Item) -> Row | None:
    """The row of the table that an item brings, None for any other record."""
    return item.edit.after if isinstance(item.edit.after, Row) else None


def task_of(item: Item) -> Task | None:
    """The task that an item brings, None for any other record."""
    return item.edit.after if isinstance(item.edit.after, Task) else None


def settle(proposal: Proposal, doubt: Doubt) -> Proposal:
    """The doubt is looked at; what was read stays."""
    return replace(proposal, doubts=tuple(d for d in proposal.doubts if d != doubt))


def take(proposal: Proposal, chosen: Collection[int], *, taken: bool) -> Proposal:
    """The chosen items are taken, or left out, when the proposal is accepted."""
    items = (
        replace(item, taken=taken) if place in chosen else item
        for place, item in enumerate(proposal.items)
    )
    return replace(proposal, items=tuple(items))


def write(proposal: Proposal, index: int, cells: Mapping[str, str]) -> Proposal:
    """A task with other words in some of its columns."""
    item = proposal.items[index]
    task = task_of(item)
    assert task is not None, "cells belong to tasks"
    return _with(proposal, index, 1, [_reading(item, _written(task, cells))])


# Parting and joining


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
    for key, text in _cells(task).items():
        first, _, rest = text.partition("\n")
        upper[key], lower[key] = (first, rest) if text.count("\n") == lines else (text, text)
    typed = split_task(lower["task"])
    lower |= {"number": typed.number, "task": typed.text}
    below = replace(_written(task, lower), id=new_id())
    return _with(proposal, index, 1, [_reading(item, _written(task, upper)), _reading(item, below)])


def part_at(proposal: Proposal, index: int, row: int) -> Proposal:
    """The joined row of that number stands alone again, with those that were joined after it."""
    item = proposal.items[index]
    task = task_of(item)
    assert task is not None, "rows are joined to tasks"
    place = next(i for i, piece in enumerate(item.pieces) if piece.row == row)
    piece, later = item.pieces[place], item.pieces[place + 1 :]
    cells = dict(piece.cells)
    own = {"task": task.text} | cells  # a task that was merged downwards is the task of both
    lower = replace(_written(_blank(task), own), id=new_id())
    below = Item(Edit(None, lower), piece.source, piece.row, taken=item.taken)
    for following in later:
        below = _joined(below, following.row, following.source, dict(following.cells))
    above = _reading(item, _written(task, dict(piece.above)), pieces=item.pieces[:place])
    parted = _with(proposal, index, 1, [above, below])
    if "goal" in cells:
        parted = _change_goal(parted, index - 1, -1, task.goal, dict(piece.above)["goal"])
        parted = _change_goal(parted, index + 2, 1, task.goal, cells["goal"])
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
        case Task(), Task() as task:
            cells = {key: text for key, text in _cells(task).items() if text}
            cells.pop("number", None)
            cells["task"] = numbered(task.number, task.text)
            if task.goal == above.edit.after.goal:
                cells.pop("goal", None)
            one = _joined(above, item.row, item.source, cells)
            return _with(proposal, index - 1, 2, [replace(one, pieces=(*one.pieces, *item.pieces))])
        case Area() | Group() as heading, Area() | Group() as below:
            title = joined(heading.title, heading_text(below))
            return _with(proposal, index - 1, 2, [_reading(above, replace(heading, title=title))])
    raise AssertionError("can_join was not asked")


# Kinds of rows, places of cells


def set_as(proposal: Proposal, index: int, kind: type[Row]) -> Proposal:
    """A row as a lĩnh vực, nhóm or nhiệm vụ; no word of its cells is lost."""
    item = proposal.items[index]
    row = row_of(item)
    assert row is not None, "only rows have a kind"
    if isinstance(row, Task):
        cells = {key: text for key, text in _cells(row).items() if text and key != "number"}
        above = _task_above(proposal, index)
        if len(cells) > 1 and above is not None and above.goal == row.goal:
            cells.pop("goal", None)  # it only came down from above
        number, title = row.number, one_line(" ".join(cells.values()))
        if not number:
            typed = split_heading(title)
            number, title = typed.number, typed.text
    else:
        number, title = row.number, row.title
    place = row.id, row.plan_id, row.position, number
    other = Task(*place, text=title) if issubclass(kind, Task) else kind(*place, title=title)
    return _with(proposal, index, 1, [_reading(item, other)])


def shifted(
    proposal: Proposal, index: int, columns: Sequence[Column], key: str, step: int
) -> Proposal | None:
    """The cells from a column up to the next empty one moved by one column to the right (step 1) or
    left (-1); None where there is no room.
    """
    task = task_of(proposal.items[index])
    keys = [column.key for column in columns]
    if task is None or key not in keys:
        return None
    cells = _cells(task)
    first = keys.index(key)
    filled = [bool(cells.get(k)) for k in keys]
    if not filled[first]:
        return None
    end = next((i for i in range(first, len(keys)) if not filled[i]), len(keys))
    if (end == len(keys)) if step > 0 else (first == 0 or filled[first - 1]):
        return None
    run = keys[first:end]
    moved = dict.fromkeys(run, "")
    moved |= {keys[keys.index(k) + step]: cells[k] for k in run}
    return write(proposal, index, moved)


def title_apart(proposal: Proposal, index: int, first: str) -> Proposal | None:
    """A heading's title that was joined from two in two again: `first` keeps its place, the rest
    heads the rows from this one on. None where no heading above begins so.
    """
    place = index
    while place >= 0 and (row := row_of(proposal.items[place])) is not None:
        if isinstance(row, Area | Group) and row.title.startswith(first) and row.title != first:
            rest = row.title[len(first) :].strip()
            below = replace(row, id=new_id(), number="", title=rest)
            item = replace(proposal.items[index], edit=Edit(None, below), pieces=())
            parted = _with(proposal, index, 0, [item]) if index > place else proposal
            return _with(
                parted, place, 1, [_reading(parted.items[place], replace(row, title=first))]
            )
        place -= 1
    return None


# Goals


def without_goal(proposal: Proposal, index: int) -> Proposal:
    """A task, and those after it under the same goal, without one."""
    task = task_of(proposal.items[index])
    assert task is not None, "goals belong to tasks"
    return _change_goal(proposal, index, 1, task.goal, "")


def with_goal_above(proposal: Proposal, index: int) -> Proposal:
    """A task under the goal of the task above, where it has one."""
    task, above = task_of(proposal.items[index]), _task_above(proposal, index)
    if task is None or above is None:
        return proposal
    return write(proposal, index, {"goal": above.goal or task.goal})


def goal_apart(proposal: Proposal, index: int, text: str) -> Proposal:
    """A goal that was joined from two in two again; the second, `text`, from this task on."""
    task = task_of(proposal.items[index])
    assert task is not None, "goals belong to tasks"
    first = task.goal.removesuffix(text).rstrip()
    return _change_goal(
        _change_goal(proposal, index - 1, -1, task.goal, first), index, 1, task.goal, text
    )


def _change_goal(proposal: Proposal, start: int, step: int, old: str, new: str) -> Proposal:
    """The goal of the neighbouring tasks that have it, from a row up or down."""
    items = list(proposal.items)
    while 0 <= start < len(items) and (task := task_of(items[start])) and task.goal == old:
        items[start] = _reading(items[start], replace(task, goal=new))
        start += step
    return replace(proposal, items=tuple(items))


# Pieces of all this


def _task_above(proposal: Proposal, index: int) -> Task | None:
    return task_of(proposal.items[index - 1]) if index else None


def _cells(task: Task) -> dict[str, str]:
    return {key: column.text(task) for key, column in STANDARD.items()} | dict(task.own)


def _written(task: Task, cells: Mapping[str, str]) -> Task:
    for key, text in cells.items():
        words = nfc(text)
        task = column(key, "").reader(task, bare(words) if key == "number" else words)
    return task


def _blank(task: Task) -> Task:
    """A task of the same place and goal without words."""
    return Task(task.id, task.plan_id, task.position, goal=task.goal)


def _joined(item: Item, row: int, source: str, cells: Mapping[str, str]) -> Item:
    """The item with the cells of another row joined to its own."""
    task = task_of(item)
    assert task is not None, "rows are joined to tasks"
    before = _cells(task)
    above = {key: before.get(key, "") for key in cells}
    together = {key: joined(above[key], text) for key, text in cells.items()}
    piece = Piece(row, source, tuple(cells.items()), tuple(above.items()))
    return _reading(item, _written(task, together), pieces=(*item.pieces, piece))


def _reading(item: Item, row: Row, pieces: Iterable[Piece] | None = None) -> Item:
    """The item with another record read from the same words."""
    kept = item.pieces if pieces is None else tuple(pieces)
    if not isinstance(row, Task) or row.id != item.edit.record.id:
        kept = ()
    return replace(item, edit=Edit(None, row), pieces=kept)


def _with(proposal: Proposal, start: int, count: int, items: Sequence[Item]) -> Proposal:
    """The proposal with other items in the place of some."""
    rest = proposal.items
    return replace(proposal, items=(*rest[:start], *items, *rest[start + count :]))
