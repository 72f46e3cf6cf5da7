"""The menu Tệp: beginning a file, copies, what is dropped, closing."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.agency import Agency
from cchc_desktop.domain.errors import RefusedInput
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.services import registering
from cchc_desktop.settings import Paths
from ui.desktop import Desktop
from ui.new_file import NewFileDialog
from ui.tasks import Progress

WhenAsked = Callable[[Callable[[Any], object]], None]


@pytest.fixture
def opened(desktop: Desktop, tmp_path: Path) -> Desktop:
    desktop.files._create(2027, "SỞ MẪU", tmp_path / "KH.cchc")
    return desktop


def test_new_file_by_keyboard(
    desktop: Desktop, qtbot: QtBot, tmp_path: Path, when_asked: WhenAsked
) -> None:
    def answer(dialog: NewFileDialog) -> None:
        dialog._folder = tmp_path
        assert dialog.agency.hasFocus()
        qtbot.keyClicks(dialog.agency, "SO MAU")
        assert dialog.place.text() == str(tmp_path / "CCHC_SO-MAU.cchc")
        dialog.year.setValue(2028)
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    when_asked(answer)
    qtbot.keyClick(desktop.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    project = desktop.controller.project
    assert project is not None
    assert project.path == tmp_path / "CCHC_SO-MAU.cchc"
    assert project.plan(2028) is not None
    assert [agency.name for agency in project.profile(Agency)] == ["SO MAU"]
    assert project.next_undo == ""


def test_enter_on_cancel_begins_no_file(
    desktop: Desktop, qtbot: QtBot, tmp_path: Path, when_asked: WhenAsked
) -> None:
    def answer(dialog: NewFileDialog) -> None:
        dialog._folder = tmp_path
        cancel = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Huỷ")
        qtbot.keyClick(cancel, Qt.Key.Key_Return)

    when_asked(answer)
    desktop.files.ask_for_new()
    assert desktop.controller.project is None
    assert not list(tmp_path.glob("*.cchc"))


def test_new_file_never_replaces_one(
    opened: Desktop, tmp_path: Path, when_asked: WhenAsked
) -> None:
    content = (tmp_path / "KH.cchc").read_bytes()
    said: list[str] = []

    def answer(dialog: NewFileDialog) -> None:
        dialog.place.setText(str(tmp_path / "KH"))
        dialog._make()
        said.append(dialog._problem.text())
        dialog.place.setText("")
        dialog._make()
        said.append(dialog._problem.text())

    when_asked(answer)
    opened.files.ask_for_new()
    assert "Đã có tệp" in said[0]
    assert "Chưa có tên tệp" in said[1]
    assert (tmp_path / "KH.cchc").read_bytes() == content


def test_place_that_was_chosen_is_kept(
    desktop: Desktop, qtbot: QtBot, tmp_path: Path, when_asked: WhenAsked
) -> None:
    def answer(dialog: NewFileDialog) -> None:
        dialog.place.clear()
        qtbot.keyClicks(dialog.place, str(tmp_path / "own"))
        qtbot.keyClicks(dialog.agency, "SO MAU")
        assert dialog.place.text() == str(tmp_path / "own")
        dialog._make()

    when_asked(answer)
    desktop.files.ask_for_new()
    assert (tmp_path / "own.cchc").is_file()


def test_save_says_that_all_is_saved(opened: Desktop, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert opened.window.toast.text == "Không có gì chưa lưu; mọi thay đổi được ghi ngay"
    plan = opened.controller.plan
    assert plan is not None
    opened.covers.show_profile()
    opened.window.covered.views[1].add()  # type: ignore[union-attr]
    qtbot.keyClick(opened.window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert opened.controller.saved_at is not None
    assert f"Đã lưu sẵn lúc {opened.controller.saved_at:%H:%M}" in opened.window.toast.text


def test_copy_is_proposed_and_never_overwrites(
    opened: Desktop, qtbot: QtBot, tmp_path: Path, choose_file: Callable[[Path], None]
) -> None:
    choose_file(tmp_path / "ban-sao")
    opened.files.copy_action.trigger()
    qtbot.waitUntil(lambda: not opened.runner.busy)
    assert (tmp_path / "ban-sao.cchc").is_file()
    assert opened.window.toast.text == "Đã lưu bản sao ban-sao.cchc"
    opened.files.save_copy(tmp_path / "ban-sao.cchc")
    qtbot.waitUntil(lambda: not opened.runner.busy)
    assert "Đã có tệp" in opened.window.bar.text
    assert opened.controller.project is not None
    assert opened.controller.project.path == tmp_path / "KH.cchc"


def test_copy_takes_the_files_of_documents_along(
    opened: Desktop, qtbot: QtBot, tmp_path: Path
) -> None:
    controller, source = opened.controller, tmp_path / "a.pdf"
    source.write_bytes(b"%PDF")
    assert controller.do(registering.register, [RegisteredDocument("d")])
    assert controller.do(registering.attach, "d", [source])
    opened.files.save_copy(tmp_path / "ban-sao.cchc")
    qtbot.waitUntil(lambda: not opened.runner.busy)
    assert opened.window.toast.text == "Đã lưu bản sao ban-sao.cchc, kèm 1 tệp đính kèm"
    (kept,) = (tmp_path / "ban-sao.cchc-files").iterdir()
    (tmp_path / "KH.cchc-files" / kept.name).write_bytes(b"khac")
    opened.files.save_copy(tmp_path / "ban-sao-2.cchc")
    qtbot.waitUntil(lambda: not opened.runner.busy)
    assert "1 tệp đính kèm bị mất hoặc bị sửa" in opened.window.bar.text


def dropped(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_what_is_dropped(opened: Desktop, qtbot: QtBot, tmp_path: Path) -> None:
    asked: list[list[Path]] = []
    opened.files.import_asked.connect(asked.append)
    assert not opened.files.takes(dropped(tmp_path / "a.png"))
    opened.files.take_dropped(dropped(tmp_path / "a.png", tmp_path / "Kế hoạch.DOCX"))
    opened.files.take_dropped(dropped(tmp_path / "b.xlsx", tmp_path / "c.docx"))
    opened.files.take_dropped(dropped(tmp_path / "d.xls", tmp_path / "KH.cchc"))
    assert asked == [[tmp_path / "Kế hoạch.DOCX"], [tmp_path / "b.xlsx", tmp_path / "c.docx"]]
    assert "các tệp thả cùng chưa nhận" in opened.window.bar.text
    opened.controller.show(None)
    qtbot.waitUntil(lambda: not opened.runner.busy)  # no other file while one is read
    opened.files.take_dropped(dropped(tmp_path / "KH.cchc"))
    assert opened.controller.project is not None


def test_closing_during_work_asks_once(
    opened: Desktop, qtbot: QtBot, when_asked: WhenAsked
) -> None:
    assert opened.files.may_close()
    go_on = threading.Event()
    opened.runner.run("Việc lâu", lambda progress: go_on.wait(20), lambda result: None)

    def press(words: str) -> Callable[[QMessageBox], None]:
        def answer(box: QMessageBox) -> None:
            next(b for b in box.buttons() if b.text() == words).click()

        return answer

    when_asked(press("Chờ làm xong"))
    opened.window.close()
    assert opened.window.isVisible()
    when_asked(press("Dừng và đóng"))
    opened.window.close()
    assert not opened.window.isVisible()
    go_on.set()


@pytest.fixture
def start(qapp: QApplication, paths: Paths) -> Iterator[Callable[[Path | None], Desktop]]:
    """The program from its beginning, as often as a test wants it."""
    made: list[Desktop] = []

    def begin(file: Path | None) -> Desktop:
        made.append(Desktop(qapp, paths))
        made[-1].begin(file)
        return made[-1]

    yield begin
    for desktop in made:
        desktop.window.hide()
        desktop.window.deleteLater()
        desktop.close()


def test_last_file_opens_at_the_start(
    start: Callable[[Path | None], Desktop], qtbot: QtBot, tmp_path: Path
) -> None:
    first = start(None)
    assert first.window.covered is None
    first.files._create(2027, "", tmp_path / "KH.cchc")
    first.controller.show(None)
    second = start(None)
    qtbot.waitUntil(lambda: second.controller.project is not None)
    assert second.window.covered is None
    second.controller.show(None)
    (tmp_path / "KH.cchc").unlink()
    third = start(None)
    qtbot.wait(100)
    assert third.controller.project is None
    assert third.window.windowTitle() == "Chưa có tệp – CCHC Desktop"
    assert not third.window.bar.isVisible()


def test_file_that_does_not_open_at_the_start(
    start: Callable[[Path | None], Desktop], qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "KH.cchc").write_bytes(b"")
    desktop = start(tmp_path / "KH.cchc")
    qtbot.waitUntil(desktop.window.bar.isVisible)
    assert "rỗng, không có dữ liệu" in desktop.window.bar.text
    assert desktop.window.covered is None
    assert desktop.window.windowTitle() == "Chưa có tệp – CCHC Desktop"


def test_another_look_is_another_window(opened: Desktop, qtbot: QtBot) -> None:
    before = opened.window
    before.look_wanted.emit("dark", 150)
    qtbot.waitUntil(lambda: opened.window is not before)
    assert (opened.theme.dark, opened.theme.scale) == (True, 150)
    assert opened.window.windowTitle().startswith("KH.cchc –")
    assert not before.isVisible()
    opened.window.look_wanted.emit("light", 100)
    qtbot.waitUntil(lambda: opened.choices.value.theme == "light")


def test_drop_on_the_window(opened: Desktop, tmp_path: Path) -> None:
    asked: list[list[Path]] = []
    opened.files.import_asked.connect(asked.append)
    for name, taken in (("a.png", False), ("a.docx", True)):
        data = dropped(tmp_path / name)
        place, action = QPoint(300, 300), Qt.DropAction.CopyAction
        button, key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(place, action, data, button, key)
        enter.ignore()
        QApplication.sendEvent(opened.window, enter)
        assert enter.isAccepted() is taken
        if taken:
            drop = QDropEvent(place.toPointF(), action, data, button, key)
            QApplication.sendEvent(opened.window, drop)
    assert asked == [[tmp_path / "a.docx"]]


def test_later_start_comes_forward_with_its_file(
    opened: Desktop, qtbot: QtBot, tmp_path: Path
) -> None:
    opened.controller.show(None)
    opened.window.showMinimized()
    opened.come_forward(tmp_path / "KH.cchc")
    assert not opened.window.isMinimized()
    assert opened.controller.project is not None
    box = QDialog(opened.window)
    box.open()
    opened.come_forward(tmp_path / "other.cchc")
    assert "Hãy đóng hộp thoại đang mở" in opened.window.bar.text
    box.reject()


def test_review_is_not_thrown_away(opened: Desktop) -> None:
    review = QWidget()
    opened.window.cover(review)
    opened.files.profile_action.trigger()
    opened.files.backups_action.trigger()
    assert opened.window.covered is review
    assert "Hãy duyệt xong trang đang mở" in opened.window.bar.text
    opened.window.cover(None)


def test_fault_and_refusal_in_the_background(opened: Desktop, qtbot: QtBot) -> None:
    def refuse(progress: Progress) -> None:
        raise RefusedInput("Tệp này không đọc được; hãy chọn tệp khác.")

    def fail(progress: Progress) -> None:
        raise ValueError

    opened.runner.run("Nhập", refuse, lambda result: None)
    qtbot.waitUntil(opened.window.bar.isVisible)
    assert opened.window.bar.text.startswith("Tệp này không đọc được")
    opened.runner.run("Nhập", fail, lambda result: None)
    qtbot.waitUntil(lambda: opened.crashes.dialog is not None)
    assert opened.crashes.dialog is not None
    opened.crashes.dialog.reject()


def test_recent_files_in_the_menu(opened: Desktop, qtbot: QtBot, tmp_path: Path) -> None:
    opened.files._create(2027, "", tmp_path / "a & b.cchc")
    menu = opened.files.recent_menu
    qtbot.waitUntil(lambda: len(menu.actions()) == 2)
    newest, older = menu.actions()
    assert newest.text().startswith("&1  a && b.cchc")
    older.trigger()
    project = opened.controller.project
    assert project is not None
    assert project.path.name == "KH.cchc"
    qtbot.waitUntil(lambda: menu.actions()[0].text().startswith("&1  KH.cchc"))
