"""The tab Kế hoạch on a day in the third quarter, and what is read in its panel Kết quả."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton

from cchc_desktop.domain.finding import RESULT, Place
from cchc_desktop.domain.plan import Task
from cchc_desktop.domain.result import Result
from cchc_desktop.services import recording
from ui.plan.tab import PlanTab
from ui.results.panel import ResultPanel

TODAY = date(2027, 8, 30)
Q2 = "Gắn mã QR"  # due 30/6
EACH_MONTH = "Theo dõi hồ sơ"


@pytest.fixture
def tab(qtbot, controller, make_kit) -> PlanTab:
    tab = PlanTab(make_kit(controller, lambda: TODAY))
    qtbot.addWidget(tab)
    tab.resize(1366, 600)
    with qtbot.waitActive(tab):
        tab.show()
        tab.activateWindow()
    return tab


@pytest.fixture
def open_at(tab: PlanTab) -> Callable[[str], ResultPanel]:
    """Opens the panel of the task that begins with these words."""

    def open_at(words: str) -> ResultPanel:
        assert tab.jump_to(Place(task(tab, words).id, RESULT))
        return tab.results

    return open_at


def task(tab: PlanTab, words: str) -> Task:
    found = (row for row in tab.model.rows if isinstance(row, Task))
    return next(task for task in found if task.text.startswith(words))


def result(tab: PlanTab, words: str, period: str = "q3", occurrence: str = "") -> Result | None:
    project = tab._controller.project
    assert project is not None
    return recording.result_of(project, task(tab, words).id, f"{period}-2027", occurrence)


def field(panel: ResultPanel, key: str):
    return (panel.first.fields | panel.day.fields | panel.rest.fields)[key]


def choose(combo, data: str) -> None:
    combo.setCurrentIndex(combo.findData(data))
    combo.activated.emit(combo.currentIndex())


def press_state(panel: ResultPanel, words: str) -> None:
    next(b for b in panel.state.findChildren(QPushButton) if b.text() == words).click()


def timing(panel: ResultPanel) -> str:
    return panel.timing._words.text()
