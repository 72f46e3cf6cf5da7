"""The row under the menus: the tabs, each with its key, and the year whose plan is shown."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QTabBar, QWidget

from ui.theme import Theme
from ui.widgets.controls import label
from ui.widgets.tab import TabPlace

_ICONS_UP_TO = 125  # the text scale up to which there is room for pictures


class TabRow(QWidget):
    """`tab_chosen(place)`; `year_chosen(year)`."""

    tab_chosen = Signal(int)
    year_chosen = Signal(int)

    def __init__(self, places: Sequence[TabPlace], first: int, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("tabRow")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)  # a widget of our own has none
        self._tabs = QTabBar()
        self._tabs.setObjectName("mainTabs")
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setAccessibleName("Các trang làm việc")
        self._tabs.setIconSize(QSize(theme.px(16), theme.px(16)))
        self.actions_of_tabs: list[QAction | None] = []
        for number, place in enumerate(places):
            icon = theme.icon(place.icon, "text2") if theme.scale <= _ICONS_UP_TO else QIcon()
            self._tabs.addTab(icon, place.title)
            action = QAction(place.title, self)
            action.setShortcut(f"Ctrl+{number + 1}")
            action.triggered.connect(partial(self._press, number))
            self.actions_of_tabs.append(action)
        self._tabs.setCurrentIndex(first)
        self.years = QComboBox()
        self.years.setAccessibleName("Năm của kế hoạch")
        self.years.setMinimumWidth(theme.px(82))
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(8), 0, theme.px(8), 0)
        line.addWidget(self._tabs, 1)  # the chosen tab's bold name has room
        line.addWidget(label("Năm", "small"))
        line.addWidget(self.years)
        self._tabs.currentChanged.connect(self._tabs.updateGeometry)  # the chosen one is wider
        self._tabs.currentChanged.connect(self.tab_chosen)
        self.years.activated.connect(self._choose_year)

    @property
    def place(self) -> int:
        """Which tab is chosen."""
        return max(self._tabs.currentIndex(), 0)

    def choose(self, place: int) -> None:
        """Choose a tab."""
        self._tabs.setCurrentIndex(place)

    def _press(self, place: int) -> None:
        if self._tabs.isEnabled():
            self.choose(place)

    def enable(self, *, tabs: bool, years: bool) -> None:
        """What can be chosen while another page is shown."""
        self._tabs.setEnabled(tabs)
        self.years.setEnabled(years)

    def show_years(self, known: Iterable[int], shown: int) -> None:
        """The years there are plans of, the one shown, and the next one to be planned."""
        self.years.clear()
        years = {*known, shown}
        for year in sorted(years | {max(years) + 1}):
            self.years.addItem(str(year), year)
        self.years.setCurrentIndex(self.years.findData(shown))

    def _choose_year(self, place: int) -> None:
        self.year_chosen.emit(self.years.itemData(place))
