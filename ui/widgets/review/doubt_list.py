"""The doubts that are left, each with its reason and its cures as buttons."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
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
from cchc_desktop.services.reading import Repair
from ui.theme import Theme
from ui.widgets.cells import CellArt
from ui.widgets.controls import button
from ui.widgets.review.doubt_model import HEIGHT, DoubtModel, DoubtPainter

Index = QModelIndex | QPersistentModelIndex


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
        self.setItemDelegate(DoubtPainter(art, self, self._taken_width))
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
        step = self.theme.px(HEIGHT)
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
