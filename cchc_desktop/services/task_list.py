"""The plan's tasks as plain data, for scripts and tests (design.md, `tasks --json`)."""

from collections.abc import Iterable, Sequence
from typing import Any

from cchc_desktop.domain.plan import Row, heading_text, placed
from cchc_desktop.domain.schedule import read_schedule, schedule_json
from cchc_desktop.domain.units import Unit, read_units


def task_list(rows: Iterable[Row], units: Sequence[Unit], year: int) -> list[dict[str, Any]]:
    """One mapping a task, in table order; texts as typed, missing parts "" or None."""
    return [
        {
            "area": heading_text(place.area),
            "group": heading_text(place.group) or None,
            "number": place.task.number,
            "goal": place.task.goal,
            "task": place.task.text,
            "deliverable": place.task.deliverable,
            "lead": place.task.lead,
            "lead_units": _names(place.task.lead, units),
            "coordinating": place.task.coordinating,
            "coordinating_units": _names(place.task.coordinating, units),
            "time": place.task.time,
            "schedule": schedule_json(read_schedule(place.task.time, year)),
        }
        for place in placed(rows)
    ]


def _names(cell: str, units: Sequence[Unit]) -> list[str]:
    # a unit that nobody has introduced yet stays in the cell's own words only
    return [mention.name for mention in read_units(cell, units) if mention.name is not None]
