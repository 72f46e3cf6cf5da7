"""Rows of the grid that are moved, inserted, copied, deleted."""

from cchc_desktop.domain.plan import Area
from tests.ui.plan.keys import ALT, CTRL, Key, at, current, editor, press, rows, text
from ui.plan.tab import PlanTab
from ui.project_controller import ProjectController


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
