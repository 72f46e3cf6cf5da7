"""What the window tells: a bar for what was refused, which stays until it is closed, and a toast
for what was done, which offers to take it back. No boxes that must be answered.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.controls import button, label, show_kind

TOAST_MILLISECONDS = 8_000
Act = tuple[str, Callable[[], object]]  # a button's words and what it does


class Messenger(QObject):
    """Where anybody says something to the user; the window on the screen shows it."""

    problem = Signal(str, object)  # a sentence, acts: something was refused
    notice = Signal(str, object)  # a sentence, acts: something to know while working
    news = Signal(str, object)  # words, an act or None: something was done that left no step

    def show_on(self, bar: "MessageBar", toast: "Toast") -> None:
        """Have all of it shown by a window."""
        self.problem.connect(bar.show_problem)
        self.notice.connect(bar.show_notice)
        self.news.connect(toast.show_news)


class MessageBar(QFrame):
    """One sentence under the toolbar with at most two buttons."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = QLabel(self)
        self._text = label("", wrap=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._acts: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(12), theme.px(4), theme.px(8), theme.px(4))
        self._row.addWidget(self._icon)
        self._row.addWidget(self._text, 1)
        close = button(theme, "", "x", name="Đóng thông báo", kind="quiet")
        close.clicked.connect(self.hide)
        self._row.addWidget(close)
        self.setMinimumHeight(theme.px(40))
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown."""
        return self._text.text()

    def show_problem(self, sentence: str, acts: Sequence[Act] = ()) -> None:
        """Something was refused: what, why, and what to do."""
        self._show("problem", "circle-x", "red", sentence, acts)

    def show_notice(self, sentence: str, acts: Sequence[Act] = ()) -> None:
        """Something to know while working."""
        self._show("notice", "triangle-alert", "amb", sentence, acts)

    def _show(self, kind: str, icon: str, role: str, sentence: str, acts: Sequence[Act]) -> None:
        for old in self._acts:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._acts = []
        for words, act in acts:
            new = button(self._theme, words)
            new.clicked.connect(self.hide)
            new.clicked.connect(act)
            self._row.insertWidget(self._row.count() - 1, new)
            self._acts.append(new)
        show_kind(self, kind)
        self._icon.setPixmap(self._theme.pixmap(icon, role, 18, self.devicePixelRatioF()))
        self._text.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()


class Toast(QFrame):
    """A step that was done, at the bottom right of its parent, with a way back."""

    undo_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "toast")
        self._theme = theme
        self._icon = QLabel(self)
        self._icon.setPixmap(theme.pixmap("check", "toastfg", 16, self.devicePixelRatioF()))
        self._text = label("")
        self._undo = button(theme, "Hoàn tác  Ctrl+Z", name="Hoàn tác")
        self._undo.clicked.connect(self.hide)  # before it says what was undone
        self._undo.clicked.connect(self.undo_asked)
        self._act = button(theme, "")
        self._act_run: Callable[[], object] | None = None
        self._act.clicked.connect(self._run_act)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), theme.px(6), theme.px(8), theme.px(6))
        row.setSpacing(theme.px(10))
        for widget in (self._icon, self._text, self._undo, self._act):
            row.addWidget(widget)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TOAST_MILLISECONDS)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """The words shown."""
        return self._text.text()

    def show_done(self, words: str) -> None:
        """A step of the log: it can be undone."""
        self._show(words, undo=True)

    def show_news(self, words: str, act: Act | None = None) -> None:
        """Something that left no step in the log, with a button or without."""
        self._act_run = act[1] if act else None
        self._act.setText(act[0] if act else "")
        self._act.setAccessibleName(self._act.text())
        self._show(words, undo=False)

    def _show(self, words: str, *, undo: bool) -> None:
        self._text.setText(self._shortened(words))
        self._undo.setVisible(undo)
        self._act.setVisible(not undo and self._act_run is not None)
        self.setAccessibleName(words)
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def _shortened(self, words: str) -> str:
        """Words in one line that leaves room for the buttons."""
        parent = self.parentWidget()
        room = (parent.width() if parent else 0) - self._theme.px(260)
        line = " ".join(words.split())
        metrics = self._text.fontMetrics()
        return metrics.elidedText(line, Qt.TextElideMode.ElideRight, max(room, self._theme.px(80)))

    def _run_act(self) -> None:
        self.hide()
        if self._act_run is not None:
            self._act_run()

    def _place(self) -> None:
        parent = self.parentWidget()
        assert parent is not None
        gap = self._theme.px(24)
        size = self.sizeHint()
        self.resize(size)
        self.move(
            parent.width() - size.width() - gap,
            parent.height() - size.height() - gap - self._theme.px(16),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
