"""Which documents are asked for: a folder, words, columns and an order, told to the listing."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtGui import QAction

from cchc_desktop.domain.register_list import ALL, Folder
from cchc_desktop.domain.register_values import NAMED_COLUMNS, counted_entries
from cchc_desktop.domain.table_filter import ColumnFilter, CountedValue, TableFilter, filter_words
from cchc_desktop.domain.vietnamese import uncapitalised
from ui.register.folder_list import FolderList
from ui.register.listing import Listing
from ui.register.model import COLUMNS
from ui.register.table import RegisterTable
from ui.widgets.cells import CellArt
from ui.widgets.column_filters import ColumnFilters
from ui.widgets.controls import when_escaped
from ui.widgets.search_field import SearchField
from ui.widgets.tab import Tab


class RegisterFiltering(QObject):
    """`applied`: other entries are to be listed; `left`: the keys are for the table again."""

    applied = Signal()
    left = Signal()

    def __init__(
        self,
        listing: Listing,
        table: RegisterTable,
        folders: FolderList,
        field: SearchField,
        art: CellArt,
        tab: Tab,
    ) -> None:
        super().__init__(tab)
        self._listing, self._table, self._folders, self._field = listing, table, folders, field
        self._heads = ColumnFilters(
            table, art, self._titles, self._offered, NAMED_COLUMNS, "Bỏ lọc theo cột", tab
        )
        self.strip = self._heads.strip
        self.find = tab.action("Tìm trong sổ", "Ctrl+F", "list-filter", field.begin)
        self._widths = tab.action("Về bề rộng mặc định", run=table.reset_widths)
        of_columns = [self._heads.by_column, self._heads.end, self._widths]
        self._heads.menu.addActions(of_columns)
        self.actions: list[QAction | None] = [*of_columns, None]
        for column in COLUMNS:
            words = f"Xếp theo {uncapitalised(column.title)}"
            self.actions.append(tab.action(words, run=partial(table.sort_by, column.key)))
        self._connect()
        self.tell()

    def _connect(self) -> None:
        table, field = self._table, self._field
        self._listing.opened.connect(self._forget)
        self._heads.chosen.connect(self._choose)
        self._heads.left.connect(self.left)
        self._folders.folder_chosen.connect(self._choose_folder)
        table.sort_wanted.connect(self._sort)
        field.typed.connect(self.search)
        field.returnPressed.connect(self._leave)
        when_escaped(field, self.end_and_leave)

    def tell(self) -> None:
        """Say what the columns are filtered by, and how much is left."""
        wanted, listing = self._listing.wanted, self._listing
        self._heads.show(wanted)
        if wanted:
            count = f"{len(self._table.entries.rows)}/{len(listing.entries)} văn bản"
            words = f"Đang lọc {count} · {filter_words(wanted, self._heads.titles)}"
            self.strip.tell(words, outdated=False, saved=True)

    def search(self, words: str) -> None:
        """List what holds these words."""
        if words != self._listing.typed:
            self._listing.choose(self._listing.folder, words)
            self.applied.emit()

    def end(self) -> None:
        """List every document."""
        self._listing.choose(ALL, "")
        self._listing.filter_by(TableFilter())
        self._forget()
        self.applied.emit()

    def end_and_leave(self) -> None:
        """The same, and the keys are for the table."""
        self.end()
        self.left.emit()

    def _leave(self) -> None:
        self._field.tell_now()
        self.left.emit()

    def _forget(self) -> None:
        """All documents are listed: no folder is chosen, no word is typed."""
        blocked = [QSignalBlocker(each) for each in (self._field, self._folders)]
        self._field.clear()
        self._folders.choose(ALL)
        for each in blocked:
            each.unblock()

    def _choose_folder(self, folder: Folder) -> None:
        self._listing.choose(folder, self._listing.typed)
        self.applied.emit()

    def _sort(self, column: str, falling: bool) -> None:
        self._listing.order = column, falling
        self.applied.emit()

    # Columns

    def _titles(self) -> list[tuple[str, str]]:
        return [(column.key, column.title) for column in COLUMNS]

    def _offered(self, others: TableFilter, now: ColumnFilter) -> Sequence[CountedValue]:
        return counted_entries(now.key, self._listing.left_by(others), now.values)

    def _choose(self, wanted: TableFilter) -> None:
        self._listing.filter_by(wanted)
        self.applied.emit()
