"""The backups of one project as a table."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cchc_desktop.domain.vietnamese import legal_day
from cchc_desktop.services.backups import REASONS
from cchc_desktop.storage.backup import Backup

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_HEADS = ("Lúc", "Vì sao có", "Cỡ", "Tình trạng", "Nơi giữ")
_STATES = {None: "Đang kiểm tra…", True: "Nguyên vẹn", False: "Hỏng, không dùng được"}


class BackupModel(QAbstractTableModel):
    """Newest first; whether each is whole comes later, when all of it has been read."""

    def __init__(self, second: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._second = Path(second) if second else None
        self._backups: list[Backup] = []
        self._sizes: list[str] = []
        self._whole: dict[Path, bool] = {}

    def show_backups(self, backups: list[Backup]) -> None:
        """These backups, in their order."""
        self.beginResetModel()
        self._backups, self._sizes = backups, [_size(made.path) for made in backups]
        self.endResetModel()

    def settle(self, whole: dict[Path, bool]) -> None:
        """Which backups are whole, by their paths."""
        self._whole |= whole
        if self._backups:
            last = self.index(len(self._backups) - 1, len(_HEADS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def backup(self, row: int) -> Backup:
        """The backup of a row."""
        return self._backups[row]

    def is_whole(self, row: int) -> bool | None:
        """Whether it can be restored; None: not known yet."""
        return self._whole.get(self._backups[row].path)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._backups)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _HEADS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts(index.row())[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{_HEADS[index.column()]}: {self._texts(index.row())[index.column()]}"
        return None

    def _texts(self, row: int) -> tuple[str, ...]:
        made = self._backups[row]
        second = self._second is not None and self._second in made.path.parents
        return (
            f"{legal_day(made.at)} {made.at:%H:%M}",
            REASONS.get(made.reason, made.reason),
            self._sizes[row],
            _STATES[self.is_whole(row)],
            "Nơi thứ hai" if second else "Máy này",
        )


def _size(path: Path) -> str:
    try:
        kilobytes = path.stat().st_size / 1024
    except OSError:  # taken away since it was listed
        return "?"
    if kilobytes < 1024:
        return f"{kilobytes:.0f} KB"
    return f"{kilobytes / 1024:.1f} MB".replace(".", ",")
