"""The pane beside the plan: one of its pages, or none; each has its key."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction

from ui.plan.detail_pane import DetailPane
from ui.results.panel import ResultPanel
from ui.widgets.findings import FindingsPanel
from ui.widgets.side_pane import SidePane
from ui.widgets.tab import Tab

DETAILS, RESULTS, FINDINGS = range(3)
_PAGES = (
    ("Chi tiết", "F4", "panel-right"),
    ("Kết quả", "F9", "check"),
    ("Kiểm tra", "F7", "list-checks"),
)


class PlanPane(SidePane):
    """`actions_of_pages` show a page or close it. `left`: it closes while the keys are for it."""

    left = Signal()

    def __init__(
        self, tab: Tab, details: DetailPane, results: ResultPanel, findings: FindingsPanel
    ) -> None:
        pages = (details, results, findings)
        names = (name for name, _, _ in _PAGES)
        super().__init__(tab.theme, tuple(zip(names, pages, strict=True)))
        self._results = results
        self.actions_of_pages: list[QAction] = []
        for page, (name, keys, icon) in enumerate(_PAGES):
            action = tab.action(name, keys, icon, checkable=True)
            action.triggered.connect(partial(self._follow, page))
            self.actions_of_pages.append(action)
        self.closed.connect(partial(self.turn_to, None))
        self.chosen.connect(self.turn_to)

    def _follow(self, page: int) -> None:
        on = self.actions_of_pages[page].isChecked()
        self.turn_to(page if on else None)
        if on and page == RESULTS:
            self._results.begin()

    def turn_to(self, page: int | None) -> None:
        """Show a page; None closes the pane."""
        focus = self.window().focusWidget()
        if page is None and focus is not None and self.isAncestorOf(focus):
            self.left.emit()
        self.setVisible(page is not None)
        if page is not None:
            self.show_page(page)
        for place, action in enumerate(self.actions_of_pages):
            action.setChecked(place == page)

    def offer_rows(self, *, shown: bool) -> None:
        """Pages about one row are there only while rows are shown."""
        of_rows = [self.actions_of_pages[page] for page in (DETAILS, RESULTS)]
        if not shown and any(action.isChecked() for action in of_rows):
            self.turn_to(None)
        for action in of_rows:
            action.setEnabled(shown)

    def show_count(self, count: int) -> None:
        """How many findings there are."""
        self.name_page(FINDINGS, f"Kiểm tra ({count})" if count else "Kiểm tra")
