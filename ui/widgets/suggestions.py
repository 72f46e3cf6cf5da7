"""Words used before, offered under a cell's editor. The list never takes the focus and never
changes the text by itself: Down enters it, Enter takes the chosen words.
"""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from cchc_desktop.domain.vietnamese import fold
from ui.theme import Theme
from ui.widgets.cell_editor import CellEditor

_MOST = 8  # offered at a time
Source = Callable[[str], list[str]]  # words for what is typed, best first


class Suggestions(QObject):
    """Follows one editor. `source` gives whole new contents of the cell for what stands in it;
    `beside` is what else floats there and must not be covered.
    """

    def __init__(
        self,
        editor: CellEditor,
        source: Source,
        theme: Theme,
        host: QWidget,
        beside: QWidget | None = None,
    ) -> None:
        super().__init__(editor)
        self._editor, self._source, self._theme, self._beside = editor, source, theme, beside
        self.list = QListWidget(host)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName("Gợi ý")
        self.list.setStyleSheet(f"border: 1px solid {theme.colour('edge').name()};")
        self.list.itemClicked.connect(self._take)
        self.list.hide()
        editor.typed.connect(self._offer)
        # queued: a view that scrolls moves all that floats in it, one after the other
        editor.placed.connect(self._place, Qt.ConnectionType.QueuedConnection)
        editor.key_offered.connect(self._key)
        editor.destroyed.connect(self.list.deleteLater)
        editor.installEventFilter(self)
        self._own = False  # the text is being changed from the list

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """An editor that stays open without the focus offers nothing."""
        if event.type() == QEvent.Type.FocusOut:
            self.list.hide()
        return super().eventFilter(editor, event)

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
        self._place()

    def _place(self) -> None:
        """Under the editor, or the nearest place with room that covers nothing."""
        if not self.list.isVisible():
            return
        editor, host = self._editor, self.list.parentWidget()
        assert host is not None
        height = self.list.count() * self._theme.px(24) + 4
        width = min(max(editor.width(), self._theme.px(220)), host.width())
        cell = QRect(editor.mapTo(host, QPoint(0, 0)), editor.size())
        left = max(0, min(cell.left(), host.width() - width))
        taken = [cell]
        if self._beside is not None and self._beside.isVisible():
            taken.append(self._beside.geometry())
        tops = [box.bottom() + 1 for box in taken] + [box.top() - height for box in taken]
        places = [QRect(left, top, width, height) for top in tops]
        free = [p for p in places if not any(p.intersects(box) for box in taken)]
        whole = [p for p in free if host.rect().contains(p)]
        self.list.setGeometry([*whole, *free][0])
        self.list.raise_()

    def _key(self, event: QKeyEvent) -> None:
        if not self.list.isVisible() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
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
        self._editor.take(item.data(Qt.ItemDataRole.UserRole))
        self._own = False
        self.list.hide()


class Matching:
    """The known words that begin with, then those that hold, what is typed; marks don't matter.
    `known` is asked for at the first letter only.
    """

    def __init__(self, known: Callable[[], Iterable[str]]) -> None:
        self._known = known
        self._folded: list[tuple[str, str]] | None = None

    def __call__(self, typed: str) -> list[str]:
        wanted = fold(typed.strip())
        if not wanted:
            return []
        if self._folded is None:
            self._folded = [(fold(words), words) for words in self._known()]
        holding = [(plain, words) for plain, words in self._folded if wanted in plain]
        first = [words for plain, words in holding if plain.startswith(wanted)]
        return first + [words for plain, words in holding if not plain.startswith(wanted)]
