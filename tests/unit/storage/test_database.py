"""What is no project file, a damaged or a newer one is refused and left alone; an older one is
migrated.
"""

import os
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from cchc_desktop.domain.change import Change, added, steps
from cchc_desktop.domain.errors import RefusedProject
from cchc_desktop.domain.plan import Plan, Task
from cchc_desktop.domain.report import Outline, Report
from cchc_desktop.storage import backup, change_log, database, migrations
from cchc_desktop.storage.connection import APPLICATION_ID, connect, require_project
from cchc_desktop.storage.database import create_database, load, open_to_read, open_to_write

AT = datetime(2026, 3, 2, 8, 0)
PLAN = Plan("p", 2024)
KINDS_OF_4 = [
    *("Outline", "OutlineHeading", "Report", "ReportHeading", "ReportParagraph"),
    *("Indicator", "Figure", "SentReport"),
]
KINDS_OF_3 = [
    "ReportingPeriod",
    "Result",
    "RegisteredDocument",
    "Attachment",
    "Evidence",
    "FormReceipt",
    "HappenedEvent",
]
TASKS = [Task(f"t{n}", "p", n, text=f"Việc {n} " * 20) for n in range(300)]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "KH sở #1.cchc"
    first = added("Tạo tệp", [PLAN, *TASKS])
    create_database(path, Change(first.label, first.edits, "lan", AT))
    return path


def open_and_load(path: Path, backups: Path) -> object:
    require_project(path)
    with closing(open_to_write(path, backups, AT)) as db:
        return load(db, path)


def read_and_load(path: Path, _: Path) -> object:
    require_project(path)
    with closing(open_to_read(path)) as db:
        return load(db, path)


def test_new_file_is_marked_and_alone(file: Path) -> None:
    with closing(sqlite3.connect(file)) as db:
        assert db.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert db.execute("PRAGMA user_version").fetchone() == (migrations.VERSION,)
        assert db.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_connection_is_durable(file: Path) -> None:
    with closing(open_to_write(file, file.parent / "b", AT)) as db:
        assert db.execute("PRAGMA synchronous").fetchone() == (2,)
        assert db.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_wal_left_by_another_tool_is_turned_back(file: Path) -> None:
    with closing(sqlite3.connect(file)) as db:
        db.execute("PRAGMA journal_mode = WAL")
    open_and_load(file, file.parent / "b")
    assert file.read_bytes()[18:20] == b"\1\1"
    assert [path.name for path in file.parent.iterdir()] == [file.name]


# What is refused: how the file comes about, and words of the sentence


def missing(path: Path) -> None:
    path.unlink()


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def empty(path: Path) -> None:
    path.write_bytes(b"")


def text(path: Path) -> None:
    path.write_text("Kế hoạch", "utf-8")


def word(path: Path) -> None:
    path.write_bytes(b"PK\3\4" + bytes(5000))


def only_magic(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0")


def other_database(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE tasks (id)")


def other_mark(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA application_id = 252006673")


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def cut_to_the_header(path: Path) -> None:
    os.truncate(path, 100)


def cut_inside_a_page(path: Path) -> None:
    os.truncate(path, path.stat().st_size - 1000)


def noise_in_the_middle(path: Path) -> None:
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 8192] = bytes(range(256)) * 32
    path.write_bytes(content)


def zeros_behind_the_header(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100] + bytes(path.stat().st_size - 100))


def nothing_but_zeros(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def sql(*statements: str) -> Callable[[Path], None]:
    def run(path: Path) -> None:
        with closing(sqlite3.connect(path)) as db, db:
            for statement in statements:
                db.execute(statement)

    return run


NOT_OURS = "không phải là tệp dữ liệu"
DAMAGED = "bị hỏng"
NEWER = "phiên bản mới hơn"
REFUSED = [
    (missing, "Không tìm thấy"),
    (folder, "là một thư mục"),
    (empty, "rỗng"),
    (nothing_but_zeros, "rỗng"),
    (text, NOT_OURS),
    (word, NOT_OURS),
    (only_magic, NOT_OURS),
    (other_database, NOT_OURS),
    (other_mark, NOT_OURS),
    (cut, DAMAGED),
    (cut_to_the_header, DAMAGED),
    (cut_inside_a_page, DAMAGED),
    (noise_in_the_middle, DAMAGED),
    (zeros_behind_the_header, DAMAGED),
    (sql("DROP TABLE tasks"), DAMAGED),
    (sql("DROP TABLE _sqlite_migrations"), DAMAGED),
    (sql("UPDATE plans SET columns = 'không phải JSON'"), DAMAGED),
    (sql("UPDATE plans SET year = 1"), DAMAGED),
    (sql("UPDATE tasks SET text = CAST(x'C3C3C3' AS TEXT) WHERE id = 't7'"), DAMAGED),
    (sql("PRAGMA user_version = 99"), NEWER),
    (
        sql("INSERT INTO _sqlite_migrations VALUES (99, 'cchc', 'm099_future', '2030-01-01')"),
        NEWER,
    ),
]


@pytest.mark.parametrize(("damage", "words"), REFUSED)
@pytest.mark.parametrize("opened", [open_and_load, read_and_load])
def test_refused_and_left_alone(
    file: Path, damage: Callable[[Path], None], words: str, opened: Callable[[Path, Path], object]
) -> None:
    damage(file)
    content = file.read_bytes() if file.is_file() else None
    with pytest.raises(RefusedProject) as refusal:
        opened(file, file.parent / "b")
    assert words in str(refusal.value)
    assert_one_sentence(str(refusal.value))
    assert (file.read_bytes() if file.is_file() else None) == content
    assert {path.name for path in file.parent.iterdir()} <= {file.name}


def assert_one_sentence(text: str) -> None:
    assert text.endswith(".")
    assert "\n" not in text
    assert "hãy" in text


def test_locked_by_another_program(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path: real(path, timeout=0.05))
    with closing(real(file)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(RefusedProject, match="chương trình khác khoá"):
            open_and_load(file, file.parent / "b")


# Migrations


NEXT = migrations.VERSION + 1


def released_history() -> Migrations:
    """The steps of this program, to which a test adds the next one."""
    steps = Migrations("cchc")
    steps()(migrations.m001_plans_and_profile)
    steps()(migrations.m002_notes_and_kept_findings)
    return steps


@pytest.fixture
def next_program(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program after the one that made the file, with one step more."""
    later = released_history()

    @later()
    def next_weights(db: Database) -> None:
        db.execute("ALTER TABLE tasks ADD COLUMN weight INTEGER NOT NULL DEFAULT 1")
        db.execute(f"PRAGMA user_version = {NEXT}")

    monkeypatch.setattr(database, "history", later)
    monkeypatch.setattr(database, "VERSION", NEXT)


def columns(path: Path) -> list[str]:
    with closing(connect(path)) as db:
        return list(db.table("tasks").columns_dict)


@pytest.mark.usefixtures("next_program")
def test_older_file_is_backed_up_then_migrated(file: Path) -> None:
    backups = file.parent / "b"
    before = read_and_load(file, backups)
    assert open_and_load(file, backups) == before
    assert "weight" in columns(file)
    (made,) = backup.existing(backups)
    assert made.reason == backup.MIGRATION
    assert "weight" not in columns(made.path)
    open_and_load(file, backups)
    assert len(backup.existing(backups)) == 1


@pytest.mark.usefixtures("next_program")
def test_older_file_is_read_without_being_touched(file: Path) -> None:
    content = file.read_bytes()
    with closing(open_to_read(file)) as db:
        assert len(load(db, file)) == 1 + len(TASKS)
        assert "weight" in db.table("tasks").columns_dict
    assert file.read_bytes() == content


@pytest.mark.usefixtures("next_program")
def test_no_migration_without_a_backup(file: Path) -> None:
    content = file.read_bytes()
    blocked = file.parent / "b"
    blocked.write_text("a file where the folder should be")
    with pytest.raises(RefusedProject, match="Không ghi được"):
        open_and_load(file, blocked)
    assert file.read_bytes() == content


def test_failing_migration_leaves_the_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = released_history()

    @broken()
    def next_broken(db: Database) -> None:
        db.execute("ALTER TABLE tasks ADD COLUMN weight INTEGER")
        db.execute(f"PRAGMA user_version = {NEXT}")
        raise ZeroDivisionError

    content = file.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(database, "history", broken)
        patch.setattr(database, "VERSION", NEXT)
        with pytest.raises(ZeroDivisionError):
            open_and_load(file, file.parent / "b")
    assert "weight" not in columns(file)
    assert len(content) == file.stat().st_size
    open_and_load(file, file.parent / "b")


def test_steps_count_to_the_version() -> None:
    with closing(Database(memory=True)) as db:
        assert len(migrations.history.pending(db)) == migrations.VERSION
        migrations.history.apply(db)
        assert db.execute("PRAGMA user_version").fetchone() == (migrations.VERSION,)


RELEASED = sorted((Path(__file__).parents[2] / "data" / "projects").glob("v*.cchc"))


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_released_file_still_opens(released: Path, tmp_path: Path) -> None:
    file = tmp_path / released.name
    shutil.copy(released, file)
    with closing(open_to_write(file, tmp_path / "b", AT)) as db:
        records = load(db, file)
        log = change_log.entries(db)
    kinds = Counter(type(record).__name__ for record in records.values())
    version = int(released.stem[1:])
    assert kinds.pop("KeptFinding", 0) == (version > 1)
    since_3 = Counter(dict.fromkeys(KINDS_OF_3, 1) if version > 2 else {})
    since_3 += Counter(dict.fromkeys(KINDS_OF_4, 1) if version > 3 else {})
    assert kinds == since_3 + Counter(
        Plan=2, Section=3, Area=2, Group=1, Task=4, Agency=2, Signer=1, RecipientList=1, Unit=2
    )
    task = next(r for r in records.values() if isinstance(r, Task) and r.own)
    assert (task.text, task.time) == ("Rà soát, đơn giản hoá quy trình nội bộ", "Quý II, IV")
    assert task.own == (("own:1", "02 lần"),)
    assert task.note == ("Hỏi lại phòng" if version > 1 else "")
    if version > 3:  # a report with a Kính gửi has to keep it
        outline, report = (
            next(r for r in records.values() if isinstance(r, k)) for k in (Outline, Report)
        )
        assert (outline.addressee_due, report.addressee_due) == (version > 4, True)
    done, undone = steps(log)
    assert (len(done), len(undone)) == (3 + max(version - 2, 0), 1)


def test_a_file_of_each_version_is_kept() -> None:
    assert len(RELEASED) == migrations.VERSION
