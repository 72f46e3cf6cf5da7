"""How far a task has come: three words, one of which is pressed, or none where nobody said."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cchc_desktop.domain.result import State
from ui.theme import Theme
from ui.widgets.controls import choice


class StateChoice(QWidget):
    """`chosen(state)`: the clerk pressed a word; "" where it was taken back."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._state = ""
        box, self._group = choice(theme, [state.value for state in State], chosen=-1)
        self._group.setExclusive(False)  # the pressed word can be released again
        for button in self._group.buttons():
            button.setAccessibleName(f"Tình trạng: {button.text()}")
        self._group.idClicked.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(box)
        row.addStretch(1)

    def show_state(self, state: str, *, writable: bool) -> None:
        """What was said."""
        self._state = state
        for place, word in enumerate(State):
            self._group.button(place).setChecked(word == state)
            self._group.button(place).setEnabled(writable or word == state)

    def _choose(self, place: int) -> None:
        pressed = list(State)[place].value
        before = self._state
        self.show_state("" if pressed == before else pressed, writable=True)
        self.chosen.emit(self._state)
