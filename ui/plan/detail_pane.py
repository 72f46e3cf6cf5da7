"""The pane beside the grid: all of the current row, each field to be edited, and its past."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from cchc_desktop.domain.change import Change
from cchc_desktop.domain.columns import Column
from cchc_desktop.domain.outline import headings_over
from cchc_desktop.domain.plan import Row, Task, heading_text
from cchc_desktop.domain.waiting import HappenedEvent
from cchc_desktop.services import planning, table_editing
from cchc_desktop.services.names import RECORD_NAMES
from ui.cell_reading import CellReading
from ui.plan.detail_marks import ChipRow, QuarterStrip
from ui.plan.table_model import PlanTableModel
from ui.plan.time_words import TimeWords
from ui.project_controller import ProjectController
from ui.widgets.cells import CellArt
from ui.widgets.controls import label
from ui.widgets.field import TextField
from ui.widgets.step_words import step_words
from ui.widgets.unit_chips import UNIT_COLUMNS

_STEPS = 4  # of the past that are shown
_OWN = {  # fields of a task that its plan does not print
    "person": "Người phụ trách (không in)",
    "leader": "Lãnh đạo chỉ đạo (không in)",
    "note": "Ghi chú (không in)",
}


class DetailPane(QScrollArea):
    """Shows one row of the model; edits go through the controller. `held(record_id)`: another row
    was to be shown, but the words of this one are refused, so it stays.
    """

    held = Signal(str)

    def __init__(
        self,
        controller: ProjectController,
        model: PlanTableModel,
        art: CellArt,
        reading: CellReading,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__()
        self._controller, self._model, self._art, self._reading = controller, model, art, reading
        self._today = today
        self._record: Row | None = None
        self._columns: tuple[Column, ...] = ()  # those that the fields were made for
        self._fields: dict[str, TextField] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Chi tiết của dòng đang chọn")
        controller.changed.connect(self._follow)
        self._build()

    def show_record(self, record: Row | None) -> None:
        """Another row, or nothing."""
        self.commit()
        before = self._record
        other = before is None or record is None or before.id != record.id
        if other and before is not None and self._holds(before):
            self.held.emit(before.id)
            return
        self._record = record
        columns = self._model.columns if isinstance(record, Task) else ()
        if self.widget() is None or type(record) is not type(before) or columns != self._columns:
            self._columns = columns
            self._build()
        self._fill(other=other)

    def _holds(self, record: Row) -> bool:
        """Whether words of a row that is still there could not be written."""
        refused = any(field.has_changes for field in self._fields.values())
        return refused and self._model.row_of(record.id) is not None

    def commit(self) -> None:
        """Write what is being typed in a field."""
        for field in self._fields.values():
            field.commit()

    def _follow(self, change: Change) -> None:
        if self._record is None:
            return
        row = self._model.row_of(self._record.id)
        if row is None:
            self.show_record(None)
        elif any(
            e.record.id == self._record.id or isinstance(e.record, HappenedEvent)
            for e in change.edits
        ):
            self._record = self._model.rows[row]
            self._fill()

    def _keys(self) -> list[str]:
        if not isinstance(self._record, Task):
            return ["title"] if self._record else []
        return [*(column.key for column in self._columns), *_OWN]

    # Building

    def _build(self) -> None:
        theme, page = self._art.theme, QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(12))
        column.setSpacing(theme.px(3))
        self._fields = {}
        self._place = label("", "small", wrap=True)
        column.addWidget(self._place)
        for key in self._keys():
            self._add_field(column, key)
        self._past = label("", "small", wrap=True)
        if self._record is not None:
            column.addSpacing(theme.px(8))
            column.addWidget(label("Lịch sử", "strong"))
            column.addWidget(self._past)
        column.addStretch(1)
        self.setWidget(page)

    def _add_field(self, column: QVBoxLayout, key: str) -> None:
        theme, title = self._art.theme, self._title(key)
        column.addSpacing(theme.px(5))
        column.addWidget(label(title, "small"))
        lines = 1 if key in ("number", "time", "person", "leader") else 2
        field = TextField(theme, title, partial(self._write, key), lines=lines)
        field.setReadOnly(not self._controller.writable)
        self._fields[key] = field
        if key == "time":
            self._strip = QuarterStrip(self._art)
            self._time_words = TimeWords(self._controller, theme, self._reading, self._today)
            column.addWidget(self._strip)
            column.addWidget(self._time_words)
        column.addWidget(field)
        if key in UNIT_COLUMNS:
            chips = ChipRow(self._art)
            field.setProperty("chips", chips)
            column.addWidget(chips)

    def _title(self, key: str) -> str:
        if key in _OWN:
            return _OWN[key]
        if key == "title":
            return "Số và tên"
        return next(column.title for column in self._columns if column.key == key)

    # Filling

    def _fill(self, *, other: bool = False) -> None:
        """Show what the record holds; `other`: it is another one than before."""
        record = self._record
        if record is None:
            self._place.setText("Chọn một dòng trong bảng để xem chi tiết.")
            return
        self._place.setText(self._place_words(record))
        for key, field in self._fields.items():
            show = field.show_other if other else field.show_text
            show(self._text(record, key))
            chips = field.property("chips")
            if isinstance(chips, ChipRow):
                chips.show_chips(self._reading.chips(key, self._text(record, key)))
        if isinstance(record, Task) and "time" in self._fields:
            schedule = self._time_words.show_time(record.time)
            self._strip.show_schedule(schedule, self._controller.year)
        self._past.setText(self._past_words(record.id))

    def _text(self, record: Row, key: str) -> str:
        if not isinstance(record, Task):
            return heading_text(record)
        if key in _OWN:
            return str(getattr(record, key))
        return next(column.text(record) for column in self._columns if column.key == key)

    def _place_words(self, record: Row) -> str:
        if not isinstance(record, Task):
            return RECORD_NAMES[type(record)].capitalize()
        row = self._model.row_of(record.id)
        return " › ".join(heading_text(h) for h in headings_over(self._model.rows, row or 0))

    def _past_words(self, record_id: str) -> str:
        project = self._controller.project
        if project is None:
            return ""
        return "\n".join(step_words(*step) for step in project.history(record_id, _STEPS))

    def _write(self, key: str, text: str) -> bool:
        record = self._record
        if record is None or self._model.row_of(record.id) is None:
            return False
        if not isinstance(record, Task):
            return self._controller.do(table_editing.write_heading, record.id, text)
        if key in _OWN:
            return self._controller.do(planning.edit, record.id, **{key: text})
        column = next(column for column in self._columns if column.key == key)
        return self._controller.do(planning.write_cell, record.id, column, text)
