"""The tab follows the plan, filters, and asks for what its buttons say."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.change import Change, Edit
from cchc_desktop.domain.finding import RESULT, Place
from cchc_desktop.domain.plan import Task
from cchc_desktop.domain.result import State
from cchc_desktop.services import collecting, planning, recording
from ui.kit import Kit
from ui.project_controller import ProjectController
from ui.timeline.tab import TimelineTab
from ui.today.lines import Act, Line
from ui.today.tab import TodayTab

Find = Callable[..., Line]
TODAY = date(2027, 8, 30)


def headings(tab: TodayTab) -> dict[str, int]:
    return {line.words: line.total for line in tab.list.lines.items if line.heading}


def task(controller: ProjectController, words: str) -> Task:
    assert controller.project is not None
    assert controller.plan is not None
    rows = controller.project.rows(controller.plan)
    return next(row for row in rows if isinstance(row, Task) and row.text.startswith(words))


def test_what_is_late_comes_first(
    today: TodayTab, controller: ProjectController, make_kit: Callable[..., Kit], qtbot: QtBot
) -> None:
    assert today.toolbar.day.text() == "Thứ Hai, 30/8/2027"
    timeline = TimelineTab(make_kit(controller, lambda: TODAY))
    qtbot.addWidget(timeline)
    timeline._refresh()
    assert headings(today)["Quá hạn"] == timeline._overdue.count
    assert headings(today) == {
        "Quá hạn": 21,
        "Sắp đến hạn": 5,
        "Chờ sự kiện": 5,
        "Còn thiếu trước khi báo cáo": 31,
    }
    assert today.list.current is not None
    assert today.list.current.words.startswith("Ban hành kế hoạch tuyên truyền")
    assert today.status().startswith("21 quá hạn · 5 sắp đến hạn · 5 chờ sự kiện · Đang chọn: Ban")


def test_a_result_takes_a_task_from_what_is_late(
    today: TodayTab, controller: ProjectController
) -> None:
    done = task(controller, "Gắn mã QR")
    assert f"late {done.id}" in [line.key for line in today.list.lines.items]
    controller.do(recording.record, done.id, "q3-2027", state=State.DONE)
    assert headings(today)["Quá hạn"] == 20
    controller.undo()
    assert headings(today)["Quá hạn"] == 21


def test_while_it_is_hidden_it_does_no_work(
    make_today: Callable[..., TodayTab], controller: ProjectController
) -> None:
    tab = make_today(shown=False)
    assert tab.list.lines.rowCount() == 0
    controller.do(planning.edit, task(controller, "Gắn mã QR").id, time="Quý IV")
    assert tab.list.lines.rowCount() == 0
    tab.show()
    assert headings(tab)["Quá hạn"] == 20


def test_a_unit_s_own_work(today: TodayTab) -> None:
    names = [today.toolbar.units.itemText(n) for n in range(today.toolbar.units.count())]
    assert names[0] == "Tất cả"
    assert "Các phòng CM" not in names
    today.toolbar.units.setCurrentIndex(names.index("HTQT"))
    today.toolbar.units.activated.emit(names.index("HTQT"))
    assert headings(today)["Quá hạn"] == 1
    assert [line.words for line in today.pane.board.lines.items] == ["Phòng Hợp tác quốc tế"]
    today._controller.choose_year(2028)
    assert today._unit_id == ""


def test_another_period_asks_for_other_things(today: TodayTab) -> None:
    pane = today.pane
    assert pane.periods.currentText() == "Báo cáo quý III"
    assert pane._window_words.text() == "số liệu 15/6 – 14/9"
    assert [box._left.text() for box in pane._dates] == ["còn 2 ngày", "còn 15 ngày", "còn 17 ngày"]
    pane.periods.setCurrentIndex(3)
    pane.periods.activated.emit(3)
    assert pane._dates[0]._day.text() == "20/11"
    assert headings(today)["Còn thiếu trước khi báo cáo"] == 32
    assert pane.periods.currentText() == "Báo cáo năm"


def test_enter_jumps_and_space_asks_for_the_result(
    today: TodayTab, controller: ProjectController, find: Find, qtbot: QtBot
) -> None:
    wanted = task(controller, "Gắn mã QR")
    find(today.list, "Gắn mã QR")
    with qtbot.waitSignal(today.place_asked) as asked:
        qtbot.keyClick(today.list, Qt.Key.Key_Return)
    assert asked.args == [Place(wanted.id)]
    with qtbot.waitSignal(today.result_asked) as result:
        qtbot.keyClick(today.list, Qt.Key.Key_Space)
    assert result.args == [Place(wanted.id, RESULT), ""]
    find(today.list, "Công khai dự toán")
    with qtbot.waitSignal(today.result_asked) as result:
        qtbot.keyClick(today.list, Qt.Key.Key_Space)
    assert result.args[1] == "2027-03-31"  # the first that is late


def test_an_event_is_told_in_one_step(
    today: TodayTab,
    controller: ProjectController,
    find: Find,
    qtbot: QtBot,
    when_asked: Callable[[Callable[[Any], object]], None],
) -> None:
    line = find(today.list, "Sau khi Chính phủ ban hành")
    assert line.act is Act.ISSUED

    def answer(dialog: Any) -> None:
        assert dialog.happened_field.text() == "30/8/2027"
        dialog.happened_field.setText("25/8")
        dialog.due_field.setText("32/9")
        dialog.accept()
        assert dialog.bar.text.startswith("Không đọc được ngày “32/9”")
        dialog.due_field.setText("20/8")
        dialog.accept()
        assert dialog.bar.text.startswith("Hạn trước ngày xảy ra")
        dialog.due_field.setText("15/9/2027")
        dialog.accept()

    when_asked(answer)
    qtbot.keyClick(today.list, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: headings(today)["Chờ sự kiện"] == 4)
    near = [line for line in today.list.lines.items if line.words.startswith("Tham mưu UBND")]
    assert [(line.when, line.left) for line in near] == [("15/9", "còn 16 ngày")]
    controller.undo()
    assert headings(today)["Chờ sự kiện"] == 5


def test_what_is_missing_unfolds_where_it_stands(today: TodayTab, find: Find, qtbot: QtBot) -> None:
    find(today.list, "chưa có kết quả quý III")
    before = today.list.lines.rowCount()
    qtbot.keyClick(today.list, Qt.Key.Key_Return)
    assert today.list.lines.rowCount() == before + 31
    assert today.list.current is not None
    assert today.list.current.act is Act.FOLD
    qtbot.keyClick(today.list, Qt.Key.Key_Space)
    assert today.list.lines.rowCount() == before


def test_the_board_tells_where_each_form_is(
    today: TodayTab, controller: ProjectController, find: Find, qtbot: QtBot
) -> None:
    project = controller.project
    assert project is not None
    assert today._send.text() == "Gửi phiếu"
    period, units = project.period(2027, "q3"), [line.unit for line in today.deeds.board]
    controller.do(collecting.sent, period, units, TODAY)
    assert today._send.text() == "Gửi lại phiếu"
    office = next(r for r in project.receipts(period) if r.unit_id == today.deeds.board[-1].unit.id)
    back = replace(office, received_on="2027-08-30", merged_on="2027-08-30")
    controller.apply(Change("Gộp", (Edit(office, back),)))
    states = {line.words: (line.when, line.act) for line in today.pane.board.lines.items}
    assert states["Phòng Hợp tác quốc tế"] == ("chưa về", Act.COPY)
    assert list(states.values())[-1] == ("đã gộp hôm nay", None)
    assert today.pane._board_words.text() == f"Phiếu của các đơn vị: 1 / {len(units)} đã về"
    find(today.pane.board, "Phòng Hợp tác quốc tế")
    qtbot.keyClick(today.pane.board, Qt.Key.Key_Space)
    copied = QApplication.clipboard().text()
    assert copied.startswith("Đến nay chưa nhận được kết quả cải cách hành chính quý III")
    assert "Phieu-Q3-2027_HTQT_SNgV.xlsx" in copied


def test_forms_that_came_back_are_asked_for(
    today: TodayTab, qtbot: QtBot, choose_file: Callable[[Path], None], tmp_path: Path
) -> None:
    form = tmp_path / "Phieu.xlsx"
    form.write_bytes(b"")
    choose_file(form)
    with qtbot.waitSignal(today.forms_asked) as asked:
        today._take.trigger()
    assert asked.args == [[form]]


def test_a_form_of_which_nothing_was_taken_says_which_file_is_wanted(
    today: TodayTab, controller: ProjectController, find: Find, when_asked: Any, qtbot: QtBot
) -> None:
    project = controller.project
    assert project is not None
    period, unit = project.period(2027, "q3"), today.deeds.board[-1].unit
    controller.do(collecting.sent, period, [unit], TODAY)
    (receipt,) = project.receipts(period)
    back = replace(receipt, received_on="2027-08-30", file_name="Phieu.xlsx")
    controller.apply(Change("Nhận", (Edit(receipt, back),)))
    line = find(today.pane.board, unit.name)
    assert (line.when, line.act) == ("về hôm nay", Act.MERGE)
    titles: list[str] = []
    when_asked(lambda dialog: titles.append(dialog.windowTitle()))
    qtbot.keyClick(today.pane.board, Qt.Key.Key_Space)
    assert titles == [f"Chọn lại phiếu của {unit.name}: Phieu.xlsx"]


def test_f6_walks_between_list_and_board(today: TodayTab, qtbot: QtBot) -> None:
    assert today.list.hasFocus()
    forth, _ = today._rounds
    forth.trigger()
    assert today.pane.board.hasFocus()
    forth.trigger()
    assert today.list.hasFocus()


def test_a_letter_for_each_unit_that_is_behind(today: TodayTab) -> None:
    menu = today.deeds.letters_menu()
    words = [action.text() for action in menu.actions() if action.text()]
    assert "Công văn gửi Phòng Hợp tác quốc tế…" in words
    assert not any("Công đoàn" in text for text in words)  # it leads nothing
    assert words[-1].startswith("Cả ")
    line = next(line for line in today.list.lines.items if line.key == "forms")
    assert line.act is Act.SEND  # nothing was sent yet


def test_the_chase_of_a_line_offers_its_units(
    today: TodayTab, controller: ProjectController
) -> None:
    project = controller.project
    assert project is not None
    period = project.period(2027, "q3")
    controller.do(collecting.sent, period, [today.deeds.board[0].unit], TODAY)
    line = next(line for line in today.list.lines.items if line.key == "forms")
    assert line.act is Act.CHASE
    today.deeds.do(line, QPoint(0, 0))
    (menu,) = [m for m in today.findChildren(QMenu) if m.isVisible()]
    assert menu.actions()[0].text() == "Chép lời nhắc"
    written = [action.text() for action in menu.actions() if "Công văn gửi" in action.text()]
    assert 0 < len(written) < len(line.about)  # some only take part: nothing of theirs is late
    menu.actions()[0].trigger()
    assert QApplication.clipboard().text().count("Đến nay chưa nhận được") == len(line.about)
    menu.close()


def test_the_last_places_and_the_last_backup(
    today: TodayTab, controller: ProjectController, qtbot: QtBot
) -> None:
    wanted = task(controller, "Gắn mã QR")
    controller.do(planning.edit, wanted.id, note="Đã hỏi & chờ")
    first = today.pane._recent.itemAt(0)
    assert first is not None
    link: Any = first.widget()
    assert link.accessibleName().startswith("Nhiệm vụ: Gắn mã QR tra cứu")
    with qtbot.waitSignal(today.place_asked) as asked:
        link.click()
    assert asked.args == [Place(wanted.id)]
    assert today.pane._backup.text().endswith("bản đang giữ")
    with qtbot.waitSignal(today.backups_asked):
        today.pane._backup.click()


@pytest.mark.parametrize("day", [date(2026, 12, 1), date(2028, 3, 1)])
def test_a_plan_of_another_year_is_shown_too(
    make_today: Callable[..., TodayTab], day: date
) -> None:
    tab = make_today(day)
    assert tab.pane.periods.currentText() == ("Báo cáo quý I" if day.year < 2027 else "Báo cáo năm")


def test_a_year_without_a_plan_says_so(
    today: TodayTab, controller: ProjectController, qtbot: QtBot
) -> None:
    controller.choose_year(2028)
    assert today._empty._words.text() == "Chưa có kế hoạch năm 2028."
    assert not today._calendar.isEnabled()
    with qtbot.waitSignal(today.plan_asked):
        today.home.click()  # type: ignore[attr-defined]
    controller.do(planning.new_plan, 2028)
    assert [line.words for line in today.list.lines.items if not line.heading] == [
        "Không có việc quá hạn.",
        "Không có hạn nào trong 30 ngày tới.",
        "Không có việc nào chờ sự kiện.",
        "Chưa có nhiệm vụ nào phải báo cáo quý I.",
    ]
    assert not today._send.isEnabled()
    assert today.pane._board_words.wordWrap(), "its words are too long for one line"
    assert today.pane._board_words.text().startswith("Kế hoạch chưa hỏi đơn vị nào")
    assert today.list.current is None


def test_the_next_morning_is_another_day(make_today: Callable[..., TodayTab]) -> None:
    days = [TODAY]
    tab = make_today(clock=lambda: days[-1])
    tab._follow_the_day()
    assert tab.toolbar.day.text() == "Thứ Hai, 30/8/2027"
    days.append(date(2027, 8, 31))
    tab._follow_the_day()
    assert tab.toolbar.day.text() == "Thứ Ba, 31/8/2027"


def test_a_unit_s_letter_goes_to_it_alone(today: TodayTab) -> None:
    place = today.toolbar.units.findText("LS-NVNONN")
    today.toolbar.units.setCurrentIndex(place)
    today.toolbar.units.activated.emit(place)
    words = [action.text() for action in today.deeds.letters_menu().actions()]
    assert words == ["Công văn gửi Phòng Lãnh sự - Người Việt Nam ở nước ngoài…"]
