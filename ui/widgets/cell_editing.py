"""Typing in the cells of a grid: one editor for all of them, which tells by itself when it is left
and stays while its words are refused. How cells look is the matter of the delegates that build on
this.
"""

from functools import partial

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from ui.widgets.cell_editor import CellEditor
from ui.widgets.cells import CellArt

Index = QModelIndex | QPersistentModelIndex


class CellEditing(QStyledItemDelegate):
    """`left(down, across)`: Enter or Tab ended the editing, the current cell is to move."""

    left = Signal(int, int)

    def __init__(self, art: CellArt, view: QTableView) -> None:
        super().__init__(view)
        self.art, self.view = art, view

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = CellEditor(self.art.theme, parent)
        orientation = Qt.Orientation.Horizontal
        editor.setAccessibleName(f"Sửa {index.model().headerData(index.column(), orientation)}")
        editor.left.connect(partial(self._leave, editor))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, CellEditor)
        if not editor.property("begun"):  # else the model has changed: what is being typed stays
            editor.setProperty("begun", True)
            self.begin(editor, index)

    def begin(self, editor: CellEditor, index: Index) -> None:
        """Show in a new editor what there is to edit."""
        editor.begin(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, CellEditor)
        if editor.changed:
            editor.refused = not model.setData(index, editor.words, Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        assert isinstance(editor, CellEditor)
        editor.set_cell(self.editing_box(index))

    def editing_box(self, index: Index) -> QRect:
        """Where a cell's editor stands."""
        return self.view.visualRect(index).adjusted(0, 0, -1, -1)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Qt's own keys must not interfere; losing the focus commits, as in Excel."""
        if isinstance(editor, CellEditor) and event.type() == QEvent.Type.KeyPress:
            return False
        return super().eventFilter(editor, event)

    def commit(self) -> None:
        """Write what is being typed in a cell, and end it."""
        for editor in self.view.viewport().findChildren(CellEditor):
            if not editor.isHidden():
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, self.EndEditHint.NoHint)

    def _leave(self, editor: CellEditor, key: int) -> None:
        if key == Qt.Key.Key_Escape:
            self.closeEditor.emit(editor, self.EndEditHint.RevertModelCache)
            return
        self.commitData.emit(editor)
        if editor.refused:
            return
        self.closeEditor.emit(editor, self.EndEditHint.NoHint)
        match key:
            case Qt.Key.Key_Tab:
                self.left.emit(0, 1)
            case Qt.Key.Key_Backtab:
                self.left.emit(0, -1)
            case _:
                self.left.emit(1, 0)


class EditedTable(QTableView):
    """A table whose cells are typed in: an editor stays open while its words are refused, also when
    the user goes elsewhere; Esc gives them up.
    """

    def closeEditor(self, editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        given_up = hint == QStyledItemDelegate.EndEditHint.RevertModelCache
        if isinstance(editor, CellEditor) and editor.refused and not given_up:
            self.setState(self.State.NoState)  # other cells can be edited meanwhile
        else:
            super().closeEditor(editor, hint)
