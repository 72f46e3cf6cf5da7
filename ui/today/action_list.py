"""A list whose lines have one button each: Space or a click presses it, Enter or a double click
opens the line's place.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QListView

from ui.theme import Theme
from ui.today.line_painter import LinePainter
from ui.today.lines import Line
from ui.widgets.list_model import ListModel

Index = QModelIndex | QPersistentModelIndex


class LineModel(ListModel):
    """Lines; headings and lines that only say something cannot be chosen."""

    def __init__(self, parent: QListView) -> None:
        super().__init__(lambda line: line.words, _spoken, parent)

    def flags(self, index: Index) -> Qt.ItemFlag:
        line: Line | None = index.data(self.ITEM) if index.isValid() else None
        plain = line is None or (line.act is None and line.place is None and line.about is None)
        return Qt.ItemFlag.NoItemFlags if plain else super().flags(index)


def _spoken(line: Line) -> str:
    return f"{line.spoken}. Phím cách: {line.act.value}" if line.act else line.spoken


class ActionList(QListView):
    """`acted(Line)`: its button was pressed; `opened(Line)`: its place is wanted; `moved`: another
    line is the current one.
    """

    acted = Signal(object)
    opened = Signal(object)
    moved = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.theme = theme
        self.lines = LineModel(self)
        self.setModel(self.lines)
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self._painter: LinePainter | None = None

    def set_painter(self, painter: LinePainter) -> None:
        """What draws the lines."""
        self._painter = painter
        self.setItemDelegate(painter)

    @property
    def current(self) -> Line | None:
        """The current line."""
        line: Line | None = self.currentIndex().data(ListModel.ITEM)
        return line

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Other lines; the current one stays, or the one in its place."""
        if list(lines) == self.lines.items:
            return
        row, key = self.currentIndex().row(), self.current.key if self.current else ""
        top = self.verticalScrollBar().value()
        self.lines.show(lines)
        same = next((n for n, line in enumerate(lines) if key and line.key == key), None)
        self._choose(row if same is None else same)
        self.verticalScrollBar().setValue(top)

    def _choose(self, row: int) -> None:
        """The line of that row, or the nearest that can be chosen."""
        count = self.lines.rowCount()
        rows = sorted(range(count), key=lambda other: (abs(other - max(row, 0)), other))
        for other in rows:
            index = self.lines.index(other)
            if index.flags() & Qt.ItemFlag.ItemIsSelectable:
                self.setCurrentIndex(index)
                return

    def show_what_is_below(self) -> None:
        """The current line at the top, so that what was unfolded under it is seen."""
        self.scrollTo(self.currentIndex(), QListView.ScrollHint.PositionAtTop)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.moved.emit()

    # Keys and the mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self.current
        if line is not None and event.key() == Qt.Key.Key_Space:
            self._press(line)
        elif line is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(line)
        elif event.key() == Qt.Key.Key_Home:
            self._choose(0)
            self.scrollToTop()  # the heading over it too
        elif event.key() == Qt.Key.Key_End:
            self._choose(self.lines.rowCount())
        else:
            super().keyPressEvent(event)

    def _press(self, line: Line) -> None:
        if line.act is not None:
            self.acted.emit(line)

    def _open(self, line: Line) -> None:
        """Its place; a line without one does what its button does."""
        if line.place is not None:
            self.opened.emit(line)
        else:
            self._press(line)

    def _button_at(self, point: QPoint) -> QModelIndex:
        """The line whose button is there."""
        index = self.indexAt(point)
        line: Line | None = index.data(ListModel.ITEM)
        if self._painter is None or line is None or line.act is None:
            return QModelIndex()
        box = self._painter.button_box(self.visualRect(index), line)
        return index if box.contains(point) else QModelIndex()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self._button_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(QModelIndex())

    def _hover(self, index: QModelIndex) -> None:
        if self._painter is not None and self._painter.hovered != QPersistentModelIndex(index):
            self._painter.hovered = QPersistentModelIndex(index)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed = self._button_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and pressed.isValid():
            self._press(pressed.data(ListModel.ITEM))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        line: Line | None = self.indexAt(point).data(ListModel.ITEM)
        if line is not None and not self._button_at(point).isValid():
            self._open(line)
