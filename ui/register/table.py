"""The table of the register: where the clerk is, its keys, files dragged out of it."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from cchc_desktop.domain.register_list import Entry
from ui.register.model import COLUMNS, PLACES, RegisterModel
from ui.register.painter import EntryPainter
from ui.widgets.cells import CellArt
from ui.widgets.filter_header import FilterHeader
from ui.widgets.kept_widths import KeptWidths

Index = QModelIndex | QPersistentModelIndex
_GIVING_WAY = ("kind", "cited", "file")  # columns that go, in turn, where there is no room
_LEAST = 170  # pixels at 100 % that the trích yếu keeps


class RegisterTable(QTableView):
    """`current_changed`: another document, or cell; `sort_wanted(column key, falling)`."""

    current_changed = Signal()
    sort_wanted = Signal(str, bool)

    def __init__(self, model: RegisterModel, art: CellArt, widths: KeptWidths) -> None:
        super().__init__()
        self.entries, self._art = model, art
        self.head, self._widths = FilterHeader(art.theme, self), widths
        self._fitting = False
        self._exchanging = False  # rows go and come back: the current one is still to be told
        self.setModel(model)
        self._painter = EntryPainter(art, self)
        self.setItemDelegate(self._painter)
        self._set_up()
        model.rowsInserted.connect(self._fit_new)
        model.dataChanged.connect(self._fit_changed)

    def _set_up(self) -> None:
        theme, head, rows = self._art.theme, self.head, self.verticalHeader()
        self.setHorizontalHeader(head)
        self.setAccessibleName("Sổ văn bản")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.verticalScrollBar().setSingleStep(theme.px(20))
        rows.hide()
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(theme.px(45))
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setMinimumSectionSize(theme.px(36))
        head.setHighlightSections(False)
        head.setFixedHeight(theme.px(28))
        head.setSectionResizeMode(PLACES["title"], QHeaderView.ResizeMode.Stretch)
        self._fit_columns()
        head.sectionResized.connect(self._column_resized)
        head.setSortIndicatorShown(True)
        head.setSortIndicator(PLACES["issued"], Qt.SortOrder.DescendingOrder)
        head.sortIndicatorChanged.connect(self._sort)

    def _sort(self, place: int, order: Qt.SortOrder) -> None:
        falling = order == Qt.SortOrder.DescendingOrder
        self.sort_wanted.emit(COLUMNS[place].key, falling)

    def sort_by(self, key: str) -> None:
        """Put the rows in order by a column; once more by the same one turns them round."""
        head = self.horizontalHeader()
        same = head.sortIndicatorSection() == PLACES[key]
        rising = same and head.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        falling = not rising if same else key == "issued"
        order = Qt.SortOrder.DescendingOrder if falling else Qt.SortOrder.AscendingOrder
        head.setSortIndicator(PLACES[key], order)

    def _fit_new(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._fit(first, last)

    def _fit_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self._fit(first.row(), last.row())

    def _fit(self, first: int, last: int) -> None:
        """These rows as high as their entries need."""
        for row in range(first, last + 1):
            height = self._painter.row_height(self.entries.rows[row])
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)

    @property
    def hidden_columns(self) -> int:
        """How many columns have no room."""
        return sum(self.isColumnHidden(place) for place in PLACES.values())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_columns(event.size().width())
        super().resizeEvent(event)

    def _fit_columns(self, room: int = 0) -> None:
        """Never a sideways scroll: what can be told elsewhere gives way. `room` in pixels."""
        theme = self._art.theme
        widths = {column.key: theme.px(column.width) for column in COLUMNS} | self._widths.chosen
        widths["title"] = theme.px(_LEAST)  # at least: it takes what is left
        self._fitting = True
        for key in _GIVING_WAY:
            hidden = bool(room) and sum(widths.values()) > room
            self.setColumnHidden(PLACES[key], hidden)
            if hidden:
                del widths[key]
        for key, width in widths.items():
            if key != "title":
                self.setColumnWidth(PLACES[key], width)
        self._fitting = False

    def _column_resized(self, place: int, old: int, new: int) -> None:
        dragged = old and new and not self._fitting  # not hidden, nor shown again
        if dragged and COLUMNS[place].width:
            self._widths.keep(COLUMNS[place].key, new)

    def reset_widths(self) -> None:
        """Every column as wide as it is before anybody drags it."""
        self._widths.forget()
        self._fit_columns(self.viewport().width())

    # Where the clerk is

    def show_entries(self, entries: list[Entry]) -> None:
        """Other entries, or others among them; what was chosen stays so, where it is shown. Which
        one is current then is not told.
        """
        chosen = [entry.id for entry in self.chosen()]
        row = max(self.currentIndex().row(), 0)
        self._exchanging = True
        self.entries.show_rows(entries)
        if entries and not self.go_to(chosen):
            self.go_to([entries[min(row, len(entries) - 1)].id])
        self._exchanging = False

    @property
    def current(self) -> Entry | None:
        """The entry of the current row."""
        entry: Entry | None = self.currentIndex().data(RegisterModel.ENTRY)
        return entry

    @property
    def current_column(self) -> str:
        """The key of the current cell's column."""
        return COLUMNS[max(self.currentIndex().column(), 0)].key

    def chosen(self) -> list[Entry]:
        """The entries of the selected rows, from above; the current one without a selection."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        if not rows and self.currentIndex().isValid():
            rows = [self.currentIndex().row()]
        return [self.entries.rows[row] for row in rows]

    def go_to(self, document_ids: Sequence[str], column: str = "") -> bool:
        """Select documents, the first of them current; False where it is not shown."""
        rows = [row for key in document_ids if (row := self.entries.row_of(key)) >= 0]
        if not rows:
            return False
        place = PLACES[column] if column else max(self.currentIndex().column(), 0)
        flags = QItemSelectionModel.SelectionFlag
        index = self.entries.index(rows[0], place)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        for row in rows[1:]:
            self.selectionModel().select(self.entries.index(row, 0), flags.Select | flags.Rows)
        self.scrollTo(index)
        return True

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not self._exchanging:
            self.current_changed.emit()

    # What is dragged over it

    def entry_under(self, place: QPoint) -> Entry | None:
        """The entry at a place of this widget."""
        index = self.indexAt(self.viewport().mapFrom(self, place))
        entry: Entry | None = index.data(RegisterModel.ENTRY)
        return entry

    def mark(self, entry: Entry | None) -> None:
        """Show which entry would take what is being dragged; None for none."""
        row = self.entries.row_of(entry.id) if entry is not None else -1
        if row != self._painter.marked:
            self._painter.marked = row
            self.viewport().update()
