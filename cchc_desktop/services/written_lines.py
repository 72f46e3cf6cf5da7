"""The lines of a printed document in their order on paper, each with the place in the project where
it is written.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import repeat
from typing import NamedTuple

from cchc_desktop.documents.narrative import narrative_blocks
from cchc_desktop.documents.report_tables import TaskResult
from cchc_desktop.documents.table_lines import Line, ShownColumn, shown_columns, table_lines
from cchc_desktop.domain.columns import AREA_COLUMN, GROUP_COLUMN
from cchc_desktop.domain.content import Block, Document, Paragraph
from cchc_desktop.domain.finding import RESULT, Place
from cchc_desktop.domain.plan import Plan, Section, heading_text
from cchc_desktop.domain.report import Report
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.figures import figure_lines
from cchc_desktop.services.report_defaults import plan_of
from cchc_desktop.services.report_exporting import printed_results
from cchc_desktop.services.reporting import period_of


class WrittenLine(NamedTuple):
    """A line of a document and where it is written, None for what is not the clerk's to write."""

    words: str
    at: Place | None = None


def document_lines(
    document: Document,
    fields: Mapping[str, Place],
    body: Iterator[Place],
    rows: Iterable[WrittenLine],
) -> Iterator[WrittenLine]:
    """The document's lines; `body`: of the paragraphs of its text, `rows` of all its tables."""
    tables = iter((rows,))

    def blocks(several: tuple[Block, ...]) -> Iterator[WrittenLine]:
        for block in several:
            if not isinstance(block, Paragraph):
                yield from next(tables, ())
            elif block.style == "table_title":
                yield WrittenLine(block.text, fields.get("appendix_title"))
            else:
                yield WrittenLine(block.text, next(body, None))

    closing, head = document.closing, document.letterhead
    if head is not None:
        for key, words in (
            ("superior", head.superior),
            ("agency", head.agency),
            ("number_line", head.number_line),
            ("place_date", head.place_date),
            ("type_name", document.type_name),
            ("subject", document.subject),
            *(("addressee", line.text) for line in document.addressee_lines),
        ):
            yield WrittenLine(words, fields.get(key))
        yield from blocks(document.body)
        for key, several in (
            ("recipients_head", ("Nơi nhận:",)),
            ("recipient", closing.recipient_lines),
            ("authority", closing.authority),
            ("signer", (closing.signer,)),
        ):
            yield from (WrittenLine(words, fields.get(key)) for words in several)
    for appendix in document.appendices:
        yield WrittenLine(appendix.label)
        yield WrittenLine(appendix.title, fields.get("appendix_title"))
        yield WrittenLine(appendix.reference)
        yield from blocks(appendix.body)


def section_places(section: Section) -> Iterator[Place]:
    """Of the lines that a section is printed in."""
    yield from title_places(section)
    yield from (Place(section.id, "body", n) for n in range(len(section.body.splitlines())))


def title_places(section: Section) -> Iterator[Place]:
    """Of the lines that its heading is printed in."""
    blocks, body = list(narrative_blocks([section], ())), section.body.splitlines()
    return repeat(Place(section.id, "title"), len(blocks) - len(body))


def appended_lines(contents: Contents, report: Report) -> Iterator[WrittenLine]:
    """What stands in the phụ lục of a report."""
    for line in figure_lines(contents, report.year, period_of(contents, report)):
        if contents.holds(line.indicator.id):
            at, note = Place(line.indicator.id, "value"), line.figure.note if line.figure else ""
            one = line.indicator
            for words in (one.group, one.code, one.name, one.unit, line.value, line.before, note):
                yield WrittenLine(words, at)
    plan = plan_of(contents, report)
    if plan is not None:
        yield from plan_table_lines(contents, plan, printed_results(contents, report, plan))


def plan_table_lines(
    contents: Contents, plan: Plan, results: Mapping[str, TaskResult] | None = None
) -> Iterator[WrittenLine]:
    """The task table cell by cell, with what a report says of its tasks."""
    columns = shown_columns(plan)
    yield from (WrittenLine(column.title) for column in columns)
    above: Line | None = None
    lines = table_lines(plan, contents.rows(plan))
    for line, *texts in zip(lines, *(column.texts(lines) for column in columns), strict=True):
        if line.heading is not None:
            yield WrittenLine(heading_text(line.heading), Place(line.heading.id, "title"))
        for column, text in zip(columns, texts, strict=True):
            if above is None or column.joins is None or not column.joins(above, line):
                at = _cell_place(line, column)
                yield from (WrittenLine(words, at) for words in text.splitlines())
        said = (results or {}).get(line.task.id) if line.task is not None else None
        if line.task is not None and said is not None:
            at = Place(line.task.id, RESULT)
            yield from (
                WrittenLine(words, at) for words in (*said.text.splitlines(), said.standing)
            )
        above = line


def _cell_place(line: Line, column: ShownColumn) -> Place | None:
    record = {AREA_COLUMN: line.area, GROUP_COLUMN: line.group}.get(column.key, line.task)
    key = "title" if column.key in (AREA_COLUMN, GROUP_COLUMN) else column.key
    return None if record is None else Place(record.id, key)
