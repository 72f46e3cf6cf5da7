"""The toolbar of the tab Văn bản."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.actions import SharedActions
from ui.theme import Theme
from ui.widgets.controls import action_button, icon_button, tool_row, upright
from ui.widgets.search_field import SearchField

_NARROW = 150  # the text scale from which there is no room for all its words


class RegisterToolbar(QWidget):
    """The commands used most, and the search."""

    def __init__(
        self,
        theme: Theme,
        shared: SharedActions,
        add: QAction,
        others: Sequence[QAction],
        panes: Sequence[QAction],
    ) -> None:
        super().__init__()
        narrow = theme.scale >= _NARROW
        bar, row = tool_row(theme)
        for action in (shared.undo, shared.redo):
            row.addWidget(icon_button(theme, action))
        row.addWidget(upright(theme))
        words = "Thêm" if narrow else None
        row.addWidget(action_button(theme, add, kind="quiet", words=words))
        for action in others:
            row.addWidget(action_button(theme, action, kind="quiet"))
        self.field = SearchField(
            "Tìm số, ngày, trích yếu    Ctrl+F", "Tìm trong sổ văn bản, không cần gõ dấu"
        )
        self.field.setMinimumWidth(theme.px(90))
        self.field.setMaximumWidth(theme.px(270))
        row.addWidget(self.field, 1)
        row.addStretch(1)
        for action in panes:
            row.addWidget(action_button(theme, action))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(bar)
