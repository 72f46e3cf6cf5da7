"""Xem trước: the pages of the report as they will be printed, laid out in the background."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cchc_desktop.domain.report import Report
from ui.export.preview import Page, PagePreview
from ui.project_controller import ProjectController
from ui.tasks import TaskRunner
from ui.theme import Theme
from ui.widgets.controls import button, head_row, label, when_escaped


class PreviewPage(QWidget):
    """`closed`: the text is wanted again."""

    closed = Signal()

    def __init__(self, controller: ProjectController, runner: TaskRunner, theme: Theme) -> None:
        super().__init__()
        self._controller, self._runner = controller, runner
        self.pages = PagePreview(theme)
        self._words = label("Xem trước", "strong")
        close = button(theme, "Đóng  Esc", "x", kind="quiet", name="Đóng xem trước")
        close.clicked.connect(self.closed)
        when_escaped(self.pages, self.closed.emit)
        head = QWidget()
        row = head_row(head, theme)
        row.addWidget(self._words, 1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.pages, 1)

    def show_report(self, report: Report) -> None:
        """Lay the report out as it is now."""
        project = self._controller.project
        if project is None:
            return
        from cchc_desktop.services.report_exporting import report_as_document
        from ui.printing import lay_out  # printing is loaded when it is wanted

        contents = project.snapshot()

        def pages(_progress: object) -> Sequence[Page]:
            return lay_out(report_as_document(contents, report))

        self._runner.run("Đang dàn trang báo cáo", pages, self._show_pages, owner=self)

    def _show_pages(self, pages: Sequence[Page]) -> None:
        self._words.setText(f"Xem trước · {len(pages)} trang")
        self.pages.show_pages(pages)
