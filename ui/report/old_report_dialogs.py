"""What an old report from Word says of itself, to be put right before and after it is taken in."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from cchc_desktop.domain.change import Change
from cchc_desktop.domain.issue_date import date_words, read_date, wanted_date, wanted_day
from cchc_desktop.domain.proposal import Proposal
from cchc_desktop.domain.report import Report, SentReport
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.office.grid import SourceFile
from cchc_desktop.services.last_report import read_sent, sent_head
from cchc_desktop.services.old_reports import keep_old_report, mend_sent, take_in_report
from cchc_desktop.services.project import Project
from cchc_desktop.services.sent_reports import sent_of, sent_words
from ui.report.sent_dialogs import SentDialog, typed_number
from ui.theme import Theme
from ui.widgets.combo import Combo
from ui.widgets.controls import label

_MOST_DOUBTS = 4  # told one by one
_BESIDE = " / "  # between the lines of the authority in its one-line field


class _HeadDialog(SentDialog):
    """The fields of an old report: its period, what its head says and who signed."""

    def __init__(
        self,
        project: Project,
        title: str,
        sent: SentReport,
        periods: Sequence[ReportingPeriod],
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(project, title, theme, parent)
        self.setMinimumWidth(theme.px(600))
        self._read, self._periods = sent_head(read_sent(sent)), periods
        self._make_fields(sent)
        self._build_rows()
        self.period.currentIndexChanged.connect(self.bar.hide)

    def _make_fields(self, sent: SentReport) -> None:
        head = self._read
        self.period = Combo("Kỳ báo cáo")
        for period in self._periods:
            self.period.addItem(f"Báo cáo {period.full_words}")
        self.period.setCurrentIndex([period.id for period in self._periods].index(sent.period_id))
        self.subject, self.place = QLineEdit(head.subject), QLineEdit(head.place)
        self.number, self.symbol = QLineEdit(head.number), QLineEdit(head.symbol)
        self.issued = QLineEdit(date_words(head.issued))
        self.sent_on = QLineEdit(date_words(sent.sent_on))
        self.authority = QLineEdit(_BESIDE.join(head.authority.splitlines()))
        self.signer = QLineEdit(head.signer)
        for field, hint in (
            (self.number, "12"),
            (self.symbol, "BC-SNgV"),
            (self.issued, f"14/9/{sent.year}"),
            (self.sent_on, "để trống khi không rõ"),
            (self.authority, "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC"),
        ):
            field.setPlaceholderText(hint)

    def _build_rows(self) -> None:
        self.number.setFixedWidth(self.theme.px(90))
        self.add_field("Là báo cáo của kỳ", self.period)
        self.add_field("Trích yếu", self.subject)
        self.add_field("Số, ký hiệu", self._row(self.number, "/", self.symbol))
        self.add_field("Địa danh, ngày ký", self._row(self.place, ", ngày", self.issued))
        self.add_field("Ngày gửi", self.sent_on)
        self.add_field("Chức vụ, người ký", self._row(self.authority, "", self.signer))
        names = ("Số", "Ký hiệu", "Địa danh", "Ngày ký", "Quyền hạn, chức vụ", "Người ký")
        in_rows = (
            *(self.number, self.symbol, self.place, self.issued, self.authority),
            self.signer,
        )
        for field, name in zip(in_rows, names, strict=True):
            field.setAccessibleName(name)

    def _row(self, left: QWidget, between: str, right: QWidget) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.theme.px(6))
        row.addWidget(left, 1)
        if between:
            row.addWidget(label(between))
        row.addWidget(right, 1)
        return box

    @property
    def chosen(self) -> ReportingPeriod:
        """The period that is chosen."""
        return self._periods[self.period.currentIndex()]

    @property
    def head(self) -> Report:
        """Head and foot as they are typed, the day as it was read; what is not asked stays."""
        return replace(
            self._read,
            subject=_typed(self.subject),
            number=typed_number(self.number),
            symbol=_typed(self.symbol),
            place=_typed(self.place),
            authority="\n".join(part.strip() for part in _typed(self.authority).split("/")),
            signer=_typed(self.signer),
        )

    def dated_head(self) -> Report:
        """The same with the day as it is typed; RefusedChange where that is none."""
        return replace(self.head, issued=wanted_date(self.issued.text()))

    def sent_day(self) -> str:
        """The ISO day of sending, "" for none; RefusedChange where it is not a whole day."""
        return wanted_day(self.sent_on.text(), self.chosen.year)


class OldReportDialog(_HeadDialog):
    """What was read from an old report, and the period that it is taken in for."""

    def __init__(
        self,
        project: Project,
        file: Path,
        source: SourceFile,
        periods: Sequence[ReportingPeriod],
        likely: ReportingPeriod,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        sent = _sent(take_in_report(source, project, likely))
        super().__init__(project, "Nhận báo cáo cũ", sent, periods, theme, parent)
        self._file, self._source = file, source
        self.said = label("", wrap=True)
        self.doubts = label("", "small", wrap=True)
        self.column.addWidget(label(file.name, "strong", wrap=True))
        self.column.addLayout(self.grid)
        self.column.addWidget(self.said)
        self.column.addWidget(self.doubts)
        self.build_foot("Nhận")
        self.period.currentIndexChanged.connect(self._show)
        for field in (self.subject, self.number, self.issued):
            field.editingFinished.connect(self._show)
        self.period.setFocus()
        self._show()

    def _show(self) -> None:
        """What is doubtful about it, with the period and the head as they are now."""
        head = replace(self.head, issued=_day_of(self.issued))
        proposal = take_in_report(self._source, self.project, self.chosen, head)
        self.said.setText(_read_words(proposal))
        doubts = list(dict.fromkeys(doubt.why for doubt in proposal.doubts))
        known = sent_of(self.project, self.chosen)
        if known is not None:
            doubts.insert(0, f"{sent_words(known)}; nhận thêm thì kỳ này có hai bản.")
        more = len(doubts) - _MOST_DOUBTS
        lines = [f"• {why}" for why in doubts[:_MOST_DOUBTS]]
        self.doubts.setText("\n".join([*lines, *([f"và {more} chỗ khác"] if more > 0 else [])]))
        self.doubts.setVisible(bool(doubts))

    def describe(self) -> Change:
        head, day = self.dated_head(), self.sent_day()
        return keep_old_report(self.project, self._file, self._source, self.chosen, head, day)


class MendDialog(_HeadDialog):
    """An old report that was taken in, put right."""

    def __init__(
        self,
        project: Project,
        sent: SentReport,
        periods: Sequence[ReportingPeriod],
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(project, "Sửa báo cáo đã nhận", sent, periods, theme, parent)
        self._sent = sent
        words = f"{sent.file_name}. Lời văn của báo cáo và tệp đã nhận giữ nguyên."
        self.column.addWidget(label(words, wrap=True))
        self.column.addLayout(self.grid)
        self.build_foot("Ghi")
        self.subject.setFocus()

    def describe(self) -> Change:
        head, day = self.dated_head(), self.sent_day()
        return mend_sent(self.project, self._sent, self.chosen, head, day)


def _typed(field: QLineEdit) -> str:
    return " ".join(field.text().split())


def _day_of(field: QLineEdit) -> str:
    """The day as far as it can be read by now."""
    return read_date(field.text()) or ""


def _sent(proposal: Proposal) -> SentReport:
    sent = proposal.items[0].edit.after
    assert isinstance(sent, SentReport), "an old report becomes one record"
    return sent


def _read_words(proposal: Proposal) -> str:
    """How much was read, in one sentence."""
    sections, count = read_sent(_sent(proposal)).sections, len(proposal.doubts)
    headings = sum(bool(section.title) for section in sections)
    paragraphs = sum(len(section.body.splitlines()) for section in sections)
    seen = f"{count} chỗ cần xem lại" if count else "không có chỗ nào phải xem lại"
    return f"Đã đọc {headings} đề mục, {paragraphs} đoạn; {seen}."
