"""One writer at a time: a lock beside the project file, freed by the system when its holder dies,
and a file that names the holder for the others.
"""

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cchc_desktop.domain.errors import ReadOnlyProject, RefusedProject
from cchc_desktop.domain.vietnamese import legal_day
from cchc_desktop.settings import Person


@dataclass(frozen=True, slots=True)
class Owner:
    """Who has the file open for writing, and since when (local time)."""

    person: Person
    since: datetime


class ProjectInUse(RefusedProject):
    """The file is open for writing elsewhere; it can still be opened to read. `owner` may be
    unknown.
    """

    def __init__(self, path: Path, owner: Owner | None) -> None:
        opened = "mở ở nơi khác"
        if owner is not None:
            since = f"từ {owner.since:%H:%M} ngày {legal_day(owner.since)}"
            opened = f"{owner.person.name} mở trên máy {owner.person.computer} {since}"
        super().__init__(
            f"Tệp {path.name} đang được {opened}; hãy đóng tệp ở đó, hoặc mở để chỉ xem."
        )
        self.owner = owner


class ProjectLock:
    """Held from `acquire` to `release`, or to the end of the process however it ends."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._owner_file = path.with_name(path.name + ".owner")
        self._lock_file = path.with_name(path.name + ".lock")
        from filelock import FileLock  # takes asyncio with it: not before a file is opened

        self._lock = FileLock(self._lock_file, timeout=0)

    def acquire(self, person: Person, since: datetime) -> None:
        """Take the lock and leave a name; ProjectInUse when someone else holds it."""
        from filelock import Timeout

        try:
            self._lock.acquire()
        except Timeout as error:
            raise ProjectInUse(self._path, self._read_owner()) from error
        except OSError as error:
            raise ReadOnlyProject(
                f"Không mở được tệp {self._path.name} để ghi vì thư mục của tệp không cho ghi; "
                "hãy để tệp ở thư mục khác rồi làm lại."
            ) from error
        note = {"name": person.name, "computer": person.computer, "since": since.isoformat()}
        with suppress(OSError):  # a full disk: the lock holds all the same
            self._owner_file.write_text(json.dumps(note, ensure_ascii=False), "utf-8")

    def release(self) -> None:
        """Give the lock back, leaving nothing beside the project."""
        if not self._lock.is_locked:
            return
        for left in (self._owner_file, self._lock_file):
            with suppress(OSError):  # Windows removes the lock file itself, once it is released
                left.unlink()
        self._lock.release()

    def _read_owner(self) -> Owner | None:
        try:
            note = json.loads(self._owner_file.read_text("utf-8"))
            since = datetime.fromisoformat(note["since"])
            return Owner(Person(note["name"], note["computer"]), since)
        except (OSError, ValueError, KeyError, TypeError):  # just being written, or tampered with
            return None
