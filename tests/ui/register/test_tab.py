"""The tab Văn bản: what it lists, its keys, what screen readers say, reading only."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.finding import Place
from cchc_desktop.domain.register_list import BY_KIND, TO_SEE_TO
from cchc_desktop.services import registering
from cchc_desktop.services.project import Project
from tests.ui.register.keys import Key, Modifier, dropped, press, row_place, shown
from ui.project_controller import ProjectController
from ui.register.tab import RegisterTab


def test_newest_first_with_counts(tab: RegisterTab) -> None:
    assert shown(tab) == "abcd"
    assert tab.status().startswith("4 văn bản · đang chọn 1")
    assert "Thả tệp Word, PDF" in tab.status()


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Chưa có tệp", "abc"),
        ("Chưa dẫn ở đâu", "abc"),
        ("Trùng số", ""),
        ("Năm không khớp", "c"),
        ("Kế hoạch", "d"),
        ("Khác", ""),
    ],
)
def test_folders(tab: RegisterTab, title: str, expected: str) -> None:
    tab.folders.choose(next(f for f in (*TO_SEE_TO, *BY_KIND) if f.title == title))
    assert shown(tab) == expected


def test_search_as_it_is_typed(tab: RegisterTab, qtbot: QtBot) -> None:
    press(tab.table, Key.Key_F, Modifier.ControlModifier)
    assert tab.toolbar.field.hasFocus()
    QTest.keyClicks(tab.toolbar.field, "5 khsngv")
    qtbot.waitUntil(lambda: shown(tab) == "d")
    assert tab.status().startswith("1 / 4 văn bản")
    press(tab.toolbar.field, Key.Key_Return)
    assert tab.table.hasFocus()
    press(tab.table, Key.Key_F, Modifier.ControlModifier)
    press(tab.toolbar.field, Key.Key_Escape)
    assert shown(tab) == "abcd"


def test_the_search_is_ready_before_anybody_asks(tab: RegisterTab, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: tab.listing.settled)
    assert set(tab.listing._view._search._folded) == set("abcd")


def test_nothing_found_has_a_way_back(
    tab: RegisterTab, click: Callable[[QWidget, str], None]
) -> None:
    tab.filtering.search("khong co")
    assert tab.home is not tab.table
    click(tab, "Xem tất cả")
    assert shown(tab) == "abcd"
    assert tab.table.hasFocus()


def test_sorting_keeps_the_current_document(tab: RegisterTab) -> None:
    tab.table.go_to(["d"])
    tab.table.sort_by("code")
    assert shown(tab) == "dcab"
    assert tab.table.current.id == "d"
    tab.table.sort_by("code")
    assert shown(tab) == "bacd"


def test_jump_to_a_document_that_was_left_out(tab: RegisterTab) -> None:
    tab.filtering.search("quy che")
    assert tab.jump_to(Place("d", "file"))
    assert (tab.table.current.id, tab.table.current_column) == ("d", "file")
    assert tab.toolbar.field.text() == ""
    assert not tab.jump_to(Place("không có"))


def test_an_empty_register_says_how_to_fill_it(
    empty_tab: RegisterTab, click: Callable[[QWidget, str], None]
) -> None:
    tab = empty_tab
    click(tab, "Dán câu, lấy văn bản  F7")
    assert tab.paste.text.hasFocus()
    click(tab, "Thêm văn bản  Ctrl+Enter")
    assert len(tab.model.rows) == 1


def test_another_year_and_a_file_without_a_plan(
    tab: RegisterTab, controller: ProjectController
) -> None:
    controller.choose_year(2031)
    assert shown(tab) == "abcd", "the register is of all years"
    controller.show(None)
    assert shown(tab) == ""
    assert tab.details._entry is None


def test_what_is_edited_stays_listed_until_another_search(
    tab: RegisterTab, controller: ProjectController, scan: Path
) -> None:
    no_file = next(f for f in TO_SEE_TO if f.title == "Chưa có tệp")
    tab.folders.choose(no_file)
    tab.table.go_to(["b"])
    controller.do(registering.attach, "b", [scan])
    assert shown(tab) == "abc"
    assert tab.table.current.id == "b"
    tab.filtering.search("so ngoai vu")
    assert shown(tab) == "a"


def test_f6_walks_the_areas(tab: RegisterTab) -> None:
    tab.pane.turn_to(1)
    walked = []
    for _ in range(4):
        walked.append(QApplication.focusWidget())
        press(QApplication.focusWidget(), Key.Key_F6)
    field, folders = tab.toolbar.field, tab.folders
    assert walked[:1] == [tab.table]
    assert set(walked[2:]) == {field, folders}
    assert QApplication.focusWidget() is tab.table


def test_every_control_has_a_name(tab: RegisterTab) -> None:
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QAbstractItemView)
    controls = [w for kind in kinds for w in tab.findChildren(kind) if w.focusPolicy()]
    for control in controls:
        if control.objectName().startswith("qt_"):
            continue
        name = QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
        assert name, control


def test_a_file_to_be_read_only_is_not_changed(
    tab: RegisterTab, controller: ProjectController, project: Project, scan: Path
) -> None:
    project.read_only = True
    controller.opened.emit()
    tab.table.go_to(["a"])
    commands = tab.commands
    for action in (commands.add, commands.cite, commands.attach, commands.delete):
        assert not action.isEnabled()
    assert tab.details._fields["title"].isReadOnly()
    assert not any(b.isEnabled() for b in tab.details._buttons)
    assert not dropped(tab, row_place(tab, "a"), scan)


def test_the_pane_is_closed_and_its_focus_goes_home(tab: RegisterTab) -> None:
    tab.edit_current()
    (close,) = [b for b in tab.findChildren(QPushButton) if b.accessibleName() == "Đóng trang bên"]
    close.click()
    assert tab.table.hasFocus()
    assert not tab.pane.actions_of_pages[0].isChecked()
