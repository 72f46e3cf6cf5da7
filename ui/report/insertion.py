"""Writing a source at the caret: chosen from a list, or from the pane beside the text."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.change import Change
from cchc_desktop.services import report_editing
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.source import Source, SourceKind
from ui.project_controller import ProjectController
from ui.report.inserting import InsertDialog
from ui.report.opened import OpenReport
from ui.report.text_page import TextPage
from ui.widgets.cells import CellArt

_TITLES = {
    SourceKind.DOCUMENT: "Chèn trích dẫn",
    SourceKind.RESULT: "Chèn kết quả",
    SourceKind.FIGURE: "Chèn số liệu",
}


UseCase = Callable[[Contents, str, int, str], Change]


class Insertion(QObject):
    """`add` begins a paragraph where none is chosen."""

    def __init__(
        self,
        controller: ProjectController,
        opened: OpenReport,
        page: TextPage,
        art: CellArt,
        add: Callable[[], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._controller, self._open, self._page = controller, opened, page
        self._art, self._add, self._window = art, add, window

    def ask(self, kind: SourceKind) -> None:
        """Have one of a kind chosen, those first that the heading does not use yet."""
        sources = self._open.sources
        if sources is None or self._page.heading is None:
            return
        heading = self._page.heading.heading
        unused = [source for source in sources.unused(heading) if source.kind is kind]
        dialog = InsertDialog(
            self._art, _TITLES[kind], unused, sources.insertable(kind), self._window
        )
        dialog.accepted.connect(lambda: self._take(dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self, dialog: InsertDialog) -> None:
        if dialog.chosen is not None:
            self.insert(dialog.chosen)

    def insert(self, source: Source) -> None:
        """Write a source at the caret of the current paragraph, or in a new one."""
        self._controller.settle()
        if self._page.current is None or self._page.current.entry.paragraph is None:
            self._add()
        row = self._page.current
        if row is None or row.entry.paragraph is None:
            return
        at, before, inserted = row.editor.caret, len(row.entry.text), source.id
        use_case: UseCase = report_editing.insert_figure
        match source.kind:
            case SourceKind.DOCUMENT:
                use_case = report_editing.insert_citation
            case SourceKind.RESULT:
                use_case = report_editing.insert_result
            case _:
                inserted = source.at.record_id
        if self._controller.do(use_case, row.entry.id, at, inserted):
            self._page.go_to(row.entry.id, at + len(row.entry.text) - before)
