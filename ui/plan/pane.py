"""The pane beside the plan: a row in detail, its results, what the check found."""

from ui.plan.detail_pane import DetailPane
from ui.results.panel import ResultPanel
from ui.widgets.findings import FindingsPanel
from ui.widgets.side_pane import SidePage, SidePane
from ui.widgets.tab import Tab

DETAILS, RESULTS, FINDINGS = range(3)


class PlanPane(SidePane):
    """Two of its pages are about the current row."""

    def __init__(
        self, tab: Tab, details: DetailPane, results: ResultPanel, findings: FindingsPanel
    ) -> None:
        pages = (
            SidePage("Chi tiết", "F4", "panel-right", details),
            SidePage("Kết quả", "F9", "check", results),
            SidePage("Kiểm tra", "F7", "list-checks", findings),
        )
        super().__init__(tab, pages)
        self._results = results
        self.actions_of_pages[RESULTS].triggered.connect(self._begin_results)

    def _begin_results(self, on: bool) -> None:
        if on:
            self._results.begin()

    def offer_rows(self, *, shown: bool) -> None:
        """Pages about one row are there only while rows are shown."""
        of_rows = [self.actions_of_pages[page] for page in (DETAILS, RESULTS)]
        if not shown and any(action.isChecked() for action in of_rows):
            self.turn_to(None)
        for action in of_rows:
            action.setEnabled(shown)
