"""How the cells of the profile are edited: several lines, a choice, or one line."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.profile.lists import ProfileList
from ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_LINES = 5  # shown at least while several lines are edited


class ProfileDelegate(QStyledItemDelegate):
    """Enter commits; Alt+Enter is a new line in cells of several."""

    def __init__(self, theme: Theme, shown: ProfileList, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._columns = theme, shown.columns

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = self._columns[index.column()]
        editor: QWidget
        if column.choices:
            editor = combo = QComboBox(parent)
            combo.addItems(column.choices)
            combo.activated.connect(lambda _place: self._commit(combo))
        elif column.lines:
            editor = _LinesEditor(parent)
            editor.committed.connect(self._commit)
        else:
            editor = super().createEditor(parent, option, index)
        editor.setAccessibleName(column.title)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = str(index.data(Qt.ItemDataRole.EditRole))
        if isinstance(editor, QComboBox):
            editor.setCurrentText(text)
        elif isinstance(editor, QPlainTextEdit):
            if editor.toPlainText() != text:
                editor.setPlainText(text)
                editor.selectAll()
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
        elif isinstance(editor, QPlainTextEdit):
            model.setData(index, editor.toPlainText())
        else:
            super().setModelData(editor, model, index)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        place = option.rect
        if isinstance(editor, QPlainTextEdit):
            place.setHeight(max(place.height(), self._theme.px(18 * _LINES + 10)))
        editor.setGeometry(place)

    def _commit(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)


class _LinesEditor(QPlainTextEdit):
    committed = Signal(object)  # itself

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.insertPlainText("\n")
        else:
            self.committed.emit(self)
