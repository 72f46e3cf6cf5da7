"""What a heading of a report could still say: the results, documents and figures of its areas."""

from collections.abc import Iterator
from dataclasses import dataclass

from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.domain.report import Report, ReportParagraph
from cchc_desktop.domain.report_areas import fed_by_results, figures_placed, tasks_placed
from cchc_desktop.domain.result import Result
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.figures import FigureLine, figure_lines
from cchc_desktop.services.report_material import material_of
from cchc_desktop.services.reporting import period_of, printed


@dataclass(frozen=True, slots=True)
class Unused:
    """What belongs under a heading and stands in none of the report's paragraphs."""

    results: tuple[Result, ...]
    documents: tuple[RegisteredDocument, ...]
    figures: tuple[FigureLine, ...]


def unused_sources(contents: Contents, report: Report, heading_id: str) -> Unused:
    """The results, documents and figures of the areas that feed a heading, as far as the report
    does not use them yet.
    """
    period = period_of(contents, report)
    plan = contents.record(report.plan_id)
    assert isinstance(plan, Plan), "a report belongs to a plan"
    fed = fed_by_results(contents.report_headings(report))
    material = material_of(contents, plan, period)
    told = tasks_placed(material.told, fed)[0][heading_id]
    named = [figure.source_id for figure in figures_placed(material.figures, fed)[heading_id]]
    used = {source for p in _shown(contents, report) for _, _, source in p.sources}
    results = [r for one in told for r in one.results if r.says_something and r.id not in used]
    documents = {d.id: d for one in told for _, d in one.documents if d.id not in used}
    lines = figure_lines(contents, period.year, period)
    figures = [line for line in lines if line.source_id in named and line.source_id not in used]
    return Unused(tuple(results), tuple(documents.values()), tuple(figures))


def _shown(contents: Contents, report: Report) -> Iterator[ReportParagraph]:
    for _, under in printed(contents, report):
        yield from under
