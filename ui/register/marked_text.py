"""The box that takes a sentence or a whole report: what was found in it is marked where it stands,
and nothing of it is ever changed here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QEvent, QMimeData, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from ui.theme import Theme

_PAUSE = 300  # milliseconds after the last key


class Look(StrEnum):
    """How a stretch of text is marked."""

    NEW = "new"
    KNOWN = "known"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters from `start` to before `end`, and what a click on them means."""

    start: int
    end: int
    look: Look
    id: str


class MarkedText(QPlainTextEdit):
    """`settled`: the text is another one, and nobody is typing; `touched(id)`: the caret stands in
    a mark.
    """

    settled = Signal()
    touched = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._marks = theme, tuple[Mark, ...]()
        self._composing = False
        self.setAccessibleName("Câu hay báo cáo để lấy văn bản")
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.settled)
        self._text = ""
        self.textChanged.connect(self._changed)
        self.cursorPositionChanged.connect(self._touch)

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Other marks, of the text that stands here."""
        self._marks = tuple(self._placed(mark) for mark in marks)
        formats = {look: self._format(look) for look in Look}
        selections = []
        for mark in self._marks:
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(mark.start)
            cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
            selection.cursor, selection.format = cursor, formats[mark.look]
            selections.append(selection)
        self.setExtraSelections(selections)

    def _placed(self, mark: Mark) -> Mark:
        """A mark with the places as Qt counts them."""
        start, end = map(self._place_of, (mark.start, mark.end))
        return replace(mark, start=start, end=end)

    def _place_of(self, letter: int) -> int:
        """Letters beyond the first plane are two places for Qt."""
        return len(self._text[:letter].encode("utf-16-le")) // 2

    def _format(self, look: Look) -> QTextCharFormat:
        made, theme = QTextCharFormat(), self._theme
        lines = QTextCharFormat.UnderlineStyle
        match look:
            case Look.NEW:
                made.setBackground(theme.colour("tint"))
                made.setUnderlineStyle(lines.SingleUnderline)
                made.setUnderlineColor(theme.colour("acc"))
            case Look.KNOWN:
                made.setUnderlineStyle(lines.DotLine)
                made.setUnderlineColor(theme.colour("text2"))
            case Look.DOUBTFUL:
                made.setBackground(theme.colour("ambt"))
                made.setUnderlineStyle(lines.DashUnderline)
                made.setUnderlineColor(theme.colour("ambm"))
        return made

    def _changed(self) -> None:
        if self.toPlainText() == self._text:
            return  # a mark is no change
        self._text = self.toPlainText()
        self.setExtraSelections([])
        if not self._composing:
            self._pause.start()

    def _touch(self) -> None:
        place = self.textCursor().position()
        for mark in self._marks:
            if mark.start <= place < mark.end:
                self.touched.emit(mark.id)
                return

    def go_to(self, mark_id: str) -> None:
        """Bring the first stretch with this mark on the screen, the caret before it."""
        for mark in self._marks:
            if mark.id == mark_id:
                self._put_caret(mark.start)
                self.centerCursor()
                return

    def insert_at(self, letter: int, words: str) -> None:
        """Words put in by a command; Ctrl+Z takes them back."""
        self._put_caret(self._place_of(letter))
        self.textCursor().insertText(words)
        self.settled.emit()

    def _put_caret(self, place: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(place)
        self.setTextCursor(cursor)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Words without their looks; a paste is read at once."""
        self.insertPlainText(source.text())
        self._pause.stop()
        self.settled.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Files are taken by the tab."""
        return source.hasText() and not source.hasUrls()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        if self._composing:
            self._pause.stop()
        super().inputMethodEvent(event)
        if not self._composing:
            self._pause.start()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._composing:
            event.accept()
            return True
        return super().event(event)
