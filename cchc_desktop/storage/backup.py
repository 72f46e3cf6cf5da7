"""Backups of a project file: whole, verified copies in a folder of their own, named so that names
sort by time; only automatic ones are rotated.
"""

import hashlib
import os
import shutil
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from cchc_desktop.domain.errors import RefusedProject
from cchc_desktop.storage.connection import (
    connect,
    moved_into_place,
    refusing,
    refusing_output,
    require_intact,
    require_project,
)

DAILY = "daily"  # first start of the day
MIGRATION = "migration"
RESTORE = "restore"
ACCEPTANCE = "acceptance"  # a large proposal
MANUAL = "manual"
DAMAGED = "damaged"  # a file that did not open, kept as it was

_KEPT = {DAILY: 30, MIGRATION: 10, RESTORE: 10, ACCEPTANCE: 10}  # newest ones of each reason
_TIME = "%Y-%m-%d_%H%M%S-%f"
_ORIGIN = "origin.txt"  # in a folder of backups: the path of the project they are of


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the project as it was `at` a local time, and why it was made."""

    path: Path
    at: datetime
    reason: str


def folder_of(project: Path, backups: Path) -> Path:
    """Where the backups of this project file are kept: files of one name in two folders differ."""
    place = hashlib.sha256(str(project.resolve()).encode("utf-8", "surrogatepass")).hexdigest()
    return backups / f"{project.stem}-{place[:8]}"


def known_projects(backups: Path) -> list[Path]:
    """The projects that have backups there, those that were lost too, in the order of names."""
    found = []
    for origin in backups.glob(f"*/{_ORIGIN}"):
        with suppress(OSError, ValueError):  # spoilt: the backups are still there to be chosen
            found.append(Path(origin.read_text(encoding="utf-8").strip()))
    return sorted(found)


def remember(project: Path, folder: Path) -> None:
    """Notes beside the backups whose they are, for the day when the project is gone."""
    with suppress(OSError, ValueError):  # a comfort: the backups themselves are what counts
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _ORIGIN).write_text(str(project.resolve()), encoding="utf-8")


def copy(made: Backup, folder: Path) -> Backup:
    """A verified copy of a backup in another folder, rotated there; RefusedProject leaves nothing
    behind.
    """
    target = _new_path(folder, made.at, made.reason)
    with moved_into_place(target) as partial:
        shutil.copyfile(made.path, partial)
        verify(partial)
    _rotate(folder, made.reason)
    return Backup(target, made.at, made.reason)


def existing(folder: Path) -> list[Backup]:
    """The backups in a folder, newest first."""
    found = []
    for path in folder.glob("*.cchc"):
        stamp, _, reason = path.stem.rpartition("_")
        try:
            found.append(Backup(path, datetime.strptime(stamp, _TIME), reason))
        except ValueError:
            continue  # not one of ours
    return sorted(found, key=lambda backup: backup.path.name, reverse=True)


def make(db: Database, folder: Path, reason: str, at: datetime) -> Backup:
    """A new backup in the folder; of an automatic reason, only the newest are kept."""
    target = _new_path(folder, at, reason)
    write(db, target)
    _rotate(folder, reason)
    return Backup(target, at, reason)


def _rotate(folder: Path, reason: str) -> None:
    if reason in _KEPT:
        of_reason = [backup for backup in existing(folder) if backup.reason == reason]
        for old in of_reason[_KEPT[reason] :]:
            with suppress(OSError):  # held by another program: the next rotation takes it
                old.path.unlink()


def write(db: Database, target: Path) -> None:
    """A verified copy of an open project at `target`; RefusedProject leaves nothing behind."""
    with moved_into_place(target) as partial:
        with refusing(target):
            db.execute("VACUUM INTO ?", [str(partial)])
        verify(partial)


def restore(source: Path, path: Path, folder: Path, at: datetime) -> None:
    """Puts a verified backup in the place of a project that nobody has open.

    What stood there is kept in the folder of backups first, even a file that does not open.
    """
    verify(source)
    if path.exists():
        _set_aside(path, folder, at)
    with moved_into_place(path) as partial:
        shutil.copyfile(source, partial)
        with partial.open("rb+") as copy:
            os.fsync(copy.fileno())
        path.with_name(path.name + "-journal").unlink(missing_ok=True)  # of the file that goes


def _set_aside(path: Path, folder: Path, at: datetime) -> None:
    try:
        verify(path)
    except RefusedProject:
        with moved_into_place(_new_path(folder, at, DAMAGED)) as partial:
            shutil.copyfile(path, partial)
    else:
        with closing(connect(path)) as db:
            make(db, folder, RESTORE, at)


def verify(path: Path) -> None:
    """Refuses a copy that is not whole."""
    require_project(path)
    with closing(connect(path)) as db:
        require_intact(db, path)


def _new_path(folder: Path, at: datetime, reason: str) -> Path:
    """Where a new backup goes, in a folder that is made when missing."""
    target = folder / f"{at.strftime(_TIME)}_{reason}.cchc"
    with refusing_output(target):
        folder.mkdir(parents=True, exist_ok=True)
    return target
