"""The status bar: what is saved, what is shown, what runs in the background, keys worth knowing."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QStatusBar, QWidget

from ui.project_controller import ProjectController
from ui.tasks import Task, TaskRunner
from ui.theme import Theme
from ui.widgets.controls import button, key_hint, label, show_kind, tip_words
from ui.widgets.cut_label import CutLabel

_PATIENCE = 300  # milliseconds before work in the background is shown


class StatusLine(QStatusBar):
    """Follows the controller and the background work by itself."""

    def __init__(self, controller: ProjectController, runner: TaskRunner, theme: Theme) -> None:
        super().__init__()
        self._controller, self._theme = controller, theme
        self.setSizeGripEnabled(False)
        self.setFixedHeight(theme.px(24))
        self.setContentsMargins(theme.px(8), 0, theme.px(8), 0)
        self._saved_icon = QLabel()
        self._saved = label("", "small")
        self._plan = CutLabel()
        self._shown = CutLabel()
        for widget in (self._saved_icon, self._saved, self._plan):
            self.addWidget(widget)
        self.addWidget(self._shown, 1)
        self._progress = _ProgressLine(runner, theme)
        self.addWidget(self._progress)
        self._told: Sequence[tuple[str, str]] = ()  # the keys shown
        self._hints = QWidget()
        self._hint_row = QHBoxLayout(self._hints)
        self._hint_row.setContentsMargins(0, 0, 0, 0)
        self.addPermanentWidget(self._hints)
        self.addPermanentWidget(label(f"Cỡ chữ {theme.scale} %", "small"))

    def show_tab(self, words: str, hints: Sequence[tuple[str, str]]) -> None:
        """What the tab on the screen says of itself, and its keys."""
        self._show_file()
        self._shown.setText(words)
        self._shown.setToolTip(tip_words(words))
        if hints != self._told:
            self._told = hints
            self._show_hints(hints)

    def _show_hints(self, hints: Sequence[tuple[str, str]]) -> None:
        while self._hint_row.count():
            item = self._hint_row.takeAt(0)
            assert item is not None
            old = item.widget()
            assert old is not None
            old.hide()
            old.deleteLater()
        for key, what in hints if self._theme.scale < 150 else hints[:2]:
            self._hint_row.addWidget(key_hint(self._theme, key, what))

    def _show_file(self) -> None:
        project, at = self._controller.project, self._controller.saved_at
        self._saved_icon.clear()
        self._plan.setText("")
        writes = project is not None and not project.read_only
        show_kind(self._saved, "saved" if writes else "small")
        if project is None:
            self._saved.setText("Chưa mở tệp nào")
            return
        if project.read_only:
            self._saved.setText("Chỉ xem, không sửa được")
        else:
            pixmap = self._theme.pixmap("check", "grn", 14, self.devicePixelRatioF())
            self._saved_icon.setPixmap(pixmap)
            self._saved.setText(f"Đã lưu {at:%H:%M}" if at else "Đã lưu")
        self._saved.setToolTip(str(project.path))
        self._plan.setText(f"{project.path.name} · Kế hoạch CCHC {self._controller.year}")


class _ProgressLine(QWidget):
    """The work in the background: words, counts, a bar, and a way to stop it."""

    def __init__(self, runner: TaskRunner, theme: Theme) -> None:
        super().__init__()
        self._task: Task | None = None
        self._words = CutLabel()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(theme.px(120))
        self._stop = button(theme, "Dừng", kind="link", name="Dừng việc đang chạy")
        self._stop.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(8), 0, 0, 0)
        for widget in (self._words, self._bar, self._stop):
            row.addWidget(widget)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PATIENCE)
        self._timer.timeout.connect(self.show)
        runner.started.connect(self._begin)
        runner.progressed.connect(self._advance)
        runner.ended.connect(self._end)
        self.hide()

    def _begin(self, task: Task) -> None:
        self._task = task
        self._words.setText(task.title)
        self._bar.setRange(0, 0)
        self._stop.setVisible(task.stoppable)
        self._timer.start()

    def _advance(self, task: Task, done: int, total: int) -> None:
        if not task.cancelled:
            self._words.setText(f"{task.title} · {done} / {total}")
            self._bar.setRange(0, total)
            self._bar.setValue(done)

    def _end(self, task: Task) -> None:
        if task is self._task:
            self._task = None
            self._timer.stop()
            self.hide()

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._words.setText(f"{self._task.title} · đang dừng")
