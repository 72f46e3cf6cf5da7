"""The reports that were sent before, as the pane beside a report shows them."""

from collections.abc import Sequence
from dataclasses import dataclass

from cchc_desktop.domain.finding import Place
from cchc_desktop.domain.issue_date import date_words
from cchc_desktop.domain.report import ReportHeading, SentReport
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.services.last_report import SaidBefore
from cchc_desktop.services.source import Source, SourceKind


@dataclass(frozen=True, slots=True)
class Before:
    """A report that was sent before, and its paragraphs under a heading; `name`: which one it is
    ("Kỳ trước"); `here`: the words of them that stand there today too.
    """

    name: str
    report: Source
    paragraphs: tuple[Source, ...]
    here: frozenset[str] = frozenset()


def sent_card(sent: SentReport, period: ReportingPeriod | None, text: str = "") -> Source:
    """A report that was sent, or a paragraph of it."""
    named = period.full_words if period is not None else str(sent.year)
    below = " · ".join(filter(None, (sent.code, date_words(sent.issued))))
    return Source(sent.id, SourceKind.SENT, f"Báo cáo {named}", text, below, Place(sent.id))


def cards_before(before: Sequence[SaidBefore], heading: ReportHeading) -> list[Before]:
    """What the reports said under a heading, of each also that it said nothing."""
    return [
        Before(
            one.name,
            sent_card(one.sent, one.period),
            tuple(sent_card(one.sent, one.period, line) for line in one.said.get(heading.id, ())),
        )
        for one in before
    ]
