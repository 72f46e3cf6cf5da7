"""The menu Trợ giúp."""

from importlib.metadata import requires, version

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTableWidget
from pytestqt.qtbot import QtBot

from ui.desktop import Desktop
from ui.help.about import AboutDialog, licences, shipped_parts
from ui.help.keys import KeysWindow, menu_keys


def test_every_shipped_part_is_named_with_its_licence() -> None:
    text = licences()
    named = {part.name.lower().replace("_", "-") for part in shipped_parts()}
    for requirement in requires("cchc-desktop") or []:
        name = requirement.split("=")[0].split(">")[0].lower()
        assert name in named
    for part in ("PySide6_Essentials", "shiboken6"):
        assert f"{part} {version(part)}: LGPL-3.0-only" in text
    for line in ("lxml ", "Lucide (hình nút lệnh): ISC", "Python ", "SQLite"):
        assert line in text
    assert "xem bên dưới" not in text
    assert "THE SOFTWARE IS PROVIDED" in text


def test_about_says_the_version(desktop: Desktop, qtbot: QtBot) -> None:
    dialog = AboutDialog(desktop.theme)
    qtbot.addWidget(dialog)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert dialog.windowTitle() == "Giới thiệu CCHC Desktop"
    assert any(version("cchc-desktop") in text for text in words)


def test_keys_are_those_of_the_menus(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.files.sample.open()
    keys = menu_keys(desktop.window.menuBar())
    assert ("Ctrl+O", "Mở tệp") in keys
    assert ("Ctrl+Z", "Hoàn tác") in keys
    assert ("F1", "Phím tắt") in keys
    qtbot.keyClick(desktop.window, Qt.Key.Key_F1)
    (shown,) = desktop.window.findChildren(KeysWindow)
    assert shown.isVisible()
    table = shown.findChild(QTableWidget)
    assert table.rowCount() > len(keys)
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_there_is_one_window_of_keys(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.files._help.show_keys()
    (first,) = desktop.window.findChildren(KeysWindow)
    desktop.window.activateWindow()
    desktop.files._help.show_keys()
    assert desktop.window.findChildren(KeysWindow) == [first]
    qtbot.waitUntil(first.isActiveWindow)
    first.close()
    desktop.window.activateWindow()
    qtbot.waitUntil(desktop.window.isActiveWindow)
    desktop.files._help.show_keys()
    shown = [w for w in desktop.window.findChildren(KeysWindow) if w.isVisible()]
    assert len(shown) == 1
    shown[0].close()
