"""Paints a line of the register: two rows of words, three where something is doubtful; only what
stands out has a ground of its own.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from cchc_desktop.domain.register_check import Rule
from cchc_desktop.domain.register_list import Entry
from ui.register.model import COLUMNS, PLACES, RegisterModel, cell_words
from ui.widgets.cells import CellArt

Index = QModelIndex | QPersistentModelIndex
LINE, DOUBT = 45, 18  # pixels at 100 % of an entry, and of the line of a doubt
_DOUBTED = frozenset({Rule.YEAR, Rule.SAME_NUMBER, Rule.TWO_DATES})
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class EntryPainter(QStyledItemDelegate):
    """`marked` is the row that something is being dragged over, -1 for none."""

    def __init__(self, art: CellArt, view: QTableView) -> None:
        super().__init__(view)
        self._usual, self._view = art, view
        self._art = art  # what draws on the ground of the row that is painted
        self._metrics = {
            font: QFontMetrics(made) for font, made in (("body", art.body), ("small", art.small))
        }
        self.marked = -1

    def row_height(self, entry: Entry) -> int:
        """In pixels."""
        return self._art.theme.px(LINE + (DOUBT if entry.mark else 0))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.columnWidth(index.column())
        return QSize(width, self.row_height(index.data(RegisterModel.ENTRY)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box, entry, key = (
            QRect(option.rect),
            index.data(RegisterModel.ENTRY),
            COLUMNS[index.column()].key,
        )
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        marked = index.row() == self.marked
        art = self._art = self._usual.selected if selected or marked else self._usual
        theme = art.theme
        painter.save()
        painter.setClipRect(box)
        painter.fillRect(box, theme.colour("tint" if marked else "sel" if selected else "base"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(box.topRight(), box.bottomRight())
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        inside = box.adjusted(art.side, art.edge, -art.side, 0)
        match key:
            case "title":
                self._paint_title(painter, inside, entry)
            case "file":
                self._paint_file(painter, inside, entry)
            case "cited":
                self._paint_cited(painter, inside, entry)
            case _:
                self._paint_words(painter, inside, entry, key)
        if index == self._view.currentIndex() and self._view.hasFocus():
            art.paint_focus(painter, box)
        painter.restore()

    def _line(self, inside: QRect, place: int) -> QRect:
        """The box of a line of words, counted from 0."""
        tall = self._art.line_height
        return QRect(inside.left(), inside.top() + place * tall, inside.width(), tall)

    def _write(
        self, painter: QPainter, box: QRect, words: str, role: str = "text", font: str = "body"
    ) -> str:
        """One line, cut where the box ends; what of it is shown."""
        made: QFont = self._art.body if font == "body" else self._art.small
        shown = self._metrics[font].elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(made)
        painter.setPen(self._art.theme.colour(role))
        painter.drawText(box, _MIDDLE, shown)
        return shown

    def _paint_words(self, painter: QPainter, inside: QRect, entry: Entry, key: str) -> None:
        known = key != "code" or bool(entry.document.code)
        line = self._line(inside, 0)
        shown = self._write(painter, line, cell_words(entry, key), "text" if known else "text2")
        if key == "code" and known and not _DOUBTED.isdisjoint(entry.rules):
            self._art.paint_dotted_underline(painter, line.adjusted(0, 0, 1, 0), shown)

    def _paint_title(self, painter: QPainter, inside: QRect, entry: Entry) -> None:
        role = "text" if entry.document.title else "text2"
        self._write(painter, self._line(inside, 0), cell_words(entry, "title"), role)
        if entry.mark:
            self._art.paint_mark(painter, self._line(inside, 1), entry.mark)
        issuer = self._line(inside, 2 if entry.mark else 1)
        document = entry.document
        kind = document.kind if self._view.isColumnHidden(PLACES["kind"]) else ""
        below = " · ".join(filter(None, (kind, document.issuer)))
        self._write(painter, issuer, below, "text2", "small")

    def _paint_file(self, painter: QPainter, inside: QRect, entry: Entry) -> None:
        words = cell_words(entry, "file")
        if Rule.BROKEN_FILE in entry.rules:
            self._paint_badge(painter, inside, words, "circle-x", "red", "redt")
        elif not entry.files:
            self._paint_badge(painter, inside, words, "unlink", "amb", "ambt")
        else:
            self._paint_beside_icon(painter, self._line(inside, 0), words, "paperclip", "text2")

    def _paint_cited(self, painter: QPainter, inside: QRect, entry: Entry) -> None:
        words, line = cell_words(entry, "cited"), self._line(inside, 0)
        if entry.cited:
            self._write(painter, line, words)
        else:
            self._paint_beside_icon(painter, line, words, "circle", "amb")

    def _paint_beside_icon(
        self, painter: QPainter, line: QRect, words: str, icon: str, role: str
    ) -> None:
        theme, size = self._art.theme, self._art.theme.px(13)
        top = line.top() + (line.height() - size) // 2
        picture = theme.pixmap(icon, role, 13, painter.device().devicePixelRatioF())
        painter.drawPixmap(line.left(), top, picture)
        self._write(painter, line.adjusted(size + theme.px(3), 0, 0, 0), words, role)

    def _paint_badge(
        self, painter: QPainter, inside: QRect, words: str, icon: str, role: str, ground: str
    ) -> None:
        theme = self._art.theme
        wide = self._metrics["small"].horizontalAdvance(words) + theme.px(13 + 3 + 12)
        line = self._line(inside, 0)
        box = QRect(line.left(), line.top() - 1, min(wide, line.width()), theme.px(20))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(box, theme.px(3), theme.px(3))
        size = theme.px(13)
        top = box.top() + (box.height() - size) // 2
        picture = theme.pixmap(icon, role, 13, painter.device().devicePixelRatioF())
        painter.drawPixmap(box.left() + theme.px(6), top, picture)
        rest = box.adjusted(theme.px(6) + size + theme.px(3), 0, -theme.px(3), 0)
        self._write(painter, rest, words, role, "small")
