"""The lines of the list of findings: what they say, headings over groups, how they are painted."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cchc_desktop.domain.finding import Finding
from ui.widgets.cells import CellArt
from ui.widgets.list_model import ListModel

Index = QModelIndex | QPersistentModelIndex


class Heading(NamedTuple):
    """A line over the findings of one group."""

    words: str
    members: int


Line = Finding | Heading


def title_words(line: Line) -> str:
    """The first line: what is wrong; with the part of the document where one is named, or where
    there is no jump.
    """
    if isinstance(line, Heading):
        return f"{line.words} ({line.members})"
    part = line.title or ("" if line.at else line.where)
    return f"{part}: {line.found}" if part else line.found


def below_words(finding: Finding) -> str:
    """The second line: the place, and what should stand there."""
    if finding.title or finding.at is None:
        mended = " · sửa giúp được" if finding.mendable else ""
        return f"Đúng ra: {finding.expected}{mended}"
    return " · ".join(part for part in (finding.where, finding.expected) if part)


def spoken_words(line: Line) -> str:
    """All that a screen reader says of a line."""
    if isinstance(line, Heading):
        return title_words(line)
    return f"{title_words(line)}. {below_words(line)}"


class FindingLines(ListModel):
    """Headings are read, not chosen."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(index.data(self.ITEM), Heading):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def finding_rows(self) -> list[int]:
        """Where findings stand."""
        return [row for row, item in enumerate(self.items) if isinstance(item, Finding)]


def grouped(findings: Sequence[Finding]) -> Iterator[Line]:
    """The findings with a heading over each group, none over those without one."""
    for group, members in groupby(findings, lambda finding: finding.group):
        listed = list(members)
        if group:
            yield Heading(group, len(listed))
        yield from listed


def finding_at(index: Index) -> Finding | None:
    """The finding of a line; None for a heading and outside."""
    item: Any = index.data(ListModel.ITEM) if index.isValid() else None
    return item if isinstance(item, Finding) else None


class FindingPainter(QStyledItemDelegate):
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
        finding, box = index.data(ListModel.ITEM), QRect(option.rect)
        if isinstance(finding, Heading):
            self._paint_heading(painter, box, finding)
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        art = self._art.selected if selected else self._art
        theme = art.theme
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
