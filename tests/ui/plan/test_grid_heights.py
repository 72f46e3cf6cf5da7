"""The grid's sizes: rows as high as their words, columns as wide as there is room, a large plan."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.change import added
from cchc_desktop.domain.plan import Area, Group, Plan, Task
from cchc_desktop.services import planning, table_editing
from cchc_desktop.services.project import Project
from cchc_desktop.settings import Paths
from tests.ui.plan.keys import at, rows, shown, text
from ui.plan.tab import PlanTab
from ui.project_controller import ProjectController

MakeTab = Callable[[ProjectController], PlanTab]


def settle(qtbot: QtBot, tab: PlanTab) -> None:
    qtbot.waitUntil(lambda: tab.grid.heights.settled)


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
