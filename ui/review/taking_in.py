"""A plan from a Word or Excel file: read in the background, reviewed over the tabs, then accepted
into the open project, or into a new one, in one step.
"""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from cchc_desktop.documents.file_names import project_file_name
from cchc_desktop.domain.agency import Agency
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.intake.plan_intake import likely_year
from cchc_desktop.office.reader import read_office_file
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.importing import accept_reading
from cchc_desktop.services.project import Project
from cchc_desktop.services.reading import Reading, read_plan
from ui.file_places import PROJECTS, documents_folder
from ui.messages import Messenger
from ui.opening import Opener
from ui.project_controller import ProjectController
from ui.review.panel import ReviewPanel
from ui.tasks import Progress, Task, TaskRunner
from ui.theme import Theme


class TakingIn(QObject):
    """One file at a time, for as long as its window lives. `review_wanted(ReviewPanel)`: to be
    shown over the tabs; with None it is over.
    """

    review_wanted = Signal(object)

    def __init__(
        self,
        controller: ProjectController,
        runner: TaskRunner,
        opener: Opener,
        messages: Messenger,
        theme: Theme,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._controller, self._runner = controller, runner
        self._opener, self._messages, self._theme = opener, messages, theme
        self._window = window
        self._into: Project | None = None  # what was open when the file was read
        self._task: Task | None = None

    @property
    def is_reading(self) -> bool:
        """Whether a file is being read, so that a review is to come."""
        return self._task is not None and self._task.is_awaited

    def begin(self, path: Path) -> None:
        """Read the file; what it says is shown for review, or why it cannot be read."""
        self._controller.settle()
        self._into = project = self._controller.project
        if project is not None and not self._controller.writable:
            self._messages.problem.emit(
                f"Tệp {project.path.name} đang mở để xem nên không nhập vào được; "
                "hãy mở lại để sửa.",
                [],
            )
            return
        contents = project.snapshot() if project is not None else Contents({})
        year = self._controller.year if project is not None else date.today().year
        read = partial(_read, path, contents, year)
        self._task = self._runner.run(f"Đang đọc {path.name}", read, self._show, owner=self)

    def _show(self, reading: Reading) -> None:
        self._controller.settle()  # in the page that goes
        panel = ReviewPanel(reading, self._theme)
        panel.accepted.connect(self._accept)
        panel.cancelled.connect(partial(self.review_wanted.emit, None))
        self.review_wanted.emit(panel)

    def _accept(self, reading: Reading) -> None:
        if self._controller.project is not self._into:
            self._messages.problem.emit(
                "Tệp dữ liệu đang mở không phải là tệp lúc đọc bản này; hãy huỷ rồi nhập lại.", []
            )
            return
        if self._into is None:
            path = self._asked_for_place(reading)
            if path is None or not self._created(path, reading.plan.year):
                return
        if self._controller.do(accept_reading, reading):
            self._controller.choose_year(reading.plan.year)
            self.review_wanted.emit(None)

    def _asked_for_place(self, reading: Reading) -> Path | None:
        """Where a new project is to be kept."""
        records = (item.edit.after for item in reading.proposal.items)
        agency = next((record.name for record in records if isinstance(record, Agency)), "")
        folder = documents_folder()
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            "Lưu kế hoạch vào tệp dữ liệu mới",
            str(folder / project_file_name(folder, agency)),
            PROJECTS,
            options=QFileDialog.Option.DontConfirmOverwrite,  # a name that is taken is refused
        )
        if not name:
            return None
        return Path(name) if name.lower().endswith(".cchc") else Path(f"{name}.cchc")

    def _created(self, path: Path, year: int) -> bool:
        try:
            project = Project.create(path, self._controller.paths)
        except CchcError as refusal:
            self._messages.problem.emit(str(refusal), [])
            return False
        self._into = project
        self._controller.show(project, year)
        self._opener.remember()
        return True


def _read(path: Path, contents: Contents, year: int, report: Progress) -> Reading:
    """The file as the plan of the year that it names, else of the one given."""
    report(0, 2)
    source = read_office_file(path)
    report(1, 2)
    return read_plan(source, likely_year(source) or year, contents=contents)
