"""The review of words replaced: each place taken or left, all or none, by keyboard and mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.plan import Area, Plan, Section, Task
from cchc_desktop.domain.text_search import TextSearch
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.replacing import find, narrative_cells, table_cells
from ui.review.change_model import CHOICE
from ui.review.replacing import ReplaceReview
from ui.theme import Theme

PLAN = Plan("p", 2027)
RECORDS = (
    PLAN,
    Area("A", "p", 1, "I", "Thể chế"),
    Task("a", "p", 2, "1", text="Kế hoạch 2026;\nbáo cáo 2026", time="Quý I/2026"),
    Task("b", "p", 3, "2", text="Rà soát"),
    Section("s", "p", 1, 1, "I", "Mục đích", "Năm 2026"),
)


@pytest.fixture
def review(qtbot: QtBot, theme: Theme) -> ReplaceReview:
    contents = Contents({record.id: record for record in RECORDS})
    cells = [*table_cells(contents, PLAN), *narrative_cells(contents, PLAN)]
    made = ReplaceReview(find(contents, PLAN, cells, TextSearch("2026"), "2027"), theme)
    qtbot.addWidget(made)
    made.resize(1366, 600)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(lambda: made.table.heights.settled)
    return made


def taken(review: ReplaceReview) -> list[bool]:
    return [hit.taken for hit in review.state.hits]


def test_model(qtmodeltester: ModelTester, review: ReplaceReview) -> None:
    qtmodeltester.check(review.model)


def test_each_place_is_a_line_under_what_it_belongs_to(review: ReplaceReview) -> None:
    shown = [(line.text, line.column, line.old, line.new) for line in review.model.rows]
    task = "1. Kế hoạch 2026; báo cáo 2026"
    assert shown == [
        ("I. Thể chế", "", "", ""),
        (task, "Nhiệm vụ cụ thể", "Kế hoạch 2026;", "Kế hoạch 2027;"),
        (task, "Nhiệm vụ cụ thể", "báo cáo 2026", "báo cáo 2027"),
        (task, "Thời gian hoàn thành", "Quý I/2026", "Quý I/2027"),
        ("Phần lời", "", "", ""),
        ("I. Mục đích", "Nội dung mục", "Năm 2026", "Năm 2027"),
    ]
    first = review.model.rows[1]
    assert [first.old[start:end] for start, end in first.gone] == ["2026"]
    assert [first.new[start:end] for start, end in first.come] == ["2027"]
    heads = [review.model.headerData(n, Qt.Orientation.Horizontal) for n in range(5)]
    assert heads == ["Dòng", "Cột", "Đang có", "Sẽ thành", "Chọn"]
    assert review.table.currentIndex().row() == 1


def test_keys_leave_a_place_and_take_it_again(qtbot: QtBot, review: ReplaceReview) -> None:
    qtbot.keyClick(review.table, Qt.Key.Key_Down)
    qtbot.keyClick(review.table, Qt.Key.Key_Space)
    assert taken(review) == [True, False, True, True]
    assert review.model.rows[0].note == "3 chỗ · thay 2"
    assert "thay 3 chỗ trong 3 ô" in review.head.words.text()
    assert review.head.accept.text().strip() == "Thay 3 chỗ"
    qtbot.keyClick(review.table, Qt.Key.Key_Left)
    assert all(taken(review))
    qtbot.keyClick(review.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert taken(review) == [True, False, True, True]


def test_a_click_leaves_a_place(qtbot: QtBot, review: ReplaceReview) -> None:
    table = review.table
    cell = table.visualRect(review.model.index(3, CHOICE))
    part = cell.topLeft() + QPoint(64, 16)
    assert table.painter.part_at(cell, 3, part) == 1
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=part)
    assert taken(review) == [True, True, False, True]


def test_nothing_taken_is_nothing_to_write(qtbot: QtBot, review: ReplaceReview) -> None:
    review.head.none.click()
    assert not any(taken(review))
    assert not review.head.accept.isEnabled()
    with qtbot.assertNotEmitted(review.accepted):
        qtbot.keyClick(review.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    review.head.all.click()
    assert all(taken(review))


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_enter_accepts(qtbot: QtBot, review: ReplaceReview, key: Qt.Key) -> None:
    with qtbot.waitSignal(review.accepted) as told:
        qtbot.keyClick(review.table, key, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [review.state]


def test_leaving_with_choices_made_is_asked_twice(qtbot: QtBot, review: ReplaceReview) -> None:
    qtbot.keyClick(review.table, Qt.Key.Key_Space)
    with qtbot.assertNotEmitted(review.cancelled):
        qtbot.keyClick(review.table, Qt.Key.Key_Escape)
    assert review.head.words.text() == "1 lựa chọn sẽ mất; thoát lần nữa để bỏ"
    with qtbot.waitSignal(review.cancelled):
        qtbot.keyClick(review.table, Qt.Key.Key_Escape)
