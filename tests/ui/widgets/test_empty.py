"""What stands where nothing is yet."""

from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.empty import EmptyState


def test_a_new_way_takes_the_focus_at_once(qtbot: QtBot, theme: Theme) -> None:
    state = EmptyState(theme)
    qtbot.addWidget(state)
    with qtbot.waitActive(state):
        state.show()
        state.activateWindow()
    state.show_state("Chưa có gì.", [("Thêm", lambda: None)], writable=True)
    first = state.first_way
    assert first is not None
    first.setFocus()
    assert first.hasFocus()
