"""Files dragged over the tab: onto a document, which takes them, or beside all documents."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from cchc_desktop.documents.file_names import is_form_name
from cchc_desktop.domain.register_list import Entry
from ui.project_controller import ProjectController
from ui.register.details import DetailPane
from ui.register.table import RegisterTable

_SHEETS = (".xlsx", ".xls")


class FileDrops(QObject):
    """Watches the tab. `given(document id, files)`: for a document; `left(files)`: for none;
    `sheets(files)`: units' forms, wherever they are dropped, and other Excel files beside all
    documents.
    """

    given = Signal(str, object)  # list[Path]
    left = Signal(object)  # list[Path]
    sheets = Signal(object)  # list[Path]

    def __init__(
        self, controller: ProjectController, table: RegisterTable, details: DetailPane, tab: QWidget
    ) -> None:
        super().__init__(tab)
        self._controller, self._table, self._details, self._tab = controller, table, details, tab
        tab.setAcceptDrops(True)
        tab.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is dragged is the tab's matter, not the window's."""
        if isinstance(event, QDragMoveEvent):  # an entering one is of that class, too
            self._move(event)
        elif event.type() == QEvent.Type.DragLeave:
            self._table.mark(None)
        elif isinstance(event, QDropEvent):
            self._drop(event)
        else:
            return False
        return True

    def _move(self, event: QDragMoveEvent) -> None:
        if event.source() is not None:  # a row of our own on its way out: not for the window either
            event.setAccepted(event.type() == QEvent.Type.DragEnter)
            return
        taken = self._controller.writable and bool(files_in(event.mimeData()))
        event.setAccepted(taken)
        if taken:
            event.acceptProposedAction()
            self._table.mark(self._under(event.position().toPoint()))

    def _drop(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._table.mark(None)
        entry, files = self._under(event.position().toPoint()), files_in(event.mimeData())
        if all(is_form_name(file.name) for file in files) or (
            entry is None and all(file.suffix.lower() in _SHEETS for file in files)
        ):
            self.sheets.emit(files)
        elif entry is not None:
            self.given.emit(entry.id, files)
        else:
            self.left.emit(files)

    def _under(self, place: QPoint) -> Entry | None:
        """The document at a place of the tab: of a row, or the one whose details are shown."""
        for widget in (self._table, self._details):
            inside = widget.mapFrom(self._tab, place)
            if widget.isVisible() and widget.rect().contains(inside):
                return (
                    self._table.entry_under(inside)
                    if widget is self._table
                    else self._table.current
                )
        return None


def files_in(data: QMimeData) -> list[Path]:
    """The files among what is dragged, no folders."""
    paths = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return [path for path in paths if path.is_file()]
