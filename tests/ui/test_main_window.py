"""The main window with a file and without: menus, years, looks, and tabs made when needed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QMenu
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.finding import RESULT, Place
from cchc_desktop.domain.plan import Task
from cchc_desktop.services.project import Project
from cchc_desktop.services.sample import sample_change
from ui.desktop import Desktop
from ui.plan.tab import PlanTab
from ui.timeline.tab import TimelineTab
from ui.today.tab import TodayTab
from ui.widgets.field import TextField


@pytest.fixture
def opened(desktop: Desktop, tmp_path: Path) -> Desktop:
    """With the sample open."""
    project = Project.create(tmp_path / "mau.cchc", desktop.paths, first=sample_change())
    desktop.controller.show(project)
    return desktop


def menu(desktop: Desktop, words: str) -> QMenu:
    """A menu of the bar by its words."""
    bar = desktop.window.menuBar()
    found = next(a for a in bar.actions() if a.text().replace("&", "") == words)
    made = found.menu()
    assert isinstance(made, QMenu)
    return made


def test_without_a_file(desktop: Desktop) -> None:
    assert desktop.window.windowTitle() == "Chưa có tệp – CCHC Desktop"
    assert desktop.window.current_tab is None


def test_tabs_are_made_when_they_are_shown(opened: Desktop) -> None:
    window = opened.window
    assert isinstance(window.current_tab, PlanTab)
    assert len(window._made) == 1
    window.show_tab(2)
    assert isinstance(window.current_tab, TimelineTab)


def test_undo_is_named_after_the_step(opened: Desktop) -> None:
    plan = opened.window.tab(1)
    assert isinstance(plan, PlanTab)
    row = next(n for n, r in enumerate(plan.model.rows) if isinstance(r, Task))
    plan.model.setData(plan.model.index(row, plan.model.column_of("time")), "Quý IV")
    words = [action.text() for action in menu(opened, "Sửa").actions()]
    assert words[0].startswith("Hoàn tác: Sửa Thời gian")
    assert opened.window.toast.isVisible()
    opened.window.toast._undo.click()
    record = plan.model.rows[row]
    assert isinstance(record, Task)
    assert record.time != "Quý IV"
    assert opened.window.toast.text.startswith("Đã hoàn tác: Sửa Thời gian")
    assert not opened.window.toast._undo.isVisible()  # it would undo another step


def test_the_keys_are_for_the_table_after_another_page(opened: Desktop, qtbot: QtBot) -> None:
    plan = opened.window.tab(1)
    assert isinstance(plan, PlanTab)
    assert opened.window.focusWidget() is plan.grid
    opened.covers.show_profile()
    opened.window.cover(None)
    assert opened.window.focusWidget() is plan.grid


def test_menus_keep_their_actions_when_tabs_change(opened: Desktop) -> None:
    before = [action.text() for action in menu(opened, "Chèn").actions()]
    for number in (2, 1, 2, 1):
        opened.window.show_tab(number)
    assert [action.text() for action in menu(opened, "Chèn").actions()] == before
    assert any("Nhiệm vụ bên dưới" in text for text in before)


def test_another_year_has_no_plan_yet(opened: Desktop, qtbot: QtBot) -> None:
    years = opened.window._tab_row.years
    assert [years.itemText(n) for n in range(years.count())] == ["2027", "2028"]
    years.setCurrentIndex(1)
    years.activated.emit(1)
    plan = opened.window.tab(1)
    assert isinstance(plan, PlanTab)
    assert "Chưa có kế hoạch năm 2028" in plan._pages._empty._words.text()
    assert opened.controller.year == 2028


def test_jump_from_the_timeline_to_the_cell(opened: Desktop) -> None:
    plan = opened.window.tab(1)
    assert isinstance(plan, PlanTab)
    opened.window.show_tab(2)
    task = next(row for row in plan.model.rows if isinstance(row, Task))
    opened.window.jump_to(Place(task.id, "time"))
    assert opened.window.current_tab is plan
    assert len(opened.window._made) == 2  # those that are there are asked first
    assert plan.grid.current_record is task


def test_a_tab_with_words_that_are_refused_is_left_only_at_the_second_try(opened: Desktop) -> None:
    window = opened.window
    plan = window.tab(1)
    assert isinstance(plan, PlanTab)
    task = next(row for row in plan.model.rows if isinstance(row, Task))
    opened.show_result(Place(task.id, RESULT), "")
    field = next(f for f in plan.results.findChildren(TextField) if "hoàn" in f.accessibleName())
    field.setFocus()
    field.insertPlainText("32/8")
    window.show_tab(3)
    assert window.current_tab is plan
    assert window._tab_row.place == 1
    assert "Không đọc được ngày" in window.bar.text
    assert field.words == "32/8"
    window.show_tab(3)
    assert window.current_tab is window.tab(3)
    window.show_tab(1)
    field.selectAll()
    field.insertPlainText("20/8")
    window.show_tab(3)
    assert window.current_tab is window.tab(3)


@pytest.mark.parametrize(("shade", "scale"), [("dark", 0), ("", 150), ("light", 175)])
def test_another_look_keeps_the_file(opened: Desktop, shade: str, scale: int) -> None:
    opened.change_look(shade, scale)
    assert opened.window.isVisible()
    assert isinstance(opened.window.current_tab, PlanTab)
    assert opened.window.minimumSizeHint().width() <= 1366
    assert opened.theme.dark == (shade == "dark")
    assert opened.theme.scale == (scale or 100)
    view = menu(opened, "Xem")
    shades = next(a.menu() for a in view.actions() if a.text() == "Nền")
    assert isinstance(shades, QMenu)
    assert [a.data()[0] for a in shades.actions() if a.isChecked()] == [shade or "system"]


def test_another_look_keeps_the_tab(opened: Desktop) -> None:
    opened.window.show_tab(3)
    opened.change_look("dark", 0)
    assert opened.window.current_tab is opened.window.tab(3)


def test_every_control_has_a_name(opened: Desktop) -> None:
    nameless = [
        widget
        for kind in (QAbstractButton, QComboBox)
        for widget in opened.window.findChildren(kind)
        if widget.isVisible() and not (widget.accessibleName() or widget.property("text"))
    ]
    assert nameless == []


def test_toast_never_offers_another_step(opened: Desktop) -> None:
    plan = opened.window.tab(1)
    assert isinstance(plan, PlanTab)
    row = next(n for n, r in enumerate(plan.model.rows) if isinstance(r, Task))
    for text in ("Quý I", "Quý II"):
        plan.model.setData(plan.model.index(row, plan.model.column_of("time")), text)
    assert opened.window.toast.isVisible()
    opened.controller.undo()
    assert opened.window.toast.text == "Đã hoàn tác: Sửa Thời gian hoàn thành"
    assert not opened.window.toast._undo.isVisible()


def test_a_page_over_the_tabs_has_its_own_way_back(opened: Desktop) -> None:
    plan = opened.window.tab(1)
    assert isinstance(plan, PlanTab)
    row = next(n for n, r in enumerate(plan.model.rows) if isinstance(r, Task))
    plan.model.setData(plan.model.index(row, plan.model.column_of("time")), "Quý I")
    assert opened.window.toast.isVisible()
    opened.covers.show_profile()
    assert not opened.window.toast.isVisible()


def test_menus_do_not_grow(opened: Desktop) -> None:
    sizes = set()
    for _ in range(3):
        for number in (2, 1, 0):
            opened.window.show_tab(number)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        sizes.add(len(menu(opened, "Sửa").children()))
    assert len(sizes) == 1


def test_every_warning_is_told(opened: Desktop) -> None:
    project = opened.controller.project
    assert project is not None
    project.warnings += ["Một điều.", "Hai điều."]
    opened.window.refresh_state()
    assert opened.window.bar.text == "Một điều. Hai điều."
    assert project.warnings == []


def test_tabs_by_their_keys(opened: Desktop, qtbot: QtBot) -> None:
    window = opened.window
    window.activateWindow()
    for key, kind in (
        (Qt.Key.Key_3, TimelineTab),
        (Qt.Key.Key_2, PlanTab),
        (Qt.Key.Key_1, TodayTab),
    ):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        assert isinstance(window.current_tab, kind)


@pytest.fixture
def unwritten(opened: Desktop) -> Iterator[Desktop]:
    """A note is typed that the file does not take."""
    plan = opened.window.tab(1)
    assert isinstance(plan, PlanTab)
    row = next(n for n, r in enumerate(plan.model.rows) if isinstance(r, Task))
    plan.grid.setCurrentIndex(plan.model.index(row, 1))
    project = opened.controller.project
    assert project is not None
    project.read_only = True
    plan.details._fields["note"].insertPlainText("Chờ phòng gửi số liệu")
    yield opened
    project.read_only = False


def test_closing_tells_first_of_words_that_cannot_be_written(unwritten: Desktop) -> None:
    window = unwritten.window
    assert not window.close()
    assert "đóng lần nữa để bỏ" in window.bar.text
    assert window.close()


def test_another_year_waits_for_words_that_cannot_be_written(unwritten: Desktop) -> None:
    assert not unwritten.controller.choose_year(2028)
    assert unwritten.controller.year == 2027
    plan = unwritten.window.tab(1)
    assert isinstance(plan, PlanTab)
    assert plan.details._fields["note"].toPlainText() == "Chờ phòng gửi số liệu"


def test_another_file_waits_too(unwritten: Desktop, tmp_path: Path) -> None:
    assert not unwritten.files.opener.open(tmp_path / "khac.cchc")
    project = unwritten.controller.project
    assert project is not None
    assert project.path.name == "mau.cchc"


def test_the_row_of_tabs_has_one_ground(opened: Desktop) -> None:
    window, row = opened.window, opened.window._tab_row
    middle = row.mapTo(window, QPoint(row.width() // 2, row.height() // 2))
    ground = opened.theme.colour("title")
    assert window.grab().toImage().pixelColor(middle) == ground
