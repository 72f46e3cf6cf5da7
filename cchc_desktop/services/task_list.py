"""The plan's tasks as plain data, for scripts and tests (design.md, `tasks --json`)."""

from collections.abc import Iterable
from typing import Any

from cchc_desktop.domain.plan import Row, heading_text, placed
from cchc_desktop.domain.schedule import read_schedule, schedule_json
from cchc_desktop.domain.unit import Unit
from cchc_desktop.domain.units import UnitReader


def task_list(rows: Iterable[Row], units: Iterable[Unit], year: int) -> list[dict[str, Any]]:
    """One mapping a task, in table order; texts as typed, missing parts "" or None."""
    reader = UnitReader(units)
    return [
        {
            "area": heading_text(place.area),
            "group": heading_text(place.group) or None,
            "number": place.task.number,
            "goal": place.task.goal,
            "task": place.task.text,
            "deliverable": place.task.deliverable,
            "lead": place.task.lead,
            "lead_units": _names(place.task.lead, reader),
            "coordinating": place.task.coordinating,
            "coordinating_units": _names(place.task.coordinating, reader),
            "time": place.task.time,
            "schedule": schedule_json(read_schedule(place.task.time, year)),
        }
        for place in placed(rows)
    ]


def _names(cell: str, reader: UnitReader) -> list[str]:
    # a unit that nobody has introduced yet stays in the cell's own words only
    return [mention.name for mention in reader.read(cell) if mention.name is not None]
