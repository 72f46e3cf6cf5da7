"""What a user does to the units that cells name: each function describes a Change."""

from collections.abc import Iterator
from dataclasses import replace

from cchc_desktop.domain.change import Change, Edit, added
from cchc_desktop.domain.errors import RefusedChange
from cchc_desktop.domain.plan import Plan, Task
from cchc_desktop.domain.unit import Unit
from cchc_desktop.domain.units import learn_units, unit_named
from cchc_desktop.domain.vietnamese import nfc
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.project import Project


def add_unit(project: Project, words: str, year: int) -> Change:
    """A new unit under the name typed; RefusedChange where it is blank or one of that year's."""
    unit = unit_named(nfc(words))
    if not unit.name:
        raise RefusedChange("Tên đơn vị còn trống; hãy ghi tên.")
    units = project.units(year)
    if any(unit.name in (known.name, *known.aliases) for known in units):
        raise RefusedChange(f"Đã có đơn vị “{unit.name}”; hãy chọn đơn vị đó.")
    if any(unit.short == known.short for known in units):
        unit = replace(unit, short=unit.name)
    return added("Thêm đơn vị", [unit])


def learn_from_plan(project: Project, plan: Plan) -> Change:
    """The units that the plan's cells name, new ones and new names of known ones."""
    tasks = (row for row in project.rows(plan) if isinstance(row, Task))
    cells = [cell for task in tasks for cell in (task.lead, task.coordinating) if cell]
    known = project.units(plan.year)
    before = {unit.id: unit for unit in known}
    learnt = learn_units(cells, known)
    edits = (Edit(before.get(unit.id), unit) for unit in learnt if unit != before.get(unit.id))
    return Change("Lấy đơn vị từ bảng", tuple(edits))


def name_unit(project: Project, words: str, unit_id: str) -> Change:
    """From now on these words mean that unit."""
    unit = _unit(project, unit_id)
    after = replace(unit, aliases=_once(unit, unit.aliases, (nfc(words),)))
    return Change(f"Là {unit.short or unit.name}", (Edit(unit, after),))


def merge_units(project: Project, unit_id: str, into_id: str) -> Change:
    """Gộp tên: one unit goes, its names become the other's; groups that had it have the other."""
    gone, kept = _unit(project, unit_id), _unit(project, into_id)
    if gone.id == kept.id:
        raise RefusedChange("Hai đơn vị là một; hãy chọn hai đơn vị khác nhau.")
    names = (gone.name, gone.short, *gone.aliases)
    members = _swapped(kept.members, gone.id, kept.id)
    after = replace(
        kept,
        aliases=_once(kept, kept.aliases, names),
        members=tuple(member for member in members if member != kept.id),
    )
    edits = (Edit(gone, None), Edit(kept, after), *_groups_swapped(project, gone, kept))
    return Change(f"Gộp “{gone.name}” vào “{kept.name}”", edits)


def _groups_swapped(contents: Contents, gone: Unit, kept: Unit) -> Iterator[Edit]:
    for group in contents.all_units():
        if gone.id in group.members and group.id not in (gone.id, kept.id):
            yield Edit(group, replace(group, members=_swapped(group.members, gone.id, kept.id)))


def _unit(project: Project, unit_id: str) -> Unit:
    unit = project.record(unit_id)
    assert isinstance(unit, Unit)
    return unit


def _once(unit: Unit, *names: tuple[str, ...]) -> tuple[str, ...]:
    """The names, each once, without the unit's own."""
    every = dict.fromkeys(name for some in names for name in some if name)
    return tuple(name for name in every if name not in (unit.name, unit.short))


def _swapped(members: tuple[str, ...], gone: str, kept: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(kept if member == gone else member for member in members))
