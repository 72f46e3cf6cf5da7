"""Asks when something that tasks waited for has happened, and by when they are due then; told
already, that can be mended or taken back.
"""

from datetime import date

from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cchc_desktop.domain.errors import RefusedChange
from cchc_desktop.domain.issue_date import wanted_day
from cchc_desktop.domain.schedule_words import full_day
from cchc_desktop.domain.waiting import HappenedEvent, condition_key
from cchc_desktop.services import recording
from ui.messages import MessageBar
from ui.project_controller import ProjectController
from ui.theme import Theme
from ui.widgets.controls import button, dialog_foot, label


def ask_event(
    controller: ProjectController,
    condition: str,
    tasks: int,
    today: date,
    theme: Theme,
    parent: QWidget,
) -> None:
    """Ask about what so many tasks of the plan shown wait for, or waited for; what is told is
    written.
    """
    project, plan = controller.project, controller.plan
    assert project is not None, "something waits in it"
    assert plan is not None, "something waits in it"
    key = condition_key(condition)
    told = next((e for e in project.events(plan) if condition_key(e.condition) == key), None)
    dialog = EventDialog(condition, tasks, plan.year, today, theme, parent, told)

    def write() -> None:
        if told is not None and dialog.forgotten:
            controller.do(recording.forget_event, told.id)
        elif controller.plan is not None:
            days = dialog.happened, dialog.due
            controller.do(recording.tell_event, controller.plan, condition, *days)

    dialog.accepted.connect(write)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


class EventDialog(QDialog):
    """Once it is accepted, `happened` and `due` are what was typed; `forgotten`: it has not
    happened after all.
    """

    def __init__(
        self,
        condition: str,
        tasks: int,
        year: int,
        today: date,
        theme: Theme,
        parent: QWidget,
        told: HappenedEvent | None = None,
    ) -> None:
        super().__init__(parent)
        self._year = year
        self.happened = date.fromisoformat(told.happened_on) if told else today
        self.due = date.fromisoformat(told.due) if told and told.due else None
        self.forgotten = False
        self.setWindowTitle("Sự kiện đã xảy ra")
        self.setMinimumWidth(theme.px(460))
        self.happened_field = QLineEdit(full_day(self.happened))
        self.due_field = QLineEdit(full_day(self.due) if self.due else "")
        self.due_field.setPlaceholderText("để trống nếu chưa có hạn")
        self.bar = MessageBar(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(16)] * 4)
        column.setSpacing(theme.px(10))
        wait = "không còn chờ việc này" if told else "đang chờ việc này sẽ hết chờ"
        words = f"“{condition}”: {tasks} nhiệm vụ {wait}."
        column.addWidget(label(words, wrap=True))
        grid = QGridLayout()
        grid.setVerticalSpacing(theme.px(8))
        for row, (name, field) in enumerate(
            (("Ngày xảy ra", self.happened_field), ("Hạn thực hiện", self.due_field))
        ):
            field.setAccessibleName(name)
            field.textEdited.connect(self.bar.hide)
            grid.addWidget(label(name, "small"), row, 0)
            grid.addWidget(field, row, 1)
        column.addLayout(grid)
        column.addWidget(self.bar)
        column.addLayout(self._build_foot(theme, told is not None))
        self.happened_field.selectAll()
        self.happened_field.setFocus()

    def _build_foot(self, theme: Theme, told: bool) -> QHBoxLayout:
        forget = button(theme, "Chưa xảy ra", name="Chưa xảy ra, chờ tiếp") if told else None
        if forget is not None:
            forget.clicked.connect(self._forget)
        take = button(theme, "Ghi", kind="primary", name="Ghi sự kiện")
        take.clicked.connect(self.accept)
        return dialog_foot(theme, self, take, forget, cancel_name="Huỷ, không ghi")

    def _forget(self) -> None:
        self.forgotten = True
        super().accept()

    def accept(self) -> None:
        """Take what was typed; a day that is none stays to be mended."""
        try:
            happened = wanted_day(self.happened_field.text(), self._year)
            due = wanted_day(self.due_field.text(), self._year)
            if not happened:
                raise RefusedChange("Chưa ghi ngày xảy ra; hãy ghi như 15/01/2027.")
            if due and due < happened:
                raise RefusedChange("Hạn trước ngày xảy ra; hãy sửa lại một trong hai ngày.")
        except RefusedChange as refusal:
            self.bar.show_problem(str(refusal))
            return
        self.happened = date.fromisoformat(happened)
        self.due = date.fromisoformat(due) if due else None
        super().accept()
