"""Something taken in, not yet accepted: imports, returned forms, pasted citations, a copied year
are one act.
"""

from collections.abc import Collection
from dataclasses import dataclass

from cchc_desktop.domain.change import Change, Edit, Record


@dataclass(frozen=True, slots=True)
class Doubt:
    """A repair or a guess: where in the source, the source's own words, and why it is doubtful.

    `row` counts the table rows of the source from 1, its head included; 0 is outside the table.
    """

    row: int
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Item:
    """One edit on offer, with the words of the source it was read from."""

    edit: Edit
    source: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class Proposal:
    """Edits on offer and the doubts about them."""

    label: str
    items: tuple[Item, ...]
    doubts: tuple[Doubt, ...] = ()

    def accept(self, chosen: Collection[int] | None = None) -> Change:
        """One change from all items, or from those whose index is chosen; order is the
        proposal's.
        """
        edits = (i.edit for n, i in enumerate(self.items) if chosen is None or n in chosen)
        return Change(self.label, tuple(edits))

    def count(self, kind: type[Record]) -> int:
        """How many records of a kind it would create."""
        return sum(
            isinstance(item.edit.after, kind) and item.edit.before is None for item in self.items
        )
