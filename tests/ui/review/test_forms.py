"""The review of returned forms by keyboard and mouse: chosen one by one, all of a form, or none."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.change import Edit
from cchc_desktop.domain.proposal import Item
from cchc_desktop.domain.result import Result
from cchc_desktop.services.merging import ReturnedForm
from tests.ui.review.samples import LAST_PERIOD, OFFICE, PERIOD, SAID, merge
from ui.review.change_lines import lines_of
from ui.review.change_model import CHOICE, COLUMN, NEW, OLD, TASK, ChangeModel
from ui.review.forms import FormReview
from ui.theme import Theme
from ui.widgets.list_model import ListModel


@pytest.fixture
def review(qtbot: QtBot, theme: Theme) -> FormReview:
    made = FormReview(merge(), theme)
    qtbot.addWidget(made)
    made.resize(1366, 600)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: made.table.heights.settled)
    return made


def show_form(review: FormReview, place: int) -> None:
    review.forms.setCurrentIndex(review.forms.forms.index(place))


def row_of(review: FormReview, column: str, old: str = "") -> int:
    lines = review.model.rows
    return next(n for n, line in enumerate(lines) if line.column == column and line.old == old)


def taken(review: FormReview) -> list[bool]:
    return [item.taken for item in review.state.proposal.items]


def pressed(review: FormReview, words: str) -> None:
    made = next(b for b in review.findChildren(QPushButton) if b.text().strip() == words)
    made.click()


def test_models(qtmodeltester: ModelTester, review: FormReview) -> None:
    qtmodeltester.check(review.model)
    qtmodeltester.check(review.forms.forms)


def test_contested_cells_come_first_and_none_is_chosen(review: FormReview) -> None:
    line = review.table.current
    assert line is not None
    assert line.is_open
    assert line.choices == ("VP Sở", "TTDV")
    assert line.new == "VP Sở: “Đã rà soát 14 thủ tục”\nTTDV: “Đã rà soát 12 thủ tục”"
    assert [line.new[start:end] for start, end in line.come] == ["12"]
    assert "còn 1 chỗ phải chọn" in review.head.words.text()


def test_two_files_of_one_unit_and_two_due_days_of_one_task_are_told_apart() -> None:
    made = merge()
    monthly = replace(SAID, id="r3", text="", said_by="", said_on="", occurrence="2027-08-31")
    said = Item(Edit(None, replace(monthly, text="Không có")), row=7, taken=True, field="text")
    first = replace(made.forms[0], items=(0, 6))
    again = ReturnedForm("VP (2).xlsx", OFFICE, PERIOD, (1,))
    proposal = replace(made.proposal, items=(*made.proposal.items, said))
    _, contested, _, changed = lines_of(
        replace(made, forms=(first, again), proposal=proposal), first
    )
    assert contested.choices == ("VP Sở, tệp 1", "VP Sở, tệp 2")
    assert contested.text == "1. Rà soát thủ tục"
    assert changed.text == "2. Tiết kiệm giấy in (kỳ 31/8)"


def test_one_of_the_rivals_is_taken(qtbot: QtBot, review: FormReview) -> None:
    row = review.table.currentIndex().row()
    qtbot.keyClick(review.table, Qt.Key.Key_Right)
    assert taken(review)[:2] == [False, True]
    qtbot.keyClick(review.table, Qt.Key.Key_Left)
    assert taken(review)[:2] == [True, False]
    assert review.table.currentIndex().row() == row
    assert not review.model.rows[row].is_open
    edits = {edit.record.id: edit.after for edit in review.state.accept().edits}
    new = edits["new"]
    assert isinstance(new, Result)
    assert new.text == "Đã rà soát 14 thủ tục"


def test_space_takes_a_change_or_keeps_what_there_is(qtbot: QtBot, review: FormReview) -> None:
    show_form(review, 1)
    review.table.choose_row(row_of(review, "Kết quả thực hiện", "Giảm 5 %"))
    qtbot.keyClick(review.table, Qt.Key.Key_Space)
    assert not taken(review)[2]
    qtbot.keyClick(review.table, Qt.Key.Key_Space)
    assert taken(review)[2]


def test_end_goes_to_the_last_line(qtbot: QtBot, review: FormReview) -> None:
    show_form(review, 1)
    qtbot.keyClick(review.table, Qt.Key.Key_End)
    assert review.table.current == review.model.rows[-1]
    qtbot.keyClick(review.table, Qt.Key.Key_Home)
    assert review.table.current == review.model.rows[0]


def test_a_click_on_a_part_chooses_it(qtbot: QtBot, review: FormReview) -> None:
    show_form(review, 1)
    row = row_of(review, "Thời gian", "Quý III")
    table = review.table
    cell = table.visualRect(review.model.index(row, CHOICE))
    part = cell.topLeft() + QPoint(20, 16)
    assert table.painter.part_at(cell, row, part) == 0
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=part)
    assert taken(review)[3]


def test_a_doubtful_change_says_why_and_is_kept(review: FormReview) -> None:
    show_form(review, 1)
    line = review.model.rows[row_of(review, "Thời gian", "Quý III")]
    assert (line.doubt, line.chosen) == ("năm 2026 ≠ 2027, giữ cũ", 1)
    assert [line.new[start:end] for start, end in line.come] == [" năm 2026"]
    spoken = review.model.index(review.model.rows.index(line), 3).data(
        Qt.ItemDataRole.AccessibleTextRole
    )
    assert spoken.endswith(line.doubt)


def test_a_document_is_one_line_with_its_link(review: FormReview) -> None:
    show_form(review, 1)
    lines = [line for line in review.model.rows if line.kind == "new" and not line.heads]
    assert [line.text for line in lines] == ["1. Rà soát thủ tục"]
    review.model.choose(review.model.rows.index(lines[0]), 1)
    assert taken(review)[4:] == [False, False]


def test_all_of_a_form_or_nothing_of_it(review: FormReview) -> None:
    show_form(review, 1)
    pressed(review, "Nhận hết phiếu này")
    assert taken(review) == [False, False, True, True, True, True]
    pressed(review, "Giữ cũ hết")
    assert taken(review) == [False] * 6
    review.undo()
    review.undo()
    assert taken(review) == [False, False, True, False, True, True]


def test_f8_goes_to_the_form_where_a_choice_is_left(qtbot: QtBot, review: FormReview) -> None:
    show_form(review, 2)
    assert review.model.rows[1].new == LAST_PERIOD
    qtbot.keyClick(review.table, Qt.Key.Key_F8)
    line = review.table.current
    assert line is not None
    assert line.is_open


def test_what_was_refused_says_why_and_offers_a_reminder(qtbot: QtBot, review: FormReview) -> None:
    index = review.forms.forms.index(2)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).endswith(LAST_PERIOD)
    assert review._remind.isHidden()
    show_form(review, 2)
    with qtbot.waitSignal(review.reminder_asked) as asked:
        review._remind.click()
    assert asked.args == [index.data(ListModel.ITEM)]


def test_a_row_has_room_for_who_said_what_there_is(review: FormReview) -> None:
    show_form(review, 1)
    row = row_of(review, "Kết quả thực hiện", "Giảm 5 %")
    line = review.model.rows[row]
    review.table.setColumnWidth(OLD, 80)
    alone = review.table.painter.row_height(row)
    name = "Phòng Lãnh sự - Người Việt Nam ở nước ngoài, 27/08/2027"
    review.model.rows[row] = replace(line, old_by=name)
    assert review.table.painter.row_height(row) > alone + 3 * review.table.art.theme.px(12)


def test_who_said_what_there_is(review: FormReview) -> None:
    show_form(review, 1)
    row = row_of(review, "Kết quả thực hiện", "Giảm 5 %")
    line = review.model.index(row, 0).data(ChangeModel.LINE)
    assert line.old_by == "Văn phòng Sở, 27/8/2027"
    assert [line.old[start:end] for start, end in line.gone] == ["5"]


def test_accepting_and_leaving(qtbot: QtBot, review: FormReview) -> None:
    assert review.may_leave()
    show_form(review, 1)
    pressed(review, "Giữ cũ hết")
    assert not review.may_leave()
    assert "sẽ mất" in review.head.words.text()
    assert review.may_leave()
    with qtbot.waitSignal(review.accepted) as accepted:
        qtbot.keyClick(review.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert accepted.args == [review.state]


def test_large_letters_leave_room_for_the_words_of_each_column(qtbot: QtBot) -> None:
    theme = Theme(scale=175)
    review = FormReview(merge(), theme)
    qtbot.addWidget(review)
    review.setStyleSheet(theme.style_sheet())
    review.resize(1366, 600)
    with qtbot.waitExposed(review):
        review.show()
    table = review.table
    widths = [table.columnWidth(column) for column in range(review.model.columnCount())]
    assert sum(widths) == table.viewport().width()
    assert table.horizontalScrollBar().value() == 0
    assert widths[COLUMN] - 2 * table.art.side > QFontMetrics(table.art.body).horizontalAdvance(
        "thực"
    )
    assert min(widths[TASK], widths[OLD], widths[NEW]) > theme.px(90)


def test_every_button_has_a_name(review: FormReview) -> None:
    buttons = review.findChildren(QPushButton)
    assert len(buttons) > 4
    assert all(made.accessibleName() for made in buttons)
