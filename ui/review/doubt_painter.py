"""The doubts of a reading for Qt, and how each is painted."""

from collections.abc import Callable

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from cchc_desktop.domain.proposal import Doubt
from cchc_desktop.services.doubt_words import doubt_place, doubt_reason, doubt_title
from ui.widgets.cells import CellArt
from ui.widgets.list_model import ListModel

Index = QModelIndex | QPersistentModelIndex
HEIGHT = 53  # of a row in pixels at 100 %


def spoken_doubt(doubt: Doubt) -> str:
    """All that a screen reader says of a doubt."""
    place = doubt_place(doubt)
    return f"{doubt_title(doubt)}. {f'{place}. ' if place else ''}{doubt_reason(doubt)}"


class DoubtPainter(QStyledItemDelegate):
    """A triangle, the title in bold, the reason below; the room that buttons take is left free."""

    def __init__(self, art: CellArt, view: QListView, taken: Callable[[int], QSize]) -> None:
        super().__init__(view)
        self._art, self._view, self._taken = art, view, taken

    def _words_width(self, row: int) -> int:
        px = self._art.theme.px
        return self._view.viewport().width() - self._taken(row).width() - px(34) - px(12)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px, height = self._art.theme.px, self._art.theme.px(HEIGHT)
        if index == self._view.currentIndex():  # its reason is told in full
            reason = doubt_reason(index.data(ListModel.ITEM))
            wrapped = self._art.text_height(reason, self._words_width(index.row()))
            height = max(height, px(7 + 19 + 9) + wrapped) + self._taken(index.row()).height()
        return QSize(px(100), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        doubt: Doubt = index.data(ListModel.ITEM)
        box = QRect(option.rect)
        current = index == self._view.currentIndex()
        art = self._art.selected if current else self._art
        theme = art.theme
        painter.save()
        painter.fillRect(box, theme.colour("ambt" if current else "base"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if current:
            bar = QRect(box.left(), box.top(), theme.px(4), box.height())
            painter.fillRect(bar, theme.colour("ambm"))
        ratio = painter.device().devicePixelRatioF()
        picture = theme.pixmap("triangle-alert", "amb", 16, ratio)
        painter.drawPixmap(box.left() + theme.px(10), box.top() + theme.px(8), picture)
        width = self._words_width(index.row())
        line = QRect(box.left() + theme.px(34), box.top() + theme.px(7), width, art.line_height)
        painter.setFont(art.bold)
        painter.setPen(theme.colour("text"))
        place = f" · {doubt_place(doubt)}" if doubt.row else ""
        room = width - QFontMetrics(art.body).horizontalAdvance(place)
        title = _elided(painter, doubt_title(doubt), room)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, title)
        after = line.adjusted(painter.fontMetrics().horizontalAdvance(title), 0, 0, 0)
        painter.setFont(art.body)
        painter.setPen(theme.colour("text2"))
        painter.drawText(after, Qt.AlignmentFlag.AlignVCenter, place)
        line.translate(0, theme.px(19))
        if current:
            line.setBottom(box.bottom())
            art.paint_text(painter, line, doubt_reason(doubt), "text2")
        else:
            words = _elided(painter, doubt_reason(doubt), width)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)
        if current and self._view.hasFocus():
            art.paint_focus(painter, box)
        painter.restore()


def _elided(painter: QPainter, words: str, width: int) -> str:
    return painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, width)
