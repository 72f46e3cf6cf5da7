"""A pane at the right of a tab: a few pages with their names on top, and a way to close it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.controls import button


class SidePane(QFrame):
    """`chosen(page)`: the user chose a page; `closed`: it was closed."""

    chosen = Signal(int)
    closed = Signal()

    def __init__(self, theme: Theme, pages: Sequence[tuple[str, QWidget]]) -> None:
        super().__init__()
        self.setProperty("kind", "pane")
        self.setMinimumWidth(theme.px(240))
        self._names = QTabBar()
        self._names.setObjectName("sideTabs")
        self._names.setDrawBase(False)
        self._names.setExpanding(False)
        self._names.setUsesScrollButtons(False)
        self._names.setElideMode(Qt.TextElideMode.ElideRight)
        self._names.setMinimumWidth(theme.px(160))  # with large letters the window must not grow
        self._names.setAccessibleName("Trang bên")
        self._pages = QStackedWidget()
        for name, page in pages:
            self._names.addTab(name)
            self._pages.addWidget(page)
        close = button(theme, "", "x", kind="quiet", name="Đóng trang bên")
        close.clicked.connect(self.closed)
        self._names.currentChanged.connect(self._turn)
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(4), 0, theme.px(4), 0)
        head.addWidget(self._names)
        head.addStretch(1)
        head.addWidget(close)
        line = QFrame()
        line.setProperty("kind", "line")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(line)
        column.addWidget(self._pages, 1)

    @property
    def first_control(self) -> QWidget:
        """What takes the focus first: the names of the pages, arrows choose one."""
        return self._names

    def show_page(self, page: int) -> None:
        """Choose a page."""
        self._names.setCurrentIndex(page)

    def _turn(self, page: int) -> None:
        """The page of the name that is chosen, also by arrows."""
        self._pages.setCurrentIndex(page)
        if self.isVisible():
            self.chosen.emit(page)

    def name_page(self, page: int, name: str) -> None:
        """Another name for a page."""
        self._names.setTabText(page, name)
