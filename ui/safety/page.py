"""Backups and restoring, for the open file, another one, or one that is lost."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
)

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.services.backups import backups_of, is_whole
from cchc_desktop.storage.backup import Backup, folder_of
from ui.files import FileCommands
from ui.help.commands import open_folder
from ui.safety.file_chooser import FileChooser
from ui.safety.model import BackupModel
from ui.tasks import Progress, Task
from ui.widgets.controls import button, label, tool_row
from ui.widgets.cover import CoverPage


class BackupsPage(CoverPage):
    """Over the tabs or the first page. What a restore replaces is itself kept as a backup."""

    def __init__(self, files: FileCommands, path: Path | None = None) -> None:
        super().__init__()
        self._files, self._theme = files, files.theme
        self._controller, self._choices = files.controller, files.choices
        self._checking: Task | None = None
        self.setAccessibleName("Sao lưu và khôi phục")
        self.model = BackupModel(self._choices.value.second_backups, self)
        self.table = self._build_table()
        self.chooser = FileChooser(self._controller, self._choices, path)
        self.chooser.chosen.connect(self._show)
        self._hint = label("", "second", wrap=True)
        self._second = label("", "small", wrap=True)
        self._lay_out()
        self._show()
        self._show_second()
        self.setFocusProxy(self.table)
        self._controller.opened.connect(self.closed)
        self.closed.connect(self._stop_checking)

    def _build_table(self) -> QTableView:
        theme, table = self._theme, QTableView()
        table.setAccessibleName("Các bản sao lưu")
        table.setProperty("kind", "list")
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(theme.px(34))
        head = table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place, width in enumerate((150, 220, 90, 190)):
            table.setColumnWidth(place, theme.px(width))
        head.setSectionResizeMode(4, QHeaderView.ResizeMode.Stretch)
        table.selectionModel().currentChanged.connect(self._follow)
        self.model.dataChanged.connect(self._follow)
        table.doubleClicked.connect(self.restore)
        return table

    def _lay_out(self) -> None:
        theme = self._theme
        other = button(theme, "Tệp khác…", "folder-open")
        other.clicked.connect(self.chooser.ask)
        title, name = "Sao lưu và khôi phục", "Đóng trang sao lưu"
        head = self.build_head(theme, title, name, self.chooser, other)
        bar, row = tool_row(theme)
        self.restore_button = button(theme, "Khôi phục bản đang chọn", "history", kind="primary")
        self.restore_button.clicked.connect(self.restore)
        self.back_up_button = button(theme, "Sao lưu ngay", "save")
        self.back_up_button.clicked.connect(self.back_up)
        folder = button(theme, "Mở thư mục sao lưu", "folder-open")
        folder.clicked.connect(self._open_folder)
        for made in (self.restore_button, self.back_up_button, folder):
            row.addWidget(made)
        row.addStretch(1)
        choose = button(theme, "Chọn nơi thứ hai…", "plus")
        choose.clicked.connect(self._choose_second)
        self.no_second_button = button(theme, "Thôi dùng")
        self.no_second_button.clicked.connect(lambda: self.set_second(""))
        foot = QHBoxLayout()
        foot.setContentsMargins(*[theme.px(12), theme.px(8)] * 2)
        foot.addWidget(self._second, 1)
        foot.addWidget(choose)
        foot.addWidget(self.no_second_button)
        self._hint.setContentsMargins(*[theme.px(12), theme.px(8)] * 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(bar)
        column.addWidget(self._hint)
        column.addWidget(self.table, 1)
        column.addLayout(foot)

    # What is shown

    def _show(self) -> None:
        path, second = self.chooser.path, self._choices.value.second_backups
        made = backups_of(path, self._controller.paths, second) if path else []
        self._stop_checking()
        self.model.show_backups(made)
        if made:
            self.table.selectRow(0)
            self._hint.setText(
                "Chọn một bản rồi bấm Khôi phục. Tệp đang có được giữ lại thành một bản sao lưu, "
                "nên khôi phục nhầm vẫn quay lại được."
            )
            self._checking = self._files.runner.run(
                "Đang kiểm tra các bản sao lưu", _Check(made), self.model.settle, owner=self
            )
        else:
            self._hint.setText(
                "Tệp này chưa có bản sao lưu nào; nếu có bản ở nơi khác, hãy chọn “Tệp khác…” "
                "hoặc mở thẳng bản đó."
                if path
                else "Chưa có tệp nào có bản sao lưu trên máy này."
            )
        self._follow()

    def _stop_checking(self) -> None:
        if self._checking is not None:
            self._checking.cancel()
            self._checking = None

    def _follow(self) -> None:
        current = self.table.currentIndex()
        fit = current.isValid() and self.model.is_whole(current.row()) is not False
        self.restore_button.setEnabled(fit)
        project = self._controller.project
        own = project is not None and self.chooser.path == project.path.resolve()
        self.back_up_button.setEnabled(own)

    # What is done

    def restore(self) -> None:
        """Put the chosen backup in the place of the project, which then opens."""
        row, path = self.table.currentIndex().row(), self.chooser.path
        if path is not None and self.restore_button.isEnabled():
            self._files.opener.restore(self.model.backup(row), path)

    def back_up(self) -> None:
        """A backup of the open file, now."""
        project = self._controller.project
        assert project is not None
        try:
            project.back_up()
        except CchcError as refusal:
            self._files.messages.problem.emit(str(refusal), [])
            return
        self._files.messages.news.emit("Đã sao lưu và kiểm tra bản sao", None)
        self._show()

    def _open_folder(self) -> None:
        backups = self._controller.paths.backups
        open_folder(folder_of(self.chooser.path, backups) if self.chooser.path else backups)

    def _choose_second(self) -> None:
        name = QFileDialog.getExistingDirectory(self, "Nơi sao lưu thứ hai")
        if name:
            self.set_second(name)

    def set_second(self, folder: str) -> None:
        """Keep the daily backup in a further folder too, or no longer with ""."""
        self._choices.set(replace(self._choices.value, second_backups=folder))
        self._show_second()
        self._files.opener.copy_to_second_place()

    def _show_second(self) -> None:
        second = self._choices.value.second_backups
        self.no_second_button.setVisible(bool(second))
        self._second.setText(
            f"Bản hằng ngày được chép thêm vào: {second}"
            if second
            else "Nên chép thêm bản hằng ngày vào USB hay ổ mạng, phòng khi máy này hỏng."
        )


class _Check:
    """Reads each backup; runs in the background."""

    def __init__(self, backups: list[Backup]) -> None:
        self._backups = backups

    def __call__(self, progress: Progress) -> dict[Path, bool]:
        whole = {}
        for done, made in enumerate(self._backups):
            progress(done, len(self._backups))
            whole[made.path] = is_whole(made)
        return whole
