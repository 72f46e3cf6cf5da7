"""The panel Kết quả, in the tab where it stands: fields are written where they were typed."""

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit, QPushButton

from cchc_desktop.domain.change import added
from cchc_desktop.domain.finding import Place
from cchc_desktop.domain.plan import Area
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.domain.result import State
from cchc_desktop.services import planning, recording, registering
from tests.ui.plan.keys import Key, at, current, last_step, press, refused, type_words
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
from ui.plan.pane import RESULTS

DOCUMENT = RegisteredDocument("d", "Kế hoạch", "178", "KH-SNgV", "2027-02-28", title="Rà soát")


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


def test_every_control_has_a_name(open_at, tab, controller) -> None:
    panel = open_at(EACH_MONTH)
    panel.timing._more.click()
    for kind in (QPushButton, QComboBox, QPlainTextEdit):
        assert all(widget.accessibleName() for widget in panel.findChildren(kind))
