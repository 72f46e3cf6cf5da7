"""The files that the page Hôm nay writes, in the background: calendar, letters, forms."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from cchc_desktop.documents.file_names import calendar_file_name, chase_file_name, free_name
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.domain.unit import Unit
from cchc_desktop.services import collecting
from cchc_desktop.services.asking import Asking
from cchc_desktop.services.chasing import chase_of, export_chase
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.deadlines import export_calendar
from ui.choices import Choices
from ui.file_places import documents_folder
from ui.messages import Messenger
from ui.project_controller import ProjectController
from ui.tasks import TaskRunner

_WORD, _CALENDAR = "Tệp Word (*.docx)", "Tệp lịch (*.ics)"


class TodayFiles(QObject):
    """Asks where to, writes, and tells where it went."""

    def __init__(
        self,
        controller: ProjectController,
        runner: TaskRunner,
        choices: Choices,
        messages: Messenger,
        today: Callable[[], date],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._controller, self._runner, self._choices = controller, runner, choices
        self._messages, self._today, self._window = messages, today, parent

    # The calendar

    def ask_for_calendar(self) -> None:
        """All deadlines of the year, in a file that the user names."""
        contents, plan = self._contents()
        name = calendar_file_name(plan, contents.agency(plan.year))
        if target := self._ask_for_file("Xuất lịch", name, _CALENDAR):
            self.write_calendar(target)

    def write_calendar(self, target: Path) -> None:
        """The same, to that file."""
        contents, plan = self._contents()
        self._run(
            f"Đang xuất {target.name}",
            lambda: [export_calendar(contents, plan, target, datetime.now().astimezone()).path],
        )

    # Letters

    def ask_for_letter(self, unit: Unit, period: ReportingPeriod) -> None:
        """A công văn đôn đốc to a unit, in a file that the user names."""
        contents, plan = self._contents()
        name = chase_file_name(unit, contents.agency(plan.year), self._today())
        if target := self._ask_for_file("Công văn đôn đốc", name, _WORD):
            self.write_letters([unit], period, target)

    def ask_for_letters(self, units: Sequence[Unit], period: ReportingPeriod) -> None:
        """A công văn đôn đốc to each of them, in a folder that the user chooses."""
        if folder := self._ask_for_folder("Thư mục để công văn đôn đốc"):
            self.write_letters(units, period, folder)

    def write_letters(self, units: Sequence[Unit], period: ReportingPeriod, target: Path) -> None:
        """The letters, to a file, or to a folder with names of their own."""
        contents, plan = self._contents()
        day = self._today()

        def write() -> list[Path]:
            asking = Asking(contents, plan, period)
            chases = [chase_of(asking, unit, day) for unit in units]
            return [export_chase(contents, plan, chase, target).path for chase in chases]

        self._run("Đang soạn công văn đôn đốc", write)

    # Forms

    def ask_for_forms(self, units: Sequence[Unit], period: ReportingPeriod) -> None:
        """The forms of these units, in a folder that the user chooses."""
        if folder := self._ask_for_folder("Thư mục để phiếu"):
            self.write_forms(units, period, folder)

    def write_forms(self, units: Sequence[Unit], period: ReportingPeriod, folder: Path) -> None:
        """The forms, to that folder; they are held to be sent then."""
        contents, plan = self._contents()
        day, wanted = self._today(), {unit.id for unit in units}

        def done(files: Sequence[collecting.FormFile]) -> None:
            sent = [file.unit for file in files]
            if self._controller.do(collecting.sent, period, sent, day):
                self._tell([file.path for file in files])

        self._runner.run(
            "Đang xuất phiếu",
            lambda _progress: collecting.export_forms(contents, plan, period, folder, day, wanted),
            done,
            stoppable=False,  # half of the forms would be there
        )

    # What all of them share

    def _contents(self) -> tuple[Contents, Plan]:
        """What is written from, as it is now, what is being typed taken in."""
        self._controller.settle()
        project, plan = self._controller.project, self._controller.plan
        assert project is not None, "the page has a plan"
        assert plan is not None, "the page has a plan"
        return project.snapshot(), plan

    def _run(self, title: str, write: Callable[[], list[Path]]) -> None:
        self._runner.run(title, lambda _progress: write(), self._tell, stoppable=False)

    def _tell(self, files: Sequence[Path]) -> None:
        folder = files[0].parent
        self._choices.set(replace(self._choices.value, export_folder=str(folder)))
        what = files[0].name if len(files) == 1 else f"{len(files)} tệp vào {folder.name}"
        show = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(folder)))
        self._messages.news.emit(f"Đã xuất {what}", ("Mở thư mục", show))

    @property
    def folder(self) -> Path:
        """Where the last files went, else the user's documents."""
        remembered = self._choices.value.export_folder
        known = bool(remembered) and Path(remembered).is_dir()
        return Path(remembered) if known else documents_folder()

    def _ask_for_file(self, title: str, name: str, kind: str) -> Path | None:
        proposed = str(free_name(self.folder, name))
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, proposed, kind)
        return Path(chosen) if chosen else None

    def _ask_for_folder(self, title: str) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(self._window, title, str(self.folder))
        return Path(chosen) if chosen else None
