"""The rows and columns of a plan's task table before they become cells: what each column shows of
each line, for Word with its merged cells and for Excel without them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cchc_desktop.domain.columns import (
    AREA_COLUMN,
    GROUP_COLUMN,
    HEADING_WIDTHS,
    SEVEN,
    column,
)
from cchc_desktop.domain.plan import Area, Group, Plan, Row, Task, heading_text, numbered

_STYLES = {
    AREA_COLUMN: "cell_area_side",
    GROUP_COLUMN: "cell_group_side",
    "number": "cell_centre",
    "time": "cell_centre",
}


class Line(NamedTuple):
    """A line of the table: a heading over its whole width, or a task under its headings.

    The task is None where a heading that stands in a column of its own has no tasks. (A tuple,
    because a table has thousands.)
    """

    area: Area | None
    group: Group | None
    task: Task | None
    heading: Area | Group | None = None


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """What a column shows of each line, in which style, over which share of the width; `joins`
    tells whether a line's cell is the one of the line above: joins(above, line).
    """

    key: str
    title: str
    width: int
    style: str
    texts: Callable[[Sequence[Line]], list[str]]
    joins: Callable[[Line, Line], bool] | None = None


def table_lines(plan: Plan, rows: Iterable[Row]) -> list[Line]:
    """The lines of the plan's table in order."""
    keys = {key for key, _ in plan.columns}
    return list(_lines(rows, area_aside=AREA_COLUMN in keys, group_aside=GROUP_COLUMN in keys))


def shown_columns(plan: Plan) -> tuple[ShownColumn, ...]:
    """The plan's columns in its own order, heading columns among them."""
    pairs = plan.columns or SEVEN
    keys = [key for key, _ in pairs]
    return tuple(_shown(key, title, keys) for key, title in pairs)


def _lines(rows: Iterable[Row], *, area_aside: bool, group_aside: bool) -> Iterator[Line]:
    area: Area | None = None
    group: Group | None = None
    bare = False  # the last heading stands aside and has no line yet
    for row in rows:
        if isinstance(row, Task):
            yield Line(area, group, row)
            bare = False
            continue
        if bare and (isinstance(row, Area) or group is not None):
            yield Line(area, group, None)
        if isinstance(row, Area):
            area, group, bare = row, None, area_aside
            aside = area_aside
        else:
            group, aside = row, group_aside
            bare = bare or group_aside
        if not aside:
            yield Line(area, group, None, row)
            bare = False
    if bare:
        yield Line(area, group, None)


def _shown(key: str, title: str, keys: Sequence[str]) -> ShownColumn:
    style = _STYLES.get(key, "cell")
    if key == AREA_COLUMN:
        return ShownColumn(key, title, HEADING_WIDTHS[key], style, _area_texts, _same_area)
    if key == GROUP_COLUMN:
        return ShownColumn(key, title, HEADING_WIDTHS[key], style, _group_texts, _same_group)
    task_column = column(key, title)
    read = task_column.text
    if key == "task" and "number" not in keys:
        read = _numbered_task

    def texts(lines: Sequence[Line]) -> list[str]:
        return ["" if line.task is None else read(line.task) for line in lines]

    joins = None
    if key == "goal":
        joins = _same_goal
    elif key == "number" and "goal" in keys:
        joins = _same_goal_unnumbered
    return ShownColumn(key, title, task_column.width, style, texts, joins)


def _numbered_task(task: Task) -> str:
    return numbered(task.number, task.text)


def _area_texts(lines: Sequence[Line]) -> list[str]:
    return [heading_text(line.area) for line in lines]


def _group_texts(lines: Sequence[Line]) -> list[str]:
    return [heading_text(line.group) for line in lines]


def _same_area(above: Line, line: Line) -> bool:
    return above.area is line.area


def _same_group(above: Line, line: Line) -> bool:
    return above.area is line.area and above.group is line.group and above.heading is None


def _same_goal(above: Line, line: Line) -> bool:
    if above.task is None or line.task is None or above.group is not line.group:
        return False
    return above.area is line.area and above.task.goal == line.task.goal != ""


def _same_goal_unnumbered(above: Line, line: Line) -> bool:
    return line.task is not None and not line.task.number and _same_goal(above, line)
