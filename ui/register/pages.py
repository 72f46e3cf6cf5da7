"""The middle of the tab Văn bản: the table, or what fills an empty one."""

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.register.table import RegisterTable
from ui.theme import Theme
from ui.widgets.empty import EmptyState, Way

_EMPTY = "Sổ văn bản còn trống; hãy dán một câu, thả tệp Word, PDF vào đây, hoặc gõ từng văn bản."


class RegisterPages(QStackedWidget):
    """`paste`, `add` and `show_all` are the ways to fill it."""

    def __init__(
        self,
        theme: Theme,
        table: RegisterTable,
        paste: Callable[[], None],
        add: Callable[[], None],
        show_all: Callable[[], None],
    ) -> None:
        super().__init__()
        self._table, self._empty = table, EmptyState(theme)
        self._to_begin: tuple[Way, ...] = (
            ("Dán câu, lấy văn bản  F7", paste),
            ("Thêm văn bản  Ctrl+Enter", add),
        )
        self._to_see_all: tuple[Way, ...] = (("Xem tất cả", show_all),)
        self.addWidget(table)
        self.addWidget(self._empty)

    @property
    def home(self) -> QWidget | None:
        """The table, or the first way to fill it, if any."""
        return self._table if self.currentWidget() is self._table else self._empty.first_way

    def show_page(self, *, some_left_out: bool, writable: bool) -> None:
        """The table where it has a row; `some_left_out`: there are documents that it does not
        list.
        """
        if self._table.entries.rows:
            self.setCurrentWidget(self._table)
            return
        if some_left_out:
            words = "Không có văn bản nào như thế."
            self._empty.show_state(words, self._to_see_all, writable=True)
        else:
            self._empty.show_state(_EMPTY, self._to_begin, writable=writable)
        self.setCurrentWidget(self._empty)
