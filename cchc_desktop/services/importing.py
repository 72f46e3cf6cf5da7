"""Taking a whole plan in: a foreign file, a proposal, and what it becomes in the project file."""

from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from cchc_desktop.domain.change import Change, Edit
from cchc_desktop.domain.errors import RefusedChange
from cchc_desktop.domain.plan import Area, Group, Part, Plan, Section, Task
from cchc_desktop.domain.proposal import Proposal
from cchc_desktop.intake.plan_intake import propose_plan
from cchc_desktop.office.reader import read_office_file
from cchc_desktop.services.project import Project
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
            known, agency = project.units(year), project.agency(year)
            proposal = propose_plan(source_file, year, known, agency, kind)
            project.apply(import_plan(project, proposal, append=append))
        return proposal
    proposal = propose_plan(source_file, year, kind=kind)
    Project.create(into, paths, first=proposal.accept()).close()
    return proposal


def import_plan(project: Project, proposal: Proposal, *, append: bool = False) -> Change:
    """The change that accepts all of the proposal.

    A plan of that year and kind without rows is filled: a narrative takes its table from another
    file. What the plan already has would stand twice, so that is refused unless `append`: then
    its own head stays, and the new sections and rows follow the ones it has.
    """
    change = proposal.accept()
    taken = next(edit.after for edit in change.edits if isinstance(edit.after, Plan))
    plan = project.plan(taken.year, taken.kind)
    if plan is None:
        return change
    rows, sections = project.rows(plan), project.sections(plan)
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
