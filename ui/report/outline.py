"""The outline at the left: the document's head, its headings with their state, its phụ lục."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cchc_desktop.services.report_standing import HeadingState, StandingHeading
from ui.widgets.cells import CellArt
from ui.widgets.list_model import ListModel

Index = QModelIndex | QPersistentModelIndex
HEAD, FIGURES = "head", "figures"  # ids of the lines that are no headings
_LINE, _TOP, _SIDE, _STEP = 18, 7, 10, 20  # pixels at 100 %
_LOOKS = {
    HeadingState.NONE.value: ("", "text2"),
    HeadingState.DRAFT.value: ("", "text2"),
    HeadingState.EDITED.value: ("", "acc"),
    HeadingState.CHANGED.value: ("refresh-cw", "amb"),
    HeadingState.EMPTY.value: ("triangle-alert", "amb"),
}


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """A line: `id` of the heading, `HEAD` or `FIGURES`."""

    id: str
    level: int
    title: str
    state: str = ""


def outline_lines(
    headings: Sequence[StandingHeading], figures: int, *, sent: bool = False
) -> list[OutlineLine]:
    """What the outline shows; `figures`: how many have a value, below 0 where the report has no
    such phụ lục; `sent`: it was sent.
    """
    lines = [OutlineLine(HEAD, 1, "Thông tin văn bản", "đã gửi" if sent else "")]
    for one in headings:
        lines.append(OutlineLine(one.heading.id, one.heading.level, one.name, one.state.value))
    if figures >= 0:
        state = f"{figures} số liệu" if figures else HeadingState.EMPTY.value
        lines.append(OutlineLine(FIGURES, 1, "Phụ lục. Số liệu", state))
    return lines


def _spoken(line: OutlineLine) -> str:
    return ", ".join(filter(None, (line.title, line.state)))


class OutlineModel(ListModel):
    """The lines; where only their words change, the view stays where it is."""

    def __init__(self, parent: QListView) -> None:
        super().__init__(lambda line: line.title, _spoken, parent)

    def show(self, items: Sequence[OutlineLine]) -> None:
        """Other lines."""
        if [item.id for item in items] != [item.id for item in self.items]:
            super().show(items)
        elif list(items) != self.items:
            self.items = list(items)
            self.dataChanged.emit(self.index(0), self.index(len(self.items) - 1))

    def row_of(self, line_id: str) -> int:
        """The row of a line; -1 where it is not there."""
        return next((n for n, line in enumerate(self.items) if line.id == line_id), -1)


class OutlineList(QListView):
    """`line_chosen(id)`: another line is the current one."""

    line_chosen = Signal(str)

    def __init__(self, art: CellArt) -> None:
        super().__init__()
        self._shows = False  # it is being filled
        self.setProperty("kind", "outline")
        self.setAccessibleName("Đề cương báo cáo")
        self.lines = OutlineModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(_LinePainter(art, self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def current_id(self) -> str:
        """Of the current line; "" for none."""
        line: OutlineLine | None = self.currentIndex().data(ListModel.ITEM)
        return line.id if line is not None else ""

    def show_lines(self, lines: Sequence[OutlineLine]) -> None:
        """Other lines; the current one stays, or the one in its place."""
        before, row = self.current_id, self.currentIndex().row()
        self._shows = True
        self.lines.show(lines)
        found = self.lines.row_of(before)
        self.setCurrentIndex(self.lines.index(min(found if found >= 0 else row, len(lines) - 1)))
        self._shows = False
        if self.current_id != before:
            self.line_chosen.emit(self.current_id)

    def choose(self, line_id: str) -> None:
        """Make a line the current one."""
        row = self.lines.row_of(line_id)
        if row >= 0:
            self.setCurrentIndex(self.lines.index(row))

    def step(self, by: int) -> None:
        """The line that many below."""
        row = self.currentIndex().row() + by
        if 0 <= row < len(self.lines.items):
            self.setCurrentIndex(self.lines.index(row))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.scheduleDelayedItemsLayout()  # bold words may need another line
        if not self._shows:
            self.line_chosen.emit(self.current_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


class _LinePainter(QStyledItemDelegate):
    """The title in as many lines as it needs, its state at the right of the first one."""

    def __init__(self, art: CellArt, view: OutlineList) -> None:
        super().__init__(view)
        self._art, self._view = art, view

    def _state_width(self, line: OutlineLine) -> int:
        if not line.state:
            return 0
        icon = self._art.theme.px(16) if _LOOKS.get(line.state, ("", ""))[0] else 0
        words = QFontMetrics(self._art.small).horizontalAdvance(line.state)
        return icon + words + self._art.theme.px(8)

    def _title_box(self, line: OutlineLine, box: QRect) -> QRect:
        theme = self._art.theme
        left = box.left() + theme.px(_SIDE) + theme.px(_STEP) * max(line.level - 1, 0)
        right = box.right() - theme.px(8) - self._state_width(line)
        return QRect(left, box.top() + theme.px(_TOP), max(right - left, 1), box.height())

    def _font(self, line: OutlineLine) -> QFont:
        current = line.id == self._view.current_id
        return self._art.bold if current else self._art.body

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: OutlineLine = index.data(ListModel.ITEM)
        width = self._title_box(line, QRect(0, 0, self._view.viewport().width(), 1)).width()
        metrics = QFontMetrics(self._font(line))
        room = QRect(0, 0, width, 10_000)
        tall = metrics.boundingRect(room, self._art.wrap(line.title, width), line.title).height()
        return QSize(0, max(tall, self._art.line_height) + 2 * self._art.theme.px(_TOP) - 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box = QRect(option.rect)
        line: OutlineLine = index.data(ListModel.ITEM)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        art = self._art.selected if selected else self._art
        theme = art.theme
        painter.save()
        painter.fillRect(box, theme.colour("sel" if selected else "win"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if selected:
            painter.fillRect(
                QRect(box.topLeft(), QSize(theme.px(3), box.height())), theme.colour("acc")
            )
        title = self._title_box(line, box)
        art.paint_text(painter, title, line.title, font=self._font(line))
        self._paint_state(painter, art, line, box)
        if selected and self._view.hasFocus():
            art.paint_focus(painter, box)
        painter.restore()

    def _paint_state(self, painter: QPainter, art: CellArt, line: OutlineLine, box: QRect) -> None:
        theme = art.theme
        icon, role = _LOOKS.get(line.state, ("", "text2"))
        left = box.right() - self._state_width(line)
        top = box.top() + theme.px(_TOP)
        if icon:
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(left, top + theme.px(2), theme.pixmap(icon, role, 13, ratio))
            left += theme.px(16)
        painter.setFont(art.small)
        painter.setPen(theme.colour(role))
        place = QRect(left, top, box.right() - left, art.line_height)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, line.state)
