"""The editor of a cell: several lines, Alt+Enter for a new one, growing with its words. It never
touches what is typed and does nothing while an input method composes.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from cchc_desktop.domain.vietnamese import nfc
from ui.theme import Theme

_NEW_LINE = Qt.KeyboardModifier.AltModifier


class CellEditor(QPlainTextEdit):
    """`left(key)`: Enter, Tab, Shift+Tab or Esc ended it; `typed`: the words are others now and
    nothing is being composed.
    """

    left = Signal(int)  # Qt.Key
    typed = Signal()
    key_offered = Signal(object)  # QKeyEvent, which a list of suggestions may accept

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._composing = False
        self._least = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFont(theme.font())
        self.setObjectName("cellEditor")
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._grow)

    @property
    def composing(self) -> bool:
        """Whether an input method holds letters that are not final."""
        return self._composing

    @property
    def words(self) -> str:
        """What was typed, in NFC."""
        return nfc(self.toPlainText())

    def begin(self, text: str) -> None:
        """Show the words to edit, the caret behind them."""
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.setTextCursor(cursor)

    def set_least_height(self, height: int) -> None:
        """The cell's own height, which the editor never falls below."""
        self._least = height
        self._grow()

    def _grow(self) -> None:
        lines = max(1, round(self.document().size().height()))
        wanted = lines * self.fontMetrics().lineSpacing() + 2 * self._theme.px(5)
        parent = self.parentWidget()
        room = parent.height() if parent else wanted
        self.resize(self.width(), max(self._least, min(wanted, room)))
        if not self._composing:
            self.typed.emit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if not self._composing:
            self.typed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._composing:
            super().keyPressEvent(event)
            return
        event.ignore()
        self.key_offered.emit(event)
        if event.isAccepted():
            return
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & _NEW_LINE:
                self.insertPlainText("\n")
            elif not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.left.emit(Qt.Key.Key_Return)
            event.accept()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape):
            self.left.emit(key)
            event.accept()
        else:
            super().keyPressEvent(event)
