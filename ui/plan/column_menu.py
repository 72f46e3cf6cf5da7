"""The menu Cột: which columns are shown here, and which columns the plan has."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from cchc_desktop.domain.columns import SEVEN, SIX
from cchc_desktop.domain.plan import Columns
from cchc_desktop.services import table_editing
from ui.plan.grid import PlanGrid
from ui.project_controller import ProjectController
from ui.widgets.questions import ask_text

_HIDDEN_AT = {150: {"deliverable", "coordinating"}, 175: {"goal", "deliverable", "coordinating"}}


class ColumnMenu(QMenu):
    """Filled anew each time it opens. `renamed(words)`: its button says something else now."""

    renamed = Signal(str)

    def __init__(self, controller: ProjectController, grid: PlanGrid) -> None:
        super().__init__("Cột")
        self._controller, self._grid = controller, grid
        self._hidden = set(_HIDDEN_AT.get(grid.art.theme.scale, ()))  # keys, for the look only
        self.reset_widths = QAction("Về bề rộng mặc định", self)
        self.reset_widths.triggered.connect(grid.reset_widths)
        self.aboutToShow.connect(self._fill)
        grid.table.modelReset.connect(self.apply)
        self.apply()

    @property
    def words(self) -> str:
        """The button's words: what is hidden is said."""
        count = sum(column.key in self._hidden for column in self._grid.table.columns)
        return f"{count} cột ẩn" if count else "Cột"

    def apply(self) -> None:
        """Hide what is not to be shown."""
        for place, column in enumerate(self._grid.table.columns):
            self._grid.setColumnHidden(place, column.key in self._hidden)
        self._grid.fit_columns()
        self.renamed.emit(self.words)

    def _fill(self) -> None:
        for old in self.actions():
            self.removeAction(old)
            if old is not self.reset_widths:
                old.deleteLater()
        self.addSection("Hiện trên màn hình")
        for column in self._grid.table.columns:
            shown = QAction(column.title, self)
            shown.setCheckable(True)
            shown.setChecked(column.key not in self._hidden)
            shown.setEnabled(column.key != "task")
            shown.triggered.connect(partial(self._toggle, column.key))
            self.addAction(shown)
        self.addSeparator()
        self.addAction(self.reset_widths)
        self.addSection("Cột của bảng khi in")
        writable = self._controller.writable and self._controller.plan is not None
        for words, run in (
            ("Mẫu 7 cột", self._use_seven),
            ("Mẫu 6 cột", self._use_six),
            ("Đổi tên cột đang chọn…", self._rename),
            ("Thêm cột riêng…", self._add_own),
            ("Bỏ cột đang chọn khỏi bảng", self._drop),
        ):
            action = QAction(words, self)
            action.setEnabled(writable)
            action.triggered.connect(run)
            self.addAction(action)

    def _toggle(self, key: str) -> None:
        self._hidden ^= {key}
        self.apply()

    def _use_seven(self) -> None:
        self._set(SEVEN)

    def _use_six(self) -> None:
        self._set(SIX)

    def _columns(self) -> Columns:
        plan = self._controller.plan
        return (plan.columns or SEVEN) if plan else ()

    def _set(self, columns: Columns, *, drop_texts: bool = False) -> None:
        plan = self._controller.plan
        if plan is not None:
            self._controller.do(table_editing.set_columns, plan, columns, drop_texts=drop_texts)

    def _current_key(self) -> str:
        index = self._grid.currentIndex()
        return self._grid.table.columns[index.column()].key if index.isValid() else ""

    def _rename(self) -> None:
        key = self._current_key()
        old = dict(self._columns()).get(key)
        if old is None:
            return
        title = ask_text("Đổi tên cột", "Tên cột", self._grid, old)
        if title is not None:
            self._set(tuple((k, title if k == key else t) for k, t in self._columns()))

    def _add_own(self) -> None:
        plan = self._controller.plan
        title = ask_text("Thêm cột riêng", "Tên cột", self._grid)
        if title is not None and plan is not None:
            new = table_editing.own_column(plan, title)
            self._set((*self._columns(), (new.key, title)))

    def _drop(self) -> None:
        key = self._current_key()  # its texts stay with the tasks, and the step can be undone
        self._set(tuple((k, t) for k, t in self._columns() if k != key), drop_texts=True)
