"""The grid of the plan's table: where the user is, and Excel's keys."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView

from cchc_desktop.domain.finding import Place
from cchc_desktop.domain.plan import Row
from ui.cell_reading import CellReading
from ui.plan.outline_view import Index, OutlineView, SelectionFlag
from ui.plan.table_model import PlanTableModel
from ui.plan.word_memory import WordMemory
from ui.widgets.cells import CellArt
from ui.widgets.kept_widths import KeptWidths

_FOLD_ZONE = 40  # pixels at 100 % at the left of a heading where a click folds
_NEAR = 40  # rows fitted before one of them is brought on the screen
Action = QAbstractItemView.CursorAction


class PlanGrid(OutlineView):
    """`cleared`: Delete was pressed on cells."""

    current_changed = Signal()
    cleared = Signal()

    def __init__(
        self,
        model: PlanTableModel,
        art: CellArt,
        reading: CellReading,
        memory: WordMemory,
        widths: KeptWidths,
    ) -> None:
        super().__init__(model, art, reading, memory, widths)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(True)
        self.setAccessibleName("Bảng nhiệm vụ của kế hoạch")
        self.delegate.left.connect(self.step)

    def commit(self) -> None:
        """Write what is being typed in a cell."""
        self.delegate.commit()

    # Where the user is

    @property
    def current_record(self) -> Row | None:
        """The record of the current row."""
        index = self.currentIndex()
        return self.table.rows[index.row()] if index.isValid() else None

    def chosen_ids(self) -> list[str]:
        """The records of the selected rows, in order; the current one without a selection."""
        index = self.currentIndex()  # a heading is selected by any of the cells that it covers
        chosen = {chosen.row() for chosen in self.selectionModel().selectedIndexes()}
        rows = sorted(chosen or ({index.row()} if index.isValid() else set()))
        return [self.table.rows[row].id for row in rows if not self.isRowHidden(row)]

    def chosen_cells(self) -> list[tuple[int, int]]:
        """The selected cells that are shown, by row and column; a heading is its first one."""
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
        self.uncover(row)
        self.heights.fit(range(max(0, row - _NEAR), min(len(self.table.rows), row + _NEAR)))
        column = self.table.column_of(place.column) if place.column else self._column_to_begin(row)
        index = self.table.index(row, column)
        self.stand_on(index)
        self.scrollTo(index)
        if edit:
            self.edit(index)
        return True

    def _column_to_begin(self, row: int) -> int:
        if self.table.is_heading(row):
            return 0
        column = self.currentIndex().column()
        return column if column > 0 else self.table.column_of("task")

    def select_rows(self, ids: Sequence[str]) -> None:
        """Select whole rows, the first of them current."""
        rows = [row for record_id in ids if (row := self.table.row_of(record_id)) is not None]
        if not rows:
            return
        column = max(self.currentIndex().column(), 0)
        self.stand_on(self.table.index(rows[0], column))
        selection = QItemSelection()
        last = len(self.table.columns) - 1
        for row in rows:
            selection.select(self.table.index(row, 0), self.table.index(row, last))
        self.selectionModel().select(selection, SelectionFlag.ClearAndSelect)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.current_changed.emit()

    # Steps from cell to cell

    def step(self, down: int, across: int) -> None:
        """Move the current cell, past what is hidden; over the row's end into the next."""
        self.stand_on(self._beside(self.currentIndex(), down, across))

    def _beside(self, index: QModelIndex, down: int, across: int) -> QModelIndex:
        rows, columns = self._rows(), self._columns()
        if not (index.isValid() and index.row() in rows and columns):
            return index
        row, column = rows.index(index.row()), index.column()
        place = columns.index(column) if column in columns else 0
        if across:
            heading = self.table.is_heading(index.row())  # one cell, however wide
            place = (place if not heading else len(columns) - 1 if across > 0 else 0) + across
            down += place // len(columns)
            place %= len(columns)
        if not 0 <= row + down < len(rows):
            return index if across else self.table.index(rows[-1 if down > 0 else 0], column)
        target = rows[row + down]
        if across and self.table.is_heading(target):
            place = 0
        return self.table.index(target, columns[place])

    def _rows(self) -> list[int]:
        return [row for row in range(len(self.table.rows)) if not self.isRowHidden(row)]

    def _columns(self) -> list[int]:
        return [n for n in range(len(self.table.columns)) if not self.isColumnHidden(n)]

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Ctrl with an arrow goes to the end of the table that way, as in Excel."""
        index, rows, columns = self.currentIndex(), self._rows(), self._columns()
        if not (index.isValid() and columns):
            return self.nearest_shown(0)
        to_end = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        row, column = index.row(), index.column()
        match action:
            case Action.MoveNext:
                return self._beside(index, 0, 1)
            case Action.MovePrevious:
                return self._beside(index, 0, -1)
            case Action.MoveUp | Action.MoveDown if to_end:
                row = rows[0 if action == Action.MoveUp else -1]
            case Action.MoveLeft | Action.MoveRight if to_end:
                column = columns[0 if action == Action.MoveLeft else -1]
            case Action.MoveUp:
                return self._beside(index, -1, 0)
            case Action.MoveDown:
                return self._beside(index, 1, 0)
            case Action.MoveHome | Action.MoveEnd:
                end = 0 if action == Action.MoveHome else -1
                row, column = rows[end] if to_end else row, columns[end]
            case _:
                return super().moveCursor(action, modifiers)
        return self.table.index(row, column)

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
        elif key == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._select_lines(SelectionFlag.Columns)
        elif key == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self._select_lines(SelectionFlag.Rows)
        else:
            self._begin_typing(lambda: super(PlanGrid, self).keyPressEvent(event), event.text())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        words = event.preeditString() or event.commitString()
        self._begin_typing(lambda: super(PlanGrid, self).inputMethodEvent(event), words)

    def _begin_typing(self, pass_on: Callable[[], None], words: str) -> None:
        """Pass an event on that may open an editor: words that it brings replace the old ones."""
        self.delegate.replacing = bool(words) and words.isprintable()
        if self.delegate.replacing:
            self.scrollTo(self.currentIndex())
        pass_on()
        self.delegate.replacing = False

    def _select_lines(self, line: QItemSelectionModel.SelectionFlag) -> None:
        """The whole rows, or columns, of what is selected."""
        selected = self.selectionModel()
        selected.select(selected.selection(), SelectionFlag.Select | line)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        row = self._fold_mark_at(event)
        if row is not None:
            self.toggle(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self._fold_mark_at(event)
        if row is None:
            super().mouseDoubleClickEvent(event)
        else:  # two clicks on the mark
            self.toggle(row)

    def _fold_mark_at(self, event: QMouseEvent) -> int | None:
        """The heading whose fold mark was clicked."""
        index = self.indexAt(event.position().toPoint())
        near = event.position().x() < self.art.theme.px(_FOLD_ZONE)
        left = event.button() == Qt.MouseButton.LeftButton
        heading = index.isValid() and self.table.is_heading(index.row())
        return index.row() if heading and near and left else None
