"""Reports drafted anew; `beginning_report` begins them. The report's words are the clerk's: a new
draft is only offered.

    redraft(contents, report) -> Redraft                            what a new draft would change
    held_anew(contents, redrafted) -> Redraft                       after edits of paragraphs only
    accept_drafts(redraft, keys=None) -> Change                     take it: of these keys, or all
    keep_mine(redraft, keys=None) -> Change                         the words stay, it is seen
    back_to_draft(contents, paragraph_id) -> Change                 the drafted words again
    printed(contents, report) -> [(heading, [paragraph, ...])]      what the report says, in order

A paragraph without text is one that the clerk left out: it is not printed, and its draft is not
offered again until its source changes. What is edited by hand is in `report_editing`.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace

from cchc_desktop.domain.change import Change, Edit
from cchc_desktop.domain.drafting import Draft, Drafted, draft_report
from cchc_desktop.domain.errors import RefusedChange
from cchc_desktop.domain.finding import Finding
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.proposal import Proposal
from cchc_desktop.domain.redrafting import Offer, Standing, kept, offers
from cchc_desktop.domain.report import Report, ReportHeading, ReportParagraph
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.domain.sourced_text import followed
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.report_material import material_of


@dataclass(frozen=True, slots=True)
class Redraft:
    """What a new draft of a report offers, in reading order, and what is to be known of it."""

    report: Report
    offers: tuple[Offer, ...]
    findings: tuple[Finding, ...] = ()
    drafts: tuple[Draft, ...] = ()

    @property
    def proposal(self) -> Proposal:
        """The same as any other thing that is reviewed: an item for each offer."""
        items = tuple(offer.item for offer in self.offers)
        return Proposal("Nhận bản nháp mới", items)

    @property
    def flagged(self) -> tuple[Offer, ...]:
        """The paragraphs whose source has changed since they were drafted."""
        return tuple(offer for offer in self.offers if offer.flagged)

    def of(self, paragraph_id: str) -> Offer | None:
        """What is offered for a paragraph of the report."""
        return next((o for o in self.offers if o.paragraph_id == paragraph_id), None)


def report_of(contents: Contents, period: ReportingPeriod) -> Report | None:
    """The report of a period; None where none was begun."""
    reports = contents.reports(period.year)
    return next((report for report in reports if report.period_id == period.id), None)


def period_of(contents: Contents, report: Report) -> ReportingPeriod:
    """The period of a report; RefusedChange where it is gone."""
    periods = contents.periods(report.year)
    found = next((period for period in periods if period.id == report.period_id), None)
    if found is None:
        raise RefusedChange("Kỳ báo cáo này không còn trong tệp; hãy tạo lại kỳ rồi soạn báo cáo.")
    return found


def redraft(contents: Contents, report: Report) -> Redraft:
    """The report drafted again from the contents as they are now, held against its paragraphs."""
    drafted = _drafted(contents, report)
    return held_anew(contents, Redraft(report, (), drafted.findings, drafted.drafts))


def held_anew(contents: Contents, redrafted: Redraft) -> Redraft:
    """The same draft held against the paragraphs as they are now: enough, and quicker, where only
    they have changed.
    """
    report = redrafted.report
    paragraphs = [one for _, under in in_order(contents, report) for one in under]
    found = offers(report.id, redrafted.drafts, paragraphs, contents.documents())
    return replace(redrafted, offers=tuple(found))


def accept_drafts(redrafted: Redraft, keys: Collection[str] | None = None) -> Change:
    """What the offers of these keys bring, in one step; without keys all that can be taken without
    losing the clerk's words.
    """
    chosen = [o for o in redrafted.offers if (o.item.taken if keys is None else o.key in keys)]
    label = f"Nhận {len(chosen)} đoạn mới"
    if len(chosen) == 1:
        label = "Nhận đoạn mới" if chosen[0].standing is Standing.NEW else "Nhận số mới"
    items = tuple(replace(offer.item, taken=True) for offer in chosen)
    return Proposal(label, items).accept()


def keep_mine(redrafted: Redraft, keys: Collection[str] | None = None) -> Change:
    """The words of the report stay, and the new draft counts as seen: it is not flagged again until
    its source changes. A new paragraph is left out, one whose source is gone becomes the clerk's.
    """
    chosen = [offer for offer in redrafted.offers if keys is None or offer.key in keys]
    label = "Giữ câu của tôi" if len(chosen) == 1 else f"Giữ {len(chosen)} đoạn của tôi"
    return Change(label, tuple(kept(offer) for offer in chosen))


def back_to_draft(contents: Contents, paragraph_id: str) -> Change:
    """A paragraph as it was drafted."""
    paragraph = contents.record(paragraph_id)
    assert isinstance(paragraph, ReportParagraph), "only paragraphs were drafted"
    report = contents.record(paragraph.report_id)
    assert isinstance(report, Report)
    drafts = {(draft.key, draft.text): draft for draft in _drafted(contents, report).drafts}
    draft = drafts.get((paragraph.key, paragraph.draft))
    kept_spans = followed(paragraph.text, paragraph.draft, paragraph.sources)
    sources = draft.sources if draft is not None else kept_spans
    after = replace(paragraph, text=paragraph.draft, sources=sources)
    return Change("Trở về bản nháp", (Edit(paragraph, after),))


def in_order(
    contents: Contents, report: Report
) -> list[tuple[ReportHeading, list[ReportParagraph]]]:
    """The headings with their paragraphs, also those that are left out."""
    under: dict[str, list[ReportParagraph]] = {}
    for paragraph in contents.report_paragraphs(report):
        under.setdefault(paragraph.heading_id, []).append(paragraph)
    return [(h, under.get(h.id, [])) for h in contents.report_headings(report)]


def printed(
    contents: Contents, report: Report
) -> list[tuple[ReportHeading, list[ReportParagraph]]]:
    """What the report says: the headings in order, each with its paragraphs that have text."""
    return [(h, [p for p in under if p.text.strip()]) for h, under in in_order(contents, report)]


def _drafted(contents: Contents, report: Report) -> Drafted:
    plan = contents.record(report.plan_id)
    assert isinstance(plan, Plan), "a report belongs to a plan"
    material = material_of(contents, plan, period_of(contents, report))
    return draft_report(material, contents.report_headings(report))
