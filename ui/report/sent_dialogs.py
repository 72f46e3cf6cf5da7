"""Asks what a report was sent with, and which period an old report from Word was of."""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.change import Change
from cchc_desktop.domain.errors import CchcError, RefusedChange
from cchc_desktop.domain.issue_date import date_words, wanted_day
from cchc_desktop.domain.proposal import Proposal
from cchc_desktop.domain.report import Report, SentReport
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.office.grid import SourceFile
from cchc_desktop.services.project import Project
from cchc_desktop.services.report_defaults import report_symbol_of
from cchc_desktop.services.sent_reports import (
    freeze,
    keep_old_report,
    sent_of,
    sent_words,
    take_in_report,
)
from ui.file_places import documents_folder
from ui.messages import MessageBar
from ui.theme import Theme
from ui.widgets.combo import Combo
from ui.widgets.controls import button, label

_SENT_FILES = "Word, PDF (*.docx *.doc *.pdf)"
_MOST_DOUBTS = 6  # told one by one


class _SentDialog(QDialog):
    """Once it is accepted, `change` is what is to be written; what is refused is mended here."""

    def __init__(self, project: Project, title: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._project, self._theme = project, theme
        self.change = Change("", ())
        self.setWindowTitle(title)
        self.setMinimumWidth(theme.px(500))
        self.bar = MessageBar(theme)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*[theme.px(16)] * 4)
        self._column.setSpacing(theme.px(10))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(8))
        self._grid.setColumnStretch(1, 1)

    def _add_field(self, name: str, field: QWidget, beside: QWidget | None = None) -> None:
        row = self._grid.rowCount()
        field.setAccessibleName(name)
        self._grid.addWidget(label(name, "small"), row, 0)
        self._grid.addWidget(field, row, 1)
        if beside is not None:
            self._grid.addWidget(beside, row, 2)

    def _build_foot(self, words: str) -> None:
        self._column.addWidget(self.bar)
        row = QHBoxLayout()
        row.addStretch(1)
        take = button(self._theme, words, kind="primary")
        take.setDefault(True)
        take.clicked.connect(self.accept)
        cancel = button(self._theme, "Huỷ")
        cancel.clicked.connect(self.reject)
        row.addWidget(take)
        row.addWidget(cancel)
        self._column.addLayout(row)

    def _describe(self) -> Change:
        raise NotImplementedError

    def accept(self) -> None:
        """Describe the change, or say why it cannot be."""
        try:
            self.change = self._describe()
        except CchcError as refusal:
            self.bar.show_problem(str(refusal))
            return
        super().accept()


class FreezeDialog(_SentDialog):
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
        self._column.addWidget(label(words, wrap=True))
        self.number = QLineEdit(report.number)
        self.issued = QLineEdit(date_words(report.issued))
        self.issued.setPlaceholderText(f"14/9/{report.year}")
        self.sent_on = QLineEdit(date_words(today.isoformat()))
        self.file_field = QLineEdit()
        self.file_field.setReadOnly(True)
        self.file_field.setPlaceholderText("bản Word hoặc PDF đã gửi; có thể để trống")
        choose = button(theme, "Chọn tệp…")
        choose.clicked.connect(self._ask_for_file)
        self._add_field("Số", self.number, label(f"/{report_symbol_of(project, report)}", "small"))
        self._add_field("Ngày ký", self.issued)
        self._add_field("Ngày gửi", self.sent_on)
        self._add_field("Tệp đã gửi", self.file_field, choose)
        for field in (self.number, self.issued, self.sent_on):
            field.textEdited.connect(self.bar.hide)
        self._column.addLayout(self._grid)
        self._build_foot("Chốt")
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

    def _describe(self) -> Change:
        year, number = self._report.year, _number(self.number)
        issued = wanted_day(self.issued.text(), year)
        sent_on = wanted_day(self.sent_on.text(), year)
        if not (number and issued and sent_on):
            raise RefusedChange(f"Chưa ghi đủ số, ngày ký và ngày gửi; hãy ghi như 14/9/{year}.")
        day = date.fromisoformat(sent_on)
        return freeze(self._project, self._report, self.file, day, number, issued)


class OldReportDialog(_SentDialog):
    """What was read from an old report, and the period that it is taken in for."""

    def __init__(
        self,
        project: Project,
        file: Path,
        source: SourceFile,
        periods: list[ReportingPeriod],
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(project, "Nhận báo cáo cũ", theme, parent)
        self._file, self._source, self._periods = file, source, periods
        self.period = Combo("Kỳ báo cáo")
        for period in periods:
            self.period.addItem(f"Báo cáo {period.full_words}")
        sent = _sent(take_in_report(source, project, periods[0]))
        self.number = QLineEdit(sent.number)
        self.said = label("", wrap=True)
        self.doubts = label("", "small", wrap=True)
        self._column.addWidget(label(file.name, "strong", wrap=True))
        self._add_field("Là báo cáo của kỳ", self.period)
        self._add_field("Số", self.number, label(f"/{sent.symbol}" if sent.symbol else "", "small"))
        self._column.addLayout(self._grid)
        self._column.addWidget(self.said)
        self._column.addWidget(self.doubts)
        self._build_foot("Nhận")
        self.period.currentIndexChanged.connect(self._show)
        self.period.setFocus()
        self._show()

    @property
    def chosen(self) -> ReportingPeriod:
        """The period that is chosen."""
        return self._periods[self.period.currentIndex()]

    def _show(self) -> None:
        self.bar.hide()
        proposal = take_in_report(self._source, self._project, self.chosen)
        self.said.setText(_read_words(proposal))
        doubts = list(dict.fromkeys(doubt.why for doubt in proposal.doubts))
        known = sent_of(self._project, self.chosen)
        if known is not None:
            doubts.insert(0, f"{sent_words(known)}; nhận thêm thì kỳ này có hai bản.")
        more = len(doubts) - _MOST_DOUBTS
        lines = [f"• {why}" for why in doubts[:_MOST_DOUBTS]]
        self.doubts.setText("\n".join([*lines, *([f"và {more} chỗ khác"] if more > 0 else [])]))
        self.doubts.setVisible(bool(doubts))

    def _describe(self) -> Change:
        number = _number(self.number)
        return keep_old_report(self._project, self._file, self._source, self.chosen, number)


def _number(field: QLineEdit) -> str:
    """The số alone, also where the ký hiệu was typed with it."""
    return field.text().partition("/")[0].strip()


def _sent(proposal: Proposal) -> SentReport:
    sent = proposal.items[0].edit.after
    assert isinstance(sent, SentReport), "an old report becomes one record"
    return sent


def _read_words(proposal: Proposal) -> str:
    """What was read, in one sentence."""
    sent = _sent(proposal)
    number = "/".join(part for part in (sent.number, sent.symbol) if part)
    named = " ".join(filter(None, (f"số {number}" if sent.number else "", _day(sent.issued))))
    count = len(proposal.doubts)
    seen = f"{count} chỗ cần xem lại" if count else "không có chỗ nào phải xem lại"
    lines = len(sent.text.splitlines())
    return f"Đã đọc báo cáo {named or 'không ghi số'}: {lines} đoạn, {seen}."


def _day(issued: str) -> str:
    return f"ngày {date_words(issued)}" if issued else ""
