"""Backups are whole, sort by their names, are rotated by reason, and come back."""

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from cchc_desktop.domain.change import Change, added
from cchc_desktop.domain.errors import RefusedProject
from cchc_desktop.domain.plan import Plan, Task
from cchc_desktop.storage import backup, change_log
from cchc_desktop.storage.connection import connect
from cchc_desktop.storage.database import create_database, load, open_to_read

AT = datetime(2026, 3, 2, 8, 0)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "KH.cchc"
    first = added("Tạo tệp", [Plan("p", 2024), Task("t", "p", 1, text="Việc cũ")])
    create_database(path, Change(first.label, first.edits, "lan", AT))
    return path


@pytest.fixture
def db(file: Path) -> Iterator[Database]:
    with closing(connect(file)) as db:
        yield db


def records(path: Path) -> object:
    with closing(open_to_read(path)) as db:
        return load(db, path)


def add_task(db: Database, task_id: str) -> None:
    first = added("Thêm", [Task(task_id, "p", 2)])
    change_log.commit(db, Change(first.label, first.edits, "lan", AT))


def test_backup_is_a_whole_project(db: Database, file: Path, tmp_path: Path) -> None:
    made = backup.make(db, tmp_path / "sao lưu" / "KH", backup.DAILY, AT)
    assert records(made.path) == records(file)
    assert [path.name for path in made.path.parent.iterdir()] == [made.path.name]
    assert backup.existing(made.path.parent) == [made]


def test_names_sort_by_time(db: Database, tmp_path: Path) -> None:
    times = [AT, AT + timedelta(microseconds=1), AT + timedelta(hours=3), AT + timedelta(days=400)]
    for at in times:
        backup.make(db, tmp_path / "b", backup.MANUAL, at)
    assert [made.at for made in backup.existing(tmp_path / "b")] == times[::-1]
    assert sorted(path.name for path in (tmp_path / "b").iterdir()) == [
        made.path.name for made in reversed(backup.existing(tmp_path / "b"))
    ]


def test_only_automatic_ones_are_rotated(
    db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "_KEPT", {backup.DAILY: 3, backup.ACCEPTANCE: 2})
    folder = tmp_path / "b"
    for day in range(5):
        for reason in (backup.DAILY, backup.ACCEPTANCE, backup.MANUAL):
            backup.make(db, folder, reason, AT + timedelta(days=day))
    kept = [(made.reason, made.at.day) for made in backup.existing(folder)]
    assert sorted(kept) == [
        ("acceptance", 5),
        ("acceptance", 6),
        ("daily", 4),
        ("daily", 5),
        ("daily", 6),
        *(("manual", day) for day in range(2, 7)),
    ]


def test_foreign_files_in_the_folder_are_left_alone(db: Database, tmp_path: Path) -> None:
    folder = tmp_path / "b"
    folder.mkdir()
    for name in ("của tôi.cchc", "2026_daily.cchc", "note.txt"):
        (folder / name).write_text("x")
    backup.make(db, folder, backup.DAILY, AT)
    assert len(backup.existing(folder)) == 1
    assert len(list(folder.iterdir())) == 4


def test_part_left_by_a_kill_is_replaced(db: Database, tmp_path: Path) -> None:
    (tmp_path / "copy.cchc.part").write_text("half")
    backup.write(db, tmp_path / "copy.cchc")
    assert not (tmp_path / "copy.cchc.part").exists()
    records(tmp_path / "copy.cchc")


@pytest.mark.parametrize("name", ["missing/copy.cchc", "KH.cchc/copy.cchc"])
def test_place_that_cannot_be_written(db: Database, tmp_path: Path, name: str) -> None:
    with pytest.raises(RefusedProject, match="Không ghi được"):
        backup.write(db, tmp_path / name)
    assert [path.name for path in tmp_path.iterdir()] == ["KH.cchc"]


def test_files_of_one_name_have_folders_of_their_own(tmp_path: Path) -> None:
    folders = {backup.folder_of(tmp_path / d / "KH.cchc", tmp_path / "b") for d in ("x", "y")}
    assert len(folders) == 2
    assert all(folder.name.startswith("KH-") for folder in folders)


def test_restore_brings_back_and_keeps_what_stood_there(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "b"
    old = records(file)
    with closing(connect(file)) as db:
        made = backup.make(db, folder, backup.MANUAL, AT)
        add_task(db, "new")
    changed = records(file)
    backup.restore(made.path, file, folder, AT + timedelta(hours=1))
    assert records(file) == old
    newest = backup.existing(folder)[0]
    assert newest.reason == backup.RESTORE
    assert records(newest.path) == changed


def test_restore_over_a_damaged_file_keeps_its_bytes(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "b"
    with closing(connect(file)) as db:
        made = backup.make(db, folder, backup.MANUAL, AT)
    file.write_bytes(broken := file.read_bytes()[:5000])
    file.with_name("KH.cchc-journal").write_bytes(b"stale")
    backup.restore(made.path, file, folder, AT + timedelta(hours=1))
    assert records(file) == records(made.path)
    newest = backup.existing(folder)[0]
    assert newest.reason == backup.DAMAGED
    assert newest.path.read_bytes() == broken
    assert {path.name for path in tmp_path.iterdir()} == {"KH.cchc", "b"}


def test_restore_where_the_file_is_gone(file: Path, tmp_path: Path) -> None:
    with closing(connect(file)) as db:
        made = backup.make(db, tmp_path / "b", backup.MANUAL, AT)
    file.unlink()
    backup.restore(made.path, file, tmp_path / "b", AT)
    assert records(file) == records(made.path)


def test_damaged_backup_is_not_restored(file: Path, tmp_path: Path) -> None:
    with closing(connect(file)) as db:
        made = backup.make(db, tmp_path / "b", backup.MANUAL, AT)
    content = file.read_bytes()
    made.path.write_bytes(made.path.read_bytes()[:9000])
    with pytest.raises(RefusedProject, match="bị hỏng"):
        backup.restore(made.path, file, tmp_path / "b", AT)
    assert file.read_bytes() == content
    assert len(list((tmp_path / "b").iterdir())) == 1
