"""A list of things to read, each with its words: findings, doubts. What they are is their item's
matter, how they look their delegate's.
"""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex


class ListModel(QAbstractListModel):
    """`title` gives an item's first line, `spoken` all that a screen reader says of it."""

    ITEM = Qt.ItemDataRole.UserRole + 1

    def __init__(
        self,
        title: Callable[[Any], str],
        spoken: Callable[[Any], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = {
            Qt.ItemDataRole.DisplayRole: title,
            Qt.ItemDataRole.AccessibleTextRole: spoken,
        }
        self.items: list[Any] = []

    def show(self, items: Sequence[Any]) -> None:
        """Other items in place of those there are."""
        self.beginResetModel()
        self.items = list(items)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item = self.items[index.row()]
        if role == self.ITEM:
            return item
        words = self._words.get(Qt.ItemDataRole(role)) if role < self.ITEM else None
        return words(item) if words else None
