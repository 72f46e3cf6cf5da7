"""What all steps in the plan's grid share."""

from PySide6.QtCore import QObject

from cchc_desktop.domain.plan import Plan
from ui.plan.grid import PlanGrid
from ui.project_controller import ProjectController


class Steps(QObject):
    """Describes changes of the plan that the grid shows; the controller writes them."""

    def __init__(self, controller: ProjectController, grid: PlanGrid, parent: QObject) -> None:
        super().__init__(parent)
        self.controller, self.grid = controller, grid

    def ready(self) -> Plan | None:
        """The plan, once what is being typed is written; None where edits are not possible."""
        if not self.controller.writable:
            return None
        self.controller.settle()
        self.grid.setFocus()
        return self.controller.plan
