"""The open project file: what it holds, and the one door through which that changes."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from cchc_desktop.domain.change import Change, Edit, LogEntry, Record, steps
from cchc_desktop.domain.errors import RefusedChange, RefusedProject
from cchc_desktop.services.contents import Contents
from cchc_desktop.settings import Paths, Person, this_person
from cchc_desktop.storage import backup
from cchc_desktop.storage.connection import require_project, require_writable
from cchc_desktop.storage.database import create_database, open_to_read, open_to_write
from cchc_desktop.storage.file_store import FileStore
from cchc_desktop.storage.lock import ProjectLock
from cchc_desktop.storage.project_file import ProjectFile
from cchc_desktop.storage.share import on_network_share

LARGE = 50  # records that come or go in one change: an acceptance worth a backup

_EMPTY = Change("Tạo tệp", ())


@dataclass(frozen=True, slots=True)
class CopiedFiles:
    """How many files of documents went into a copy, and how many were missing or changed."""

    whole: int
    broken: int

    @property
    def words(self) -> str:
        """What is told after the copy's name: ", kèm 12 tệp đính kèm"."""
        told = f", kèm {self.whole} tệp đính kèm" if self.whole else ""
        if self.broken:
            told += f"; {self.broken} tệp đính kèm bị mất hoặc bị sửa nên không chép được"
        return told


class Project(Contents):
    """One department's file, open. Every accepted change is on disk when `apply` returns.

    `warnings` are sentences for the user about what did not hinder the opening. Used as a context
    manager, it closes the file and frees the lock at the end.
    """

    def __init__(
        self, file: ProjectFile, person: Person, backups: Path, *, read_only: bool
    ) -> None:
        super().__init__(file.records())
        self.path = file.path
        self.files = FileStore(file.path)
        self.read_only = read_only
        self.warnings: list[str] = []
        self._file = file
        self._person = person
        self._backups = backups
        self._log: list[LogEntry] = []  # since the opening: undo never goes past it
        self._resources = ExitStack()

    @classmethod
    def open(
        cls, path: Path, paths: Paths, who: Person | None = None, *, read_only: bool = False
    ) -> Self:
        """Opens a file, backed up on the day's first opening for writing.

        RefusedProject: it is missing, damaged, newer, or no project file; ProjectInUse, a kind of
        it: someone else is writing.
        """
        person, at = who or this_person(), datetime.now()
        backups = backup.folder_of(path, paths.backups)
        require_project(path)
        with ExitStack() as resources:
            if read_only:
                file = ProjectFile(path, open_to_read(path))
            else:
                require_writable(path)
                lock = ProjectLock(path)
                resources.callback(lock.release)
                lock.acquire(person, at)
                file = ProjectFile(path, open_to_write(path, backups, at))
            resources.callback(file.close)
            project = cls(file, person, backups, read_only=read_only)
            if not read_only:
                project._prepare(at)
            project._resources = resources.pop_all()
        return project

    @classmethod
    def create(
        cls, path: Path, paths: Paths, who: Person | None = None, *, first: Change = _EMPTY
    ) -> Self:
        """A new file, opened, that holds what the first change brings: all of it, or no file.

        RefusedProject: the name is taken, or cannot be written. What is created is not undone.
        """
        person, at = who or this_person(), datetime.now()
        _require_free(path)
        lock = ProjectLock(path)
        try:
            lock.acquire(person, at)
            _require_free(path)  # nobody was faster
            create_database(path, replace(first, who=person.name, at=at))
        finally:
            lock.release()
        return cls.open(path, paths, person)

    def _prepare(self, at: datetime) -> None:
        """What a writer does first: warns of a share, backs up once a day."""
        if on_network_share(self.path):
            self.warnings.append(
                f"Tệp {self.path.name} nằm trên ổ mạng, dễ hỏng khi mất kết nối; hãy để tệp trên "
                "máy này và chỉ dùng ổ mạng để sao lưu."
            )
        backup.remember(self.path, self._backups)
        made = backup.existing(self._backups)
        if not any(b.reason == backup.DAILY and b.at.date() == at.date() for b in made):
            self._back_up_if_possible(backup.DAILY)

    def take_warnings(self) -> list[str]:
        """The warnings that nobody has taken yet."""
        taken, self.warnings = self.warnings, []
        return taken

    def snapshot(self) -> Contents:
        """What the file holds now, for work in the background: later changes don't reach it."""
        return Contents(self._records)

    def close(self) -> None:
        """Close the file and free its lock; closing again does nothing."""
        self._resources.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def apply(self, change: Change) -> Change:
        """Write the change, then show it; what comes back says who and when.

        RefusedChange: it no longer fits what the file holds. RefusedProject: it cannot be written.
        Either way nothing has changed. A large one is preceded by a backup.
        """
        edits = tuple(edit for edit in change.edits if edit.before != edit.after)
        return self._write(replace(change, edits=edits)) if edits else replace(change, edits=())

    def undo(self) -> Change:
        """Take back the last change since the opening; gives the change that did it."""
        done, _ = steps(self._log)
        if not done:
            raise RefusedChange("Không còn bước nào để hoàn tác.")
        return self._write(self._file.logged(done[-1]).inverse(), undoes=done[-1].id)

    def redo(self) -> Change:
        """Repeat the change undone last."""
        _, undone = steps(self._log)
        if not undone:
            raise RefusedChange("Không còn bước nào để làm lại.")
        return self._write(self._file.logged(undone[-1]), redoes=undone[-1].id)

    @property
    def next_undo(self) -> str:
        """The label of what `undo` would take back; "" for nothing."""
        done, _ = steps(self._log)
        return done[-1].label if done else ""

    @property
    def next_redo(self) -> str:
        """The label of what `redo` would repeat; "" for nothing."""
        _, undone = steps(self._log)
        return undone[-1].label if undone else ""

    def history(self, record_id: str, most: int = 50) -> list[tuple[LogEntry, Edit]]:
        """What was done to a record, newest first, and in which steps."""
        return self._file.edits_of(record_id, most)

    def last_records(self, most: int) -> list[tuple[datetime, Record]]:
        """What the newest steps were about, newest first: of each the first record, and when."""
        return self._file.last_records(most)

    def _write(
        self, change: Change, *, undoes: int | None = None, redoes: int | None = None
    ) -> Change:
        if self.read_only:
            raise RefusedProject(
                f"Tệp {self.path.name} đang mở để xem, không sửa được; hãy mở lại để ghi."
            )
        records = _after(self._records, change.edits)
        if sum(None in (edit.before, edit.after) for edit in change.edits) >= LARGE:
            self._back_up_if_possible(backup.ACCEPTANCE)
        stamped = replace(change, who=self._person.name, at=datetime.now())
        self._log.append(self._file.commit(stamped, undoes=undoes, redoes=redoes))
        self._records = records
        return stamped

    # Backups

    def back_up(self, reason: str = backup.MANUAL) -> backup.Backup:
        """A verified copy among this project's backups."""
        return self._file.back_up(self._backups, reason, datetime.now())

    def back_up_to(
        self, target: Path, progress: Callable[[int, int], None] = lambda done, of_all: None
    ) -> CopiedFiles:
        """A verified copy at a place of the user's choice, with the files of its documents beside
        it: all of it, or nothing. Never overwrites. Files that are not whole here are left out.
        """
        _require_free(target)
        names = self.kept_files()
        with self.files.copies_in(FileStore(target), names, progress) as copied:
            self._file.copy_to(target)
        return CopiedFiles(len(copied), len(names) - len(copied))

    def _back_up_if_possible(self, reason: str) -> None:
        try:
            self.back_up(reason)
        except RefusedProject as refusal:
            self.warnings.append(f"Chưa sao lưu được: {refusal}")


def restore_project(source: Path, path: Path, paths: Paths, who: Person | None = None) -> None:
    """Puts a backup in the place of a project that nobody has open; what stood there is kept among
    the backups.
    """
    at = datetime.now()
    lock = ProjectLock(path)
    try:
        lock.acquire(who or this_person(), at)
        backup.restore(source, path, backup.folder_of(path, paths.backups), at)
    finally:
        lock.release()


def _require_free(path: Path) -> None:
    """Refuses a name in a folder that is missing, or one that is taken."""
    if not path.absolute().parent.is_dir():
        raise RefusedProject(f"Không có thư mục {path.parent}; hãy tạo thư mục trước.")
    if path.exists():
        raise RefusedProject(f"Đã có tệp {path}; hãy chọn tên khác.")


def _after(records: Mapping[str, Record], edits: Iterable[Edit]) -> dict[str, Record]:
    """The records once the edits are made; refused where one does not find what it was made for."""
    result = dict(records)
    for edit in edits:
        if result.pop(edit.record.id, None) != edit.before:
            raise RefusedChange(
                "Nội dung cần sửa đã khác với lúc bắt đầu sửa; hãy xem lại rồi làm lại."
            )
        if edit.after is not None:
            result[edit.after.id] = edit.after
    return result
