"""Returned forms of the units against what the project file holds: what they would change, cell by
cell. Nothing is written before it is accepted; how forms are read into this is the matter of
`form_offers`.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from cchc_desktop.domain.change import Change, Edit, Record
from cchc_desktop.domain.issue_date import date_words
from cchc_desktop.domain.order import arranged, with_numbers
from cchc_desktop.domain.plan import Plan, Task, new_id
from cchc_desktop.domain.proposal import Proposal
from cchc_desktop.domain.receipt import FormReceipt
from cchc_desktop.domain.register import Evidence, RegisteredDocument
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.domain.result import Result
from cchc_desktop.domain.section_form import DOCUMENTS, document_words
from cchc_desktop.domain.unit import Unit
from cchc_desktop.services.contents import Contents


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something in a form, or the whole of it, that is not taken in: where it stands ("" for the
    whole) and why, in one sentence.
    """

    where: str
    why: str


@dataclass(frozen=True, slots=True)
class ReturnedForm:
    """One file that came back: whose it is, None where that is unknown, and what it offers.

    `items` are places in `Merge.proposal.items`; an answer that two forms share is in both.
    `notes`: sentences on what was seen in it; `digest`: the file's SHA-256, "" where it cannot be
    read. `blank`: nothing was written into it.
    """

    file: str
    unit: Unit | None
    period: ReportingPeriod | None
    items: tuple[int, ...] = ()
    refused: tuple[Refusal, ...] = ()
    notes: tuple[str, ...] = ()
    digest: str = ""
    blank: bool = False

    @property
    def is_refused(self) -> bool:
        """Whether the whole of it is refused; it has no items then."""
        return any(not refusal.where for refusal in self.refused)


@dataclass(frozen=True)
class Merge:
    """What returned forms say, against the contents as they are, while it waits to be accepted.

    An item's `row` is its place in the proposal, counted from 1: by it a doubt names its item.
    """

    contents: Contents
    plan: Plan
    period: ReportingPeriod
    forms: tuple[ReturnedForm, ...]
    proposal: Proposal
    today: date

    # What an item says

    def task(self, index: int) -> Task | None:
        """The task that an item is about, which may be on offer itself; None for a document that
        belongs to no task.
        """
        match self._record(index):
            case Task() as task:
                return task
            case Result() as result:
                return self._task(result.task_id)
            case Evidence() as link:
                return self._task(link.target_id)
            case RegisteredDocument() as document:
                places = self._speaking_of.get(document.id, ())
                links = (self._record(place) for place in places)
                ids = (link.target_id for link in links if isinstance(link, Evidence))
                return next((self._task(target) for target in ids), None)
        return None

    def occurrence(self, index: int) -> str:
        """The due day (ISO) of the occurrence that an answer is about, "" for a task with one
        result.
        """
        record = self._record(index)
        return record.occurrence if isinstance(record, Result) else ""

    def column(self, index: int) -> str:
        """The key of the form's column in which an item stands: "text", "documents", ...; its title
        is in `section_form.TITLES`.
        """
        match self._record(index):
            case Task():
                field = self.proposal.items[index].field
                return "task" if field in ("", "text") else field
            case Result():
                return self.proposal.items[index].field
        return DOCUMENTS

    def old(self, index: int) -> str:
        """What the project says in that place, "" for nothing."""
        item = self.proposal.items[index]
        return _words(item.edit.before, item.field) if item.field else ""

    def new(self, index: int) -> str:
        """What the form says there."""
        item = self.proposal.items[index]
        match item.edit.after:
            case RegisteredDocument() as document:
                return document_words(document)
            case Evidence() as link:
                return document_words(self._document(link.document_id))
        return _words(item.edit.after, item.field or "text")

    def said_before(self, index: int) -> tuple[str, str]:
        """Who said what the project has there, and on which ISO day; "" where nobody is named."""
        before = self.proposal.items[index].edit.before
        return (before.said_by, before.said_on) if isinstance(before, Result) else ("", "")

    def said_by(self, index: int) -> Unit | None:
        """The unit whose form says it; the first, where several do."""
        return next((form.unit for form in self.forms if index in form.items), None)

    def doubt(self, index: int) -> str:
        """Why an item is not taken by itself: "năm 2026 ≠ 2027, giữ cũ"; "" without a doubt."""
        row = index + 1
        return next((doubt.why for doubt in self.proposal.doubts if doubt.row == row), "")

    def rivals(self, index: int) -> tuple[int, ...]:
        """The other items of the same cell, of which at most one can be taken."""
        item = self.proposal.items[index]
        same = self._by_cell[item.cell] if item.field else [index]
        return tuple(place for place in same if place != index)

    # Choosing

    def taken(self, index: int, taken: bool) -> "Merge":
        """The merge with an item taken or left. Its rivals are left then, and what belongs to a
        task or a document on offer goes with it.
        """
        return self.with_choice({index} if taken else set(), set() if taken else {index})

    def with_choice(self, wanted: Collection[int], unwanted: Collection[int]) -> "Merge":
        """The merge with several items taken and others left, as `taken` does for each."""
        on = {n for n, item in enumerate(self.proposal.items) if item.taken}
        for index in wanted:
            on |= self._needed_by(index) | {index}
            on -= set(self.rivals(index))
            on |= {n for n in self._bound_to(index) if self._needed_by(n) <= on}
        for index in unwanted:
            on -= {index, *self._bound_to(index)}
        items = tuple(
            item if item.taken == (n in on) else replace(item, taken=n in on)
            for n, item in enumerate(self.proposal.items)
        )
        return replace(self, proposal=replace(self.proposal, items=items))

    def _needed_by(self, index: int) -> set[int]:
        """The tasks and documents on offer that an item speaks of."""
        spoken_of = _spoken_of(self._record(index))
        return {self._brought[record_id] for record_id in spoken_of if record_id in self._brought}

    def _bound_to(self, index: int) -> set[int]:
        """The items that speak of the task or document that this one brings."""
        record_id = self._record(index).id
        brings = self._brought.get(record_id) == index
        return set(self._speaking_of.get(record_id, ())) if brings else set()

    @cached_property
    def _by_cell(self) -> dict[tuple[str, str], list[int]]:
        places: dict[tuple[str, str], list[int]] = defaultdict(list)
        for place, item in enumerate(self.proposal.items):
            places[item.cell].append(place)
        return places

    @cached_property
    def _brought(self) -> dict[str, int]:
        """The places of the new records that come whole, by their ids."""
        items = enumerate(self.proposal.items)
        return {i.edit.record.id: n for n, i in items if i.edit.before is None and not i.field}

    @cached_property
    def _speaking_of(self) -> dict[str, list[int]]:
        """The places of the items that speak of a record, by its id."""
        places: dict[str, list[int]] = defaultdict(list)
        for place, item in enumerate(self.proposal.items):
            for record_id in _spoken_of(item.edit.record):
                places[record_id].append(place)
        return places

    # Accepting

    def accept(self) -> Change:
        """One change with all that is taken, and with the receipts of the forms."""
        change = self.proposal.accept()
        return replace(change, edits=(*self._in_order(change.edits), *self._receipts()))

    def _in_order(self, edits: tuple[Edit, ...]) -> Iterator[Edit]:
        """The edits, new tasks at the end of the plan with numbers in its style."""
        new = [e.after for e in edits if e.before is None and isinstance(e.after, Task)]
        if not new:
            yield from edits
            return
        rows = self.contents.rows(self.plan)
        changed = [e for e in edits if e.before is not None and isinstance(e.after, Task)]
        yield from with_numbers(rows, [*changed, *arranged(rows, new, None)])
        yield from (edit for edit in edits if not isinstance(edit.record, Task))

    def _receipts(self) -> Iterator[Edit]:
        known = {receipt.unit_id: receipt for receipt in self.contents.receipts(self.period)}
        day = self.today.isoformat()
        after: dict[str, FormReceipt] = {}
        for form in self.forms:
            if form.is_refused or form.unit is None:
                continue
            unit = form.unit.id
            last = after.get(unit) or known.get(unit)
            last = last or FormReceipt(new_id(), self.period.id, unit)
            merged = last.merged_on if form.blank else day
            after[unit] = replace(
                last, received_on=day, merged_on=merged, file_name=form.file, digest=form.digest
            )
        yield from (Edit(known.get(unit), receipt) for unit, receipt in after.items())

    # Records, on offer or in the file

    def _record(self, index: int) -> Record:
        return self.proposal.items[index].edit.record

    def _task(self, task_id: str) -> Task | None:
        record = self._known(task_id)
        return record if isinstance(record, Task) else None

    def _document(self, document_id: str) -> RegisteredDocument:
        record = self._known(document_id)
        assert isinstance(record, RegisteredDocument), "a link names a document"
        return record

    def _known(self, record_id: str) -> Record | None:
        if self.contents.holds(record_id):
            return self.contents.record(record_id)
        place = self._brought.get(record_id)
        return None if place is None else self._record(place)


def _spoken_of(record: Record) -> tuple[str, ...]:
    match record:
        case Result():
            return (record.task_id,)
        case Evidence():
            return (record.document_id, record.target_id)
    return ()


def _words(record: Record | None, field: str) -> str:
    value = "" if record is None else str(getattr(record, field))
    return date_words(value) if field == "done_on" else value
