"""The panel Kết quả, in the tab where it stands: fields are written where they were typed."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit, QPushButton

from cchc_desktop.domain.change import added
from cchc_desktop.domain.finding import RESULT, Place
from cchc_desktop.domain.plan import Area, Task
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.domain.result import Result, State
from cchc_desktop.services import planning, recording, registering
from tests.ui.plan.keys import Key, at, current, last_step, press, refused, type_words
from ui.plan.pane import RESULTS
from ui.plan.tab import PlanTab
from ui.results.panel import ResultPanel

TODAY = date(2027, 8, 30)
Q2 = "Gắn mã QR"  # due 30/6
EACH_MONTH = "Theo dõi hồ sơ"
DOCUMENT = RegisteredDocument("d", "Kế hoạch", "178", "KH-SNgV", "2027-02-28", title="Rà soát")


@pytest.fixture
def tab(qtbot, controller, make_kit) -> PlanTab:
    tab = PlanTab(make_kit(controller, lambda: TODAY))
    qtbot.addWidget(tab)
    tab.resize(1366, 600)
    with qtbot.waitActive(tab):
        tab.show()
        tab.activateWindow()
    return tab


@pytest.fixture
def open_at(tab: PlanTab) -> Callable[[str], ResultPanel]:
    """Opens the panel of the task that begins with these words."""

    def open_at(words: str) -> ResultPanel:
        assert tab.jump_to(Place(task(tab, words).id, RESULT))
        return tab.results

    return open_at


def task(tab: PlanTab, words: str) -> Task:
    found = (row for row in tab.model.rows if isinstance(row, Task))
    return next(task for task in found if task.text.startswith(words))


def result(tab: PlanTab, words: str, period: str = "q3", occurrence: str = "") -> Result | None:
    project = tab._controller.project
    assert project is not None
    return recording.result_of(project, task(tab, words).id, f"{period}-2027", occurrence)


def field(panel: ResultPanel, key: str):
    return (panel.first.fields | panel.day.fields | panel.rest.fields)[key]


def choose(combo, data: str) -> None:
    combo.setCurrentIndex(combo.findData(data))
    combo.activated.emit(combo.currentIndex())


def press_state(panel: ResultPanel, words: str) -> None:
    next(b for b in panel.state.findChildren(QPushButton) if b.text() == words).click()


def timing(panel: ResultPanel) -> str:
    return panel.timing._words.text()


def test_it_opens_with_the_period_whose_report_is_next(open_at, tab) -> None:
    panel = open_at(Q2)
    assert panel.isVisible()
    assert panel.which.periods.currentText() == "Báo cáo quý III"
    assert panel._title.text() == task(tab, Q2).text
    assert timing(panel) == "Hạn 30/6/2027 · quá hạn 61 ngày"
    assert field(panel, "text").hasFocus()
    assert not panel.which.occurrences.isVisible()
    assert tab.pane.actions_of_pages[RESULTS].isChecked()


def test_a_field_is_one_step_when_it_is_left(open_at, tab, controller) -> None:
    panel = open_at(Q2)
    type_words("Đã gắn 12/14 thủ tục")
    assert result(tab, Q2) is None
    press(Key.Key_Tab)
    assert last_step(controller) == "Ghi Kết quả"
    kept = result(tab, Q2)
    assert kept is not None
    assert (kept.text, kept.said_on) == ("Đã gắn 12/14 thủ tục", "2027-08-30")
    assert field(panel, "said_on").words == "30/8/2027"
    field(panel, "figures").setFocus()
    type_words("12/14")
    tab.grid.setFocus()
    assert last_step(controller) == "Ghi Số liệu"
    controller.undo()
    controller.undo()
    assert (result(tab, Q2), field(panel, "text").words) == (None, "")


def test_a_state_is_said_and_taken_back(open_at, tab, controller) -> None:
    panel = open_at(Q2)
    press_state(panel, "hoàn thành")
    kept = result(tab, Q2)
    assert kept is not None
    assert (kept.state, last_step(controller)) == (State.DONE, "Ghi Tình trạng")
    assert timing(panel) == "Hạn 30/6/2027 · quá hạn 61 ngày, tính đến ngày báo cáo"
    field(panel, "done_on").setFocus()
    type_words("25/6")
    press(Key.Key_Tab)
    assert (timing(panel), field(panel, "done_on").words) == (
        "Hạn 30/6/2027 · trong hạn",
        "25/6/2027",
    )
    press_state(panel, "hoàn thành")
    kept = result(tab, Q2)
    assert kept is not None
    assert kept.state == ""
    assert not any(b.isChecked() for b in panel.state.findChildren(QPushButton))


def test_words_that_are_composed_are_not_written(open_at, tab) -> None:
    panel = open_at(Q2)
    words = field(panel, "text")
    QApplication.sendEvent(words, QInputMethodEvent("đa", []))
    words.commit()
    assert result(tab, Q2) is None
    done = QInputMethodEvent("", [])
    done.setCommitString("đã")
    QApplication.sendEvent(words, done)
    words.commit()
    kept = result(tab, Q2)
    assert kept is not None
    assert kept.text == "đã"


def test_a_day_that_is_none_stays_and_holds_the_task(open_at, tab, controller, qtbot) -> None:
    panel = open_at(Q2)
    row = current(tab)[0]
    said: list[str] = []
    controller.refused.connect(said.append)
    field(panel, "done_on").setFocus()
    type_words("hôm qua")
    at(tab, "task", 1, Area)
    qtbot.waitUntil(lambda: current(tab)[0] == row)
    assert "Không đọc được ngày “hôm qua”" in said[0]
    assert field(panel, "done_on").words == "hôm qua"
    choose(panel.which.periods, "h1-2027")
    assert panel.which.periods.currentData() == "q3-2027"
    assert not controller.settle()
    field(panel, "done_on").setFocus()
    field(panel, "done_on").selectAll()
    type_words("25/6")
    at(tab, "task", 1, Area)
    assert current(tab)[0] != row
    assert panel._none.isVisible()
    kept = result(tab, Q2)
    assert kept is not None
    assert kept.done_on == "2027-06-25"


def test_another_task_gets_nothing_of_the_first(open_at, tab) -> None:
    panel = open_at(Q2)
    type_words("đang gõ")
    open_at(EACH_MONTH)
    kept = result(tab, Q2)
    assert kept is not None
    assert (kept.text, field(panel, "text").words) == ("đang gõ", "")


def test_each_occurrence_has_its_own(open_at, tab) -> None:
    panel = open_at(EACH_MONTH)
    assert panel.which.occurrences.count() == 12
    assert panel.which.occurrences.currentData() == "2027-01-31"
    press_state(panel, "hoàn thành")
    assert panel.which.occurrences.currentText() == "lần hạn 31/1/2027 · hoàn thành"
    choose(panel.which.occurrences, "2027-02-28")
    type_words("Tháng 2")
    tab.grid.setFocus()
    kept = result(tab, EACH_MONTH, occurrence="2027-02-28")
    assert kept is not None
    assert kept.text == "Tháng 2"
    assert panel.past.others.text() == "Quý III, lần hạn 31/1/2027: hoàn thành"
    open_at(Q2)
    open_at(EACH_MONTH)
    assert panel.which.occurrences.currentData() == "2027-03-31"  # the first that has no answer


def test_periods_keep_what_was_said_in_each(open_at, tab, controller) -> None:
    about = task(tab, Q2).id
    controller.do(recording.record, about, "q1-2027", text="Đang chọn đơn vị in", state="đang làm")
    controller.do(recording.record, about, "h1-2027", text="Gắn được 6\nthủ tục")
    panel = open_at(Q2)
    assert panel.past.others.text() == (
        "6 tháng: Gắn được 6 thủ tục\nQuý I: đang làm · Đang chọn đơn vị in"
    )
    choose(panel.which.periods, "h1-2027")
    assert field(panel, "text").words == "Gắn được 6\nthủ tục"
    assert panel.past.others.text() == "Quý I: đang làm · Đang chọn đơn vị in"
    open_at(EACH_MONTH)
    assert panel.which.periods.currentText() == "Báo cáo 6 tháng"  # a period is worked through


def test_what_was_finished_earlier_is_in_time_now(open_at, tab, controller) -> None:
    about = task(tab, Q2).id
    controller.do(recording.record, about, "h1-2027", state=State.DONE, done_on="25/6")
    assert timing(open_at(Q2)) == "Hạn 30/6/2027 · trong hạn"


def test_an_override_is_taken_with_its_reason(open_at, tab, controller) -> None:
    panel = open_at(Q2)
    panel.timing._more.click()
    choose(panel.timing._timing, "trong hạn")
    assert result(tab, Q2) is None
    assert panel.timing.reason.hasFocus()
    type_words("Tỉnh cho lùi")
    press(Key.Key_Tab)
    kept = result(tab, Q2)
    assert kept is not None
    assert (kept.timing, kept.timing_reason) == ("trong hạn", "Tỉnh cho lùi")
    assert last_step(controller) == "Ghi Đúng hạn hay không"
    assert timing(panel) == "Hạn 30/6/2027 · trong hạn (ghi tay)"
    choose(panel.timing._timing, "không hạn")
    kept = result(tab, Q2)
    assert kept is not None
    assert (kept.timing, kept.timing_reason) == ("không hạn", "Tỉnh cho lùi")
    choose(panel.timing._timing, "")
    assert (result(tab, Q2), timing(panel)) == (None, "Hạn 30/6/2027 · quá hạn 61 ngày")
    assert panel.timing.reason.words == ""


def test_a_document_is_cited_for_the_task_or_its_result(open_at, tab, controller) -> None:
    controller.apply(added("Thêm", [DOCUMENT]))
    panel = open_at(Q2)
    panel._choose = lambda documents, *_: (documents[0].id, "mục II, trang 3")
    tab._cite.trigger()
    (cited,) = controller.project.evidence()
    assert (cited.target_id, cited.locator) == (task(tab, Q2).id, "mục II, trang 3")
    shown = panel.evidence.findChildren(QPushButton)
    assert "Mở Kế hoạch 178/KH-SNgV, 28/02/2027" in [b.accessibleName() for b in shown]
    type_words("Đã ban hành kế hoạch")
    tab._cite.trigger()  # what is typed is written first: the result is there
    kept = result(tab, Q2)
    assert kept is not None
    assert {e.target_id for e in controller.project.evidence()} == {task(tab, Q2).id, kept.id}
    jumps: list[Place] = []
    panel.document_asked.connect(jumps.append)
    QApplication.processEvents()  # what was added is shown
    named = {
        b.accessibleName(): b for b in panel.evidence.findChildren(QPushButton) if b.isVisible()
    }
    named["Mở Kế hoạch 178/KH-SNgV, 28/02/2027"].click()
    assert jumps == [Place("d")]
    named["Bỏ dẫn Kế hoạch 178/KH-SNgV, 28/02/2027"].click()
    assert len(controller.project.evidence()) == 1


def test_a_change_elsewhere_is_followed(open_at, tab, controller) -> None:
    panel = open_at(Q2)
    about = task(tab, Q2).id
    controller.do(recording.record, about, "q3-2027", text="từ phiếu của phòng", said_by="VP")
    assert field(panel, "text").words == "từ phiếu của phòng"
    field(panel, "next_step").setFocus()
    type_words("gắn nốt")
    controller.do(recording.record, about, "q3-2027", text="sửa nơi khác")
    assert field(panel, "next_step").words == "gắn nốt"  # what is being typed stays
    controller.do(planning.edit, about, time="Quý IV")
    assert timing(panel) == "Hạn 31/12/2027 · trong hạn"
    assert "Ghi Kết quả" not in panel.past.steps.text()
    assert "Kết quả: “từ phiếu của phòng” → “sửa nơi khác”" in panel.past.steps.text()


def test_a_task_that_goes_takes_its_panel(open_at, tab, controller) -> None:
    panel = open_at(Q2)
    type_words("đang gõ")
    controller.do(planning.delete, [task(tab, Q2).id])
    assert field(panel, "text").words != "đang gõ" or panel._none.isVisible()
    tab.grid.setFocus()
    assert controller.project.results() == []


def test_hidden_it_waits(open_at, tab, controller) -> None:
    panel = open_at(Q2)
    tab.pane.actions_of_pages[RESULTS].trigger()
    assert not panel.isVisible()
    at(tab, "task", 0)
    assert panel._title.text() == task(tab, Q2).text
    tab.pane.actions_of_pages[RESULTS].trigger()
    assert panel._title.text() == tab.grid.current_record.text


def test_refused_words_stay(open_at, tab, controller) -> None:
    panel = open_at(Q2)
    type_words("Đã làm")
    with refused(controller):
        press(Key.Key_Tab)
        assert field(panel, "text").words == "Đã làm"
        press_state(panel, "hoàn thành")
        assert not any(b.isChecked() for b in panel.state.findChildren(QPushButton))
    tab.commit()
    kept = result(tab, Q2)
    assert kept is not None
    assert (kept.text, kept.state) == ("Đã làm", "")


def test_a_file_to_read_is_shown_only(open_at, tab, controller) -> None:
    about = task(tab, Q2).id
    controller.apply(added("Thêm", [DOCUMENT]))
    controller.do(registering.cite, "d", about)
    controller.project.read_only = True
    panel = open_at(Q2)
    assert field(panel, "text").isReadOnly()
    assert not any(b.isEnabled() for b in panel.state.findChildren(QPushButton))
    assert not panel.evidence._cite.isVisible()


def test_another_year_has_its_own_periods(open_at, tab, controller) -> None:
    panel = open_at(Q2)
    controller.do(planning.new_plan, 2028)
    controller.choose_year(2028)
    assert panel._none.isVisible()
    assert panel._period.year == 2028
    controller.show(None)
    assert panel._none.isVisible()


def test_every_control_has_a_name(open_at, tab, controller) -> None:
    panel = open_at(EACH_MONTH)
    panel.timing._more.click()
    for kind in (QPushButton, QComboBox, QPlainTextEdit):
        assert all(widget.accessibleName() for widget in panel.findChildren(kind))


def test_one_answer_is_given_for_all_that_are_asked(open_at, tab, controller) -> None:
    panel = open_at(EACH_MONTH)
    assert not panel.which.repeat.isVisible()  # nothing is said yet that could be repeated
    type_words("Không có hồ sơ quá hạn")
    press_state(panel, "hoàn thành")
    # by 14/9 nine months have come
    assert panel.which.repeat.text() == "Ghi như vậy cho 8 lần chưa ghi"
    panel.which.repeat.click()
    assert not panel.which.repeat.isVisible()
    assert len(controller.project.results()) == 9
    assert last_step(controller) == "Ghi kết quả cho 8 lần"
    controller.undo()
    assert len(controller.project.results()) == 1


def test_the_wheel_chooses_nothing(open_at, tab, qtbot) -> None:
    panel = open_at(Q2)
    point = QPointF(5, 5)
    wheel = QWheelEvent(
        point,
        panel.which.periods.mapToGlobal(point),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(panel.which.periods, wheel)
    assert panel.which.periods.currentData() == "q3-2027"


def test_what_is_said_elsewhere_does_not_move_the_panel(open_at, tab, controller) -> None:
    panel = open_at(EACH_MONTH)
    type_words("đang gõ")
    about = task(tab, EACH_MONTH).id, "q3-2027", "2027-01-31"
    controller.do(recording.record, *about, state=State.DONE, text="từ phiếu")
    assert panel.which.occurrences.currentData() == "2027-01-31"
    assert field(panel, "text").words == "đang gõ"


def test_the_window_jumps_to_one_of_several(desktop, project, qtbot) -> None:
    desktop.controller.show(project)
    rows = project.rows(project.wanted_plan(2027))
    monthly = next(r for r in rows if isinstance(r, Task) and r.text.startswith(EACH_MONTH))
    desktop.show_result(Place(monthly.id, RESULT), "2027-04-30")
    panel = desktop.window.current_tab.results
    assert panel.isVisible()
    assert panel.which.occurrences.currentData() == "2027-04-30"
    assert panel._title.text() == monthly.text
