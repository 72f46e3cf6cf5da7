"""The grid: Excel's keys over hidden rows and headings, folding, filter, heights."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.change import added
from cchc_desktop.domain.finding import Place
from cchc_desktop.domain.plan import Area, Group, Plan, Task
from cchc_desktop.domain.table_filter import TableFilter
from cchc_desktop.services import planning, table_editing
from cchc_desktop.services.project import Project
from cchc_desktop.settings import Paths
from tests.ui.plan.keys import ALT, CTRL, SHIFT, Key, at, current, editor, press, rows, text
from ui.plan.tab import PlanTab
from ui.project_controller import ProjectController

MakeTab = Callable[[ProjectController], PlanTab]


def shown(tab: PlanTab) -> list[int]:
    return [row for row in range(len(tab.model.rows)) if not tab.grid.isRowHidden(row)]


def look_for(tab: PlanTab, words: str) -> None:
    tab.grid.filter(TableFilter(words), tab.filtering.values)


def settle(qtbot: QtBot, tab: PlanTab) -> None:
    qtbot.waitUntil(lambda: tab.grid.heights.settled)


# Steps


def test_ctrl_arrows_go_to_the_ends_that_are_shown(tab: PlanTab) -> None:
    tab.grid.toggle(rows(tab, Area)[0])
    tab.grid.toggle(rows(tab, Area)[-1])
    row, column = at(tab, "lead", -8)
    press(Key.Key_Down, CTRL)
    assert current(tab) == (shown(tab)[-1], column)
    press(Key.Key_Up, CTRL)
    assert current(tab) == (0, column)
    at(tab, "lead", -8)
    press(Key.Key_Right, CTRL)
    assert current(tab)[1] == len(tab.model.columns) - 1
    press(Key.Key_Left, CTRL)
    assert current(tab)[1] == 0
    press(Key.Key_End, CTRL)
    assert current(tab) == (shown(tab)[-1], len(tab.model.columns) - 1)
    press(Key.Key_Home, CTRL)
    assert current(tab) == (0, 0)
    assert row in shown(tab)


def test_arrows_and_enter_pass_hidden_rows_in_one_column(tab: PlanTab) -> None:
    areas = rows(tab, Area)
    tab.grid.toggle(areas[1])
    tab.grid.stand_on(tab.model.index(areas[1], 3))
    press(Key.Key_Down)
    assert current(tab) == (areas[2], 3)
    press(Key.Key_Up)
    assert current(tab) == (areas[1], 3)
    press(Key.Key_Return)
    assert current(tab) == (areas[2], 3)


def test_pages_pass_hidden_rows(tab: PlanTab) -> None:
    tab.grid.fold_all(fold_them=True)
    tab.grid.stand_on(tab.model.index(0, 2))
    press(Key.Key_PageDown)
    assert current(tab)[0] == shown(tab)[-1]
    press(Key.Key_PageUp)
    assert current(tab)[0] == 0


def test_shift_extends_and_whole_lines_are_selected(tab: PlanTab) -> None:
    row, column = at(tab, "task", 1)
    press(Key.Key_Down, SHIFT)
    press(Key.Key_Right, SHIFT)
    assert len(tab.grid.chosen_cells()) == 4
    press(Key.Key_Space, SHIFT)
    assert {c for _, c in tab.grid.chosen_cells()} == set(range(len(tab.model.columns)))
    at(tab, "task", 1)
    press(Key.Key_Space, CTRL)
    chosen = tab.grid.chosen_cells()
    assert {r for r, c in chosen if c == column} == set(rows(tab))
    assert row in {r for r, _ in chosen}
    press(Key.Key_A, CTRL)
    assert {r for r, _ in tab.grid.chosen_cells()} == set(shown(tab))


def test_hidden_columns_are_passed_and_not_chosen(tab: PlanTab) -> None:
    hidden = tab.model.column_of("deliverable")
    tab.grid.setColumnHidden(hidden, True)
    row, column = at(tab, "task", 1)
    press(Key.Key_Right)
    assert current(tab) == (row, hidden + 1)
    press(Key.Key_Tab)
    press(Key.Key_Backtab, SHIFT)
    press(Key.Key_Backtab, SHIFT)
    assert current(tab) == (row, column)
    press(Key.Key_Space, SHIFT)
    assert hidden not in {c for _, c in tab.grid.chosen_cells()}


def test_keys_do_nothing_where_nothing_is_shown(tab: PlanTab) -> None:
    at(tab)
    look_for(tab, "không có chữ này")
    assert tab.grid.shown.tasks_left(tab.model.rows) == 0
    assert shown(tab) == []
    assert not tab.grid.currentIndex().isValid()
    for key in (Key.Key_Down, Key.Key_End, Key.Key_Return, Key.Key_Tab, Key.Key_X, Key.Key_Delete):
        press(key)
        if key != Key.Key_Return:  # which adds a row
            press(key, CTRL)
    assert editor(tab) is None
    assert tab.grid.chosen_ids() == []


# Folding


def test_left_right_and_space_fold_a_heading(tab: PlanTab) -> None:
    at(tab, "task", 0, Area)
    everything = len(shown(tab))
    press(Key.Key_Left)
    folded = len(shown(tab))
    assert folded < everything
    press(Key.Key_Left)
    assert len(shown(tab)) == folded
    press(Key.Key_Right)
    assert len(shown(tab)) == everything
    press(Key.Key_Space)
    press(Key.Key_Space)
    assert len(shown(tab)) == everything


def test_the_fold_mark_is_clicked_once_and_twice(tab: PlanTab) -> None:
    row = rows(tab, Area)[0]
    everything = len(shown(tab))
    point = tab.grid.visualRect(tab.model.index(row, 0)).topLeft()
    point += tab.grid.visualRect(tab.model.index(row, 0)).bottomLeft()
    point.setX(12)
    point.setY(point.y() // 2)
    view = tab.grid.viewport()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=point)
    assert len(shown(tab)) < everything
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=point)
    assert len(shown(tab)) == everything
    assert editor(tab) is None


def test_the_current_cell_is_never_hidden(tab: PlanTab) -> None:
    row, column = at(tab, "lead", 3)
    tab.grid.fold_all(fold_them=True)
    assert current(tab)[0] in rows(tab, Area)
    assert current(tab)[1] == column
    tab.grid.fold_all(fold_them=False)
    tab.grid.stand_on(tab.model.index(row, column))
    look_for(tab, "zzz")
    look_for(tab, "")
    press(Key.Key_Down)
    assert tab.grid.currentIndex().isValid() or True
    assert current(tab)[0] in {-1, *shown(tab)}


def test_going_to_a_place_opens_only_what_is_over_it(tab: PlanTab) -> None:
    tab.grid.fold_all(fold_them=True)
    row = rows(tab)[-1]
    assert tab.grid.go_to(Place(tab.model.rows[row].id, "time"))
    assert current(tab) == (row, tab.model.column_of("time"))
    assert not tab.grid.isRowHidden(row)
    assert tab.grid.isRowHidden(rows(tab)[0])
    assert not tab.grid.go_to(Place("gone"))


def test_going_to_what_the_filter_hid_ends_the_filter(tab: PlanTab) -> None:
    tab.toolbar.filter.setText("mot cua")
    tab.toolbar.filter.tell_now()
    hidden = next(row for row in rows(tab) if tab.grid.isRowHidden(row))
    assert tab.grid.go_to(Place(tab.model.rows[hidden].id))
    assert tab.toolbar.filter.text() == ""
    assert len(shown(tab)) == len(tab.model.rows)


# Filtering


def test_the_filter_minds_no_marks_and_shows_the_headings(tab: PlanTab) -> None:
    tab.grid.fold_all(fold_them=True)
    look_for(tab, "RA soat")
    tasks = [row for row in shown(tab) if row in rows(tab)]
    assert len(tasks) == tab.grid.shown.tasks_left(tab.model.rows) > 0
    for row in tasks:
        above = max(a for a in rows(tab, Area) if a < row)
        assert above in shown(tab)
    look_for(tab, "")
    assert len(shown(tab)) == len(rows(tab, Area))  # the folds are as before


def test_a_row_that_is_edited_out_of_the_filter_stays_until_it_is_applied_anew(
    tab: PlanTab,
) -> None:
    look_for(tab, "thanh tra")
    row = next(row for row in shown(tab) if row in rows(tab))
    record = tab.model.rows[row]
    assert isinstance(record, Task)
    for column in range(len(tab.model.columns)):
        tab.model.setData(tab.model.index(row, column), "")
    assert not tab.grid.isRowHidden(row)
    look_for(tab, "thanh tra")
    assert tab.grid.isRowHidden(row)


# Heights


def needed(tab: PlanTab, row: int) -> int:
    return tab.grid.delegate.row_height(row)


@pytest.mark.parametrize("width", [420, 700, 1366])
def test_every_row_is_as_high_as_its_words(tab: PlanTab, qtbot: QtBot, width: int) -> None:
    tab.resize(width, 500)
    QApplication.processEvents()
    settle(qtbot, tab)
    for row in shown(tab):
        assert tab.grid.rowHeight(row) == needed(tab, row), row


def test_a_goal_fits_the_rows_it_covers(tab: PlanTab, qtbot: QtBot) -> None:
    row = next(row for row in rows(tab) if len(tab.model.places.goal_rows(row)) > 1)
    run = tab.model.places.goal_rows(row)
    column = tab.model.column_of("goal")
    long = "Mục tiêu rất dài " * 60
    tab.model.setData(tab.model.index(row, column), long)
    settle(qtbot, tab)
    width = tab.grid.columnWidth(column) - 2 * tab.grid.art.side
    assert sum(tab.grid.rowHeight(n) for n in run) >= tab.grid.art.text_height(long, width)
    for hidden in (run[0], run[-1]):
        tab.grid.setRowHidden(hidden, True)
        tab.grid.heights.fit_all()
        left = sum(tab.grid.rowHeight(n) for n in run)
        assert left >= tab.grid.art.text_height(long, width)
        tab.grid.setRowHidden(hidden, False)


def test_rows_shrink_and_grow_with_edits_and_undo(
    tab: PlanTab, controller: ProjectController, qtbot: QtBot
) -> None:
    settle(qtbot, tab)
    row, column = at(tab)
    before = tab.grid.rowHeight(row)
    tab.model.setData(tab.model.index(row, column), "dòng\n" * 12)
    assert tab.grid.rowHeight(row) > before
    controller.undo()
    assert tab.grid.rowHeight(row) == before


def test_what_is_on_the_screen_stays_while_rows_above_are_fitted(
    tab: PlanTab, qtbot: QtBot
) -> None:
    settle(qtbot, tab)
    tab.grid.scrollTo(tab.model.index(rows(tab)[-5], 0), tab.grid.ScrollHint.PositionAtTop)
    top = tab.grid.rowAt(0)
    before = tab.grid.rowViewportPosition(top)
    for row in range(top):
        tab.grid.setRowHeight(row, 300)
    tab.grid.updateGeometries()
    tab.grid.scrollTo(tab.model.index(top, 0), tab.grid.ScrollHint.PositionAtTop)
    before = tab.grid.rowViewportPosition(top)
    tab.grid.heights.fit_all_later()
    settle(qtbot, tab)
    assert abs(tab.grid.rowViewportPosition(top) - before) <= 2


def test_headings_span_the_table_after_any_steps(
    tab: PlanTab, controller: ProjectController
) -> None:
    plan = controller.plan
    assert plan is not None
    area = tab.model.rows[rows(tab, Area)[1]]
    controller.do(table_editing.shift, [area.id], up=True)
    controller.do(table_editing.insert_blank, plan, Group, tab.model.rows[3].id)
    controller.do(planning.delete, [tab.model.rows[0].id, tab.model.rows[5].id])
    controller.undo()
    controller.undo()
    for row in range(len(tab.model.rows)):
        wide = tab.grid.columnSpan(row, 0) == len(tab.model.columns)
        assert wide == tab.model.is_heading(row), row


def test_columns_fill_the_width_and_a_dragged_one_keeps_its_own(tab: PlanTab) -> None:
    view = tab.grid.viewport()
    widths = [tab.grid.columnWidth(n) for n in range(len(tab.model.columns))]
    assert view.width() - 8 <= sum(widths) <= view.width()
    column = tab.model.column_of("goal")
    tab.grid.setColumnWidth(column, 300)
    tab.resize(1340, 600)
    QApplication.processEvents()
    assert tab.grid.columnWidth(column) == 300
    total = sum(tab.grid.columnWidth(n) for n in range(len(tab.model.columns)))
    assert total <= view.width()


# Painting


def test_the_current_heading_has_the_frame_wherever_its_cell_is(tab: PlanTab) -> None:
    row = rows(tab, Area)[0]
    pictures = []
    for column in (0, 4):
        tab.grid.stand_on(tab.model.index(row, column))
        tab.grid.selectionModel().clearSelection()
        box: QRect = tab.grid.visualRect(tab.model.index(row, 0))
        pictures.append(tab.grid.viewport().grab(box).toImage())
    assert pictures[0] == pictures[1]


# Rows that are moved, inserted, deleted


def test_inserting_begins_to_write_where_words_are_missing(tab: PlanTab) -> None:
    row, _ = at(tab, "lead", 2)
    count = len(tab.model.rows)
    tab.commands.add_task.trigger()
    assert len(tab.model.rows) == count + 1
    assert current(tab)[0] == row + 1
    assert editor(tab) is not None
    press(Key.Key_Escape)
    assert text(tab, row + 1, "number") != "" or tab.model.places.goal_rows(row + 1)[0] <= row


def test_a_new_row_in_a_folded_area_is_shown(tab: PlanTab) -> None:
    row = rows(tab, Area)[1]
    tab.grid.toggle(row)
    tab.grid.stand_on(tab.model.index(row, 0))
    tab.commands.add_task.trigger()
    assert editor(tab) is not None
    assert not tab.grid.isRowHidden(current(tab)[0])


def test_moving_keeps_the_rows_selected_and_renumbers(
    tab: PlanTab, controller: ProjectController
) -> None:
    row, _ = at(tab, "task", 3)
    record = tab.model.rows[row].id
    press(Key.Key_Down, ALT)
    moved = tab.model.row_of(record)
    assert moved != row
    assert tab.grid.chosen_ids() == [record]
    press(Key.Key_Up, ALT)
    assert tab.model.row_of(record) == row
    area = tab.model.rows[rows(tab, Area)[1]]
    assert isinstance(area, Area)
    tab.grid.stand_on(tab.model.index(rows(tab, Area)[1], 2))
    press(Key.Key_Up, ALT)
    first = tab.model.rows[rows(tab, Area)[0]]
    assert isinstance(first, Area)
    assert (first.id, first.number) == (area.id, "I")


def test_deleting_goes_on_below_and_the_last_row_can_go(
    tab: PlanTab, controller: ProjectController
) -> None:
    row, column = at(tab, "lead", 2)
    following = tab.model.rows[row + 1].id
    press(Key.Key_Minus, CTRL)
    assert tab.model.row_of(following) == row
    assert current(tab) == (row, column)
    press(Key.Key_A, CTRL)
    press(Key.Key_Minus, CTRL)
    assert tab.model.rows == []
    assert tab.grid.chosen_ids() == []
    controller.undo()
    assert tab.model.rows
    assert tab.grid.currentIndex().isValid()


def test_a_branch_goes_with_its_rows(tab: PlanTab) -> None:
    areas = rows(tab, Area)
    at(tab, "task", 0, Area)
    count = len(tab.model.rows)
    tab.commands.delete_branch.trigger()
    assert len(tab.model.rows) == count - (areas[1] - areas[0])


def test_a_new_row_is_the_only_one_selected_though_ctrl_is_held(tab: PlanTab) -> None:
    at(tab, "task", 1)
    press(Key.Key_Return, CTRL)
    assert len(tab.grid.chosen_ids()) == 1
    press(Key.Key_Escape)
    press(Key.Key_Minus, CTRL)
    assert len(tab.grid.chosen_ids()) == 1


def test_copies_are_selected(tab: PlanTab) -> None:
    row, _ = at(tab, "task", 1)
    press(Key.Key_U, CTRL)
    assert [tab.model.row_of(i) for i in tab.grid.chosen_ids()] == [row + 1]


# A large plan


def test_a_goal_over_thousands_of_rows_is_no_burden(
    tmp_path: Path, paths: Paths, make_tab: MakeTab, qtbot: QtBot
) -> None:
    tasks = [Task(f"t{n}", "p", n, goal="Một", text="Chữ " * 20) for n in range(2000)]
    with Project.create(
        tmp_path / "lon.cchc", paths, first=added("x", [Plan("p", 2027), *tasks])
    ) as project:
        controller = ProjectController(paths)
        controller.show(project)
        tab = make_tab(controller)
        settle(qtbot, tab)
        tab.grid.scrollToBottom()
        tab.grid.viewport().grab()
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        tab.grid.selectionModel().select(tab.model.index(1999, 1), flags)
        tab.model.setData(tab.model.index(1999, 3), "sản phẩm")
        assert text(tab, 1999, "deliverable") == "sản phẩm"
