"""Asks when something that tasks waited for has happened, and by when they are due then."""

from datetime import date

from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cchc_desktop.domain.errors import RefusedChange
from cchc_desktop.domain.issue_date import wanted_day
from cchc_desktop.domain.schedule_words import full_day
from ui.messages import MessageBar
from ui.theme import Theme
from ui.widgets.controls import button, label


class EventDialog(QDialog):
    """Once it is accepted, `happened` and `due` are what was typed."""

    def __init__(
        self, condition: str, tasks: int, year: int, today: date, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._year = year
        self.happened = today
        self.due: date | None = None
        self.setWindowTitle("Sự kiện đã xảy ra")
        self.setMinimumWidth(theme.px(460))
        self.happened_field, self.due_field = QLineEdit(full_day(today)), QLineEdit()
        self.due_field.setPlaceholderText("để trống nếu chưa có hạn")
        self.bar = MessageBar(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(16)] * 4)
        column.setSpacing(theme.px(10))
        words = f"“{condition}”: {tasks} nhiệm vụ đang chờ việc này sẽ hết chờ."
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
        column.addLayout(self._build_foot(theme))
        self.happened_field.selectAll()
        self.happened_field.setFocus()

    def _build_foot(self, theme: Theme) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        take = button(theme, "Ghi", kind="primary", name="Ghi sự kiện")
        take.setDefault(True)
        take.clicked.connect(self.accept)
        cancel = button(theme, "Huỷ", name="Huỷ, không ghi")
        cancel.clicked.connect(self.reject)
        row.addWidget(take)
        row.addWidget(cancel)
        return row

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
