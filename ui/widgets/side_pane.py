"""A pane at the right of a tab: one of its pages, or none. Each has its name on top and its key."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from ui.widgets.controls import button
from ui.widgets.tab import Tab


class SidePage(NamedTuple):
    """A page with its name, and the keys and the icon of its action."""

    name: str
    keys: str
    icon: str
    page: QWidget


class SidePane(QFrame):
    """`page` is the one asked for, None while the pane is closed; `actions_of_pages` show theirs or
    close it. `turned(page)`: another is asked for; `left`: it closes while the keys are for it.
    """

    turned = Signal(object)
    left = Signal()

    def __init__(self, tab: Tab, pages: Sequence[SidePage]) -> None:
        super().__init__()
        theme = tab.theme
        self.page: int | None = None
        self._titles = [page.name for page in pages]
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
        self.actions_of_pages: list[QAction] = []
        for place, (name, keys, icon, page) in enumerate(pages):
            self._names.addTab(name)
            self._pages.addWidget(page)
            action = tab.action(name, keys, icon, checkable=True)
            action.triggered.connect(partial(self._follow, place))
            self.actions_of_pages.append(action)
        close = button(theme, "", "x", kind="quiet", name="Đóng trang bên")
        close.clicked.connect(self._close)
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

    def turn_to(self, page: int | None) -> None:
        """Show a page; None closes the pane."""
        focus = self.window().focusWidget()
        if page is None and focus is not None and self.isAncestorOf(focus):
            self.left.emit()
        self.page = page
        self.setVisible(page is not None)
        if page is not None:
            self._names.setCurrentIndex(page)
        for place, action in enumerate(self.actions_of_pages):
            action.setChecked(place == page)
        self.turned.emit(page)

    def _follow(self, page: int) -> None:
        self.turn_to(page if self.actions_of_pages[page].isChecked() else None)

    def _close(self) -> None:
        self.turn_to(None)

    def _turn(self, page: int) -> None:
        """The page of the name that is chosen, also by arrows."""
        self._pages.setCurrentIndex(page)
        if page != self.page and self.isVisible():
            self.turn_to(page)

    def show_count(self, page: int, count: int) -> None:
        """How many things a page holds, behind its name; none is not told."""
        name = self._titles[page]
        self._names.setTabText(page, f"{name} ({count})" if count else name)
