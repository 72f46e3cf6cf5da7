"""The review panel by keyboard and mouse: doubts first, repairs one by one, accepted in a step."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QSplitter,
    QWidget,
)
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.plan import Area, Group, Task
from cchc_desktop.office.grid import SourceFile
from cchc_desktop.services.doubt_words import doubt_title
from cchc_desktop.services.proposed_rows import task_of
from cchc_desktop.services.reading import read_plan
from tests.ui.review.samples import LINES, ROWS
from ui.review.doubt_painter import spoken_doubt
from ui.review.item_model import ItemModel
from ui.review.panel import ReviewPanel
from ui.theme import Theme
from ui.widgets.list_model import ListModel

YEAR = 2027
Build = Callable[..., SourceFile]


@pytest.fixture
def source(plan_file: Build) -> SourceFile:
    return plan_file(*ROWS, lines=LINES)


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, source: SourceFile) -> ReviewPanel:
    made = ReviewPanel(read_plan(source, YEAR), theme)
    qtbot.addWidget(made)
    made.resize(1366, 600)
    made.show()
    made.setFocus()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: made.table.heights.settled and not made.source._idle.isActive())
    return made


def press(qtbot: QtBot, panel: ReviewPanel, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    focused = panel.focusWidget()
    assert focused is not None
    together = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        together |= modifier
    qtbot.keyClick(focused, key, together)


def tasks(panel: ReviewPanel) -> list[Task]:
    items = panel.reading.proposal.items
    return [task for item in items if item.taken and (task := task_of(item)) is not None]


def line_of(panel: ReviewPanel, words: str) -> int:
    """The line of the table whose task, or heading, begins so."""
    for row, line in enumerate(panel.model.rows):
        record = line.item.edit.after if line.item else None
        if (record.text if isinstance(record, Task) else line.text).startswith(words):
            return row
    raise AssertionError(words)


# --- the models -----------------------------------------------------------------------------------


def test_the_models_keep_qt_s_rules(
    qtmodeltester: ModelTester, theme: Theme, source: SourceFile
) -> None:
    reading = read_plan(source, YEAR)
    doubts = ListModel(doubt_title, spoken_doubt)
    qtmodeltester.check(doubts)
    doubts.show(reading.doubts)
    qtmodeltester.check(doubts)
    model = ItemModel(reading)
    qtmodeltester.check(model)


def test_the_model_keeps_them_through_repairs(
    qtmodeltester: ModelTester, qtbot: QtBot, panel: ReviewPanel
) -> None:
    qtmodeltester.check(panel.model)
    for _ in range(len(panel.reading.doubts)):
        panel.doubts.take(1 if len(panel.reading.doubts) == 1 else 0)
    while panel._done:
        panel.undo()
    assert [line.id for line in panel.model.rows if line.index is not None] == [
        item.edit.record.id for item in panel.reading.proposal.items if line_kind(item.edit.after)
    ]


def line_kind(record: object) -> bool:
    return isinstance(record, Area | Group | Task) or type(record).__name__ == "Section"


# --- doubts first ---------------------------------------------------------------------------------


def test_the_first_doubt_is_shown_with_its_rows(panel: ReviewPanel) -> None:
    assert panel.doubts.hasFocus()
    doubt = panel.doubts.current
    assert doubt is not None
    assert doubt.row == 4
    assert panel.source.marked == {3, 4}
    (index,) = panel.table.chosen_items()
    assert panel.reading.proposal.items[index].rows == (3, 4)
    assert "và ban hành" in panel.source.accessibleDescription()


def test_f8_and_alt_1_go_through_all_doubts(qtbot: QtBot, panel: ReviewPanel) -> None:
    press(qtbot, panel, Qt.Key.Key_F8)
    doubt = panel.doubts.current
    assert doubt is not None
    assert doubt.text == "Quý I/2025"
    press(qtbot, panel, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert "Quý I/2027" in [task.time for task in tasks(panel)]
    press(qtbot, panel, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    press(qtbot, panel, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert panel.reading.doubts == ()
    assert panel.doubts.current is None
    press(qtbot, panel, Qt.Key.Key_F8)  # none is left: nothing happens


def test_the_other_cure_by_its_button(qtbot: QtBot, panel: ReviewPanel) -> None:
    box = panel.doubts.indexWidget(panel.doubts.model().index(0, 0))
    buttons = [b for b in box.findChildren(QAbstractButton) if "riêng" in b.text()]
    before = panel.reading.count()
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert panel.reading.count() == before + 1
    assert panel.head.accept.text().strip() == f"Nhận {before + 1} nhiệm vụ"


def test_choosing_a_row_shows_where_it_stood(panel: ReviewPanel) -> None:
    panel.table.choose(line_of(panel, "Chỉnh trang"))
    assert panel.source.marked == {8}


# --- repairs --------------------------------------------------------------------------------------


def test_ctrl_z_takes_repairs_back_one_by_one(qtbot: QtBot, panel: ReviewPanel) -> None:
    before = panel.reading
    panel.doubts.take(1)
    panel.table.choose(line_of(panel, "Rà soát"))
    panel.rows.buttons["area"].click()
    assert isinstance(panel.reading.proposal.items[panel.table.chosen_items()[0]].edit.after, Area)
    panel.table.setFocus()
    press(qtbot, panel, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, panel, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert panel.reading is before
    press(qtbot, panel, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert panel.reading is not before


def test_rows_are_parted_and_joined_with_the_buttons(panel: ReviewPanel) -> None:
    panel.table.choose(line_of(panel, "Soạn"))
    panel.rows.buttons["part"].click()
    assert [task.text for task in tasks(panel)[:2]] == ["Soạn văn bản", "và ban hành"]
    panel.table.choose(line_of(panel, "và ban hành"))
    panel.rows.buttons["join"].click()
    assert tasks(panel)[0].text == "Soạn văn bản và ban hành"


def test_space_leaves_a_row_out_and_takes_it_back(qtbot: QtBot, panel: ReviewPanel) -> None:
    count = panel.reading.count()
    panel.table.choose(line_of(panel, "Chỉnh trang"))
    panel.table.setFocus()
    press(qtbot, panel, Qt.Key.Key_Space)
    assert panel.head.accept.text().strip() == f"Nhận {count - 1} nhiệm vụ"
    assert panel.rows.buttons["take"].text().strip() == "Lấy lại"
    press(qtbot, panel, Qt.Key.Key_Space)
    assert panel.reading.count() == count


def test_a_click_on_the_tick_leaves_a_row_out(qtbot: QtBot, panel: ReviewPanel) -> None:
    row = line_of(panel, "Chỉnh trang")
    panel.table.choose(row)
    box = panel.table.visualRect(panel.model.index(row, 0))
    place = panel.table.painter._tick_box(box).center()
    count = panel.reading.count()
    qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert panel.reading.count() == count - 1


def test_the_narrative_goes_as_a_whole(qtbot: QtBot, panel: ReviewPanel) -> None:
    first = panel.model.index(0, 0)
    assert first.data() == "Phần lời của kế hoạch"
    panel.model.setData(first, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    left = [item for item in panel.reading.proposal.items if not item.taken]
    assert len(left) == 1
    assert first.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked


def test_a_cell_is_typed_anew(qtbot: QtBot, panel: ReviewPanel) -> None:
    row = line_of(panel, "Sửa")
    column = [panel.model.key_of(n) for n in range(panel.model.columnCount())].index("time")
    doubts = len(panel.reading.doubts)
    index = panel.model.index(row, column)
    panel.table.setCurrentIndex(index)
    panel.table.setFocus()
    panel.table.edit(index)
    editor = panel.table.indexWidget(index) or panel.table.viewport().focusWidget()
    assert editor is not None
    qtbot.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(editor, "Thuong xuyen")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert "Thuong xuyen" in [task.time for task in tasks(panel)]
    assert len(panel.reading.doubts) <= doubts


def test_branches_fold_and_open_for_what_is_chosen(qtbot: QtBot, panel: ReviewPanel) -> None:
    heading, task = line_of(panel, "II."), line_of(panel, "Chỉnh trang")
    panel.table.choose(heading)
    panel.table.setFocus()
    press(qtbot, panel, Qt.Key.Key_Left)
    assert panel.table.isRowHidden(task)
    panel.table.choose(task)
    assert not panel.table.isRowHidden(task)


def test_the_folded_narrative_hides_no_task_of_a_table_without_areas(
    qtbot: QtBot, theme: Theme, plan_file: Build
) -> None:
    tasks = [row for row in ROWS if len(row) > 1]
    made = ReviewPanel(read_plan(plan_file(*tasks, lines=LINES), YEAR), theme)
    qtbot.addWidget(made)
    hidden = [made.table.isRowHidden(row) for row in range(made.model.rowCount())]
    assert hidden == [False, True, *[False] * (len(hidden) - 2)]  # its one section only


def test_the_other_repairs_are_in_the_menu(panel: ReviewPanel) -> None:
    panel.table.choose(line_of(panel, "Sửa"))
    panel.rows.fill_menu()
    able = {action.text() for action in panel.rows.menu.actions() if action.isEnabled()}
    assert {"Đặt làm nhóm", "Để trống mục tiêu"} <= able
    action = next(a for a in panel.rows.menu.actions() if a.text() == "Đặt làm nhóm")
    action.trigger()
    assert any(isinstance(item.edit.after, Group) for item in panel.reading.proposal.items)


# --- the way out ----------------------------------------------------------------------------------


def test_what_was_chosen_is_accepted(qtbot: QtBot, panel: ReviewPanel) -> None:
    with qtbot.waitSignal(panel.accepted) as signal:
        panel.head.accept.click()
    assert signal.args == [panel.reading]


def test_nothing_left_cannot_be_accepted(panel: ReviewPanel) -> None:
    everything = list(range(len(panel.reading.proposal.items)))
    panel._turn(everything, taken=False)
    assert not panel.head.accept.isEnabled()


def test_esc_leaves_but_asks_once_where_repairs_would_be_lost(
    qtbot: QtBot, panel: ReviewPanel
) -> None:
    panel.doubts.take(1)
    with qtbot.assertNotEmitted(panel.cancelled):
        press(qtbot, panel, Qt.Key.Key_Escape)
    assert "sẽ mất" in panel.head.words.text()
    with qtbot.waitSignal(panel.cancelled):
        press(qtbot, panel, Qt.Key.Key_Escape)


def test_another_year_reads_the_file_again(panel: ReviewPanel) -> None:
    place = panel.head.year.findData(2025)
    panel.head.year.setCurrentIndex(place)
    panel.head.year.activated.emit(place)
    assert panel.reading.plan.year == 2025
    assert "Quý I/2025" not in [doubt.text for doubt in panel.reading.doubts]
    panel.undo()
    assert panel.head.year.currentData() == YEAR


def test_every_control_has_a_name(panel: ReviewPanel) -> None:
    kinds = (QAbstractButton, QComboBox, QAbstractScrollArea)
    controls = [w for w in panel.findChildren(QWidget) if isinstance(w, kinds)]
    own = [w for w in controls if w.objectName() != "qt_scrollarea_viewport"]
    assert [w for w in own if w.isVisible() and not w.accessibleName()] == []


@pytest.mark.parametrize(("dark", "scale"), [(True, 100), (False, 150), (False, 175)])
def test_it_fits_the_window_in_every_look(
    qtbot: QtBot, source: SourceFile, *, dark: bool, scale: int
) -> None:
    made = ReviewPanel(read_plan(source, YEAR), Theme(dark=dark, scale=scale))
    qtbot.addWidget(made)
    made.resize(1366, 600)
    made.show()
    qtbot.waitExposed(made)
    assert made.width() == 1366
    assert not made.grab().isNull()


def test_the_share_that_was_dragged_stays(panel: ReviewPanel) -> None:
    panes = panel.source.parentWidget().parentWidget()
    assert isinstance(panes, QSplitter)
    assert panes.sizes()[0] == pytest.approx(466, abs=20)
    panes.setSizes([300, 1066])
    panel.resize(1500, 600)
    assert panes.sizes()[0] == pytest.approx(300 * 1500 / 1366, abs=3)


def test_columns_without_room_are_told(qtbot: QtBot, panel: ReviewPanel) -> None:
    hidden = panel.table.hidden_titles()
    assert panel.rows._hidden.text() == f"{len(hidden)} cột ẩn"
    assert panel.rows._hidden.toolTip().splitlines() == hidden
    panel.resize(2600, 600)
    qtbot.waitUntil(lambda: not panel.table.hidden_titles())
    assert panel.rows._hidden.text() == ""


def test_many_rows_are_left_out_at_once(qtbot: QtBot, theme: Theme, plan_file: Build) -> None:
    rows = [(str(n), "Đúng hạn", f"Việc {n}.", "Báo cáo", "Văn phòng", "", "Quý I") for n in
            range(300)]  # fmt: skip
    made = ReviewPanel(read_plan(plan_file(("I. Thể chế",), *rows), YEAR), theme)
    qtbot.addWidget(made)
    fitted, told = list[None](), list[QModelIndex]()
    made.table.fitted.connect(lambda: fitted.append(None))
    made.model.dataChanged.connect(lambda top, _end: told.append(top))
    tasks = [n for n, item in enumerate(made.reading.proposal.items) if task_of(item)]
    made._turn(tasks, taken=False)
    assert made.reading.count() == 0
    assert len(fitted) == 1
    assert len(told) == 1
