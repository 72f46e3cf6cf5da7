"""Opening in the face of what hinders it: each refusal is said, with the way on."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop.services.planning import edit
from cchc_desktop.services.project import Project
from cchc_desktop.services.sample import sample_change
from cchc_desktop.settings import Paths, Person
from ui.desktop import Desktop

Click = Callable[[QWidget, str], None]
ELSEWHERE = """
import sys
from pathlib import Path
from cchc_desktop.services.project import Project
from cchc_desktop.settings import Paths, Person
with Project.open(Path(sys.argv[1]), Paths(*[Path(sys.argv[2])] * 3), Person("Lan", "PC-07")):
    print("open", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def file(tmp_path: Path, paths: Paths) -> Path:
    Project.create(tmp_path / "KH.cchc", paths, first=sample_change()).close()
    return tmp_path / "KH.cchc"


@pytest.fixture
def elsewhere(file: Path, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the file open to write."""
    command = [sys.executable, "-c", ELSEWHERE, str(file), str(tmp_path / "other")]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        yield process
        process.kill()


def buttons_of(desktop: Desktop) -> list[str]:
    shown = [b for b in desktop.window.bar.findChildren(QPushButton) if b.isVisible()]
    return [button.text() for button in shown if button.text()]


def test_opened_file_is_remembered(desktop: Desktop, file: Path) -> None:
    desktop.files.open_path(file)
    assert desktop.choices.value.recent == (str(file),)
    assert desktop.window.windowTitle().startswith("KH.cchc –")
    assert desktop.files.close_action.isEnabled()
    desktop.files.close_action.trigger()
    assert desktop.controller.project is None
    assert not desktop.files.close_action.isEnabled()
    assert desktop.window.start.isVisible()


def test_in_use_elsewhere(
    desktop: Desktop, file: Path, elsewhere: subprocess.Popen[str], click: Click
) -> None:
    desktop.files.open_path(file)
    assert "Lan mở trên máy PC-07 từ" in desktop.window.bar.text
    assert buttons_of(desktop) == ["Mở để xem", "Thử lại"]
    click(desktop.window.bar, "Mở để xem")
    project = desktop.controller.project
    assert project is not None
    assert project.read_only
    assert "(chỉ xem)" in desktop.window.windowTitle()
    assert "đang mở để xem" in desktop.window.bar.text
    elsewhere.communicate()
    click(desktop.window.bar, "Mở lại để sửa")
    assert desktop.controller.writable
    assert "(chỉ xem)" not in desktop.window.windowTitle()
    assert not desktop.window.bar.isVisible()


def test_file_that_is_refused_leaves_the_open_one(
    desktop: Desktop, file: Path, tmp_path: Path, paths: Paths
) -> None:
    Project.create(tmp_path / "other.cchc", paths, first=sample_change()).close()
    desktop.files.open_path(tmp_path / "other.cchc")
    (tmp_path / "not.cchc").write_bytes(b"no project at all" * 20)
    desktop.files.open_path(tmp_path / "not.cchc")
    assert "không phải là tệp dữ liệu" in desktop.window.bar.text
    assert buttons_of(desktop) == []
    assert desktop.window.windowTitle().startswith("other.cchc –")


def test_damaged_file_and_the_last_good_backup(
    desktop: Desktop, qtbot: QtBot, file: Path, click: Click
) -> None:
    desktop.files.open_path(file)
    desktop.files.close_action.trigger()
    file.write_bytes(file.read_bytes()[:9000])
    desktop.files.open_path(file)
    assert "bị hỏng" in desktop.window.bar.text
    restore, _ = buttons_of(desktop)
    assert restore.startswith("Khôi phục bản lúc")
    click(desktop.window.bar, restore)
    desktop.files.open_path(file)
    assert "chờ khôi phục xong" in desktop.window.bar.text
    qtbot.waitUntil(lambda: not desktop.runner.busy)
    assert desktop.controller.plan is not None
    assert desktop.window.toast.text.startswith("Đã khôi phục bản lúc")


def test_damaged_file_without_backups(desktop: Desktop, file: Path, click: Click) -> None:
    for made in desktop.paths.backups.rglob("*.cchc"):
        made.unlink()
    file.write_bytes(file.read_bytes()[:9000])
    desktop.files.open_path(file)
    click(desktop.window.bar, "Khôi phục từ bản sao lưu…")
    assert desktop.window.covered is not None
    assert desktop.window.covered.accessibleName() == "Sao lưu và khôi phục"


def test_lost_file_comes_back(desktop: Desktop, qtbot: QtBot, file: Path, click: Click) -> None:
    file.unlink()
    desktop.files.open_path(file)
    assert "Không tìm thấy tệp" in desktop.window.bar.text
    click(desktop.window.bar, buttons_of(desktop)[0])
    qtbot.waitUntil(lambda: not desktop.runner.busy)
    assert file.is_file()
    assert desktop.controller.plan is not None


def test_file_marked_read_only(desktop: Desktop, file: Path, click: Click) -> None:
    file.chmod(0o444)
    desktop.files.open_path(file)
    assert "chỉ cho đọc" in desktop.window.bar.text
    click(desktop.window.bar, "Mở để xem")
    assert desktop.controller.plan is not None
    assert not desktop.controller.writable


def test_daily_backup_goes_to_the_second_place(
    desktop: Desktop, qtbot: QtBot, file: Path, tmp_path: Path, paths: Paths
) -> None:
    usb = tmp_path / "usb"
    usb.mkdir()
    desktop.files.open_path(file)
    desktop.covers.show_backups(None)
    page = desktop.window.covered
    page.set_second(str(usb))  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: not desktop.runner.busy)
    (copied,) = usb.rglob("*_daily.cchc")
    with Project.open(copied, paths, Person("", ""), read_only=True) as project:
        assert project.plan(2027) is not None


def test_second_place_that_is_away_is_said(
    desktop: Desktop, qtbot: QtBot, file: Path, tmp_path: Path
) -> None:
    desktop.files.open_path(file)
    desktop.covers.show_backups(None)
    desktop.window.covered.set_second(str(tmp_path / "away"))  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: not desktop.runner.busy)
    qtbot.waitUntil(desktop.window.bar.isVisible)
    assert "nơi thứ hai: Không thấy thư mục" in desktop.window.bar.text
    plan = desktop.controller.plan
    assert plan is not None
    assert desktop.controller.do(edit, plan.id, subject="vẫn ghi được")
