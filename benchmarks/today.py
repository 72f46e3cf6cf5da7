"""The page Hôm nay, shown anew after a step."""

import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks.plans import sample
from benchmarks.results import Result
from cchc_desktop.domain.change import Record, added
from cchc_desktop.domain.plan import Task
from cchc_desktop.domain.result import Result as Said
from cchc_desktop.domain.result import State
from cchc_desktop.domain.units import learn_units
from cchc_desktop.services.project import Project
from cchc_desktop.settings import Paths
from ui.actions import SharedActions
from ui.choices import Choices
from ui.collector import Collector
from ui.kit import Kit
from ui.messages import Messenger
from ui.project_controller import ProjectController
from ui.tasks import TaskRunner
from ui.theme import Theme
from ui.today.tab import TodayTab

TASKS = 2_000
ALLOWED = 0.050  # seconds


def today_results(folder: Path) -> Iterator[Result]:
    """The page read anew and painted, as after each step, in processor time; there is a result for
    each task.
    """
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme = Theme()
    application.setStyleSheet(theme.style_sheet())
    paths = Paths(folder / "data", folder / "config", folder / "logs")
    controller, runner = ProjectController(paths), TaskRunner()
    Collector(runner)
    controller.show(Project.create(folder / "today.cchc", paths, first=added("", _records())))
    tab = TodayTab(
        Kit(
            controller,
            runner,
            Choices(paths.config),
            Messenger(),
            theme,
            SharedActions(controller, theme),
            lambda: date(2027, 8, 30),
        )
    )
    tab.resize(1366, 600)
    tab.show()
    QApplication.processEvents()

    def show() -> float:
        begun = time.process_time()
        tab.pane.period_chosen.emit("q3-2027")
        tab.list.viewport().repaint()
        return time.process_time() - begun

    took = min(show() for _ in range(12))
    yield Result("Hôm nay after a step", TASKS, took, "the 50 ms allowed", ALLOWED, 1)
    tab.hide()
    tab.deleteLater()
    controller.close()
    runner.close()


def _records() -> list[Record]:
    plan = sample(TASKS)
    tasks = [row for row in plan.rows if isinstance(row, Task)]
    units = learn_units(cell for task in tasks for cell in (task.lead, task.coordinating))
    states = (State.DONE, State.UNDER_WAY, State.NOT_BEGUN)
    results = [
        Said(f"said {n}", task.id, "h1-2027", text="Đã làm.", state=states[n % 3])
        for n, task in enumerate(tasks)
    ]
    return [plan.plan, *plan.sections, *plan.rows, plan.agency, *units, *results]
