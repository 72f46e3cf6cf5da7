"""The sample plan of an invented department, in the two layouts that departments use."""

import json
from dataclasses import replace
from typing import Any

import resources
from cchc_desktop.domain.agency import Agency
from cchc_desktop.domain.change import Change, Record, added
from cchc_desktop.domain.columns import SEVEN, SIX
from cchc_desktop.domain.plan import POSITION_STEP, Area, Group, Part, Plan, Section, Task, new_id
from cchc_desktop.domain.units import learn_units

_ROWS: dict[str, type[Part]] = {"area": Area, "group": Group, "task": Task}


def sample_change(*, six_columns: bool = False) -> Change:
    """The change that puts the sample into a file: six columns inside the body, or seven in a
    phụ lục.
    """
    stored = json.loads(resources.path("sample/plan.json").read_text(encoding="utf-8"))
    plan = Plan(**{**stored["plan"], "id": new_id(), "columns": SEVEN})
    if six_columns:
        plan = replace(plan, columns=SIX, table_place="body", table_title="")
    records: list[Record] = [plan, Agency(**{**stored["agency"], "id": new_id()})]
    parts: list[tuple[type[Part], dict[str, Any]]]
    parts = [(Section, fields) for fields in stored["sections"]]
    parts += [(_ROWS[fields.pop("kind")], fields) for fields in stored["rows"]]
    for place, (kind, fields) in enumerate(parts, start=1):
        position = place * POSITION_STEP
        records.append(kind(id=new_id(), plan_id=plan.id, position=position, **fields))
    tasks = [record for record in records if isinstance(record, Task)]
    records += learn_units(cell for task in tasks for cell in (task.lead, task.coordinating))
    return added("Mở dữ liệu mẫu", records)
