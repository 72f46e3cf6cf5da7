"""A plan from a Word or Excel file, or the forms that came back: read in the background, reviewed
over the tabs, then accepted into the open project, or a plan into a new one, in one step.
"""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from cchc_desktop.documents.file_names import project_file_name
from cchc_desktop.domain.agency import Agency
from cchc_desktop.domain.errors import CchcError, NoPlan, OwnDocument, RefusedInput
from cchc_desktop.intake.plan_intake import likely_year
from cchc_desktop.office.grid import SourceFile
from cchc_desktop.office.reader import read_office_file
from cchc_desktop.services.collecting import reminder_text
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.importing import accept_reading
from cchc_desktop.services.merging import Merge, ReturnedForm
from cchc_desktop.services.project import Project
from cchc_desktop.services.reading import Reading, read_plan
from cchc_desktop.services.returned_forms import is_form, merge_forms
from ui.file_places import PROJECTS, documents_folder
from ui.kit import Kit
from ui.messages import Act
from ui.opening import Opener
from ui.review.forms import FormReview
from ui.review.page import ReviewPage
from ui.review.panel import ReviewPanel
from ui.tasks import Progress, Task


class TakingIn(QObject):
    """One review at a time, for as long as its window lives. `review_wanted(ReviewPage)`: to be
    shown over the tabs; with None it is over. `check_asked(Path)`: a Word file that is no plan, or
    the project's own, is to be held against the decree.
    """

    review_wanted = Signal(object)
    check_asked = Signal(object)

    def __init__(self, kit: Kit, opener: Opener, window: QWidget) -> None:
        super().__init__(window)
        self._controller, self._runner, self._messages = kit.controller, kit.runner, kit.messages
        self._theme, self._today = kit.theme, kit.today
        self._opener, self._window = opener, window
        self._into: Project | None = None  # what was open when the file was read
        self._task: Task | None = None

    @property
    def is_reading(self) -> bool:
        """Whether a file is being read, so that a review is to come."""
        return self._task is not None and self._task.is_awaited

    def begin(self, files: Sequence[Path], *, own: bool = False) -> None:
        """Read the files; what they say is shown for review, or why it cannot be read. `own`: also
        what the open project was written to.
        """
        self._controller.settle()
        self._into = project = self._controller.project
        if project is not None and not self._controller.writable:
            self._messages.problem.emit(
                f"Tệp {project.path.name} đang mở để xem nên không nhập vào được; "
                "hãy mở lại để sửa.",
                [],
            )
            return
        contents = project.snapshot() if project is not None else None
        today = self._today()
        year = self._controller.year if project is not None else today.year
        read = partial(_read, files, contents, year, today, own)
        what = files[0].name if len(files) == 1 else f"{len(files)} tệp"
        refuse = partial(self._refuse, files[0])
        self._task = self._runner.run(f"Đang đọc {what}", read, self._show, refuse, owner=self)

    def _refuse(self, file: Path, refusal: CchcError) -> None:
        """A Word file that is no plan may have been dropped for its form."""
        check = partial(self.check_asked.emit, file)
        checked: Act = ("Kiểm tra thể thức", check)
        if isinstance(refusal, OwnDocument):
            anyway = partial(self.begin, [file], own=True)
            self._messages.notice.emit(str(refusal), [checked, ("Vẫn nhập", anyway)])
            return
        is_word = isinstance(refusal, NoPlan) and file.suffix.lower() == ".docx"
        self._messages.problem.emit(str(refusal), [checked] if is_word else [])

    def _show(self, read: Reading | Merge) -> None:
        self._controller.settle()  # in the page that goes
        page: ReviewPage[Reading] | ReviewPage[Merge]
        if isinstance(read, Merge):
            page = FormReview(read, self._theme)
            page.accepted.connect(self._accept_forms)
            page.reminder_asked.connect(partial(self._copy_reminder, read))
        else:
            page = ReviewPanel(read, self._theme)
            page.accepted.connect(self._accept_plan)
        page.cancelled.connect(partial(self.review_wanted.emit, None))
        self.review_wanted.emit(page)

    def _is_the_same_project(self) -> bool:
        same = self._controller.project is self._into
        if not same:
            self._messages.problem.emit(
                "Tệp dữ liệu đang mở không phải là tệp lúc đọc bản này; hãy huỷ rồi nhập lại.", []
            )
        return same

    def _accept_forms(self, merge: Merge) -> None:
        if self._is_the_same_project() and self._controller.apply(merge.accept()):
            self._controller.choose_year(merge.plan.year)
            self.review_wanted.emit(None)

    def _copy_reminder(self, merge: Merge, form: ReturnedForm) -> None:
        assert form.unit is not None, "a reminder is for somebody"
        today = self._today()
        words = reminder_text(merge.plan, merge.period, form.unit, form.file, today)
        QGuiApplication.clipboard().setText(words)
        self._messages.news.emit(f"Đã chép lời nhắc {form.unit.name}", None)

    def _accept_plan(self, reading: Reading) -> None:
        if not self._is_the_same_project():
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


def _read(
    files: Sequence[Path],
    contents: Contents | None,
    year: int,
    today: date,
    own: bool,
    report: Progress,
) -> Reading | Merge:
    """One file as the plan of the year that it names, else of the one given; units' forms, and
    several files, as what they say against the contents; None where no file is open. OwnDocument
    for a document that was made from the contents, unless `own` is wanted.
    """
    report(0, 2)
    if len(files) == 1:
        source = read_office_file(files[0])
        report(1, 2)
        if not own and contents is not None and _is_of(source, contents):
            raise OwnDocument(
                f"Tệp “{source.name}” được xuất từ chính tệp dữ liệu đang mở; hãy kiểm tra thể "
                "thức, hoặc bấm Vẫn nhập nếu cần đọc lại nội dung."
            )
        if not is_form(source):
            return read_plan(source, likely_year(source) or year, contents=contents)
    if contents is None:
        raise RefusedInput("Chưa mở tệp dữ liệu nào; hãy mở tệp có kế hoạch rồi nhận phiếu lại.")
    return merge_forms(contents, files, today)


def _is_of(source: SourceFile, contents: Contents) -> bool:
    return source.origin is not None and contents.holds(source.origin.record_id)
