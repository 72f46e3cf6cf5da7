"""The report on the screen, as the file has it: followed while the tab is shown, marked as out of
date while it is not.
"""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from cchc_desktop.domain.change import Change, Record
from cchc_desktop.domain.finding import Finding, Place
from cchc_desktop.domain.report import (
    Figure,
    Indicator,
    Report,
    ReportHeading,
    ReportParagraph,
    SentReport,
)
from cchc_desktop.domain.report_check import ReportCheck
from cchc_desktop.domain.reporting_period import ReportingPeriod, period_on
from cchc_desktop.services.report_checking import cures, report_check, report_findings
from cchc_desktop.services.report_standing import (
    SOURCE_CHANGED,
    Entry,
    Flaws,
    StandingHeading,
    State,
    flaws_by_paragraph,
    offer_findings,
    standing,
)
from cchc_desktop.services.reporting import (
    Redraft,
    accept_drafts,
    held_anew,
    keep_mine,
    redraft,
    report_of,
)
from cchc_desktop.services.sent_reports import sent_of
from cchc_desktop.services.source_cards import SourceCards
from ui.project_controller import ProjectController
from ui.report.outline import FIGURES, HEAD
from ui.tasks import Progress, Task, TaskRunner

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Checked = tuple[ReportCheck, tuple[Finding, ...], dict[str, Flaws]]
_SOON = 900  # milliseconds after the last edit until the words are checked anew
_AT_REST = 4_000  # after the last key, when what was typed is written


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a report: the line of its outline, the paragraph or the indicator ("" for all of
    the line), and the field.
    """

    line: str
    record_id: str = ""
    column: str = ""


class OpenReport(QObject):
    """`reset`: another report, or none, is there; `changed`: something of it is other now;
    `outdated`: `refresh` would read something else.
    """

    reset = Signal()
    changed = Signal()
    outdated = Signal()

    def __init__(
        self,
        controller: ProjectController,
        runner: TaskRunner,
        today: "Callable[[], date]",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._controller, self._runner, self._today = controller, runner, today
        self.period: ReportingPeriod | None = None
        self.report: Report | None = None
        self.headings: Sequence[StandingHeading] = ()
        self._found: Sequence[Finding] = ()  # by the checks
        self.redrafted: Redraft | None = None
        self.stale = True
        self._checking: Task | None = None
        self._flaws: dict[str, Flaws] = {}
        self._checked: ReportCheck | None = None  # None where words have changed since
        self._sources: SourceCards | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.check)
        controller.opened.connect(self._forget)
        controller.plan_chosen.connect(self._forget)
        controller.changed.connect(self._follow)

    # What there is

    @property
    def periods(self) -> list[ReportingPeriod]:
        """The periods of the year shown."""
        project = self._controller.project
        return project.periods(self._controller.year) if project is not None else []

    @property
    def names(self) -> list[tuple[str, str]]:
        """The reports to choose from: ids of periods, with words that tell where none was begun."""
        project, names = self._controller.project, []
        for period in self.periods:
            begun = project is not None and report_of(project, period) is not None
            names.append((period.id, f"Báo cáo {period.words}{'' if begun else ' (chưa soạn)'}"))
        return names

    @property
    def sent(self) -> SentReport | None:
        """What was sent last for the period, or taken in from Word."""
        project = self._controller.project
        if project is None or self.period is None:
            return None
        return sent_of(project, self.period)

    @property
    def findings(self) -> list[Finding]:
        """What is to be seen to: changed sources first."""
        drafted = self.redrafted.findings if self.redrafted is not None else ()
        return [*offer_findings(self.headings), *drafted, *self._found]

    def heading(self, heading_id: str) -> StandingHeading | None:
        """A heading by its id."""
        return next((one for one in self.headings if one.heading.id == heading_id), None)

    def entry(self, entry_id: str) -> tuple[StandingHeading, Entry] | None:
        """A paragraph, shown or offered, with the heading that it is under."""
        for heading in self.headings:
            for entry in heading.entries:
                if entry.id == entry_id:
                    return heading, entry
        return None

    @property
    def sources(self) -> SourceCards | None:
        """Where its words come from."""
        project = self._controller.project
        if self._sources is None and project is not None and self.report is not None:
            self._sources = SourceCards(project, self.report)
        return self._sources

    def find(self, place: Place) -> Spot | None:
        """Where a place is in a report of the year, which is shown then; None for any other."""
        project = self._controller.project
        if project is None or not project.holds(place.record_id):
            return None
        self.refresh()
        match project.record(place.record_id):
            case ReportParagraph() as paragraph:
                spot, report_id = Spot(paragraph.heading_id, paragraph.id), paragraph.report_id
            case ReportHeading() as heading:
                spot, report_id = Spot(heading.id), heading.report_id
            case Report() as report:
                spot, report_id = Spot(HEAD, "", place.column), report.id
            case Figure() as figure if self.report is not None:
                return Spot(FIGURES, figure.indicator_id, place.column)
            case Indicator() as indicator if self.report is not None:
                return Spot(FIGURES, indicator.id, place.column)
            case _:
                return None
        return spot if self._shows(project.record(report_id)) else None

    def _shows(self, report: Record) -> bool:
        """Whether a report of the year is shown, by now."""
        if not isinstance(report, Report) or report.year != self._controller.year:
            return False
        if self.report is None or self.report.id != report.id:
            self.choose(report.period_id)
        return True

    def day_of(self, entry: Entry) -> date | None:
        """When a paragraph was edited last, or its source."""
        project = self._controller.project
        untouched = entry.state in (State.DRAFT, State.CARRIED)
        if project is None or entry.paragraph is None or untouched:
            return None
        ids = [entry.id]
        if entry.state is State.CHANGED and self.sources is not None:
            used = self.sources.used(entry.paragraph, entry.offer)
            ids = [one.source.id for one in used if one.changed]
        steps = [step for one in ids for step, _ in project.history(one, 1)]
        return max((step.at.date() for step in steps), default=None)

    def cures(self, finding: Finding) -> tuple[Change, ...]:
        """What can be done at once about a finding."""
        project, report = self._controller.project, self.report
        if project is None or report is None or not self._controller.writable:
            return ()
        if finding.rule != SOURCE_CHANGED or finding.at is None or self.redrafted is None:
            return cures(project, report, finding, self._checked)
        offer = self.redrafted.of(finding.at.record_id)
        if offer is None:
            return ()
        return accept_drafts(self.redrafted, {offer.key}), keep_mine(self.redrafted, {offer.key})

    # Following the file

    def choose(self, period_id: str) -> None:
        """Show the report of another period."""
        self._take(next((p for p in self.periods if p.id == period_id), None))

    def refresh(self) -> None:
        """Read all of it, where something may have changed."""
        if not self.stale:
            return
        self.stale = False
        known = {period.id: period for period in self.periods}
        chosen = known.get(self.period.id) if self.period is not None else None
        self._take(chosen or period_on(self.periods, self._today()))

    def _take(self, period: ReportingPeriod | None) -> None:
        before = self.report.id if self.report is not None else ""
        self.period, project = period, self._controller.project
        found = report_of(project, period) if project is not None and period is not None else None
        other = before != (found.id if found is not None else "")
        self.report, self._sources = found, None
        if other:
            self._found, self._flaws = (), {}
        self._draft_anew()
        (self.reset if other or found is None else self.changed).emit()

    def _draft_anew(self) -> None:
        project = self._controller.project
        self.redrafted, self.headings = None, ()
        if project is not None and self.report is not None:
            self.redrafted = redraft(project, self.report)
            self.headings = standing(project, self.redrafted, self._flaws)
        self._checked = None
        self.check()

    def check(self) -> None:
        """Hold the words against the checks, in the background: of a long report that takes long
        enough to be felt while typing.
        """
        self._stop_check()
        project, report = self._controller.project, self.report
        if project is None or report is None:
            return
        contents = project.snapshot()

        def check(progress: Progress) -> Checked:
            step = partial(progress, 0, 0)
            made = report_check(contents, report, step=step)
            found = tuple(report_findings(contents, report, check=made, step=step))
            return made, found, flaws_by_paragraph(made, found)

        self._checking = self._runner.run(
            "Đang kiểm tra báo cáo", check, self._take_findings, owner=self, quiet=True
        )

    def _stop_check(self) -> bool:
        """Stop the check that runs or is to run; whether there was one."""
        running = self._checking is not None and self._checking.is_awaited
        if self._checking is not None:
            self._checking.cancel()
        waiting, self._checking = self._soon.isActive(), None
        self._soon.stop()
        return running or waiting

    def put_off_check(self) -> None:
        """A key was pressed: a check gives way to it, and begins anew when the hand rests."""
        if self._stop_check():
            self._soon.start(_AT_REST)

    def _take_findings(self, checked: Checked) -> None:
        """What was found; the words are still the same, or the check would have been stopped."""
        project, redrafted = self._controller.project, self.redrafted
        if project is None or redrafted is None:
            return
        self._checked, self._found, self._flaws = checked
        self.headings = standing(project, redrafted, self._flaws)
        self.changed.emit()

    def _forget(self) -> None:
        self._stop_check()
        self.stale, self.period = True, None
        self.outdated.emit()

    def _follow(self, change: Change) -> None:
        self._stop_check()
        only_words = all(isinstance(edit.record, ReportParagraph) for edit in change.edits)
        project = self._controller.project
        if self.stale or not only_words or self.redrafted is None or project is None:
            self.stale = True
            self.outdated.emit()
            return
        self.redrafted, self._checked = held_anew(project, self.redrafted), None
        self.headings = standing(project, self.redrafted, self._flaws)
        self.changed.emit()
        self._soon.start(_SOON)
