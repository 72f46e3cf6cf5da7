"""The head and the foot of the plan as a document: trích yếu, số, ngày, nơi nhận, người ký."""

from cchc_desktop.domain.change import Change
from cchc_desktop.domain.plan import Plan
from cchc_desktop.services import planning
from ui.project_controller import ProjectController
from ui.theme import Theme
from ui.widgets.combo import Combo
from ui.widgets.document_form import FOOT, NUMBER, PLACE, DocumentForm, FormLine, issued_line

_LINES = (
    FormLine("type_name", "Tên loại", "KẾ HOẠCH"),
    FormLine("subject", "Trích yếu", "Cải cách hành chính năm …", 2),
    NUMBER,
    FormLine("symbol", "Ký hiệu", "KH-SNgV; để trống thì lấy theo hồ sơ cơ quan"),
    issued_line("15/01/2027"),
    PLACE,
    FormLine("table_title", "Tên bảng (phụ lục)", "để trống thì lấy tên kế hoạch", 2),
    *FOOT,
)
_PLACES = (("body", "trong thân văn bản"), ("appendix", "phụ lục nằm ngang"))


class HeadForm(DocumentForm):
    """Follows the plan of the year shown."""

    def __init__(self, controller: ProjectController, theme: Theme) -> None:
        super().__init__(controller, theme, _LINES)
        self._place = Combo("Chỗ đặt bảng nhiệm vụ")
        for key, words in _PLACES:
            self._place.addItem(words, key)
        self._place.activated.connect(self._write_place)
        self.add_row(self._place, "Bảng nhiệm vụ")
        controller.opened.connect(self.refresh)
        controller.plan_chosen.connect(self.refresh)
        controller.changed.connect(self._follow)
        self.refresh()

    def refresh(self) -> None:
        """Show the plan's head and foot."""
        plan = self._controller.plan
        self.show_record(plan)
        self.setEnabled(plan is not None)
        self._place.setEnabled(self._controller.writable)
        if plan is not None:
            self._place.setCurrentIndex(self._place.findData(plan.table_place))

    def _follow(self, change: Change) -> None:
        if any(isinstance(edit.record, Plan) for edit in change.edits):
            self.refresh()

    def _write_place(self, row: int) -> None:
        plan = self._controller.plan
        if plan is not None:
            place = self._place.itemData(row)
            self._controller.do(planning.edit, plan.id, table_place=place)
            self.refresh()
