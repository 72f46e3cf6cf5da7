"""The sources of a report as the pane and the lists of the window name them: results, documents
and figures, each with what it says and where it is to be seen.
"""

from collections.abc import Collection

from cchc_desktop.domain.change import Record
from cchc_desktop.domain.finding import Place
from cchc_desktop.domain.issue_date import date_words
from cchc_desktop.domain.plan import PlacedTask, Plan, Task, placed
from cchc_desktop.domain.redrafting import Offer
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.domain.report import (
    Content,
    Figure,
    Report,
    ReportHeading,
    ReportParagraph,
    SentReport,
)
from cchc_desktop.domain.result import Result
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.services.figures import FigureLine, figure_lines
from cchc_desktop.services.last_report import SaidBefore, said_before, sent_period
from cchc_desktop.services.project import Project
from cchc_desktop.services.report_material import covered
from cchc_desktop.services.report_sources import unused_sources
from cchc_desktop.services.reporting import period_of
from cchc_desktop.services.sent_cards import Before, cards_before, sent_card
from cchc_desktop.services.source import Source, SourceKind, Used


class SourceCards:
    """The sources of one report. What they say is read once: after edits of paragraphs only, the
    cards stay true.
    """

    def __init__(self, project: Project, report: Report) -> None:
        self._project, self._report = project, report
        period = period_of(project, report)
        plan = project.record(report.plan_id)
        assert isinstance(plan, Plan), "a report belongs to a plan"
        self._places = {place.task.id: place for place in placed(project.rows(plan))}
        self._periods = {period.id: period for period in project.periods(report.year)}
        self._covered = covered(project, period)
        self._figures = {x.source_id: x for x in figure_lines(project, period.year, period)}
        self._unused: dict[str, tuple[list[Source], set[str]]] = {}  # and what was said then
        self._before: list[SaidBefore] | None = None

    def source(self, record_id: str) -> Source | None:
        """What a span of the text names; None where that is gone."""
        if record_id in self._figures:
            return self._of_figure(self._figures[record_id])
        if not self._project.holds(record_id):
            return None
        return self._of(self._project.record(record_id))

    def sources(self, ids: Collection[str]) -> list[Source]:
        """Of some spans, each once, in their order."""
        return [found for one in dict.fromkeys(ids) if (found := self.source(one)) is not None]

    def used(self, paragraph: ReportParagraph, offer: Offer | None) -> list[Used]:
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
            Used(one, one.id in changed, self._said_before(one.id) if one.id in changed else "")
            for one in found
        ]

    def unused(self, heading: ReportHeading) -> list[Source]:
        """What the heading could say and the report does not: results, documents, figures."""
        if heading.content != Content.RESULTS:
            return []
        paragraphs = self._project.report_paragraphs(self._report)
        said = {source for one in paragraphs for _, _, source in one.sources}
        known, then = self._unused.get(heading.id, ([], said))
        if heading.id not in self._unused or not then <= said:
            unused = unused_sources(self._project, self._report, heading.id)
            ids = [r.id for r in unused.results if r.text.strip()]
            ids += [d.id for d in unused.documents]
            ids += [line.source_id for line in unused.figures]
            known = self.sources(ids)
            self._unused[heading.id] = known, said
        return [source for source in known if source.id not in said]

    def before(self, heading: ReportHeading) -> list[Before]:
        """What the reports sent before said under the heading; of one that only heads others
        nothing.
        """
        if self._before is None:
            self._before = said_before(self._project, self._report)
        lines = any(heading.id in one.said for one in self._before)
        return cards_before(self._before, heading) if heading.content or lines else []

    def insertable(self, kind: SourceKind) -> list[Source]:
        """All of a kind that can be written into the text."""
        match kind:
            case SourceKind.DOCUMENT:
                return self.sources([document.id for document in self._project.documents()])
            case SourceKind.FIGURE:
                return self.sources([x for x, line in self._figures.items() if line.value])
        results = (r for period in self._covered for r in self._project.results(period))
        return self.sources([r.id for r in results if r.text.strip() and r.task_id in self._places])

    # Described

    def _of(self, record: Record) -> Source | None:
        match record:
            case Result():
                return self._of_result(record)
            case RegisteredDocument():
                day, at = date_words(record.issued), Place(record.id)
                title = " · ".join(filter(None, (record.code or record.kind, day)))
                kind = record.kind if record.code else ""
                text = one_line(f"{kind} {record.title}").strip()
                return Source(record.id, SourceKind.DOCUMENT, title, text, record.issuer, at)
            case Task():
                title, area = self._task_words(record.id)
                at = Place(record.id)
                return Source(
                    record.id, SourceKind.TASK, f"Nhiệm vụ {title}", one_line(record.text), area, at
                )
            case SentReport():
                return sent_card(record, sent_period(self._project, record))
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
            _result_words(result),
            " · ".join(filter(None, (said or result.said_by, area))),
            Place(result.task_id),
        )

    def _of_figure(self, line: FigureLine) -> Source:
        indicator, by_code = line.indicator, {x.indicator.code: x for x in self._figures.values()}
        parts = [by_code.get(c) for c in (indicator.numerator, indicator.denominator) if c]
        whole = " / ".join(part.value for part in parts if part is not None and part.value)
        before = f"Kỳ trước {line.in_words(line.before)}" if line.before else ""
        return Source(
            line.source_id,
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
        period = self._periods.get(result.period_id)
        return f"Kết quả {period.words}" if period is not None else "Kết quả"

    def _said_before(self, record_id: str) -> str:
        """What a record said before its last change."""
        for _, edit in self._project.history(record_id, 1):
            match edit.before:
                case Result() as result:
                    return _result_words(result)
                case Figure() as figure:
                    return figure.value
                case RegisteredDocument() as document:
                    day = date_words(document.issued)
                    return " · ".join(filter(None, (document.code, day, document.title)))
        return ""


def _result_words(result: Result) -> str:
    return " · ".join(filter(None, (one_line(result.text), one_line(result.figures))))


def _number(place: PlacedTask) -> str:
    numbers = [
        row.number.strip().rstrip(".")
        for row in (place.area, place.group, place.task)
        if row is not None and row.number.strip()
    ]
    return ".".join(numbers) or "không số"
