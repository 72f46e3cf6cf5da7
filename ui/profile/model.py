"""One list of the profile as a table; every edit goes at once through the controller."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cchc_desktop.domain.change import Change
from cchc_desktop.domain.errors import RefusedChange
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.services import planning
from ui.profile.lists import ListedRecord, ProfileList
from ui.project_controller import ProjectController

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ProfileModel(QAbstractTableModel):
    """Rows keep their places while one works, also where a name changes; they are sorted when the
    list is opened.
    """

    def __init__(
        self, controller: ProjectController, shown: ProfileList, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._controller, self.shown = controller, shown
        self._records: list[ListedRecord] = self.stored()
        self._names = self._unit_names()
        controller.opened.connect(self.reload)
        controller.changed.connect(self._follow)

    def reload(self) -> None:
        """Another file: what is being typed for the last one has nowhere to go."""
        self.beginResetModel()
        self._records, self._names = self.stored(), self._unit_names()
        self.endResetModel()

    def record(self, row: int) -> ListedRecord:
        """The record of a row."""
        return self._records[row]

    def row_of(self, record_id: str) -> int:
        """The row of a record; -1 where it is not in the list."""
        return next((n for n, r in enumerate(self._records) if r.id == record_id), -1)

    def stored(self) -> list[ListedRecord]:
        """What the file holds of the list."""
        project, kind = self._controller.project, self.shown.kind
        if project is None or issubclass(kind, ReportingPeriod):
            return []
        return list(project.profile(kind))

    def _unit_names(self) -> dict[str, str]:
        project = self._controller.project
        units = project.all_units() if project is not None else []
        return {unit.id: unit.short or unit.name for unit in units}

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.shown.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.shown.columns[section].title
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self.shown.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            value = getattr(self._records[index.row()], column.field)
            if column.field == "members":
                value = [self._names[member] for member in value if member in self._names]
            return column.text(value)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}: {self.data(index)}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self._controller.writable:
            typed = self.shown.columns[index.column()].read is not None
            return flags | Qt.ItemFlag.ItemIsEditable if typed else flags
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        column = self.shown.columns[index.column()]
        if role != Qt.ItemDataRole.EditRole or column.read is None:
            return False
        try:
            read = column.read(value)
        except RefusedChange as refusal:
            self._controller.refused.emit(str(refusal))
            return False
        return self.write(self._records[index.row()], column.field, read)

    def write(self, record: ListedRecord, field: str, value: Any) -> bool:
        """A field gets another value; False where that is refused."""
        return self._controller.do(planning.edit, record.id, **{field: value})

    def _follow(self, change: Change) -> None:
        """Show what the file holds now, touching only the rows that differ."""
        kinds = {type(edit.record) for edit in change.edits}
        if self.shown.kind not in kinds:
            return
        self._names = self._unit_names()
        stored = {record.id: record for record in self.stored()}
        for row in reversed(range(len(self._records))):
            if self._records[row].id not in stored:
                self.beginRemoveRows(_ROOT, row, row)
                del self._records[row]
                self.endRemoveRows()
        self._records = [stored.pop(record.id) for record in self._records]
        if self._records:
            last = self.index(len(self._records) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        if stored:
            first = len(self._records)
            self.beginInsertRows(_ROOT, first, first + len(stored) - 1)
            self._records += stored.values()
            self.endInsertRows()
