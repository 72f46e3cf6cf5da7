"""Editing in the plan's grid: the editor of a cell, with suggestions and the reading of a time."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtWidgets import QTableView, QWidget

from ui.cell_reading import CellReading
from ui.plan.cell_painter import CellPainter
from ui.plan.time_hint import TimeHint
from ui.plan.word_memory import WordMemory
from ui.widgets.cell_editor import CellEditor
from ui.widgets.cells import CellArt
from ui.widgets.suggestions import Suggestions

Index = QModelIndex | QPersistentModelIndex


class CellDelegate(CellPainter):
    """Knows what belongs beside the editor of each column."""

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

    def begin(self, editor: CellEditor, index: Index) -> None:
        if self.replacing:
            editor.begin("")
        else:
            super().begin(editor, index)
        model = self._model
        if model.is_heading(index.row()):
            return
        key, host = model.columns[index.column()].key, self.view.viewport()
        beside: QWidget | None = None
        if key == "time":
            beside = TimeHint(editor, self.reading, self.reading.year, self.art.theme, host).frame
        if key != "number":
            Suggestions(editor, self._memory.source(key), self.art.theme, host, beside)

    def editing_box(self, index: Index) -> QRect:
        box = super().editing_box(index)
        if self._model.columns[index.column()].key == "time":
            box.setWidth(max(box.width(), self.art.theme.px(110)))
        return box
