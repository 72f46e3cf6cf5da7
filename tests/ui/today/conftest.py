"""The tab Hôm nay on a day in the third quarter."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from ui.kit import Kit
from ui.project_controller import ProjectController
from ui.today.lines import Line
from ui.today.tab import TodayTab

TODAY = date(2027, 8, 30)


@pytest.fixture
def make_today(
    qtbot: QtBot, controller: ProjectController, make_kit: Callable[..., Kit]
) -> Callable[..., TodayTab]:
    """Puts the tab on the screen, as it stands on a day."""

    def make(
        today: date = TODAY, *, shown: bool = True, clock: Callable[[], date] | None = None
    ) -> TodayTab:
        tab = TodayTab(make_kit(controller, clock or (lambda: today)))
        qtbot.addWidget(tab)
        tab.resize(1366, 600)
        if shown:
            with qtbot.waitActive(tab):
                tab.show()
                tab.activateWindow()
            tab.home.setFocus()
        return tab

    return make


@pytest.fixture
def today(make_today: Callable[..., TodayTab]) -> TodayTab:
    """The tab with the sample plan."""
    return make_today()


@pytest.fixture
def find() -> Callable[..., Line]:
    """Makes the first line whose words begin so the current one, and gives it."""

    def find(listed: Any, words: str) -> Line:
        row = next(n for n, line in enumerate(listed.lines.items) if line.words.startswith(words))
        listed.setCurrentIndex(listed.lines.index(row))
        line: Line = listed.lines.items[row]
        return line

    return find
