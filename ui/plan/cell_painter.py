"""Paints the cells of the plan's grid and tells how high its rows must be."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView

from cchc_desktop.domain.plan import Area, Row, Task
from ui.cell_reading import CellReading
from ui.plan.table_model import PlanTableModel
from ui.widgets.cell_editing import CellEditing
from ui.widgets.cells import CellArt

Index = QModelIndex | QPersistentModelIndex


class CellPainter(CellEditing):
    """A cell is its words, or its chips, and the line of a doubt; a goal is painted once over the
    rows that share it. `is_folded` tells of a heading's id.
    """

    def __init__(
        self,
        art: CellArt,
        reading: CellReading,
        view: QTableView,
        is_folded: Callable[[str], bool],
    ) -> None:
        super().__init__(art, view)
        self.reading, self._is_folded = reading, is_folded

    @property
    def _model(self) -> PlanTableModel:
        model = self.view.model()
        assert isinstance(model, PlanTableModel)
        return model

    # Heights

    def row_height(self, row: int) -> int:
        """What the row's tallest cell needs at the present column widths."""
        model = self._model
        if model.is_heading(row):
            inner = not isinstance(model.rows[row], Area)
            width = self.view.viewport().width()
            words = self.art.heading_words_width(width, self._note(row), inner=inner)
            return self.art.heading_height(model.text(row, 0), words, inner=inner)
        heights = (
            self._cell_height(row, column)
            for column in range(len(model.columns))
            if not self.view.isColumnHidden(column)
        )
        return max(heights, default=self.art.line_height) + 2 * self.art.edge

    def _cell_height(self, row: int, column: int) -> int:
        model = self._model
        key = model.columns[column].key
        if key == "goal" and not self._is_last_of_goal(row):
            return self.art.line_height  # it runs on into the rows below
        text = model.text(row, column)
        width = self.view.columnWidth(column) - 2 * self.art.side
        chips = self.reading.chips(key, text)
        height = self.art.chips_height(chips, width) if chips else self.art.text_height(text, width)
        if key == "goal":
            height -= self._height_above(row)
        return height + self.art.mark_height(model.mark(row, column))

    def _is_last_of_goal(self, row: int) -> bool:
        """Whether no row below that is shown is under the same goal."""
        below = range(row + 1, self._model.places.goal_rows(row).stop)
        return all(self.view.isRowHidden(n) for n in below)

    def _height_above(self, row: int) -> int:
        """The pixels of a goal's shown rows over this one; hidden rows have none."""
        top = self._model.places.goal_rows(row).start
        header = self.view.verticalHeader()
        return header.sectionPosition(row) - header.sectionPosition(top)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.view.columnWidth(index.column()), self.row_height(index.row()))

    # Painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, box = self._model, QRect(option.rect)
        record: Row = model.rows[index.row()]
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        art = self.art.selected if selected else self.art
        painter.save()
        painter.setClipRect(box)
        if isinstance(record, Task):
            painter.fillRect(box, art.theme.colour("sel" if selected else "base"))
            self._paint_cell(painter, art, box, index)
        else:
            inner = not isinstance(record, Area)
            ground = "sel" if selected else "group" if inner else "area"
            painter.fillRect(box, art.theme.colour(ground))
            _line_below(painter, art, box)
            art.paint_heading(
                painter,
                box,
                model.text(index.row(), 0),
                inner=inner,
                folded=self._is_folded(record.id),
                note=self._note(index.row()),
            )
        if self._is_current(index):
            art.paint_focus(painter, box)
        painter.restore()

    def _is_current(self, index: Index) -> bool:
        current = self.view.currentIndex()
        return index == current or (
            index.row() == current.row() and self._model.is_heading(index.row())
        )

    def _note(self, row: int) -> str:
        if not isinstance(self._model.rows[row], Area):
            return ""
        count = self._model.places.tasks_under.get(self._model.rows[row].id, 0)
        return f"{count} nhiệm vụ" if count else "chưa có nhiệm vụ"

    def _paint_cell(self, painter: QPainter, art: CellArt, box: QRect, index: Index) -> None:
        model = self._model
        key = model.columns[index.column()].key
        painter.setPen(art.theme.colour("line"))
        painter.drawLine(box.topRight(), box.bottomRight())
        runs_on = key == "goal" and not self._is_last_of_goal(index.row())
        if not runs_on:
            _line_below(painter, art, box)
        inside = box.adjusted(art.side, art.edge, -art.side, 0)
        text = model.text(index.row(), index.column())
        mark = model.mark(index.row(), index.column())
        if key == "goal":
            inside.translate(0, -self._height_above(index.row()))
            inside.setHeight(1 << 16)
        chips = self.reading.chips(key, text)
        if chips:
            art.paint_chips(painter, inside, chips)
            height = art.chips_height(chips, inside.width())
        elif text:
            art.paint_text(painter, inside, text)
            height = art.text_height(text, inside.width())
            if mark:
                art.paint_dotted_underline(painter, inside, text)
        else:
            height = art.line_height
            if mark:
                art.paint_text(painter, inside, "—", "text2")
        if mark:
            art.paint_mark(painter, inside.adjusted(0, height, 0, 0), mark)


def _line_below(painter: QPainter, art: CellArt, box: QRect) -> None:
    painter.setPen(art.theme.colour("line"))
    painter.drawLine(box.bottomLeft(), box.bottomRight())
