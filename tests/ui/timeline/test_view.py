"""The strip by keyboard and by mouse; only what is on the screen is painted."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication

from benchmarks.plans import sample
from cchc_desktop.domain.finding import Place
from cchc_desktop.domain.timeline import Heading, layout, timeline_items
from ui.timeline import painter as painter_module
from ui.timeline.view import TimelineView

Key = Qt.Key


@pytest.fixture
def view(qtbot, theme, timeline):
    made = TimelineView(theme)
    qtbot.addWidget(made)
    made.resize(1366, 570)
    made.show_entries(timeline, timeline.rows, lambda _: ())
    made.show()
    qtbot.waitExposed(made)
    return made


def texts(view):
    entries = [line.entry for line in view.shown.lines]
    return [e.text if isinstance(e, Heading) else e.item.record_id for e in entries]


def current(view):
    return texts(view)[view.shown.current]


def frame(view):
    image = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    view.paint_frame(painter)
    painter.end()
    return image


def click(qtbot, view, point):
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)


def test_arrows_choose_rows_and_tell_them(qtbot, view):
    with qtbot.waitSignal(view.told) as told:
        qtbot.keyClick(view, Key.Key_Down)
    assert current(view) == "t0"
    words = "Việc số 0 · Quý I · hạn 31/3/2027 · quá hạn 152 ngày"
    assert told.args == [words]
    assert view.accessibleDescription() == words
    for key, place in ((Key.Key_End, "t4"), (Key.Key_Down, "t4"), (Key.Key_Up, "t3"),
                       (Key.Key_Home, "I. Thể chế"), (Key.Key_Up, "I. Thể chế")):  # fmt: skip
        qtbot.keyClick(view, key)
        assert current(view) == place


def test_enter_asks_to_edit_the_time_of_a_task(qtbot, view):
    qtbot.keyClick(view, Key.Key_Down)
    with qtbot.waitSignal(view.edit_asked) as asked:
        qtbot.keyClick(view, Key.Key_Return)
    assert asked.args == [Place("t0", "time")]


def test_enter_folds_a_heading(qtbot, view):
    qtbot.keyClick(view, Key.Key_Return)
    assert texts(view) == ["I. Thể chế", "II. Bộ máy", "t3", "t4"]
    assert view.shown.lines[0].summary == "3 nhiệm vụ · 2 quá hạn"
    assert view.accessibleDescription() == "I. Thể chế · 3 nhiệm vụ · 2 quá hạn"
    qtbot.keyClick(view, Key.Key_Return)
    assert len(texts(view)) == 7


def test_space_opens_the_quarter_that_arrows_choose(qtbot, view):
    qtbot.keyClick(view, Key.Key_Right)
    with qtbot.waitSignal(view.scale_changed):
        qtbot.keyClick(view, Key.Key_Space)
    assert view.scale.open == {2}
    qtbot.keyClick(view, Key.Key_Left)
    qtbot.keyClick(view, Key.Key_Left)
    qtbot.keyClick(view, Key.Key_Space)
    assert view.scale.open == {1, 2}
    qtbot.keyClick(view, Key.Key_Space)
    assert view.scale.open == {2}


def test_the_head_of_a_quarter_is_clicked(qtbot, view):
    click(qtbot, view, view.shown.quarter_area(3).center().toPoint())
    assert view.scale.open == {3}
    click(qtbot, view, view.shown.quarter_area(3).center().toPoint())
    assert view.scale.open == frozenset()
    click(qtbot, view, QPoint(20, 10))  # over the left part there is no quarter
    assert view.scale.open == frozenset()


def test_rows_are_clicked_folded_and_opened(qtbot, view):
    click(qtbot, view, view.shown.line_area(2).center().toPoint())
    assert current(view) == "t1"
    point = view.shown.line_area(2).center().toPoint()
    with qtbot.waitSignal(view.edit_asked):
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    area = view.shown.line_area(4)
    click(qtbot, view, QPoint(10, int(area.center().y())))
    assert texts(view)[4:] == ["II. Bộ máy"]
    click(qtbot, view, QPoint(100, view.viewport().height() - 5))  # under the last row
    assert current(view) == "II. Bộ máy"


def test_today_opens_its_quarter(view):
    view.show_today()
    assert view.scale.open == {3}


def test_zoom_by_keys_and_wheel_keeps_what_is_under_the_mouse(qtbot, view):
    assert view.horizontalScrollBar().maximum() == 0
    before = view.shown.axis.width
    qtbot.keyClick(view, Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.shown.axis.width > before
    at = view.shown.frozen + 700
    share = (view.shown.left + 700) / view.shown.axis.width
    wheel = QWheelEvent(
        QPointF(at, 200), QPointF(at, 200), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), wheel)
    assert (view.shown.left + 700) / view.shown.axis.width == pytest.approx(share, abs=0.002)
    qtbot.keyClick(view, Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.shown.axis.width == before


def test_choosing_a_quarter_shows_it_when_zoomed(qtbot, view):
    for _ in range(3):
        view.zoom(1)
    view.horizontalScrollBar().setValue(0)
    for _ in range(3):
        qtbot.keyClick(view, Key.Key_Right)
    area = view.shown.quarter_area(4)
    assert area.right() == pytest.approx(view.viewport().width(), abs=2)


def test_the_current_row_stays_when_the_rows_change(view, timeline):
    view.choose(5)
    assert current(view) == "t3"
    view.show_entries(timeline, timeline.rows[4:], lambda _: ())
    assert current(view) == "t3"
    view.show_entries(timeline, (), lambda _: ())
    frame(view)
    assert view.accessibleDescription() == ""


def test_the_current_row_is_brought_into_view(qtbot, view):
    view.resize(900, 150)
    qtbot.keyClick(view, Key.Key_End)
    assert view.shown.visible(view.shown.whole)[-1] == 6
    assert view.shown.line_area(6).bottom() <= view.viewport().height()


def test_a_frame_of_5000_rows_paints_the_visible_ones_only(view, monkeypatch):
    plan = sample(5_000)
    timeline = layout(timeline_items(plan.rows, 2027), 2027)
    view.show_entries(timeline, timeline.rows, lambda _: ())
    laid_out = []
    pieces = painter_module.pieces

    def counted(row, axis, look):
        laid_out.append(row)
        return pieces(row, axis, look)

    monkeypatch.setattr(painter_module, "pieces", counted)
    for share in (0, 0.5, 1):
        view.verticalScrollBar().setValue(int(view.verticalScrollBar().maximum() * share))
        laid_out.clear()
        frame(view)
        shown = view.shown.visible(view.shown.whole)
        assert 15 < len(shown) < 25
        tasks = [place for place in shown if not isinstance(timeline.rows[place], Heading)]
        assert laid_out == [timeline.rows[place] for place in tasks]
    assert view.shown.visible(view.shown.whole)[-1] == len(timeline.rows) - 1


def test_scrolling_and_choosing_leave_what_a_whole_painting_would(qtbot, view):
    plan = sample(200)
    timeline = layout(timeline_items(plan.rows, 2027), 2027)
    view.show_entries(timeline, timeline.rows, lambda _: ())
    for key in (Key.Key_PageDown, Key.Key_Down, Key.Key_Down, Key.Key_PageDown, Key.Key_Up):
        qtbot.keyClick(view, key)
        QApplication.processEvents()
    assert view.verticalScrollBar().value() > 0
    on_screen = view.screen().grabWindow(view.winId()).copy(view.viewport().geometry())
    shown = on_screen.toImage().convertToFormat(QImage.Format.Format_RGB32)
    assert shown.size() == view.viewport().size()
    assert shown == frame(view)
