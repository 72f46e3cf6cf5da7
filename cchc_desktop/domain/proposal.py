"""Something taken in, not yet accepted: imports, returned forms, pasted citations, a copied year
are one act.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from cchc_desktop.domain.change import Change, Edit, Record

Cells = tuple[tuple[str, str], ...]  # (column key, words), keys as in columns.py


class DoubtKind(StrEnum):
    """What is doubtful: decides what can be done about it."""

    NOTE = "note"  # to be known; nothing can be done here
    AGENCY = "agency"  # the head names another agency than the profile
    PLAN_YEAR = "plan year"  # a title names another year
    HIDDEN = "hidden"  # the row is hidden in the source
    SHIFTED = "shifted"  # the row's cells were moved to their columns
    JOINED = "joined"  # the row was joined to the one above
    WRAPPED = "wrapped"  # printed lines in cells of the row were joined
    TITLE = "title"  # the row's title was joined to the heading above
    GOAL = "goal"  # the row's goal was joined to the one above
    NO_GOAL = "no goal"  # an empty goal was taken as the one above
    NUMBER = "number"  # the number was mended
    TIME = "time"  # words of the time were not understood
    YEAR = "year"  # the time names another year than the plan's
    UNIT = "unit"  # words that are no unit known, or only alike
    REPEATED = "repeated"  # the task stands twice
    KNOWN = "known"  # the document is in the register
    OTHER_DATE = "other date"  # the register has the document's number with another date
    TWO_DATES = "two dates"  # the source dates a document twice
    NUMBER_YEAR = "number year"  # the document's number names another year than its date
    UNNUMBERED = "unnumbered"  # a document is spoken of without its number
    TOO_LONG = "too long"  # the register has no field that is long enough
    UNREAD = "unread"  # a document's file does not tell its number


@dataclass(frozen=True, slots=True)
class Doubt:
    """A repair or a guess: where in the source, the source's own words, and why it is doubtful.

    `row` counts the table rows of the source from 1, its head included; 0 is outside the table.
    `cells` are the words as the source has them, where a repair changed them.
    """

    row: int
    text: str
    why: str
    kind: DoubtKind = DoubtKind.NOTE
    cells: Cells = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A row of the source that was joined to a task above it: its own cells, and what the same
    cells of the task said before.
    """

    row: int
    source: str
    cells: Cells
    above: Cells


@dataclass(frozen=True, slots=True)
class Item:
    """One edit on offer, with the words of the source it was read from, and the rows that were
    joined to its own. What is not `taken` is left out when the proposal is accepted.

    `field`: where a record is taken in field by field, the one that this item writes; several items
    of one record are then one edit. Two items of one field are rivals: one of them can be taken.
    """

    edit: Edit
    source: str = ""
    row: int = 0
    pieces: tuple[Piece, ...] = ()
    taken: bool = True
    field: str = ""

    @property
    def cell(self) -> tuple[str, str]:
        """The record and its field, which rivals share."""
        return self.edit.record.id, self.field

    @property
    def rows(self) -> tuple[int, ...]:
        """The rows of the source that it was read from, as `Doubt.row` counts them."""
        return (self.row, *(piece.row for piece in self.pieces)) if self.row else ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """Edits on offer and the doubts about them."""

    label: str
    items: tuple[Item, ...]
    doubts: tuple[Doubt, ...] = ()

    def accept(self) -> Change:
        """One change from the items that are taken, in their order; what is taken field by field
        becomes one edit of its record, where the first of its items stands.
        """
        return Change(self.label, tuple(_edits(item for item in self.items if item.taken)))

    def count(self, kind: type[Record]) -> int:
        """How many records of a kind it would create."""
        return sum(
            item.taken and item.edit.before is None and isinstance(item.edit.after, kind)
            for item in self.items
        )


def _edits(items: Iterable[Item]) -> Iterator[Edit]:
    edits: dict[str, Edit] = {}
    for item in items:
        record_id = item.edit.record.id
        known = edits.get(record_id)
        if item.field and known is not None and known.after is not None:
            value = getattr(item.edit.after, item.field)
            edits[record_id] = Edit(known.before, replace(known.after, **{item.field: value}))
        else:
            edits[record_id] = item.edit
    yield from edits.values()
