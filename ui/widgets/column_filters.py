"""Filtering a table by its columns: the marks and the menu of its head, the popup under them, the
strip over it.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QMenu, QTableView

from cchc_desktop.domain.table_filter import ColumnFilter, CountedValue, TableFilter
from ui.widgets.cells import CellArt
from ui.widgets.filter_header import FilterHeader
from ui.widgets.filter_strip import FilterStrip
from ui.widgets.tab import Tab

if TYPE_CHECKING:
    from ui.widgets.filter_popup import FilterPopup


class ColumnFilters(QObject):
    """`chosen(TableFilter)`: filter so from now on; `left`: the keys are for the table again. The
    actions ask for the column where the user is, and end the filter; `menu` is the head's, filled
    by who makes this.
    """

    chosen = Signal(object)
    left = Signal()

    def __init__(
        self,
        view: QTableView,
        art: CellArt,
        columns: Callable[[], Sequence[tuple[str, str]]],
        values: Callable[[TableFilter, ColumnFilter], Sequence[CountedValue]],
        named: Sequence[str],
        end_words: str,
        tab: Tab,
    ) -> None:
        """`view` has a FilterHeader. `columns`: key and title, by section. `values`: what a column
        is filtered by may be, of rows that the filter without it leaves. `named`: keys of columns
        that are filtered by their values only, not by words. `end_words`: how the end is named.
        """
        super().__init__(tab)
        head = view.horizontalHeader()
        assert isinstance(head, FilterHeader)
        self._view, self._head, self._art, self._columns = view, head, art, columns
        self._values, self._named = values, named
        self._wanted = TableFilter()
        self._popup: FilterPopup | None = None
        self.by_column = tab.action("Lọc cột đang chọn…", "Alt+L", "list-filter", self._ask_current)
        self.end = tab.action(end_words, run=self._end)
        self.strip = FilterStrip(tab.theme)
        self.menu = QMenu(tab)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._show_menu)
        head.filter_asked.connect(self.ask)
        self.strip.end_asked.connect(self._end_and_leave)

    @property
    def titles(self) -> dict[str, str]:
        """The columns' titles, by key."""
        return dict(self._columns())

    def show(self, wanted: TableFilter) -> None:
        """What the table is filtered by now; a popup that is open offers what was there before, the
        strip is told what it says by who filters.
        """
        if self._popup is not None:
            self._popup.hide()
        self._wanted = wanted
        columns = enumerate(self._columns())
        self._head.show_filtered({place for place, (key, _) in columns if wanted.of(key)})
        self.end.setEnabled(bool(wanted))
        if not wanted:
            self.strip.hide()

    def ask(self, section: int) -> None:
        """Have it chosen what a column is filtered by."""
        key, title = self._columns()[section]
        now = self._wanted.of(key) or ColumnFilter(key)
        if self._popup is None:  # in the window itself, which is there by now
            from ui.widgets.filter_popup import FilterPopup

            self._popup = FilterPopup(self._art, self._head.window())
            self._popup.chosen.connect(self._take)
            self._popup.given_up.connect(self.left)
        self._popup.open(
            now,
            title,
            self._values(self._wanted.without(key), now),
            by_words=key not in self._named,
            below=self._section_box(section),
        )

    def _ask_current(self) -> None:
        index = self._view.currentIndex()
        if index.isValid():
            self.ask(index.column())

    def _section_box(self, section: int) -> QRect:
        head = self._head
        corner = head.mapTo(head.window(), QPoint(head.sectionViewportPosition(section), 0))
        return QRect(corner.x(), corner.y(), head.sectionSize(section), head.height())

    def _take(self, column: ColumnFilter) -> None:
        free = not (column.values or column.words)
        wanted = self._wanted.without(column.key) if free else self._wanted.having(column)
        self.chosen.emit(wanted)
        self.left.emit()

    def _end(self) -> None:
        self.chosen.emit(TableFilter())

    def _end_and_leave(self) -> None:
        self._end()
        self.left.emit()

    def _show_menu(self, point: QPoint) -> None:
        """The menu of the head, about the column under the mouse: that is the current one then."""
        section = self._head.logicalIndexAt(point)
        if section >= 0:
            row = self._view.currentIndex().row()
            self._view.setCurrentIndex(self._view.model().index(row, section))
            self.menu.popup(self._head.mapToGlobal(point))
