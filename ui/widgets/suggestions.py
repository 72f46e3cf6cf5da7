"""Words used before, offered under a cell's editor. The list never takes the focus and never
changes the text by itself: Down enters it, Enter takes the chosen words.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from cchc_desktop.domain.vietnamese import fold
from ui.theme import Theme
from ui.widgets.cell_editor import CellEditor

_MOST = 8  # offered at a time
Source = Callable[[str], list[str]]  # words for what is typed, best first


class Suggestions(QObject):
    """Follows one editor. `source` gives whole new contents of the cell for what stands in it."""

    def __init__(self, editor: CellEditor, source: Source, theme: Theme, host: QWidget) -> None:
        super().__init__(editor)
        self._editor, self._source, self._theme = editor, source, theme
        self.list = QListWidget(host)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName("Gợi ý")
        self.list.setStyleSheet(f"border: 1px solid {theme.colour('edge').name()};")
        self.list.itemClicked.connect(self._take)
        self.list.hide()
        editor.typed.connect(self._offer)
        editor.key_offered.connect(self._key)
        editor.destroyed.connect(self.list.deleteLater)
        self._own = False  # the text is being changed from the list

    def _offer(self) -> None:
        if self._own:
            return
        typed = self._editor.words
        found = [words for words in self._source(typed) if words != typed][:_MOST]
        self.list.clear()
        for words in found:
            item = QListWidgetItem(words.replace("\n", " ⏎ "))
            item.setData(Qt.ItemDataRole.UserRole, words)
            self.list.addItem(item)
        self.list.setVisible(bool(found))
        if found:
            self._place(len(found))

    def _place(self, count: int) -> None:
        """Under the editor; over it where the room below is too small."""
        editor = self._editor
        height = count * self._theme.px(24) + 4
        width = max(editor.width(), self._theme.px(220))
        host = self.list.parentWidget()
        assert host is not None
        corner = editor.mapTo(host, QPoint(0, editor.height()))
        if corner.y() + height > host.height():
            corner = editor.mapTo(host, QPoint(0, -height))
        corner.setX(max(0, min(corner.x(), host.width() - width)))
        self.list.setGeometry(corner.x(), corner.y(), width, height)
        self.list.raise_()

    def _key(self, event: QKeyEvent) -> None:
        if not self.list.isVisible() or event.modifiers():
            return
        row = self.list.currentRow()
        match event.key():
            case Qt.Key.Key_Down if self._at_last_line() or row >= 0:
                self.list.setCurrentRow(min(row + 1, self.list.count() - 1))
            case Qt.Key.Key_Up if row >= 0:
                self.list.setCurrentRow(row - 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Tab if row >= 0:
                self._take(self.list.item(row))
            case Qt.Key.Key_Escape:
                self.list.hide()
            case _:
                return
        event.accept()

    def _at_last_line(self) -> bool:
        return self._editor.textCursor().blockNumber() == self._editor.blockCount() - 1

    def _take(self, item: QListWidgetItem) -> None:
        self._own = True
        self._editor.begin(item.data(Qt.ItemDataRole.UserRole))
        self._own = False
        self.list.hide()


def matching(typed: str, known: list[str]) -> list[str]:
    """The known words that begin with, then those that hold, what is typed; marks don't matter."""
    wanted = fold(typed.strip())
    if not wanted:
        return []
    folded = [(fold(words), words) for words in known]
    first = [words for plain, words in folded if plain.startswith(wanted)]
    inside = [words for plain, words in folded if wanted in plain and not plain.startswith(wanted)]
    return [*first, *inside]
