"""Filtering the plan's table by words, columns, saved views: one filter, applied in one place."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal

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
        self._views, self._bar, self._today = views, bar, today
        self.wanted = TableFilter()
        self._outdated: set[str] = set()  # ids of tasks that changed since, and would not stay so
        self._known: tuple[object, ...] = ()  # what `_values` was made of
        self._values: TaskValues | None = None
        self._heads = ColumnFilters(
            grid, grid.art, self._titles, self._offered, NAMED_COLUMNS, "Bỏ lọc", tab
        )
        self.strip, by_column, end = self._heads.strip, self._heads.by_column, self._heads.end
        self._again = tab.action("Lọc lại", run=self.apply_anew)
        self.actions = [by_column, views.menuAction(), self._again, end]
        self._heads.menu.addActions([by_column, views.menuAction(), end])
        self._heads.menu.addSeparator()
        self._heads.menu.addAction(columns.reset_widths)
        self._connect()

    def _connect(self) -> None:
        grid, strip, views = self._grid, self.strip, self._views
        self._heads.chosen.connect(self.choose)
        self._heads.left.connect(self.left)
        grid.filter_ended.connect(self.end)
        grid.table.modelReset.connect(self._take_columns)
        self._controller.changed.connect(self._follow)
        self._bar.filter.typed.connect(self._take_words)
        strip.again_asked.connect(self._again_and_leave)
        strip.save_asked.connect(self._save_and_leave)
        views.chosen.connect(self.choose)
        views.kept.connect(self._tell)

    # The filter

    def choose(self, wanted: TableFilter) -> None:
        """Filter by something else."""
        self.wanted = wanted
        self._bar.filter.setText(wanted.words)
        self._bar.filter.tell_now()  # comes back as the words typed

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
        if not wanted:
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

    def _titles(self) -> list[tuple[str, str]]:
        return [(column.key, column.title) for column in self._grid.table.columns]

    def _offered(self, others: TableFilter, now: ColumnFilter) -> list[CountedValue]:
        left = filter(self.values.leaving(others), self._tasks())
        return self.values.counted(now.key, left, now.values)
