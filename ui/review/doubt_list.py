"""The doubts that are left, each with its reason and its cures as buttons."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QMenu,
    QPushButton,
    QWidget,
)

from cchc_desktop.domain.proposal import Doubt
from cchc_desktop.services.doubt_words import doubt_title
from cchc_desktop.services.reading import Repair
from ui.review.doubt_painter import HEIGHT, DoubtPainter, spoken_doubt
from ui.theme import Theme
from ui.widgets.cells import CellArt
from ui.widgets.controls import button
from ui.widgets.list_model import ListModel

Index = QModelIndex | QPersistentModelIndex
_LEAST_BESIDE = 600  # pixels at 100 %: in a narrower list the buttons stand below the words


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
        self._below = False
        self._follow = True  # the current doubt is to be brought into sight
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._furnish)
        self.doubts = ListModel(doubt_title, spoken_doubt, self)
        self.setModel(self.doubts)
        self.setItemDelegate(DoubtPainter(art, self, self._taken))
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
        doubt: Doubt | None = self.currentIndex().data(ListModel.ITEM)
        return doubt

    def go(self, step: int) -> None:
        """The next doubt (1) or the one before (-1), round the end."""
        count = len(self.doubts.items)
        if count:
            self.setCurrentIndex(self.doubts.index((self.currentIndex().row() + step) % count))

    def choose(self, doubt: Doubt) -> None:
        """Make a doubt the chosen one."""
        self.setCurrentIndex(self.doubts.index(self.doubts.items.index(doubt)))

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
        below = self.viewport().width() < self.theme.px(_LEAST_BESIDE)
        if below != self._below:
            self._drop(list(self._boxes))
            self._below, self._follow = below, True
        shown = self._rows_with_buttons()
        if below:
            self._drop([row for row in self._boxes if row not in shown])
        for row in shown:
            if row not in self._boxes:
                cures = self._cures(self.doubts.items[row])
                box = _CureBox(self.theme, cures, below=self._below)
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

    def _drop(self, rows: Sequence[int]) -> None:
        for row in rows:
            self._boxes.pop(row).hide()  # it is deleted later
            self.setIndexWidget(self.doubts.index(row), None)  # type: ignore[arg-type]

    def _rows_with_buttons(self) -> range:
        """The rows on the screen; the current one, where buttons stand below the words."""
        current = self.currentIndex().row()
        if self._below:
            return range(current, current + 1) if current >= 0 else range(0)
        first = max(self.indexAt(self.viewport().rect().topLeft()).row(), 0)
        count = self.viewport().height() // self.theme.px(HEIGHT) + 2
        return range(first, min(first + count, len(self.doubts.items)))

    def _focus_current(self) -> None:
        """Tab reaches the buttons of the current row only; Alt+1 is its first."""
        current = self.currentIndex().row()
        for row, box in self._boxes.items():
            box.set_current(row == current)

    def _taken(self, row: int) -> QSize:
        box = self._boxes.get(row)
        if box is None or (self._below and row != self.currentIndex().row()):
            return QSize()
        wanted = box.sizeHint()
        return QSize(0, wanted.height()) if self._below else QSize(wanted.width(), 0)

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
    """The cures of one doubt, at the right of its row; or, where there is little room, below the
    words of the current one.
    """

    chosen = Signal(object)  # Repair

    def __init__(self, theme: Theme, cures: Sequence[Repair], *, below: bool) -> None:
        super().__init__()
        self._theme, self._cures = theme, cures
        self._buttons: list[QPushButton] = []
        px = theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(*((px(34), 0, px(12), px(8)) if below else (0, 0, px(12), 0)))
        row.setSpacing(px(6))
        side = Qt.AlignmentFlag.AlignLeft if below else Qt.AlignmentFlag.AlignRight
        foot = Qt.AlignmentFlag.AlignBottom if below else Qt.AlignmentFlag.AlignVCenter
        row.setAlignment(side)
        for place, cure in enumerate(cures):
            kind = "row menu" if cure.options else "row"
            made = button(theme, cure.label, kind=kind, name=cure.label)
            made.setProperty("place", place)
            made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            if cure.options:
                made.setMenu(_menu(cure.options, self.chosen, made))
            else:
                made.clicked.connect(self._press)
            row.addWidget(made, 0, foot)
            self._buttons.append(made)

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
