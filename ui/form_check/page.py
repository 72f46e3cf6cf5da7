"""The form check over the tabs: what was found, the right form beside it, a mended copy, and of
documents of the open project the way to each place.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QSplitter, QVBoxLayout

from cchc_desktop.domain.errors import CchcError, RefusedOutput
from cchc_desktop.domain.finding import Finding
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.report import Report
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.form_checking import FormCheck, check_form
from cchc_desktop.services.form_repair import Repaired, copy_name, repair_copy
from cchc_desktop.services.reporting import period_of
from ui.file_places import documents_folder
from ui.form_check.detail import FindingDetail
from ui.help.commands import open_folder
from ui.messages import Messenger
from ui.project_controller import ProjectController
from ui.tasks import TaskRunner
from ui.theme import Theme
from ui.widgets.cells import CellArt
from ui.widgets.controls import button, label
from ui.widgets.cover import CoverPage
from ui.widgets.empty import EmptyState
from ui.widgets.findings import FindingsPanel

_DECREE = "đối chiếu Nghị định 30/2020/NĐ-CP"
_EMPTY = "Đúng thể thức Nghị định 30/2020/NĐ-CP: không có chỗ nào phải sửa."


class FormCheckPage(CoverPage):
    """The findings of one file, which is never touched, only a copy of it; without a `path` those
    of a plan or a report as it would be written. `place_chosen(Finding)`: show its place.
    """

    place_chosen = Signal(object)

    def __init__(
        self,
        path: Path | None,
        check: FormCheck,
        controller: ProjectController,
        theme: Theme,
        runner: TaskRunner,
        messages: Messenger,
    ) -> None:
        super().__init__()
        self.path, self.check, self._controller = path, check, controller
        self._theme, self._runner, self._messages = theme, runner, messages
        self.panel = FindingsPanel(CellArt(theme), cures=_no_cures, empty=_EMPTY, one="lỗi")
        self.panel.list.activated.connect(self.jump)  # Enter, or a double click
        self.detail = FindingDetail(theme)
        self.detail.jump_button.clicked.connect(self.jump)
        self.panel.turned.connect(self._show_detail)
        self.repair_button = button(theme, "", "check", kind="primary")
        self.repair_button.clicked.connect(lambda: self.repair())
        self._against = label("", "small", wrap=True)
        self._done = _Done(theme)
        self._lawful = EmptyState(theme)
        self._lawful.show_state(_EMPTY, (), writable=False)
        self._lay_out()
        self.setFocusProxy(self.panel.list)
        for key, step in (("F8", 1), ("Shift+F8", -1)):
            QShortcut(QKeySequence(key), self, partial(self.panel.go, step))
        self._show(check)

    def _lay_out(self) -> None:
        title, close = "Kiểm tra thể thức", "Đóng trang kiểm tra"
        head = self.build_head(self._theme, title, close, self._against, self.repair_button)
        line = QFrame()
        line.setProperty("kind", "line")
        sides = QSplitter()
        sides.setChildrenCollapsible(False)
        sides.addWidget(self.panel)
        sides.addWidget(self.detail)
        sides.setSizes([self._theme.px(520), self._theme.px(846)])
        self._sides = sides
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._done)
        column.addWidget(line)
        column.addWidget(sides, 1)
        column.addWidget(self._lawful, 1)

    def _show(self, check: FormCheck) -> None:
        self.check, findings = check, check.findings
        self._against.setText(self._about())
        places = sum(finding.mendable for finding in findings)
        self.repair_button.setVisible(places > 0)
        self.repair_button.setEnabled(True)
        self.repair_button.setText(f" Sửa giúp {places} chỗ")
        self.repair_button.setAccessibleName(f"Sửa giúp {places} chỗ trong một bản sao")
        self.panel.show_findings(findings)
        self._sides.setVisible(bool(findings))
        self._lawful.setVisible(not findings)

    def _about(self) -> str:
        """What was checked."""
        project, record = self._controller.project, self.check.of
        words = [self.path.name] if self.path is not None else []
        if record is not None and project is not None:
            words.append(f"{document_words(record, project)} trong tệp đang mở")
        elif self.check.foreign:
            words.append("xuất từ một tệp CCHC khác, mở tệp ấy thì đến được từng chỗ")
        return " · ".join((*words, _DECREE))

    def _show_detail(self, finding: Finding | None) -> None:
        self.detail.show_finding(finding, self.check, in_file=self.path is not None)

    def jump(self) -> None:
        """To the place of the current finding, where it is in the project."""
        finding = self.panel.current
        if finding is not None and finding.at is not None:
            self.place_chosen.emit(finding)

    def show_rule(self, rule: str) -> None:
        """Begin with the finding of a rule, where there is one."""
        rows = self.panel.model.finding_rows()
        row = next((row for row in rows if self.panel.model.items[row].rule == rule), None)
        if row is not None:
            self.panel.list.setCurrentIndex(self.panel.model.index(row))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.panel.current is None:
            self.panel.go(1)

    def repair(self, target: Path | None = None) -> None:
        """Write a mended copy, by default beside the file, then show what is left in it."""
        source, project = self.path, self._controller.project
        assert source is not None, "what is not in a file is not mended in a copy"
        self.repair_button.setEnabled(False)
        contents = project.snapshot() if project is not None else None

        def mend(_progress: object) -> tuple[Repaired, FormCheck]:
            done = repair_copy(source, target)
            return done, check_form(done.path, contents)

        self._runner.run(
            f"Đang sửa giúp {source.name}",
            mend,
            self._show_repaired,
            self._refuse,
            owner=self,
            stoppable=False,
        )

    def _show_repaired(self, mended: tuple[Repaired, FormCheck]) -> None:
        done, check = mended
        self.path = done.path
        self._done.show_done(done)
        self._show(check)

    def _refuse(self, refusal: CchcError) -> None:
        self.repair_button.setEnabled(True)
        elsewhere = [("Lưu vào nơi khác…", self._ask_where)]
        unwritten = isinstance(refusal, RefusedOutput)
        self._messages.problem.emit(str(refusal), elsewhere if unwritten else [])

    def _ask_where(self) -> None:
        assert self.path is not None, "only a copy of a file is asked for"
        proposed = copy_name(documents_folder() / self.path.name)
        name, _ = QFileDialog.getSaveFileName(
            self,
            "Lưu bản đã sửa",
            str(proposed),
            "Tệp Word (*.docx)",
            options=QFileDialog.Option.DontConfirmOverwrite,  # a name that is taken is refused
        )
        if name:
            self.repair(Path(name if name.lower().endswith(".docx") else f"{name}.docx"))


class _Done(QFrame):
    """Where the copy is and what was done in it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._path = Path()
        self._theme = theme
        icon = QLabel()
        icon.setPixmap(theme.pixmap("check", "grn", 16, self.devicePixelRatioF()))
        self.words = label("", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(*[theme.px(12), theme.px(4)] * 2)
        row.setSpacing(theme.px(8))
        row.addWidget(icon)
        row.addWidget(self.words, 1)
        for text, icon_name, act in (
            ("Mở bản đã sửa", "book-open-text", self._open),
            ("Mở thư mục", "folder-open", self._open_folder),
        ):
            made = button(theme, text, icon_name)
            made.clicked.connect(act)
            row.addWidget(made)
        self.hide()

    def show_done(self, done: Repaired) -> None:
        """Say it."""
        self._path = done.path
        left = len(done.left)
        rest = f"còn {left} lỗi người soạn tự sửa" if left else "không còn chỗ nào phải sửa"
        self.words.setText(
            f"Đã sửa {done.places} chỗ trong bản sao {done.path.name}; {rest}. Tệp gốc giữ nguyên."
        )
        self.show()

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path)))

    def _open_folder(self) -> None:
        open_folder(self._path.parent)


def document_words(record: Plan | Report, contents: Contents) -> str:
    """ "Kế hoạch năm 2027", "Báo cáo quý III năm 2027": a document of the project in few words."""
    if isinstance(record, Plan):
        return f"Kế hoạch năm {record.year}"
    return f"Báo cáo {period_of(contents, record).full_words}"


def _no_cures(finding: Finding) -> tuple[()]:
    """A finding alone has no button: what is safe is mended together."""
    return ()
