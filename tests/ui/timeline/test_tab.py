"""The tab follows the plan, groups, filters and says what is missing."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from cchc_desktop.domain.finding import RESULT, Place
from cchc_desktop.domain.plan import Task
from cchc_desktop.domain.result import State
from cchc_desktop.domain.timeline import Heading
from cchc_desktop.services import planning, recording
from cchc_desktop.services.project import Project
from ui.timeline.tab import TimelineTab


@pytest.fixture
def make_tab(qtbot, controller, make_kit):
    def make(today=date(2027, 8, 30), *, shown=True):
        tab = TimelineTab(make_kit(controller, lambda: today))
        qtbot.addWidget(tab)
        tab.resize(1366, 600)
        if shown:
            tab.show()
        return tab

    return make


def headings(tab):
    return [li.entry.text for li in tab.view.shown.lines if isinstance(li.entry, Heading)]


def tasks(tab):
    return [li.entry.item for li in tab.view.shown.lines if not isinstance(li.entry, Heading)]


def first_task(controller):
    rows = controller.project.rows(controller.plan)
    return next(row for row in rows if isinstance(row, Task))


def test_the_sample_is_shown_with_this_quarter_open(make_tab):
    tab = make_tab()
    assert len(tasks(tab)) == 32
    assert headings(tab)[0] == "I. Cải cách thể chế"
    assert tab.view.scale.open == {3}
    assert tab._scales.button(1).isChecked()
    assert (tab._overdue.count, tab._waiting.count) == (21, 7)
    assert tab.status().startswith("32 nhiệm vụ · 21 quá hạn · 7 chờ sự kiện")


def test_a_plan_of_another_year_has_no_today(make_tab):
    tab = make_tab(date(2026, 3, 1))
    assert tab.view.scale.open == frozenset()
    assert not tab._scales.button(1).isEnabled()
    assert not tab._overdue.isEnabled()
    assert "chưa tới" not in tab._legend.accessibleName()
    assert "thời gian thực hiện" in tab._legend.accessibleName()


def test_an_edit_is_followed_and_a_hidden_tab_waits(make_tab, controller):
    tab = make_tab()
    task = first_task(controller)
    controller.do(planning.edit, task.id, time="Quý IV")
    assert tasks(tab)[0].schedule.text == "Quý IV"
    tab.hide()
    controller.undo()
    assert tasks(tab)[0].schedule.text == "Quý IV"
    tab.show()
    assert tasks(tab)[0].schedule.text == task.time


def test_by_unit_a_task_stands_under_each_lead(make_tab):
    tab = make_tab()
    tab._grouping.button(1).click()
    assert headings(tab) == sorted(headings(tab), key=headings(tab).index)
    assert "Văn phòng Sở" in headings(tab)
    assert len(tasks(tab)) == 33  # one task has two leads
    tab._grouping.button(0).click()
    assert len(tasks(tab)) == 32


def test_scales_by_button_and_by_hand(make_tab):
    tab = make_tab()
    tab._scales.button(2).click()
    assert tab.view.scale.open == {1, 2, 3, 4}
    tab.view.set_scale(tab.view.scale.toggled(1))
    assert not any(button.isChecked() for button in tab._scales.buttons())
    tab._scales.button(0).click()
    assert tab.view.scale.open == frozenset()
    assert tab._scales.button(0).isChecked()


def test_late_and_waiting_rows_alone(make_tab):
    tab = make_tab()
    tab._overdue.click()
    assert len(tasks(tab)) == 21
    tab._overdue.click()
    tab._waiting.click()
    assert len(tasks(tab)) == 7


def test_filter_without_diacritics(qtbot, make_tab):
    tab = make_tab()
    qtbot.keyClicks(tab._filter, "ma qr")
    qtbot.waitUntil(lambda: len(tasks(tab)) == 1)
    assert tasks(tab)[0].label.startswith("Gắn mã QR")
    qtbot.keyClicks(tab._filter, "xyz")
    qtbot.waitUntil(lambda: tab._pages.currentWidget() is tab._empty)
    tab._show_all()
    assert len(tasks(tab)) == 32


def test_another_plan_is_shown_whole(make_tab, controller):
    tab = make_tab()
    tab._overdue.click()
    tab._filter.setText("xyz")
    controller.choose_year(2031)
    controller.choose_year(2027)
    assert len(tasks(tab)) == 32


def test_enter_in_the_filter_goes_to_the_rows(qtbot, make_tab):
    tab = make_tab()
    with qtbot.waitSignal(tab._filter.returnPressed):
        qtbot.keyClick(tab._filter, Qt.Key.Key_Return)
    assert tab.focusWidget() is tab.view


def test_esc_in_the_filter_ends_it(qtbot, make_tab):
    tab = make_tab()
    qtbot.keyClicks(tab._filter, "xyz")
    qtbot.waitUntil(lambda: tab._pages.currentWidget() is tab._empty)
    tab._filter.setFocus()
    qtbot.keyClick(tab._filter, Qt.Key.Key_Escape)
    assert tab._filter.text() == ""
    assert tab.focusWidget() is tab.view


def test_a_year_without_a_plan_says_so(qtbot, make_tab, controller):
    tab = make_tab()
    controller.choose_year(2031)
    assert tab._pages.currentWidget() is tab._empty
    with qtbot.waitSignal(tab.plan_asked):
        tab._empty.findChild(QPushButton).click()


def test_without_a_file_there_is_nothing(make_tab, controller):
    tab = make_tab()
    controller.show(None)
    assert tasks(tab) == []


def test_enter_asks_for_the_place_of_the_time(qtbot, make_tab, controller):
    tab = make_tab()
    tab.view.choose(1)
    with qtbot.waitSignal(tab.edit_asked) as asked:
        qtbot.keyClick(tab.view, Qt.Key.Key_Return)
    assert asked.args[0] == Place(first_task(controller).id, "time")


def test_lead_units_are_chips_with_short_names(make_tab, controller):
    assert isinstance(controller.project, Project)
    tab = make_tab()
    (chip,) = tab._lead_chips("Văn phòng Sở")
    assert (chip.words, chip.look) == ("VP Sở", "lead")
    (unknown,) = tab._lead_chips("Phòng Chưa Từng Có")
    assert unknown.words.endswith(" ?")


def test_results_are_followed_and_counted(make_tab, controller):
    tab = make_tab()
    task = next(item for item in tasks(tab) if item.schedule.text == "Quý II")
    controller.do(recording.record, task.record_id, "h1-2027", state=State.DONE)
    assert tab._overdue.count == 20
    assert tab.status().startswith("hoàn thành 1/32 nhiệm vụ, đạt 3,13 % · 20 quá hạn · 7 chờ")
    controller.undo()
    assert tab.status().startswith("32 nhiệm vụ · 21 quá hạn")


def test_an_event_is_followed(make_tab, controller):
    tab = make_tab()
    words = "Khi có phản ánh, kiến nghị"
    controller.do(recording.tell_event, controller.plan, words, date(2027, 8, 1), None)
    assert tab._waiting.count == 6


def test_f9_asks_for_the_result_of_the_current_task(make_tab, qtbot):
    tab = make_tab()
    asked = []
    tab.edit_asked.connect(asked.append)
    tab.view.choose(0)  # a heading
    tab._result_action.trigger()
    assert asked == []
    tab.view.choose(1)
    tab._result_action.trigger()
    assert asked == [Place(tasks(tab)[0].record_id, RESULT)]
