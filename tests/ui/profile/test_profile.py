"""Hồ sơ cơ quan: every edit is a step; lists by keyboard; the page as a whole."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QInputDialog,
    QListWidget,
    QPushButton,
    QTableView,
)
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.agency import Signer
from cchc_desktop.domain.change import added
from tests.ui.profile.conftest import (
    AGENCIES,
    RECIPIENTS,
    RECORDS,
    SIGNERS,
    UNITS,
    of,
    row_of,
    show,
)
from ui.desktop import Desktop
from ui.profile.lists import LISTS
from ui.profile.model import ProfileModel
from ui.profile.page import ProfilePage
from ui.project_controller import ProjectController

WhenAsked = Callable[[Callable[[Any], object]], None]


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
