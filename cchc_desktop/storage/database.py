"""Creates and opens project files: newer ones are refused, older ones backed up and migrated."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from cchc_desktop.domain.change import Change, Record
from cchc_desktop.domain.errors import RefusedChange, RefusedProject
from cchc_desktop.storage import backup, change_log
from cchc_desktop.storage.connection import (
    APPLICATION_ID,
    connect,
    damaged,
    moved_into_place,
    refusing,
    require_intact,
)
from cchc_desktop.storage.migrations import VERSION, history
from cchc_desktop.storage.records import load_all


def create_database(path: Path, first: Change) -> None:
    """A new project file whose log begins with `first`; where it cannot be written, nothing is left
    behind.
    """
    with moved_into_place(path) as partial, closing(connect(partial)) as db, refusing(path):
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        history.apply(db)
        change_log.commit(db, first)


def open_to_write(path: Path, backups: Path, at: datetime) -> Database:
    """The project at the newest schema, backed up before it is migrated; the caller holds the
    lock.
    """
    db = connect(path)
    try:
        with refusing(path):
            older = _is_older(db, path)
            db.execute("PRAGMA journal_mode = DELETE")  # another tool may have left WAL
            if older:
                backup.make(db, backups, backup.MIGRATION, at)
                history.apply(db)
    except BaseException:
        db.close()
        raise
    return db


def open_to_read(path: Path) -> Database:
    """The project at the newest schema, which an older file reaches in memory only."""
    db = connect(path)
    try:
        with refusing(path):
            if not _is_older(db, path):
                return db
            copy = Database(memory=True, execute_plugins=False)
            db.conn.backup(copy.conn)
            history.apply(copy)
    except BaseException:
        db.close()
        raise
    db.close()
    return copy


def load(db: Database, path: Path) -> dict[str, Record]:
    """Every record by its id, as of one moment."""
    try:
        with refusing(path), db.atomic():
            return load_all(db)
    except (sqlite3.OperationalError, ValueError, RefusedChange) as error:
        raise damaged(path) from error  # a table is missing, a value is not what we wrote


def _is_older(db: Database, path: Path) -> bool:
    """Whether steps are pending; a damaged file, or one of a newer program, is refused."""
    require_intact(db, path)
    (version,) = db.execute("PRAGMA user_version").fetchone()
    applied, pending = len(history.applied(db)), len(history.pending(db))
    if version > VERSION or applied + pending > VERSION:  # too far, or steps we do not know
        raise RefusedProject(
            f"Tệp {path.name} do một phiên bản mới hơn của chương trình tạo ra; "
            "hãy cập nhật CCHC Desktop rồi mở lại."
        )
    if version != applied:
        raise damaged(path)
    return bool(pending)
