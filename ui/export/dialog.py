"""The dialog Xuất: what, in which form, where to; the pages beside it as they will be."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.columns import SEVEN, SIX
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.plan import Plan
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.exporting import Written
from ui.choices import Choices
from ui.export.preview import Page, PagePreview
from ui.export.request import FORMATS, PLAN, TIMELINE, ExportRequest
from ui.file_places import documents_folder
from ui.messages import MessageBar, Messenger
from ui.tasks import Task, TaskRunner, Work
from ui.theme import Theme
from ui.widgets.controls import button, choice, label, resize_on_screen

T = TypeVar("T")
_PAUSE = 150  # milliseconds between a choice and the new pages
_LAYOUTS = (("Cột của kế hoạch", None), ("Mẫu 7 cột", SEVEN), ("Mẫu 6 cột", SIX))


class ExportDialog(QDialog):
    """`written(Written)`: the file is there and the dialog closed."""

    written = Signal(object)

    def __init__(
        self,
        contents: Contents,
        plan: Plan,
        what: int,
        runner: TaskRunner,
        choices: Choices,
        messages: Messenger,
        theme: Theme,
        parent: QWidget,
        today: date,
    ) -> None:
        super().__init__(parent)
        self._runner, self._choices, self._messages = runner, choices, messages
        self._theme = theme
        self._request = ExportRequest(contents, plan, today, what)
        self._task: Task | None = None
        self._own_name = False  # the name was typed, not proposed
        self.setWindowTitle("Xuất")
        resize_on_screen(self, theme, 1040, 600)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self._lay_out)
        self._build(what)
        self._show_what(what)

    # Building

    def _build(self, what: int) -> None:
        theme = self._theme
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        left = QWidget()
        left.setFixedWidth(theme.px(380))
        column = QVBoxLayout(left)
        column.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(14))
        column.setSpacing(theme.px(8))
        box, self._what = choice(theme, ("Kế hoạch", "Bảng tiến độ"), what)
        self._what.idClicked.connect(self._show_what)
        column.addWidget(box)
        column.addLayout(self._build_form())
        self._bar = MessageBar(theme)
        column.addWidget(self._bar)
        column.addStretch(1)
        column.addLayout(self._build_foot())
        whole.addWidget(left)
        right = QVBoxLayout()
        self._count = label("Xem trước", "small")
        self._count.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(4))
        self.preview = PagePreview(theme)
        right.addWidget(self._count)
        right.addWidget(self.preview, 1)
        whole.addLayout(right, 1)

    def _build_form(self) -> QGridLayout:
        theme, grid = self._theme, QGridLayout()
        grid.setVerticalSpacing(theme.px(8))
        grid.setColumnStretch(1, 1)
        self._format = QComboBox()
        self._format.activated.connect(self._choose)
        variants, self._variant = choice(theme, ("Bản giấy", "Bản điện tử"))
        self._variant.idClicked.connect(self._choose)
        self._layout = QComboBox()
        for words, columns in _LAYOUTS:
            self._layout.addItem(words, columns)
        self._layout.activated.connect(self._choose)
        self._folder, self._name = QLineEdit(), QLineEdit()
        self._name.textEdited.connect(self._type_name)
        self._folder.textEdited.connect(self._bar_away)
        browse = button(theme, "Chọn…", name="Chọn thư mục")
        browse.clicked.connect(self._browse)
        folder = QWidget()
        line = QHBoxLayout(folder)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._folder, 1)
        line.addWidget(browse)
        self._plan_only: list[QWidget] = [variants, self._layout]
        rows: tuple[tuple[str, QWidget], ...] = (
            ("Dạng tệp", self._format),
            ("Bản", variants),
            ("Bảng", self._layout),
            ("Thư mục", folder),
            ("Tên tệp", self._name),
        )
        for row, (name, field) in enumerate(rows):
            caption = label(name, "small")
            grid.addWidget(caption, row, 0)
            grid.addWidget(field, row, 1)
            field.setAccessibleName(name)
            if field in self._plan_only:
                self._plan_only.append(caption)
        self._folder.setAccessibleName("Thư mục")
        remembered = Path(self._choices.value.export_folder or ".")
        known = self._choices.value.export_folder and remembered.is_dir()
        self._folder.setText(str(remembered if known else documents_folder()))
        return grid

    def _build_foot(self) -> QHBoxLayout:
        theme, row = self._theme, QHBoxLayout()
        self._export = button(theme, "Xuất", "file-output", kind="primary")
        self._export.setDefault(True)
        self._export.clicked.connect(self.export)
        self._print = button(theme, "In…", "printer")
        self._print.clicked.connect(self.print_pages)
        close = button(theme, "Đóng", name="Đóng, không xuất")
        close.clicked.connect(self.reject)
        made: Sequence[QPushButton] = (self._export, self._print, close)
        for each in made:
            row.addWidget(each)
        row.addStretch(1)
        return row

    # Choices

    def _show_what(self, what: int) -> None:
        self._format.clear()
        for words, suffix in FORMATS[what]:
            self._format.addItem(words, suffix)
        for field in self._plan_only:
            field.setVisible(what == PLAN)
        self._own_name = False
        self._choose()

    def _choose(self) -> None:
        self._request = replace(
            self._request,
            what=TIMELINE if self._what.checkedId() == TIMELINE else PLAN,
            suffix=self._format.currentData(),
            electronic=self._variant.checkedId() == 1,
            columns=self._layout.currentData(),
        )
        if self._own_name:
            self._name.setText(Path(self._name.text()).stem + self._request.suffix)
        else:
            self._name.setText(self._request.proposed(self._target_folder).name)
        self._bar_away()
        self._soon.start()

    @property
    def _target_folder(self) -> Path:
        return Path(self._folder.text().strip() or ".")

    def _type_name(self) -> None:
        self._own_name = True
        self._bar_away()

    def _bar_away(self) -> None:
        self._bar.hide()

    def _browse(self) -> None:
        name = QFileDialog.getExistingDirectory(self, "Chọn thư mục", self._folder.text())
        if name:
            self._folder.setText(name)
            self._choose()

    # Pages

    def _lay_out(self) -> None:
        request = self._request
        self._count.setText("Đang dựng trang xem trước…")

        def show(pages: Sequence[Page]) -> None:
            self.preview.show_pages(pages)
            note = "" if request.suffix == ".pdf" else " · Word, Excel có thể ngắt trang khác"
            self._count.setText(f"Xem trước · {len(pages)} trang{note}")

        self._start("Dựng trang xem trước", lambda _progress: request.pages(), show)

    def _start(self, title: str, work: Work[T], done: Callable[[T], None]) -> None:
        """Work for the dialog; what was asked for before is not wanted any more."""
        if self._task is not None:
            self._task.cancel()
        self._task = self._runner.run(title, work, done, self._refuse)

    def done(self, result: int) -> None:
        """Closed in whichever way: nothing may come back to it."""
        self._soon.stop()
        if self._task is not None:
            self._task.cancel()
        super().done(result)

    # The file

    def export(self) -> None:
        """Write the file; what hinders it is said in the dialog."""
        folder, request = self._target_folder, self._request
        if not folder.is_dir():
            self._bar.show_problem(f"Không có thư mục {folder}; hãy chọn thư mục khác.")
            return
        name = self._name.text().strip() or request.proposed(folder).name
        if Path(name).name != name:
            self._bar.show_problem("Tên tệp không được có dấu / hay \\; hãy sửa lại tên.")
            return
        if not name.lower().endswith(request.suffix):
            name += request.suffix
        self._export.setEnabled(False)
        self._soon.stop()
        target = folder / name
        self._start(f"Xuất {name}", lambda _progress: request.write(target), self._finish)

    def _finish(self, written: Written) -> None:
        folder = str(written.path.parent)
        self._choices.set(replace(self._choices.value, export_folder=folder))
        kept = f"; bản cũ giữ ở {written.kept.name}" if written.kept else ""
        url = QUrl.fromLocalFile(folder)
        open_folder = ("Mở thư mục", lambda: QDesktopServices.openUrl(url))
        self._messages.news.emit(f"Đã xuất {written.path.name}{kept}", open_folder)
        self.accept()
        self.written.emit(written)

    def _refuse(self, error: CchcError) -> None:
        self._export.setEnabled(True)
        self._bar.show_problem(f"Chưa xuất được. {error}")

    def print_pages(self) -> None:
        """The pages on paper."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from ui.printing import print_pages

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec() == QDialog.DialogCode.Accepted:
            print_pages(self._request.pages(), printer)
