"""The toolbar of the page Hôm nay: the day, whose work is shown, files to write."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QPoint, QSignalBlocker, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from cchc_desktop.domain.schedule_words import full_day
from cchc_desktop.domain.unit import Unit
from ui.theme import Theme
from ui.widgets.controls import action_button, label, tool_row

_NARROW = 150  # the text scale from which there is no room for all words
_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")


class TodayToolbar(QWidget):
    """`unit_chosen(id)`: only the work of that unit is wanted, "" for all of it."""

    unit_chosen = Signal(str)

    def __init__(self, theme: Theme, calendar: QAction, letters: QAction) -> None:
        super().__init__()
        box, row = tool_row(theme)
        row.setContentsMargins(theme.px(14), theme.px(4), theme.px(8), theme.px(4))
        self.day = label("", "page")
        self.units = QComboBox()
        self.units.setAccessibleName("Chỉ xem việc của đơn vị")
        self.units.setFixedWidth(theme.px(170))
        self.units.activated.connect(self._choose)
        narrow = theme.scale >= _NARROW
        words = ("Lịch", "Đôn đốc") if narrow else (None, None)
        self._letters = action_button(theme, letters, kind="quiet", words=words[1])
        row.addWidget(self.day)
        row.addStretch(1)
        row.addWidget(label("Đơn vị", "small"))
        row.addWidget(self.units)
        row.addWidget(action_button(theme, calendar, kind="quiet", words=words[0]))
        row.addWidget(self._letters)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(box)

    def show_day(self, day: date) -> None:
        """ "Thứ Hai, 30/8/2027"."""
        self.day.setText(f"{_WEEKDAYS[day.weekday()]}, {full_day(day)}")

    def show_units(self, units: Iterable[Unit], chosen: str) -> str:
        """The units to choose from; gives the id of the one that is, "" where it is no more."""
        with QSignalBlocker(self.units):
            self.units.clear()
            self.units.addItem("Tất cả", "")
            for unit in units:
                self.units.addItem(unit.short or unit.name, unit.id)
            self.units.setCurrentIndex(max(self.units.findData(chosen), 0))
        current: str = self.units.currentData()
        return current

    @property
    def menu_point(self) -> QPoint:
        """Where the menu of letters opens, on the screen."""
        return self._letters.mapToGlobal(self._letters.rect().bottomLeft())

    def _choose(self, _place: int) -> None:
        self.unit_chosen.emit(self.units.currentData())
