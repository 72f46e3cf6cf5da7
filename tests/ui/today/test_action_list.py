"""Lines with a button each: by keys and by mouse."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.finding import Place
from ui.theme import Theme
from ui.today.action_list import ActionList
from ui.today.line_painter import AgendaPainter
from ui.today.lines import Act, Line
from ui.widgets.cells import CellArt

LINES = [
    Line("late", "Quá hạn", icon="circle-alert", role="red", heading=True, total=2),
    Line("a", "Việc một", when="61 ngày", icon="circle-alert", role="red", act=Act.RECORD,
         place=Place("a"), lead="Văn phòng Sở"),
    Line("b", "Việc hai", when="15/9", left="còn 16 ngày", act=Act.RECORD, place=Place("b")),
    Line("none", "Không có gì."),
    Line("c", "chưa có tệp", when="6 văn bản", act=Act.UNFOLD),
]  # fmt: skip


@pytest.fixture
def listed(qtbot: QtBot, theme: Theme) -> ActionList:
    made = ActionList(theme, "Việc")
    art = CellArt(theme)
    made.set_painter(AgendaPainter(art, made, lambda _cell: ()))
    qtbot.addWidget(made)
    made.resize(900, 400)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_lines(LINES)
    made.setFocus()
    return made


def test_the_model_is_sound(listed: ActionList, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(listed.lines)
    spoken = listed.lines.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "61 ngày, Việc một, Văn phòng Sở. Phím cách: Ghi kết quả"
    assert listed.lines.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Quá hạn: 2"


def test_keys_pass_over_what_cannot_be_chosen(listed: ActionList, qtbot: QtBot) -> None:
    assert listed.current == LINES[1]
    for wanted in (2, 4, 4):
        qtbot.keyClick(listed, Qt.Key.Key_Down)
        assert listed.current == LINES[wanted]
    qtbot.keyClick(listed, Qt.Key.Key_Home)
    assert listed.current == LINES[1]
    qtbot.keyClick(listed, Qt.Key.Key_End)
    assert listed.current == LINES[4]


def test_a_line_without_a_place_does_what_its_button_does(listed: ActionList, qtbot: QtBot) -> None:
    listed.setCurrentIndex(listed.lines.index(4))
    with qtbot.waitSignal(listed.acted), qtbot.assertNotEmitted(listed.opened):
        qtbot.keyClick(listed, Qt.Key.Key_Return)


def test_the_button_is_where_it_is_painted(listed: ActionList, qtbot: QtBot) -> None:
    box = listed.visualRect(listed.lines.index(2))
    assert listed._painter is not None
    button = listed._painter.button_box(box, LINES[2]).center()
    left = Qt.MouseButton.LeftButton
    with qtbot.waitSignal(listed.acted) as acted:
        qtbot.mouseClick(listed.viewport(), left, pos=button)
    assert acted.args == [LINES[2]]
    words = QPoint(200, box.center().y())
    with qtbot.assertNotEmitted(listed.acted):
        qtbot.mouseClick(listed.viewport(), left, pos=words)
    with qtbot.waitSignal(listed.opened) as opened:
        qtbot.mouseDClick(listed.viewport(), left, pos=words)
    assert opened.args == [LINES[2]]
    with qtbot.assertNotEmitted(listed.opened):
        qtbot.mouseDClick(listed.viewport(), left, pos=button)


def test_the_current_line_stays_or_the_one_in_its_place(listed: ActionList) -> None:
    listed.setCurrentIndex(listed.lines.index(2))
    listed.show_lines([LINES[0], LINES[2], LINES[3]])
    assert listed.current == LINES[2]
    listed.show_lines([LINES[0], LINES[1], LINES[4]])
    assert listed.current == LINES[1]
    listed.show_lines([LINES[0], LINES[3]])
    assert listed.current is None


def test_lines_are_painted_in_any_width(
    listed: ActionList, click: Callable[[QWidget, str], None]
) -> None:
    for width in (900, 300, 120):
        listed.resize(width, 400)
        assert not listed.grab().isNull()
