"""The head and the foot of the report as a document, and which phụ lục it has."""

from functools import partial

from PySide6.QtWidgets import QCheckBox, QWidget

from cchc_desktop.domain.report import Report, SentReport
from cchc_desktop.services import planning
from cchc_desktop.services.sent_reports import sent_words
from ui.project_controller import ProjectController
from ui.theme import Theme
from ui.widgets.controls import label
from ui.widgets.document_form import FOOT, NUMBER, PLACE, DocumentForm, FormLine, issued_line

_FIRST = "subject"
_LINES = (
    FormLine(_FIRST, "Trích yếu", "Công tác cải cách hành chính quý …", 2),
    NUMBER,
    FormLine("symbol", "Ký hiệu", "BC-SNgV; để trống thì lấy theo hồ sơ cơ quan"),
    issued_line("14/9/2027"),
    PLACE,
    FormLine("addressee", "Kính gửi", "mỗi nơi một dòng; để trống thì không in", 2),
    *FOOT,
)
_APPENDICES = (
    ("with_figures", "Kèm phụ lục số liệu"),
    ("with_tasks", "Kèm phụ lục kết quả từng nhiệm vụ (trang ngang)"),
)


class HeadForm(DocumentForm):
    """Over its fields stands whether the report was sent."""

    def __init__(self, controller: ProjectController, theme: Theme) -> None:
        super().__init__(controller, theme, _LINES)
        self._sent = label("", "strong", wrap=True)
        self._sent.setContentsMargins(0, 0, 0, theme.px(8))
        self.column.insertWidget(0, self._sent)
        self._ticks: dict[str, QCheckBox] = {}
        for key, name in _APPENDICES:
            tick = QCheckBox(name)
            tick.clicked.connect(partial(self._tick, key))
            self._ticks[key] = tick
            self.add_row(tick)

    def show_report(self, report: Report | None, sent: SentReport | None = None) -> None:
        """The head and foot of a report, as they are now, and whether it was sent."""
        self._sent.setText(sent_words(sent) if sent is not None else "")
        self._sent.setVisible(sent is not None)
        self.show_record(report)
        for key, tick in self._ticks.items():
            tick.setEnabled(self._controller.writable)
            tick.setChecked(report is not None and bool(getattr(report, key)))

    @property
    def first_control(self) -> QWidget:
        """What takes the focus."""
        return self._fields[_FIRST]

    def go_to(self, key: str) -> None:
        """Type in a field; in the first where there is none of that key."""
        super().go_to(key if key in self._fields else _FIRST)

    def _tick(self, key: str) -> None:
        self._controller.do(planning.edit, self._record_id, **{key: self._ticks[key].isChecked()})
