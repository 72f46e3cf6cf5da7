"""The commands about what was sent: frozen, looked at, an old one taken in from Word."""

from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.finding import Place
from cchc_desktop.domain.register import Attachment
from cchc_desktop.domain.report import SentReport
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.office.grid import SourceFile
from cchc_desktop.services.last_report import last_sent
from cchc_desktop.services.old_reports import likely_period
from cchc_desktop.services.sent_reports import export_sent
from ui.file_copies import FileCopies
from ui.file_places import documents_folder
from ui.project_controller import ProjectController
from ui.report.old_report_dialogs import MendDialog, OldReportDialog
from ui.report.opened import OpenReport
from ui.report.sent_dialogs import FreezeDialog, SentDialog
from ui.tasks import TaskRunner
from ui.widgets.tab import Tab

_YEARS_BACK = 5
_WORD = "Tệp Word (*.docx)"


class SentCommands(QObject):
    """Each of them is one step, undone as any other."""

    def __init__(
        self,
        controller: ProjectController,
        opened: OpenReport,
        runner: TaskRunner,
        today: Callable[[], date],
        tab: Tab,
    ) -> None:
        super().__init__(tab)
        self._controller, self._open, self._runner = controller, opened, runner
        self._today, self._tab = today, tab
        self._copies = FileCopies(controller, self)
        make = tab.action
        self.freeze = make("Chốt bản đã gửi…", "", "send", self._ask_to_freeze)
        self.look = make("Xem bản đã gửi", run=self._look)
        self.take_in = make("Nhận báo cáo cũ từ Word…", "", "inbox", self._ask_for_old)
        self.mend = make("Sửa báo cáo đã nhận…", "", "pencil", self._ask_to_mend)

    @property
    def actions(self) -> list[QAction | None]:
        """Their part of the menu Công cụ."""
        return [self.freeze, self.look, self.take_in, self.mend]

    def offer(self) -> None:
        """Offer what is possible now."""
        writable = self._controller.writable
        self.freeze.setEnabled(writable and self._open.report is not None)
        self.look.setEnabled(self._open.sent is not None)
        self.take_in.setEnabled(writable)
        self.mend.setEnabled(writable and self._taken_in is not None)

    # What was sent

    def _ask_to_freeze(self) -> None:
        if not self._controller.settle():
            return
        project, report = self._controller.project, self._open.report
        if project is not None and report is not None:
            window = self._tab.window()
            self._ask(FreezeDialog(project, report, self._today(), self._tab.theme, window))

    def _ask(self, dialog: SentDialog) -> None:
        dialog.accepted.connect(lambda: self._controller.apply(dialog.change))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _look(self) -> None:
        if self._open.sent is not None:
            self.show(Place(self._open.sent.id))

    def show(self, place: Place) -> bool:
        """The file that was sent; where none was kept, its words in a file of the same form. False
        for a place that is nothing sent.
        """
        project = self._controller.project
        if project is None or not project.holds(place.record_id):
            return False
        sent = project.record(place.record_id)
        if not isinstance(sent, SentReport):
            return False
        if sent.digest:
            self._copies.open(Attachment(sent.id, "", sent.file_name, sent.digest, 0))
        else:
            name = f"{sent.number}_{sent.symbol}.docx"
            said = sha256(sent.text.encode()).hexdigest()  # what was mended is another file
            self._copies.open_written(said, name, lambda target: export_sent(project, sent, target))
        return True

    # An old report

    def _ask_for_old(self) -> None:
        if not self._controller.settle():
            return
        name, _ = QFileDialog.getOpenFileName(
            self._tab, "Nhận báo cáo cũ", str(documents_folder()), _WORD
        )
        if name:
            self.read_old(Path(name))

    def read_old(self, file: Path) -> None:
        """Read an old report in the background, then ask which period it is of."""
        from cchc_desktop.office.reader import read_any_file  # it takes long to load

        project = self._controller.project
        if project is None:
            return
        periods, shown = self._periods(), self._open.period

        def read(_progress: object) -> tuple[SourceFile, ReportingPeriod]:
            source = read_any_file(file)
            return source, likely_period(source, periods, shown or periods[0])

        def ask(found: tuple[SourceFile, ReportingPeriod]) -> None:
            if self._controller.project is project:
                source, likely = found
                theme, window = self._tab.theme, self._tab.window()
                self._ask(OldReportDialog(project, file, source, periods, likely, theme, window))

        self._runner.run(f"Đang đọc {file.name}", read, ask, self._refuse, owner=self)

    @property
    def _taken_in(self) -> SentReport | None:
        """What was taken in for the period shown, else what its report starts from."""
        project, period = self._controller.project, self._open.period
        if project is None or period is None:
            return None
        sent = self._open.sent or last_sent(project, period)
        return sent if sent is not None and not sent.report_id else None

    def _ask_to_mend(self) -> None:
        if not self._controller.settle():
            return
        project, sent = self._controller.project, self._taken_in
        if project is not None and sent is not None:
            periods = [*self._periods(), *project.periods(sent.year)]
            periods = list({period.id: period for period in periods}.values())
            window = self._tab.window()
            self._ask(MendDialog(project, sent, periods, self._tab.theme, window))

    def _periods(self) -> list[ReportingPeriod]:
        """Of the year shown and those before it, the newest first."""
        project, year = self._controller.project, self._controller.year
        assert project is not None, "periods are asked for in an open file"
        years = range(year, year - _YEARS_BACK - 1, -1)
        return [period for each in years for period in reversed(project.periods(each))]

    def _refuse(self, refusal: CchcError) -> None:
        self._controller.refused.emit(str(refusal))
