"""Editing in the plan's grid: the editor of a cell, with suggestions and the reading of a time."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from ui.cell_reading import CellReading
from ui.plan.cell_painter import CellPainter
from ui.plan.time_hint import TimeHint
from ui.plan.word_memory import WordMemory
from ui.widgets.cell_editor import CellEditor
from ui.widgets.cells import CellArt
from ui.widgets.suggestions import Suggestions

Index = QModelIndex | QPersistentModelIndex
Hint = QAbstractItemDelegate.EndEditHint


class CellDelegate(CellPainter):
    """`left(down, across)`: Enter or Tab ended the editing, the current cell is to move."""

    left = Signal(int, int)

    def __init__(
        self,
        art: CellArt,
        reading: CellReading,
        memory: WordMemory,
        view: QTableView,
        is_folded: Callable[[str], bool],
    ) -> None:
        super().__init__(art, reading, view, is_folded)
        self._memory = memory
        self.replacing = False  # the editor is opened by typing: the old words give way

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = CellEditor(self.art.theme, parent)
        title = self._model.headerData(index.column(), Qt.Orientation.Horizontal)
        editor.setAccessibleName(f"Sửa {title}")
        editor.left.connect(self._leave)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, CellEditor)
        if editor.property("begun"):
            return  # the model has changed meanwhile: what is being typed stays
        editor.setProperty("begun", True)
        editor.begin("" if self.replacing else index.data(Qt.ItemDataRole.EditRole))
        model = self._model
        if model.is_heading(index.row()):
            return
        key, host = model.columns[index.column()].key, self._view.viewport()
        beside: QWidget | None = None
        if key == "time":
            beside = TimeHint(editor, self.reading, self.reading.year, self.art.theme, host).frame
        if key != "number":
            Suggestions(editor, self._memory.source(key), self.art.theme, host, beside)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, CellEditor)
        if editor.changed:
            model.setData(index, editor.words, Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        assert isinstance(editor, CellEditor)
        box = self.text_box(index)
        if self._model.columns[index.column()].key == "time":
            box.setWidth(max(box.width(), self.art.theme.px(110)))
        editor.set_cell(box)

    def eventFilter(self, editor: object, event: object) -> bool:
        """The editor tells by itself when it is left; Qt's own keys must not interfere. Losing the
        focus commits, as in Excel.
        """
        if isinstance(editor, CellEditor) and event.type() == event.Type.KeyPress:  # type: ignore[attr-defined]
            return False
        return super().eventFilter(editor, event)  # type: ignore[arg-type]

    def commit(self) -> None:
        """Write what is being typed in a cell, and end it."""
        for editor in self._view.viewport().findChildren(CellEditor):
            if not editor.isHidden():
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, Hint.NoHint)

    def _leave(self, key: int) -> None:
        editor = self.sender()
        assert isinstance(editor, CellEditor)
        if key == Qt.Key.Key_Escape:
            self.closeEditor.emit(editor, Hint.RevertModelCache)
            return
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, Hint.NoHint)
        match key:
            case Qt.Key.Key_Tab:
                self.left.emit(0, 1)
            case Qt.Key.Key_Backtab:
                self.left.emit(0, -1)
            case _:
                self.left.emit(1, 0)
