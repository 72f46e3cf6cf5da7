"""The units that a cell names, as chips with their short names."""

from collections.abc import Iterable

from cchc_desktop.domain.unit import Unit
from cchc_desktop.domain.units import UnitMention, UnitReader
from ui.widgets.cells import COORDINATING, GROUP, LEAD, UNKNOWN, Chip

UNIT_COLUMNS = {"lead": LEAD, "coordinating": COORDINATING}


class UnitChips:
    """Reads cells against the units known."""

    def __init__(self, units: Iterable[Unit], reader: UnitReader | None = None) -> None:
        self._units = {unit.name: unit for unit in units}
        self._reader = reader or UnitReader(self._units.values())
        self._chips: dict[tuple[str, str], tuple[Chip, ...]] = {}

    def of(self, key: str, text: str) -> tuple[Chip, ...]:
        """The chips of a lead or coordinating cell; none in other columns."""
        if key not in UNIT_COLUMNS or not text:
            return ()
        if (key, text) not in self._chips:
            mentions = self._reader.read(text)
            self._chips[key, text] = tuple(self._chip(key, mention) for mention in mentions)
        return self._chips[key, text]

    def _chip(self, key: str, mention: UnitMention) -> Chip:
        unit = self._units.get(mention.name or "")
        if unit is None or not mention.sure:
            return Chip(f"{mention.typed} ?", UNKNOWN)
        look = GROUP if unit.is_group else UNIT_COLUMNS[key]
        return Chip(unit.short or unit.name, look)
