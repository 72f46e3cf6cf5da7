"""Which documents are listed: follows the file, and remembers folder, search and order."""

from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from cchc_desktop.domain.change import Change, Record
from cchc_desktop.domain.register import Attachment, Evidence, RegisteredDocument
from cchc_desktop.domain.register_list import ALL, Entry, Folder
from cchc_desktop.domain.table_filter import TableFilter
from cchc_desktop.services.register_view import RegisterView, missing_files
from ui.project_controller import ProjectController

_SLICE = 0.008  # seconds of work between two events


class Listing(QObject):
    """`outdated`: the register is to be read anew; `opened`: another file's, with all shown."""

    outdated = Signal()
    opened = Signal()

    def __init__(self, controller: ProjectController, parent: QObject) -> None:
        super().__init__(parent)
        self._controller, self._view = controller, RegisterView()
        self._broken: dict[str, str] = {}  # by digest, as far as it was looked at
        self.folder, self.typed = ALL, ""
        self.wanted = TableFilter()  # of the columns
        self.order = "issued", True  # column, falling
        self._kept: set[str] = set()  # they were edited here: they stay, whatever they are now
        self.stale = True
        self._idle = QTimer(self)  # the first key of a search must not wait for the folding
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._fold_some)
        controller.opened.connect(self._take_other_file)
        controller.plan_chosen.connect(self._mark_stale)
        controller.changed.connect(self._follow)
        self._look_for_files()

    @property
    def entries(self) -> list[Entry]:
        """All entries, as they were read last."""
        return self._view.entries

    @property
    def counts(self) -> list[int]:
        """How many entries lie in each folder."""
        return self._view.counts

    def shown(self) -> list[Entry]:
        """The entries of the folder that hold what is searched for, in order."""
        column, falling = self.order
        return self._view.shown(
            self.folder, self.typed, self.wanted, column, falling=falling, kept=self._kept
        )

    def left_by(self, wanted: TableFilter) -> list[Entry]:
        """What would be listed, were the columns filtered so."""
        return self._view.shown(self.folder, self.typed, wanted, self.order[0], falling=False)

    def read(self) -> None:
        """What the file holds now."""
        self.stale = False
        self._view.read(self._controller.project, self._broken)
        self._idle.start()

    @property
    def settled(self) -> bool:
        """Whether the search is ready."""
        return not self._idle.isActive()

    def _fold_some(self) -> None:
        if self._view.fold_ahead(perf_counter() + _SLICE):
            self._idle.stop()

    def choose(self, folder: Folder, typed: str) -> None:
        """List what lies in a folder and holds the words typed."""
        self.folder, self.typed = folder, typed
        self._kept.clear()

    def filter_by(self, wanted: TableFilter) -> None:
        """List what a filter of the columns leaves."""
        self.wanted = wanted
        self._kept.clear()

    def take_broken(self, broken: dict[str, str]) -> None:
        """What is wrong with the kept files, now that all were looked at."""
        self._broken = broken
        self._mark_stale()

    def _look_for_files(self) -> None:
        project = self._controller.project
        self._broken = missing_files(project.attachments(), project.files) if project else {}

    def _mark_stale(self) -> None:
        self.stale = True
        self.outdated.emit()

    def _take_other_file(self) -> None:
        self._look_for_files()
        self.choose(ALL, "")
        self.filter_by(TableFilter())
        self.opened.emit()
        self._mark_stale()

    def _follow(self, change: Change) -> None:
        for edit in change.edits:
            if isinstance(edit.after, Attachment):  # its content was just kept
                self._broken.pop(edit.after.digest, None)
        ids = {found for edit in change.edits if (found := _document_id(edit.record))}
        if ids:
            self._kept |= ids
            self._mark_stale()


def _document_id(record: Record) -> str:
    """The document that a record is, or belongs to; "" for what is no part of the register."""
    if isinstance(record, RegisteredDocument):
        return record.id
    return record.document_id if isinstance(record, Attachment | Evidence) else ""
