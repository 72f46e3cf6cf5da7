"""Tìm và thay… in the real window: by keys alone, in the whole plan or a part of it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.plan import Area, Task
from cchc_desktop.services.project import Project
from cchc_desktop.services.sample import sample_change
from cchc_desktop.settings import Paths
from tests.ui.plan.keys import CTRL, SHIFT, Key, at, editor, press, rows, text, type_words
from ui.desktop import Desktop
from ui.help.keys import menu_keys
from ui.plan.replace_dialog import ReplaceDialog
from ui.plan.tab import PlanTab
from ui.project_controller import ProjectController
from ui.review.replacing import ReplaceReview


@pytest.fixture
def opened(desktop: Desktop, qtbot: QtBot, tmp_path: Path, paths: Paths) -> PlanTab:
    """The window with the sample plan, ready for keys."""
    Project.create(tmp_path / "mau.cchc", paths, first=sample_change()).close()
    desktop.files.open_path(tmp_path / "mau.cchc")
    with qtbot.waitActive(desktop.window):
        desktop.window.activateWindow()
    tab = desktop.window.current_tab
    assert isinstance(tab, PlanTab)
    tab.grid.setFocus()
    return tab


def asked(qtbot: QtBot, tab: PlanTab) -> ReplaceDialog:
    """The dialog, called by its keys, once it has them."""
    press(Key.Key_H, CTRL)
    (dialog,) = [d for d in tab.findChildren(ReplaceDialog) if d.isVisible()]
    qtbot.waitUntil(dialog.old.hasFocus)
    return dialog


def fill(old: str, new: str) -> None:
    """Words into the fields that have the focus, one after the other."""
    type_words(old)
    press(Key.Key_Tab)
    type_words(new)


def reviewed(qtbot: QtBot, desktop: Desktop) -> ReplaceReview:
    """The review that Enter brings, once it has the keys."""
    press(Key.Key_Return)
    page = desktop.window.covered
    assert isinstance(page, ReplaceReview)
    desktop.window.activateWindow()  # offscreen nobody does it when the dialog is gone
    qtbot.waitUntil(page.table.hasFocus)
    return page


def whole(tab: PlanTab) -> str:
    """All that the plan says; without ids, in which a year may stand by chance."""
    project, plan = tab.replacing._controller.project, tab.replacing._controller.plan
    assert project is not None
    assert plan is not None
    return re.sub(r"id='\w+'", "id", str([plan, *project.rows(plan), *project.sections(plan)]))


def test_the_year_changes_by_keys_alone(qtbot: QtBot, desktop: Desktop, opened: PlanTab) -> None:
    before = whole(opened)
    asked(qtbot, opened)
    fill("2027", "2028")
    state = reviewed(qtbot, desktop).state
    assert all(hit.taken for hit in state.hits)
    press(Key.Key_Return, CTRL)
    assert desktop.window.covered is None
    project = desktop.controller.project
    assert project is not None
    assert project.next_undo == f"Thay “2027” bằng “2028” ở {len(state.texts)} ô"
    changed = before.replace("year=2027", "year=?").replace("2027", "2028")
    assert whole(opened).replace("year=2027", "year=?") == changed
    assert QApplication.focusWidget() is opened.grid
    press(Key.Key_Z, CTRL)
    assert whole(opened) == before


def test_esc_writes_nothing_and_the_words_are_there_again(
    qtbot: QtBot, desktop: Desktop, opened: PlanTab
) -> None:
    before = whole(opened)
    asked(qtbot, opened)
    fill("2027", "2028")
    reviewed(qtbot, desktop)
    press(Key.Key_Escape)
    assert desktop.window.covered is None
    assert whole(opened) == before
    dialog = asked(qtbot, opened)
    assert (dialog.old.text(), dialog.new.text()) == ("2027", "2028")
    assert dialog.old.selectedText() == "2027"
    press(Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_place_that_is_left_stays(qtbot: QtBot, desktop: Desktop, opened: PlanTab) -> None:
    at(opened, "time", 3)
    asked(qtbot, opened)
    fill("quý", "Q.")
    page = reviewed(qtbot, desktop)
    first = page.table.current
    assert first is not None
    press(Key.Key_Space)
    press(Key.Key_Return, CTRL)
    kept = page.state.hits[first.items[0]].cell
    task = opened.model.rows[opened.model.row_of(kept.record_id) or 0]
    assert isinstance(task, Task)
    assert kept.text in str(task)


def test_the_count_follows_what_is_typed(qtbot: QtBot, opened: PlanTab) -> None:
    dialog = asked(qtbot, opened)
    assert dialog._count.text() == ""
    type_words("2027")
    qtbot.waitUntil(lambda: "chỗ trong" in dialog._count.text())
    type_words("x")
    qtbot.waitUntil(lambda: dialog._count.text() == "Không thấy chỗ nào")
    press(Key.Key_Return)
    assert dialog.isVisible()
    assert QApplication.focusWidget() is dialog.old
    dialog.old.setText("2027")
    dialog.new.setText("2027")
    qtbot.waitUntil(lambda: dialog._count.text() == "Chữ thay giống chữ tìm")
    dialog.old.clear()
    press(Key.Key_Return)
    assert dialog._count.text() == "Hãy gõ chữ cần tìm"
    dialog.reject()


def test_marks_count_unless_told(qtbot: QtBot, opened: PlanTab) -> None:
    dialog = asked(qtbot, opened)
    type_words("tinh")
    assert not dialog.replacing.hits
    dialog.any_marks.click()
    assert dialog.replacing.hits
    dialog.whole_words.click()
    dialog.match_case.click()
    words = {hit.cell.text[hit.start : hit.end] for hit in dialog.replacing.hits}
    assert words <= {"tỉnh", "tính", "tình"}
    dialog.reject()


# Where


def scopes(dialog: ReplaceDialog) -> list[str]:
    return [dialog.where.itemText(place) for place in range(dialog.where.count())]


def hit_cells(dialog: ReplaceDialog) -> set[tuple[str, str]]:
    return {(hit.cell.record_id, hit.cell.field) for hit in dialog.replacing.hits}


def test_one_cell_chosen_means_the_whole_plan(qtbot: QtBot, tab: PlanTab) -> None:
    at(tab, "time")
    dialog = asked(qtbot, tab)
    assert dialog.where.currentText() == "Cả kế hoạch"
    assert scopes(dialog) == [
        "Cả kế hoạch",
        "Bảng nhiệm vụ",
        "Phần lời",
        "Cột Thời gian hoàn thành",
        "Các ô đang chọn (1)",
    ]
    type_words("quý")
    dialog.where.setCurrentText("Cột Thời gian hoàn thành")
    assert {field for _, field in hit_cells(dialog)} == {"time"}
    dialog.where.setCurrentText("Phần lời")
    assert not {field for _, field in hit_cells(dialog)} & {"time", "task"}
    dialog.reject()


def test_several_cells_chosen_are_meant(qtbot: QtBot, tab: PlanTab) -> None:
    first, _ = at(tab, "time")
    press(Key.Key_Down, SHIFT)
    dialog = asked(qtbot, tab)
    assert dialog.where.currentText() == "Các ô đang chọn (2)"
    dialog.old.setText("u")
    dialog.any_marks.setChecked(True)
    ids = [tab.model.rows[row].id for row in (first, first + 1)]
    assert {record for record, _ in hit_cells(dialog)} <= set(ids)
    assert hit_cells(dialog)
    dialog.reject()


def test_a_goal_is_found_from_any_of_its_cells(qtbot: QtBot, tab: PlanTab) -> None:
    goals = [text(tab, row, "goal") for row in rows(tab)]
    number = next(n for n in range(1, len(goals)) if goals[n] and goals[n] == goals[n - 1])
    at(tab, "goal", number)
    dialog = asked(qtbot, tab)
    dialog.where.setCurrentText("Các ô đang chọn (1)")
    dialog.old.setText(goals[number])
    assert hit_cells(dialog) == {(tab.model.rows[rows(tab)[number - 1]].id, "goal")}
    dialog.reject()


def test_a_heading_can_be_chosen(qtbot: QtBot, tab: PlanTab) -> None:
    at(tab, "task", 0, Area)
    dialog = asked(qtbot, tab)
    assert scopes(dialog)[-1] == "Các ô đang chọn (1)"
    assert not any(words.startswith("Cột") for words in scopes(dialog))
    dialog.where.setCurrentIndex(dialog.where.count() - 1)
    dialog.old.setText("thể chế")
    assert {field for _, field in hit_cells(dialog)} == {"title"}
    dialog.reject()


def test_beside_the_narrative_no_cells_are_meant(qtbot: QtBot, tab: PlanTab) -> None:
    tab.show_view(1)
    tab.home.setFocus()
    dialog = asked(qtbot, tab)
    assert scopes(dialog) == ["Cả kế hoạch", "Bảng nhiệm vụ", "Phần lời"]
    dialog.reject()


# What is typed elsewhere


def test_what_is_typed_in_a_cell_is_written_first(qtbot: QtBot, tab: PlanTab) -> None:
    row, _ = at(tab, "task")
    type_words("chữ mới gõ")
    assert editor(tab) is not None
    dialog = asked(qtbot, tab)
    assert text(tab, row, "task") == "chữ mới gõ"
    dialog.old.setText("chữ mới gõ")
    assert len(dialog.replacing.hits) == 1
    dialog.reject()


def test_keys_are_the_input_methods_while_it_composes(tab: PlanTab) -> None:
    at(tab, "task")
    press(Key.Key_F2)
    typed_in = editor(tab)
    assert typed_in is not None
    QApplication.sendEvent(typed_in, QInputMethodEvent("ti", []))
    press(Key.Key_H, CTRL)
    assert not tab.findChildren(ReplaceDialog)
    assert editor(tab) is typed_in
    QApplication.sendEvent(typed_in, QInputMethodEvent("", []))


def test_only_what_is_composed_to_the_end_is_looked_for(qtbot: QtBot, tab: PlanTab) -> None:
    dialog = asked(qtbot, tab)
    composed = QInputMethodEvent("quy", [])
    QApplication.sendEvent(dialog.old, composed)
    assert dialog.replacing.hits == ()
    done = QInputMethodEvent()
    done.setCommitString("quý")
    QApplication.sendEvent(dialog.old, done)
    assert dialog.replacing.hits
    dialog.reject()


@pytest.mark.parametrize("place", ["filter", "details"])
def test_the_keys_work_beside_the_table_too(qtbot: QtBot, tab: PlanTab, place: str) -> None:
    at(tab, "time")
    if place == "filter":
        tab.toolbar.filter.setFocus()
    else:
        next(f for f in tab.details.findChildren(QPlainTextEdit) if f.isVisible()).setFocus()
    asked(qtbot, tab).reject()


def test_a_file_to_read_offers_nothing(
    make_tab: Callable[[ProjectController], PlanTab], project: Project, paths: Paths
) -> None:
    path = project.path
    project.close()
    controller = ProjectController(paths)
    controller.open(path, read_only=True)
    tab = make_tab(controller)
    assert not tab.replacing.action.isEnabled()
    controller.close()


def test_the_keys_are_told(desktop: Desktop, opened: PlanTab) -> None:
    assert ("Ctrl+H", "Tìm và thay") in menu_keys(desktop.window.menuBar())
