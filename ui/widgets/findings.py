"""The one list of findings: what a check found, a jump to its place, and the cures of the current
one as buttons.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.change import Change
from cchc_desktop.domain.finding import Finding
from ui.theme import Theme
from ui.widgets.cells import CellArt
from ui.widgets.controls import button, label
from ui.widgets.list_model import ListModel

Index = QModelIndex | QPersistentModelIndex
CureSource = Callable[[Finding], Sequence[Change]]


class Heading(NamedTuple):
    """A line over the findings of one group."""

    words: str
    members: int


Line = Finding | Heading


def title_words(line: Line) -> str:
    """The first line: what is wrong; with the part of the document where there is no jump."""
    if isinstance(line, Heading):
        return f"{line.words} ({line.members})"
    return line.found if line.at else f"{line.title or line.where}: {line.found}"


def below_words(finding: Finding) -> str:
    """The second line: the place, and what should stand there."""
    if finding.at is None:
        mended = " · sửa giúp được" if finding.mendable else ""
        return f"Đúng ra: {finding.expected}{mended}"
    return " · ".join(part for part in (finding.where, finding.expected) if part)


def _spoken(line: Line) -> str:
    if isinstance(line, Heading):
        return title_words(line)
    return f"{title_words(line)}. {below_words(line)}"


class _Lines(ListModel):
    """Headings are read, not chosen."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(index.data(self.ITEM), Heading):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def finding_rows(self) -> list[int]:
        """Where findings stand."""
        return [row for row, item in enumerate(self.items) if isinstance(item, Finding)]


def _grouped(findings: Sequence[Finding]) -> Iterator[Line]:
    """The findings with a heading over each group, none over those without one."""
    for group, members in groupby(findings, lambda finding: finding.group):
        listed = list(members)
        if group:
            yield Heading(group, len(listed))
        yield from listed


class FindingsPanel(QWidget):
    """`one` is what a finding is called. `chosen(Finding)`: show its place.
    `turned(Finding | None)`: another one is the current one.
    `cure_chosen(Change)`: a button was pressed.
    """

    chosen = Signal(object)
    turned = Signal(object)
    cure_chosen = Signal(object)

    def __init__(
        self, theme: Theme, art: CellArt, *, cures: CureSource, empty: str, one: str = "chỗ"
    ) -> None:
        super().__init__()
        self.theme, self._cures, self._empty, self._one = theme, cures, empty, one
        self.model = _Lines(title_words, _spoken, self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setAccessibleName("Các chỗ cần xem")
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self._delegate = _FindingPainter(art, self.list, self._cures_height)
        self.list.setItemDelegate(self._delegate)
        self._buttons: QWidget | None = None
        self._offered: tuple[Change, ...] = ()
        self._lines = 0  # of buttons
        self._foot = label("", "small", wrap=True)
        self._foot.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(self._foot)
        self.list.selectionModel().currentChanged.connect(self._show_cures)
        self.list.clicked.connect(self._jump)
        self.list.activated.connect(self._jump)
        self.show_findings(())

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Other findings; the place in the list is kept."""
        lines = list(_grouped(findings))
        if lines == self.model.items and lines:
            return
        place = max(self.list.currentIndex().row(), 0)
        self._drop_buttons()
        self.model.show(lines)
        count = len(findings)
        self._foot.setText(
            f"{count} {self._one} · F8 tới {self._one} sau" if count else self._empty
        )
        if count and self.isVisible():
            rows = self.model.finding_rows()
            row = next((row for row in rows if row >= place), rows[-1])
            self.list.setCurrentIndex(self.model.index(row))

    @property
    def current(self) -> Finding | None:
        """The finding chosen in the list."""
        return _finding(self.list.currentIndex())

    def go(self, step: int) -> None:
        """The next finding (1) or the one before (-1), round the end; its place is shown."""
        rows = self.model.finding_rows()
        if rows:
            row = self.list.currentIndex().row()
            at = (rows.index(row) + step) % len(rows) if row in rows else 0
            self.list.setCurrentIndex(self.model.index(rows[at]))
            self._jump(self.list.currentIndex())

    def take_first_cure(self) -> None:
        """Do what is proposed for the current finding."""
        if self._offered:
            self.cure_chosen.emit(self._offered[0])

    def _jump(self, index: QModelIndex) -> None:
        finding = _finding(index)
        if finding is not None:
            self.chosen.emit(finding)

    # The cures of the current finding, inside its row

    def _cures_height(self, index: Index) -> int:
        shown = self._buttons is not None and index == self.list.currentIndex()
        return self.theme.px(32) * self._lines if shown else 0

    def _drop_buttons(self) -> None:
        self._buttons, self._offered = None, ()

    def _show_cures(self, current: QModelIndex, previous: QModelIndex) -> None:
        if previous.isValid():
            self.list.setIndexWidget(previous, None)  # type: ignore[arg-type]
        self._drop_buttons()
        finding = _finding(current)
        self.turned.emit(finding)
        if finding is not None:
            self._offered = tuple(self._cures(finding))
        if self._offered:
            self._buttons = self._button_box()
            self.list.setIndexWidget(current, self._buttons)
        self._delegate.sizeHintChanged.emit(current)
        if previous.isValid():
            self._delegate.sizeHintChanged.emit(previous)

    def _button_box(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        theme = self.theme
        column.setContentsMargins(theme.px(34), 0, theme.px(8), theme.px(6))
        column.setSpacing(theme.px(4))
        column.addStretch(1)
        whole = self.list.viewport().width() - theme.px(34 + 8)
        self._lines, room = 0, 0
        for place, change in enumerate(self._offered):
            made = self._cure_button(place, change)
            needed = made.sizeHint().width() + theme.px(6)
            if needed > room:  # as many in a line as fit
                row = QHBoxLayout()
                row.setSpacing(theme.px(6))
                row.addStretch(1)
                column.addLayout(row)
                self._lines, room = self._lines + 1, whole
            row.insertWidget(row.count() - 1, made)
            room -= needed
        return box

    def _cure_button(self, place: int, change: Change) -> QPushButton:
        key = "  Alt+1" if place == 0 else ""
        made = button(self.theme, f"{change.label}{key}", kind="row", name=change.label)
        made.setProperty("place", place)
        made.clicked.connect(self._press)
        made.ensurePolished()
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            if self._buttons is not None:
                self._show_cures(self.list.currentIndex(), QModelIndex())
            self.list.scheduleDelayedItemsLayout()

    def _press(self) -> None:
        self.cure_chosen.emit(self._offered[self.sender().property("place")])


def _finding(index: Index) -> Finding | None:
    item: Any = index.data(ListModel.ITEM) if index.isValid() else None
    return item if isinstance(item, Finding) else None


class _FindingPainter(QStyledItemDelegate):
    """A triangle, the finding in bold, its place below; room for the buttons of the current one."""

    def __init__(self, art: CellArt, view: QListView, extra: Callable[[Index], int]) -> None:
        super().__init__(view)
        self._art, self._view, self._extra = art, view, extra

    def _words_width(self) -> int:
        return self._view.viewport().width() - self._art.theme.px(34 + 12)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        art, finding = self._art, index.data(ListModel.ITEM)
        width = self._words_width()
        if isinstance(finding, Heading):
            return QSize(width, art.theme.px(27))
        below = below_words(finding)
        height = art.text_height(title_words(finding), width - art.theme.px(10))
        height += art.text_height(below, width, small=True) if below else 0
        return QSize(width, height + art.theme.px(14) + self._extra(index))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        art, theme, finding = self._art, self._art.theme, index.data(ListModel.ITEM)
        box = QRect(option.rect)
        if isinstance(finding, Heading):
            self._paint_heading(painter, box, finding)
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(box, theme.colour("sel" if selected else "base"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        ratio = painter.device().devicePixelRatioF()
        top = box.top() + theme.px(7)
        painter.drawPixmap(
            box.left() + theme.px(12),
            top + theme.px(1),
            theme.pixmap("triangle-alert", "amb", 14, ratio),
        )
        width = self._words_width()
        height = art.text_height(title_words(finding), width - theme.px(10))
        words = QRect(box.left() + theme.px(34), top, width, height)
        art.paint_text(painter, words, title_words(finding), font=art.bold)
        words = QRect(words.left(), words.bottom() + 1, width, box.height())
        art.paint_text(painter, words, below_words(finding), "text2", art.small)
        painter.restore()

    def _paint_heading(self, painter: QPainter, box: QRect, heading: Heading) -> None:
        art, theme = self._art, self._art.theme
        painter.save()
        painter.fillRect(box, theme.colour("area"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        words = box.adjusted(theme.px(12), theme.px(4), -theme.px(12), 0)
        art.paint_text(painter, words, title_words(heading), font=art.bold)
        painter.restore()
