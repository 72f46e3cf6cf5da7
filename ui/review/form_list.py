"""The returned forms that are being reviewed: whose each is, and how it stands."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from cchc_desktop.services.merging import ReturnedForm
from ui.widgets.cells import CellArt
from ui.widgets.list_model import ListModel

Index = QModelIndex | QPersistentModelIndex
Standing = tuple[str, str, str]  # (icon, role of its colour, words)


class FormList(QListView):
    """`standing` tells how a form stands now; it is asked when a row is painted."""

    def __init__(self, art: CellArt, standing: Callable[[ReturnedForm], Standing]) -> None:
        super().__init__()
        self.forms = ListModel(form_title, lambda form: _spoken(form, standing(form)), self)
        self.setModel(self.forms)
        self.setItemDelegate(_FormPainter(art, self, standing))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setAccessibleName("Các phiếu vừa nhận")

    @property
    def current(self) -> ReturnedForm | None:
        """The form that is chosen."""
        form: ReturnedForm | None = self.currentIndex().data(ListModel.ITEM)
        return form


def form_title(form: ReturnedForm) -> str:
    """Whose form it is."""
    return form.unit.name if form.unit is not None else "Không rõ đơn vị"


def _spoken(form: ReturnedForm, standing: Standing) -> str:
    return f"{form_title(form)}, {form.file}, {standing[2]}"


class _FormPainter(QStyledItemDelegate):
    """The unit in bold, the file below it, then how it stands."""

    def __init__(
        self, art: CellArt, view: QListView, standing: Callable[[ReturnedForm], Standing]
    ) -> None:
        super().__init__(view)
        self._art, self._view, self._standing = art, view, standing

    def _words_width(self) -> int:
        return self._view.viewport().width() - 2 * self._art.theme.px(12)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        art, px = self._art, self._art.theme.px
        form: ReturnedForm = index.data(ListModel.ITEM)
        words = art.text_height(self._standing(form)[2], self._words_width() - px(18))
        return QSize(px(100), px(8 + 18 + 18 + 8) + words)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        form: ReturnedForm = index.data(ListModel.ITEM)
        box, current = QRect(option.rect), index == self._view.currentIndex()
        art = self._art.selected if current else self._art
        theme, px = art.theme, art.theme.px
        painter.save()
        painter.fillRect(box, theme.colour("sel" if current else "base"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if current:
            bar = QRect(box.left(), box.top(), px(3), box.height())
            painter.fillRect(bar, theme.colour("acc"))
        words = box.adjusted(px(12), px(8), -px(12), 0)
        line = QRect(words.topLeft(), QSize(words.width(), art.line_height))
        end, middle = Qt.TextElideMode.ElideRight, Qt.AlignmentFlag.AlignVCenter
        for text, font, role in (
            (form_title(form), art.bold, "text"),
            (form.file, art.small, "text2"),
        ):
            painter.setFont(font)
            painter.setPen(theme.colour(role))
            painter.drawText(
                line, middle, painter.fontMetrics().elidedText(text, end, line.width())
            )
            line.translate(0, art.line_height)
        icon, role, standing = self._standing(form)
        picture = theme.pixmap(icon, role, 14, painter.device().devicePixelRatioF())
        painter.drawPixmap(line.left(), line.top() + px(2), picture)
        rest = QRect(line.topLeft(), box.bottomRight()).adjusted(px(18), 0, -px(12), -px(4))
        art.paint_text(painter, rest, standing, role)
        if current and self._view.hasFocus():
            art.paint_focus(painter, box)
        painter.restore()
