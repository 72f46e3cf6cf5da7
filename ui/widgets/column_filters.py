"""Filtering a table by its columns: the marks in its head, and the popup under them."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Signal

from cchc_desktop.domain.table_filter import ColumnFilter, CountedValue, TableFilter
from ui.widgets.cells import CellArt
from ui.widgets.filter_header import FilterHeader

if TYPE_CHECKING:
    from ui.widgets.filter_popup import FilterPopup


class ColumnFilters(QObject):
    """`chosen(TableFilter)`: filter so from now on; `left`: the keys are for the table again."""

    chosen = Signal(object)
    left = Signal()

    def __init__(
        self,
        head: FilterHeader,
        art: CellArt,
        columns: Callable[[], Sequence[tuple[str, str]]],
        values: Callable[[TableFilter, ColumnFilter], Sequence[CountedValue]],
        named: Sequence[str],
        parent: QObject,
    ) -> None:
        """`columns`: key and title, by section. `values`: what a column is filtered by may be, of
        rows that the filter without it leaves. `named`: keys of columns that are filtered by their
        values only, not by words.
        """
        super().__init__(parent)
        self._head, self._art, self._columns, self._values = head, art, columns, values
        self._named = named
        self._wanted = TableFilter()
        self._popup: FilterPopup | None = None
        head.filter_asked.connect(self.ask)

    @property
    def titles(self) -> dict[str, str]:
        """The columns' titles, by key."""
        return dict(self._columns())

    def show(self, wanted: TableFilter) -> None:
        """What the table is filtered by now; a popup that is open offers what was there before."""
        if self._popup is not None:
            self._popup.hide()
        self._wanted = wanted
        columns = enumerate(self._columns())
        self._head.show_filtered({place for place, (key, _) in columns if wanted.of(key)})

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

    def _section_box(self, section: int) -> QRect:
        head = self._head
        corner = head.mapTo(head.window(), QPoint(head.sectionViewportPosition(section), 0))
        return QRect(corner.x(), corner.y(), head.sectionSize(section), head.height())

    def _take(self, column: ColumnFilter) -> None:
        free = not (column.values or column.words)
        wanted = self._wanted.without(column.key) if free else self._wanted.having(column)
        self.chosen.emit(wanted)
        self.left.emit()
