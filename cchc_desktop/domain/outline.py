"""Branches of the task table: a heading with the rows that it heads, and what stands beside it."""

from collections.abc import Sequence
from itertools import pairwise

from cchc_desktop.domain.number_forms import part_ids
from cchc_desktop.domain.plan import Area, Group, Row, Task


def branch_end(rows: Sequence[Row], start: int, kind: type[Row]) -> int:
    """The index behind the branch of that kind in which the row at `start` stands."""
    if kind is Task:
        return start + 1
    ends = (Area,) if kind is Area or isinstance(rows[start], Area) else (Area, Group)
    return next((n for n in range(start + 1, len(rows)) if isinstance(rows[n], ends)), len(rows))


def neighbour(rows: Sequence[Row], first: int, last: int, *, up: bool) -> int | None:
    """In front of which index the rows from first to last come past their neighbour; the number of
    rows is the end, None where they have no neighbour.

    Tasks step past one row, into the next group or area. A group never stands in front of tasks
    that no group had: those would become its own.
    """
    match rows[first]:
        case Task():
            return _past_row(rows, first, last, up=up)
        case Group():
            return _group_up(rows, first) if up else _group_down(rows, last)
    if up:
        return next((n for n in range(first - 1, -1, -1) if isinstance(rows[n], Area)), None)
    below = last + 1
    return branch_end(rows, below, Area) if below < len(rows) else None


def headings_over(rows: Sequence[Row], row: int) -> list[Area | Group]:
    """The area and the group that a row stands under, the area first."""
    over: list[Area | Group] = []
    for above in range(row - 1, -1, -1):
        match rows[above]:
            case Area() as area if not isinstance(rows[row], Area):
                return [area, *over]
            case Group() as group if not over and isinstance(rows[row], Task):
                over = [group]
            case Area():
                break
    return over


def headings_without_tasks(rows: Sequence[Row]) -> set[str]:
    """Areas and groups that no task stands under; parts, which head areas, are none of them, nor
    are the groups of an area that is one itself.
    """
    headings = [(place, row) for place, row in enumerate(rows) if not isinstance(row, Task)]
    parts = part_ids([row for _, row in headings])
    empty: set[str] = set()
    hollow: dict[str, str] = {}  # groups without tasks, with their area
    area = ""
    for (place, row), (following, _) in pairwise([*headings, (len(rows), None)]):
        has_tasks = following - place > 1
        match row:
            case Area():
                area = "" if row.id in parts else row.id
                if area and not has_tasks:
                    empty.add(area)
            case Group() if has_tasks:
                empty.discard(area)
            case Group():
                hollow[row.id] = area
    return empty | {group for group, area in hollow.items() if area not in empty}


def _past_row(rows: Sequence[Row], first: int, last: int, *, up: bool) -> int | None:
    if not up:
        return last + 2 if last + 1 < len(rows) else None
    if first == 0 or (first == 1 and not isinstance(rows[0], Task)):
        return None  # nothing heads what stands above the first heading
    return first - 1


def _group_up(rows: Sequence[Row], first: int) -> int | None:
    above = next((n for n in range(first - 1, -1, -1) if not isinstance(rows[n], Task)), 0)
    if first == 0 or isinstance(rows[above], Task):
        return None
    return above if above or isinstance(rows[above], Group) else None


def _group_down(rows: Sequence[Row], last: int) -> int | None:
    """Past the next group, or behind the tasks right under the next area."""
    headings = (n for n in range(last + 2, len(rows)) if not isinstance(rows[n], Task))
    return next(headings, len(rows)) if last + 1 < len(rows) else None
