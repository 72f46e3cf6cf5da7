"""The head and the foot of the plan as a document: trích yếu, số, ngày, nơi nhận, người ký."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from cchc_desktop.domain.change import Change
from cchc_desktop.domain.issue_date import date_words
from cchc_desktop.domain.plan import Plan
from cchc_desktop.services import planning
from ui.project_controller import ProjectController
from ui.theme import Theme
from ui.widgets.combo import Combo
from ui.widgets.controls import label
from ui.widgets.field import TextField

ISSUED = "issued"


@dataclass(frozen=True, slots=True)
class _Line:
    """A field of the plan in the form."""

    key: str
    name: str
    hint: str
    lines: int = 1


_LINES = (
    _Line("type_name", "Tên loại", "KẾ HOẠCH"),
    _Line("subject", "Trích yếu", "Cải cách hành chính năm …", 2),
    _Line("number", "Số", "để trống khi chưa có"),
    _Line("symbol", "Ký hiệu", "KH-SNgV; để trống thì lấy theo hồ sơ cơ quan"),
    _Line(ISSUED, "Ngày ban hành", "15/01/2027; để trống khi chưa có"),
    _Line("place", "Địa danh", "để trống thì lấy theo hồ sơ cơ quan"),
    _Line("table_title", "Tên bảng (phụ lục)", "để trống thì lấy tên kế hoạch", 2),
    _Line("recipients", "Nơi nhận", "mỗi nơi một dòng, không cần gạch đầu dòng", 4),
    _Line(
        "authority", "Quyền hạn, chức vụ", "GIÁM ĐỐC, hoặc KT. GIÁM ĐỐC xuống dòng PHÓ GIÁM ĐỐC", 2
    ),
    _Line("signer", "Người ký", "họ và tên; để trống thì lấy theo hồ sơ cơ quan"),
)
_PLACES = (("body", "trong thân văn bản"), ("appendix", "phụ lục nằm ngang"))


class HeadForm(QScrollArea):
    """Each field is written when it is left."""

    def __init__(self, controller: ProjectController, theme: Theme) -> None:
        super().__init__()
        self._controller = controller
        self._plan_id = ""  # of the plan that the fields show: what is typed belongs to it
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(8))
        grid.setColumnStretch(1, 1)
        self._fields: dict[str, TextField] = {}
        top = Qt.AlignmentFlag.AlignTop
        for row, line in enumerate(_LINES):
            field = TextField(theme, line.name, partial(self._write, line.key), lines=line.lines)
            field.setPlaceholderText(line.hint)
            self._fields[line.key] = field
            grid.addWidget(label(line.name, "small"), row, 0, top)
            grid.addWidget(field, row, 1)
        self._place = Combo("Chỗ đặt bảng nhiệm vụ")
        for key, words in _PLACES:
            self._place.addItem(words, key)
        self._place.activated.connect(self._write_place)
        grid.addWidget(label("Bảng nhiệm vụ", "small"), len(_LINES), 0)
        grid.addWidget(self._place, len(_LINES), 1, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(grid)
        column.addStretch(1)
        self.setWidget(page)
        controller.opened.connect(self.refresh)
        controller.plan_chosen.connect(self.refresh)
        controller.changed.connect(self._follow)
        self.refresh()

    def refresh(self) -> None:
        """Show the plan's head and foot."""
        plan = self._controller.plan
        other = self._plan_id != (plan.id if plan else "")
        self._plan_id = plan.id if plan else ""
        self.setEnabled(plan is not None)
        for key, field in self._fields.items():
            field.setReadOnly(not self._controller.writable)
            show = field.show_other if other else field.show_text
            show(_shown(plan, key) if plan else "")
        self._place.setEnabled(self._controller.writable)
        if plan is not None:
            self._place.setCurrentIndex(self._place.findData(plan.table_place))

    def go_to(self, key: str) -> None:
        """Type in a field; nothing where there is none of that key."""
        if key in self._fields:
            self._fields[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Write now what is being typed."""
        for field in self._fields.values():
            field.commit()

    def _follow(self, change: Change) -> None:
        if any(isinstance(edit.record, Plan) for edit in change.edits):
            self.refresh()

    def _write(self, key: str, text: str) -> bool:
        plan = self._controller.plan
        if plan is None or plan.id != self._plan_id:
            return False
        if key != ISSUED:
            return self._controller.do(planning.edit, plan.id, **{key: text})
        written = self._controller.do(planning.date_plan, plan.id, text)
        if written:
            self.refresh()  # the date as it was understood, also where it is the same as before
        return written

    def _write_place(self, row: int) -> None:
        plan = self._controller.plan
        if plan is not None:
            place = self._place.itemData(row)
            self._controller.do(planning.edit, plan.id, table_place=place)
            self.refresh()


def _shown(plan: Plan, key: str) -> str:
    text: str = getattr(plan, key)
    return date_words(text) if key == ISSUED else text
