"""The change log: every change with its edits, written in the transaction that applies it."""

import sqlite3
from datetime import datetime

from sqlite_utils import Database

from cchc_desktop.domain.change import Change, Edit, LogEntry, Record
from cchc_desktop.domain.errors import RefusedChange
from cchc_desktop.storage.records import TABLES, table_of, write_edit


def commit(
    db: Database, change: Change, *, undoes: int | None = None, redoes: int | None = None
) -> LogEntry:
    """Apply a change, stamped with who and when, and log it, in one transaction; or do nothing."""
    assert change.at is not None, "a change is stamped before it is written"
    entry = LogEntry(_next_id(db), change.label, change.who, change.at, undoes, redoes)
    try:
        with db.atomic():
            db.execute(
                "INSERT INTO change_log (id, label, who, at, undoes, redoes)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (entry.id, entry.label, entry.who, entry.at.isoformat(), undoes, redoes),
            )
            for place, edit in enumerate(change.edits):
                write_edit(db, edit)
                _write_log(db, entry.id, place, edit)
    except sqlite3.IntegrityError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_CONSTRAINT_UNIQUE:
            raise
        raise RefusedChange(
            "Trong tệp đã có một kế hoạch cùng năm và cùng loại; hãy chọn năm khác hoặc loại khác."
        ) from error
    except UnicodeEncodeError as error:
        raise RefusedChange(
            "Nội dung có ký tự hỏng không lưu được; hãy xoá ký tự lạ rồi thử lại."
        ) from error
    return entry


def _next_id(db: Database) -> int:
    (newest,) = db.execute("SELECT coalesce(max(id), 0) FROM change_log").fetchone()
    return int(newest) + 1


def _write_log(db: Database, change_id: int, place: int, edit: Edit) -> None:
    table = table_of(edit.record)
    db.execute(
        "INSERT INTO change_edits (change_id, place, kind, record_id, before, after)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (
            change_id,
            place,
            table.name,
            edit.record.id,
            table.dump_record(edit.before),
            table.dump_record(edit.after),
        ),
    )


def read_change(db: Database, entry: LogEntry) -> Change:
    """The change that an entry applied."""
    rows = db.execute(
        "SELECT kind, before, after FROM change_edits WHERE change_id = ? ORDER BY place",
        [entry.id],
    )
    edits = tuple(
        Edit(TABLES[kind].load_record(before), TABLES[kind].load_record(after))
        for kind, before, after in rows
    )
    return Change(entry.label, edits, entry.who, entry.at)


def edits_of(db: Database, record_id: str, most: int) -> list[tuple[LogEntry, Edit]]:
    """The newest edits of a record with the steps they were part of, newest first."""
    rows = db.execute(
        "SELECT id, label, who, at, undoes, redoes, kind, before, after"
        " FROM change_edits JOIN change_log ON id = change_id"
        " WHERE record_id = ? ORDER BY id DESC, place DESC LIMIT ?",
        [record_id, most],
    )
    return [
        (
            LogEntry(id_, label, who, datetime.fromisoformat(at), undoes, redoes),
            Edit(TABLES[kind].load_record(before), TABLES[kind].load_record(after)),
        )
        for id_, label, who, at, undoes, redoes, kind, before, after in rows
    ]


def last_records(db: Database, most: int) -> list[tuple[datetime, Record]]:
    """The first record of each of the newest steps, newest first, and when it was made."""
    rows = db.execute(
        "SELECT at, kind, before, after FROM change_log JOIN change_edits ON id = change_id"
        " WHERE place = 0 ORDER BY id DESC LIMIT ?",
        [most],
    )
    return [
        (
            datetime.fromisoformat(at),
            Edit(TABLES[kind].load_record(before), TABLES[kind].load_record(after)).record,
        )
        for at, kind, before, after in rows
    ]


def entries(db: Database) -> list[LogEntry]:
    """The whole log in order."""
    rows = db.execute("SELECT id, label, who, at, undoes, redoes FROM change_log ORDER BY id")
    return [
        LogEntry(id_, label, who, datetime.fromisoformat(at), undoes, redoes)
        for id_, label, who, at, undoes, redoes in rows
    ]
