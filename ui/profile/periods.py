"""The reporting periods of the year that is shown, over the tabs."""

from datetime import date
from typing import Any

from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout

from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.services import recording
from ui.profile.list_view import ProfileListView
from ui.profile.lists import PERIODS, ListedRecord
from ui.profile.model import ProfileModel
from ui.project_controller import ProjectController
from ui.theme import Theme
from ui.widgets.controls import label
from ui.widgets.cover import CoverPage

_NEW_NAME = "Kỳ mới"


class PeriodModel(ProfileModel):
    """The usual four, as the office has them, and its own."""

    def stored(self) -> list[ListedRecord]:
        project = self._controller.project
        return list(project.periods(self._controller.year)) if project is not None else []

    def write(self, record: ListedRecord, field: str, value: Any) -> bool:
        assert isinstance(record, ReportingPeriod)
        return self._controller.do(recording.edit_period, record, **{field: value})


class PeriodListView(ProfileListView):
    """Their table."""

    def build_model(self) -> ProfileModel:
        return PeriodModel(self.controller, self.shown, self)

    def build_commands(self) -> list[QAction]:
        add = self.action("Thêm kỳ", "Ins", "plus", self.add)
        add.setEnabled(self.controller.writable)
        self._remove = self.needs_row("Xoá kỳ", "Ctrl+-", "trash-2", self.remove)
        self._reset = self.needs_row("Về mặc định", "", "undo-2", self.reset)
        return [add, self._remove, self._reset]

    @property
    def current(self) -> ReportingPeriod:
        """The period of the current row."""
        period = self.model.record(self.table.currentIndex().row())
        assert isinstance(period, ReportingPeriod)
        return period

    def follow(self) -> None:
        super().follow()
        if self._remove.isEnabled():
            usual, project = recording.is_usual(self.current), self.controller.project
            self._remove.setEnabled(not usual)
            self._reset.setEnabled(usual and project is not None and project.holds(self.current.id))

    def add(self) -> None:
        before = {self.model.record(row).id for row in range(self.model.rowCount())}
        year = self.controller.year
        first, last = date(year, 1, 1), date(year, 12, 31)
        if self.controller.do(recording.add_period, year, _NEW_NAME, first, last):
            rows = map(self.model.record, range(self.model.rowCount()))
            self.go_to(next(r.id for r in rows if r.id not in before), edit=True)

    def remove(self) -> None:
        row = self.table.currentIndex().row()
        if self.controller.do(recording.remove_period, self.current):
            self.table.setCurrentIndex(self.model.index(min(row, self.model.rowCount() - 1), 0))

    def reset(self) -> None:
        """The current one of the usual four as it was before anybody changed it."""
        self.controller.do(recording.reset_period, self.current)


class PeriodsPage(CoverPage):
    """Follows the year that is shown; another file closes it."""

    def __init__(self, controller: ProjectController, theme: Theme) -> None:
        super().__init__()
        self._controller = controller
        self.setAccessibleName("Kỳ báo cáo")
        self.view = PeriodListView(controller, theme, PERIODS)
        self._year = label("", "second")
        head = self.build_head(theme, "Kỳ báo cáo", "Đóng trang kỳ báo cáo", self._year)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view.table)
        controller.settling.connect(self.commit)
        controller.plan_chosen.connect(self._show_year)
        controller.opened.connect(self.closed)
        self._show_year()

    def _show_year(self) -> None:
        self._year.setText(f"năm {self._controller.year}")
        self.view.model.reload()
        self.view.table.setCurrentIndex(self.view.model.index(0, 0))

    def commit(self) -> None:
        """Write what is being typed in a cell."""
        QGuiApplication.inputMethod().commit()  # letters that are still being composed
        self.view.commit()
