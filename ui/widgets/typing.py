"""What is typed in an editor until it is written: when it is left, or after a pause. Words that are
refused stay; nothing is written while an input method composes.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QInputMethodEvent, QTextDocument

from ui.widgets.typed_text import typed_text

_PAUSE = 3_000  # milliseconds without a key


class Typing(QObject):
    """`write(text)` takes words that are others than those `stored`; False: they were refused."""

    def __init__(
        self, document: QTextDocument, write: Callable[[str], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._document, self._write = document, write
        self.stored = ""
        self.composing = False
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(_PAUSE)
        self.pause.timeout.connect(self.commit)

    @property
    def words(self) -> str:
        """What stands in the editor, in NFC."""
        return typed_text(self._document)

    @property
    def has_changes(self) -> bool:
        """Whether something is typed that is not written yet."""
        return self._document.isModified() and self.words != self.stored

    @property
    def goes_on(self) -> bool:
        """Whether what stands in the editor is the user's and must stay."""
        return self.composing or self.has_changes

    def settle(self) -> None:
        """What stands in the editor is what is stored."""
        self._document.setModified(False)
        self.pause.stop()

    def changed(self) -> None:
        """The text has changed: it is written after a pause."""
        if self._document.isModified():
            self.pause.start()

    def compose(self, event: QInputMethodEvent) -> None:
        """What an input method is about to do."""
        self.composing = bool(event.preeditString())

    def composed(self) -> None:
        """What an input method has done: a pause that ended meanwhile begins anew."""
        if not self.composing:
            self.changed()

    def commit(self) -> None:
        """Write now what was typed; what is refused goes on being a change."""
        self.pause.stop()
        if self.composing or not self.has_changes:
            return
        before, self.stored = self.stored, self.words
        self._document.setModified(False)  # already now: the write may show it as it was read
        if not self._write(self.stored):
            self.stored = before
            self._document.setModified(True)
