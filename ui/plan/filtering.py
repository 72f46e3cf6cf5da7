"""Filtering the plan's table by words, columns, saved views: one filter, applied in one place."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from cchc_desktop.domain.change import Change
from cchc_desktop.domain.plan import Row, Task
from cchc_desktop.domain.table_filter import ColumnFilter, CountedValue, TableFilter, filter_words
from cchc_desktop.domain.task_values import NAMED_COLUMNS, TaskValues
from ui.cell_reading import CellReading
from ui.plan.column_menu import ColumnMenu
from ui.plan.grid import PlanGrid
from ui.plan.toolbar import PlanToolbar
from ui.plan.view_menu import ViewMenu
from ui.project_controller import ProjectController
from ui.widgets.column_filters import ColumnFilters
from ui.widgets.filter_strip import FilterStrip
from ui.widgets.tab import Tab


class Filtering(QObject):
    """`applied`: other rows are shown; `left`: the keys are for the table again."""

    applied = Signal()
    left = Signal()

    def __init__(
        self,
        controller: ProjectController,
        grid: PlanGrid,
        reading: CellReading,
        views: ViewMenu,
        columns: ColumnMenu,
        bar: PlanToolbar,
        today: Callable[[], date],
        tab: Tab,
    ) -> None:
        super().__init__(tab)
        self._controller, self._grid, self._reading = controller, grid, reading
        self._views, self._columns, self._bar, self._today = views, columns, bar, today
        self.wanted = TableFilter()
        self._outdated: set[str] = set()  # ids of tasks that changed since, and would not stay so
        self._known: tuple[object, ...] = ()  # what `_values` was made of
        self._values: TaskValues | None = None
        self._heads = ColumnFilters(
            grid.head, grid.art, self._titles, self._offered, NAMED_COLUMNS, self
        )
        self.strip = FilterStrip(tab.theme)
        self._menu = QMenu(tab)
        self._make_actions(tab)
        self._connect()

    def _make_actions(self, tab: Tab) -> None:
        self._by_column = tab.action("Lọc cột đang chọn…", "Alt+L", "list-filter")
        self._again = tab.action("Lọc lại")
        self._end = tab.action("Bỏ lọc")
        self._by_column.triggered.connect(self._ask_current)
        self._again.triggered.connect(self.apply_anew)
        self._end.triggered.connect(self.end)
        self.actions: list[QAction | None] = [
            self._by_column,
            self._views.menuAction(),
            self._again,
            self._end,
        ]

    def _connect(self) -> None:
        grid, head, strip, views = self._grid, self._grid.head, self.strip, self._views
        self._heads.chosen.connect(self.choose)
        self._heads.left.connect(self.left)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._show_menu)
        grid.filter_ended.connect(self.end)
        grid.table.modelReset.connect(self._take_columns)
        self._controller.changed.connect(self._follow)
        self._bar.filter_typed.connect(self._take_words)
        strip.again_asked.connect(self._again_and_leave)
        strip.save_asked.connect(self._save_and_leave)
        strip.end_asked.connect(self._end_and_leave)
        views.chosen.connect(self.choose)
        views.kept.connect(self._tell)

    # The filter

    def choose(self, wanted: TableFilter) -> None:
        """Filter by something else."""
        self.wanted = wanted
        self._bar.filter.setText(wanted.words)
        self._bar.filter_now()  # comes back as the words typed

    def end(self) -> None:
        """Show every row."""
        self.choose(TableFilter())

    def end_words(self) -> None:
        """What columns are filtered by stays."""
        self.choose(replace(self.wanted, words=""))

    def apply_anew(self) -> None:
        """Filter the rows as they are now."""
        keys = {column.key for column in self._grid.table.columns}
        gone = [column.key for column in self.wanted.columns if column.key not in keys]
        for key in gone:
            self.wanted = self.wanted.without(key)
        self._outdated.clear()
        self._grid.filter(self.wanted, self.values)
        self._tell()
        self.applied.emit()

    def _take_words(self, words: str) -> None:
        self.wanted = replace(self.wanted, words=words)
        self.apply_anew()

    # what was pressed in the strip may be gone then, and the keys would go to what stands beside it

    def _again_and_leave(self) -> None:
        self.apply_anew()
        self.left.emit()

    def _save_and_leave(self) -> None:
        self._views.save()
        self.left.emit()

    def _end_and_leave(self) -> None:
        self.end()
        self.left.emit()

    def _take_columns(self) -> None:
        if self.wanted:
            self.apply_anew()

    @property
    def values(self) -> TaskValues:
        """Reads the cells of the plan shown, as its columns, its units and the day are now."""
        controller, columns, today = self._controller, self._grid.table.columns, self._today()
        known = columns, controller.unit_reader, controller.year, today
        if self._values is None or known != self._known:
            self._known = known
            self._values = TaskValues(
                columns,
                controller.units,
                controller.unit_reader,
                self._reading.schedule,
                controller.year,
                today,
            )
        return self._values

    def _follow(self, change: Change) -> None:
        """Rows that no longer match stay; that the filter would treat them otherwise is told."""
        if not self.wanted:
            return
        for edit in change.edits:
            now = edit.after
            if isinstance(now, Row) and self._grid.shown.outdated(now, self.values):
                self._outdated.add(now.id)
            else:
                self._outdated.discard(edit.record.id)
        self._tell()

    # What is told

    def _tell(self) -> None:
        wanted = self.wanted
        self._heads.show(wanted)
        self._views.show_filter(wanted)
        self._again.setEnabled(bool(wanted))
        self._end.setEnabled(bool(wanted))
        if not wanted:
            self.strip.hide()
            return
        name = self._views.name_of(wanted)
        what = filter_words(wanted, self._heads.titles)
        left = self._grid.shown.tasks_left(self._grid.table.rows)
        count = f"{left}/{len(self._tasks())} nhiệm vụ"
        parts = [f"Đang lọc {count}"]  # what may be long stands last
        if self._outdated:
            parts.append(f"{len(self._outdated)} dòng vừa sửa còn chờ lọc lại")
        parts.append(f"{name} ({what})" if name else what)
        self.strip.tell(" · ".join(parts), outdated=bool(self._outdated), saved=bool(name))

    def _tasks(self) -> list[Task]:
        return [row for row in self._grid.table.rows if isinstance(row, Task)]

    # A column

    def _ask_current(self) -> None:
        if self._grid.currentIndex().isValid():
            self._heads.ask(self._grid.currentIndex().column())

    def _titles(self) -> list[tuple[str, str]]:
        return [(column.key, column.title) for column in self._grid.table.columns]

    def _offered(self, others: TableFilter, now: ColumnFilter) -> list[CountedValue]:
        left = filter(self.values.leaving(others), self._tasks())
        return self.values.counted(now.key, left, now.values)

    def _show_menu(self, point: QPoint) -> None:
        """The menu of the table's head."""
        place = self._grid.head.logicalIndexAt(point)
        if place < 0:
            return
        self._grid.stand_on(
            self._grid.nearest_shown(max(self._grid.currentIndex().row(), 0), place)
        )
        for old in self._menu.actions():
            self._menu.removeAction(old)
            if old.isSeparator():
                old.deleteLater()
        for action in (self._by_column, self._views.menuAction(), self._end):
            self._menu.addAction(action)
        self._menu.addSeparator()
        self._menu.addAction(self._columns.reset_widths)
        self._menu.popup(self._grid.head.mapToGlobal(point))
