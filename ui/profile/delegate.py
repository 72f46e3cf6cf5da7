"""How the cells of the profile are edited: as in the plan's grid, or by a choice."""

from functools import partial

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QStyleOptionViewItem, QTableView, QWidget

from ui.profile.lists import ProfileList
from ui.theme import Theme
from ui.widgets.cell_editing import CellEditing
from ui.widgets.cell_editor import CellEditor
from ui.widgets.cells import CellArt

Index = QModelIndex | QPersistentModelIndex


class ProfileDelegate(CellEditing):
    """A choice is written when it is made."""

    def __init__(self, theme: Theme, shown: ProfileList, view: QTableView) -> None:
        super().__init__(CellArt(theme), view)
        self._columns = shown.columns

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = self._columns[index.column()]
        if not column.choices:
            return super().createEditor(parent, option, index)
        combo = QComboBox(parent)
        combo.setAccessibleName(f"Sửa {column.title}")
        combo.addItems(column.choices)
        combo.setCurrentText(index.data(Qt.ItemDataRole.EditRole))
        combo.activated.connect(partial(self._take, combo))
        return combo

    def begin(self, editor: CellEditor, index: Index) -> None:
        super().begin(editor, index)
        editor.selectAll()  # a name is mostly typed anew

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, CellEditor):
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
        else:
            super().setModelData(editor, model, index)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        if isinstance(editor, QComboBox):
            editor.setGeometry(option.rect)
        else:
            super().updateEditorGeometry(editor, option, index)

    def _take(self, combo: QComboBox, _place: int) -> None:
        self.commitData.emit(combo)
        self.closeEditor.emit(combo, self.EndEditHint.NoHint)
