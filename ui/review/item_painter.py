"""Paints the rows that were read and tells how high they must be."""

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView

from ui.review.item_model import ItemModel, Line
from ui.widgets.cell_editing import CellEditing
from ui.widgets.cells import CellArt
from ui.widgets.unit_chips import UnitChips

Index = QModelIndex | QPersistentModelIndex
_TICK = 14  # pixels at 100 %


class ItemPainter(CellEditing):
    """A cell is its words, or its chips, and the line of a doubt. `chips` follow the reading."""

    def __init__(
        self, art: CellArt, chips: UnitChips, view: QTableView, is_folded: Callable[[str], bool]
    ) -> None:
        super().__init__(art, view)
        self.chips, self._is_folded = chips, is_folded

    @property
    def _model(self) -> ItemModel:
        model = self.view.model()
        assert isinstance(model, ItemModel)
        return model

    # Heights

    def row_height(self, row: int) -> int:
        """What the row's tallest cell needs at the present column widths."""
        model, art = self._model, self.art
        line = model.rows[row]
        if line.depth < 2:
            inner = line.depth == 1
            room = self.view.viewport().width() - self._tick_room
            width = art.heading_words_width(room, line.note, inner=inner)
            return art.heading_height(line.text, width, inner=inner)
        shown = (c for c in range(1, model.columnCount()) if not self.view.isColumnHidden(c))
        heights = (self._cell_height(row, column) for column in shown)
        return max(heights, default=art.line_height) + 2 * art.edge

    def _cell_height(self, row: int, column: int) -> int:
        index = self._model.index(row, column)
        width = self.view.columnWidth(column) - 2 * self.art.side
        text = index.data()
        chips = self.chips.of(self._model.key_of(column), text)
        height = self.art.chips_height(chips, width) if chips else self.art.text_height(text, width)
        return height + self.art.mark_height(index.data(ItemModel.MARK))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.view.columnWidth(index.column()), self.row_height(index.row()))

    # Painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box = QRect(option.rect)
        line: Line = index.data(ItemModel.LINE)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        art = self.art.selected if selected else self.art
        painter.save()
        painter.setClipRect(box)
        ground = "base" if line.depth == 2 else "group" if line.depth == 1 else "area"
        painter.fillRect(box, art.theme.colour("sel" if selected else ground))
        painter.setPen(art.theme.colour("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if line.depth < 2:
            self._paint_heading(painter, art, box, index, line)
        elif index.column() == 0:
            self._paint_row_number(painter, art, box, index)
        else:
            self._paint_cell(painter, art, box, index)
        if index == self.view.currentIndex() and self.view.hasFocus():
            art.paint_focus(painter, box)
        painter.restore()

    def _paint_heading(
        self, painter: QPainter, art: CellArt, box: QRect, index: Index, line: Line
    ) -> None:
        self._paint_tick(painter, art, box, index)
        words = box.adjusted(self._tick_room, 0, 0, 0)
        art.paint_heading(
            painter,
            words,
            line.text,
            inner=line.depth == 1,
            folded=self._is_folded(line.id),
            note=line.note,
        )

    def _paint_row_number(self, painter: QPainter, art: CellArt, box: QRect, index: Index) -> None:
        self._paint_tick(painter, art, box, index)
        painter.drawLine(box.topRight(), box.bottomRight())
        painter.setFont(art.small)
        painter.setPen(art.theme.colour("text2"))
        words = box.adjusted(self._tick_room, art.edge, -art.side, 0)
        words.setHeight(art.line_height)
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, align, index.data())

    def _paint_cell(self, painter: QPainter, art: CellArt, box: QRect, index: Index) -> None:
        painter.drawLine(box.topRight(), box.bottomRight())
        inside = box.adjusted(art.side, art.edge, -art.side, 0)
        text, mark = index.data(), index.data(ItemModel.MARK)
        taken = self._is_taken(index)
        chips = self.chips.of(self._model.key_of(index.column()), text) if taken else ()
        height = art.line_height
        if chips:
            art.paint_chips(painter, inside, chips)
            height = art.chips_height(chips, inside.width())
        elif text:
            art.paint_text(painter, inside, text, "text" if taken else "text3")
            height = art.text_height(text, inside.width())
            if mark:
                art.paint_dotted_underline(painter, inside, text)
        elif mark:
            art.paint_text(painter, inside, "—", "text2")
        if mark:
            art.paint_mark(painter, inside.adjusted(0, height, 0, 0), mark)

    # The tick

    @property
    def _tick_room(self) -> int:
        return self.art.theme.px(_TICK + 8)

    def _is_taken(self, index: Index) -> bool:
        first = self._model.index(index.row(), 0)
        state = first.data(Qt.ItemDataRole.CheckStateRole)
        return Qt.CheckState(state) == Qt.CheckState.Checked

    def _tick_box(self, box: QRect) -> QRect:
        size = self.art.theme.px(_TICK)
        top = box.top() + (self.art.theme.px(26) - size) // 2
        return QRect(box.left() + self.art.side, top, size, size)

    def _paint_tick(self, painter: QPainter, art: CellArt, box: QRect, index: Index) -> None:
        theme, taken = art.theme, self._is_taken(index)
        place = self._tick_box(box)
        painter.save()
        painter.setPen(QPen(theme.colour("acc" if taken else "edge"), 1))
        painter.setBrush(theme.colour("acc" if taken else "base"))
        painter.drawRect(place.adjusted(0, 0, -1, -1))
        if taken:
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(place, theme.pixmap("check", "accfg", _TICK, ratio))
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: object, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """A click on the tick turns it; the rest of the cell only chooses the row."""
        if isinstance(event, QMouseEvent) and index.column() == 0:
            reach = self._tick_box(QRect(option.rect)).adjusted(-6, -6, 6, 6)
            inside = reach.contains(event.position().toPoint())
            if inside and event.type() == QEvent.Type.MouseButtonRelease:
                self.turn(index)
            return inside
        return False

    def turn(self, index: Index) -> None:
        """Take what was left out, leave out what was taken."""
        state = Qt.CheckState.Unchecked if self._is_taken(index) else Qt.CheckState.Checked
        first = self._model.index(index.row(), 0)
        self._model.setData(first, state, Qt.ItemDataRole.CheckStateRole)
