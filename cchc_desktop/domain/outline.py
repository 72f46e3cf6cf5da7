"""Branches of the task table: a heading with the rows that it heads, and what stands beside it."""

from collections.abc import Sequence

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
