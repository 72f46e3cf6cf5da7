"""The menu Bộ lọc: filters that are ready, those that the user named, and what becomes of them."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from cchc_desktop.domain.table_filter import SavedView, TableFilter
from cchc_desktop.domain.task_values import READY_VIEWS
from ui.choices import Choices
from ui.plan.table_model import PlanTableModel
from ui.widgets.questions import ask_text


class ViewMenu(QMenu):
    """Filled anew each time it opens. `chosen(TableFilter)`; `kept`: a view was named, or went."""

    chosen = Signal(object)
    kept = Signal()

    def __init__(self, choices: Choices, model: PlanTableModel, parent: QWidget) -> None:
        super().__init__("Bộ lọc", parent)
        self._choices, self._model = choices, model
        self._now = TableFilter()
        self._forget = QMenu("Xoá bộ lọc đã lưu", self)
        self.aboutToShow.connect(self._fill)

    def show_filter(self, now: TableFilter) -> None:
        """What the table is filtered by."""
        self._now = now

    def name_of(self, wanted: TableFilter) -> str:
        """The name that a filter has, or ""."""
        views = (*READY_VIEWS, *self._choices.value.views)
        return next((view.name for view in views if view.filter == wanted), "")

    def save(self) -> None:
        """Ask for the name of the present filter, and keep it."""
        parent = self.parentWidget()
        assert parent is not None
        name = ask_text("Lưu bộ lọc", "Tên của bộ lọc", parent)
        if name is not None and name.strip():
            view = SavedView(name.strip(), self._now)
            self._choices.set(self._choices.value.with_view(view))
            self.kept.emit()

    def _fill(self) -> None:
        for menu in (self, self._forget):
            for old in menu.actions():
                menu.removeAction(old)
                if old is not self._forget.menuAction():
                    old.deleteLater()
        saved = self._choices.value.views
        for view in READY_VIEWS:
            self._offer(view)
        self.addSeparator()
        for view in saved:
            self._offer(view)
            gone = QAction(view.name.replace("&", "&&"), self._forget)
            gone.triggered.connect(partial(self._drop, view.name))
            self._forget.addAction(gone)
        self.addSeparator()
        save = QAction("Lưu bộ lọc đang dùng…", self)
        save.setEnabled(bool(self._now))
        save.triggered.connect(self.save)
        self.addAction(save)
        self.addMenu(self._forget)
        self._forget.setEnabled(bool(saved))
        self.addSeparator()
        end = QAction("Bỏ lọc", self)
        end.setEnabled(bool(self._now))
        end.triggered.connect(partial(self.chosen.emit, TableFilter()))
        self.addAction(end)

    def _offer(self, view: SavedView) -> None:
        keys = {column.key for column in self._model.columns}
        action = QAction(view.name.replace("&", "&&"), self)
        action.setCheckable(True)
        action.setChecked(view.filter == self._now)
        action.setEnabled(all(column.key in keys for column in view.filter.columns))
        action.triggered.connect(partial(self.chosen.emit, view.filter))
        self.addAction(action)

    def _drop(self, name: str) -> None:
        self._choices.set(self._choices.value.without_view(name))
        self.kept.emit()
