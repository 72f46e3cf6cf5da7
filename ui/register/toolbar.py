"""The toolbar of the tab Văn bản."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.actions import SharedActions
from ui.theme import Theme
from ui.widgets.controls import action_button, icon_button, tool_row, upright

_TYPING_DELAY = 150  # milliseconds
_NARROW = 150  # the text scale from which there is no room for all its words


class RegisterToolbar(QWidget):
    """`typed(words)` after a pause in typing."""

    typed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        shared: SharedActions,
        add: QAction,
        others: Sequence[QAction],
        panes: Sequence[QAction],
    ) -> None:
        super().__init__()
        self._theme = theme
        narrow = theme.scale >= _NARROW
        bar, row = tool_row(theme)
        for action in (shared.undo, shared.redo):
            row.addWidget(icon_button(theme, action))
        row.addWidget(upright(theme))
        words = "Thêm" if narrow else None
        row.addWidget(action_button(theme, add, kind="quiet", words=words))
        for action in others:
            row.addWidget(action_button(theme, action, kind="quiet"))
        self.field = self._search_field()
        row.addWidget(self.field, 1)
        row.addStretch(1)
        for action in panes:
            row.addWidget(action_button(theme, action))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(bar)

    def _search_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText("Tìm số, ngày, trích yếu    Ctrl+F")
        field.setAccessibleName("Tìm trong sổ văn bản, không cần gõ dấu")
        field.setClearButtonEnabled(True)
        field.setMinimumWidth(self._theme.px(90))
        field.setMaximumWidth(self._theme.px(270))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_DELAY)
        self._pause.timeout.connect(self.tell_now)
        field.textChanged.connect(self._pause.start)
        return field

    def tell_now(self) -> None:
        """Tell what stands in the field."""
        self._pause.stop()
        self.typed.emit(self.field.text())
