"""What the clerk does to a report by hand: each function describes a Change and writes nothing.

The sources of a paragraph follow what is typed: unchanged words keep theirs, rewritten ones have
none. `at` is where the caret stands in the text, counted in characters.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from cchc_desktop.domain.change import Change, Edit, Record
from cchc_desktop.domain.citation_words import in_full, in_short
from cchc_desktop.domain.draft_sentences import plain_sentences
from cchc_desktop.domain.order import arranged
from cchc_desktop.domain.plan import Plan, new_id
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.domain.report import Report, ReportHeading, ReportParagraph, Span
from cchc_desktop.domain.result import Result
from cchc_desktop.domain.sourced_text import followed
from cchc_desktop.domain.vietnamese import nfc
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.figures import figure_lines
from cchc_desktop.services.last_report import going_on
from cchc_desktop.services.report_material import speaker_of
from cchc_desktop.services.reporting import in_order, period_of


def edit_paragraph(contents: Contents, paragraph_id: str, text: str) -> Change:
    """A paragraph with other words; one without words is left out of the report."""
    paragraph = _paragraph(contents, paragraph_id)
    new = nfc(text)
    if not new.strip():
        return delete_paragraphs(contents, [paragraph_id])
    sources = followed(paragraph.text, new, paragraph.sources)
    return Change("Sửa đoạn", (Edit(paragraph, replace(paragraph, text=new, sources=sources)),))


def insert_paragraph(
    contents: Contents, heading_id: str, text: str = "- ", before: str | None = None
) -> Change:
    """A paragraph of the clerk's own under a heading, in front of that one, else at the end."""
    heading = _heading(contents, heading_id)
    new = ReportParagraph(new_id(), heading.report_id, heading.id, 0, nfc(text))
    return Change("Thêm đoạn", arranged(_under(contents, heading), [new], before))


def insert_sent_words(
    contents: Contents, heading_id: str, sent_id: str, words: str, before: str | None = None
) -> Change:
    """Words of a report that was sent before as a paragraph under a heading, in front of that one,
    else at the end.
    """
    heading = _heading(contents, heading_id)
    new = replace(going_on(heading.id, words, sent_id), report_id=heading.report_id)
    return Change("Chèn đoạn của kỳ trước", arranged(_under(contents, heading), [new], before))


def move_paragraphs(
    contents: Contents, ids: Collection[str], heading_id: str, before: str | None = None
) -> Change:
    """Paragraphs brought together under a heading, in front of that one, else at the end."""
    heading = _heading(contents, heading_id)
    chosen = [p for _, under in _in_order(contents, heading) for p in under if p.id in ids]
    siblings = [p for p in _under(contents, heading) if p.id not in ids]
    return Change("Chuyển đoạn", _moved(chosen, heading, siblings, before))


def delete_paragraphs(contents: Contents, ids: Collection[str]) -> Change:
    """Paragraphs left out of the report; those of the clerk's own are taken away."""
    chosen = [_paragraph(contents, paragraph_id) for paragraph_id in ids]
    label = "Xoá đoạn" if len(chosen) == 1 else f"Xoá {len(chosen)} đoạn"
    return Change(label, tuple(Edit(paragraph, _left_out(paragraph)) for paragraph in chosen))


def insert_headings(
    contents: Contents, report: Report, headings: Sequence[ReportHeading], before: str | None = None
) -> Change:
    """New headings in front of that one, at the end without one; they get their place here."""
    own = [replace(heading, report_id=report.id) for heading in headings]
    return Change("Thêm mục", arranged(contents.report_headings(report), own, before))


def move_headings(contents: Contents, ids: Collection[str], before: str | None = None) -> Change:
    """Headings with their paragraphs brought together in front of that one, or to the end."""
    siblings = contents.report_headings(_report(contents, _heading(contents, next(iter(ids)))))
    chosen = [heading for heading in siblings if heading.id in ids]
    return Change("Chuyển mục", arranged(siblings, chosen, before))


def delete_heading(contents: Contents, heading_id: str) -> Change:
    """A heading taken away; its paragraphs go to the heading above it, of the first to the next."""
    heading = _heading(contents, heading_id)
    siblings = contents.report_headings(_report(contents, heading))
    place = siblings.index(heading)
    orphans = _under(contents, heading)
    others = siblings[:place][-1:] or siblings[1:2]
    moved: tuple[Edit, ...] = tuple(Edit(paragraph, None) for paragraph in orphans)
    if others and orphans:
        rest = _under(contents, others[0])
        before = rest[0].id if rest and place == 0 else None
        moved = _moved(orphans, others[0], rest, before)
    return Change("Xoá mục", (*moved, Edit(heading, None)))


def delete_report(contents: Contents, report: Report) -> Change:
    """A report taken away with all that stands in it; what was sent stays."""
    records: list[Record]
    records = [*contents.report_paragraphs(report), *contents.report_headings(report), report]
    return Change("Xoá báo cáo", tuple(Edit(record, None) for record in records))


def insert_citation(contents: Contents, paragraph_id: str, at: int, document_id: str) -> Change:
    """A document cited at the caret: in full where nothing before cites it, else in short."""
    paragraph = _paragraph(contents, paragraph_id)
    document = contents.record(document_id)
    assert isinstance(document, RegisteredDocument), "only documents are cited"
    report = _report(contents, paragraph)
    plan = contents.record(report.plan_id)
    assert isinstance(plan, Plan)
    words = in_short(document)
    if not _cites(_text_before(contents, report, paragraph, at), document):
        ours = speaker_of(contents, plan).issued(document)
        words = in_full(document, with_issuer=not ours)
    return _inserted("Chèn trích dẫn", paragraph, at, words, document.id)


def insert_figure(contents: Contents, paragraph_id: str, at: int, indicator_id: str) -> Change:
    """The value of an indicator in the report's period, with its unit, at the caret."""
    paragraph = _paragraph(contents, paragraph_id)
    period = period_of(contents, _report(contents, paragraph))
    lines = {line.indicator.id: line for line in figure_lines(contents, period.year, period)}
    line = lines[indicator_id]
    return _inserted("Chèn số liệu", paragraph, at, line.words, line.source_id)


def insert_result(contents: Contents, paragraph_id: str, at: int, result_id: str) -> Change:
    """The words of a result at the caret."""
    result = contents.record(result_id)
    assert isinstance(result, Result), "only results"
    words = plain_sentences(result.text)
    return _inserted("Chèn kết quả", _paragraph(contents, paragraph_id), at, words, result.id)


def _left_out(paragraph: ReportParagraph) -> ReportParagraph | None:
    return replace(paragraph, text="", sources=()) if paragraph.key else None


def _moved(
    paragraphs: Sequence[ReportParagraph],
    heading: ReportHeading,
    siblings: Sequence[ReportParagraph],
    before: str | None,
) -> tuple[Edit, ...]:
    """The paragraphs under a heading, among those that stand there already."""
    known = {paragraph.id: paragraph for paragraph in paragraphs}
    there = [replace(paragraph, heading_id=heading.id) for paragraph in paragraphs]
    edits = arranged(siblings, there, before)
    return tuple(Edit(known.get(e.record.id, e.before), e.after) for e in edits)


def _inserted(label: str, paragraph: ReportParagraph, at: int, words: str, source: str) -> Change:
    """The words at a place, kept apart from those beside them; spans over the place are parted."""
    ahead, behind = paragraph.text[:at], paragraph.text[at:]
    left = " " if ahead and not ahead[-1].isspace() and ahead[-1] not in "(“\"'" else ""
    right = " " if behind[:1].isalnum() else ""
    start, end = at + len(left), at + len(left) + len(words)
    by = len(left) + len(words) + len(right)
    spans: list[Span] = [(start, end, source)]
    for first, last, known in paragraph.sources:
        if first < at:
            spans.append((first, min(last, at), known))
        if last > at:
            spans.append((max(first, at) + by, last + by, known))
    text = f"{ahead}{left}{words}{right}{behind}"
    after = replace(paragraph, text=text, sources=tuple(sorted(spans)))
    return Change(label, (Edit(paragraph, after),))


def _cites(paragraphs: Sequence[ReportParagraph], document: RegisteredDocument) -> bool:
    code = document.code
    return any(
        (document.number and document.symbol and code in paragraph.text)
        or any(source == document.id for _, _, source in paragraph.sources)
        for paragraph in paragraphs
    )


def _text_before(
    contents: Contents, report: Report, paragraph: ReportParagraph, at: int
) -> list[ReportParagraph]:
    """The paragraphs of a report up to a place in one, which is cut there."""
    flat = [one for _, under in in_order(contents, report) for one in under]
    place = flat.index(paragraph)
    spans = tuple(span for span in paragraph.sources if span[1] <= at)
    return [*flat[:place], replace(paragraph, text=paragraph.text[:at], sources=spans)]


def _paragraph(contents: Contents, paragraph_id: str) -> ReportParagraph:
    paragraph = contents.record(paragraph_id)
    assert isinstance(paragraph, ReportParagraph), "only paragraphs of a report"
    return paragraph


def _heading(contents: Contents, heading_id: str) -> ReportHeading:
    heading = contents.record(heading_id)
    assert isinstance(heading, ReportHeading), "only headings of a report"
    return heading


def _report(contents: Contents, part: ReportHeading | ReportParagraph) -> Report:
    report = contents.record(part.report_id)
    assert isinstance(report, Report)
    return report


def _in_order(
    contents: Contents, heading: ReportHeading
) -> list[tuple[ReportHeading, list[ReportParagraph]]]:
    return in_order(contents, _report(contents, heading))


def _under(contents: Contents, heading: ReportHeading) -> list[ReportParagraph]:
    return next(under for one, under in _in_order(contents, heading) if one.id == heading.id)
