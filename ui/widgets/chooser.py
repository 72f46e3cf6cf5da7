"""A list to choose from by typing what one remembers: marks and the order of words don't matter."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from cchc_desktop.domain.register_search import holds, search_text, wanted_words
from ui.widgets.cells import CellArt
from ui.widgets.controls import label
from ui.widgets.tick_list import Offer, TickList

_UNMATCHED = "Không có dòng nào khớp với chữ tìm."


class ListField(QLineEdit):
    """Over a list: Up and Down move in it without leaving the field; Enter takes."""

    key_for_list = Signal(object)  # QKeyEvent

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        if event.key() in (keys.Key_Up, keys.Key_Down, keys.Key_PageUp, keys.Key_PageDown):
            self.key_for_list.emit(event)
        elif event.key() in (keys.Key_Return, keys.Key_Enter) and not event.modifiers():
            self.returnPressed.emit()
            event.accept()  # not for the dialog's default button
        else:
            super().keyPressEvent(event)


class Chooser(QWidget):
    """`taken(id)`: Enter, in the field too, or a double click."""

    taken = Signal(str)

    def __init__(self, art: CellArt, name: str, hint: str, nothing: str = "") -> None:
        """`nothing`: said where there is nothing to choose from."""
        super().__init__()
        self._offers: Sequence[Offer] = ()
        self._nothing = nothing
        self._folded: dict[str, str] = {}
        self.field = ListField()
        self.field.setPlaceholderText(f"{hint}, không cần gõ dấu")
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.setClearButtonEnabled(True)
        self.list = TickList(art, name, shows_current=True)
        self.empty = label("", "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(art.theme.px(8))
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(self.empty)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self._show)
        self.field.key_for_list.connect(self.list.keyPressEvent)
        self.field.returnPressed.connect(self._take_current)
        self.list.taken.connect(self.taken)

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """What there is to choose from."""
        self._offers = offers
        self._show()

    def _show(self) -> None:
        wanted = wanted_words(self.field.text())
        found = [o for o in self._offers if holds(self._text(o), wanted)]
        self.list.show_offers(found)
        self.empty.setText(_UNMATCHED if self._offers else self._nothing)
        self.empty.setVisible(not found)

    def _text(self, offer: Offer) -> str:
        if offer.id not in self._folded:
            self._folded[offer.id] = search_text(f"{offer.title} {offer.below} {offer.also}")
        return self._folded[offer.id]

    def _take_current(self) -> None:
        if self.list.current_id:
            self.taken.emit(self.list.current_id)
