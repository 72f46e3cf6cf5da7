"""A text of the plan outside the grid: written when it is left, or after a pause in typing."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit

from ui.theme import Theme
from ui.widgets.typing import Typing

_MOST_LINES = 12  # of a field that grows
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TextField(QPlainTextEdit):
    """`write(text)` takes words that are others now; False: they were refused, and stay here to be
    mended or written later. Esc takes back what was typed since; Enter goes on to the next field
    where the text is `one_line`.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        write: Callable[[str], bool],
        *,
        lines: int = 2,
        grows: bool = True,
        one_line: bool = False,
    ) -> None:
        super().__init__()
        self._theme, self._lines, self._grows, self._one_line = theme, lines, grows, one_line
        self._typing = Typing(self.document(), write, self)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._changed)
        if grows:
            self._grow()

    def show_text(self, text: str) -> None:
        """Show what the same place holds now; what is being typed here stays."""
        if self._typing.goes_on:
            self._typing.stored = text
        else:
            self.show_other(text)

    def show_other(self, text: str) -> None:
        """Show another place's words; what was typed for the last one has been committed."""
        self._typing.stored = text
        if text != self.words:
            self.setPlainText(text)
        self._typing.settle()

    def go_to_line(self, number: int) -> None:
        """Take the focus with one line of the text chosen, from 0 on."""
        cursor = QTextCursor(self.document().findBlockByNumber(number))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def words(self) -> str:
        """What stands here, in NFC."""
        return self._typing.words

    @property
    def has_changes(self) -> bool:
        """Whether something is typed that is not written yet."""
        return self._typing.has_changes

    def commit(self) -> None:
        """Write now what was typed; what is refused goes on being a change."""
        self._typing.commit()

    def _changed(self) -> None:
        if self._grows:
            self._grow()
        self._typing.changed()

    def _grow(self) -> None:
        needed = round(self.document().size().height())
        whole = needed <= _MOST_LINES
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if whole else policy.ScrollBarAsNeeded
        )
        lines = max(self._lines, min(needed, _MOST_LINES))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + self._theme.px(10))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._grows and event.size().width() != event.oldSize().width():
            self._grow()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.commit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._typing.compose(event)
        super().inputMethodEvent(event)
        self._typing.composed()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._typing.composing:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._typing.composing and self.has_changes:
            self.show_other(self._typing.stored)
            event.accept()
            return
        if self._one_line and not self._typing.composing and event.key() in _ENTER:
            self.focusNextChild()
            event.accept()
            return
        super().keyPressEvent(event)
