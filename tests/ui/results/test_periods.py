"""The panel Kết quả over the periods of a year and the occurrences of a task."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from cchc_desktop.domain.finding import RESULT, Place
from cchc_desktop.domain.plan import Task
from cchc_desktop.domain.result import State
from cchc_desktop.services import planning, recording
from tests.ui.plan.keys import last_step, type_words
from tests.ui.results.conftest import (
    EACH_MONTH,
    Q2,
    choose,
    field,
    press_state,
    result,
    task,
    timing,
)


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


def test_what_is_said_elsewhere_does_not_move_the_panel(open_at, tab, controller) -> None:
    panel = open_at(EACH_MONTH)
    type_words("đang gõ")
    about = task(tab, EACH_MONTH).id, "q3-2027", "2027-01-31"
    controller.do(recording.record, *about, state=State.DONE, text="từ phiếu")
    assert panel.which.occurrences.currentData() == "2027-01-31"
    assert field(panel, "text").words == "đang gõ"


def test_another_year_has_its_own_periods(open_at, tab, controller) -> None:
    panel = open_at(Q2)
    controller.do(planning.new_plan, 2028)
    controller.choose_year(2028)
    assert panel._none.isVisible()
    assert panel._period.year == 2028
    controller.show(None)
    assert panel._none.isVisible()


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


def test_the_window_jumps_to_one_of_several(desktop, project, qtbot) -> None:
    desktop.controller.show(project)
    rows = project.rows(project.wanted_plan(2027))
    monthly = next(r for r in rows if isinstance(r, Task) and r.text.startswith(EACH_MONTH))
    desktop.show_result(Place(monthly.id, RESULT), "2027-04-30")
    panel = desktop.window.current_tab.results
    assert panel.isVisible()
    assert panel.which.occurrences.currentData() == "2027-04-30"
    assert panel._title.text() == monthly.text
