"""Paints the changes on offer, with a button of two or more parts in each line."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui.review.change_lines import CONTESTED, TOLD, Line
from ui.review.change_model import CHOICE, COLUMN, NEW, OLD, TASK, ChangeModel
from ui.widgets.cells import CellArt
from ui.widgets.changed_words import ChangedWords

Index = QModelIndex | QPersistentModelIndex
_BUTTON, _STEP = 26, 28  # pixels at 100 %: a part's height, and from one row of parts to the next
_TALLEST = 1 << 16  # pixels
_UNDECIDED = "chưa chọn"


class ChangePainter(QStyledItemDelegate):
    """A cell is words, of which some came or went; the last one is the button."""

    def __init__(self, art: CellArt, view: QTableView) -> None:
        super().__init__(view)
        self._usual, self._view = art, view
        self._art = art  # what draws on the ground of the row that is painted
        self._words = {one: ChangedWords(one) for one in (art, art.selected)}

    # Heights

    def row_height(self, row: int) -> int:
        """What the row's tallest cell needs at the present column widths."""
        art, line = self._art, self._line(row)
        if line.heads:
            return art.theme.px(27)
        needed = max(self._text_height(line, column) for column in (TASK, COLUMN, OLD, NEW))
        parts = self._parts(line, QRect(0, 0, self._room(CHOICE), 0))
        foot = max((part.bottom() + 1 for part in parts), default=0)
        foot += art.line_height if line.is_open else 0
        return max(needed, foot) + 2 * art.edge

    def _text_height(self, line: Line, column: int) -> int:
        room = self._room(column, told=line.kind == TOLD)
        height = self._words[self._art].height(self._text(line, column), room)
        if column == NEW:
            return height + self._art.mark_height(line.doubt)
        return height + (self._small_height(line.old_by, room) if column == OLD else 0)

    def _small_height(self, text: str, width: int) -> int:
        """Of wrapped small words; 0 without any."""
        if not text:
            return 0
        room = QRect(0, 0, max(width, 1), _TALLEST)
        metrics = QFontMetrics(self._art.small)
        return metrics.boundingRect(room, self._art.wrap(text, width), text).height()

    def _room(self, column: int, *, told: bool = False) -> int:
        width = self._view.columnWidth(column)
        if told and column == NEW:  # it has no button
            width += self._view.columnWidth(CHOICE)
        return width - 2 * self._art.side

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._view.columnWidth(index.column()), self.row_height(index.row()))

    def _line(self, row: int) -> Line:
        line: Line = self._view.model().index(row, 0).data(ChangeModel.LINE)
        return line

    def _text(self, line: Line, column: int) -> str:
        if line.heads:
            return ""
        if column == NEW:
            return line.new
        return {TASK: line.text, COLUMN: line.column, OLD: line.old}[column]

    # Painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box, line = QRect(option.rect), self._line(index.row())
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        art = self._art = self._usual.selected if selected else self._usual
        theme = art.theme
        painter.save()
        painter.setClipRect(box)
        ground = "area" if line.heads else "ambt" if line.is_open else "base"
        painter.fillRect(box, theme.colour("sel" if selected else ground))
        painter.setPen(theme.colour("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if line.heads:
            self._paint_heading(painter, box, line)
        else:
            if index.column() < CHOICE - (line.kind == TOLD):
                painter.drawLine(box.topRight(), box.bottomRight())
            self._paint_cell(painter, box, line, index.column())
        if index == self._view.currentIndex() and self._view.hasFocus():
            art.paint_focus(painter, box)
        painter.restore()

    def _paint_heading(self, painter: QPainter, box: QRect, line: Line) -> None:
        art, theme = self._art, self._art.theme
        words = box.adjusted(art.side, 0, -art.side, 0)
        painter.setFont(art.small)
        painter.setPen(theme.colour("text2"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, Qt.AlignmentFlag.AlignRight | middle, line.note)
        if line.kind in (CONTESTED, TOLD):
            self._paint_icon(painter, words, "triangle-alert", "amb")
            words.adjust(theme.px(18), 0, 0, 0)
        painter.setFont(art.bold)
        painter.setPen(theme.colour("text"))
        painter.drawText(words, middle, line.text)

    def _paint_icon(self, painter: QPainter, box: QRect, name: str, role: str) -> None:
        theme, size = self._art.theme, self._art.theme.px(14)
        picture = theme.pixmap(name, role, 14, painter.device().devicePixelRatioF())
        painter.drawPixmap(box.left(), box.center().y() - size // 2, picture)

    def _paint_cell(self, painter: QPainter, box: QRect, line: Line, column: int) -> None:
        art = self._art
        if column == CHOICE:
            self._paint_choice(painter, box, line)
            return
        inside = box.adjusted(art.side, art.edge, -art.side, 0)
        text = self._text(line, column)
        if column == OLD and not text and line.choices:
            art.paint_text(painter, inside, "(trống)", "text2")
        elif line.kind == TOLD and column == NEW:
            art.paint_text(
                painter, inside, text, "red" if line.id.startswith("refused") else "text"
            )
        elif column in (OLD, NEW):
            self._words[art].paint(
                painter, inside, text, line.come if column == NEW else line.gone, came=column == NEW
            )
        else:
            art.paint_text(painter, inside, text)
        below = inside.adjusted(0, self._words[self._art].height(text, inside.width()), 0, 0)
        if column == NEW and line.doubt:
            art.paint_mark(painter, below, line.doubt)
        elif column == OLD and line.old_by:
            art.paint_text(painter, below, line.old_by, "text2", art.small)

    # The button

    def _parts(self, line: Line, box: QRect) -> list[QRect]:
        """Where the parts of the button stand: in a row, or one under the other where they are too
        wide.
        """
        px, metrics = self._art.theme.px, QFontMetrics(self._art.bold)
        widths = [metrics.horizontalAdvance(words) + px(18) for words in line.choices]
        left, top, parts = box.left(), box.top(), []
        beside = sum(widths) <= box.width()
        for width in widths:
            parts.append(QRect(left, top, min(width, box.width()), px(_BUTTON)))
            if beside:
                left += width - 1
            else:
                top += px(_STEP)
        return parts

    def _paint_choice(self, painter: QPainter, box: QRect, line: Line) -> None:
        art, theme = self._art, self._art.theme
        parts = self._parts(line, self._choice_box(box))
        # the chosen part last, so that its frame is whole
        order = sorted(range(len(parts)), key=lambda place: place == line.chosen)
        for place in order:
            self._paint_part(painter, parts[place], line.choices[place], place == line.chosen)
        if line.is_open and parts:
            foot = QRect(parts[0].left(), parts[-1].bottom() + 2, box.width(), art.line_height)
            self._paint_icon(painter, foot, "circle-alert", "amb")
            painter.setFont(art.small)
            painter.setPen(theme.colour("amb"))
            words = foot.adjusted(theme.px(18), 0, 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, _UNDECIDED)

    def _paint_part(self, painter: QPainter, box: QRect, words: str, chosen: bool) -> None:
        art, theme = self._art, self._art.theme
        frame = box.adjusted(0, 0, -1, -1)
        painter.setPen(QPen(theme.colour("acc" if chosen else "edge"), 1))
        painter.setBrush(theme.colour("on" if chosen else "base"))
        painter.drawRect(frame)
        if chosen:
            line = QRect(box.left(), box.bottom() - theme.px(2) + 1, box.width(), theme.px(2))
            painter.fillRect(line, theme.colour("acc"))
        font = art.bold if chosen else art.body
        painter.setFont(font)
        painter.setPen(theme.colour("onfg" if chosen else "text"))
        cut = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width() - 8)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cut)

    def _choice_box(self, cell: QRect) -> QRect:
        return cell.adjusted(self._art.side, self._art.edge, -self._art.side, 0)

    def part_at(self, cell: QRect, row: int, point: QPoint) -> int | None:
        """Which part of a row's button is at a point; None beside them."""
        parts = self._parts(self._line(row), self._choice_box(cell))
        return next((place for place, part in enumerate(parts) if part.contains(point)), None)

    def editorEvent(
        self, event: QEvent, model: object, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """A click on a part chooses it."""
        if isinstance(event, QMouseEvent) and index.column() == CHOICE:
            place = self.part_at(QRect(option.rect), index.row(), event.position().toPoint())
            if place is not None and event.type() == QEvent.Type.MouseButtonRelease:
                assert isinstance(model, ChangeModel)
                model.choose(index.row(), place)
            return place is not None
        return False
