"""The doubts that are left, each with its reason and its cures as buttons."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QMenu,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cchc_desktop.domain.proposal import Doubt
from cchc_desktop.services.doubt_words import doubt_place, doubt_reason, doubt_title
from cchc_desktop.services.reading import Repair
from ui.theme import Theme
from ui.widgets.cells import CellArt
from ui.widgets.controls import button

Index = QModelIndex | QPersistentModelIndex
_HEIGHT = 53  # pixels at 100 %


class DoubtModel(QAbstractListModel):
    """A row a doubt."""

    DOUBT = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.doubts: list[Doubt] = []

    def show(self, doubts: Sequence[Doubt]) -> None:
        """Other doubts in place of those there are."""
        self.beginResetModel()
        self.doubts = list(doubts)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.doubts)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        doubt = self.doubts[index.row()]
        match role:
            case self.DOUBT:
                return doubt
            case Qt.ItemDataRole.DisplayRole:
                return doubt_title(doubt)
            case Qt.ItemDataRole.AccessibleTextRole:
                place = doubt_place(doubt)
                return f"{doubt_title(doubt)}. {f'{place}. ' if place else ''}{doubt_reason(doubt)}"
            case _:
                return None


class DoubtList(QListView):
    """`cure_chosen(Repair)`: a button was pressed. `cures` are asked for as rows are shown."""

    cure_chosen = Signal(object)
    current_changed = Signal()

    def __init__(
        self, theme: Theme, art: CellArt, cures: Callable[[Doubt], Sequence[Repair]]
    ) -> None:
        super().__init__()
        self.theme, self._cures = theme, cures
        self._boxes: dict[int, _CureBox] = {}
        self._follow = True  # the current doubt is to be brought into sight
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._furnish)
        self.doubts = DoubtModel(self)
        self.setModel(self.doubts)
        self.setItemDelegate(_DoubtPainter(art, self, self._taken_width))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalScrollBar().setSingleStep(theme.px(20))
        self.verticalScrollBar().valueChanged.connect(self._furnish)
        self.setAccessibleName("Các chỗ ngờ")

    def show_doubts(self, doubts: Sequence[Doubt]) -> None:
        """Other doubts; the current place in the list is kept."""
        row = max(self.currentIndex().row(), 0)
        top = self.verticalScrollBar().value()
        self._boxes = {}
        self.doubts.show(doubts)
        if doubts:
            self.setCurrentIndex(self.doubts.index(min(row, len(doubts) - 1)))
        self.verticalScrollBar().setValue(top)
        self._soon.start()

    @property
    def current(self) -> Doubt | None:
        """The chosen doubt."""
        doubt: Doubt | None = self.currentIndex().data(DoubtModel.DOUBT)
        return doubt

    def go(self, step: int) -> None:
        """The next doubt (1) or the one before (-1), round the end."""
        count = len(self.doubts.doubts)
        if count:
            self.setCurrentIndex(self.doubts.index((self.currentIndex().row() + step) % count))

    def choose(self, doubt: Doubt) -> None:
        """Make a doubt the chosen one."""
        self.setCurrentIndex(self.doubts.index(self.doubts.doubts.index(doubt)))

    def take(self, place: int) -> None:
        """Do the cure of that place for the current doubt."""
        doubt = self.current
        if doubt is not None:
            able = [cure for cure in self._cures(doubt) if cure.apply is not None]
            if place < len(able):
                self.cure_chosen.emit(able[place])

    # The buttons of the rows on the screen

    def _furnish(self) -> None:
        """Give the rows on the screen their buttons: far fewer than there may be doubts."""
        height = self.viewport().height()
        first = max(self.indexAt(self.viewport().rect().topLeft()).row(), 0)
        step = self.theme.px(_HEIGHT)
        for row in range(first, min(first + height // step + 2, len(self.doubts.doubts))):
            if row not in self._boxes:
                box = _CureBox(self.theme, self._cures(self.doubts.doubts[row]))
                box.chosen.connect(self.cure_chosen)
                self._boxes[row] = box
                self.setIndexWidget(self.doubts.index(row), box)
        self._focus_current()
        current = self.currentIndex()
        if current.isValid() and self._follow:
            self._follow = False
            self.itemDelegate().sizeHintChanged.emit(current)  # its buttons have their widths now
            self.scrollTo(current)
        self.viewport().update()

    def _focus_current(self) -> None:
        """Tab reaches the buttons of the current row only; Alt+1 is its first."""
        current = self.currentIndex().row()
        for row, box in self._boxes.items():
            box.set_current(row == current)

    def _taken_width(self, row: int) -> int:
        box = self._boxes.get(row)
        return box.wanted if box is not None else 0

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        for index in (previous, current):
            if index.isValid():
                self.itemDelegate().sizeHintChanged.emit(index)
        self._follow = True
        self._soon.start()
        self.current_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._soon.start()


class _CureBox(QWidget):
    """The cures of one doubt, at the right of its row."""

    chosen = Signal(object)  # Repair

    def __init__(self, theme: Theme, cures: Sequence[Repair]) -> None:
        super().__init__()
        self._theme, self._cures = theme, cures
        self._buttons: list[QPushButton] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, theme.px(12), 0)
        row.setSpacing(theme.px(6))
        row.addStretch(1)
        for place, cure in enumerate(cures):
            kind = "row menu" if cure.options else "row"
            made = button(theme, cure.label, kind=kind, name=cure.label)
            made.setProperty("place", place)
            made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            if cure.options:
                made.setMenu(_menu(cure.options, self.chosen, made))
            else:
                made.clicked.connect(self._press)
            row.addWidget(made)
            self._buttons.append(made)
        self.wanted = row.sizeHint().width()

    def set_current(self, current: bool) -> None:
        """Whether this row is the current one: its first cure is the primary button."""
        policy = Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus
        for place, made in enumerate(self._buttons):
            made.setFocusPolicy(policy)
            if place == 0 and not self._cures[0].options:
                made.setText(self._cures[0].label + ("   Alt+1" if current else ""))
                made.setProperty("kind", "primary row" if current else "row")
                made.style().unpolish(made)
                made.style().polish(made)
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.wanted = layout.sizeHint().width()

    def _press(self) -> None:
        self.chosen.emit(self._cures[self.sender().property("place")])


def _menu(options: Sequence[Repair], chosen: Any, parent: QWidget) -> QMenu:
    """A menu of repairs; `chosen` is the signal that tells which."""
    menu = QMenu(parent)
    for option in options:
        action = menu.addAction(option.label.replace("&", "&&"))
        action.setData(option)
    menu.triggered.connect(lambda action: chosen.emit(action.data()))
    return menu


class _DoubtPainter(QStyledItemDelegate):
    """A triangle, the title in bold, the reason below; the buttons' room is left free."""

    def __init__(self, art: CellArt, view: QListView, taken: Callable[[int], int]) -> None:
        super().__init__(view)
        self._art, self._view, self._taken = art, view, taken

    def _words_width(self, row: int) -> int:
        px = self._art.theme.px
        return self._view.viewport().width() - self._taken(row) - px(34) - px(12)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px, height = self._art.theme.px, self._art.theme.px(_HEIGHT)
        if index == self._view.currentIndex():  # its reason is told in full
            reason = doubt_reason(index.data(DoubtModel.DOUBT))
            wrapped = self._art.text_height(reason, self._words_width(index.row()))
            height = max(height, px(7 + 19 + 9) + wrapped)
        return QSize(px(100), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        art, theme = self._art, self._art.theme
        doubt: Doubt = index.data(DoubtModel.DOUBT)
        box = QRect(option.rect)
        current = index == self._view.currentIndex()
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
