"""Asks what a report was sent with; what the dialogs about sent reports have in common."""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QGridLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.change import Change
from cchc_desktop.domain.errors import CchcError, RefusedChange
from cchc_desktop.domain.issue_date import date_words, wanted_day
from cchc_desktop.domain.report import Report
from cchc_desktop.services.project import Project
from cchc_desktop.services.report_defaults import report_symbol_of
from cchc_desktop.services.sent_reports import freeze
from ui.file_places import documents_folder
from ui.messages import MessageBar
from ui.theme import Theme
from ui.widgets.controls import button, dialog_foot, label

_SENT_FILES = "Word, PDF (*.docx *.doc *.pdf)"


class SentDialog(QDialog):
    """Once it is accepted, `change` is what is to be written; what is refused is mended here."""

    def __init__(self, project: Project, title: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.project, self.theme = project, theme
        self.change = Change("", ())
        self.setWindowTitle(title)
        self.setMinimumWidth(theme.px(500))
        self.bar = MessageBar(theme)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*[theme.px(16)] * 4)
        self.column.setSpacing(theme.px(10))
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(theme.px(12))
        self.grid.setVerticalSpacing(theme.px(8))
        self.grid.setColumnStretch(1, 1)

    def add_field(self, name: str, field: QWidget, beside: QWidget | None = None) -> None:
        """A field behind its name, with what stands beside it."""
        row = self.grid.rowCount()
        field.setAccessibleName(name)
        self.grid.addWidget(label(name, "small"), row, 0)
        self.grid.addWidget(field, row, 1)
        if beside is not None:
            self.grid.addWidget(beside, row, 2)

    def build_foot(self, words: str) -> None:
        """What is refused, and the button of these words that accepts: the last that is built."""
        for line in self.findChildren(QLineEdit):
            line.setCursorPosition(0)  # of a long text its beginning
            line.textEdited.connect(self.bar.hide)
        self.column.addWidget(self.bar)
        take = button(self.theme, words, kind="primary")
        take.clicked.connect(self.accept)
        self.column.addLayout(dialog_foot(self.theme, self, take))

    def describe(self) -> Change:
        """What the fields ask for; CchcError where that cannot be."""
        raise NotImplementedError

    def accept(self) -> None:
        """Describe the change, or say why it cannot be."""
        try:
            self.change = self.describe()
        except CchcError as refusal:
            self.bar.show_problem(str(refusal))
            return
        super().accept()


class FreezeDialog(SentDialog):
    """Số, ngày, the file and the day of what was sent."""

    def __init__(
        self, project: Project, report: Report, today: date, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(project, "Chốt bản đã gửi", theme, parent)
        self._report = report
        self.file: Path | None = None
        words = (
            "Giữ lại báo cáo đúng như lúc gửi; sau này có sửa báo cáo thì bản đã gửi vẫn nguyên."
        )
        self.column.addWidget(label(words, wrap=True))
        self.number = QLineEdit(report.number)
        self.issued = QLineEdit(date_words(report.issued))
        self.issued.setPlaceholderText(f"14/9/{report.year}")
        self.sent_on = QLineEdit(date_words(today.isoformat()))
        self.file_field = QLineEdit()
        self.file_field.setReadOnly(True)
        self.file_field.setPlaceholderText("bản Word hoặc PDF đã gửi; có thể để trống")
        choose = button(theme, "Chọn tệp…")
        choose.clicked.connect(self._ask_for_file)
        self.add_field("Số", self.number, label(f"/{report_symbol_of(project, report)}", "small"))
        self.add_field("Ngày ký", self.issued)
        self.add_field("Ngày gửi", self.sent_on)
        self.add_field("Tệp đã gửi", self.file_field, choose)
        self.column.addLayout(self.grid)
        self.build_foot("Chốt")
        self.number.selectAll()
        self.number.setFocus()

    def choose(self, file: Path) -> None:
        """The file that was sent."""
        self.file = file
        self.file_field.setText(file.name)

    def _ask_for_file(self) -> None:
        folder = str(self.file.parent if self.file is not None else documents_folder())
        name, _ = QFileDialog.getOpenFileName(self, "Tệp đã gửi", folder, _SENT_FILES)
        if name:
            self.choose(Path(name))

    def describe(self) -> Change:
        year, number = self._report.year, typed_number(self.number)
        issued = wanted_day(self.issued.text(), year)
        sent_on = wanted_day(self.sent_on.text(), year)
        if not (number and issued and sent_on):
            missing = "Chưa ghi đủ số, ngày ký và ngày gửi"
            raise RefusedChange(f"{missing}; hãy ghi nốt, ngày ghi như 14/9/{year}.")
        day = date.fromisoformat(sent_on)
        return freeze(self.project, self._report, self.file, day, number, issued)


def typed_number(field: QLineEdit) -> str:
    """The số alone, also where the ký hiệu was typed with it."""
    return field.text().partition("/")[0].strip()
