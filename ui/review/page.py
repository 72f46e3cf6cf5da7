"""What every review of something taken in is: a state that is mended step by step, then accepted or
dropped. It writes nothing and knows neither window nor project.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.theme import Theme

S = TypeVar("S")


class ReviewPage(QWidget, Generic[S]):
    """`accepted(state)`: with what was chosen; `cancelled`: nothing is taken in."""

    accepted = Signal(object)
    cancelled = Signal()

    def __init__(self, state: S, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.state = state
        self._done: list[S] = []  # before each step
        self._undone: list[S] = []
        self._leaving = False  # Esc was pressed though steps would be lost

    def show_state(self) -> None:
        """Show the state as it is now."""
        raise NotImplementedError

    def show_return(self, before: S) -> None:
        """After a step was taken back or repeated: go where it was, if that can be told."""

    def warn_of_loss(self, steps: int) -> None:
        """Say that leaving once more loses so many steps."""
        raise NotImplementedError

    def shortcut(self, keys: str, act: Callable[[], object]) -> None:
        """A key that works wherever the focus is inside the page."""
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(act)
        self.addAction(action)

    # Steps

    @property
    def undoable(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._done)

    def step(self, state: S) -> None:
        """Another state, which can be taken back."""
        self._done.append(self.state)
        self._undone.clear()
        self._exchange(state)

    def undo(self) -> None:
        """Take back the last step."""
        self._travel(self._done, self._undone)

    def redo(self) -> None:
        """Repeat the step taken back last."""
        self._travel(self._undone, self._done)

    def _travel(self, source: list[S], other: list[S]) -> None:
        if source:
            before = self.state
            other.append(before)
            self._exchange(source.pop())
            self.show_return(before)

    def _exchange(self, state: S) -> None:
        self.state = state
        self._leaving = False
        self.show_state()

    # Ways out

    def may_leave(self) -> bool:
        """Whether the review may go: where steps would be lost, only when asked again."""
        if self._leaving or not self._done:
            return True
        self._leaving = True
        self.warn_of_loss(len(self._done))
        return False

    def ask_to_leave(self) -> None:
        """Go, unless steps would be lost."""
        if self.may_leave():
            self.cancelled.emit()

    def event(self, event: QEvent) -> bool:
        """The window's own undo must wait while a review is open."""
        asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asked and (_is_undo(event) or _is_redo(event)):  # type: ignore[arg-type]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_undo(event):
            self.undo()
        elif _is_redo(event):
            self.redo()
        elif event.key() == Qt.Key.Key_Escape:
            self.ask_to_leave()
        else:
            super().keyPressEvent(event)


def _is_undo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo)


def _is_redo(event: QKeyEvent) -> bool:
    control = Qt.KeyboardModifier.ControlModifier
    return event.key() == Qt.Key.Key_Y and event.modifiers() == control
