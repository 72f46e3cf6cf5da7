"""Sao lưu và khôi phục, with real backups and real damage."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QComboBox, QPushButton, QTableView
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from cchc_desktop.services.backups import backups_of
from cchc_desktop.services.planning import edit
from cchc_desktop.services.project import Project
from cchc_desktop.settings import Paths
from cchc_desktop.storage.backup import DAMAGED, RESTORE
from ui.desktop import Desktop
from ui.safety.model import BackupModel
from ui.safety.page import BackupsPage


@pytest.fixture
def file(desktop: Desktop, tmp_path: Path) -> Path:
    desktop.files._create(2027, "SỞ MẪU", tmp_path / "KH.cchc")
    return tmp_path / "KH.cchc"


def page_of(desktop: Desktop, qtbot: QtBot) -> BackupsPage:
    page = desktop.window.covered
    assert isinstance(page, BackupsPage)
    qtbot.waitUntil(lambda: not desktop.runner.busy)
    return page


def texts(page: BackupsPage, row: int) -> list[str]:
    return [page.model.index(row, column).data() for column in range(page.model.columnCount())]


def test_model(project: Project, paths: Paths, qtmodeltester: ModelTester) -> None:
    project.back_up()
    model = BackupModel("")
    qtmodeltester.check(model)
    made = backups_of(project.path, paths)
    model.show_backups(made)
    qtmodeltester.check(model)
    assert model.index(0, 1).data() == "Tự sao lưu"
    assert model.index(0, 3).data() == "Đang kiểm tra…"
    model.settle({made[0].path: False})
    assert model.index(0, 3).data() == "Hỏng, không dùng được"
    project.close()


def test_backup_now_and_back_to_it(desktop: Desktop, qtbot: QtBot, file: Path) -> None:
    plan = desktop.controller.plan
    assert plan is not None
    desktop.files.backups_action.trigger()
    page = page_of(desktop, qtbot)
    page.back_up_button.click()
    page_of(desktop, qtbot)
    assert texts(page, 0)[1:] == ["Tự sao lưu", texts(page, 0)[2], "Nguyên vẹn", "Máy này"]
    assert texts(page, 1)[1] == "Hằng ngày"
    desktop.controller.do(edit, plan.id, subject="sau bản sao lưu")
    assert page.table.currentIndex().row() == 0
    page.restore_button.click()
    qtbot.waitUntil(lambda: not desktop.runner.busy)
    assert desktop.controller.plan == plan
    assert desktop.window.covered is None
    assert "tệp trước đó nằm trong các bản sao lưu" in desktop.window.toast.text
    assert backups_of(file, desktop.paths)[0].reason == RESTORE


def test_file_that_does_not_open(
    desktop: Desktop,
    qtbot: QtBot,
    file: Path,
    choose_file: Callable[[Path], None],
    click: Callable[[BackupsPage, str], None],
) -> None:
    desktop.controller.show(None)
    file.write_bytes(file.read_bytes()[:9000])
    desktop.files.backups_action.trigger()
    page = page_of(desktop, qtbot)
    choose_file(file)
    click(page, "Tệp khác…")
    page_of(desktop, qtbot)
    assert page.chooser.path == file
    qtbot.keyClick(page.restore_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not desktop.runner.busy)
    assert desktop.controller.plan is not None
    assert backups_of(file, desktop.paths)[0].reason == DAMAGED


def test_lost_file_is_offered(desktop: Desktop, qtbot: QtBot, file: Path) -> None:
    desktop.controller.show(None)
    file.unlink()
    desktop.choices.set(desktop.choices.value.without(str(file)))
    desktop.covers.show_backups(None)
    page = page_of(desktop, qtbot)
    assert page.chooser.currentText() == f"{file}   (không còn ở chỗ cũ)"
    page.restore()
    qtbot.waitUntil(lambda: not desktop.runner.busy)
    assert file.is_file()
    assert desktop.controller.plan is not None


def test_damaged_backup_is_not_offered(desktop: Desktop, qtbot: QtBot, file: Path) -> None:
    (made,) = backups_of(file, desktop.paths)
    made.path.write_bytes(made.path.read_bytes()[:9000])
    desktop.covers.show_backups(None)
    page = page_of(desktop, qtbot)
    assert texts(page, 0)[3] == "Hỏng, không dùng được"
    assert not page.restore_button.isEnabled()


def test_sizes_are_taken_once(project: Project, paths: Paths) -> None:
    made = project.back_up()
    model = BackupModel("")
    model.show_backups([made])
    size = model.index(0, 2).data()
    assert size.endswith(" KB")
    made.path.unlink()
    assert model.index(0, 2).data() == size
    project.close()


def test_backup_that_goes_while_it_is_chosen(desktop: Desktop, qtbot: QtBot, file: Path) -> None:
    (made,) = backups_of(file, desktop.paths)
    plan = desktop.controller.plan
    desktop.covers.show_backups(None)
    page = page_of(desktop, qtbot)
    made.path.unlink()
    page.restore()
    qtbot.waitUntil(lambda: not desktop.runner.busy)
    assert "Không tìm thấy tệp" in desktop.window.bar.text
    assert desktop.controller.plan == plan


def test_another_look_while_backups_are_checked(desktop: Desktop, qtbot: QtBot, file: Path) -> None:
    gate = threading.Event()
    desktop.runner.run("Việc trước", lambda progress: gate.wait(5), lambda _: None)
    desktop.covers.show_backups(None)
    desktop.change_look("dark", 0)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gate.set()
    qtbot.waitUntil(lambda: not desktop.runner.busy)
    assert desktop.window.covered is None


def test_nothing_to_restore(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.covers.show_backups(None)
    page = page_of(desktop, qtbot)
    assert page.chooser.path is None
    assert not page.restore_button.isEnabled()
    assert not page.back_up_button.isEnabled()
    assert "Chưa có tệp nào có bản sao lưu" in page._hint.text()


def test_second_place_is_chosen_shown_and_given_up(
    desktop: Desktop, qtbot: QtBot, file: Path, tmp_path: Path
) -> None:
    usb = tmp_path / "usb"
    usb.mkdir()
    desktop.covers.show_backups(None)
    page = page_of(desktop, qtbot)
    page.set_second(str(usb))
    page_of(desktop, qtbot)
    assert texts(page, 0)[4] == "Máy này"
    desktop.covers.show_backups(None)
    page = page_of(desktop, qtbot)
    places = {texts(page, row)[4] for row in range(page.model.rowCount())}
    assert places == {"Máy này", "Nơi thứ hai"}
    page.no_second_button.click()
    assert desktop.choices.value.second_backups == ""
    assert not page.no_second_button.isVisible()


def test_every_control_has_a_name(desktop: Desktop, qtbot: QtBot, file: Path) -> None:
    desktop.covers.show_backups(None)
    page = page_of(desktop, qtbot)
    for kind in (QPushButton, QTableView, QComboBox):
        assert all(control.accessibleName() for control in page.findChildren(kind))
