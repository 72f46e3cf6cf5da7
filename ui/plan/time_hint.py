"""What was understood of a time while it is typed: a frame under the cell that never takes the
focus and never touches the text unless its button is asked to.
"""

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cchc_desktop.domain.schedule_words import schedule_words
from cchc_desktop.services.time_wording import joined_wording
from ui.cell_reading import CellReading
from ui.theme import Theme
from ui.widgets.cell_editor import CellEditor
from ui.widgets.controls import button, key_hint, label

_WIDTH = 396
_JOIN_KEY = QKeySequence("Alt+1")


class TimeHint(QObject):
    """Follows the editor of a time cell."""

    def __init__(
        self, editor: CellEditor, reading: CellReading, year: int, theme: Theme, host: QWidget
    ) -> None:
        super().__init__(editor)
        self._editor, self._reading, self._year, self._theme = editor, reading, year, theme
        self._other = ""  # the words of another reading
        self.frame = QFrame(host)
        self.frame.setProperty("kind", "floating")
        self.frame.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._covers = label("", wrap=True)
        self._due = label("", "small", wrap=True)
        self._unread = label("", "warning", wrap=True)
        self._join = button(theme, "Nối thành một khoảng  Alt+1", name="Nối thành một khoảng")
        self._join.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._join.clicked.connect(self._take_other)
        column = QVBoxLayout(self.frame)
        column.setContentsMargins(theme.px(9), theme.px(7), theme.px(9), theme.px(7))
        column.setSpacing(theme.px(3))
        for words in (self._covers, self._due, self._unread):
            column.addWidget(words)
        foot = QHBoxLayout()
        foot.addWidget(self._join)
        foot.addStretch(1)
        foot.addWidget(key_hint(theme, "Enter", "nhận"))
        foot.addWidget(key_hint(theme, "Esc", "bỏ"))
        column.addLayout(foot)
        editor.typed.connect(self.refresh)
        # queued: a view that scrolls moves all that floats in it, one after the other
        editor.placed.connect(self._place, Qt.ConnectionType.QueuedConnection)
        editor.key_offered.connect(self._key)
        editor.destroyed.connect(self.frame.deleteLater)
        self.refresh()

    def refresh(self) -> None:
        """Read what stands in the editor and say it."""
        text = self._editor.words
        schedule = self._reading.schedule(text)
        covers, due = schedule_words(schedule)
        self._covers.setText(f"Đọc là {covers}" if covers else "")
        self._due.setText(f"Hạn {due}" if due else "Chưa có hạn" if covers else "")
        unread = schedule.unread
        note = f"Chưa hiểu: {unread} · vẫn giữ nguyên" if unread else ""
        if schedule.foreign_years:
            years = ", ".join(map(str, schedule.foreign_years))
            note = f"{note}\nNăm {years} khác năm {self._year} của kế hoạch".strip()
        self._unread.setText(note)
        self._other = joined_wording(text, self._year)
        self._join.setVisible(bool(self._other))
        self._editor.own_keys = {_JOIN_KEY} if self._other else set()
        for words in (self._covers, self._due, self._unread):
            words.setVisible(bool(words.text()))
        self.frame.setVisible(bool(text.strip()))
        self._place()

    def _place(self) -> None:
        """Its right edge on the cell's; over the cell where the room below is too small."""
        host = self.frame.parentWidget()
        assert host is not None
        editor = self._editor
        width = min(self._theme.px(_WIDTH), host.width())
        self.frame.setFixedWidth(width)
        self.frame.adjustSize()
        corner = editor.mapTo(host, QPoint(editor.width() - width, editor.height()))
        if corner.y() + self.frame.height() > host.height():
            corner.setY(editor.mapTo(host, QPoint(0, -self.frame.height())).y())
        self.frame.move(max(0, corner.x()), max(0, corner.y()))
        self.frame.raise_()

    def _key(self, event: QKeyEvent) -> None:
        if self._other and QKeySequence(event.keyCombination()) == _JOIN_KEY:
            self._take_other()
            event.accept()

    def _take_other(self) -> None:
        if self._other:
            self._editor.take(self._other)
