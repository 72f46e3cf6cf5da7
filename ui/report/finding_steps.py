"""What a check found, walked through and mended by keys."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.finding import Finding, Place
from ui.project_controller import ProjectController
from ui.report.commands import ReportCommands
from ui.report.pane import FINDINGS
from ui.widgets.findings import FindingsPanel
from ui.widgets.tab import Tab


class FindingSteps(QObject):
    """`show_pane(page)` is the pane's, `open_place(place)` the tab's."""

    def __init__(
        self,
        controller: ProjectController,
        panel: FindingsPanel,
        commands: ReportCommands,
        show_pane: Callable[[int], None],
        open_place: Callable[[Place], None],
        tab: Tab,
    ) -> None:
        super().__init__(tab)
        self._controller, self._panel, self._commands, self._tab = controller, panel, commands, tab
        self._show_pane, self._open_place = show_pane, open_place
        make, go = tab.action, self._go
        self.following = make("Chỗ cần xem kế tiếp", "F8", "arrow-down", partial(go, 1))
        self.previous = make("Chỗ cần xem trước", "Shift+F8", "arrow-up", partial(go, -1))
        commands.accept.triggered.connect(self._take_first)
        panel.chosen.connect(self._jump)
        panel.cure_chosen.connect(controller.apply)

    @property
    def actions(self) -> list[QAction | None]:
        """Their part of the menu Công cụ."""
        return [self.following, self.previous]

    def _go(self, step: int) -> None:
        self._show_pane(FINDINGS)
        self._panel.go(step)

    def _take_first(self) -> None:
        """What is offered for the paragraph, else the first cure of the finding; of the finding
        first, where that has the focus.
        """
        in_list = self._panel.isAncestorOf(QWidget.focusWidget(self._tab) or self._tab)
        if in_list or not self._commands.accept_current():
            self._controller.settle()
            self._panel.take_first_cure()

    def _jump(self, finding: Finding) -> None:
        if finding.at is not None:
            self._open_place(finding.at)
