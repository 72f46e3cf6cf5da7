"""A button that says beside its word how many there are, and the badge it says it with."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
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
        self.setIcon(theme.toggle_icon(icon))
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
        room = (badge_width(self._theme, count) + self._theme.px(_GAP)) if count else 0
        self.setStyleSheet(f"QPushButton {{ padding-right: {room + self._theme.px(10)}px; }}")
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._count:
            painter = QPainter(self)
            room = self.rect().adjusted(0, 0, -self._theme.px(9), 0)
            paint_badge(painter, self._theme, room, self._count, self._role)
            painter.end()


def badge_width(theme: Theme, count: int) -> int:
    """How wide the badge of a count is, in pixels."""
    words = theme.metrics(SMALL, bold=True).horizontalAdvance(str(count))
    return max(theme.px(_BADGE), round(words) + theme.px(10))


def paint_badge(painter: QPainter, theme: Theme, room: QRect, count: int, role: str) -> None:
    """A count in a badge at the right of a box; `role` as of a CountButton."""
    tall, wide = theme.px(_BADGE), badge_width(theme, count)
    left, top = room.left() + room.width() - wide, room.top() + (room.height() - tall) // 2
    badge = QRectF(left + 0.5, top + 0.5, wide - 1, tall - 1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("ambm" if role == "amb" else role), 1))
    painter.setBrush(theme.colour(f"{role}t"))
    painter.drawRoundedRect(badge, tall / 2, tall / 2)
    painter.setPen(theme.colour(role))
    painter.setFont(theme.font(SMALL, bold=True))
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(count))
