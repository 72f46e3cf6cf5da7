"""The first page: everything on it by keyboard."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.desktop import Desktop
from ui.start.page import StartPage


def page_of(desktop: Desktop) -> StartPage:
    page = desktop.window.start
    assert isinstance(page, StartPage)
    return page


def test_first_button_has_the_focus(desktop: Desktop) -> None:
    page = page_of(desktop)
    assert page.isVisible()
    assert desktop.window.focusWidget() is page.buttons[0]
    assert page.buttons[0].text() == "Chọn tệp Word, Excel…    Alt+1"


def test_every_control_has_a_name(desktop: Desktop) -> None:
    page = page_of(desktop)
    controls = [*page.findChildren(QPushButton), page.recent]
    assert len(controls) == 6
    assert all(control.accessibleName() for control in controls)


def test_sample_by_its_key(desktop: Desktop, qtbot: QtBot) -> None:
    qtbot.keyClick(desktop.window, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    project = desktop.controller.project
    assert project is not None
    assert project.path.name == "Dữ liệu mẫu.cchc"
    assert not page_of(desktop).isVisible()
    assert "dữ liệu mẫu" in desktop.window.bar.text


def test_sample_is_opened_again_and_made_anew_when_asked(
    desktop: Desktop, click: Callable[[QWidget, str], None]
) -> None:
    desktop.files.sample.open()
    desktop.controller.show(None)
    desktop.files.sample.open()
    assert "lần trước" in desktop.window.bar.text
    first = desktop.controller.project
    assert first is not None
    click(desktop.window.bar, "Làm mẫu mới")
    second = desktop.controller.project
    assert second is not None
    assert (first.path.name, second.path.name) == ("Dữ liệu mẫu.cchc", "Dữ liệu mẫu_2.cchc")
    assert first.path.is_file()


def test_import_asks_for_a_file(
    desktop: Desktop, qtbot: QtBot, tmp_path: Path, choose_file: Callable[[Path], None]
) -> None:
    plan = tmp_path / "KH.docx"
    plan.write_bytes(b"any")
    asked: list[list[Path]] = []
    desktop.files.import_asked.connect(asked.append)
    choose_file(plan)
    qtbot.keyClick(desktop.window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert asked == [[plan]]


def test_recent_files_by_keyboard(desktop: Desktop, qtbot: QtBot, tmp_path: Path) -> None:
    desktop.files._create(2027, "SỞ MẪU", tmp_path / "a.cchc")
    desktop.controller.show(None)
    recent = page_of(desktop).recent
    assert recent.item(0).text().startswith("a.cchc")
    recent.setFocus()
    qtbot.keyClick(recent, Qt.Key.Key_Return)
    assert desktop.controller.project is not None


def test_missing_recent_file_is_said_and_forgotten(
    desktop: Desktop, qtbot: QtBot, tmp_path: Path
) -> None:
    desktop.files._create(2027, "", tmp_path / "a.cchc")
    desktop.controller.show(None)
    (tmp_path / "a.cchc").unlink()
    recent = page_of(desktop).recent
    qtbot.keyClick(recent, Qt.Key.Key_Return)
    recent.setFocus()
    qtbot.keyClick(recent, Qt.Key.Key_Return)
    assert "Không tìm thấy tệp" in desktop.window.bar.text
    assert desktop.choices.value.recent == ()
    assert recent.item(0).text() == "Chưa có tệp nào."
    qtbot.waitUntil(desktop.files.recent_menu.isEmpty)
