"""The table of changes on offer: Space or a click takes one or keeps what there is."""

from collections.abc import Mapping

from PySide6.QtCore import QItemSelectionModel, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui.review.change_lines import Line
from ui.review.change_model import CHOICE, COLUMN, NEW, OLD, TASK, ChangeModel
from ui.review.change_painter import ChangePainter
from ui.widgets.cells import CellArt
from ui.widgets.row_heights import RowHeights

_SHARES = {TASK: 196, COLUMN: 92, OLD: 206, NEW: 180, CHOICE: 152}


class ChangeTable(QTableView):
    """Shows a ChangeModel; `shares` are the columns' widths in pixels at 100 %. What is new has all
    the room that is left; where there is too little, all but the button give way.
    """

    def __init__(
        self, model: ChangeModel, art: CellArt, name: str, shares: Mapping[int, int] = _SHARES
    ) -> None:
        super().__init__()
        self._shares = shares
        self.art, self.changes = art, model
        self.setModel(model)
        self.painter = ChangePainter(art, self)
        self.setItemDelegate(self.painter)
        self.heights = RowHeights(self, self.painter.row_height)
        theme = art.theme
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setFixedHeight(theme.px(28))
        head.setAccessibleName("Tên các cột")
        self.verticalScrollBar().setSingleStep(theme.px(20))
        self.setAccessibleName(name)

    def show_lines(self, lines: list[Line]) -> None:
        """Other lines, or the same after a choice; the current row stays where it can."""
        with QSignalBlocker(self.selectionModel()):
            self.changes.show_rows(lines)
        self.clearSpans()
        for row, line in enumerate(lines):
            if line.heads:
                self.setSpan(row, 0, 1, self.changes.columnCount())
        self.heights.fit_all()
        self.viewport().update()

    @property
    def current(self) -> Line | None:
        """The line of the current row."""
        row = self.currentIndex().row()
        return self.changes.rows[row] if 0 <= row < len(self.changes.rows) else None

    def choose_row(self, row: int) -> None:
        """Make a row the current one and show it."""
        flags = QItemSelectionModel.SelectionFlag
        index = self.changes.index(row, CHOICE)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def go_to_open(self, step: int) -> bool:
        """The next cell where a choice has to be made, or the one before; False without one."""
        rows = [row for row, line in enumerate(self.changes.rows) if line.is_open]
        if not rows:
            return False
        at = self.currentIndex().row()
        ahead = [row for row in rows if (row > at if step > 0 else row < at)]
        self.choose_row((ahead or rows)[0 if step > 0 else -1])
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line, keys = self.current, Qt.Key
        plain = not event.modifiers()
        if line is not None and line.choices and plain:
            last, at = len(line.choices) - 1, line.chosen
            place = {
                keys.Key_Space: 0 if at is None or at == last else at + 1,
                keys.Key_Left: 0 if at is None else max(at - 1, 0),
                keys.Key_Right: last if at is None else min(at + 1, last),
            }.get(keys(event.key()))
            if place is not None:
                self.changes.choose(self.currentIndex().row(), place)
                return
        if plain and event.key() in (keys.Key_Home, keys.Key_End) and self.changes.rows:
            self.choose_row(0 if event.key() == keys.Key_Home else len(self.changes.rows) - 1)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_columns()
            self.heights.fit_all()

    def _fit_columns(self) -> None:
        px, room = self.art.theme.px, self.viewport().width()
        widths = {column: px(share) for column, share in self._shares.items()}
        over = sum(widths.values()) - room
        if over > 0:  # large letters on a small screen
            words = (TASK, COLUMN, OLD, NEW)
            whole = sum(widths[column] for column in words)
            for column in words:
                widths[column] -= widths[column] * over // whole
        widths[NEW] += room - sum(widths.values())
        for column, width in widths.items():
            self.setColumnWidth(column, max(width, px(40)))
