"""Filtering by columns: the popup under a head, the strip, saved views; widths that are kept."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.columns import SEVEN
from cchc_desktop.domain.finding import Place
from cchc_desktop.domain.plan import Area, Group, Task
from cchc_desktop.domain.table_filter import EMPTY, ColumnFilter, TableFilter
from cchc_desktop.services import table_editing
from tests.ui.plan.keys import (
    ALT,
    CTRL,
    Key,
    at,
    editor,
    last_step,
    press,
    rows,
    text,
    type_words,
)
from ui.choices import Choices
from ui.plan.tab import PlanTab
from ui.project_controller import ProjectController
from ui.widgets.filter_popup import FilterPopup

MakeTab = Callable[[ProjectController], PlanTab]
WhenAsked = Callable[[Callable[[Any], object]], None]
COOPERATION, OFFICE = "Phòng Hợp tác quốc tế", "Văn phòng Sở"
LED = TableFilter(columns=(ColumnFilter("lead", (COOPERATION,)),))


def shown_tasks(tab: PlanTab) -> list[int]:
    return [row for row in rows(tab) if not tab.grid.isRowHidden(row)]


def units(tab: PlanTab, row: int, key: str = "lead") -> tuple[str, ...]:
    record = tab.model.rows[row]
    assert isinstance(record, Task)
    return tab.filtering.values.of(key, record)


def opened(tab: PlanTab, key: str) -> FilterPopup:
    """The popup of a column, by its keys."""
    at(tab, key)
    press(Key.Key_L, ALT)
    popup = tab.findChild(FilterPopup)
    assert isinstance(popup, FilterPopup)
    assert popup.isVisible()
    return popup


def titles(popup: FilterPopup) -> list[str]:
    return [offer.title for offer in popup.list.offers.items]


def ticked(popup: FilterPopup) -> list[str]:
    return [offer.title for offer in popup.list.offers.items if offer.ticked]


def views(tab: PlanTab) -> dict[str, QAction]:
    """What the menu Bộ lọc offers, filled as it is when it opens."""
    tab.filtering._views.aboutToShow.emit()
    return {action.text(): action for action in tab.filtering._views.actions()}


# The popup


def test_a_unit_is_found_by_its_short_name_and_enter_filters(tab: PlanTab) -> None:
    popup = opened(tab, "lead")
    type_words("htqt")
    assert ticked(popup) == titles(popup) == ["Chọn tất cả dòng tìm thấy", COOPERATION]
    press(Key.Key_Return)
    assert not popup.isVisible()
    assert QApplication.focusWidget() is tab.grid
    left = shown_tasks(tab)
    assert left == [row for row in rows(tab) if COOPERATION in units(tab, row)]
    assert 0 < len(left) < len(rows(tab))
    over = [row for row in (*rows(tab, Area), *rows(tab, Group)) if not tab.grid.isRowHidden(row)]
    assert over
    told = f"Đang lọc {len(left)}/{len(rows(tab))} nhiệm vụ · Đơn vị chủ trì = {COOPERATION}"
    assert tab.filtering.strip.words == told
    assert tab.filtering.strip.isVisible()


def test_ticks_are_turned_by_the_mouse(tab: PlanTab) -> None:
    place = tab.model.column_of("time")
    head = tab.grid.head
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=head.mark_box(place).center())
    popup = tab.findChild(FilterPopup)
    assert isinstance(popup, FilterPopup)
    assert ticked(popup) == titles(popup)
    everything = titles(popup)[1:]

    def click(line: int) -> None:
        box = popup.list.visualRect(popup.list.offers.index(line))
        QTest.mouseClick(popup.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())

    click(0)
    assert ticked(popup) == []
    assert not popup._take.isEnabled()
    click(2)
    popup._take.click()
    assert tab.filtering.wanted.columns == (ColumnFilter("time", (everything[1],)),)
    assert [units(tab, row, "time") for row in shown_tasks(tab)]
    assert all(everything[1] in units(tab, row, "time") for row in shown_tasks(tab))


def test_arrows_lead_into_the_list_and_tab_goes_round(tab: PlanTab) -> None:
    popup = opened(tab, "lead")
    press(Key.Key_Down)
    press(Key.Key_Space)
    assert popup.field.text() == ""
    assert ticked(popup) == titles(popup)[2:]
    for control in (popup._take, popup._end, popup.field):
        press(Key.Key_Tab)
        assert control.hasFocus()
    press(Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert popup._end.hasFocus()
    assert popup.isVisible()


def test_esc_leaves_everything_as_it_was(tab: PlanTab) -> None:
    popup = opened(tab, "lead")
    press(Key.Key_Tab)
    press(Key.Key_Space)
    assert ticked(popup) == []
    press(Key.Key_Escape)
    assert not popup.isVisible()
    assert QApplication.focusWidget() is tab.grid
    assert not tab.filtering.wanted


def test_a_click_elsewhere_closes_it(tab: PlanTab) -> None:
    popup = opened(tab, "lead")
    tab.toolbar.filter.setFocus()
    assert not popup.isVisible()


def test_what_was_ticked_is_ticked_again_and_all_of_it_is_no_filter(tab: PlanTab) -> None:
    tab.filtering.choose(LED)
    popup = opened(tab, "lead")
    assert ticked(popup) == [COOPERATION]
    press(Key.Key_Tab)
    popup.list.setCurrentIndex(popup.list.offers.index(0))
    press(Key.Key_Space)
    assert ticked(popup) == titles(popup)
    press(Key.Key_Return)
    assert not tab.filtering.wanted
    assert not tab.filtering.strip.isVisible()
    assert len(shown_tasks(tab)) == len(rows(tab))


def test_words_of_a_text_column_are_a_filter_of_their_own(tab: PlanTab) -> None:
    opened(tab, "task")
    type_words("ra soat")
    press(Key.Key_Return)
    assert tab.filtering.wanted.columns == (ColumnFilter("task", words="ra soat"),)
    assert shown_tasks(tab)
    assert all("soát" in text(tab, row, "task").lower() for row in shown_tasks(tab))
    popup = opened(tab, "task")
    assert popup.field.text() == "ra soat"
    assert len(titles(popup)) == 1 + len(shown_tasks(tab))


def test_columns_offer_what_the_others_leave(tab: PlanTab) -> None:
    tab.filtering.choose(LED)
    popup = opened(tab, "time")
    there = {value for row in shown_tasks(tab) for value in units(tab, row, "time")}
    assert set(titles(popup)[1:]) == there - {"Quý này"}
    first = titles(popup)[1]
    type_words(first)
    press(Key.Key_Return)
    assert [column.key for column in tab.filtering.wanted.columns] == ["lead", "time"]
    assert all(
        COOPERATION in units(tab, row) and first in units(tab, row, "time")
        for row in shown_tasks(tab)
    )
    tab.toolbar.filter.setText("không có chữ này")
    tab.toolbar.filter.tell_now()
    assert "bộ lọc" in tab._pages._empty._words.text()
    assert tab.filtering.strip.isVisible()
    tab.filtering.strip._end.click()
    assert len(shown_tasks(tab)) == len(rows(tab))
    assert tab.toolbar.filter.text() == ""


def test_esc_in_the_field_ends_its_words_only(tab: PlanTab) -> None:
    tab.filtering.choose(TableFilter("đoàn", LED.columns))
    press(Key.Key_F, CTRL)
    press(Key.Key_Escape)
    assert tab.filtering.wanted == LED
    assert QApplication.focusWidget() is tab.grid


def test_esc_in_the_strip_ends_the_filter(tab: PlanTab) -> None:
    tab.filtering.choose(LED)
    tab.filtering.strip._end.setFocus()
    press(Key.Key_Escape)
    assert not tab.filtering.wanted
    assert QApplication.focusWidget() is tab.grid


def test_the_menu_of_the_head_is_about_the_column_under_the_mouse(tab: PlanTab) -> None:
    head, place = tab.grid.head, tab.model.column_of("time")
    for _ in range(2):
        head.customContextMenuRequested.emit(head.mark_box(place).center())
        menu = tab.filtering._heads.menu
        words = [action.text() for action in menu.actions()]
        assert words == ["Lọc cột đang chọn…", "Bộ lọc", "Bỏ lọc", "", "Về bề rộng mặc định"]
        menu.actions()[0].trigger()
        menu.hide()
        popup = tab.findChild(FilterPopup)
        assert isinstance(popup, FilterPopup)
        assert "Thời gian" in popup._title.text()


def test_the_popup_is_a_model_without_fault_and_every_part_has_a_name(
    tab: PlanTab, qtmodeltester: Any
) -> None:
    popup = opened(tab, "lead")
    qtmodeltester.check(popup.list.offers)
    named = [popup.field, popup.list, *popup.findChildren(QPushButton)]
    assert all(widget.accessibleName() for widget in named)


def test_it_stays_in_the_window(tab: PlanTab) -> None:
    for key in ("number", "time"):
        assert tab.rect().contains(opened(tab, key).geometry())


def test_the_head_is_still_dragged_wider_beside_its_mark(tab: PlanTab) -> None:
    head, place = tab.grid.head, tab.model.column_of("lead")
    edge = head.sectionViewportPosition(place) + head.sectionSize(place) - 1
    old, left = head.sectionSize(place), Qt.MouseButton.LeftButton
    QTest.mousePress(head.viewport(), left, pos=QPoint(edge, 10))
    QTest.mouseMove(head.viewport(), QPoint(edge + 30, 10))
    QTest.mouseRelease(head.viewport(), left, pos=QPoint(edge + 30, 10))
    assert tab.findChild(FilterPopup) is None
    assert head.sectionSize(place) == old + 30


# Rows that change while they are filtered


def test_an_edited_row_stays_until_the_filter_is_applied_anew(
    tab: PlanTab, controller: ProjectController
) -> None:
    tab.filtering.choose(LED)
    row = shown_tasks(tab)[0]
    tab.model.setData(tab.model.index(row, tab.model.column_of("lead")), OFFICE)
    assert not tab.grid.isRowHidden(row)
    assert tab.filtering.strip._again.isVisible()
    assert "1 dòng vừa sửa" in tab.filtering.strip.words
    controller.undo()
    assert not tab.filtering.strip._again.isVisible()
    controller.redo()
    QTest.mouseClick(tab.filtering.strip._again, Qt.MouseButton.LeftButton)
    assert tab.grid.isRowHidden(row)
    assert tab.focusWidget() is tab.grid, "not the button beside it, which ends the filter"
    assert "vừa sửa" not in tab.filtering.strip.words


def test_a_new_row_is_seen_and_hidden_ones_stay_hidden(tab: PlanTab) -> None:
    tab.filtering.choose(LED)
    hidden = {tab.model.rows[row].id for row in rows(tab) if tab.grid.isRowHidden(row)}
    row = shown_tasks(tab)[0]
    tab.grid.stand_on(tab.model.index(row, tab.model.column_of("task")))
    tab.grid.setFocus()
    count = len(shown_tasks(tab))
    press(Key.Key_Return, CTRL)
    assert editor(tab) is not None
    press(Key.Key_Escape)
    assert len(shown_tasks(tab)) == count + 1
    assert all(tab.grid.isRowHidden(n) for n in rows(tab) if tab.model.rows[n].id in hidden)
    press(Key.Key_Down, ALT)
    assert all(tab.grid.isRowHidden(n) for n in rows(tab) if tab.model.rows[n].id in hidden)


def test_going_to_a_hidden_row_ends_the_filter(tab: PlanTab) -> None:
    tab.filtering.choose(LED)
    hidden = next(row for row in rows(tab) if tab.grid.isRowHidden(row))
    assert tab.jump_to(Place(tab.model.rows[hidden].id, "time"))
    assert not tab.filtering.wanted
    assert not tab.filtering.strip.isVisible()
    assert tab.grid.head._filtered == set()
    assert len(shown_tasks(tab)) == len(rows(tab))


def test_another_year_begins_without_a_filter(tab: PlanTab, controller: ProjectController) -> None:
    tab.filtering.choose(LED)
    controller.choose_year(2028)
    controller.choose_year(2027)
    assert not tab.filtering.wanted
    assert len(shown_tasks(tab)) == len(rows(tab))


def test_a_column_that_goes_takes_its_filter_with_it(
    tab: PlanTab, controller: ProjectController
) -> None:
    tab.filtering.choose(LED.having(ColumnFilter("deliverable", (EMPTY,))))
    plan = controller.plan
    assert plan is not None
    fewer = tuple(pair for pair in SEVEN if pair[0] != "deliverable")
    controller.do(table_editing.set_columns, plan, fewer, drop_texts=True)
    assert last_step(controller)
    assert tab.filtering.wanted == LED
    assert tab.grid.head._filtered == {tab.model.column_of("lead")}


# Views with a name


def test_the_view_of_this_quarter_is_ready(tab: PlanTab) -> None:
    tab.filtering._today = lambda: date(2027, 8, 30)
    views(tab)["Việc quý này"].trigger()
    assert shown_tasks(tab)
    for row in shown_tasks(tab):
        assert {"Quý III", "Hằng tháng, hằng quý"} & set(units(tab, row, "time"))
    assert tab.filtering.strip.words.endswith(
        " nhiệm vụ · Việc quý này (Thời gian hoàn thành = Quý này)"
    )
    assert views(tab)["Việc quý này"].isChecked()


def test_a_view_is_saved_is_there_at_the_next_start_and_can_be_deleted(
    tab: PlanTab, controller: ProjectController, make_tab: MakeTab, when_asked: WhenAsked
) -> None:
    def answer(box: QInputDialog) -> None:
        box.setTextValue(" Việc của HTQT ")
        box.accept()

    wanted = LED.having(ColumnFilter("task", words="đoàn"))
    tab.filtering.choose(wanted)
    when_asked(answer)
    QTest.mouseClick(tab.filtering.strip._save, Qt.MouseButton.LeftButton)
    assert "Việc của HTQT (" in tab.filtering.strip.words
    assert tab.focusWidget() is tab.grid, "not the button beside it, which ends the filter"
    assert not tab.filtering.strip._save.isVisible()
    again = make_tab(controller)
    views(again)["Việc của HTQT"].trigger()
    assert again.filtering.wanted == wanted
    forget = again.filtering._views.findChild(QMenu)
    assert isinstance(forget, QMenu)
    (gone,) = forget.actions()
    gone.trigger()
    assert "Việc của HTQT" not in views(again)
    assert Choices(controller.paths.config).value.views == ()
    assert again.filtering.wanted == wanted


def test_a_view_of_columns_that_the_plan_has_not_is_not_offered(
    tab: PlanTab, controller: ProjectController
) -> None:
    plan = controller.plan
    assert plan is not None
    assert views(tab)["Việc chưa rõ thời gian"].isEnabled()
    without = tuple(pair for pair in SEVEN if pair[0] != "time")
    controller.do(table_editing.set_columns, plan, without, drop_texts=True)
    assert not views(tab)["Việc chưa rõ thời gian"].isEnabled()


# Widths


def test_a_dragged_width_is_kept_for_the_next_start(
    tab: PlanTab, controller: ProjectController, make_tab: MakeTab, qtbot: QtBot
) -> None:
    place = tab.model.column_of("lead")
    default = tab.grid.columnWidth(place)
    tab.grid.head.resizeSection(place, default + 40)
    stored = {"plan.lead": default + 40}
    qtbot.waitUntil(lambda: Choices(controller.paths.config).value.widths == stored)
    again = make_tab(controller)
    assert again.grid.columnWidth(place) == default + 40
    again._columns.reset_widths.trigger()
    assert again.grid.columnWidth(place) == default
    assert Choices(controller.paths.config).value.widths == {}
