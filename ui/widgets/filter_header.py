"""The head of a table whose columns can be filtered: a mark at the right of each section, as in
Excel.
"""

from collections.abc import Collection

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QStyleOptionHeader, QWidget

from ui.theme import SMALL, Theme
from ui.widgets.cells import SIDE

_MARK, _ICON, _EDGE = 18, 12, 2  # pixels at 100 %; the last is beside the mark
_LEAST = 64  # a section narrower than that has a mark only while it is filtered
_GRIP = 4  # pixels at the right where the section is made wider, not filtered


class FilterHeader(QHeaderView):
    """`filter_asked(section)`: its mark was pressed."""

    filter_asked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._metrics = QFontMetrics(theme.font(SMALL, bold=True))
        self._filtered: Collection[int] = ()
        self._pressed = -1
        self.setSectionsClickable(True)

    def show_filtered(self, sections: Collection[int]) -> None:
        """Which sections have another mark, because their columns are filtered."""
        self._filtered = sections
        self.viewport().update()

    def mark_box(self, section: int) -> QRect:
        """Where the mark of a section is; empty where there is none."""
        width = self.sectionSize(section)
        if width < self._theme.px(_LEAST) and section not in self._filtered:
            return QRect()
        size = self._theme.px(_MARK)
        right = self.sectionViewportPosition(section) + width - self._theme.px(_EDGE)
        return QRect(right - size, (self.height() - size) // 2, size, size)

    def _arrow_box(self, section: int) -> QRect:
        """Where it is told that the rows are in the order of a section: before the mark; as wide
        as needed.
        """
        mark = self.mark_box(section)
        sorted_by = self.isSortIndicatorShown() and section == self.sortIndicatorSection()
        size = self._theme.px(_ICON) if sorted_by else 0
        return QRect(mark.left() - size, mark.top(), size, mark.height()).united(mark)

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, section: int) -> None:
        """The title ends before the mark."""
        super().initStyleOptionForIndex(option, section)
        box = self._arrow_box(section)
        if not box.isEmpty():
            option.sortIndicator = QStyleOptionHeader.SortIndicator.None_  # painted beside the mark
            room = box.left() - self.sectionViewportPosition(section) - self._theme.px(SIDE)
            end = Qt.TextElideMode.ElideRight
            option.text = self._metrics.elidedText(option.text, end, room)

    def paintSection(self, painter: QPainter, box: QRect, section: int) -> None:
        painter.save()
        super().paintSection(painter, box, section)
        painter.restore()
        mark = self.mark_box(section)
        if mark.isEmpty():
            return
        theme, size = self._theme, self._theme.px(_ICON)
        ratio = painter.device().devicePixelRatioF()
        inset = (mark.width() - size) // 2
        arrow = self._arrow_box(section)
        if arrow.left() < mark.left():
            rising = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            picture = theme.pixmap("arrow-up" if rising else "arrow-down", "text2", _ICON, ratio)
            painter.drawPixmap(arrow.topLeft() + QPoint(0, inset), picture)
        on = section in self._filtered
        if on:  # another shape and a frame, not only another colour
            painter.fillRect(mark, theme.colour("tint"))
            painter.setPen(theme.colour("acc"))
            painter.drawRect(mark.adjusted(0, 0, -1, -1))
        icon, role = ("list-filter", "tintfg") if on else ("chevron-down", "text2")
        picture = theme.pixmap(icon, role, _ICON, ratio)
        painter.drawPixmap(mark.topLeft() + QPoint(inset, inset), picture)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._mark_at(event)
        if self._pressed < 0:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, -1
        if pressed < 0:
            super().mouseReleaseEvent(event)
        elif pressed == self._mark_at(event):
            self.filter_asked.emit(pressed)

    def _mark_at(self, event: QMouseEvent) -> int:
        """The section whose mark is pressed; -1 for none."""
        place = event.position().toPoint()
        section = self.logicalIndexAt(place)
        mark = self.mark_box(section) if section >= 0 else QRect()
        if mark.isEmpty() or event.button() != Qt.MouseButton.LeftButton:
            return -1
        end = self.sectionViewportPosition(section) + self.sectionSize(section) - _GRIP
        return section if mark.left() - _GRIP <= place.x() < end else -1
