"""The pane at the right of the tab Báo cáo: the sources of a paragraph, and what a check found."""

from dataclasses import replace

from cchc_desktop.domain.finding import Finding
from cchc_desktop.services.report_standing import Entry, StandingHeading
from cchc_desktop.services.sent_cards import Before
from cchc_desktop.services.source import Used
from ui.project_controller import ProjectController
from ui.report.opened import OpenReport
from ui.report.sources import SourcesPane
from ui.widgets.cells import CellArt
from ui.widgets.findings import FindingsPanel
from ui.widgets.side_pane import SidePage, SidePane
from ui.widgets.tab import Tab

SOURCES, FINDINGS = 0, 1
_LEAST = 260  # pixels at 100 %
_OWN = "Đoạn này do anh chị tự viết, không có nguồn trong tệp."


class ReportPane(SidePane):
    """Sources are those of the current paragraph."""

    def __init__(
        self, tab: Tab, controller: ProjectController, opened: OpenReport, art: CellArt
    ) -> None:
        theme = art.theme
        self.sources = SourcesPane(theme)
        self.findings = FindingsPanel(art, cures=opened.cures, empty="Không có chỗ nào cần xem.")
        pages = (
            SidePage("Nguồn của đoạn", "F4", "panel-right", self.sources),
            SidePage("Kiểm tra", "F7", "list-checks", self.findings),
        )
        super().__init__(tab, pages)
        self.actions_of_pages[SOURCES].setText("Nguồn")  # a toolbar has little room
        self._controller, self._open = controller, opened
        self.setMinimumWidth(theme.px(_LEAST))

    def show_findings(self, findings: list[Finding]) -> int:
        """What is to be seen to; gives how much it is."""
        self.findings.show_findings(findings)
        count = len(findings)
        self.show_count(FINDINGS, count)
        return count

    def show_paragraph(self, heading: StandingHeading | None, entry: Entry | None) -> None:
        """The sources of a paragraph, what its heading has not said yet, and what earlier reports
        said there.
        """
        cards = self._open.sources
        if self.page != SOURCES:
            return
        if cards is None or heading is None:
            self.sources.show_sources((), (), (), "", writable=False)
            return
        used = self._used(entry) if entry is not None else []
        words = _OWN if entry is not None and not used else ""
        offered = heading.offered_sources
        unused = [one for one in cards.unused(heading.heading) if one.id not in offered]
        before = [_held(one, heading) for one in cards.before(heading.heading)]
        whole = {one.report.id for one in before}  # they have a card of their own
        used = [one for one in used if one.source.id not in whole]
        self.sources.show_sources(used, unused, before, words, writable=self._controller.writable)

    def _used(self, entry: Entry) -> list[Used]:
        cards = self._open.sources
        if cards is None:
            return []
        if entry.paragraph is not None:
            return cards.used(entry.paragraph, entry.offer)
        draft = entry.offer.draft if entry.offer is not None else None
        ids = [source for _, _, source in draft.sources] if draft is not None else []
        return [Used(source) for source in cards.sources(ids)]


def _held(before: Before, heading: StandingHeading) -> Before:
    """What an earlier report said, held against the words that stand there now."""
    said = {paragraph.text for paragraph in before.paragraphs}
    return replace(before, here=frozenset(said & {entry.text for entry in heading.entries}))
