"""A report begun: the first draft of its period, on what the last report that was sent leaves it.

    begin_report(contents, year, period, outline=None) -> Change
    outlines_to_begin(contents, year, period) -> [FullOutline]    best first, never empty

From the last one go on: head and foot as far as the profile does not say them, its headings where
the office keeps no outline for the period, and the words that were written by hand where every
report has such: the first and last sentence, difficulties, kiến nghị. Each of them names what was
sent as its source; times left in them are found by the check.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cchc_desktop.domain.agency import valid_in
from cchc_desktop.domain.change import Change, Record, added
from cchc_desktop.domain.drafting import Draft, draft_report, subject_of
from cchc_desktop.domain.errors import RefusedChange
from cchc_desktop.domain.matching_headings import by_hand, matched
from cchc_desktop.domain.plan import POSITION_STEP, new_id
from cchc_desktop.domain.report import (
    Content,
    Outline,
    Report,
    ReportHeading,
    ReportParagraph,
    SentReport,
)
from cchc_desktop.domain.report_words import filled
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.domain.vietnamese import fold
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.last_report import (
    SentPart,
    going_on,
    last_sent,
    read_sent,
    sent_parts,
    sent_period,
    written_report,
)
from cchc_desktop.services.outlines import FullOutline, outlines_for
from cchc_desktop.services.report_head import head_after
from cchc_desktop.services.report_material import material_of
from cchc_desktop.services.report_outline import outline_headings
from cchc_desktop.services.reporting import report_of

_FRAME = (Content.OPENING, Content.CLOSING)  # the sentences that name the period


@dataclass(frozen=True, slots=True)
class _Last:
    """What was sent last, with its headings and the words under each."""

    sent: SentReport
    parts: Sequence[SentPart]


def begin_report(
    contents: Contents, year: int, period: ReportingPeriod, outline: FullOutline | None = None
) -> Change:
    """A report with the headings of an outline, else of the one that fits best, and its first
    draft.

    RefusedChange: the year has no plan, or the period has its report already.
    """
    plan = contents.wanted_plan(year)
    if report_of(contents, period) is not None:
        raise RefusedChange(
            f"Báo cáo {period.full_words} đã có; hãy mở báo cáo đó, hoặc xoá đi để soạn lại."
        )
    last = _last_of(contents, period)
    full = outline or _outlines(contents, year, period, last)[0]
    report = Report(new_id(), period.id, year, plan.id, subject_of(period.full_words))
    report = replace(report, addressee_due=full.outline.addressee_due)
    if last is not None:
        report = head_after(contents, report, last.sent, its_own=full.own)
    headings = [
        ReportHeading(
            new_id(),
            report.id,
            place * POSITION_STEP,
            heading.level,
            heading.number,
            filled(heading.title, period),
            heading.content,
            heading.areas,
        )
        for place, heading in enumerate(full.headings, start=1)
    ]
    drafts = draft_report(material_of(contents, plan, period), headings).drafts
    kept = _kept(contents, last, headings, period) if last is not None else {}
    first = [
        paragraph
        for heading in headings
        for paragraph in _paragraphs(heading, drafts, kept.get(heading.id, ()))
    ]
    placed = [
        replace(paragraph, report_id=report.id, position=place * POSITION_STEP)
        for place, paragraph in enumerate(first, start=1)
    ]
    records: list[Record] = [report, *headings, *placed]
    return added(f"Soạn báo cáo {period.full_words}", records)


def outlines_to_begin(contents: Contents, year: int, period: ReportingPeriod) -> list[FullOutline]:
    """The outlines that a report can be begun with: the office's own for the period, the headings
    of the last report, then the others.
    """
    return _outlines(contents, year, period, _last_of(contents, period))


def _last_of(contents: Contents, period: ReportingPeriod) -> _Last | None:
    sent = last_sent(contents, period)
    return _Last(sent, sent_parts(contents, sent)) if sent is not None else None


def _outlines(
    contents: Contents, year: int, period: ReportingPeriod, last: _Last | None
) -> list[FullOutline]:
    found = outlines_for(contents, year, period)
    sent = _outline_of(contents, last, year) if last is not None else None
    if sent is None or _titles(sent) == _titles(found[0]):
        return found
    own = [full for full in found if full.own and period.key in full.outline.periods]
    return [*own, sent, *(full for full in found if full not in own)]


def _outline_of(contents: Contents, last: _Last, year: int) -> FullOutline | None:
    """The headings of what was sent as an outline; None where they are of another programme, or
    none of them takes results.
    """
    sent = last.sent
    period = sent_period(contents, sent)
    if period is None:
        return None
    usual = outlines_for(contents, sent.year, period)[0].outline
    headings = [heading for heading, _ in last.parts]
    if not valid_in([usual], year) or not any(h.content == Content.RESULTS for h in headings):
        return None
    due = bool(read_sent(sent).addressees)
    outline = Outline(f"of-{sent.id}", f"Báo cáo {period.full_words} đã gửi", addressee_due=due)
    return FullOutline(outline, tuple(outline_headings(headings, outline.id, period)))


def _titles(full: FullOutline) -> list[tuple[str, str, str]]:
    return [(h.number.strip(" ."), fold(h.title), h.content) for h in full.headings]


def _kept(
    contents: Contents, last: _Last, headings: Sequence[ReportHeading], period: ReportingPeriod
) -> dict[str, list[ReportParagraph]]:
    """By heading the words of the last report that go on; what was drafted then is drafted anew."""
    sent = last.sent
    under = {heading.id: lines for heading, lines in last.parts}
    old = [heading for heading, _ in last.parts]
    alike, lasting = matched(headings, old), {heading.id for heading in by_hand(old)}
    drafted, before = _drafted(contents, sent), sent_period(contents, sent)
    kept: dict[str, list[ReportParagraph]] = {}
    for heading in by_hand(headings):
        like = alike.get(heading.id)
        if like is None or like.id not in lasting:
            continue
        lines = [line for line in under[like.id] if line not in drafted]
        if heading.content in _FRAME and before is not None:
            lines = [line.replace(before.full_words, period.full_words) for line in lines]
        kept[heading.id] = [going_on(heading.id, line, sent.id) for line in lines]
    return kept


def _drafted(contents: Contents, sent: SentReport) -> set[str]:
    """The paragraphs of the report that was sent, where it was written here, that told of records:
    of the first and last sentence only those that the clerk left as they were drafted.
    """
    report = written_report(contents, sent)
    paragraphs = contents.report_paragraphs(report) if report is not None else []
    return {p.text for p in paragraphs if p.key and not (p.edited and p.key in _FRAME)}


def _paragraphs(
    heading: ReportHeading, drafts: Sequence[Draft], kept: Sequence[ReportParagraph]
) -> Iterator[ReportParagraph]:
    """What is drafted under a heading and what goes on from the last report: the first and the last
    sentence in the words that they had, beside which the draft can be seen.
    """
    own = [draft for draft in drafts if draft.heading_id == heading.id]
    if heading.content in _FRAME and own and kept:
        yield from kept[:-1]
        yield replace(kept[-1], key=own[0].key, draft=own[0].text)
        return
    for draft in own:
        yield ReportParagraph(
            new_id(), "", heading.id, 0, draft.text, draft.key, draft.text, draft.sources
        )
    said = {fold(draft.text) for draft in own}
    yield from (paragraph for paragraph in kept if fold(paragraph.text) not in said)
