"""The outline of a report kept as the office's own, for the periods to come."""

from collections.abc import Sequence
from dataclasses import replace

from cchc_desktop.domain.agency import valid_in
from cchc_desktop.domain.change import Change, Edit
from cchc_desktop.domain.plan import new_id
from cchc_desktop.domain.report import Outline, OutlineHeading, Report, ReportHeading
from cchc_desktop.domain.report_words import named, next_words
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.reporting import period_of


def keep_outline(contents: Contents, report: Report) -> Change:
    """The headings of a report, and whether it has a Kính gửi, as the outline of its kind, from its
    year on, in place of the office's own that there is; what names the period in a title names the
    next one there.
    """
    period = period_of(contents, report)
    own = valid_in(contents.outlines(), report.year)
    known = next((outline for outline in own if period.key in outline.periods), None)
    outline = known or Outline(
        new_id(), f"Báo cáo {period.words} của cơ quan", (period.key,), valid_from=report.year
    )
    gone = contents.outline_headings(outline.id)
    kept = replace(outline, addressee_due=report.addressed)
    headings = outline_headings(contents.report_headings(report), outline.id, period)
    edits = [Edit(heading, None) for heading in gone]
    edits += [Edit(known, kept)] if kept != known else []
    return Change("Giữ đề cương", (*edits, *(Edit(None, heading) for heading in headings)))


def outline_headings(
    headings: Sequence[ReportHeading], outline_id: str, period: ReportingPeriod
) -> list[OutlineHeading]:
    """Headings of a report of that period as those of an outline."""
    return [
        OutlineHeading(
            new_id(),
            outline_id,
            heading.position,
            heading.level,
            heading.number,
            _open_title(heading.title, period),
            heading.content,
            heading.areas,
        )
        for heading in headings
    ]


def _open_title(title: str, period: ReportingPeriod) -> str:
    """A title that named a period, also as "Quý III/2027", to be filled with another."""
    for words, place in ((next_words(period), "{kỳ sau}"), (period.full_words, "{kỳ}")):
        title = named(words).sub(place, title)
    return title.replace(str(period.year), "{năm}")
