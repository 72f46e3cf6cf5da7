"""The grid: Excel's keys over hidden rows and headings, folding, filter, painting."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest

from cchc_desktop.domain.finding import Place
from cchc_desktop.domain.plan import Area, Task
from cchc_desktop.domain.table_filter import TableFilter
from tests.ui.plan.keys import CTRL, SHIFT, Key, at, current, editor, press, rows, shown
from ui.plan.tab import PlanTab


def look_for(tab: PlanTab, words: str) -> None:
    tab.grid.filter(TableFilter(words), tab.filtering.values)


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
