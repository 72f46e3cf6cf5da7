"""What was said of a task besides what is shown, and how the result shown came about."""

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cchc_desktop.domain.vietnamese import shortened
from cchc_desktop.services.asking import Asked
from cchc_desktop.services.project import Project
from ui.results.which import occurrence_words
from ui.theme import Theme
from ui.widgets.controls import label
from ui.widgets.step_words import step_words

_STEPS = 4  # of the past that are shown
_SAID = 120  # characters of what another period says


class ResultPast(QWidget):
    """Each part with its title, while there is something to tell."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.others, self.steps = label("", "small", wrap=True), label("", "small", wrap=True)
        self._parts = (
            (label("Các kỳ khác", "strong"), self.others),
            (label("Lịch sử", "strong"), self.steps),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        for title, words in self._parts:
            words.setContentsMargins(0, 0, 0, theme.px(10))
            column.addWidget(title)
            column.addWidget(words)

    def show_past(self, project: Project, asked: Asked, year: int) -> None:
        """The other results of the task, the newest first; the last steps of this one."""
        self.others.setText("\n".join(_other_words(project, asked, year)))
        steps = project.history(asked.result.id, _STEPS) if asked.result is not None else []
        self.steps.setText("\n".join(step_words(*step) for step in steps))
        for title, words in self._parts:
            title.setVisible(bool(words.text()))
            words.setVisible(bool(words.text()))


def _other_words(project: Project, asked: Asked, year: int) -> Iterator[str]:
    """ "Quý I: đang làm · Đã ...", "6 tháng, lần hạn 31/3/2027: hoàn thành"."""
    periods = {period.id: period for period in project.periods(year)}
    order = {period_id: place for place, period_id in enumerate(periods)}
    said = [r for r in project.results() if r.task_id == asked.task.id and r != asked.result]
    said.sort(key=lambda result: (order.get(result.period_id, -1), result.occurrence), reverse=True)
    for result in said:
        period = periods.get(result.period_id)
        names = (period.name if period else "Kỳ đã bỏ", occurrence_words(result.occurrence))
        words = " · ".join(filter(None, (result.state, shortened(result.text, _SAID))))
        yield f"{', '.join(filter(None, names))}: {words or 'chưa nói tình trạng'}"
