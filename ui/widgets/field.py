"""A text of the plan outside the grid: written when it is left, or after a pause in typing."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit

from ui.theme import Theme
from ui.widgets.typed_text import typed_text

_PAUSE = 3_000  # milliseconds without a key
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
        self._write = write
        self._stored = ""
        self._composing = False
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.commit)
        self.textChanged.connect(self._changed)
        if grows:
            self._grow()

    def show_text(self, text: str) -> None:
        """Show what the same place holds now; what is being typed here stays."""
        if self.has_changes or self._composing:
            self._stored = text
        else:
            self.show_other(text)

    def show_other(self, text: str) -> None:
        """Show another place's words; what was typed for the last one has been committed."""
        self._stored = text
        if text != self.words:
            self.setPlainText(text)
        self.document().setModified(False)
        self._pause.stop()

    @property
    def words(self) -> str:
        """What stands here, in NFC."""
        return typed_text(self.document())

    @property
    def has_changes(self) -> bool:
        """Whether something is typed that is not written yet."""
        return self.document().isModified() and self.words != self._stored

    def commit(self) -> None:
        """Write now what was typed; what is refused goes on being a change."""
        self._pause.stop()
        if self._composing or not self.has_changes:
            return
        before, self._stored = self._stored, self.words
        self.document().setModified(False)  # already now: the write may show it as it was read
        if not self._write(self._stored):
            self._stored = before
            self.document().setModified(True)

    def _changed(self) -> None:
        if self._grows:
            self._grow()
        if self.has_changes:
            self._pause.start()

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
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if not self._composing and self.has_changes:
            self._pause.start()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._composing:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._composing and self.has_changes:
            self.show_other(self._stored)
            event.accept()
            return
        if self._one_line and not self._composing and event.key() in _ENTER:
            self.focusNextChild()
            event.accept()
            return
        super().keyPressEvent(event)
