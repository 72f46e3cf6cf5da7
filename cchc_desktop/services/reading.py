"""A foreign plan as it was read, while it waits to be accepted: what the review panel shows.
Nothing here writes to a file.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from cchc_desktop.domain.columns import Column, columns_of
from cchc_desktop.domain.plan import Plan, Task
from cchc_desktop.domain.proposal import Doubt, Proposal
from cchc_desktop.domain.unit import Unit
from cchc_desktop.intake.document_pieces import numbered_blocks
from cchc_desktop.intake.plan_doubts import row_doubts
from cchc_desktop.intake.plan_intake import propose_plan
from cchc_desktop.office.grid import SourceBlock, SourceFile
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.proposed_rows import row_of, task_of


@dataclass(frozen=True)
class Reading:
    """A source, what was read from it, and the contents that it is to be accepted into."""

    source: SourceFile
    contents: Contents
    proposal: Proposal

    @cached_property
    def plan(self) -> Plan:
        """The plan on offer."""
        records = (item.edit.after for item in self.proposal.items)
        return next(record for record in records if isinstance(record, Plan))

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns of the rows that were read."""
        return columns_of(self.plan)

    @cached_property
    def units(self) -> list[Unit]:
        """The units known in that year, and those on offer."""
        units = {unit.id: unit for unit in self.contents.units(self.plan.year)}
        for item in self.proposal.items:
            if isinstance(item.edit.after, Unit):
                units[item.edit.after.id] = item.edit.after
        return list(units.values())

    @cached_property
    def places(self) -> dict[int, int]:
        """The index of the item that a row of the source was read into: of its task, where the row
        has a heading too; of one that is taken, where it was parted.
        """
        places: dict[int, int] = {}
        ranked = sorted(
            enumerate(self.proposal.items),
            key=lambda placed: (task_of(placed[1]) is None, not placed[1].taken),
        )
        for index, item in ranked:
            for row in item.rows:
                places.setdefault(row, index)
        return places

    @cached_property
    def doubts(self) -> tuple[Doubt, ...]:
        """The doubts that are left, without those about rows that are left out."""
        return tuple(doubt for doubt in self.proposal.doubts if not self._is_left_out(doubt.row))

    def _is_left_out(self, row: int) -> bool:
        index = self.places.get(row)
        return index is not None and not self.proposal.items[index].taken

    @cached_property
    def extends(self) -> bool:
        """Whether the plan of that year has a content already, which this one would follow."""
        plan = self.contents.plan(self.plan.year, self.plan.kind)
        if plan is None:
            return False
        return bool(self.contents.rows(plan) or self.contents.sections(plan))

    def count(self) -> int:
        """How many tasks would be accepted."""
        return self.proposal.count(Task)

    def blocks(self) -> Sequence[tuple[SourceBlock, int | None]]:
        """The source as it was read, each task table with the number of the row before it."""
        return numbered_blocks(self.source)

    def repaired(self, proposal: Proposal) -> "Reading":
        """The reading with a repaired proposal: what checking found is checked anew, and what was
        settled stays settled.
        """
        after = replace(self, proposal=proposal)
        old, new = set(_checked(self)), dict.fromkeys(_checked(after))
        kept = [doubt for doubt in proposal.doubts if doubt not in old or doubt in new]
        kept += [doubt for doubt in new if doubt not in old]
        kept.sort(key=lambda doubt: doubt.row)
        return replace(self, proposal=replace(proposal, doubts=tuple(kept)))


def _checked(reading: Reading) -> Iterator[Doubt]:
    items = [item for item in reading.proposal.items if item.taken and row_of(item) is not None]
    return row_doubts(items, reading.units, reading.plan.year)


@dataclass(frozen=True, slots=True)
class Repair:
    """Something that can be done about a reading. Without `apply` it cannot be done now; a choice
    among several has `options`.
    """

    label: str
    apply: Callable[[], Reading] | None = None
    options: tuple["Repair", ...] = ()
    icon: str = ""

    @property
    def is_possible(self) -> bool:
        """Whether there is anything to do."""
        return self.apply is not None or bool(self.options)


def repair(reading: Reading, label: str, change: Callable[[], Proposal], icon: str = "") -> Repair:
    """A repair of the reading's proposal; the change is made once it is chosen."""
    return Repair(label, lambda: reading.repaired(change()), icon=icon)


def read_plan(
    source: SourceFile, year: int, kind: str = "CCHC", contents: Contents | None = None
) -> Reading:
    """A file read as the plan of a year, against the units and the agency known then.

    RefusedInput when it holds no plan.
    """
    contents = contents if contents is not None else Contents({})
    units, agency = contents.units(year), contents.agency(year)
    return Reading(source, contents, propose_plan(source, year, units, agency, kind))


def read_again(reading: Reading, year: int) -> Reading:
    """The same file as the plan of another year; what was repaired is to be repaired again."""
    return read_plan(reading.source, year, reading.plan.kind, reading.contents)
