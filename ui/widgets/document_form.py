"""The head and the foot of a document that the program prints, as fields."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from cchc_desktop.domain.issue_date import date_words
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.report import Report
from cchc_desktop.services import planning
from ui.project_controller import ProjectController
from ui.theme import Theme
from ui.widgets.controls import label
from ui.widgets.field import TextField

_ISSUED = "issued"  # a day, written as it is read


class FormLine(NamedTuple):
    """A field of the record: its key, its name, what may stand in it, how many lines it shows."""

    key: str
    name: str
    hint: str
    lines: int = 1


NUMBER = FormLine("number", "Số", "để trống khi chưa có")
PLACE = FormLine("place", "Địa danh", "để trống thì lấy theo hồ sơ cơ quan")
FOOT = (
    FormLine("recipients", "Nơi nhận", "mỗi nơi một dòng, không cần gạch đầu dòng", 4),
    FormLine(
        "authority", "Quyền hạn, chức vụ", "GIÁM ĐỐC, hoặc KT. GIÁM ĐỐC xuống dòng PHÓ GIÁM ĐỐC", 2
    ),
    FormLine("signer", "Người ký", "họ và tên; để trống thì lấy theo hồ sơ cơ quan"),
)


def issued_line(example: str) -> FormLine:
    """The day of issue, with one as it is typed."""
    return FormLine(_ISSUED, "Ngày ban hành", f"{example}; để trống khi chưa có")


class DocumentForm(QScrollArea):
    """Each field is written when it is left, to the record that the fields show."""

    def __init__(
        self, controller: ProjectController, theme: Theme, lines: Sequence[FormLine]
    ) -> None:
        super().__init__()
        self._controller = controller
        self._record_id = ""
        self._fields: dict[str, TextField] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        page = QWidget()
        self.column = QVBoxLayout(page)
        self.column.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(8))
        self._grid.setColumnStretch(1, 1)
        for row, (key, name, hint, height) in enumerate(lines):
            field = TextField(theme, name, partial(self._write, key), lines=height)
            field.setPlaceholderText(hint)
            self._fields[key] = field
            self._grid.addWidget(label(name, "small"), row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(field, row, 1)
        self.column.addLayout(self._grid)
        self.column.addStretch(1)
        self.setWidget(page)

    def add_row(self, control: QWidget, name: str = "") -> None:
        """A control below the fields, behind its name."""
        row = self._grid.rowCount()
        self._grid.addWidget(label(name, "small"), row, 0)
        self._grid.addWidget(control, row, 1, Qt.AlignmentFlag.AlignLeft)

    def show_record(self, record: Plan | Report | None) -> None:
        """The head and foot of a record, as they are now."""
        other = self._record_id != (record.id if record is not None else "")
        if other:
            self.commit()
        self._record_id = record.id if record is not None else ""
        for key, field in self._fields.items():
            field.setReadOnly(not self._controller.writable)
            text = str(getattr(record, key)) if record is not None else ""
            show = field.show_other if other else field.show_text
            show(date_words(text) if key == _ISSUED else text)

    def go_to(self, key: str) -> None:
        """Type in a field; nothing where there is none of that key."""
        if key in self._fields:
            self._fields[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Write now what is being typed."""
        for field in self._fields.values():
            field.commit()

    def _write(self, key: str, text: str) -> bool:
        project = self._controller.project
        if project is None or not project.holds(self._record_id):
            return False
        if key != _ISSUED:
            return self._controller.do(planning.edit, self._record_id, **{key: text})
        written = self._controller.do(planning.date_plan, self._record_id, text)
        if written:  # the date as it was understood, also where it is the same as before
            record = project.record(self._record_id)
            assert isinstance(record, Plan | Report), "what has a head and a foot"
            self._fields[key].show_text(date_words(record.issued))
        return written
