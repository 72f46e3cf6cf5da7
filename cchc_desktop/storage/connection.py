"""A connection to a project file: what is no project file is refused by its header, before SQLite
or a lock touches it; what SQLite reports becomes a sentence for the user.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlite_utils import Database

from cchc_desktop.domain.errors import DamagedProject, ReadOnlyProject, RefusedProject

APPLICATION_ID = 0x43434843  # "CCHC"

_HEADER_SIZE = 100  # bytes; sqlite.org/fileformat.html, 1.3
_MAGIC = b"SQLite format 3\0"
_DAMAGED = (
    "Tệp {name} bị hỏng, không đọc được trọn vẹn; tệp được giữ nguyên, "
    "hãy khôi phục từ một bản sao lưu."
)
_NO_SPACE = (
    "Không ghi được tệp {name} vì ổ đĩa đầy, nội dung cũ còn nguyên; "
    "hãy giải phóng dung lượng rồi làm lại."
)
_DISK_FAILS = (
    "Không đọc, ghi được tệp {name} vì ổ đĩa đầy hoặc gặp lỗi, nội dung cũ còn nguyên; "
    "hãy kiểm tra ổ đĩa rồi làm lại."
)
_READ_ONLY = (
    "Không ghi được tệp {name} vì tệp hoặc thư mục chỉ cho đọc; "
    "hãy để tệp ở thư mục khác rồi làm lại."
)
_BUSY = "Tệp {name} đang bị một chương trình khác khoá; hãy đóng chương trình đó rồi làm lại."
_REFUSALS: dict[int, tuple[type[RefusedProject], str]] = {
    sqlite3.SQLITE_CORRUPT: (DamagedProject, _DAMAGED),
    sqlite3.SQLITE_NOTADB: (DamagedProject, _DAMAGED),
    sqlite3.SQLITE_FULL: (RefusedProject, _NO_SPACE),
    sqlite3.SQLITE_IOERR: (RefusedProject, _DISK_FAILS),
    sqlite3.SQLITE_READONLY: (ReadOnlyProject, _READ_ONLY),
    sqlite3.SQLITE_CANTOPEN: (ReadOnlyProject, _READ_ONLY),
    sqlite3.SQLITE_PERM: (ReadOnlyProject, _READ_ONLY),
    sqlite3.SQLITE_BUSY: (RefusedProject, _BUSY),
    sqlite3.SQLITE_LOCKED: (RefusedProject, _BUSY),
}


def damaged(path: Path) -> DamagedProject:
    """The refusal of a file whose content is broken."""
    return DamagedProject(_DAMAGED.format(name=path.name))


@contextmanager
def refusing(path: Path) -> Iterator[None]:
    """Turns what the disk or the file did to SQLite into RefusedProject; faults of ours pass."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        # text that is no UTF-8 is reported by Python itself, without a code
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
        if code & 0xFF not in _REFUSALS:
            raise
        kind, sentence = _REFUSALS[code & 0xFF]
        raise kind(sentence.format(name=path.name)) from error


def require_project(path: Path) -> None:
    """Refuses, without touching it, anything that doesn't carry the mark of a project file."""
    try:
        if path.is_dir():
            raise RefusedProject(f"“{path}” là một thư mục; hãy chọn một tệp .cchc.")
        with path.open("rb") as file:
            header = file.read(_HEADER_SIZE)
    except FileNotFoundError as error:
        raise RefusedProject(f"Không tìm thấy tệp {path}; hãy kiểm tra lại đường dẫn.") from error
    except OSError as error:
        raise RefusedProject(
            f"Không đọc được tệp {path}; hãy kiểm tra quyền truy cập và ổ đĩa."
        ) from error
    if not header.strip(b"\0"):  # a power cut may leave nothing but zeros
        raise DamagedProject(
            f"Tệp {path.name} rỗng, không có dữ liệu; hãy khôi phục từ một bản sao lưu."
        )
    mark = int.from_bytes(header[68:72], "big")
    if not header.startswith(_MAGIC) or mark != APPLICATION_ID:
        raise RefusedProject(
            f"Tệp {path.name} không phải là tệp dữ liệu của CCHC Desktop; hãy chọn một tệp .cchc."
        )


def require_writable(path: Path) -> None:
    """Refuses a file marked as read-only, which an administrator's rights would override."""
    if not path.stat().st_mode & 0o222 or not os.access(path, os.W_OK):
        raise ReadOnlyProject(_READ_ONLY.format(name=path.name))


def connect(path: Path) -> Database:
    """A connection as the project file wants it; the file is created when missing."""
    with refusing(path):
        db = Database(sqlite3.connect(path), execute_plugins=False)
        db.execute("PRAGMA synchronous = FULL")
    return db


def require_intact(db: Database, path: Path) -> None:
    """Refuses a file whose pages or records are broken."""
    with refusing(path):
        (verdict,) = db.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        raise damaged(path)


@contextmanager
def moved_into_place(target: Path) -> Iterator[Path]:
    """A temporary name beside the target, moved into its place when the block ends well."""
    partial = target.with_name(target.name + ".part")
    try:
        with refusing_output(target):
            partial.unlink(missing_ok=True)  # left by a kill
            yield partial
            partial.replace(target)
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


@contextmanager
def refusing_output(target: Path) -> Iterator[None]:
    """Turns what the system says of a file to be written into RefusedProject."""
    try:
        yield
    except OSError as error:
        raise RefusedProject(
            f"Không ghi được tệp {target}; hãy kiểm tra dung lượng ổ đĩa và quyền ghi vào thư mục."
        ) from error
