"""Where the words of a report come from, and what it has not said yet under a heading: results,
documents and figures, each with where it is to be seen.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from cchc_desktop.domain.change import Record
from cchc_desktop.domain.finding import Place
from cchc_desktop.domain.issue_date import date_words
from cchc_desktop.domain.plan import PlacedTask, Plan, Task, placed
from cchc_desktop.domain.redrafting import Offer
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.domain.report import Content, Figure, Report, ReportHeading, ReportParagraph
from cchc_desktop.domain.report_areas import fed_by_results, heading_of, heading_of_title
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.domain.result import Result
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.figures import FigureLine, figure_lines
from cchc_desktop.services.project import Project
from cchc_desktop.services.report_material import covered
from cchc_desktop.services.reporting import in_order, period_of


class SourceKind(StrEnum):
    """What a source is; it says also how it is inserted."""

    RESULT = "result"
    DOCUMENT = "document"
    FIGURE = "figure"
    TASK = "task"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class Source:
    """A record that words come from: `title` names it, `text` is what it says, `below` what else is
    to be known; `at` is where it is to be seen.
    """

    id: str
    kind: SourceKind
    title: str
    text: str
    below: str
    at: Place


@dataclass(frozen=True, slots=True)
class Used:
    """A source of a paragraph. `changed`: it says something else than when the paragraph was
    drafted, `before` is what it said.
    """

    source: Source
    changed: bool = False
    before: str = ""


class ReportSources:
    """The sources of one report, as the contents are now."""

    def __init__(self, contents: Contents, report: Report) -> None:
        self._contents, self._report = contents, report
        self._period = period_of(contents, report)
        plan = contents.record(report.plan_id)
        assert isinstance(plan, Plan)
        self._places = {place.task.id: place for place in placed(contents.rows(plan))}
        lines = figure_lines(contents, self._period.year, self._period)
        self._figures = {_figure_source(line): line for line in lines}
        self._headings = contents.report_headings(report)

    def source(self, record_id: str) -> Source | None:
        """What a span of the text names; None where that is gone."""
        if record_id in self._figures:
            return self._of_figure(self._figures[record_id])
        if not self._contents.holds(record_id):
            return None
        return self._of(self._contents.record(record_id))

    def sources(self, ids: Collection[str]) -> list[Source]:
        """Of some spans, each once, in their order."""
        return [found for one in dict.fromkeys(ids) if (found := self.source(one)) is not None]

    def used(self, project: Project, paragraph: ReportParagraph, offer: Offer | None) -> list[Used]:
        """Where a paragraph and what is offered for it come from, what has changed first."""
        draft = offer.draft if offer is not None and offer.flagged else None
        fresh = draft.sources if draft is not None else ()
        changed = {
            source
            for start, end, source in fresh
            if draft is not None and draft.text[start:end] not in paragraph.draft
        }
        ids = [source for _, _, source in (*fresh, *paragraph.sources)]
        found = self.sources(sorted(ids, key=lambda one: one not in changed))
        return [
            Used(one, one.id in changed, _said_before(project, one.id) if one.id in changed else "")
            for one in found
        ]

    def unused(self, heading: ReportHeading) -> list[Source]:
        """What the heading could say and does not: results and documents of its tasks, figures of
        its groups.
        """
        if heading.content != Content.RESULTS:
            return []
        said = self._said(heading)
        tasks = [
            task_id
            for task_id, place in self._places.items()
            if (found := heading_of(self._headings, place)) and found.id == heading.id
        ]
        results = self._results(tasks)
        documents = self._evidence({*tasks, *(result.id for result in results)})
        figures = [
            source
            for source, line in self._figures.items()
            if line.value and self._takes(heading, line)
        ]
        ids = [*(r.id for r in results), *(d.id for d in documents), *figures]
        return self.sources([one for one in ids if one not in said])

    def documents(self, heading: ReportHeading | None) -> list[Source]:
        """All that can be cited: first what belongs to the heading and is not cited there."""
        unused = self.unused(heading) if heading is not None else []
        ids = [source.id for source in unused if source.kind is SourceKind.DOCUMENT]
        return self.sources([*ids, *(document.id for document in self._contents.documents())])

    def results(self, heading: ReportHeading | None) -> list[Source]:
        """All results of the report's periods that say something, those of the heading first."""
        unused = self.unused(heading) if heading is not None else []
        ids = [source.id for source in unused if source.kind is SourceKind.RESULT]
        return self.sources([*ids, *(result.id for result in self._results(self._places))])

    def figures(self, heading: ReportHeading | None) -> list[Source]:
        """All figures of the period that have a value, those of the heading first."""
        filled = {source: line for source, line in self._figures.items() if line.value}
        first = [s for s, line in filled.items() if heading and self._takes(heading, line)]
        return self.sources([*first, *filled])

    def _said(self, heading: ReportHeading) -> set[str]:
        under = next(u for h, u in in_order(self._contents, self._report) if h.id == heading.id)
        return {source for paragraph in under for _, _, source in paragraph.sources}

    def _takes(self, heading: ReportHeading, line: FigureLine) -> bool:
        found = heading_of_title(fed_by_results(self._headings), line.indicator.group)
        return found is not None and found.id == heading.id

    def _results(self, tasks: Collection[str]) -> list[Result]:
        periods = covered(self._contents, self._period)
        found = [
            result
            for period in periods
            for result in self._contents.results(period)
            if result.task_id in tasks and result.text.strip()
        ]
        order = {task_id: place for place, task_id in enumerate(tasks)}
        return sorted(found, key=lambda result: order[result.task_id])

    def _evidence(self, targets: Collection[str]) -> list[RegisteredDocument]:
        linked = {e.document_id for e in self._contents.evidence() if e.target_id in targets}
        return [document for document in self._contents.documents() if document.id in linked]

    # Described

    def _of(self, record: Record) -> Source | None:
        match record:
            case Result():
                return self._of_result(record)
            case RegisteredDocument():
                day = date_words(record.issued)
                title = " · ".join(filter(None, (record.code or record.kind, day)))
                below = " · ".join(
                    filter(None, (record.kind if record.code else "", record.issuer))
                )
                text = one_line(record.title)
                return Source(record.id, SourceKind.DOCUMENT, title, text, below, Place(record.id))
            case Task():
                title, area = self._task_words(record.id)
                at = Place(record.id)
                return Source(
                    record.id, SourceKind.TASK, f"Nhiệm vụ {title}", one_line(record.text), area, at
                )
            case Plan():
                title = f"Kế hoạch {record.year}"
                return Source(
                    record.id, SourceKind.PLAN, title, record.subject, "", Place(record.id)
                )
        return None

    def _of_result(self, result: Result) -> Source:
        title, area = self._task_words(result.task_id)
        said = f"{result.said_by} gửi {date_words(result.said_on)}" if result.said_on else ""
        return Source(
            result.id,
            SourceKind.RESULT,
            f"{self._period_words(result)} · nhiệm vụ {title}",
            " · ".join(filter(None, (one_line(result.text), one_line(result.figures)))),
            " · ".join(filter(None, (said or result.said_by, area))),
            Place(result.task_id),
        )

    def _of_figure(self, line: FigureLine) -> Source:
        indicator, by_code = line.indicator, {x.indicator.code: x for x in self._figures.values()}
        parts = [by_code.get(c) for c in (indicator.numerator, indicator.denominator) if c]
        whole = " / ".join(part.value for part in parts if part is not None and part.value)
        before = f"Kỳ trước {line.before}" if line.before else ""
        return Source(
            line.figure.id if line.figure is not None else indicator.id,
            SourceKind.FIGURE,
            f"Số liệu · {indicator.name}",
            f"{whole} = {line.words}" if " / " in whole else line.words,
            " · ".join(filter(None, (before, f"Bảng số liệu, dòng {indicator.code}"))),
            Place(indicator.id),
        )

    def _task_words(self, task_id: str) -> tuple[str, str]:
        """The task's place as it is numbered ("II.1.2"), and its area."""
        place = self._places.get(task_id)
        if place is None:
            return "của kế hoạch khác", ""
        return _number(place), place.area.title.strip() if place.area is not None else ""

    def _period_words(self, result: Result) -> str:
        periods = {period.id: period for period in self._contents.periods(self._report.year)}
        period: ReportingPeriod | None = periods.get(result.period_id)
        return f"Kết quả {period.words}" if period is not None else "Kết quả"


def _said_before(project: Project, record_id: str) -> str:
    """What a record said before its last change."""
    for _, edit in project.history(record_id, 1):
        match edit.before:
            case Result() as result:
                return " · ".join(filter(None, (one_line(result.text), one_line(result.figures))))
            case Figure() as figure:
                return figure.value
            case RegisteredDocument() as document:
                return " · ".join((document.code, date_words(document.issued), document.title))
    return ""


def _number(place: PlacedTask) -> str:
    numbers = [
        row.number.strip().rstrip(".")
        for row in (place.area, place.group, place.task)
        if row is not None and row.number.strip()
    ]
    return ".".join(numbers) or "không số"


def _figure_source(line: FigureLine) -> str:
    return line.figure.id if line.figure is not None else line.indicator.id
