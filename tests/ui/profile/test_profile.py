"""Hồ sơ cơ quan: every edit is a step; refusals are said; all of it by keyboard."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QInputDialog,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QTableView,
)
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.agency import Agency, RecipientList, Signer
from cchc_desktop.domain.change import added
from cchc_desktop.domain.units import Unit
from cchc_desktop.services import planning, profile
from cchc_desktop.services.project import Project
from ui.desktop import Desktop
from ui.profile.list_view import ProfileListView
from ui.profile.lists import LISTS
from ui.profile.model import ProfileModel
from ui.profile.page import ProfilePage
from ui.project_controller import ProjectController
from ui.widgets.cell_editor import CellEditor

AGENCIES, UNITS, SIGNERS, RECIPIENTS = range(4)
RECORDS = (
    Unit("u1", "Phòng Hợp tác quốc tế", "HTQT"),
    Unit("u2", "Phòng HTQT", "", aliases=("P. HTQT",)),
    Unit("u3", "Các phòng chuyên môn", "", "nhóm", (), ("u1", "u2")),
    Signer("s1", "GIÁM ĐỐC", "Nguyễn Văn Mẫu"),
    RecipientList("r1", "KH", "Như trên\nLưu: VT"),
)
WhenAsked = Callable[[Callable[[Any], object]], None]


@pytest.fixture
def page(desktop: Desktop, tmp_path: Path) -> ProfilePage:
    desktop.files._create(2027, "SỞ MẪU", tmp_path / "KH.cchc")
    desktop.controller.apply(added("Nhập", RECORDS))
    desktop.files.profile_action.trigger()
    made = desktop.window.covered
    assert isinstance(made, ProfilePage)
    return made


def show(page: ProfilePage, place: int, row: int = 0, column: int = 0) -> ProfileListView:
    page.show_list(place)
    view = page.views[place]
    view.table.setFocus()
    view.table.setCurrentIndex(view.model.index(row, column))
    return view


def typing(view: ProfileListView) -> CellEditor:
    """The current cell's editor, opened, all its words selected."""
    view.table.edit(view.table.currentIndex())
    editor = open_editor(view)
    assert editor is not None
    editor.setFocus()
    return editor


def open_editor(view: ProfileListView) -> CellEditor | None:
    found = [e for e in view.table.viewport().findChildren(CellEditor) if not e.isHidden()]
    return found[0] if found else None


def of(desktop: Desktop, record_id: str) -> Any:
    project = desktop.controller.project
    assert project is not None
    return project.record(record_id)


def row_of(view: ProfileListView, record_id: str) -> int:
    return view.model.row_of(record_id)


@pytest.mark.parametrize("place", [AGENCIES, UNITS, SIGNERS, RECIPIENTS])
def test_models(controller: ProjectController, qtmodeltester: ModelTester, place: int) -> None:
    controller.apply(added("Nhập", RECORDS))
    model = ProfileModel(controller, LISTS[place])
    qtmodeltester.check(model)
    tester = QAbstractItemModelTester(model)
    assert model.rowCount() > 0
    record = LISTS[place].blank()
    controller.apply(added("Thêm", [record]))
    assert model.row_of(record.id) == model.rowCount() - 1
    controller.undo()
    assert model.row_of(record.id) == -1
    tester.deleteLater()


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


def test_add_and_remove_by_keyboard(desktop: Desktop, page: ProfilePage, qtbot: QtBot) -> None:
    view = show(page, UNITS)
    qtbot.keyClick(view.table, Qt.Key.Key_Insert)
    qtbot.waitUntil(lambda: view.table.state() == QTableView.State.EditingState)
    editor = QApplication.focusWidget()
    assert editor is not None
    qtbot.keyClicks(editor, "Thanh tra")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    project = desktop.controller.project
    assert project is not None
    qtbot.waitUntil(lambda: "Thanh tra" in [unit.name for unit in project.all_units()])
    view.table.setCurrentIndex(view.model.index(row_of(view, "u2"), 0))
    qtbot.keyClick(view.table, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert row_of(view, "u2") == -1
    assert of(desktop, "u3").members == ("u1",)
    assert desktop.window.toast.text == "Xoá đơn vị"
    desktop.controller.undo()
    assert of(desktop, "u3").members == ("u1", "u2")


def test_another_one_from_a_year(
    desktop: Desktop, page: ProfilePage, when_asked: WhenAsked
) -> None:
    view = show(page, SIGNERS)

    def answer(box: QInputDialog) -> None:
        box.setIntValue(2028)
        box.accept()

    when_asked(answer)
    view.succeed()
    project = desktop.controller.project
    assert project is not None
    years = [(signer.valid_from, signer.valid_to) for signer in project.profile(Signer)]
    assert years == [(None, 2027), (2028, None)]
    assert view.model.record(view.table.currentIndex().row()).valid_from == 2028


def test_names_merged(desktop: Desktop, page: ProfilePage, when_asked: WhenAsked) -> None:
    view = show(page, UNITS)
    view.go_to("u2")

    def answer(box: QInputDialog) -> None:
        box.setTextValue("Phòng Hợp tác quốc tế")
        box.accept()

    when_asked(answer)
    view.merge()
    assert set(of(desktop, "u1").aliases) == {"Phòng HTQT", "P. HTQT"}
    assert of(desktop, "u3").members == ("u1",)
    assert view.current_id == "u1"


def test_members_of_a_group(desktop: Desktop, page: ProfilePage, when_asked: WhenAsked) -> None:
    view = show(page, UNITS)
    members = next(a for a in view.actions() if a.text() == "Thành viên…")
    view.go_to("u1")
    assert not members.isEnabled()
    view.go_to("u3")
    assert members.isEnabled()

    def answer(box: QDialog) -> None:
        listed = box.findChild(QListWidget)
        names = [listed.item(place).text() for place in range(listed.count())]
        listed.item(names.index("Phòng HTQT")).setCheckState(Qt.CheckState.Unchecked)
        box.accept()

    when_asked(answer)
    members.trigger()
    assert of(desktop, "u3").members == ("u1",)
    assert view.model.index(row_of(view, "u3"), 4).data() == "HTQT"


def test_authority_from_the_presets(desktop: Desktop, page: ProfilePage) -> None:
    view = show(page, SIGNERS)
    menu = view._authorities.menu()
    assert menu is not None
    assert [a.text() for a in menu.actions()][1] == "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC"
    menu.actions()[1].trigger()
    assert of(desktop, "s1").authority == "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC"


def test_every_control_has_a_name(page: ProfilePage) -> None:
    for kind in (QPushButton, QTableView, QListWidget):
        assert all(control.accessibleName() for control in page.findChildren(kind))


def test_read_only_file_offers_no_edit(desktop: Desktop, page: ProfilePage) -> None:
    project = desktop.controller.project
    assert project is not None
    desktop.controller.show(None)
    desktop.controller.open(project.path, read_only=True)
    desktop.covers.show_profile()
    shown = desktop.window.covered
    assert isinstance(shown, ProfilePage)
    view = show(shown, UNITS)
    assert not any(action.isEnabled() for action in view.actions())
    assert not view.model.flags(view.model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable


def test_escape_and_another_file_close_the_page(
    desktop: Desktop, page: ProfilePage, qtbot: QtBot
) -> None:
    view = show(page, UNITS)
    qtbot.keyClick(view.table, Qt.Key.Key_Escape)
    assert desktop.window.covered is None
    desktop.covers.show_profile()
    desktop.controller.show(None)
    assert desktop.window.covered is None


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
