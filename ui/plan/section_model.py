"""The narrative for Qt: the document's head first, then its sections in order."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from cchc_desktop.domain.change import Change
from cchc_desktop.domain.plan import Section, heading_text
from cchc_desktop.domain.vietnamese import shortened
from ui.project_controller import ProjectController

Index = QModelIndex | QPersistentModelIndex
_HEAD = "Thông tin văn bản"
_INDENT = "     "
_LONGEST = 60  # characters of a section without a title


class SectionModel(QAbstractListModel):
    """The document's head first, then a row a section."""

    def __init__(self, controller: ProjectController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self.sections: list[Section] = []
        controller.opened.connect(self.reload)
        controller.plan_chosen.connect(self.reload)
        controller.changed.connect(self._follow)
        self.reload()

    def reload(self) -> None:
        """Everything anew."""
        self.beginResetModel()
        self.sections = self._current()
        self.endResetModel()

    def _current(self) -> list[Section]:
        project, plan = self._controller.project, self._controller.plan
        return project.sections(plan) if project and plan else []

    def _follow(self, change: Change) -> None:
        if not any(isinstance(edit.record, Section) for edit in change.edits):
            return
        new = self._current()
        if [section.id for section in new] != [section.id for section in self.sections]:
            self.reload()
        else:
            self.sections = new
            self.dataChanged.emit(self.index(0), self.index(len(new)))

    def row_of(self, section_id: str) -> int | None:
        """The row of a section."""
        return next((n for n, s in enumerate(self.sections, start=1) if s.id == section_id), None)

    def section(self, row: int) -> Section | None:
        """The section of a row; None for the document's head."""
        return self.sections[row - 1] if 0 < row <= len(self.sections) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.sections) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        section = self.section(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return _HEAD if section is None else _title(section)
        if role == Qt.ItemDataRole.FontRole and (section is None or section.level == 1):
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None


def _title(section: Section) -> str:
    words = heading_text(section) or shortened(section.body, _LONGEST) or "(trống)"
    table = "  [bảng nhiệm vụ]" if section.holds_table else ""
    return f"{_INDENT * max(section.level - 1, 0)}{words}{table}"
