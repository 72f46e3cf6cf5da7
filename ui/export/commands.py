"""Opens the dialog Xuất for the plan on the screen, its timeline or a report of its year."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.kit import Kit

if TYPE_CHECKING:
    from cchc_desktop.domain.reporting_period import ReportingPeriod

_PLAN, _TIMELINE, _REPORT = 0, 1, 2


class ExportCommands(QObject):
    """Listens to the shared actions; what is being typed is written first."""

    def __init__(self, kit: Kit, window: QWidget) -> None:
        super().__init__(window)
        self._kit, self._window = kit, window
        shared = kit.shared
        shared.export_plan.triggered.connect(partial(self.open, _PLAN))
        shared.export_timeline.triggered.connect(partial(self.open, _TIMELINE))
        shared.export_report.triggered.connect(partial(self.open, _REPORT))

    def open(self, what: int) -> None:
        """The dialog, for the plan (0), its timeline (1) or a report (2)."""
        self._open(what, None)

    def open_report(self, period: "ReportingPeriod") -> None:
        """The dialog for the report of a period."""
        self._open(_REPORT, period)

    def _open(self, what: int, period: "ReportingPeriod | None") -> None:
        from ui.export.dialog import ExportDialog  # printing is loaded when it is wanted
        from ui.export.request import ExportRequest

        kit = self._kit
        kit.controller.settle()
        project, plan = kit.controller.project, kit.controller.plan
        if project is None or plan is None:
            return
        dialog = ExportDialog(
            ExportRequest(project.snapshot(), plan, kit.today(), what, period=period),
            kit.runner,
            kit.choices,
            kit.messages,
            kit.theme,
            self._window,
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
