"""The commands that every tab offers, made once and shared by menus and toolbars."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from ui.project_controller import ProjectController
from ui.theme import Theme


class SharedActions(QObject):
    """Undo and redo work by themselves; the others are joined by the composition root."""

    def __init__(self, controller: ProjectController, theme: Theme) -> None:
        super().__init__()
        self._controller, self._theme = controller, theme
        self.undo = self._action("Hoàn tác", QKeySequence.StandardKey.Undo, "undo-2")
        self.redo = self._action("Làm lại", "Ctrl+Y", "redo-2")
        self.import_plan = self._action("Nhập từ Word, Excel…", "Ctrl+I", "file-input")
        self.export_plan = self._action("Xuất kế hoạch…", "F12", "file-output")
        self.export_timeline = self._action("Xuất bảng tiến độ…", "", "chart-gantt")
        self.export_report = self._action("Xuất báo cáo…", "", "file-text")
        self.periods = self._action("Kỳ báo cáo…", "", "calendar-clock")
        self.undo.triggered.connect(controller.undo)
        self.redo.triggered.connect(controller.redo)
        controller.opened.connect(self.refresh)
        controller.changed.connect(self.refresh)
        controller.plan_chosen.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Name the steps that can be undone and redone; offer what is possible now."""
        project, writable = self._controller.project, self._controller.writable
        for action, words, step in (
            (self.undo, "Hoàn tác", project.next_undo if project else ""),
            (self.redo, "Làm lại", project.next_redo if project else ""),
        ):
            step = step.replace("&", "&&")  # a column's title may hold one
            action.setText(f"{words}: {step}" if step else words)
            action.setEnabled(writable and bool(step))
        self.import_plan.setEnabled(project is None or writable)
        self.periods.setEnabled(project is not None)
        for action in (self.export_plan, self.export_timeline, self.export_report):
            action.setEnabled(self._controller.plan is not None)

    def _action(self, words: str, keys: QKeySequence.StandardKey | str, icon: str) -> QAction:
        action = QAction(self._theme.icon(icon), words, self)
        action.setProperty("icon_name", icon)
        if keys:
            action.setShortcut(QKeySequence(keys))
        return action
