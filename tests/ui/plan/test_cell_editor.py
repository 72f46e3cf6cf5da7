"""Editing in the grid as a user does it: opened, left, refused, on the screen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QListWidget

from cchc_desktop.domain.plan import Area
from cchc_desktop.services import planning
from tests.ui.plan.keys import (
    ALT,
    SHIFT,
    Key,
    at,
    editing,
    editor,
    last_step,
    press,
    refused,
    rows,
    text_at,
    type_words,
)
from ui.plan.tab import PlanTab
from ui.project_controller import ProjectController

# Opening and leaving


def test_f2_opens_the_words_and_goes_on_behind_them(tab: PlanTab) -> None:
    place = at(tab)
    old = text_at(tab, place)
    press(Key.Key_F2)
    assert editing(tab).words == old
    type_words(" thêm")
    press(Key.Key_Return)
    assert editor(tab) is None
    assert text_at(tab, place) == f"{old} thêm"
    assert tab.grid.currentIndex().row() == place[0] + 1
    assert tab.grid.hasFocus()


def test_typing_replaces(tab: PlanTab) -> None:
    place = at(tab)
    type_words("1")
    assert editing(tab).words == "1"
    type_words(".10")
    press(Key.Key_Tab)
    assert text_at(tab, place) == "1.10"
    assert tab.grid.currentIndex().column() == place[1] + 1


def test_a_double_click_opens(tab: PlanTab) -> None:
    place = at(tab)
    old = text_at(tab, place)
    middle = tab.grid.visualRect(tab.model.index(*place)).center()
    QTest.mouseClick(tab.grid.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseDClick(tab.grid.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert editing(tab).words == old


def test_escape_leaves_the_old_words(tab: PlanTab, controller: ProjectController) -> None:
    place = at(tab)
    old = text_at(tab, place)
    type_words("xyz")
    press(Key.Key_Escape)
    if editor(tab):  # the first one only closed the suggestions
        press(Key.Key_Escape)
    assert editor(tab) is None
    assert (text_at(tab, place), last_step(controller)) == (old, "")
    assert (tab.grid.currentIndex().row(), tab.grid.hasFocus()) == (place[0], True)


def test_alt_enter_is_a_new_line_and_the_editor_grows(tab: PlanTab) -> None:
    place = at(tab)
    type_words("- một")
    height = editing(tab).height()
    for _ in range(6):
        press(Key.Key_Return, ALT)
        type_words("- hai")
    assert editing(tab).height() > height
    press(Key.Key_Return)
    assert text_at(tab, place) == "- một" + "\n- hai" * 6
    box = tab.grid.visualRect(tab.model.index(*place))
    assert box.height() >= 7 * tab.grid.art.line_height


def test_tab_and_shift_tab_pass_row_ends_and_headings(tab: PlanTab) -> None:
    first = next(row for row in rows(tab) if isinstance(tab.model.rows[row - 1], Area) and row > 1)
    tab.grid.stand_on(tab.model.index(first, 0))
    press(Key.Key_F2)
    press(Key.Key_Backtab, SHIFT)
    assert (tab.grid.currentIndex().row(), tab.grid.currentIndex().column()) == (first - 1, 0)
    press(Key.Key_Tab)
    assert (tab.grid.currentIndex().row(), tab.grid.currentIndex().column()) == (first, 0)
    press(Key.Key_Backtab, SHIFT)
    press(Key.Key_Backtab, SHIFT)
    last = len(tab.model.columns) - 1
    assert (tab.grid.currentIndex().row(), tab.grid.currentIndex().column()) == (first - 2, last)
    press(Key.Key_Tab)
    assert tab.grid.currentIndex().row() == first - 1


def test_unchanged_words_are_no_step(tab: PlanTab, controller: ProjectController) -> None:
    row, column = at(tab)
    odd = "Quý\u00a0II  và \tIII "
    tab.model.setData(tab.model.index(row, column), odd)
    controller.undo()
    controller.redo()
    label = last_step(controller)
    controller.do(planning.edit, tab.model.rows[row].id, note="mốc")
    for key in (Key.Key_Return, Key.Key_Tab):
        at(tab)
        press(Key.Key_F2)
        press(key)
    assert tab.model.text(row, column) == odd
    assert label != last_step(controller) == "Sửa Ghi chú"


def test_fixed_spaces_stay_in_what_is_edited(tab: PlanTab) -> None:
    place = at(tab)
    tab.model.setData(tab.model.index(*place), "Quý\u00a0II")
    press(Key.Key_F2)
    type_words("I")
    press(Key.Key_Return)
    assert text_at(tab, place) == "Quý\u00a0III"


def test_losing_the_focus_commits(tab: PlanTab) -> None:
    place = at(tab)
    type_words("gõ dở")
    tab.toolbar.filter.setFocus()
    assert editor(tab) is None
    assert text_at(tab, place) == "gõ dở"


def test_a_heading_is_edited_as_one(tab: PlanTab) -> None:
    place = at(tab, "lead", 1, Area)
    press(Key.Key_F2)
    assert editing(tab).words.startswith("II. ")
    assert editing(tab).width() > tab.grid.viewport().width() * 0.9
    editing(tab).selectAll()
    type_words("II. Cải cách thể chế")
    press(Key.Key_Return)
    area = tab.model.rows[place[0]]
    assert isinstance(area, Area)
    assert (area.number, area.title) == ("II", "Cải cách thể chế")


def test_the_goal_over_several_rows_is_edited_on_any_of_them(tab: PlanTab) -> None:
    row = next(row for row in rows(tab) if len(tab.model.places.goal_rows(row)) > 1) + 1
    run = tab.model.places.goal_rows(row)
    tab.grid.stand_on(tab.model.index(row, tab.model.column_of("goal")))
    type_words("Mục tiêu mới")
    press(Key.Key_Return)
    assert {tab.model.text(n, tab.model.column_of("goal")) for n in run} == {"Mục tiêu mới"}


def test_a_file_opened_to_read_opens_no_editor(
    make_tab: Callable[[ProjectController], PlanTab], controller: ProjectController
) -> None:
    assert controller.project is not None
    path = controller.project.path
    controller.show(None)
    controller.open(path, read_only=True)
    tab = make_tab(controller)
    at(tab)
    for key in (Key.Key_F2, Key.Key_A, Key.Key_Delete):
        press(key)
        assert editor(tab) is None
    assert not tab.commands.add_task.isEnabled()
    assert not tab.commands.delete.isEnabled()


def test_refused_words_stay_open_until_they_are_written(
    tab: PlanTab, controller: ProjectController
) -> None:
    place = at(tab)
    old = text_at(tab, place)
    type_words("mới")
    with refused(controller) as said:
        for key in (Key.Key_Return, Key.Key_Tab):
            press(key)
            assert "không sửa được" in said[-1]
            assert editing(tab).words == "mới"
            assert text_at(tab, place) == old
    press(Key.Key_Return)
    assert editor(tab) is None
    assert text_at(tab, place) == "mới"
    assert tab.grid.currentIndex().row() == place[0] + 1


def test_refused_words_stay_open_where_the_user_goes_elsewhere(
    tab: PlanTab, controller: ProjectController
) -> None:
    place = at(tab)
    type_words("mới")
    with refused(controller):
        at(tab, number=3)
        tab.toolbar.filter.setFocus()
        kept = editor(tab)
        assert kept is not None
        assert kept.words == "mới"
    other = at(tab, number=4)
    press(Key.Key_F2)
    press(Key.Key_Escape)
    assert (editor(tab), tab.grid.currentIndex().row()) == (kept, other[0])
    controller.settle()
    assert editor(tab) is None
    assert text_at(tab, place) == "mới"


def test_refused_words_are_given_up_by_escape(tab: PlanTab, controller: ProjectController) -> None:
    place = at(tab)
    old = text_at(tab, place)
    type_words("mới")
    with refused(controller):
        press(Key.Key_Return)
        press(Key.Key_Escape)
    assert editor(tab) is None
    controller.settle()
    assert text_at(tab, place) == old


def test_a_file_that_is_closed_takes_refused_words_along(
    tab: PlanTab, controller: ProjectController
) -> None:
    at(tab)
    type_words("mới")
    project = controller.project
    assert project is not None
    project.read_only = True
    controller.show(None)
    assert editor(tab) is None


def test_an_undo_elsewhere_leaves_what_is_typed(
    tab: PlanTab, controller: ProjectController
) -> None:
    place = at(tab, number=2)
    controller.do(planning.edit, tab.model.rows[rows(tab)[0]].id, text="khác")
    at(tab, number=2)
    type_words("đang gõ")
    assert controller.project is not None
    controller.do(planning.edit, tab.model.rows[rows(tab)[0]].id, text="khác nữa")
    controller.do(planning.edit, tab.model.rows[place[0]].id, note="cùng dòng")
    assert editing(tab).words == "đang gõ"
    press(Key.Key_Return)
    assert text_at(tab, place) == "đang gõ"


def test_undo_by_the_toolbar_takes_back_what_is_being_typed(
    tab: PlanTab, controller: ProjectController
) -> None:
    place = at(tab)
    old = text_at(tab, place)
    type_words("đang gõ")
    controller.undo()
    assert editor(tab) is None
    assert text_at(tab, place) == old
    controller.redo()
    assert text_at(tab, place) == "đang gõ"


# Where it stands


@pytest.mark.parametrize("lines", [2, 40])
def test_near_the_bottom_the_editor_grows_upwards(tab: PlanTab, lines: int) -> None:
    row = rows(tab)[-1]
    tab.grid.stand_on(tab.model.index(row, tab.model.column_of("task")))
    tab.grid.scrollToBottom()
    type_words("một")
    for _ in range(lines):
        press(Key.Key_Return, ALT)
        type_words("dòng")
    box = editing(tab).geometry()
    assert tab.grid.viewport().rect().contains(box)
    caret = editing(tab).cursorRect()
    assert editing(tab).viewport().rect().contains(caret.center())


def test_typing_brings_the_cell_back_on_the_screen(tab: PlanTab) -> None:
    at(tab)
    tab.grid.scrollToBottom()
    type_words("x")
    assert tab.grid.viewport().rect().intersects(editing(tab).geometry())


def test_what_floats_covers_neither_the_words_nor_each_other(tab: PlanTab) -> None:
    at(tab, "time", 1)
    type_words("Quý")
    view = tab.grid.viewport()
    hint = next(
        f for f in view.findChildren(QFrame) if f.property("kind") == "floating" and f.isVisible()
    )
    offered = next(w for w in view.findChildren(QListWidget) if w.isVisible())
    assert not hint.geometry().intersects(editing(tab).geometry())
    assert not offered.geometry().intersects(editing(tab).geometry())
    assert not offered.geometry().intersects(hint.geometry())
    tab.grid.verticalScrollBar().setValue(tab.grid.verticalScrollBar().value() + 10)
    QApplication.processEvents()
    assert not hint.geometry().intersects(editing(tab).geometry())
