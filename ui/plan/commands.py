"""The commands of the tab Kế hoạch on its table: actions with their keys."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from ui.plan.cell_steps import CellSteps
from ui.plan.grid import PlanGrid
from ui.plan.row_steps import RowSteps
from ui.project_controller import ProjectController
from ui.widgets.tab import Tab


class PlanCommands(QObject):
    """Act on the grid's selection."""

    def __init__(self, controller: ProjectController, grid: PlanGrid, tab: Tab) -> None:
        super().__init__(tab)
        self._controller, self._tab = controller, tab
        self.rows = rows = RowSteps(controller, grid, self)
        self.cells = cells = CellSteps(controller, grid, self)
        keys, make = QKeySequence.StandardKey, tab.action
        self.add_task = make("Nhiệm vụ bên dưới", "", "plus", rows.insert_task)
        as_called = QKeySequence("Ctrl+Enter"), QKeySequence("Ctrl+Return")
        self.add_task.setShortcuts(as_called)
        self.add_same_goal = make("Nhiệm vụ cùng mục tiêu", "Ctrl+M", "", rows.insert_same_goal)
        self.add_group = make("Nhóm", "Ctrl+G", "", rows.insert_group)
        self.add_area = make("Lĩnh vực", "Ctrl+L", "", rows.insert_area)
        self.duplicate = make("Nhân đôi dòng", "Ctrl+U", "copy", rows.duplicate)
        self.delete = make("Xoá dòng", "Ctrl+-", "trash-2", rows.delete)
        self.delete_branch = make("Xoá cả nhánh", "", "", rows.delete_branches)
        self.up = make("Chuyển lên", "Alt+Up", "arrow-up", rows.up)
        self.down = make("Chuyển xuống", "Alt+Down", "arrow-down", rows.down)
        self.renumber = make("Đánh số lại", "", "", rows.renumber)
        self.cut = make("Cắt", keys.Cut, "", cells.cut)
        self.copy = make("Sao chép", keys.Copy, "copy", cells.copy)
        self.paste = make("Dán", keys.Paste, "", cells.paste)
        self.paste_rows = make("Chèn các dòng đã sao chép", "", "", cells.insert_copied_rows)
        self.fill_down = make("Giống ô trên", "Ctrl+D", "", cells.fill_down)
        self.today = make("Ghi ngày hôm nay", "Ctrl+;", "", cells.write_today)
        grid.cleared.connect(cells.clear)

    @property
    def inserting(self) -> list[QAction | None]:
        """The menu Chèn."""
        rows: list[QAction | None] = [
            self.add_task,
            self.add_same_goal,
            self.add_group,
            self.add_area,
        ]
        return [*rows, None, self.duplicate, self.paste_rows, None, self.fill_down, self.today]

    @property
    def editing(self) -> list[QAction | None]:
        """The tab's part of the menu Sửa."""
        rows: list[QAction | None] = [
            self.up,
            self.down,
            self.renumber,
            self.delete,
            self.delete_branch,
        ]
        return [self.cut, self.copy, self.paste, None, *rows]

    def offer(self, *, table_shown: bool) -> None:
        """Offer what is possible now: rows that nobody sees are not touched."""
        writable = self._controller.writable and self._controller.plan is not None
        for action in (*self.inserting, *self.editing):
            if action is not None and action not in (self.cut, self.copy, self.paste):
                action.setEnabled(writable and table_shown)
