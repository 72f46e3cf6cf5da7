"""What the program understands of a cell, beside the clerk's own words: its units as chips, its
time as a schedule.
"""

from functools import lru_cache

from PySide6.QtCore import QObject

from cchc_desktop.domain.schedule import Schedule, read_schedule
from cchc_desktop.domain.units import UnitReader
from ui.project_controller import ProjectController
from ui.widgets.cells import Chip
from ui.widgets.unit_chips import UnitChips


class CellReading(QObject):
    """Reads against the units and the year that the controller shows."""

    def __init__(self, controller: ProjectController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._reader: UnitReader | None = None
        self._chips = UnitChips(())
        self.schedule_in = lru_cache(maxsize=1 << 13)(read_schedule)

    @property
    def year(self) -> int:
        """The plan's."""
        return self._controller.year

    def schedule(self, text: str) -> Schedule:
        """What the words of a time cell mean in the plan shown."""
        return self.schedule_in(text, self._controller.year)

    def chips(self, key: str, text: str) -> tuple[Chip, ...]:
        """The units of a lead or coordinating cell, by short names; none in other columns."""
        reader = self._controller.unit_reader
        if reader is not self._reader:
            self._reader = reader
            self._chips = UnitChips(self._controller.units, reader)
        return self._chips.of(key, text)
