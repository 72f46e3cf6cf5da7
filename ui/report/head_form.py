"""The head and the foot of the report as a document, and which phụ lục it has."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from cchc_desktop.domain.issue_date import date_words
from cchc_desktop.domain.report import Report, SentReport
from cchc_desktop.services import planning
from cchc_desktop.services.sent_reports import sent_words
from ui.project_controller import ProjectController
from ui.theme import Theme
from ui.widgets.controls import label
from ui.widgets.field import TextField

_ISSUED = "issued"
_LINES = (  # key, name, hint, lines
    ("subject", "Trích yếu", "Công tác cải cách hành chính quý …", 2),
    ("number", "Số", "để trống khi chưa có", 1),
    ("symbol", "Ký hiệu", "BC-SNgV; để trống thì lấy theo hồ sơ cơ quan", 1),
    (_ISSUED, "Ngày ban hành", "14/9/2027; để trống khi chưa có", 1),
    ("place", "Địa danh", "để trống thì lấy theo hồ sơ cơ quan", 1),
    ("addressee", "Kính gửi", "mỗi nơi một dòng; để trống thì không in", 2),
    ("recipients", "Nơi nhận", "mỗi nơi một dòng, không cần gạch đầu dòng", 4),
    ("authority", "Quyền hạn, chức vụ", "GIÁM ĐỐC, hoặc KT. GIÁM ĐỐC xuống dòng PHÓ GIÁM ĐỐC", 2),
    ("signer", "Người ký", "họ và tên; để trống thì lấy theo hồ sơ cơ quan", 1),
)
_APPENDICES = (
    ("with_figures", "Kèm phụ lục số liệu"),
    ("with_tasks", "Kèm phụ lục kết quả từng nhiệm vụ (trang ngang)"),
)


class HeadForm(QScrollArea):
    """Each field is written when it is left."""

    def __init__(self, controller: ProjectController, theme: Theme) -> None:
        super().__init__()
        self._controller = controller
        self._report_id = ""  # of the report that the fields show: what is typed belongs to it
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        self._sent = label("", "strong", wrap=True)
        self._sent.setContentsMargins(0, 0, 0, theme.px(8))
        column.addWidget(self._sent)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(8))
        grid.setColumnStretch(1, 1)
        self._fields: dict[str, TextField] = {}
        for row, (key, name, hint, lines) in enumerate(_LINES):
            field = TextField(theme, name, partial(self._write, key), lines=lines)
            field.setPlaceholderText(hint)
            self._fields[key] = field
            grid.addWidget(label(name, "small"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, row, 1)
        self._ticks: dict[str, QCheckBox] = {}
        for row, (key, name) in enumerate(_APPENDICES, start=len(_LINES)):
            tick = QCheckBox(name)
            tick.clicked.connect(partial(self._tick, key))
            self._ticks[key] = tick
            grid.addWidget(tick, row, 1)
        column.addLayout(grid)
        column.addStretch(1)
        self.setWidget(page)

    def show_report(self, report: Report | None, sent: SentReport | None = None) -> None:
        """The head and foot of a report, as they are now, and whether it was sent."""
        self._sent.setText(sent_words(sent) if sent is not None else "")
        self._sent.setVisible(sent is not None)
        other = self._report_id != (report.id if report is not None else "")
        if other:
            self.commit()
        self._report_id = report.id if report is not None else ""
        writable = self._controller.writable
        for key, field in self._fields.items():
            field.setReadOnly(not writable)
            show = field.show_other if other else field.show_text
            text = str(getattr(report, key)) if report is not None else ""
            show(date_words(text) if key == _ISSUED else text)
        for key, tick in self._ticks.items():
            tick.setEnabled(writable)
            tick.setChecked(report is not None and bool(getattr(report, key)))

    @property
    def first_control(self) -> QWidget:
        """What takes the focus."""
        return self._fields["subject"]

    def go_to(self, key: str) -> None:
        """Type in a field."""
        self._fields.get(key, self._fields["subject"]).setFocus()

    def commit(self) -> None:
        """Write now what is being typed."""
        for field in self._fields.values():
            field.commit()

    def _write(self, key: str, text: str) -> bool:
        project = self._controller.project
        if project is None or not project.holds(self._report_id):
            return False
        if key != _ISSUED:
            return self._controller.do(planning.edit, self._report_id, **{key: text})
        written = self._controller.do(planning.date_plan, self._report_id, text)
        if written:  # the date as it was understood, also where it is the same as before
            report = project.record(self._report_id)
            assert isinstance(report, Report)
            self._fields[key].show_text(date_words(report.issued))
        return written

    def _tick(self, key: str) -> None:
        self._controller.do(planning.edit, self._report_id, **{key: self._ticks[key].isChecked()})
