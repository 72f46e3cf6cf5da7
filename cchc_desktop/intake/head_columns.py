"""The columns of a task table: the lowest cells of its head, each under the key of its words."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from cchc_desktop.domain.columns import OWN, UNIT_KEYS
from cchc_desktop.intake.column_titles import (
    BROAD,
    PERIOD,
    SECOND_TASK,
    UNIT,
    meaning,
    other_key,
)
from cchc_desktop.intake.source_text import folded
from cchc_desktop.intake.unit_columns import HeadLeaf

_SUPPORT = ("lead", "coordinating", "deliverable", "time")
_FIRST = ("lead", "deliverable")  # of two keys the one that such a column has


@dataclass(frozen=True, slots=True)
class HeadColumn:
    """A column: its key (`columns.py`, or PERIOD, UNIT or BROAD), its title, its grid columns
    [start, end); of a unit's the titles `over` it.
    """

    key: str
    title: str
    start: int
    end: int
    strength: int = 0
    over: str = ""

    @property
    def second_key(self) -> str:
        """The key of the words that it holds too, by its title; "" for none."""
        return other_key(self.key, self.title)


def settled(
    leaves: Sequence[HeadLeaf], hidden: Collection[int], units: Collection[int]
) -> tuple[HeadColumn, ...] | None:
    """One column for each key; None where they don't make a task table. `hidden` and `units` are
    grid columns: a hidden one gives way to others, one of a unit has no other key.
    """
    columns = [
        HeadColumn(UNIT, leaf.title, leaf.start, leaf.end, 1, leaf.over)
        if leaf.start in units
        else HeadColumn(
            *_keyed(leaf.title, leaf.over),
            leaf.start,
            leaf.end,
            0 if leaf.start in hidden else _named(leaf.title, leaf.over)[1],
        )
        for leaf in leaves
    ]
    if columns and not columns[0].title and all(column.key != "number" for column in columns):
        columns[0] = replace(columns[0], key="number", strength=1)
    columns = _with_first_keys(_with_task(columns))
    chosen = _strongest(columns)
    if not _is_task_table(chosen):
        return None
    at = columns.index(chosen["task"])
    return tuple(
        column if _keeps_key(column, chosen) else replace(column, key=_key_beside(column, i < at))
        for i, column in enumerate(columns)
    )


def _keeps_key(column: HeadColumn, chosen: dict[str, HeadColumn]) -> bool:
    if column.key == PERIOD:
        return "time" not in chosen
    if column.key == UNIT:
        return not {*UNIT_KEYS} <= chosen.keys()
    return column.key != "other" and column is chosen[column.key]


def _named(title: str, over: str) -> tuple[str, int]:
    key, strength = meaning(title)
    over_key = meaning(over)[0] if over else ""
    if over_key == "time" and re.fullmatch(r"[ivx]{1,3}|\d{1,2}", folded(title)):
        return PERIOD, 1
    if key == "other" and strength == 0 and over:
        return meaning(f"{over} {title}")
    return key, strength


def _keyed(title: str, over: str) -> tuple[str, str]:
    key, _ = _named(title, over)
    if key == "other":
        return key, f"{over} - {title}" if over and title and meaning(title)[1] == 0 else title
    if key == PERIOD and meaning(title)[0] != PERIOD:
        return key, f"{'Tháng' if title.isdigit() else 'Quý'} {title}"
    return key, title or over


def _with_task(columns: list[HeadColumn]) -> list[HeadColumn]:
    """Where no column is called a task, the broad one or the goal holds it."""
    for key in ("task", BROAD, "goal"):
        found = [c for c in columns if c.key == key]
        if found:
            return [replace(c, key="task") if c is found[-1] else c for c in columns]
    return columns


def _with_first_keys(columns: list[HeadColumn]) -> list[HeadColumn]:
    """A column of two keys under the first of them, where no other has it."""
    keys = {column.key for column in columns}
    return [
        replace(c, key=c.second_key) if c.second_key in _FIRST and c.second_key not in keys else c
        for c in columns
    ]


def _strongest(columns: Sequence[HeadColumn]) -> dict[str, HeadColumn]:
    chosen: dict[str, HeadColumn] = {}
    for column in columns:
        best = chosen.get(column.key)
        if best is None or (column.strength, column.key == "task") > (best.strength, False):
            chosen[column.key] = column
    return chosen


def _key_beside(column: HeadColumn, before_task: bool) -> str:
    if before_task and column.key in ("task", BROAD):
        return SECOND_TASK if column.key == "task" else BROAD
    return OWN + column.title


def _is_task_table(chosen: dict[str, HeadColumn]) -> bool:
    task = chosen.get("task")
    if task is None:
        return False
    named = chosen.keys() | {column.second_key for column in chosen.values()}
    named |= {"time"} if PERIOD in chosen else set()
    named |= {"lead"} if UNIT in chosen else set()
    support = sum(key in named for key in _SUPPORT)
    assigned = "lead" in named or "time" in named
    return support >= 2 or (support == 1 and assigned and task.strength >= 3)


def score(columns: Sequence[HeadColumn]) -> int:
    """How surely they are those of a plan."""
    return sum(2 if c.key in _SUPPORT else 1 for c in columns if not c.key.startswith(OWN))
