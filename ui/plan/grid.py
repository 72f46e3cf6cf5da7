"""The grid of the plan's table: rows that grow, branches that fold, and Excel's keys. What the keys
do to the plan is told by signals; the tab turns them into steps.
"""

from collections.abc import Iterable, Sequence
from typing import Literal

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from cchc_desktop.domain.finding import Place
from cchc_desktop.domain.plan import Area, Row, Task
from cchc_desktop.domain.vietnamese import fold
from ui.cell_reading import CellReading
from ui.plan.cell_delegate import CellDelegate
from ui.plan.table_model import PlanTableModel
from ui.plan.word_memory import WordMemory
from ui.widgets.cells import CellArt

_CHUNK = 150  # rows whose heights are found at a time while nothing else happens
_FIXED_WIDTHS = {"number": 40, "lead": 116, "coordinating": 118, "time": 144}  # pixels at 100 %
_ELASTIC_SHARES = {"task": 344, "goal": 146, "deliverable": 148}
_OWN_SHARE = 110
Index = QModelIndex | QPersistentModelIndex


class PlanGrid(QTableView):
    """Shows a PlanTableModel."""

    current_changed = Signal()
    cleared = Signal()  # Delete was pressed on cells

    def __init__(
        self, model: PlanTableModel, art: CellArt, reading: CellReading, memory: WordMemory
    ) -> None:
        super().__init__()
        self.art = art
        self.folded: set[str] = set()
        self._wanted = ""  # folded words of the filter
        self._unfitted: list[int] = []
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._fit_some)
        self.setModel(model)
        self.delegate = CellDelegate(
            art, reading, memory, self, self.folded.__contains__, self.step
        )
        self.setItemDelegate(self.delegate)
        self._set_up()
        model.modelReset.connect(self._begin)
        model.rowsInserted.connect(self._rows_came)
        model.rowsRemoved.connect(self._structure_changed)
        model.dataChanged.connect(self._cells_changed)
        self._begin()

    def _set_up(self) -> None:
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(True)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(self.art.theme.px(44))
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setMinimumSectionSize(self.art.theme.px(36))
        head.setHighlightSections(False)
        head.setFixedHeight(self.art.theme.px(28))
        head.sectionResized.connect(self._refit_later)
        self.setAccessibleName("Bảng nhiệm vụ của kế hoạch")
        self.horizontalScrollBar().setSingleStep(self.art.theme.px(20))
        self.verticalScrollBar().setSingleStep(self.art.theme.px(20))

    @property
    def table(self) -> PlanTableModel:
        """The model."""
        model = self.model()
        assert isinstance(model, PlanTableModel)
        return model

    # Widths and heights

    def _begin(self) -> None:
        self.fit_columns()
        self._structure_changed()
        self._refit()
        if self.table.rows and not self.currentIndex().isValid():
            self.setCurrentIndex(self.table.index(0, 0))

    def fit_columns(self) -> None:
        """Widths for the view's own: fixed ones first, the rest shared among columns of words."""
        theme, room = self.art.theme, self.viewport().width()
        widths = {}
        for place, column in enumerate(self.table.columns):
            if column.key in _FIXED_WIDTHS:
                widths[place] = theme.px(_FIXED_WIDTHS[column.key])
        shares = {
            place: _ELASTIC_SHARES.get(column.key, _OWN_SHARE)
            for place, column in enumerate(self.table.columns)
            if place not in widths and not self.isColumnHidden(place)
        }
        shown = sum(width for place, width in widths.items() if not self.isColumnHidden(place))
        rest = max(room - shown, theme.px(110) * len(shares))
        for place, share in shares.items():
            widths[place] = rest * share // max(sum(shares.values()), 1)
        for place, width in widths.items():
            self.setColumnWidth(place, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit_columns()
            self._refit()

    def _refit_later(self) -> None:
        self._unfitted = list(range(len(self.table.rows)))
        self._idle.start()

    def _refit(self) -> None:
        """Find heights: of what is on the screen now, of the rest while nothing else happens."""
        self._fit(self._shown_rows())
        self._refit_later()

    def _shown_rows(self) -> range:
        first = max(self.rowAt(0), 0)
        count = len(self.table.rows)
        last = self.rowAt(self.viewport().height())
        return range(first, min(count, (last if last >= 0 else first + 60) + 2))

    def _fit(self, rows: Iterable[int]) -> None:
        for row in rows:
            if not self.isRowHidden(row):
                height = self.delegate.row_height(row)
                if height != self.rowHeight(row):
                    self.setRowHeight(row, height)

    def _fit_some(self) -> None:
        chunk, self._unfitted = self._unfitted[:_CHUNK], self._unfitted[_CHUNK:]
        above = [row for row in chunk if row < max(self.rowAt(0), 0)]
        before = self.rowViewportPosition(above[-1] + 1) if above else 0
        self._fit(row for row in chunk if row < len(self.table.rows))
        if above:  # what is on the screen stays where it is
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.rowViewportPosition(above[-1] + 1) - before)
        if not self._unfitted:
            self._idle.stop()

    # Rows that come, go and change

    def _rows_came(self, parent: Index, first: int, last: int) -> None:
        self._structure_changed()
        self._fit(range(first, last + 1))

    def _structure_changed(self) -> None:
        self.clearSpans()
        columns = len(self.table.columns)
        for row, record in enumerate(self.table.rows):
            if not isinstance(record, Task) and columns > 1:
                self.setSpan(row, 0, 1, columns)
        self._hide_rows()

    def _cells_changed(self, top: QModelIndex, bottom: QModelIndex) -> None:
        rows = range(top.row(), bottom.row() + 1)
        if len(rows) > _CHUNK:
            self._refit()
        else:
            self._fit(rows)
            self._fit(self._goal_tails(rows))

    def _goal_tails(self, rows: Iterable[int]) -> Iterable[int]:
        """The last rows of the goals that these rows share: they carry the goal's height."""
        model = self.table
        for row in rows:
            last = row
            while last + 1 < len(model.rows) and model.goal_top(last + 1) == model.goal_top(row):
                last += 1
            if last != row:
                yield last

    # Folding and filtering

    def _hide_rows(self) -> None:
        hidden_by = {Area: False, "group": False}
        shown_headings = self._headings_of_matches() if self._wanted else set()
        for row, record in enumerate(self.table.rows):
            if isinstance(record, Area):
                hide = False
                hidden_by = {Area: record.id in self.folded, "group": False}
            elif not isinstance(record, Task):
                hide = hidden_by[Area]
                hidden_by["group"] = record.id in self.folded
            else:
                hide = hidden_by[Area] or hidden_by["group"]
            if self._wanted:
                hide = record.id not in shown_headings
            if self.isRowHidden(row) != hide:
                self.setRowHidden(row, hide)

    def _headings_of_matches(self) -> set[str]:
        """The rows that hold the wanted words, and the headings over them."""
        shown: set[str] = set()
        over: dict[str, Row] = {}
        for record in self.table.rows:
            if isinstance(record, Area):
                over = {"area": record}
            elif not isinstance(record, Task):
                over["group"] = record
            if self._matches(record):
                shown |= {record.id, *(heading.id for heading in over.values())}
        return shown

    def _matches(self, record: Row) -> bool:
        if not isinstance(record, Task):
            return self._wanted in fold(f"{record.number} {record.title}")
        return any(self._wanted in fold(column.text(record)) for column in self.table.columns)

    def filter(self, words: str) -> int:
        """Show the rows that hold the words, marks or not; how many tasks are shown."""
        self._wanted = fold(words.strip())
        self._hide_rows()
        self._refit()
        self.viewport().update()
        rows = enumerate(self.table.rows)
        return sum(isinstance(r, Task) and not self.isRowHidden(row) for row, r in rows)

    def toggle(self, row: int, *, fold_it: bool | None = None) -> None:
        """Fold a heading's rows away, or show them again."""
        if not self.table.is_heading(row):
            return
        record_id = self.table.rows[row].id
        folded = record_id in self.folded
        if fold_it is None or fold_it != folded:
            self.folded ^= {record_id}
            self._hide_rows()
            self._refit()
            self.viewport().update()

    def fold_all(self, *, fold_them: bool) -> None:
        """Fold every area, or open everything."""
        areas = {record.id for record in self.table.rows if isinstance(record, Area)}
        self.folded.clear()
        self.folded.update(areas if fold_them else ())
        self._hide_rows()
        self._refit()
        self.viewport().update()

    # Where the user is

    @property
    def current_record(self) -> Row | None:
        """The record of the current row."""
        index = self.currentIndex()
        return self.table.rows[index.row()] if index.isValid() else None

    def chosen_ids(self) -> list[str]:
        """The records of the selected rows, in order; the current one without a selection."""
        chosen = {
            index.row() for index in self.selectedIndexes() if not self.isRowHidden(index.row())
        }
        if not chosen and self.currentIndex().isValid():
            chosen = {self.currentIndex().row()}
        return [self.table.rows[row].id for row in sorted(chosen)]

    def chosen_cells(self) -> list[tuple[int, int]]:
        """The selected cells that are shown, by row and column."""
        cells = {(index.row(), index.column()) for index in self.selectedIndexes()}
        return sorted(
            (row, column)
            for row, column in cells
            if not self.isRowHidden(row) and not self.isColumnHidden(column)
        )

    def go_to(self, place: Place, *, edit: bool = False) -> bool:
        """Make a place the current cell, opening what is folded over it."""
        row = self.table.row_of(place.record_id)
        if row is None:
            return False
        if self.isRowHidden(row):
            self._wanted = ""
            self.folded -= {record.id for record in self.table.rows[:row]}
            self._hide_rows()
        self._fit(range(max(0, row - 40), min(len(self.table.rows), row + 40)))
        column = self.table.column_of(place.column) if place.column else self._column_to_begin(row)
        index = self.table.index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        if edit:
            self.edit(index)
        return True

    def _column_to_begin(self, row: int) -> int:
        if self.table.is_heading(row):
            return 0
        return (
            self.currentIndex().column()
            if self.currentIndex().column() > 0
            else self.table.column_of("task")
        )

    def select_rows(self, ids: Sequence[str]) -> None:
        """Select whole rows, the first of them current."""
        rows = [row for record_id in ids if (row := self.table.row_of(record_id)) is not None]
        if not rows:
            return
        column = max(self.currentIndex().column(), 0)
        self.setCurrentIndex(self.table.index(rows[0], column))
        selection = QItemSelection()
        last = len(self.table.columns) - 1
        for row in rows:
            selection.select(self.table.index(row, 0), self.table.index(row, last))
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().select(selection, flags)

    def step(self, down: int, across: int) -> None:
        """Move the current cell, past what is hidden; over the row's end into the next."""
        index = self.currentIndex()
        row, column = index.row(), index.column()
        columns = [n for n in range(len(self.table.columns)) if not self.isColumnHidden(n)]
        if across and columns:
            place = columns.index(column) + across if column in columns else 0
            down += place // len(columns)
            column = columns[place % len(columns)]
        way = 1 if down >= 0 else -1
        while down:
            beyond = row + way
            while 0 <= beyond < len(self.table.rows) and self.isRowHidden(beyond):
                beyond += way
            if not 0 <= beyond < len(self.table.rows):
                break
            row, down = beyond, down - way
        self.setCurrentIndex(self.table.index(row, column))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.current_changed.emit()

    # Keys and the mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, key = self.currentIndex(), event.key()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        heading = index.isValid() and self.table.is_heading(index.row())
        if plain and heading and key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space):
            self.toggle(
                index.row(), fold_it=None if key == Qt.Key.Key_Space else key == Qt.Key.Key_Left
            )
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(1, 0)
        elif plain and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit()
        elif event.modifiers() == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_Space:
            self._select_line("column")
        elif event.modifiers() == Qt.KeyboardModifier.ShiftModifier and key == Qt.Key.Key_Space:
            self._select_line("row")
        else:
            super().keyPressEvent(event)

    def _select_line(self, which: Literal["row", "column"]) -> None:
        flags = QItemSelectionModel.SelectionFlag
        line = flags.Rows if which == "row" else flags.Columns
        self.selectionModel().select(self.selectionModel().selection(), flags.Select | line)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Ctrl with an arrow goes to the end of the table that way, as in Excel."""
        actions = QAbstractItemView.CursorAction
        index = self.currentIndex()
        if modifiers & Qt.KeyboardModifier.ControlModifier and index.isValid():
            rows = [n for n in range(len(self.table.rows)) if not self.isRowHidden(n)]
            columns = [n for n in range(len(self.table.columns)) if not self.isColumnHidden(n)]
            match action:
                case actions.MoveUp:
                    return self.table.index(rows[0], index.column())
                case actions.MoveDown:
                    return self.table.index(rows[-1], index.column())
                case actions.MoveLeft:
                    return self.table.index(index.row(), columns[0])
                case actions.MoveRight:
                    return self.table.index(index.row(), columns[-1])
        return super().moveCursor(action, modifiers)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if (
            index.isValid()
            and self.table.is_heading(index.row())
            and event.position().x() < self.art.theme.px(40)
            and event.button() == Qt.MouseButton.LeftButton
        ):
            self.toggle(index.row())
