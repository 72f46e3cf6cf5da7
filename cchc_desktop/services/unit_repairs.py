"""What the clerk says about words that are no unit known: whose name they are, or that they are a
new one's.
"""

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from cchc_desktop.domain.change import Edit
from cchc_desktop.domain.proposal import Item, Proposal
from cchc_desktop.domain.unit import Unit
from cchc_desktop.domain.units import UnitReader, unit_named
from cchc_desktop.domain.vietnamese import fold

_ALIKE = 60  # percent of likeness from which a name is proposed


def likely_units(words: str, units: Sequence[Unit]) -> list[Unit]:
    """The units that the words may mean, the likeliest first."""
    sure = UnitReader(units).likely(words)

    def likeness(unit: Unit) -> float:
        names = (unit.name, unit.short, *unit.aliases)
        return max(fuzz.token_set_ratio(fold(words), fold(name)) for name in names)

    alike = {unit.id: likeness(unit) for unit in units if unit not in sure}
    others = [unit for unit in units if alike.get(unit.id, 0) >= _ALIKE]
    return [*sure, *sorted(others, key=lambda unit: -alike[unit.id])]


def name_unit(proposal: Proposal, words: str, unit: Unit) -> Proposal:
    """The words are another name of the unit, and no longer that of one in the file."""
    named = replace(unit, aliases=(*unit.aliases, words))
    items = [i for i in proposal.items if i.edit.record.id == unit.id or not _is_new(i, words)]
    for place, item in enumerate(items):
        if item.edit.record.id == unit.id:
            items[place] = replace(item, edit=Edit(item.edit.before, named))
            break
    else:
        items.append(Item(Edit(unit, named)))
    return replace(proposal, items=tuple(items))


def _is_new(item: Item, words: str) -> bool:
    unit = item.edit.after
    return item.edit.before is None and isinstance(unit, Unit) and fold(unit.name) == fold(words)


def add_unit(proposal: Proposal, words: str, units: Sequence[Unit]) -> Proposal:
    """The words are the name of a new unit, besides those known."""
    unit = unit_named(words)
    if any(unit.short == known.short for known in units):
        unit = replace(unit, short=unit.name)
    return replace(proposal, items=(*proposal.items, Item(Edit(None, unit))))
