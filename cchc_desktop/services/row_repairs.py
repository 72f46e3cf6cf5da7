"""What the clerk mends in rows that were read wrongly: each function gives the proposal with that
one repair. Rows are named by their index among the items; to check them anew is for the caller.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from cchc_desktop.domain.change import Edit
from cchc_desktop.domain.columns import Column
from cchc_desktop.domain.plan import Area, Group, Row, Task, new_id
from cchc_desktop.domain.proposal import Doubt, Proposal
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.intake.numbering import split_heading
from cchc_desktop.services.proposed_rows import (
    cells_of,
    read_as,
    rewritten,
    row_of,
    task_of,
    with_items,
    written,
)


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
    return with_items(proposal, index, 1, [rewritten(item, written(task, cells))])


# Kinds of rows, places of cells


def set_as(proposal: Proposal, index: int, kind: type[Row]) -> Proposal:
    """A row as a lĩnh vực, nhóm or nhiệm vụ; no word of its cells is lost."""
    item = proposal.items[index]
    row = row_of(item)
    assert row is not None, "only rows have a kind"
    if isinstance(row, Task):
        cells = {key: text for key, text in cells_of(row).items() if text and key != "number"}
        above = task_above(proposal, index)
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
    return with_items(proposal, index, 1, [read_as(item, other)])


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
    cells = cells_of(task)
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
            parted = with_items(proposal, index, 0, [item]) if index > place else proposal
            return with_items(
                parted, place, 1, [read_as(parted.items[place], replace(row, title=first))]
            )
        place -= 1
    return None


# Goals


def without_goal(proposal: Proposal, index: int) -> Proposal:
    """A task, and those after it under the same goal, without one."""
    task = task_of(proposal.items[index])
    assert task is not None, "goals belong to tasks"
    return change_goal(proposal, index, 1, task.goal, "")


def with_goal_above(proposal: Proposal, index: int) -> Proposal:
    """A task under the goal of the task above, where it has one."""
    task, above = task_of(proposal.items[index]), task_above(proposal, index)
    if task is None or above is None:
        return proposal
    return write(proposal, index, {"goal": above.goal or task.goal})


def goal_apart(proposal: Proposal, index: int, text: str) -> Proposal:
    """A goal that was joined from two in two again; the second, `text`, from this task on."""
    task = task_of(proposal.items[index])
    assert task is not None, "goals belong to tasks"
    first = task.goal.removesuffix(text).rstrip()
    return change_goal(
        change_goal(proposal, index - 1, -1, task.goal, first), index, 1, task.goal, text
    )


def change_goal(proposal: Proposal, start: int, step: int, old: str, new: str) -> Proposal:
    """The goal of the neighbouring tasks that have it, from a row up or down."""
    items = list(proposal.items)
    while 0 <= start < len(items) and (task := task_of(items[start])) and task.goal == old:
        items[start] = rewritten(items[start], replace(task, goal=new))
        start += step
    return replace(proposal, items=tuple(items))


def task_above(proposal: Proposal, index: int) -> Task | None:
    """The task of the item before; None for the first one, and where that one is no task."""
    return task_of(proposal.items[index - 1]) if index else None
