"""Filtering the register by its columns, beside its folders and its search."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from cchc_desktop.domain.register_values import NAMED_COLUMNS, counted_entries
from cchc_desktop.domain.table_filter import ColumnFilter, CountedValue, TableFilter, filter_words
from ui.register.listing import Listing
from ui.register.model import COLUMNS
from ui.register.table import RegisterTable
from ui.widgets.cells import CellArt
from ui.widgets.column_filters import ColumnFilters
from ui.widgets.tab import Tab


class RegisterFiltering(QObject):
    """`applied`: other entries are to be listed; `left`: the keys are for the table again."""

    applied = Signal()
    left = Signal()

    def __init__(self, listing: Listing, table: RegisterTable, art: CellArt, tab: Tab) -> None:
        super().__init__(tab)
        self._listing, self._table = listing, table
        self._heads = ColumnFilters(
            table, art, self._titles, self._offered, NAMED_COLUMNS, "Bỏ lọc theo cột", tab
        )
        self.strip = self._heads.strip
        self._widths = tab.action("Về bề rộng mặc định")
        self.actions = [self._heads.by_column, self._heads.end, self._widths]
        self._heads.menu.addActions(self.actions)
        self._heads.chosen.connect(self._choose)
        self._heads.left.connect(self.left)
        self._widths.triggered.connect(table.reset_widths)
        self.tell()

    def tell(self) -> None:
        """Say what is filtered and how much is left."""
        wanted, listing = self._listing.wanted, self._listing
        self._heads.show(wanted)
        if wanted:
            count = f"{len(self._table.entries.rows)}/{len(listing.entries)} văn bản"
            words = f"Đang lọc {count} · {filter_words(wanted, self._heads.titles)}"
            self.strip.tell(words, outdated=False, saved=True)

    def _titles(self) -> list[tuple[str, str]]:
        return [(column.key, column.title) for column in COLUMNS]

    def _offered(self, others: TableFilter, now: ColumnFilter) -> Sequence[CountedValue]:
        return counted_entries(now.key, self._listing.left_by(others), now.values)

    def _choose(self, wanted: TableFilter) -> None:
        self._listing.filter_by(wanted)
        self.applied.emit()
