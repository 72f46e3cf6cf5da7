"""Cells copied, cut, pasted, filled and cleared through the tab's keys."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from cchc_desktop.domain.plan import Area, Task
from cchc_desktop.services.project import Project
from cchc_desktop.services.sample import sample_change
from cchc_desktop.settings import Paths
from tests.ui.plan.keys import (
    CTRL,
    SHIFT,
    Key,
    at,
    current,
    editor,
    last_step,
    press,
    put,
    rows,
    text,
    type_words,
)
from ui.plan.clipboard import from_mime
from ui.plan.tab import PlanTab
from ui.project_controller import ProjectController


def pasted(tab: PlanTab, words: str) -> None:
    put(words)
    press(Key.Key_V, CTRL)


def clip() -> list[list[str]]:
    return from_mime(QGuiApplication.clipboard().mimeData())


def block(tab: PlanTab, first: int, count: int, *keys: str) -> list[list[str]]:
    return [[text(tab, row, key) for key in keys] for row in range(first, first + count)]


def test_a_block_goes_over_cells_and_nothing_below(
    tab: PlanTab, controller: ProjectController
) -> None:
    row, _ = at(tab, "deliverable", 4)
    below = block(tab, row + 2, 1, "deliverable", "lead")
    pasted(tab, '1.10\t01\r\n"hai\r\ndòng"\t=A1+1\r\n')
    assert block(tab, row, 2, "deliverable", "lead") == [["1.10", "01"], ["hai\ndòng", "=A1+1"]]
    assert block(tab, row + 2, 1, "deliverable", "lead") == below
    assert last_step(controller) == "Dán"
    controller.undo()
    assert last_step(controller) == ""


def test_headings_are_passed_over(tab: PlanTab) -> None:
    area = rows(tab, Area)[1]
    tab.grid.stand_on(tab.model.index(area - 1, tab.model.column_of("time")))
    title = tab.model.text(area, 0)
    after = next(row for row in rows(tab) if row > area)
    pasted(tab, "Quý I\nQuý II")
    assert tab.model.text(area, 0) == title
    assert (text(tab, area - 1, "time"), text(tab, after, "time")) == ("Quý I", "Quý II")


def test_past_the_end_rows_are_added_in_one_step(
    tab: PlanTab, controller: ProjectController
) -> None:
    count = len(tab.model.rows)
    row, _ = at(tab, "task", -1)
    pasted(tab, "một\ta\nhai\tb\nba\tc")
    assert len(tab.model.rows) == count + 2
    assert block(tab, row, 3, "task", "deliverable") == [["một", "a"], ["hai", "b"], ["ba", "c"]]
    controller.undo()
    assert len(tab.model.rows) == count
    assert last_step(controller) == ""


def test_one_cell_fills_the_selection(tab: PlanTab, controller: ProjectController) -> None:
    row, _ = at(tab, "lead", 1)
    press(Key.Key_Down, SHIFT)
    press(Key.Key_Right, SHIFT)
    pasted(tab, "Văn phòng Sở")
    assert block(tab, row, 2, "lead", "coordinating") == [["Văn phòng Sở"] * 2] * 2
    assert last_step(controller) == "Dán"


def test_one_line_fills_the_selected_rows(tab: PlanTab) -> None:
    row, _ = at(tab, "lead", 4)
    for _ in range(2):
        press(Key.Key_Down, SHIFT)
    press(Key.Key_Right, SHIFT)
    pasted(tab, "Thanh tra Sở\tVăn phòng Sở")
    tasks = [n for n in range(row, row + 3) if n in rows(tab)]
    for task in tasks:
        assert block(tab, task, 1, "lead", "coordinating") == [["Thanh tra Sở", "Văn phòng Sở"]]


def test_only_what_is_shown_is_written(tab: PlanTab) -> None:
    tab.grid.toggle(rows(tab, Area)[1])
    hidden_column = tab.model.column_of("deliverable")
    tab.grid.setColumnHidden(hidden_column, True)
    hidden = [row for row in rows(tab) if tab.grid.isRowHidden(row)]
    before = [list(map(tab.model.text, [row] * 7, range(7))) for row in hidden]
    column = [tab.model.text(row, hidden_column) for row in rows(tab)]
    at(tab, "task", 2)
    pasted(tab, "\n".join(f"việc {n}\tVăn phòng Sở" for n in range(10)))
    assert [list(map(tab.model.text, [row] * 7, range(7))) for row in hidden] == before
    assert [tab.model.text(row, hidden_column) for row in rows(tab)] == column
    shown = [row for row in rows(tab) if not tab.grid.isRowHidden(row)][2:12]
    assert [text(tab, row, "task") for row in shown] == [f"việc {n}" for n in range(10)]
    assert {text(tab, row, "lead") for row in shown} == {"Văn phòng Sở"}


def test_a_heading_takes_one_cell_as_its_words(tab: PlanTab) -> None:
    row, _ = at(tab, "task", 1, Area)
    pasted(tab, "II. Tên mới")
    assert tab.model.text(row, 0) == "II. Tên mới"


def test_words_table_is_pasted_with_its_paragraphs(tab: PlanTab) -> None:
    row, _ = at(tab, "deliverable", 2)
    data = QMimeData()
    data.setHtml("<table><tr><td><p>Kế hoạch</p><p>Báo cáo</p></td><td>Văn phòng</td></tr></table>")
    data.setText("Kế hoạch\nBáo cáo\tVăn phòng")
    QGuiApplication.clipboard().setMimeData(data)
    press(Key.Key_V, CTRL)
    assert block(tab, row, 1, "deliverable", "lead") == [["Kế hoạch\nBáo cáo", "Văn phòng"]]


def test_nothing_on_the_clipboard_does_nothing(tab: PlanTab, controller: ProjectController) -> None:
    QGuiApplication.clipboard().clear()
    at(tab)
    press(Key.Key_V, CTRL)
    tab.commands.paste_rows.trigger()
    assert last_step(controller) == ""


def test_copied_cells_come_back_exactly(tab: PlanTab) -> None:
    row, column = at(tab, "deliverable", 2)
    odd = 'một\n\n"hai"  ba\tbốn\u00a0năm'
    tab.model.setData(tab.model.index(row, column), odd)
    press(Key.Key_C, CTRL)
    at(tab, "deliverable", 6)
    press(Key.Key_V, CTRL)
    assert text(tab, rows(tab)[6], "deliverable") == odd


def test_cutting_is_one_step(tab: PlanTab, controller: ProjectController) -> None:
    row, _ = at(tab, "task", 1)
    old = text(tab, row, "task")
    press(Key.Key_X, CTRL)
    assert clip() == [[old]]
    assert text(tab, row, "task") == ""
    controller.undo()
    assert text(tab, row, "task") == old
    assert last_step(controller) == ""


def test_delete_clears_what_is_selected_once(tab: PlanTab, controller: ProjectController) -> None:
    row, _ = at(tab, "lead", 1)
    press(Key.Key_Right, SHIFT)
    press(Key.Key_Delete)
    assert block(tab, row, 1, "lead", "coordinating") == [["", ""]]
    assert last_step(controller) == "Xoá nội dung ô"
    controller.undo()
    before = last_step(controller)
    tab.grid.stand_on(tab.model.index(rows(tab, Area)[0], 0))
    press(Key.Key_Delete)
    assert last_step(controller) == before


def test_fill_down_from_above_and_over_a_selection(tab: PlanTab) -> None:
    row, column = at(tab, "time", 4)
    press(Key.Key_D, CTRL)
    above = max(n for n in rows(tab) if n < row)
    assert text(tab, row, "time") == text(tab, above, "time")
    tab.model.setData(tab.model.index(row, column), "Quý IV")
    at(tab, "time", 4)
    press(Key.Key_Down, SHIFT)
    press(Key.Key_Down, SHIFT)
    press(Key.Key_D, CTRL)
    covered = [n for n in (row, row + 1, row + 2) if n in rows(tab)]
    assert {text(tab, n, "time") for n in covered} == {"Quý IV"}


def test_numbers_are_not_filled_down(tab: PlanTab) -> None:
    row, _ = at(tab, "number", 3)
    old = text(tab, row, "number")
    press(Key.Key_D, CTRL)
    assert text(tab, row, "number") == old


def test_todays_date(tab: PlanTab) -> None:
    row, _ = at(tab, "time", 3)
    press(Key.Key_Semicolon, CTRL)
    assert text(tab, row, "time").count("/") == 2


def test_copied_rows_are_put_in_between(tab: PlanTab) -> None:
    at(tab, "task", 1)
    press(Key.Key_Space, SHIFT)
    press(Key.Key_C, CTRL)
    copied = clip()[0]
    row, _ = at(tab, "task", 5)
    count = len(tab.model.rows)
    tab.commands.paste_rows.trigger()
    assert len(tab.model.rows) == count + 1
    assert [tab.model.text(row + 1, n) for n in range(1, 7)] == copied[1:]


def test_while_words_are_typed_the_menu_means_them(tab: PlanTab) -> None:
    row, _ = at(tab, "task", 1)
    type_words("một")
    put(" hai")
    tab.commands.paste.trigger()
    open_editor = editor(tab)
    assert open_editor is not None
    assert open_editor.words == "một hai"
    open_editor.selectAll()
    tab.commands.copy.trigger()
    assert QApplication.clipboard().text() == "một hai"
    tab.commands.cut.trigger()
    assert open_editor.words == ""
    press(Key.Key_Escape)
    assert text(tab, row, "task") != ""


def test_a_step_by_key_writes_what_is_being_typed_first(
    tab: PlanTab, controller: ProjectController
) -> None:
    row, _ = at(tab, "task", 1)
    type_words("đang gõ")
    press(Key.Key_Return, CTRL)
    assert text(tab, row, "task") == "đang gõ"
    assert current(tab)[0] == row + 1


def test_six_columns_take_a_block_too(
    tmp_path: Path,
    paths: Paths,
    make_tab: Callable[[ProjectController], PlanTab],
) -> None:
    controller = ProjectController(paths)
    with Project.create(
        tmp_path / "sau.cchc", paths, first=sample_change(six_columns=True)
    ) as project:
        controller.show(project)
        tab = make_tab(controller)
        row, _ = at(tab, "task", 1)
        pasted(tab, "việc\tsản phẩm\tVăn phòng Sở\t\tQuý I")
        record = tab.model.rows[row]
        assert isinstance(record, Task)
        assert (record.text, record.deliverable, record.time) == ("việc", "sản phẩm", "Quý I")
