"""The plan's table as an outline: headings over the whole width, rows that grow with their words,
branches that fold, rows that a filter leaves.
"""

from collections.abc import Iterable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from cchc_desktop.domain.plan import Area
from cchc_desktop.domain.table_filter import TableFilter
from cchc_desktop.domain.task_values import TaskValues
from ui.cell_reading import CellReading
from ui.plan.cell_delegate import CellDelegate
from ui.plan.column_widths import shared_widths
from ui.plan.shown_rows import ShownRows
from ui.plan.table_model import PlanTableModel
from ui.plan.word_memory import WordMemory
from ui.widgets.cell_editing import EditedTable
from ui.widgets.cells import CellArt
from ui.widgets.filter_header import FilterHeader
from ui.widgets.kept_widths import KeptWidths
from ui.widgets.row_heights import RowHeights

Index = QModelIndex | QPersistentModelIndex
SelectionFlag = QItemSelectionModel.SelectionFlag
_MANY = 100  # rows that are not fitted at once


class OutlineView(EditedTable):
    """Shows a PlanTableModel; `filter_ended`: a row was asked for that the filter had left out."""

    filter_ended = Signal()

    def __init__(
        self,
        model: PlanTableModel,
        art: CellArt,
        reading: CellReading,
        memory: WordMemory,
        widths: KeptWidths,
    ) -> None:
        super().__init__()
        self.art, self.table = art, model
        self.shown = ShownRows()
        self.head = FilterHeader(art.theme, self)
        self._widths = widths
        self._fitting = False
        self.setModel(model)
        self.delegate = CellDelegate(art, reading, memory, self, self.shown.folded.__contains__)
        self.setItemDelegate(self.delegate)
        self.heights = RowHeights(self, self.delegate.row_height)
        self._set_up()
        model.modelReset.connect(self._begin)
        model.rowsInserted.connect(self._rows_came)
        model.rowsRemoved.connect(self._rows_went)
        model.dataChanged.connect(self._cells_changed)
        self._fill()  # widths and heights come with the room that it gets

    def _set_up(self) -> None:
        theme, head = self.art.theme, self.head
        self.setHorizontalHeader(head)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(theme.px(44))
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setMinimumSectionSize(theme.px(36))
        head.setHighlightSections(False)
        head.setFixedHeight(theme.px(28))
        head.sectionResized.connect(self._column_resized)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.setSingleStep(theme.px(20))

    def _begin(self) -> None:
        self._fill()
        self.fit_columns()
        self.heights.fit_all()

    def _fill(self) -> None:
        self.clearSpans()
        self._span_headings(range(len(self.table.rows)))
        self._hide_rows()
        if not self.currentIndex().isValid():
            self.stand_on(self.nearest_shown(0))

    def stand_on(self, index: QModelIndex) -> None:
        """Make a cell the current one and the only one selected, whatever keys are held."""
        self.selectionModel().setCurrentIndex(index, SelectionFlag.ClearAndSelect)

    # Widths

    def fit_columns(self) -> None:
        """Widths for the room there is."""
        theme = self.art.theme
        shown = {
            column.key: place
            for place, column in enumerate(self.table.columns)
            if not self.isColumnHidden(place)
        }
        room = self.viewport().width()
        widths = shared_widths(list(shown), room, theme.scale / 100, self._widths.chosen)
        self._fitting = True
        for key, width in widths.items():
            self.setColumnWidth(shown[key], width)
        self._fitting = False

    def _column_resized(self, place: int, old: int, new: int) -> None:
        dragged = old and new and not self._fitting  # not hidden, nor shown again
        if dragged and place < len(self.table.columns):
            self._widths.keep(self.table.columns[place].key, new)
        self.heights.fit_all_later()

    def reset_widths(self) -> None:
        """Every column as wide as it is before anybody drags it."""
        self._widths.forget()
        self.fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit_columns()
            self.heights.fit_all()

    # Rows that come, go and change

    def _span_headings(self, rows: Iterable[int]) -> None:
        columns = len(self.table.columns)
        for row in rows:
            if columns > 1 and self.table.is_heading(row):
                self.setSpan(row, 0, 1, columns)

    def _rows_came(self, parent: Index, first: int, last: int) -> None:
        new = range(first, last + 1)
        self._span_headings(new)
        self._hide_rows()
        if len(new) > _MANY:
            self.heights.fit_all()
        else:
            self.heights.fit(self._with_goals({first - 1, *new, last + 1}))
        if not self.currentIndex().isValid():
            self.stand_on(self.nearest_shown(first))

    def _rows_went(self, parent: Index, first: int, last: int) -> None:
        self._hide_rows()
        self.heights.fit(self._with_goals({first - 1, first}))

    def _cells_changed(self, top: QModelIndex, bottom: QModelIndex) -> None:
        rows = range(top.row(), bottom.row() + 1)
        if len(rows) > _MANY:
            self.heights.fit_all()
        else:
            self.heights.fit(self._with_goals(rows))

    def _with_goals(self, rows: Iterable[int]) -> list[int]:
        """The rows, and the last ones of their goals, which carry the goals' heights."""
        known = {row for row in rows if 0 <= row < len(self.table.rows)}
        return sorted(known | {self.table.places.goal_rows(row)[-1] for row in known})

    # Folding and filtering

    def _hide_rows(self) -> None:
        hidden = self.shown.hidden(self.table.rows)
        for row, hide in enumerate(hidden):
            if self.isRowHidden(row) != hide:
                self.setRowHidden(row, hide)

    def _show_rows(self) -> None:
        """After other folds or another filter; the current cell is never one that is hidden."""
        self._hide_rows()
        index = self.currentIndex()
        if not index.isValid() or self.isRowHidden(index.row()):
            self.stand_on(self.nearest_shown(max(index.row(), 0), max(index.column(), 0)))
        self.heights.fit_all()
        self.viewport().update()

    @property
    def finds_nothing(self) -> bool:
        """Whether the filter leaves no row to be seen."""
        rows = range(len(self.table.rows))
        return self.shown.filtering and all(self.isRowHidden(row) for row in rows)

    def filter(self, wanted: TableFilter, values: TaskValues) -> None:
        """Show the rows that a filter leaves, as they are now."""
        self.shown.apply(wanted, self.table.rows, values)
        self._show_rows()

    def toggle(self, row: int, *, fold_it: bool | None = None) -> None:
        """Fold a heading's rows away, or show them again."""
        if not self.table.is_heading(row):
            return
        record_id = self.table.rows[row].id
        folded = record_id in self.shown.folded
        if fold_it is None or fold_it != folded:
            self.shown.folded.symmetric_difference_update({record_id})
            self._show_rows()

    def fold_all(self, *, fold_them: bool) -> None:
        """Fold every area, or open everything."""
        self.shown.folded.clear()
        if fold_them:
            areas = (record.id for record in self.table.rows if isinstance(record, Area))
            self.shown.folded.update(areas)
        self._show_rows()

    def uncover(self, row: int) -> None:
        """Have a row shown, whatever hid it."""
        if self.isRowHidden(row):
            filtering = self.shown.filtering
            self.shown.open_to(self.table.rows, row)
            self._show_rows()
            if filtering:
                self.filter_ended.emit()

    def nearest_shown(self, row: int, column: int = 0) -> QModelIndex:
        """The cell of a column in the nearest row that is shown, above first: there the heading is;
        an invalid index where no row is.
        """
        count = len(self.table.rows)
        for near in (*range(min(row, count - 1), -1, -1), *range(row, count)):
            if not self.isRowHidden(near):
                return self.table.index(near, column)
        return QModelIndex()
