"""Backups as the user sees them: which, whether whole, and the second place."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from cchc_desktop.services.backups import (
    REASONS,
    backups_of,
    copy_to_second_place,
    is_whole,
    known_projects,
    last_good,
)
from cchc_desktop.services.project import Project
from cchc_desktop.services.sample import sample_change
from cchc_desktop.settings import Paths
from cchc_desktop.storage import backup


@pytest.fixture
def file(tmp_path: Path, paths: Paths) -> Path:
    with Project.create(tmp_path / "Kế hoạch.cchc", paths, first=sample_change()) as project:
        project.back_up()
    return project.path


@pytest.fixture
def usb(tmp_path: Path) -> Path:
    (tmp_path / "usb").mkdir()
    return tmp_path / "usb"


def damage(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:9000])


def test_every_reason_has_its_words() -> None:
    assert set(REASONS) == {*backup._KEPT, backup.MANUAL, backup.DAMAGED}


def test_newest_first_and_the_last_good_one(file: Path, paths: Paths) -> None:
    newest, older = backups_of(file, paths)
    assert (newest.reason, older.reason) == (backup.MANUAL, backup.DAILY)
    assert last_good(file, paths) == newest
    damage(newest.path)
    assert not is_whole(newest)
    assert last_good(file, paths) == older
    older.path.unlink()
    assert last_good(file, paths) is None


def test_projects_are_known_after_they_are_gone(file: Path, paths: Paths) -> None:
    file.unlink()
    assert known_projects(paths) == [file]
    for origin in paths.backups.rglob("origin.txt"):
        origin.write_bytes(b"\xff\xfe\xff")
    assert known_projects(paths) == []


def test_second_place_gets_the_daily_one_once(file: Path, paths: Paths, usb: Path) -> None:
    for _ in range(2):
        assert copy_to_second_place(file, paths, str(usb), date.today()) == ""
    (copied,) = usb.rglob("*.cchc")
    assert copied.name.endswith("_daily.cchc")
    assert len(backups_of(file, paths, str(usb))) == 3
    damage(backups_of(file, paths)[0].path)
    damage(backups_of(file, paths)[1].path)
    good = last_good(file, paths, str(usb))
    assert good is not None
    assert good.path == copied


def test_older_backup_is_not_todays(file: Path, paths: Paths, usb: Path) -> None:
    tomorrow = date.today() + timedelta(days=1)
    assert copy_to_second_place(file, paths, str(usb), tomorrow) == ""
    assert list(usb.rglob("*.cchc")) == []


def test_second_place_that_is_away_is_a_warning(file: Path, paths: Paths, usb: Path) -> None:
    away = str(usb / "away")
    warning = copy_to_second_place(file, paths, away, date.today())
    assert warning.startswith(f"Chưa sao lưu được vào nơi thứ hai: Không thấy thư mục {away}")
    assert not Path(away).exists()


def test_full_second_place_is_a_warning(file: Path, paths: Paths, small_disk: Path) -> None:
    (small_disk / "filler").write_bytes(bytes(380 * 1024))
    warning = copy_to_second_place(file, paths, str(small_disk), date.today())
    assert "Không ghi được" in warning
    assert list(small_disk.rglob("*.cchc*")) == []


def test_damaged_copy_is_not_kept(file: Path, paths: Paths, usb: Path) -> None:
    for made in backups_of(file, paths):
        damage(made.path)
    assert "bị hỏng" in copy_to_second_place(file, paths, str(usb), date.today())
    assert list(usb.rglob("*.cchc*")) == []
