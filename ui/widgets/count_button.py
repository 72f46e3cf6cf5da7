"""A button that says beside its word how many there are."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton

from ui.theme import SMALL, Theme

_BADGE, _GAP = 18, 6


class CountButton(QPushButton):
    """`role`: "amb" for what is to be cleared up, "red" for what is late; `name` is what a screen
    reader says; `needs_some`: with nothing to show it cannot be pressed.
    """

    def __init__(
        self, theme: Theme, words: str, icon: str, role: str, *, name: str, needs_some: bool = True
    ) -> None:
        super().__init__(f" {words}" if words else "")
        self._theme, self._role, self._name = theme, role, name
        self._count, self._needs_some = 0, needs_some
        self.setIcon(theme.icon(icon))
        self.setIconSize(QSize(theme.px(16), theme.px(16)))
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.show_count(0)

    @property
    def count(self) -> int:
        """The number shown."""
        return self._count

    def show_count(self, count: int) -> None:
        """Show another number."""
        self._count = count
        self.setAccessibleName(f"{self._name}: {count}")
        self.setToolTip(self.accessibleName())
        self.setEnabled(count > 0 or self.isChecked() or not self._needs_some)
        # the words keep clear of the badge, which is painted over the button's right end
        room = (self._badge_width() + self._theme.px(_GAP)) if count else 0
        self.setStyleSheet(f"QPushButton {{ padding-right: {room + self._theme.px(10)}px; }}")
        self.updateGeometry()
        self.update()

    def _badge_width(self) -> int:
        words = self._theme.metrics(SMALL, bold=True).horizontalAdvance(str(self._count))
        return max(self._theme.px(_BADGE), round(words) + self._theme.px(10))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._count:
            return
        theme, tall = self._theme, self._theme.px(_BADGE)
        wide = self._badge_width()
        left = self.width() - wide - theme.px(9)
        badge = QRectF(left + 0.5, (self.height() - tall) // 2 + 0.5, wide - 1, tall - 1)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("ambm" if self._role == "amb" else self._role), 1))
        painter.setBrush(theme.colour(f"{self._role}t"))
        painter.drawRoundedRect(badge, tall / 2, tall / 2)
        painter.setPen(theme.colour(self._role))
        painter.setFont(theme.font(SMALL, bold=True))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(self._count))
        painter.end()
