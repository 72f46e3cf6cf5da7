"""Filtering the register by its columns, beside its folders and its search."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from cchc_desktop.domain.register_values import NAMED_COLUMNS, counted_entries
from cchc_desktop.domain.table_filter import ColumnFilter, CountedValue, TableFilter, filter_words
from ui.register.listing import Listing
from ui.register.model import COLUMNS
from ui.register.table import RegisterTable
from ui.widgets.cells import CellArt
from ui.widgets.column_filters import ColumnFilters
from ui.widgets.filter_strip import FilterStrip
from ui.widgets.tab import Tab


class RegisterFiltering(QObject):
    """`applied`: other entries are to be listed; `left`: the keys are for the table again."""

    applied = Signal()
    left = Signal()

    def __init__(self, listing: Listing, table: RegisterTable, art: CellArt, tab: Tab) -> None:
        super().__init__(tab)
        self._listing, self._table = listing, table
        self._heads = ColumnFilters(
            table.head, art, self._titles, self._offered, NAMED_COLUMNS, self
        )
        self.strip = FilterStrip(tab.theme)
        self._menu = QMenu(tab)
        self._by_column = tab.action("Lọc cột đang chọn…", "Alt+L", "list-filter")
        self._end = tab.action("Bỏ lọc theo cột")
        self._widths = tab.action("Về bề rộng mặc định")
        self.actions: list[QAction | None] = [self._by_column, self._end, self._widths]
        self._by_column.triggered.connect(self._ask_current)
        self._end.triggered.connect(self._choose_none)
        self._widths.triggered.connect(table.reset_widths)
        self._heads.chosen.connect(self._choose)
        self._heads.left.connect(self.left)
        self.strip.end_asked.connect(self._end_and_leave)
        table.head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.head.customContextMenuRequested.connect(self._show_menu)
        self.tell()

    def tell(self) -> None:
        """Say what is filtered and how much is left."""
        wanted, listing = self._listing.wanted, self._listing
        self._heads.show(wanted)
        self._end.setEnabled(bool(wanted))
        self.strip.setVisible(bool(wanted))
        if wanted:
            count = f"{len(self._table.entries.rows)}/{len(listing.entries)} văn bản"
            words = f"Đang lọc {count} · {filter_words(wanted, self._heads.titles)}"
            self.strip.tell(words, outdated=False, saved=True)

    def _titles(self) -> list[tuple[str, str]]:
        return [(column.key, column.title) for column in COLUMNS]

    def _offered(self, others: TableFilter, now: ColumnFilter) -> Sequence[CountedValue]:
        return counted_entries(now.key, self._listing.left_by(others), now.values)

    def _ask_current(self) -> None:
        self._heads.ask(max(self._table.currentIndex().column(), 0))

    def _choose(self, wanted: TableFilter) -> None:
        self._listing.filter_by(wanted)
        self.applied.emit()

    def _choose_none(self) -> None:
        self._choose(TableFilter())

    def _end_and_leave(self) -> None:
        self._choose_none()
        self.left.emit()

    def _show_menu(self, point: QPoint) -> None:
        """The menu of the table's head."""
        place = self._table.head.logicalIndexAt(point)
        if place < 0:
            return
        current = self._table.current
        if current is not None:
            self._table.go_to([current.id], COLUMNS[place].key)
        for action in self.actions:
            if action is not None:
                self._menu.addAction(action)
        self._menu.popup(self._table.head.mapToGlobal(point))
