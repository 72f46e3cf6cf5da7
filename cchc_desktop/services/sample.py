"""The sample plan of an invented department, in the two layouts that departments use."""

import json
from dataclasses import replace
from typing import Any

import resources
from cchc_desktop.domain.agency import Agency
from cchc_desktop.domain.change import Change, Record, added
from cchc_desktop.domain.columns import SEVEN, SIX
from cchc_desktop.domain.plan import POSITION_STEP, Area, Group, Part, Plan, Section, Task, new_id
from cchc_desktop.domain.register import Evidence, RegisteredDocument
from cchc_desktop.domain.result import Result
from cchc_desktop.domain.units import learn_units
from cchc_desktop.services.contents import Contents

_ROWS: dict[str, type[Part]] = {"area": Area, "group": Group, "task": Task}


def sample_change(*, six_columns: bool = False) -> Change:
    """The change that puts the sample into a file: six columns inside the body, or seven in a
    phụ lục.
    """
    stored = json.loads(resources.text("sample/plan.json"))
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


def whole_sample() -> Change:
    """The change that puts the sample into a file with what a department has by the end of August:
    documents, and what was reported in three periods, with its evidence.
    """
    change = sample_change()
    contents = Contents({edit.record.id: edit.record for edit in change.edits})
    done = added("", _of_the_year(contents, contents.plans()[0]))
    return replace(change, edits=(*change.edits, *done.edits))


def _of_the_year(contents: Contents, plan: Plan) -> list[Record]:
    stored = json.loads(resources.text("sample/year.json"))
    tasks = [row for row in contents.rows(plan) if isinstance(row, Task)]
    documents = {
        fields.pop("key"): RegisteredDocument(id=new_id(), **fields)
        for fields in stored["documents"]
    }
    records: list[Record] = list(documents.values())
    for fields in stored["results"]:
        words = fields.pop("task")
        task = next(task for task in tasks if task.text.startswith(words))
        period, cited = contents.period(plan.year, fields.pop("period")), fields.pop("documents")
        result = Result(id=new_id(), task_id=task.id, period_id=period.id, **fields)
        records += [result, *(Evidence(new_id(), documents[key].id, result.id) for key in cited)]
    return records
