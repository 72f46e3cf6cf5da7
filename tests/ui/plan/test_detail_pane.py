"""The pane of details: the row's fields, written where they were typed."""

from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.finding import Place
from cchc_desktop.domain.plan import Area, Task
from cchc_desktop.services import planning, table_editing
from tests.ui.plan.keys import Key, at, current, last_step, press, refused, rows, text, type_words
from ui.plan.tab import PlanTab
from ui.project_controller import ProjectController
from ui.results.event_dialog import EventDialog


def test_it_follows_the_current_row(tab: PlanTab) -> None:
    row, _ = at(tab, "task", 3)
    assert tab.details._fields["task"].words == text(tab, row, "task")
    assert " › " in tab.details._place.text() or tab.details._place.text().startswith("I")
    at(tab, "task", 1, Area)
    assert list(tab.details._fields) == ["title"]
    assert tab.details._fields["title"].words == tab.model.text(rows(tab, Area)[1], 0)


def test_a_field_is_written_when_it_is_left(tab: PlanTab, controller: ProjectController) -> None:
    row, _ = at(tab, "task", 3)
    tab.details._fields["deliverable"].setFocus()
    tab.details._fields["deliverable"].selectAll()
    type_words("Báo cáo")
    assert last_step(controller) == ""
    press(Key.Key_Tab)
    assert text(tab, row, "deliverable") == "Báo cáo"
    assert last_step(controller) == "Sửa Kết quả/Sản phẩm"
    assert QApplication.focusWidget() is tab.details._fields["lead"]


def test_what_a_task_waits_for_happens_and_has_not_happened(
    tab: PlanTab, controller: ProjectController, qtbot: QtBot
) -> None:
    row = next(n for n, task in enumerate(tab.model.rows) if "nghị định sửa đổi" in _time(task))
    tab.grid.go_to(Place(tab.model.rows[row].id))
    shown = tab.details._time_words

    def asked() -> EventDialog:
        shown.tell.click()
        return tab.findChild(EventDialog)  # type: ignore[no-any-return]

    assert shown.words.text().endswith("chưa có hạn")
    dialog = asked()
    dialog.happened_field.setText("30/8/2027")
    dialog.due_field.setText("10/9/2027")
    dialog.accept()
    qtbot.waitUntil(lambda: tab.findChild(EventDialog) is None)
    assert shown.words.text() == "đã xảy ra 30/8/2027\nhạn 10/9/2027"
    assert tab.details._strip.accessibleName() == "Các quý: quý III"
    dialog = asked()
    assert (dialog.happened_field.text(), dialog.due_field.text()) == ("30/8/2027", "10/9/2027")
    next(b for b in dialog.findChildren(QPushButton) if b.text() == "Chưa xảy ra").click()
    qtbot.waitUntil(lambda: tab.findChild(EventDialog) is None)
    assert last_step(controller) == "Bỏ ghi sự kiện đã xảy ra"
    assert shown.words.text().startswith("chờ: ")
    controller.undo()
    assert shown.words.text().endswith("hạn 10/9/2027")


def _time(row: object) -> str:
    return row.time if isinstance(row, Task) else ""


def test_leaving_a_field_untouched_is_no_step(tab: PlanTab, controller: ProjectController) -> None:
    row, column = at(tab, "task", 3)
    tab.model.setData(tab.model.index(row, column), "hai\u00a0chữ  xa nhau ")
    controller.do(planning.edit, tab.model.rows[row].id, note="mốc")
    for field in tab.details._fields.values():
        field.setFocus()
    tab.grid.setFocus()
    assert last_step(controller) == "Sửa Ghi chú"


def test_who_answers_for_a_task(tab: PlanTab, controller: ProjectController) -> None:
    row, _ = at(tab, "task", 3)
    for key, words in (("person", "Chị Lan"), ("leader", "Phó Giám đốc")):
        tab.details._fields[key].setFocus()
        type_words(words)
    tab.grid.setFocus()
    task = tab.model.rows[row]
    assert isinstance(task, Task)
    assert (task.person, task.leader) == ("Chị Lan", "Phó Giám đốc")
    assert last_step(controller) == "Sửa Lãnh đạo chỉ đạo"


def test_a_pause_writes_too(tab: PlanTab, qtbot: QtBot) -> None:
    row, _ = at(tab, "task", 3)
    field = tab.details._fields["note"]
    field._typing.pause.setInterval(10)
    field.setFocus()
    type_words("nhớ")
    qtbot.waitUntil(lambda: getattr(tab.model.rows[row], "note", "") == "nhớ")
    assert field.hasFocus()


def test_escape_takes_back_what_was_typed_since(
    tab: PlanTab, controller: ProjectController
) -> None:
    row, _ = at(tab, "task", 3)
    field = tab.details._fields["task"]
    field.setFocus()
    type_words("x")
    press(Key.Key_Escape)
    tab.grid.setFocus()
    assert (field.words, last_step(controller)) == (text(tab, row, "task"), "")


def test_going_to_another_row_writes_to_the_first(tab: PlanTab) -> None:
    row, _ = at(tab, "task", 3)
    other, _ = rows(tab)[4], None
    old = text(tab, other, "task")
    field = tab.details._fields["task"]
    field.setFocus()
    field.selectAll()
    type_words("đang gõ")
    tab.grid.stand_on(tab.model.index(other, 2))
    assert text(tab, row, "task") == "đang gõ"
    assert text(tab, other, "task") == old == field.words


def test_a_change_below_what_is_typed_does_not_take_it(
    tab: PlanTab, controller: ProjectController
) -> None:
    row, _ = at(tab, "task", 3)
    field = tab.details._fields["task"]
    field.setFocus()
    field.selectAll()
    type_words("đang gõ")
    controller.do(planning.edit, tab.model.rows[row].id, text="từ nơi khác")
    assert field.words == "đang gõ"
    tab.grid.setFocus()
    assert text(tab, row, "task") == "đang gõ"


def test_a_row_that_goes_leaves_the_pane(tab: PlanTab, controller: ProjectController) -> None:
    row, _ = at(tab, "task", 3)
    controller.do(planning.delete, [tab.model.rows[row].id])
    record = tab.grid.current_record
    assert tab.details._record == record
    controller.do(planning.delete, [r.id for r in tab.model.rows])
    assert tab.details._fields == {}
    assert "Chọn một dòng" in tab.details._place.text()


def test_another_column_gives_another_field(tab: PlanTab, controller: ProjectController) -> None:
    row, _ = at(tab, "task", 3)
    plan = controller.plan
    assert plan is not None
    own = table_editing.own_column(plan, "Ghi nhận")
    controller.do(table_editing.set_columns, plan, (*plan.columns, (own.key, "Ghi nhận")))
    tab.grid.stand_on(tab.model.index(row, 2))
    field = tab.details._fields[own.key]
    field.setFocus()
    type_words("đã gửi")
    tab.grid.setFocus()
    assert text(tab, row, own.key) == "đã gửi"


def test_the_past_of_a_row_is_told(tab: PlanTab, controller: ProjectController) -> None:
    row, column = at(tab, "time", 3)
    old = tab.model.text(row, column)
    tab.model.setData(tab.model.index(row, column), "Quý IV")
    assert f"“{old}” → “Quý IV”" in tab.details._past.text()
    assert "quý IV" in tab.details._strip.accessibleName()
    record = tab.model.rows[row]
    assert isinstance(record, Task)


def test_refused_words_stay_and_are_written_later(
    tab: PlanTab, controller: ProjectController
) -> None:
    row, _ = at(tab, "task", 3)
    field = tab.details._fields["deliverable"]
    field.setFocus()
    field.selectAll()
    type_words("Báo cáo")
    with refused(controller) as said:
        press(Key.Key_Tab)
        assert "không sửa được" in said[0]
        assert field.words == "Báo cáo"
    tab.commit()
    assert text(tab, row, "deliverable") == "Báo cáo"


def test_a_row_whose_words_are_refused_stays_the_one_shown(
    tab: PlanTab, controller: ProjectController, qtbot: QtBot
) -> None:
    row, _ = at(tab, "task", 3)
    field = tab.details._fields["note"]
    field.setFocus()
    type_words("nhớ")
    with refused(controller):
        at(tab, "task", 1, Area)
        qtbot.waitUntil(lambda: current(tab)[0] == row)
        assert tab.details._fields["note"].words == "nhớ"
    other, _ = at(tab, "task", 5)
    assert current(tab)[0] == other
    assert getattr(tab.model.rows[row], "note", "") == "nhớ"
    assert tab.details._fields["note"].words == ""


def test_a_file_that_is_closed_leaves_nothing_in_the_pane(
    tab: PlanTab, controller: ProjectController
) -> None:
    at(tab, "task", 3)
    tab.details._fields["note"].setFocus()
    type_words("nhớ")
    assert controller.project is not None
    controller.project.read_only = True
    controller.show(None)
    assert tab.details._fields == {}
