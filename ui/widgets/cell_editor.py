"""The editor of a cell: several lines, Alt+Enter for a new one, growing with its words. It never
touches what is typed and does nothing while an input method composes.
"""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import (
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMoveEvent,
    QResizeEvent,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from ui.theme import Theme
from ui.widgets.typed_text import typed_text

_NEW_LINE = Qt.KeyboardModifier.AltModifier


class CellEditor(QPlainTextEdit):
    """`left(key)`: Enter, Tab, Shift+Tab or Esc ended it; `typed`: the words are others now and
    nothing is being composed; `placed`: it stands elsewhere now, or is of another size.
    """

    left = Signal(int)  # Qt.Key
    typed = Signal()
    placed = Signal()
    key_offered = Signal(object)  # QKeyEvent, which what floats beside the editor may accept

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._composing = False
        self._cell = QRect()
        self.own_keys: set[QKeySequence] = set()  # not for the window's shortcuts meanwhile
        self.refused = False  # the words could not be written: they stay here
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
        return typed_text(self.document())

    @property
    def changed(self) -> bool:
        """Whether anything was typed, or taken, since the words were shown."""
        return self.document().isModified()

    def begin(self, text: str) -> None:
        """Show the words to edit, the caret behind them."""
        self.setPlainText(text)
        self.moveCursor(self.textCursor().MoveOperation.End)

    def take(self, text: str) -> None:
        """Other words in place of those typed, which Ctrl+Z brings back."""
        cursor = self.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(text)
        self.setTextCursor(cursor)

    def set_cell(self, cell: QRect) -> None:
        """The cell's own box, which the editor covers and grows from."""
        self._cell = cell
        self.resize(cell.width(), self.height())  # lines break at the width
        self._fit()

    def _grow(self) -> None:
        self._fit()
        if not self._composing:
            self.typed.emit()

    def _fit(self) -> None:
        """As high as the words; where the room below is too small, upwards."""
        lines = max(1, round(self.document().size().height()))
        height = max(
            self._cell.height(), lines * self.fontMetrics().lineSpacing() + 2 * self._theme.px(5)
        )
        parent = self.parentWidget()
        if parent is not None:
            height = min(height, max(parent.height(), self._theme.px(26)))
        top = self._cell.top()
        if parent is not None and top + height > parent.height():
            top = max(parent.height() - height, 0)
        self.setGeometry(self._cell.left(), top, self._cell.width(), height)

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self.placed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.placed.emit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if not self._composing:
            self.typed.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            own = QKeySequence(event.keyCombination()) in self.own_keys
            if self._composing or own:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._composing:
            super().keyPressEvent(event)
            event.accept()  # nothing of it is for the grid
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
            event.accept()
