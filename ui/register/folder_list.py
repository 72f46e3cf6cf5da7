"""The folders at the left of the register: all, what is to be seen to, the kinds, each with its
count.
"""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from cchc_desktop.domain.register_list import ALL, BY_KIND, FOLDERS, TO_SEE_TO, Folder
from ui.theme import SMALL, Theme
from ui.widgets.cells import CellArt
from ui.widgets.count_button import paint_badge

Index = QModelIndex | QPersistentModelIndex
_FOLDER, _COUNT = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
_LINE, _HEAD = 30, 26  # pixels at 100 %


class FolderList(QListWidget):
    """`folder_chosen(Folder)`."""

    folder_chosen = Signal(object)

    def __init__(self, art: CellArt) -> None:
        super().__init__()
        self.setAccessibleName("Ngăn của sổ văn bản")
        self.setProperty("kind", "folders")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_FolderPainter(art, self))
        self._add(ALL)
        for head, folders in (("Cần xem", TO_SEE_TO), ("Loại", BY_KIND)):
            QListWidgetItem(head, self).setFlags(Qt.ItemFlag.NoItemFlags)
            for folder in folders:
                self._add(folder)
        self.setCurrentRow(0)
        self.currentItemChanged.connect(self._tell)

    def _add(self, folder: Folder) -> None:
        item = QListWidgetItem(folder.title, self)
        item.setData(_FOLDER, folder)

    @property
    def folder(self) -> Folder:
        """The one chosen."""
        item = self.currentItem()
        folder: Folder = item.data(_FOLDER) if item is not None else ALL
        return folder

    def choose(self, folder: Folder) -> None:
        """Choose a folder."""
        for item in self._items():
            if item.data(_FOLDER) is folder:
                self.setCurrentItem(item)

    def show_counts(self, counts: Sequence[int]) -> None:
        """How many lie in each of FOLDERS."""
        by_title = dict(zip((folder.title for folder in FOLDERS), counts, strict=True))
        for item in self._items():
            folder = item.data(_FOLDER)
            if folder is not None:
                item.setData(_COUNT, by_title[folder.title])
                words = f"{folder.title}: {by_title[folder.title]} văn bản"
                item.setData(Qt.ItemDataRole.AccessibleTextRole, words)

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    def _tell(self) -> None:
        self.folder_chosen.emit(self.folder)


class _FolderPainter(QStyledItemDelegate):
    """The title at the left, the count at the right: in a badge where it is to be seen to."""

    def __init__(self, art: CellArt, view: QListWidget) -> None:
        super().__init__(view)
        self._art = art

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._art.theme.px(_HEAD if index.data(_FOLDER) is None else _LINE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box = QRect(option.rect)
        folder: Folder | None = index.data(_FOLDER)
        view = self.parent()
        assert isinstance(view, QListWidget)
        state: QStyle.StateFlag = option.state
        chosen = folder is not None and bool(state & QStyle.StateFlag.State_Selected)
        art = self._art.selected if chosen else self._art
        theme = art.theme
        painter.save()
        if chosen:
            painter.fillRect(box, theme.colour("sel"))
            bar = QRect(box.topLeft(), QSize(theme.px(3), box.height()))
            painter.fillRect(bar, theme.colour("acc"))
        words = box.adjusted(theme.px(12), 0, -theme.px(12), 0)
        painter.setFont(theme.font(SMALL) if folder is None else theme.font(bold=chosen))
        painter.setPen(theme.colour("text2" if folder is None else "text"))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, index.data())
        if view.hasFocus() and index == view.currentIndex():
            art.paint_focus(painter, box)
        if folder is not None:
            _paint_count(painter, theme, words, index.data(_COUNT) or 0, folder.role)
        painter.restore()


def _paint_count(painter: QPainter, theme: Theme, words: QRect, count: int, role: str) -> None:
    right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
    if not (role and count):
        painter.setFont(theme.font())
        painter.setPen(theme.colour("text2"))
        painter.drawText(words, right, str(count))
        return
    paint_badge(painter, theme, words, count, role)
