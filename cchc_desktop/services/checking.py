"""The Kiểm tra list of a plan: what it finds, what cures it, what is left as it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cchc_desktop.domain.change import Change, added
from cchc_desktop.domain.columns import column
from cchc_desktop.domain.doubtful import doubtful_units
from cchc_desktop.domain.finding import Finding, KeptFinding
from cchc_desktop.domain.plan import Area, Group, Plan, Task, new_id
from cchc_desktop.domain.plan_check import PlanCheck, words_at
from cchc_desktop.domain.schedule import read_schedule
from cchc_desktop.domain.task_check import unit_note
from cchc_desktop.domain.unit import Unit
from cchc_desktop.domain.units import UnitReader
from cchc_desktop.domain.waiting import HappenedEvent, after_events
from cchc_desktop.services import planning, table_editing, unit_editing
from cchc_desktop.services.project import Project

_ANY_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_KEEP = {  # what the button says that leaves a finding as it is
    "no-due": "Đúng vậy, không có hạn",
    "unit-unsure": "Đúng vậy",
    "time-unread": "Giữ",
    "year": "Giữ",
    "unit-unknown": "Giữ",
    "task-twice": "Giữ",
    "number-twice": "Giữ",
    "lead-coordinates": "Giữ",
    "area-empty": "Giữ",
    "group-empty": "Giữ",
}


def plan_findings(project: Project, plan: Plan, check: PlanCheck | None = None) -> list[Finding]:
    """What the clerk should see to, in table order. With the same `check` each time only what
    changed is judged anew.
    """
    check = check or PlanCheck()
    kept, events = project.kept_findings(plan), project.events(plan)
    found = check.findings(plan, project.rows(plan), project.units(plan.year), kept)
    if not events:
        return found
    return [f for f in found if f.rule != "no-due" or _waits(project, plan, events, f)]


def _waits(project: Project, plan: Plan, events: Sequence[HappenedEvent], finding: Finding) -> bool:
    """Whether what a finding's task waits for has not happened yet."""
    assert finding.at is not None, "findings of a plan have a place"
    task = project.record(finding.at.record_id)
    assert isinstance(task, Task)
    return after_events(read_schedule(task.time, plan.year), events).waits_for is not None


def cures(project: Project, plan: Plan, finding: Finding) -> tuple[Change, ...]:
    """What the clerk can do at once, the proposed cure first; a label is its button's words."""
    offered = list(_repairs(project, plan, finding))
    if finding.rule in _KEEP:
        offered.append(keep(project, plan, finding))
    return tuple(offered)


def keep(project: Project, plan: Plan, finding: Finding) -> Change:
    """The finding left as it is, until the words of its place change."""
    assert finding.at is not None, "findings of a plan have a place"
    record = project.record(finding.at.record_id)
    assert isinstance(record, Plan | Area | Group | Task)
    kept = KeptFinding(
        new_id(),
        plan.id,
        finding.rule,
        record.id,
        finding.at.column,
        finding.found,
        words_at(record, finding.at.column),
    )
    return added(_KEEP.get(finding.rule, "Giữ"), [kept])


def _repairs(project: Project, plan: Plan, finding: Finding) -> Iterator[Change]:
    assert finding.at is not None, "findings of a plan have a place"
    record = project.record(finding.at.record_id)
    match finding.rule, record:
        case "year", Plan() | Task():
            yield from _other_year(project, plan, record, finding.at.column)
        case "unit-unknown" | "unit-unsure", Task():
            yield from _units(project, plan, record, finding)
        case "no-units", _:
            yield unit_editing.learn_from_plan(project, plan)
        case "task-twice" | "task-blank", Task():
            yield replace(planning.delete(project, [record.id]), label="Xoá nhiệm vụ")
        case "number-twice", _:
            yield table_editing.renumber(project, plan)
        case "area-empty" | "group-empty", Area() | Group():
            gone = planning.delete(project, table_editing.branch(project, plan, record.id))
            name = "lĩnh vực" if isinstance(record, Area) else "nhóm"
            yield replace(gone, label=f"Xoá {name}")


def _other_year(
    project: Project, plan: Plan, record: Plan | Task, column_key: str
) -> Iterator[Change]:
    """The one other year in the words made the plan's; several are not guessed at."""
    words = words_at(record, column_key)
    others = set(_ANY_YEAR.findall(words)) - {str(plan.year)}
    if len(others) != 1:
        return
    right = words.replace(others.pop(), str(plan.year))
    if isinstance(record, Task):
        change = planning.write_cell(project, record.id, column(column_key, ""), right)
    else:
        change = planning.edit(project, record.id, **{column_key: right})
    yield replace(change, label=f"Đổi thành {plan.year}")


def _units(project: Project, plan: Plan, task: Task, finding: Finding) -> Iterator[Change]:
    """The units that the words may mean, where that can be learnt; then a new one."""
    assert finding.at is not None
    reader = UnitReader(project.units(plan.year))
    cell = words_at(task, finding.at.column)
    for mention in doubtful_units(reader, cell):
        if unit_note(finding.at.column, mention).found != finding.found:
            continue
        likely = reader.likely(mention.typed)
        for unit in likely:
            if not _is_named(unit, mention.typed):
                yield unit_editing.name_unit(project, mention.typed, unit.id)
        if not any(_is_named(unit, mention.typed) for unit in likely):
            yield unit_editing.add_unit(project, mention.typed, plan.year)


def _is_named(unit: Unit, words: str) -> bool:
    return words in (unit.name, unit.short, *unit.aliases)
