"""The cells of Hồ sơ cơ quan: typed by keyboard and input method, refused, written in time."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QPlainTextEdit,
    QTableView,
)
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.agency import Agency
from cchc_desktop.domain.units import Unit
from cchc_desktop.services import planning, profile
from cchc_desktop.services.project import Project
from tests.ui.profile.conftest import (
    AGENCIES,
    RECIPIENTS,
    UNITS,
    of,
    open_editor,
    row_of,
    show,
    typing,
)
from ui.desktop import Desktop
from ui.profile.page import ProfilePage


def test_cell_by_keyboard(desktop: Desktop, page: ProfilePage, qtbot: QtBot) -> None:
    view = show(page, AGENCIES, 0, 1)
    qtbot.keyClick(view.table, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert editor is not None
    assert editor.accessibleName() == "Sửa Tên cơ quan"
    qtbot.keyClicks(editor, "SO KHAC")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    project = desktop.controller.project
    assert project is not None
    qtbot.waitUntil(lambda: view.model.index(0, 1).data() == "SO KHAC")
    assert [agency.name for agency in project.profile(Agency)] == ["SO KHAC"]
    desktop.controller.undo()
    assert [agency.name for agency in project.profile(Agency)] == ["SỞ MẪU"]
    assert view.model.index(0, 1).data() == "SỞ MẪU"


def test_lines_by_keyboard(desktop: Desktop, page: ProfilePage, qtbot: QtBot) -> None:
    view = show(page, RECIPIENTS, 0, 1)
    qtbot.keyClick(view.table, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QPlainTextEdit)
    qtbot.keyClicks(editor, "UBND tinh")
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClicks(editor, " Luu: VT ")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert of(desktop, "r1").lines == "UBND tinh\nLuu: VT"


def test_kind_by_keyboard(desktop: Desktop, page: ProfilePage, qtbot: QtBot) -> None:
    view = show(page, UNITS)
    view.table.setCurrentIndex(view.model.index(row_of(view, "u1"), 2))
    qtbot.keyClick(view.table, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QComboBox)
    qtbot.keyClick(editor, Qt.Key.Key_Down)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert of(desktop, "u1").kind == "hội đồng"


@pytest.mark.parametrize(
    ("column", "typed", "words"),
    [(5, "27", "bốn chữ số"), (0, "  ", "còn trống"), (6, "2019", "trước năm bắt đầu")],
)
def test_refused_cell_is_said_and_keeps_its_value(
    desktop: Desktop, page: ProfilePage, column: int, typed: str, words: str
) -> None:
    view = show(page, UNITS)
    row = row_of(view, "u1")
    assert view.model.setData(view.model.index(row, 5), "2020")
    assert not view.model.setData(view.model.index(row, column), typed)
    assert words in desktop.window.bar.text
    assert of(desktop, "u1") == Unit("u1", "Phòng Hợp tác quốc tế", "HTQT", valid_from=2020)


def test_escape_in_a_cell_gives_up_the_cell_only(
    desktop: Desktop, page: ProfilePage, qtbot: QtBot
) -> None:
    for place, column in ((AGENCIES, 1), (RECIPIENTS, 1)):
        view = show(page, place, 0, column)
        before = view.model.record(0)
        qtbot.keyClick(view.table, Qt.Key.Key_F2)
        editor = QApplication.focusWidget()
        assert editor is not None
        qtbot.keyClicks(editor, "khac")
        qtbot.keyClick(editor, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda view=view: view.table.state() == QTableView.State.NoState)
        assert desktop.window.covered is page
        assert view.model.record(0) == before


def test_typed_as_an_input_method_does(desktop: Desktop, page: ProfilePage, qtbot: QtBot) -> None:
    view = show(page, RECIPIENTS, 0, 1)
    qtbot.keyClick(view.table, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QPlainTextEdit)
    for preedit, commit in (("S", ""), ("Sơ", ""), ("Sở", ""), ("", "Sở ")):
        event = QInputMethodEvent(preedit, [])
        event.setCommitString(commit)
        QApplication.sendEvent(editor, event)
    qtbot.keyClicks(editor, "No")
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)  # Unikey takes back and types anew
    for letter in "ội":
        key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(editor, key)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert of(desktop, "r1").lines == "Sở Nội"


ALIASES = 3  # the column


def test_enter_belongs_to_the_input_method_while_it_composes(
    page: ProfilePage, qtbot: QtBot
) -> None:
    view = show(page, UNITS, 0, ALIASES)
    editor = typing(view)
    QApplication.sendEvent(editor, QInputMethodEvent("tiê", []))
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert open_editor(view) is editor


def test_a_change_elsewhere_leaves_what_is_typed(
    desktop: Desktop, page: ProfilePage, qtbot: QtBot
) -> None:
    view = show(page, UNITS, 0, ALIASES)
    editor = typing(view)
    qtbot.keyClicks(editor, "dang go")
    desktop.controller.do(profile.add, view.shown.blank())
    desktop.controller.do(planning.edit, view.current_id, short="P")
    assert editor.words == "dang go"
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert view.model.record(0).aliases == ("dang go",)  # type: ignore[union-attr]


def test_words_are_stored_as_typed_in_nfc_and_one_line_where_there_is_one(
    page: ProfilePage, qtbot: QtBot
) -> None:
    view = show(page, UNITS, 0, ALIASES)
    for column, typed, stored in (
        (ALIASES, "Sở\u00a0A\nPho\u0300ng B", "Sở\u00a0A\nPhòng B"),
        (0, "Sở\u00a0A \n Phòng B", "Sở\u00a0A Phòng B"),
    ):
        view.table.setCurrentIndex(view.model.index(0, column))
        editor = typing(view)
        editor.textCursor().insertText(typed)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        assert open_editor(view) is None
        assert view.model.index(0, column).data() == stored


def test_enter_and_tab_go_to_the_cell_beside(page: ProfilePage, qtbot: QtBot) -> None:
    view = show(page, UNITS, 0, 0)
    for key, place in ((Qt.Key.Key_Tab, (0, 1)), (Qt.Key.Key_Return, (1, 1))):
        qtbot.keyClick(typing(view), key)
        index = view.table.currentIndex()
        assert ((index.row(), index.column()), view.table.hasFocus()) == (place, True)
    view.table.setCurrentIndex(view.model.index(2, 6))
    qtbot.keyClick(typing(view), Qt.Key.Key_Tab)
    assert view.table.currentIndex().column() == 6


def test_a_refused_year_stays_to_be_mended(
    desktop: Desktop, page: ProfilePage, qtbot: QtBot
) -> None:
    view = show(page, UNITS, 0, 5)
    editor = typing(view)
    qtbot.keyClicks(editor, "20x7")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert "20x7" in desktop.window.bar.text
    page.setFocus()
    assert open_editor(view) is editor
    editor.selectAll()
    qtbot.keyClicks(editor, "2027")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert open_editor(view) is None
    assert view.model.record(0).valid_from == 2027


@pytest.mark.parametrize("leave", ["close the file", "other look", "undo"])
def test_what_is_being_typed_is_written_before_the_page_goes(
    desktop: Desktop, page: ProfilePage, qtbot: QtBot, leave: str
) -> None:
    view = show(page, UNITS)
    project = desktop.controller.project
    assert project is not None
    qtbot.keyClicks(typing(view), "PHONG MOI")
    record_id = view.current_id
    if leave == "undo":
        desktop.controller.undo()
        assert open_editor(view) is None
        desktop.controller.redo()
    elif leave == "other look":
        desktop.change_look("dark", 0)
    else:
        desktop.files.close_action.trigger()
        assert desktop.window.covered is None
        desktop.controller.open(project.path)
    assert of(desktop, record_id).name == "PHONG MOI"


def test_a_refused_cell_goes_with_its_file(
    desktop: Desktop, page: ProfilePage, qtbot: QtBot, tmp_path: Path
) -> None:
    view = show(page, UNITS, 0, 5)
    qtbot.keyClicks(typing(view), "20x7")
    other = Project.create(tmp_path / "khac.cchc", desktop.paths)
    desktop.controller.show(other)
    assert desktop.window.covered is None
    assert other.next_undo == ""
