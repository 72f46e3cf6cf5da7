"""The middle of the tab Kế hoạch: the table, or what fills an empty one; the narrative."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from cchc_desktop.domain.table_filter import TableFilter
from cchc_desktop.services import planning
from ui.plan.commands import PlanCommands
from ui.plan.grid import PlanGrid
from ui.plan.narrative_page import NarrativePage
from ui.project_controller import ProjectController
from ui.theme import Theme
from ui.widgets.empty import EmptyState, Way

TABLE, NARRATIVE = 0, 1


class PlanPages(QStackedWidget):
    """`import_plan`, `commands` and `end_filter` are the ways to fill an empty table."""

    def __init__(
        self,
        controller: ProjectController,
        theme: Theme,
        grid: PlanGrid,
        narrative: NarrativePage,
        commands: PlanCommands,
        import_plan: QAction,
        end_filter: Callable[[], None],
        split: QSplitter,
    ) -> None:
        super().__init__(split)  # before what it holds: what moves is styled again, with all in it
        self._controller, self._grid, self._narrative = controller, grid, narrative
        self._commands, self._import_plan, self._end_filter = commands, import_plan, end_filter
        self._table, self._empty = QStackedWidget(), EmptyState(theme)
        self.addWidget(self._table)
        self.addWidget(narrative)
        narrative.setMinimumWidth(theme.px(420))  # it asks for more than the pane leaves
        self._table.addWidget(grid)
        self._table.addWidget(self._empty)

    @property
    def home(self) -> QWidget | None:
        """The table, the list of sections, or the first way to fill an empty table, if any."""
        if self.currentIndex() == NARRATIVE:
            return self._narrative.list
        shown = self._table.currentWidget()
        return self._empty.first_way if shown is self._empty else self._grid

    def follow(self, wanted: TableFilter) -> None:
        """The table as it is filtered; where nothing is left, what is missing and the ways on."""
        words, ways = self._missing(wanted)
        if words:
            writable = self._controller.writable or self._grid.finds_nothing
            self._empty.show_state(words, ways, writable=writable)
        self._table.setCurrentWidget(self._empty if words else self._grid)

    def _missing(self, wanted: TableFilter) -> tuple[str, Sequence[Way]]:
        year, commands = self._controller.year, self._commands
        read: Way = ("Nhập từ Word, Excel…", self._import_plan.trigger)
        if self._controller.plan is None:
            new: Way = ("Tạo kế hoạch trống", self._new_plan)
            return f"Chưa có kế hoạch năm {year}.", (new, read)
        if not self._grid.table.rows:
            area: Way = ("Thêm lĩnh vực", commands.add_area.trigger)
            task: Way = ("Thêm nhiệm vụ", commands.add_task.trigger)
            return f"Bảng nhiệm vụ năm {year} còn trống.", (area, task, read)
        if self._grid.finds_nothing:
            words = (
                "Không có nhiệm vụ nào khớp với bộ lọc."
                if wanted.columns
                else "Không có dòng nào khớp với chữ lọc."
            )
            return words, (("Bỏ lọc", self._end_filter),)
        return "", ()

    def _new_plan(self) -> None:
        self._controller.do(planning.new_plan, self._controller.year)
