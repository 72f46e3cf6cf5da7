"""Which units lead a task and which take part, groups expanded."""

from cchc_desktop.domain.plan import Task
from cchc_desktop.domain.unit import Unit
from cchc_desktop.domain.unit_groups import members_of
from cchc_desktop.domain.units import UnitReader


class TaskUnits:
    """Reads the cells of many tasks against the units of a year; a reader that knows them already
    may be handed in.
    """

    def __init__(self, units: list[Unit], reader: UnitReader | None = None) -> None:
        self._units = units
        self._by_name = {unit.name: unit for unit in units}
        self.reader = reader or UnitReader(units)
        self._read: dict[str, list[Unit]] = {}
        self._beside: dict[tuple[str, str], list[Unit]] = {}

    def leading(self, task: Task) -> list[Unit]:
        """The units that lead a task."""
        return self._in(task.lead)

    def coordinating(self, task: Task) -> list[Unit]:
        """The units that take part without leading."""
        cells = task.lead, task.coordinating
        if cells not in self._beside:
            leading = {unit.id for unit in self.leading(task)}
            units = self._in(task.coordinating)
            self._beside[cells] = [unit for unit in units if unit.id not in leading]
        return self._beside[cells]

    def _in(self, cell: str) -> list[Unit]:
        if cell not in self._read:
            named = [self._by_name[m.name] for m in self.reader.read(cell) if m.name is not None]
            units: dict[str, Unit] = {}
            for unit in named:
                members = members_of(unit, self._units) if unit.is_group else [unit]
                units |= {member.id: member for member in members}
            self._read[cell] = list(units.values())
        return self._read[cell]
