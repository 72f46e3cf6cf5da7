"""The form check over the tabs: what was found, the right form beside it, and a mended copy."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QSplitter, QVBoxLayout

from cchc_desktop.domain.errors import CchcError, RefusedOutput
from cchc_desktop.domain.finding import Finding
from cchc_desktop.services.form_repair import Repaired, copy_name, repair_copy
from ui.file_places import documents_folder
from ui.form_check.detail import FindingDetail
from ui.help.commands import open_folder
from ui.messages import Messenger
from ui.tasks import TaskRunner
from ui.theme import Theme
from ui.widgets.cells import CellArt
from ui.widgets.controls import button, label
from ui.widgets.cover import CoverPage
from ui.widgets.empty import EmptyState
from ui.widgets.findings import FindingsPanel

_EMPTY = "Đúng thể thức Nghị định 30/2020/NĐ-CP: không có chỗ nào phải sửa."


class FormCheckPage(CoverPage):
    """The findings of one file; the file itself is never touched, only a copy of it."""

    def __init__(
        self,
        path: Path,
        findings: Sequence[Finding],
        theme: Theme,
        runner: TaskRunner,
        messages: Messenger,
    ) -> None:
        super().__init__()
        self.path = path
        self._theme, self._runner, self._messages = theme, runner, messages
        self.panel = FindingsPanel(theme, CellArt(theme), cures=_no_cures, empty=_EMPTY, one="lỗi")
        self.detail = FindingDetail(theme)
        self.panel.turned.connect(self.detail.show_finding)
        self.repair_button = button(theme, "", "check", kind="primary")
        self.repair_button.clicked.connect(lambda: self.repair())
        self._against = label("", "small")
        self._done = _Done(theme)
        self._lawful = EmptyState(theme)
        self._lawful.show_state(_EMPTY, (), writable=False)
        self._lay_out()
        self.setFocusProxy(self.panel.list)
        for key, step in (("F8", 1), ("Shift+F8", -1)):
            QShortcut(QKeySequence(key), self, partial(self.panel.go, step))
        self._show(findings)

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

    def _show(self, findings: Sequence[Finding]) -> None:
        self._against.setText(f"{self.path.name} · đối chiếu Nghị định 30/2020/NĐ-CP")
        places = sum(finding.mendable for finding in findings)
        self.repair_button.setVisible(places > 0)
        self.repair_button.setEnabled(True)
        self.repair_button.setText(f" Sửa giúp {places} chỗ")
        self.repair_button.setAccessibleName(f"Sửa giúp {places} chỗ trong một bản sao")
        self.panel.show_findings(findings)
        self._sides.setVisible(bool(findings))
        self._lawful.setVisible(not findings)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.panel.current is None:
            self.panel.go(1)

    def repair(self, target: Path | None = None) -> None:
        """Write a mended copy, by default beside the file, then show what is left in it."""
        self.repair_button.setEnabled(False)
        source = self.path
        self._runner.run(
            f"Đang sửa giúp {source.name}",
            lambda _progress: repair_copy(source, target),
            self._show_repaired,
            self._refuse,
            owner=self,
            stoppable=False,
        )

    def _show_repaired(self, done: Repaired) -> None:
        self.path = done.path
        self._done.show_done(done)
        self._show(done.left)

    def _refuse(self, refusal: CchcError) -> None:
        self.repair_button.setEnabled(True)
        elsewhere = [("Lưu vào nơi khác…", self._ask_where)]
        unwritten = isinstance(refusal, RefusedOutput)
        self._messages.problem.emit(str(refusal), elsewhere if unwritten else [])

    def _ask_where(self) -> None:
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


def _no_cures(finding: Finding) -> tuple[()]:
    """A finding alone has no button: what is safe is mended together."""
    return ()
