"""A list of items, some with a box to be ticked: what is offered for citing, what was read from a
text, what a column is filtered by.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.widgets.cells import CellArt
from ui.widgets.list_model import ListModel

Index = QModelIndex | QPersistentModelIndex
_LINE, _ONE_LINE, _TICK, _BADGE = 48, 28, 16, 20  # pixels at 100 %
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Badge:
    """A word at the right of an item: its icon, and the roles of its text and ground."""

    words: str
    icon: str
    role: str
    ground: str


@dataclass(frozen=True, slots=True)
class Offer:
    """An item: `below` stands under its title, in a list of one-line items at the right of it.
    `ticked` is None where there is nothing to tick; `also` is searched, not shown.
    """

    id: str
    title: str
    below: str = ""
    ticked: bool | None = None
    badge: Badge | None = None
    also: str = ""


def _spoken(offer: Offer) -> str:
    state = {None: "", True: "đã chọn", False: "chưa chọn"}[offer.ticked]
    badge = offer.badge.words if offer.badge else ""
    return ". ".join(filter(None, (offer.title, offer.below, badge, state)))


class _OfferModel(ListModel):
    """Tells the ticks of its items."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(lambda offer: offer.title, _spoken, parent)

    def show(self, items: Sequence[Any]) -> None:
        """Other items; where they are the same things, the view stays where it is."""
        if [item.id for item in items] != [item.id for item in self.items]:
            super().show(items)
        elif list(items) != self.items:
            self.items = list(items)
            self.dataChanged.emit(self.index(0), self.index(len(self.items) - 1))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.isValid() and role == Qt.ItemDataRole.CheckStateRole:
            ticked = self.items[index.row()].ticked
            states = Qt.CheckState
            return None if ticked is None else states.Checked if ticked else states.Unchecked
        return super().data(index, role)


class TickList(QListView):
    """`turned(id)`: the box of an item was clicked, or Space pressed; `taken(id)`: Enter or a
    double click. What is ticked is the owner's matter, who shows the offers anew.
    """

    turned = Signal(str)
    taken = Signal(str)
    current_changed = Signal(str)

    def __init__(
        self,
        art: CellArt,
        name: str,
        *,
        bold: bool = False,
        shows_current: bool = False,
        one_line: bool = False,
    ) -> None:
        """`one_line`: items without a second line, whose ticks turn wherever they are clicked."""
        super().__init__()
        self.shows_current = shows_current  # also while the keys are for another widget
        self.one_line = one_line
        self.setAccessibleName(name)
        self.offers = _OfferModel(self)
        self.setModel(self.offers)
        self.setItemDelegate(_OfferPainter(art, self, bold=bold))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        if not one_line:
            self.doubleClicked.connect(self._take)

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Other items; the place in the list is kept."""
        row = max(self.currentIndex().row(), 0)
        self.offers.show(offers)
        if not self.currentIndex().isValid() and offers:
            self.setCurrentIndex(self.offers.index(min(row, len(offers) - 1)))
        elif not offers:  # a reset tells nobody
            self.current_changed.emit("")

    @property
    def current_id(self) -> str:
        """Of the current item; "" for none."""
        offer: Offer | None = self.currentIndex().data(ListModel.ITEM)
        return offer.id if offer is not None else ""

    def choose(self, offer_id: str) -> None:
        """Make an item the current one."""
        for row, offer in enumerate(self.offers.items):
            if offer.id == offer_id:
                self.setCurrentIndex(self.offers.index(row))

    def turn(self, index: Index) -> None:
        """Ask for the other state of an item's tick."""
        offer: Offer | None = index.data(ListModel.ITEM)
        if offer is not None and offer.ticked is not None:
            self.turned.emit(offer.id)

    def _take(self) -> None:
        if self.current_id:
            self.taken.emit(self.current_id)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.current_changed.emit(self.current_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() == Qt.Key.Key_Space:
            self.turn(self.currentIndex())
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        else:
            super().keyPressEvent(event)


class _OfferPainter(QStyledItemDelegate):
    def __init__(self, art: CellArt, view: TickList, *, bold: bool) -> None:
        super().__init__(view)
        self._usual, self._view = art, view
        self._art = art  # what draws on the ground of the item that is painted
        self._title = art.bold if bold else art.body

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._art.theme.px(_ONE_LINE if self._view.one_line else _LINE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box = QRect(option.rect)
        offer: Offer = index.data(ListModel.ITEM)
        state: QStyle.StateFlag = option.state
        selected, focused = bool(state & QStyle.StateFlag.State_Selected), self._view.hasFocus()
        shown = selected and (focused or self._view.shows_current)
        art = self._art = self._usual.selected if shown else self._usual
        theme = art.theme
        painter.save()
        painter.fillRect(box, theme.colour("sel" if shown else "base"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if offer.ticked is not None:
            self._paint_tick(painter, self._tick_box(box), ticked=offer.ticked)
        left = self._tick_box(box).right() + theme.px(8)
        words = QRect(
            left, box.top() + theme.px(5), box.right() - left - theme.px(8), art.line_height
        )
        below = words.translated(0, art.line_height)
        if self._view.one_line:
            wide = QFontMetrics(art.small).horizontalAdvance(offer.below) + theme.px(2)
            below = words.adjusted(words.width() - wide, 0, 0, 0)
            words.setRight(below.left() - theme.px(6))
        if offer.badge is not None:
            words.setRight(self._paint_badge(painter, box, offer.badge) - theme.px(6))
        self._write(painter, words, offer.title, "text", self._title)
        self._write(painter, below, offer.below, "text2", art.small)
        if selected and focused:
            art.paint_focus(painter, box)
        painter.restore()

    def _write(self, painter: QPainter, box: QRect, words: str, role: str, font: QFont) -> None:
        end = Qt.TextElideMode.ElideRight
        painter.setFont(font)
        painter.setPen(self._art.theme.colour(role))
        painter.drawText(box, _MIDDLE, QFontMetrics(font).elidedText(words, end, box.width()))

    def _tick_box(self, box: QRect) -> QRect:
        size, side = self._art.theme.px(_TICK), self._art.theme.px(8)
        return QRect(box.left() + side, box.top() + self._art.theme.px(6), size, size)

    def _paint_tick(self, painter: QPainter, box: QRect, *, ticked: bool) -> None:
        theme = self._art.theme
        painter.setPen(QPen(theme.colour("acc" if ticked else "edge"), 1))
        painter.setBrush(theme.colour("acc" if ticked else "base"))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
        if ticked:
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(box, theme.pixmap("check", "accfg", _TICK, ratio))

    def _paint_badge(self, painter: QPainter, box: QRect, badge: Badge) -> int:
        """The badge at the right of an item; its own left edge."""
        theme, size = self._art.theme, self._art.theme.px(13)
        words = QFontMetrics(self._art.small).horizontalAdvance(badge.words)
        wide, tall = words + size + theme.px(3 + 12), theme.px(_BADGE)
        place = QRect(box.right() - wide - theme.px(8), box.top() + theme.px(5), wide, tall)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(badge.ground))
        painter.drawRoundedRect(place, theme.px(3), theme.px(3))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        ratio = painter.device().devicePixelRatioF()
        left, top = place.left() + theme.px(6), place.top() + (tall - size) // 2
        painter.drawPixmap(left, top, theme.pixmap(badge.icon, badge.role, 13, ratio))
        rest = place.adjusted(theme.px(6) + size + theme.px(3), 0, 0, 0)
        self._write(painter, rest, badge.words, badge.role, self._art.small)
        return place.left()

    def editorEvent(
        self, event: QEvent, model: object, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """A click on the box turns it; the rest of the item only chooses it."""
        if isinstance(event, QMouseEvent):
            whole = QRect(option.rect)
            reach = self._tick_box(whole).adjusted(-8, -6, 8, 24)
            if self._view.one_line:
                reach = whole
            inside = reach.contains(event.position().toPoint())
            if inside and event.type() == QEvent.Type.MouseButtonRelease:
                self._view.turn(index)
            return inside
        return False
