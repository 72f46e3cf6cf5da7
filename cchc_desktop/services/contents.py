"""What a project file holds, asked by year and plan; nothing here changes it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from cchc_desktop.domain.agency import Agency, RecipientList, Signer, valid_in
from cchc_desktop.domain.change import Change, Record
from cchc_desktop.domain.errors import RefusedChange
from cchc_desktop.domain.finding import KeptFinding
from cchc_desktop.domain.plan import Area, Group, Part, Plan, Row, Section, Task
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
from cchc_desktop.domain.reporting_period import ReportingPeriod, preset_periods
from cchc_desktop.domain.result import Result
from cchc_desktop.domain.unit import Unit
from cchc_desktop.domain.vietnamese import sort_key
from cchc_desktop.domain.waiting import HappenedEvent

R = TypeVar("R", bound=Record)
P = TypeVar("P", bound=Part)
D = TypeVar("D", bound=Agency | Signer | RecipientList | Unit)


class Contents:
    """Records by their id; lists come in the order that the user sees."""

    def __init__(self, records: Mapping[str, Record]) -> None:
        self._records = records
        self._sorted: tuple[Mapping[str, Record], dict[type[Any], list[Any]]] = ({}, {})

    def snapshot(self) -> "Contents":
        """The contents as they are now, for work in the background."""
        return Contents(dict(self._records))

    def after(self, change: Change) -> "Contents":
        """The contents as the change would leave them; nothing is written."""
        records = dict(self._records)
        for edit in change.edits:
            records.pop(edit.record.id, None)
            if edit.after is not None:
                records[edit.after.id] = edit.after
        return Contents(records)

    def record(self, record_id: str) -> Record:
        """The record of an id; RefusedChange when it is gone."""
        try:
            return self._records[record_id]
        except KeyError:
            raise RefusedChange("Mục này không còn trong tệp; hãy chọn lại.") from None

    def holds(self, record_id: str) -> bool:
        """Whether there is a record of that id."""
        return record_id in self._records

    def plans(self) -> list[Plan]:
        """All plans, by year, then kind."""
        return sorted(self._all(Plan), key=lambda plan: (plan.year, sort_key(plan.kind)))

    def plan(self, year: int, kind: str = "CCHC") -> Plan | None:
        """The plan of a year and kind."""
        return next((p for p in self._all(Plan) if (p.year, p.kind) == (year, kind)), None)

    def wanted_plan(self, year: int, kind: str = "CCHC") -> Plan:
        """The plan of a year and kind; where it is missing, RefusedChange names those there are."""
        plan = self.plan(year, kind)
        if plan is None:
            known = ", ".join(f"{p.kind} {p.year}" for p in self.plans()) or "chưa có kế hoạch nào"
            raise RefusedChange(
                f"Trong tệp không có kế hoạch {kind} năm {year}; hãy chọn trong số đã có: {known}."
            )
        return plan

    def sections(self, plan: Plan) -> list[Section]:
        """The narrative, in order."""
        return _in_order(s for s in self._all(Section) if s.plan_id == plan.id)

    def rows(self, plan: Plan) -> list[Row]:
        """The rows of the task table, in order."""
        rows: tuple[Row, ...] = (*self._all(Area), *self._all(Group), *self._all(Task))
        return _in_order(row for row in rows if row.plan_id == plan.id)

    def agency(self, year: int) -> Agency | None:
        """The agency as it was named in that year; where two are given, the later one."""
        names = sorted(valid_in(self._all(Agency), year), key=lambda a: (a.valid_from or 0, a.id))
        return names[-1] if names else None

    def units(self, year: int) -> list[Unit]:
        """The units of that year, in dictionary order."""
        return _by_name(valid_in(self._all(Unit), year), lambda unit: unit.name)

    def all_units(self) -> list[Unit]:
        """The units of all years, in dictionary order."""
        return _by_name(self._all(Unit), lambda unit: unit.name)

    def signers(self, year: int) -> list[Signer]:
        """Who may sign in that year, in dictionary order of names."""
        return _by_name(valid_in(self._all(Signer), year), lambda signer: signer.name)

    def recipients(self, year: int) -> list[RecipientList]:
        """The default nơi nhận of that year, by kind of document."""
        return _by_name(valid_in(self._all(RecipientList), year), lambda r: r.document_kind)

    def kept_findings(self, plan: Plan | Report) -> list[KeptFinding]:
        """The findings of a plan or a report that the clerk wants left as they are."""
        return [kept for kept in self._all(KeptFinding) if kept.plan_id == plan.id]

    def periods(self, year: int) -> list[ReportingPeriod]:
        """The reporting periods of a year by their last day: the usual four, as the office changed
        them, and its own.
        """
        periods = {period.id: period for period in preset_periods(year)}
        periods |= {p.id: p for p in self._all(ReportingPeriod) if p.year == year}
        return sorted(periods.values(), key=lambda period: (period.ends, period.starts, period.id))

    def period(self, year: int, key: str) -> ReportingPeriod:
        """The period of a key such as "h1"; RefusedChange names those there are."""
        periods = self.periods(year)
        found = next((period for period in periods if period.key == key), None)
        if found is None:
            known = ", ".join(f"{period.key} ({period.name})" for period in periods)
            raise RefusedChange(
                f"Năm {year} không có kỳ báo cáo “{key}”; hãy chọn trong số đã có: {known}."
            )
        return found

    def results(self, period: ReportingPeriod | None = None) -> list[Result]:
        """The results of a period, or all."""
        return [r for r in self._all(Result) if period is None or r.period_id == period.id]

    def documents(self) -> list[RegisteredDocument]:
        """The register, newest first; documents without a date last."""
        return sorted(
            self._all(RegisteredDocument), key=lambda d: (d.issued, d.code, d.id), reverse=True
        )

    def attachments(self, document_id: str | None = None) -> list[Attachment]:
        """The files of a document by name, or of all."""
        files = (
            a for a in self._all(Attachment) if document_id is None or a.document_id == document_id
        )
        return _by_name(files, lambda file: file.name)

    def kept_files(self) -> dict[str, str]:
        """The names of all files that are kept, by digest: those of documents and of sent
        reports.
        """
        names = {file.digest: file.name for file in self._all(Attachment)}
        return names | {sent.digest: sent.file_name for sent in self.sent_reports() if sent.digest}

    def evidence(self) -> list[Evidence]:
        """Every place where a document is cited."""
        return self._all(Evidence)

    def cited_at(self) -> dict[str, list[RegisteredDocument]]:
        """The documents cited at a task or a result, by its id, in the order of their links."""
        documents = {document.id: document for document in self._all(RegisteredDocument)}
        cited: dict[str, list[RegisteredDocument]] = defaultdict(list)
        for link in self.evidence():
            if link.document_id in documents:
                cited[link.target_id].append(documents[link.document_id])
        return dict(cited)

    def receipts(self, period: ReportingPeriod) -> list[FormReceipt]:
        """What is known of the units' forms of a period."""
        return [receipt for receipt in self._all(FormReceipt) if receipt.period_id == period.id]

    def events(self, plan: Plan) -> list[HappenedEvent]:
        """What tasks of a plan waited for, and what has happened."""
        return [event for event in self._all(HappenedEvent) if event.plan_id == plan.id]

    def reports(self, year: int) -> list[Report]:
        """The reports of a year."""
        return sorted((r for r in self._all(Report) if r.year == year), key=lambda r: r.id)

    def report_headings(self, report: Report) -> list[ReportHeading]:
        """The headings of a report, in order."""
        headings = (h for h in self._all(ReportHeading) if h.report_id == report.id)
        return sorted(headings, key=lambda heading: (heading.position, heading.id))

    def report_paragraphs(self, report: Report) -> list[ReportParagraph]:
        """The paragraphs of a report; those of one heading stand in order."""
        paragraphs = (p for p in self._all(ReportParagraph) if p.report_id == report.id)
        return sorted(paragraphs, key=lambda paragraph: (paragraph.position, paragraph.id))

    def outlines(self) -> list[Outline]:
        """The outlines that the office has made its own."""
        return _by_name(self._all(Outline), lambda outline: outline.name)

    def outline_headings(self, outline_id: str) -> list[OutlineHeading]:
        """The headings of an outline of the office's own, in order."""
        headings = (h for h in self._all(OutlineHeading) if h.outline_id == outline_id)
        return sorted(headings, key=lambda heading: (heading.position, heading.id))

    def indicators(self, year: int) -> list[Indicator]:
        """The indicators that the office keeps in that year, by code."""
        return _by_name(valid_in(self._all(Indicator), year), lambda indicator: indicator.code)

    def has_indicators(self) -> bool:
        """Whether the office keeps indicators of its own, of any year."""
        return bool(self._all(Indicator))

    def all_figures(self) -> list[Figure]:
        """The figures of all periods."""
        return self._all(Figure)

    def figures(self, period: ReportingPeriod) -> list[Figure]:
        """The figures of a period."""
        return [figure for figure in self._all(Figure) if figure.period_id == period.id]

    def sent_reports(self) -> list[SentReport]:
        """What was sent, newest first."""
        return sorted(
            self._all(SentReport), key=lambda s: (s.issued, s.sent_on, s.id), reverse=True
        )

    def profile(self, kind: type[D]) -> list[D]:
        """All agencies, units, signers or lists of every year, by name, then by year."""
        return sorted(
            self._all(kind),
            key=lambda record: (sort_key(_title(record)), record.valid_from or 0, record.id),
        )

    def _all(self, kind: type[R]) -> list[R]:
        records, by_kind = self._sorted
        if records is not self._records:  # a change has put other records in their place
            by_kind = defaultdict(list)
            for record in self._records.values():
                by_kind[type(record)].append(record)
            self._sorted = (self._records, by_kind)
        return by_kind.get(kind, [])


def _title(record: Agency | Signer | RecipientList | Unit) -> str:
    return record.document_kind if isinstance(record, RecipientList) else record.name


def _in_order(parts: Iterable[P]) -> list[P]:
    return sorted(parts, key=lambda part: (part.position, part.id))


def _by_name(records: Iterable[R], name: Callable[[R], str]) -> list[R]:
    return sorted(records, key=lambda record: (sort_key(name(record)), record.id))
