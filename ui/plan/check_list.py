"""What the clerk should see to in the plan shown: looked for a moment after each step, told to the
grid and listed in a panel with cures, walked through and mended by keys.
"""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from cchc_desktop.domain.change import Change
from cchc_desktop.domain.finding import Finding
from cchc_desktop.domain.plan_check import PlanCheck
from cchc_desktop.services import checking
from ui.plan.table_model import PlanTableModel
from ui.project_controller import ProjectController
from ui.widgets.cells import CellArt
from ui.widgets.findings import FindingsPanel
from ui.widgets.tab import Tab

_DELAY = 200  # milliseconds after the last step


class CheckList(QObject):
    """`counted(n)`: so many findings are listed now; `walked`: the panel is to be shown, one of
    them is gone to.
    """

    counted = Signal(int)
    walked = Signal()

    def __init__(
        self, controller: ProjectController, model: PlanTableModel, art: CellArt, tab: Tab
    ) -> None:
        super().__init__(tab)
        self._controller, self._model = controller, model
        self._check = PlanCheck()
        self.panel = FindingsPanel(art, cures=self._cures, empty="Không có chỗ nào cần xem lại.")
        self.panel.cure_chosen.connect(self._take)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_DELAY)
        self._soon.timeout.connect(self.check)
        controller.changed.connect(self._soon.start)
        go, take = self._go, self._take_first_cure
        self.actions = (  # of the menu Công cụ
            tab.action("Chỗ cần xem kế tiếp", "F8", "arrow-down", partial(go, 1)),
            tab.action("Chỗ cần xem trước", "Shift+F8", "arrow-up", partial(go, -1)),
            tab.action("Sửa theo gợi ý đầu tiên", "Alt+1", run=take),
        )

    def refresh(self) -> None:
        """Another plan."""
        self._check = PlanCheck()
        self.check()

    def check(self) -> None:
        """Look now."""
        self._soon.stop()
        project, plan = self._controller.project, self._controller.plan
        found = checking.plan_findings(project, plan, self._check) if project and plan else []
        self._model.show_findings(found)
        self.panel.show_findings(found)
        self.counted.emit(len(found))

    def _go(self, step: int) -> None:
        """To the next finding (1) or the one before (-1), of those that there are now."""
        self.walked.emit()
        if self._soon.isActive():
            self.check()
        self.panel.go(step)

    def _take_first_cure(self) -> None:
        """Do what is proposed first for the finding chosen in the list."""
        self._controller.settle()
        self.panel.take_first_cure()

    def _cures(self, finding: Finding) -> tuple[Change, ...]:
        project, plan = self._controller.project, self._controller.plan
        if project is None or plan is None or not self._controller.writable:
            return ()
        return checking.cures(project, plan, finding)

    def _take(self, change: Change) -> None:
        if self._controller.apply(change):
            self.check()
