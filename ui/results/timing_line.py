"""How a task stands against its deadline, in words; and the clerk's own word in place of it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cchc_desktop.domain.result import Result, Timing, timing_words
from cchc_desktop.domain.schedule_words import full_day
from cchc_desktop.services.asking import Asked
from ui.theme import Theme
from ui.widgets.combo import Combo
from ui.widgets.controls import button, label, show_kind
from ui.widgets.field import TextField

_COMPUTED = "Theo hạn và ngày"


class TimingLine(QWidget):
    """`write(timing, reason)` takes the clerk's word with its reason, or none of both; False: it
    was refused.
    """

    def __init__(self, theme: Theme, write: Callable[[str, str], bool]) -> None:
        super().__init__()
        self._write, self._result = write, None
        self._words = label("", "small", wrap=True)
        self._more = button(theme, "Sửa…", kind="link", name="Sửa tình trạng hạn, kèm lý do")
        self._more.clicked.connect(self._begin)
        self._own = QWidget()
        self._timing = Combo("Tình trạng hạn")
        self._timing.addItem(_COMPUTED, "")
        for timing in Timing:
            self._timing.addItem(timing.value, timing.value)
        self._timing.activated.connect(self._choose)
        self.reason = TextField(theme, "Lý do đổi tình trạng hạn", self._give_reason, lines=1)
        self.reason.setPlaceholderText("lý do, cần ghi thì mới nhận")
        own = QVBoxLayout(self._own)
        own.setContentsMargins(0, 0, 0, 0)
        own.setSpacing(theme.px(4))
        own.addWidget(self._timing)
        own.addWidget(self.reason)
        line = QHBoxLayout()
        line.addWidget(self._words, 1)
        line.addWidget(self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addLayout(line)
        column.addWidget(self._own)

    _result: Result | None

    def show_timing(self, asked: Asked, today: date, *, other: bool, writable: bool) -> None:
        """How it stands; a word that still waits for its reason stays."""
        due, self._result = asked.question.due, asked.result
        words = timing_words(asked.told, due, today)
        told = asked.told.timing if asked.told is not None else ""
        parts = [f"Hạn {full_day(due)}" if due else "", f"{words} (ghi tay)" if told else words]
        self._words.setText(" · ".join(filter(None, parts)))
        show_kind(self._words, "late" if words.startswith(Timing.LATE) else "small")
        own = asked.result.timing if asked.result is not None else ""
        if other or own or not self._waits:
            self._timing.setCurrentIndex(self._timing.findData(own))
        show = self.reason.show_other if other else self.reason.show_text
        show(asked.result.timing_reason if asked.result is not None else "")
        self._timing.setEnabled(writable)
        self.reason.setReadOnly(not writable)
        self._more.setEnabled(writable)
        self._arrange(opened=bool(own) or (self._waits and not other))

    def commit(self) -> bool:
        """Write the reason that is being typed; False where it was refused."""
        self.reason.commit()
        return not self.reason.has_changes

    @property
    def _waits(self) -> bool:
        """Whether a word is chosen that has no reason yet."""
        own = self._result.timing if self._result is not None else ""
        return bool(self._timing.currentData()) and self._timing.currentData() != own

    def _arrange(self, *, opened: bool) -> None:
        self._own.setVisible(opened)
        self._more.setVisible(self._more.isEnabled() and not opened)
        self.reason.setVisible(bool(self._timing.currentData()))

    def _begin(self) -> None:
        self._arrange(opened=True)
        self._timing.setFocus()

    def _choose(self) -> None:
        chosen, own = self._timing.currentData(), self._result.timing if self._result else ""
        self._arrange(opened=True)
        if not chosen and own:
            self._write("", "")
        elif chosen and self.reason.words.strip():
            self._write(chosen, self.reason.words)
        elif chosen:
            self.reason.setFocus()

    def _give_reason(self, words: str) -> bool:
        return self._write(self._timing.currentData(), words)
