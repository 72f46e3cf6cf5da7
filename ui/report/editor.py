"""The editor of one paragraph, in the type of the report: written when it is left, after a pause in
typing, or at once where Enter parts it. It never touches what is typed and does nothing while an
input method composes.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit

from cchc_desktop.domain.report import Span
from cchc_desktop.domain.sourced_text import source_at
from ui.report.woven_text import EDGE, SIDE
from ui.theme import Theme
from ui.widgets.typing import Typing

LINE, INDENT = 25, 36  # pixels at 100 %: the height of a line, and where a paragraph begins
_LINE_HEIGHT = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_UP, _DOWN = -1, 1
_TOUCHES = {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.InputMethod}


class ParagraphEditor(QTextEdit):
    """`write(text)` takes words that are others now; False: they were refused and stay here.
    `touched`: a key was pressed; `source_asked(id)`: Ctrl and a click; `stepped(by)`: an arrow left
    the paragraph; `joined(by)`: Backspace at its beginning, Delete at its end.
    """

    touched = Signal()
    source_asked = Signal(str)
    stepped = Signal(int)
    joined = Signal(int)

    def __init__(self, theme: Theme, write: Callable[[str], bool]) -> None:
        super().__init__()
        self._theme = theme
        self._typing = Typing(self.document(), write, self)
        self._spans: tuple[Span, ...] = ()
        self._flaws: Sequence[str] = ()
        self.setObjectName("paragraph")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.setViewportMargins(*[theme.px(SIDE), theme.px(EDGE)] * 2)
        self.textChanged.connect(self._typing.changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    # What is shown

    def show_text(self, text: str, spans: Sequence[Span], flaws: Sequence[str] = ()) -> None:
        """Show what the paragraph holds now, `flaws` are words of it to be seen to; what is being
        typed here stays.
        """
        typing = self._typing.goes_on
        self._typing.stored, self._flaws = text, flaws
        if not typing:
            self._spans = tuple(spans)
            if text != self.words:
                self._set_words(text)
            self._settle()

    def show_stored(self) -> None:
        """Give up what was typed."""
        self._set_words(self._typing.stored)
        self._settle()

    def _set_words(self, text: str) -> None:
        place = self.textCursor().position()
        self.setPlainText(text)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        look = QTextBlockFormat()
        look.setLineHeight(self._theme.px(LINE), _LINE_HEIGHT)
        look.setTextIndent(self._theme.px(INDENT))
        cursor.mergeBlockFormat(look)
        cursor.setPosition(min(place, len(self.toPlainText())))
        self.setTextCursor(cursor)

    def _settle(self) -> None:
        """What stands here is what is stored."""
        self._typing.settle()
        self.document().clearUndoRedoStacks()
        self._mark_words()

    def _mark_words(self) -> None:
        """Dots under what comes from a record, others under what a check has found; the marks move
        with the words.
        """
        marks = [self._mark(start, end, "acc") for start, end, _ in self._spans]
        for words in self._flaws:
            start = self._typing.stored.find(words) if words else -1
            if start >= 0:
                marks.append(self._mark(start, start + len(words), "ambm"))
        self.setExtraSelections(marks)

    def _mark(self, start: int, end: int, role: str) -> QTextEdit.ExtraSelection:
        mark, look = QTextEdit.ExtraSelection(), QTextCharFormat()
        lines = QTextCharFormat.UnderlineStyle
        look.setUnderlineStyle(lines.DotLine if role == "acc" else lines.DashUnderline)
        look.setUnderlineColor(self._theme.colour(role))
        mark.cursor = QTextCursor(self.document())
        mark.cursor.setPosition(start)
        mark.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        mark.format = look
        return mark

    def _fit(self) -> None:
        """As high as the words."""
        height = max(round(self.document().size().height()), self._theme.px(LINE))
        self.setFixedHeight(height + 2 * self._theme.px(EDGE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    # What is typed

    @property
    def words(self) -> str:
        """What stands here, in NFC."""
        return self._typing.words

    @property
    def has_changes(self) -> bool:
        """Whether something is typed that is not written yet."""
        return self._typing.has_changes

    @property
    def caret(self) -> int:
        """Where the caret stands, in characters."""
        before = QTextCursor(self.document())
        before.setPosition(self.textCursor().position(), QTextCursor.MoveMode.KeepAnchor)
        return len(before.selectedText())

    def place_caret(self, place: int) -> None:
        """Put the caret behind so many characters; -1 is the end."""
        cursor = self.textCursor()
        end = len(self.toPlainText())
        cursor.setPosition(end if place < 0 else min(place, end))
        self.setTextCursor(cursor)

    def source_here(self) -> str:
        """The record that the sentence at the caret comes from; "" for none."""
        return source_at(
            self._typing.stored, self._spans, min(self.caret, len(self._typing.stored))
        )

    def commit(self) -> None:
        """Write now what was typed; what is refused goes on being a change."""
        self._typing.commit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:  # its own menu
            self.commit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._typing.compose(event)
        super().inputMethodEvent(event)
        self._typing.composed()

    def event(self, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.touched.emit()
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._typing.composing:
                event.accept()
                return True
            if self._is_for_the_window(event):
                event.ignore()
                return False
        return super().event(event)

    def _is_for_the_window(self, event: QKeyEvent) -> bool:
        """Undo and redo, where nothing is typed that is not written."""
        keys, document = QKeySequence.StandardKey, self.document()
        if event.matches(keys.Undo):
            return not document.isUndoAvailable()
        return event.matches(keys.Redo) and not document.isRedoAvailable()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._typing.composing or self.isReadOnly() or not self._leaves(event):
            super().keyPressEvent(event)
            parted = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if parted and not self._typing.composing:
                self.commit()

    def _leaves(self, event: QKeyEvent) -> bool:
        """Keys that go beyond the paragraph."""
        if (
            event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            or self.textCursor().hasSelection()
        ):
            return False
        match event.key():
            case Qt.Key.Key_Escape if self.has_changes:
                self.show_stored()
            case Qt.Key.Key_Up if self._stands_at(QTextCursor.MoveOperation.Up):
                self.stepped.emit(_UP)
            case Qt.Key.Key_Down if self._stands_at(QTextCursor.MoveOperation.Down):
                self.stepped.emit(_DOWN)
            case Qt.Key.Key_Backspace if self.textCursor().atStart():
                self.joined.emit(_UP)
            case Qt.Key.Key_Delete if self.textCursor().atEnd():
                self.joined.emit(_DOWN)
            case _:
                return False
        event.accept()
        return True

    def _stands_at(self, beyond: QTextCursor.MoveOperation) -> bool:
        """Whether there is no line beyond that of the caret."""
        return not self.textCursor().movePosition(beyond)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.setTextCursor(self.cursorForPosition(event.position().toPoint()))
            if source := self.source_here():
                self.source_asked.emit(source)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Words only: files are for the window."""
        return source.hasText() and not source.hasUrls()
