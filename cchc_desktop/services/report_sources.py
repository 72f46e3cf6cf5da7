"""What a report's text stands on, for the pane beside it.

sources_of(contents, paragraph) -> [Record]              what its stretches come from
unused_sources(contents, report, heading_id) -> Unused   what the heading could still say
stale_figures(contents, report) -> [Finding]             figures that the table says otherwise
"""

from collections.abc import Iterator
from dataclasses import dataclass

from cchc_desktop.domain.change import Record
from cchc_desktop.domain.finding import Finding, Place
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.domain.report import Report, ReportParagraph
from cchc_desktop.domain.report_areas import fed_by_results, figures_placed, tasks_placed
from cchc_desktop.domain.result import Result
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.figures import FigureLine, figure_lines
from cchc_desktop.services.report_material import figure_words, material_of
from cchc_desktop.services.reporting import period_of, printed


@dataclass(frozen=True, slots=True)
class Unused:
    """What belongs under a heading and stands in none of the report's paragraphs."""

    results: tuple[Result, ...]
    documents: tuple[RegisteredDocument, ...]
    figures: tuple[FigureLine, ...]


def sources_of(contents: Contents, paragraph: ReportParagraph) -> list[Record]:
    """The records that a paragraph comes from, each once, in the order of its words; what is gone
    is left out.
    """
    ids = dict.fromkeys(source for _, _, source in paragraph.sources)
    return [contents.record(source) for source in ids if contents.holds(source)]


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


def stale_figures(contents: Contents, report: Report) -> list[Finding]:
    """Figures in the text of a report that its table says otherwise by now."""
    period = period_of(contents, report)
    lines = {line.source_id: line for line in figure_lines(contents, period.year, period)}
    return [
        Finding(
            "figure-in-text",
            f"Số liệu {lines[source].indicator.code} {lines[source].indicator.name}",
            paragraph.text[start:end],
            f"Trong bảng số liệu là {lines[source].words or 'trống'}",
            Place(paragraph.id, "text"),
            "khác bảng",
        )
        for paragraph in _shown(contents, report)
        for start, end, source in paragraph.sources
        if source in lines and not _says(paragraph.text[start:end], lines[source])
    ]


def _says(words: str, line: FigureLine) -> bool:
    """Whether words say the figure: by itself, or as the draft names it."""
    return words == line.words or words == figure_words(line)


def _shown(contents: Contents, report: Report) -> Iterator[ReportParagraph]:
    for _, under in printed(contents, report):
        yield from under
