"""Taking a whole plan in: a foreign file, a proposal, and what it becomes in the project file."""

from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from cchc_desktop.domain.change import Change, Edit
from cchc_desktop.domain.errors import RefusedChange
from cchc_desktop.domain.plan import POSITION_STEP, Area, Group, Part, Plan, Section, Task
from cchc_desktop.domain.proposal import Proposal
from cchc_desktop.domain.unit import Unit
from cchc_desktop.domain.units import UnitReader
from cchc_desktop.office.reader import read_office_file
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.project import Project
from cchc_desktop.services.proposed_rows import row_of, task_of
from cchc_desktop.services.reading import Reading, read_plan
from cchc_desktop.settings import Paths


def import_file(
    source: Path, into: Path, paths: Paths, year: int, kind: str, *, append: bool = False
) -> Proposal:
    """Read a Word or Excel file and accept all of it into a project file, made when missing.

    Gives what was accepted. RefusedInput, RefusedProject or RefusedChange leave everything as it
    was.
    """
    source_file = read_office_file(source)
    if into.exists():
        with Project.open(into, paths) as project:
            proposal = read_plan(source_file, year, kind, project).proposal
            project.apply(import_plan(project, proposal, append=append))
        return proposal
    reading = read_plan(source_file, year, kind)
    Project.create(into, paths, first=accept_reading(Contents({}), reading)).close()
    return reading.proposal


def accept_reading(contents: Contents, reading: Reading) -> Change:
    """The change that accepts what is taken of a reviewed plan into a file that holds this; it
    follows what the plan of that year has already.
    """
    proposal = reading.proposal
    unused = _named(reading, taken=False) - _named(reading, taken=True)
    items, position = [], 0
    for item in proposal.items:
        row, unit = row_of(item), item.edit.after
        if row is not None:  # parted and joined rows stand where the clerk saw them
            position += POSITION_STEP
            item = replace(item, edit=Edit(None, replace(row, position=position)))
        elif isinstance(unit, Unit) and item.edit.before is None and unit.name in unused:
            item = replace(item, taken=False)
        items.append(item)
    return import_plan(contents, replace(proposal, items=tuple(items)), append=True)


def _named(reading: Reading, *, taken: bool) -> set[str | None]:
    """The names of the units in the rows that are taken, or in those that are left out."""
    chosen = (item for item in reading.proposal.items if item.taken == taken)
    tasks = filter(None, map(task_of, chosen))
    cells = {cell for task in tasks for cell in (task.lead, task.coordinating)}
    reader = UnitReader(reading.units)
    return {mention.name for cell in cells for mention in reader.read(cell)}


def import_plan(contents: Contents, proposal: Proposal, *, append: bool = False) -> Change:
    """The change that accepts what is taken of the proposal into a file that holds this.

    A plan of that year and kind without rows is filled: a narrative takes its table from another
    file. What the plan already has would stand twice, so that is refused unless `append`: then
    its own head stays, and the new sections and rows follow the ones it has.
    """
    change = proposal.accept()
    taken = next(edit.after for edit in change.edits if isinstance(edit.after, Plan))
    plan = contents.plan(taken.year, taken.kind)
    if plan is None:
        return change
    rows, sections = contents.rows(plan), contents.sections(plan)
    twice = sections and any(isinstance(edit.after, Section) for edit in change.edits)
    if (rows or twice) and not append:
        raise RefusedChange(
            f"Kế hoạch năm {plan.year} trong tệp này đã có nội dung; hãy thêm --append để nối vào "
            "sau, hoặc nhập vào một tệp khác."
        )
    holds_table = any(section.holds_table for section in sections)
    last = max((part.position for part in (*rows, *sections)), default=0)

    def adopted() -> Iterator[Edit]:
        for edit in change.edits:
            match edit.after:
                case Plan() as new:
                    if not rows:
                        head = _merged(plan, new) if sections else _merged(new, plan)
                        yield Edit(plan, replace(head, id=plan.id, **_table_shape(new)))
                case Section() as section:
                    only_one = section.holds_table and not holds_table
                    yield Edit(None, _moved(replace(section, holds_table=only_one), plan.id, last))
                case Area() | Group() | Task() as row:
                    yield Edit(None, _moved(row, plan.id, last))
                case _:
                    yield edit

    return Change(change.label, tuple(adopted()))


def _merged(plan: Plan, other: Plan) -> Plan:
    """The plan with its blanks filled from the other."""
    filled = {f.name: getattr(plan, f.name) or getattr(other, f.name) for f in fields(Plan)}
    return Plan(**filled)


def _table_shape(plan: Plan) -> dict[str, Any]:
    return {name: getattr(plan, name) for name in ("columns", "table_place", "table_title")}


def _moved(part: Part, plan_id: str, offset: int) -> Part:
    return replace(part, plan_id=plan_id, position=part.position + offset)
