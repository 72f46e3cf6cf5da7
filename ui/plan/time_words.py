"""What the details say of a task's time under its quarters: what was understood, and whether that
for which the task waits has happened.
"""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cchc_desktop.domain.plan import Task
from cchc_desktop.domain.schedule import Schedule
from cchc_desktop.domain.schedule_words import full_day, schedule_words
from cchc_desktop.domain.waiting import HappenedEvent, after_events, condition_key, event_for
from ui.cell_reading import CellReading
from ui.project_controller import ProjectController
from ui.results.event_dialog import ask_event
from ui.theme import Theme
from ui.widgets.controls import button, label

_TELL, _MEND = "Việc này đã xảy ra…", "Sửa ngày xảy ra…"


class TimeWords(QWidget):
    """Words, and a link where something is waited for."""

    def __init__(
        self,
        controller: ProjectController,
        theme: Theme,
        reading: CellReading,
        today: Callable[[], date],
    ) -> None:
        super().__init__()
        self._controller, self._theme = controller, theme
        self._reading, self._today = reading, today
        self._condition = ""
        self.words = label("", "small", wrap=True)
        self.tell = button(theme, _TELL, kind="link")
        self.tell.clicked.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addWidget(self.words)
        column.addWidget(self.tell, 0, Qt.AlignmentFlag.AlignLeft)

    def show_time(self, time: str) -> Schedule:
        """Another time cell; gives what it means now that some events have happened."""
        project, plan = self._controller.project, self._controller.plan
        events = project.events(plan) if project is not None and plan is not None else []
        read = self._reading.schedule(time)
        told = event_for(read, events)
        schedule = after_events(read, events)
        self._condition = read.waits_for or ""
        self.words.setText("\n".join(_lines(schedule, told)) if time else "")
        self.tell.setText(_MEND if told else _TELL)
        self.tell.setVisible(bool(self._condition) and self._controller.writable)
        return schedule

    def _ask(self) -> None:
        project, plan = self._controller.project, self._controller.plan
        if not (self._condition and project and plan and self._controller.settle()):
            return
        key = condition_key(self._condition)
        times = (row.time for row in project.rows(plan) if isinstance(row, Task))
        waiting = (self._reading.schedule(time).waits_for for time in times)
        count = sum(condition_key(each) == key for each in waiting if each)
        about = self._condition, count, self._today()
        ask_event(self._controller, *about, self._theme, self.window())


def _lines(schedule: Schedule, told: HappenedEvent | None) -> list[str]:
    covers, due = schedule_words(schedule)
    parts = (
        covers,
        f"đã xảy ra {full_day(date.fromisoformat(told.happened_on))}" if told else "",
        f"hạn {due}" if due else "chưa có hạn",
        f"chưa hiểu: {schedule.unread}" if schedule.unread else "",
    )
    return [part for part in parts if part]
