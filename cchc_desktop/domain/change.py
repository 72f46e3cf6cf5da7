"""One undoable step as data. The change log is the history: undo, redo, a cell's past, comparison
read it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from cchc_desktop.domain.agency import Agency, RecipientList, Signer
from cchc_desktop.domain.finding import KeptFinding
from cchc_desktop.domain.plan import Area, Group, Plan, Section, Task
from cchc_desktop.domain.receipt import FormReceipt
from cchc_desktop.domain.register import Attachment, Evidence, RegisteredDocument
from cchc_desktop.domain.report import (
    Figure,
    Indicator,
    Outline,
    OutlineHeading,
    Report,
    ReportHeading,
    ReportParagraph,
    SentReport,
)
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.domain.result import Result
from cchc_desktop.domain.unit import Unit
from cchc_desktop.domain.waiting import HappenedEvent

Record = (
    Plan
    | Section
    | Area
    | Group
    | Task
    | Agency
    | Signer
    | RecipientList
    | Unit
    | KeptFinding
    | ReportingPeriod
    | Result
    | RegisteredDocument
    | Attachment
    | Evidence
    | FormReceipt
    | HappenedEvent
    | Outline
    | OutlineHeading
    | Report
    | ReportHeading
    | ReportParagraph
    | Indicator
    | Figure
    | SentReport
)


@dataclass(frozen=True, slots=True)
class Edit:
    """One record before and after; None means that it does not exist."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """The record that exists, the newer one where both do."""
        record = self.after if self.after is not None else self.before
        assert record is not None, "an edit has at least one side"
        return record


@dataclass(frozen=True, slots=True)
class Change:
    """A named step: stored in the transaction that applies it."""

    label: str
    edits: tuple[Edit, ...]
    who: str = ""
    at: datetime | None = None

    def inverse(self) -> "Change":
        """The change that takes this one back, edits in reverse order."""
        edits = tuple(Edit(edit.after, edit.before) for edit in reversed(self.edits))
        return Change(self.label, edits, self.who)


def added(label: str, records: Iterable[Record]) -> Change:
    """A change that creates the records, in order."""
    return Change(label, tuple(Edit(None, record) for record in records))


@dataclass(frozen=True, slots=True)
class LogEntry:
    """A line of the change log: ids grow; `undoes` and `redoes` name the entry that this one takes
    back or repeats.
    """

    id: int
    label: str
    who: str
    at: datetime
    undoes: int | None = None
    redoes: int | None = None


def steps(log: Iterable[LogEntry]) -> tuple[list[LogEntry], list[LogEntry]]:
    """What can be undone and what can be redone, each with the next one last, folded from a log in
    order.
    """
    done: list[LogEntry] = []
    undone: list[LogEntry] = []
    for entry in log:
        if entry.undoes is not None:
            undone.append(done.pop())
        elif entry.redoes is not None:
            done.append(undone.pop())
        else:
            done.append(entry)
            undone.clear()
    return done, undone
