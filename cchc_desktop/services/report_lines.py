"""Paragraphs of a report that the clerk parts or joins while typing, as in any text."""

from collections.abc import Sequence
from dataclasses import replace

from cchc_desktop.domain.change import Change, Edit
from cchc_desktop.domain.drafting import MARK
from cchc_desktop.domain.order import arranged
from cchc_desktop.domain.plan import new_id
from cchc_desktop.domain.report import Report, ReportHeading, ReportParagraph, Span
from cchc_desktop.domain.sourced_text import followed, shifted
from cchc_desktop.domain.vietnamese import nfc
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.report_editing import delete_paragraphs, edit_paragraph
from cchc_desktop.services.reporting import in_order


def type_paragraph(contents: Contents, paragraph_id: str, text: str) -> Change:
    """A paragraph as it was typed: each further line is a paragraph of its own below it, with the
    mark of a list where the first has one; one that has no words is left out.
    """
    paragraph, lines = _paragraph(contents, paragraph_id), nfc(text).split("\n")
    if len(lines) == 1:
        return edit_paragraph(contents, paragraph_id, "" if _is_bare(lines[0]) else lines[0])
    own = next((n for n, line in enumerate(lines) if not _is_bare(line)), 0)
    spans = followed(paragraph.text, " ".join(lines), paragraph.sources)
    parts, start = list[ReportParagraph](), 0
    for number, line in enumerate(lines):
        inside = [s for s in spans if start <= s[0] and s[1] <= start + len(line)]
        if number == own:
            part = replace(paragraph, text=line, sources=tuple(shifted(inside, -start)))
        else:
            part = _new(paragraph, line, inside, start)
        parts.append(part)
        start += len(line) + 1
    siblings = _beside(contents, paragraph)
    below = siblings[siblings.index(paragraph) + 1 :][:1]
    return Change("Tách đoạn", arranged(siblings, parts, below[0].id if below else None))


def join_paragraphs(contents: Contents, upper_id: str, lower_id: str) -> Change:
    """The words of a paragraph behind those of the one above it, without the mark of a list."""
    upper, lower = _paragraph(contents, upper_id), _paragraph(contents, lower_id)
    rest = lower.text.removeprefix(MARK)
    glue = " " if upper.text and not upper.text[-1].isspace() and rest else ""
    by = len(upper.text) + len(glue) + len(rest) - len(lower.text)
    spans = (span for span in shifted(lower.sources, by) if span[0] >= len(upper.text))
    after = replace(upper, text=f"{upper.text}{glue}{rest}", sources=(*upper.sources, *spans))
    gone = delete_paragraphs(contents, [lower_id]).edits
    return Change("Nối đoạn", (Edit(upper, after), *gone))


def _is_bare(line: str) -> bool:
    return not line.strip(f" {MARK}")


def _new(beside: ReportParagraph, line: str, spans: Sequence[Span], start: int) -> ReportParagraph:
    """A further line of a paragraph as one of the clerk's own; its words began at `start`."""
    mark = MARK if beside.text.startswith(MARK) and not line.startswith(MARK.strip()) else ""
    moved = tuple(shifted(spans, len(mark) - start))
    return replace(beside, id=new_id(), text=f"{mark}{line}", key="", draft="", sources=moved)


def _paragraph(contents: Contents, paragraph_id: str) -> ReportParagraph:
    paragraph = contents.record(paragraph_id)
    assert isinstance(paragraph, ReportParagraph), "only paragraphs of a report"
    return paragraph


def _beside(contents: Contents, paragraph: ReportParagraph) -> list[ReportParagraph]:
    report, heading = contents.record(paragraph.report_id), contents.record(paragraph.heading_id)
    assert isinstance(report, Report)
    assert isinstance(heading, ReportHeading)
    return next(under for one, under in in_order(contents, report) if one.id == heading.id)
