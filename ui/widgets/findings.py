"""The one list of findings: what a check found, a jump to its place, and the cures of the current
one as buttons.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.domain.change import Change
from cchc_desktop.domain.finding import Finding
from ui.widgets.cells import CellArt
from ui.widgets.controls import button, label
from ui.widgets.finding_lines import (
    FindingLines,
    FindingPainter,
    Index,
    finding_at,
    grouped,
    spoken_words,
    title_words,
)

CureSource = Callable[[Finding], Sequence[Change]]


class FindingsPanel(QWidget):
    """`one` is what a finding is called. `chosen(Finding)`: show its place.
    `turned(Finding | None)`: another one is the current one.
    `cure_chosen(Change)`: a button was pressed.
    """

    chosen = Signal(object)
    turned = Signal(object)
    cure_chosen = Signal(object)

    def __init__(self, art: CellArt, *, cures: CureSource, empty: str, one: str = "chỗ") -> None:
        super().__init__()
        self._theme, self._cures, self._empty, self._one = art.theme, cures, empty, one
        self.model = FindingLines(title_words, spoken_words, self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setAccessibleName("Các chỗ cần xem")
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self._delegate = FindingPainter(art, self.list, self._cures_height)
        self.list.setItemDelegate(self._delegate)
        self._buttons: QWidget | None = None
        self._offered: tuple[Change, ...] = ()
        self._lines = 0  # of buttons
        self._foot = label("", "small", wrap=True)
        theme = art.theme
        self._foot.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(self._foot)
        self.list.selectionModel().currentChanged.connect(self._show_cures)
        self.list.clicked.connect(self._jump)
        self.list.activated.connect(self._jump)
        self.show_findings(())

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Other findings; the place in the list is kept."""
        lines = list(grouped(findings))
        if lines == self.model.items and lines:
            return
        place = max(self.list.currentIndex().row(), 0)
        self._drop_buttons()
        self.model.show(lines)
        count = len(findings)
        self._foot.setText(
            f"{count} {self._one} · F8 tới {self._one} sau" if count else self._empty
        )
        if count and self.isVisible():
            rows = self.model.finding_rows()
            row = next((row for row in rows if row >= place), rows[-1])
            self.list.setCurrentIndex(self.model.index(row))

    @property
    def current(self) -> Finding | None:
        """The finding chosen in the list."""
        return finding_at(self.list.currentIndex())

    def go(self, step: int) -> None:
        """The next finding (1) or the one before (-1), round the end; its place is shown."""
        rows = self.model.finding_rows()
        if rows:
            row = self.list.currentIndex().row()
            at = (rows.index(row) + step) % len(rows) if row in rows else 0
            self.list.setCurrentIndex(self.model.index(rows[at]))
            self._jump(self.list.currentIndex())

    def take_first_cure(self) -> None:
        """Do what is proposed for the current finding."""
        if self._offered:
            self.cure_chosen.emit(self._offered[0])

    def _jump(self, index: QModelIndex) -> None:
        finding = finding_at(index)
        if finding is not None:
            self.chosen.emit(finding)

    # The cures of the current finding, inside its row

    def _cures_height(self, index: Index) -> int:
        shown = self._buttons is not None and index == self.list.currentIndex()
        return self._theme.px(32) * self._lines if shown else 0

    def _drop_buttons(self) -> None:
        self._buttons, self._offered = None, ()

    def _show_cures(self, current: QModelIndex, previous: QModelIndex) -> None:
        if previous.isValid():
            self.list.setIndexWidget(previous, None)  # type: ignore[arg-type]
        self._drop_buttons()
        finding = finding_at(current)
        self.turned.emit(finding)
        if finding is not None:
            self._offered = tuple(self._cures(finding))
        if self._offered:
            self._buttons = self._button_box()
            self.list.setIndexWidget(current, self._buttons)
        self._delegate.sizeHintChanged.emit(current)
        if previous.isValid():
            self._delegate.sizeHintChanged.emit(previous)

    def _button_box(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        theme = self._theme
        column.setContentsMargins(theme.px(34), 0, theme.px(8), theme.px(6))
        column.setSpacing(theme.px(4))
        column.addStretch(1)
        whole = self.list.viewport().width() - theme.px(34 + 8)
        self._lines, room = 0, 0
        for place, change in enumerate(self._offered):
            made = self._cure_button(place, change)
            needed = made.sizeHint().width() + theme.px(6)
            if needed > room:  # as many in a line as fit
                row = QHBoxLayout()
                row.setSpacing(theme.px(6))
                row.addStretch(1)
                column.addLayout(row)
                self._lines, room = self._lines + 1, whole
            row.insertWidget(row.count() - 1, made)
            room -= needed
        return box

    def _cure_button(self, place: int, change: Change) -> QPushButton:
        key = "  Alt+1" if place == 0 else ""
        made = button(self._theme, f"{change.label}{key}", kind="row", name=change.label)
        made.setProperty("place", place)
        made.clicked.connect(self._press)
        made.ensurePolished()
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            if self._buttons is not None:
                self._show_cures(self.list.currentIndex(), QModelIndex())
            self.list.scheduleDelayedItemsLayout()

    def _press(self) -> None:
        self.cure_chosen.emit(self._offered[self.sender().property("place")])
