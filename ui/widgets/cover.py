"""What covers the tabs for a while."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.controls import button, label


class CoverPage(QWidget):
    """A page that another may replace, such as the profile. `closed`: the user is done with it."""

    closed = Signal()

    def build_head(
        self, theme: Theme, title: str, close_name: str, *between: QWidget
    ) -> QHBoxLayout:
        """The page's title and the way out, also by Esc; of what stands between them the first
        takes the room.
        """
        close = button(theme, "Đóng  Esc", "x", name=close_name)
        close.clicked.connect(self.closed)
        leave = QShortcut(QKeySequence("Esc"), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.closed)
        head = QHBoxLayout()
        head.setContentsMargins(*[theme.px(12), theme.px(8)] * 2)
        head.setSpacing(theme.px(8))
        head.addWidget(label(title, "page"))
        head.addSpacing(theme.px(16))
        for place, widget in enumerate(between):
            head.addWidget(widget, 1 if place == 0 else 0)
        if not between:
            head.addStretch(1)
        head.addWidget(close)
        return head


@runtime_checkable
class Holding(Protocol):
    """What is to be asked before it goes with its window: something would be lost."""

    def may_leave(self) -> bool:
        """Ask the user; False: it stays."""
