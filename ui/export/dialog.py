"""The dialog Xuất: the form at the left, the pages as they will be at the right."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.services.exporting import Written
from ui.choices import Choices
from ui.export.form import ExportForm
from ui.export.preview import Page, PagePreview
from ui.export.request import ExportRequest
from ui.file_places import documents_folder
from ui.messages import MessageBar, Messenger
from ui.tasks import Task, TaskRunner
from ui.theme import Theme
from ui.widgets.controls import button, label, resize_on_screen

_PAUSE = 150  # milliseconds between a choice and the new pages


class ExportDialog(QDialog):
    """`written(Written)`: the file is there and the dialog closed."""

    written = Signal(object)

    def __init__(
        self,
        request: ExportRequest,
        runner: TaskRunner,
        choices: Choices,
        messages: Messenger,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._runner, self._choices, self._messages = runner, choices, messages
        self._theme = theme
        self._layout_task: Task | None = None
        self._shown: ExportRequest | None = None  # whose pages are shown
        self._writing = False
        self.setWindowTitle("Xuất")
        resize_on_screen(self, theme, 1040, 600)
        self.form = ExportForm(request, _first_folder(choices), theme)
        self.preview = PagePreview(theme)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self._lay_out)
        self._build()
        self.form.touched.connect(self._bar.hide)
        self.form.changed.connect(self._soon.start)
        self._soon.start()

    def _build(self) -> None:
        theme = self._theme
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        left = QWidget()
        left.setFixedWidth(theme.px(380))
        column = QVBoxLayout(left)
        column.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(14))
        column.setSpacing(theme.px(8))
        self._bar = MessageBar(theme)
        column.addWidget(self.form)
        column.addWidget(self._bar)
        column.addStretch(1)
        column.addLayout(self._build_foot())
        whole.addWidget(left)
        right = QVBoxLayout()
        self._count = label("Xem trước", "small")
        self._count.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(4))
        right.addWidget(self._count)
        right.addWidget(self.preview, 1)
        whole.addLayout(right, 1)

    def _build_foot(self) -> QHBoxLayout:
        theme, row = self._theme, QHBoxLayout()
        self.export_button = button(theme, "Xuất", "file-output", kind="primary")
        self.export_button.setDefault(True)
        self.export_button.clicked.connect(self.export)
        print_button = button(theme, "In…", "printer")
        print_button.clicked.connect(self.print_pages)
        close = button(theme, "Đóng", name="Đóng, không xuất")
        close.clicked.connect(self.reject)
        for each in (self.export_button, print_button, close):
            row.addWidget(each)
        row.addStretch(1)
        return row

    # Pages

    def _lay_out(self) -> None:
        if self._layout_task is not None:
            self._layout_task.cancel()
        request = self.form.request
        self._count.setText("Đang dựng trang xem trước…")
        self._layout_task = self._runner.run(
            "Đang dựng trang xem trước",
            lambda _progress: request.pages(),
            partial(self._show_pages, request),
            self._refuse,
        )

    def _show_pages(self, request: ExportRequest, pages: Sequence[Page]) -> None:
        self._shown = request
        self.preview.show_pages(pages)
        note = "" if request.suffix == ".pdf" else " · Word, Excel có thể ngắt trang khác"
        self._count.setText(f"Xem trước · {len(pages)} trang{note}")

    def done(self, result: int) -> None:
        """Closed, but not while the file is being written: its outcome must be told."""
        if self._writing:
            return
        self._soon.stop()
        if self._layout_task is not None:
            self._layout_task.cancel()
        super().done(result)

    # The file

    def export(self) -> None:
        """Write the file; what hinders it is said in the dialog."""
        request = self.form.request
        try:
            target = self.form.target()
        except CchcError as refusal:
            self._bar.show_problem(str(refusal))
            return
        self._set_writing(True)
        self._runner.run(
            f"Đang xuất {target.name}",
            lambda _progress: request.write(target),
            self._finish,
            self._refuse,
            stoppable=False,  # it is short, and its outcome must be told
        )

    def _set_writing(self, writing: bool) -> None:
        self._writing = writing
        self.form.setEnabled(not writing)
        self.export_button.setEnabled(not writing)

    def _finish(self, written: Written) -> None:
        self._set_writing(False)
        folder = str(written.path.parent)
        self._choices.set(replace(self._choices.value, export_folder=folder))
        kept = f"; bản cũ giữ ở {written.kept.name}" if written.kept else ""
        url = QUrl.fromLocalFile(folder)
        open_folder = ("Mở thư mục", lambda: QDesktopServices.openUrl(url))
        self._messages.news.emit(f"Đã xuất {written.path.name}{kept}", open_folder)
        self.accept()
        self.written.emit(written)

    def _refuse(self, error: CchcError) -> None:
        self._set_writing(False)
        self._bar.show_problem(f"Chưa xuất được. {error}")

    # Paper

    def print_pages(self) -> None:
        """The pages on paper, those that are shown where they are the ones wanted."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from ui.printing import print_pages

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec() != QDialog.DialogCode.Accepted:
            return
        request = self.form.request
        if request == self._shown:
            print_pages(self.preview.pages, printer)
            return
        self._runner.run(
            "Đang dựng trang để in",
            lambda _progress: request.pages(),
            lambda pages: print_pages(pages, printer),
            self._refuse,
        )


def _first_folder(choices: Choices) -> Path:
    """The folder of the last export; the user's own where there is none."""
    remembered = choices.value.export_folder
    return Path(remembered) if remembered and Path(remembered).is_dir() else documents_folder()
