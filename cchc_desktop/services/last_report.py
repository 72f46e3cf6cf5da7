"""The reports that were sent before one, as what they said: their headings with their words, their
head and foot.

    last_sent(contents, period) -> SentReport | None      of the period before it
    year_before(contents, period) -> SentReport | None    of the same period of the year before
    sent_head(sent) -> Report                             number, day, place, Kính gửi, foot, ...
    sent_parts(contents, sent) -> [(heading, [words, ...])]
    said_before(contents, report) -> [SaidBefore]         what both said under its headings
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from cchc_desktop.documents.report_document import without_pointer
from cchc_desktop.domain.matching_headings import content_of_title, matched
from cchc_desktop.domain.plan import new_id, numbered
from cchc_desktop.domain.report import Content, Report, ReportHeading, ReportParagraph, SentReport
from cchc_desktop.domain.report_areas import Heading
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.domain.vietnamese import fold, one_line
from cchc_desktop.intake.report_intake import OldReport, read_report
from cchc_desktop.office.grid import SourceFile, SourceParagraph
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.outlines import outlines_for
from cchc_desktop.services.reporting import period_of

SentPart = tuple[ReportHeading, tuple[str, ...]]
_CLOSES = re.compile(r"Trên đây là\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SaidBefore:
    """A report that was sent before, with what it said by the headings of the one at work; `name`:
    which one it is.
    """

    name: str
    sent: SentReport
    period: ReportingPeriod | None
    said: dict[str, tuple[str, ...]]


def sent_period(contents: Contents, sent: SentReport) -> ReportingPeriod | None:
    """The period that was reported; None where it is gone."""
    periods = contents.periods(sent.year)
    return next((period for period in periods if period.id == sent.period_id), None)


def written_report(contents: Contents, sent: SentReport) -> Report | None:
    """The report that was sent, where it was written here and is still there."""
    report = contents.record(sent.report_id) if contents.holds(sent.report_id) else None
    return report if isinstance(report, Report) else None


def last_sent(contents: Contents, period: ReportingPeriod) -> SentReport | None:
    """What was sent last, or taken in, of the period before that one; None where nothing was."""
    found = [
        (other.ends, sent)
        for sent in contents.sent_reports()  # newest first, so that of two versions that one counts
        if (other := sent_period(contents, sent)) is not None and other.ends < period.ends
    ]
    return max(found, key=lambda pair: pair[0], default=("", None))[1]


def year_before(contents: Contents, period: ReportingPeriod) -> SentReport | None:
    """What was sent for the same period of the year before; None where nothing was."""
    periods = contents.periods(period.year - 1)
    ids = {other.id for other in periods if other.key == period.key}
    return next((sent for sent in contents.sent_reports() if sent.period_id in ids), None)


@lru_cache(maxsize=4)  # what was sent never changes, and is long
def read_sent(sent: SentReport) -> OldReport:
    """The parts of what was sent."""
    lines = tuple(map(SourceParagraph, sent.text.splitlines()))
    return read_report(SourceFile(sent.file_name, lines))


def sent_head(old: OldReport) -> Report:
    """Head and foot of what was sent as those of a report, of no period."""
    head, foot = old.head, old.foot
    return Report(
        "",
        "",
        0,
        "",
        subject=head.subject,
        number=head.number,
        symbol=head.symbol,
        issued=head.issued,
        place=head.place,
        addressee="\n".join(old.addressees),
        recipients="\n".join(foot.recipients),
        authority="\n".join(foot.authority),
        signer=foot.signer,
    )


def sent_parts(contents: Contents, sent: SentReport) -> list[SentPart]:
    """The headings of what was sent, with the words under each. What they are filled from, and the
    words of their areas, are those of the report that was written here, else of the outline that
    is usual for the period.
    """
    known = _known_headings(contents, sent)
    parts = list(_with_empty_ones(_parts(read_sent(sent)), known))
    alike = matched([heading for heading, _ in parts], known)
    return [(_known(heading, alike.get(heading.id)), lines) for heading, lines in parts]


def said_before(contents: Contents, report: Report) -> list[SaidBefore]:
    """What the last report said, and that of the same period of the year before."""
    period, headings = period_of(contents, report), contents.report_headings(report)
    before = {"Kỳ trước": last_sent(contents, period)}
    formerly = year_before(contents, period)
    if formerly not in before.values():
        before["Cùng kỳ năm trước"] = formerly
    return [
        SaidBefore(name, sent, sent_period(contents, sent), _said(contents, sent, headings))
        for name, sent in before.items()
        if sent is not None
    ]


def going_on(heading_id: str, words: str, source_id: str) -> ReportParagraph:
    """Words of a report that was sent, as a paragraph of another: from there and untouched."""
    spans = ((0, len(words), source_id),)
    return ReportParagraph(new_id(), "", heading_id, 0, words, draft=words, sources=spans)


def _said(
    contents: Contents, sent: SentReport, headings: Sequence[ReportHeading]
) -> dict[str, tuple[str, ...]]:
    parts = sent_parts(contents, sent)
    under = {heading.id: lines for heading, lines in parts}
    alike = matched(headings, [heading for heading, _ in parts])
    return {heading_id: under[other.id] for heading_id, other in alike.items() if under[other.id]}


def _parts(old: OldReport) -> list[SentPart]:
    """The sections as headings; the last sentence stands by itself, as in a report of ours."""
    parts: list[SentPart] = []
    for place, section in enumerate(old.sections):
        lines = tuple(without_pointer(line) for line in section.body.splitlines())
        content = content_of_title(section.title)
        if not section.level:
            content = Content.CLOSING if place else Content.OPENING
        heading = ReportHeading(
            section.id, "", section.position, section.level, section.number,
            one_line(section.title), content,
        )  # fmt: skip
        parts.append((heading, lines))
    if parts and (parts[-1][1] and _CLOSES.match(parts[-1][1][-1])) and parts[-1][0].level:
        heading, lines = parts.pop()
        last = replace(heading, id=f"{heading.id}-end", level=0, number="", title="",
                       position=heading.position + 1, content=Content.CLOSING)  # fmt: skip
        parts += [(heading, lines[:-1]), (last, lines[-1:])]
    return parts


def _with_empty_ones(parts: Sequence[SentPart], known: Sequence[Heading]) -> Iterator[SentPart]:
    """A numbered line right over another one is read as words: where it is a heading that is known,
    it is one again.
    """
    names = {fold(numbered(one.number, one.title)): one for one in known if one.title}
    for heading, lines in parts:
        own: list[str] = []
        for line in lines:
            like = names.get(fold(line))
            if like is None:
                own.append(line)
                continue
            yield heading, tuple(own)
            heading = replace(
                heading, id=f"{heading.id}-empty", level=like.level, number=like.number,
                title=like.title, content=like.content,
            )  # fmt: skip
            own = []
        yield heading, tuple(own)


def _known_headings(contents: Contents, sent: SentReport) -> Sequence[Heading]:
    report = written_report(contents, sent)
    if report is not None:
        return contents.report_headings(report)
    period = sent_period(contents, sent)
    return outlines_for(contents, sent.year, period)[0].headings if period is not None else ()


def _known(heading: ReportHeading, like: Heading | None) -> ReportHeading:
    if like is None:
        return heading
    return replace(heading, content=like.content, areas=like.areas)
