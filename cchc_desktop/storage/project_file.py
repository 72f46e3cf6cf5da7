"""An open project file, as services see it: SQLite and its errors stay behind it."""

from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from cchc_desktop.domain.change import Change, Edit, LogEntry, Record
from cchc_desktop.storage import backup, change_log
from cchc_desktop.storage.connection import refusing
from cchc_desktop.storage.database import load


class ProjectFile:
    """RefusedProject, with nothing changed, where the disk or the file doesn't allow it."""

    def __init__(self, path: Path, db: Database) -> None:
        self.path = path
        self._db = db

    def records(self) -> dict[str, Record]:
        """Every record by its id, as of one moment."""
        return load(self._db, self.path)

    def commit(
        self, change: Change, *, undoes: int | None = None, redoes: int | None = None
    ) -> LogEntry:
        """Apply and log a stamped change in one transaction."""
        with refusing(self.path):
            return change_log.commit(self._db, change, undoes=undoes, redoes=redoes)

    def logged(self, entry: LogEntry) -> Change:
        """The change that an entry of the log applied."""
        with refusing(self.path):
            return change_log.read_change(self._db, entry)

    def edits_of(self, record_id: str, most: int) -> list[tuple[LogEntry, Edit]]:
        """The newest edits of a record, newest first."""
        with refusing(self.path):
            return change_log.edits_of(self._db, record_id, most)

    def last_records(self, most: int) -> list[tuple[datetime, Record]]:
        """The first record of each of the newest steps, newest first."""
        with refusing(self.path):
            return change_log.last_records(self._db, most)

    def back_up(self, folder: Path, reason: str, at: datetime) -> backup.Backup:
        """A verified copy among the backups in the folder."""
        return backup.make(self._db, folder, reason, at)

    def copy_to(self, target: Path) -> None:
        """A verified copy at the target."""
        backup.write(self._db, target)

    def close(self) -> None:
        """Close the file."""
        self._db.close()
