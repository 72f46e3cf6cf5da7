"""What the details show beside the words: the quarters of a time, the units of a cell."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.quarter import Quarter
from cchc_desktop.domain.schedule import Schedule
from cchc_desktop.domain.vietnamese import roman
from ui.widgets.cells import CellArt, Chip


class QuarterStrip(QWidget):
    """The four quarters of the year, those that a schedule names filled."""

    def __init__(self, art: CellArt) -> None:
        super().__init__()
        self._art = art
        self._named: set[int] = set()
        self.setFixedHeight(art.theme.px(16))

    def show_schedule(self, schedule: Schedule, year: int) -> None:
        """Fill what its spans touch and where it is due."""
        days = [*schedule.due]
        for start, end in schedule.spans:
            last = Quarter.of(end)
            days += [(Quarter.of(start) + n).first_day for n in range(last - Quarter.of(start) + 1)]
        self._named = {Quarter.of(day).number for day in days if day.year == year}
        names = ", ".join(f"quý {roman(n)}" for n in sorted(self._named))
        self.setAccessibleName(f"Các quý: {names}" if names else "Chưa rõ quý nào")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._art.theme
        painter.setFont(self._art.small)
        width = (self.width() - 1) / 4
        for number in range(1, 5):
            left = round((number - 1) * width)
            box = QRect(left, 0, round(number * width) - left, self.height() - 1)
            named = number in self._named
            painter.fillRect(box, theme.colour("acc" if named else "base"))
            painter.setPen(theme.colour("edge"))
            painter.drawRect(box)
            painter.setPen(theme.colour("accfg" if named else "text2"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, roman(number))


class ChipRow(QWidget):
    """The units that were recognised in the words over it."""

    def __init__(self, art: CellArt) -> None:
        super().__init__()
        self._art = art
        self._chips: tuple[Chip, ...] = ()

    def show_chips(self, chips: tuple[Chip, ...]) -> None:
        """Other units."""
        self._chips = chips
        self.setAccessibleName(", ".join(chip.words for chip in chips))
        self.setVisible(bool(chips))
        self._fit()

    def _fit(self) -> None:
        height = self._art.chips_height(self._chips, max(self.width(), 1)) + self._art.theme.px(2)
        if height != self.height():
            self.setFixedHeight(height)
        self.update()

    def resizeEvent(self, event: object) -> None:
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        top = self._art.theme.px(2)
        box = self.rect().adjusted(0, top, 0, 0)
        self._art.paint_chips(QPainter(self), box, self._chips)
