"""The list of what a clerk should see to in a report before it goes out, in reading order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from cchc_desktop.domain.finding import Finding, KeptFinding
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.domain.report import Report, ReportHeading, ReportParagraph
from cchc_desktop.domain.report_checks.cited import (
    citation_flaws,
    unnumbered_flaws,
)
from cchc_desktop.domain.report_checks.figures import KnownFigure, figure_flaws, share_flaws
from cchc_desktop.domain.report_checks.form import (
    carried_findings,
    empty_headings,
    end_flaws,
    foot_findings,
    unwritten_flaws,
)
from cchc_desktop.domain.report_checks.spelling import spelling_flaws
from cchc_desktop.domain.report_checks.stale import stale_flaws, stale_names
from cchc_desktop.domain.report_checks.text import Flaw, Line, Located, ReportText
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.domain.steps import Step, go_on

__all__ = ["Flaw", "KnownFigure", "ReportCase", "ReportCheck"]

Parts = Sequence[tuple[ReportHeading, Sequence[ReportParagraph]]]


@dataclass(frozen=True, slots=True)
class ReportCase:
    """A report with what it is held against. `former` and `current`: names of signers and agencies
    of other years and of this one; `recipients` and `signer` as they will be printed.
    """

    report: Report
    period: ReportingPeriod
    parts: Parts
    documents: Sequence[RegisteredDocument] = ()
    figures: Sequence[KnownFigure] = ()
    former: Sequence[str] = ()
    current: Sequence[str] = ()
    recipients: str = ""
    signer: str = ""


class ReportCheck:
    """One report checked: its findings, and the flaws in its words that they come from, for which
    it is read once, in steps.
    """

    def __init__(self, case: ReportCase, step: Step = go_on) -> None:
        self.case = case
        self.text = ReportText(case.report, case.parts, step)

    @cached_property
    def flaws(self) -> list[Located]:
        """What is wrong in the words, in reading order."""
        case, text = self.case, self.text
        found: Iterable[Iterator[Located]] = (
            stale_flaws(text, case.period),
            stale_names(text, case.former, case.current),
            unnumbered_flaws(text),
            citation_flaws(text, case.documents, case.report.issued),
            figure_flaws(text, case.figures),
            share_flaws(text),
            unwritten_flaws(text),
            end_flaws(text),
            spelling_flaws(text),
        )
        located = _once([one for group in found for one in group])
        return sorted(located, key=lambda one: (one[0].start, one[1].start, one[1].end))

    def findings(self, kept: Sequence[KeptFinding] = ()) -> list[Finding]:
        """One for each kind of flaw at a place, then what the report lacks as a document; without
        those that are kept.
        """
        case = self.case
        found: dict[object, Finding] = {}
        for line, flaw in self.flaws:
            finding = finding_of(line, flaw)
            found.setdefault((finding.rule, finding.at, finding.found), finding)
        others = (
            *empty_headings(case.parts),
            *carried_findings(case.parts),
            *foot_findings(case.report, case.recipients, case.signer),
        )
        left = {(k.rule, k.record_id, k.column, k.found): k.words for k in kept}
        return [f for f in (*found.values(), *others) if not self._is_kept(f, left)]

    def flaws_of(self, finding: Finding) -> list[Flaw]:
        """The flaws that a finding stands for, in the order of the text."""
        wanted = (finding.rule, finding.at, finding.found)
        return [f for line, f in self.flaws if (f.rule, line.place, f.found) == wanted]

    def words_at(self, finding: Finding) -> str:
        """The words of a finding's place."""
        return next((line.text for line in self.text.lines if line.place == finding.at), "")

    def _is_kept(self, finding: Finding, left: dict[tuple[str, str, str, str], str]) -> bool:
        if finding.at is None:
            return False
        at = finding.at
        words = left.get((finding.rule, at.record_id, at.column, finding.found))
        return words is not None and words == self.words_at(finding)


def finding_of(line: Line, flaw: Flaw) -> Finding:
    """A flaw as it stands in the list."""
    where = f"{line.where} · {line.around(flaw.start, flaw.end)}"
    return Finding(flaw.rule, where, flaw.found, flaw.expected, line.place, flaw.mark)


def _once(located: Sequence[Located]) -> list[Located]:
    """Without blanks and marks at a place that is to be filled in anyway."""
    open_places = [(line, flaw) for line, flaw in located if flaw.rule == "unwritten"]
    return [
        (line, flaw)
        for line, flaw in located
        if flaw.rule == "unwritten"
        or not any(
            line is other and flaw.start < place.end and flaw.end > place.start
            for other, place in open_places
        )
    ]
