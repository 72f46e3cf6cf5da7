"""The tab Kế hoạch."""

from ui.project_controller import ProjectController
from ui.theme import Theme
from ui.widgets.tab import Tab


class PlanTab(Tab):
    """The plan of the year shown."""

    title, icon = "Kế hoạch", "table-2"

    def __init__(self, controller: ProjectController, theme: Theme) -> None:
        super().__init__(theme)
        self._controller = controller
