"""Which result is shown: the reporting period, and of a task that is done several times the
occurrence.
"""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.domain.schedule_words import full_day
from cchc_desktop.services.asking import Asked
from ui.theme import Theme
from ui.widgets.combo import Combo
from ui.widgets.controls import button

_REPEAT = "Ghi như vậy cho {} lần chưa ghi"


class WhichResult(QWidget):
    """`period_chosen(id)`, `occurrence_chosen(ISO day)`; `repeat_asked`: what is said here is said
    of the occurrences that the period asks for in vain, `unsaid`.
    """

    period_chosen = Signal(str)
    occurrence_chosen = Signal(str)
    repeat_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.unsaid: list[str] = []
        self.periods, self.occurrences = Combo("Kỳ báo cáo"), Combo("Lần thực hiện")
        self.periods.activated.connect(self._tell_period)
        self.occurrences.activated.connect(self._tell_occurrence)
        self.repeat = button(theme, _REPEAT.format("các"), kind="link")
        self.repeat.clicked.connect(self.repeat_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        for widget in (self.periods, self.occurrences, self.repeat):
            column.addWidget(widget)

    def show_choices(
        self,
        periods: Sequence[ReportingPeriod],
        period: ReportingPeriod,
        found: Sequence[Asked],
        shown: Asked,
        *,
        writable: bool,
    ) -> None:
        """The periods of the year and the occurrences of the task, with those that are shown."""
        self.periods.clear()
        for each in periods:
            self.periods.addItem(f"Báo cáo {each.words}", each.id)
        self.periods.setCurrentIndex(self.periods.findData(period.id))
        self.occurrences.clear()
        for asked in found:
            self.occurrences.addItem(_words(asked), asked.question.occurrence)
        self.occurrences.setCurrentIndex(self.occurrences.findData(shown.question.occurrence))
        self.occurrences.setVisible(len(found) > 1)
        self.unsaid = [a.question.occurrence for a in found if a.question.now and not a.result]
        offer = _REPEAT.format(len(self.unsaid))
        self.repeat.setText(offer)
        self.repeat.setAccessibleName(offer)
        self.repeat.setVisible(writable and shown.result is not None and bool(self.unsaid))

    def _tell_period(self, place: int) -> None:
        self.period_chosen.emit(self.periods.itemData(place))

    def _tell_occurrence(self, place: int) -> None:
        self.occurrence_chosen.emit(self.occurrences.itemData(place))


def occurrence_words(occurrence: str) -> str:
    """ "lần hạn 30/6/2027"; "" for a task with one result."""
    return f"lần hạn {full_day(date.fromisoformat(occurrence))}" if occurrence else ""


def _words(asked: Asked) -> str:
    told = asked.told.state if asked.told is not None else ""
    return " · ".join(filter(None, (occurrence_words(asked.question.occurrence), told)))
