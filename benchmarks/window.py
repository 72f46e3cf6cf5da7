"""The window: when it is on the screen, what it holds, and how it follows the hand."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from benchmarks.plans import sample
from benchmarks.results import LARGE, SMALL, Result, best, times
from cchc_desktop.documents.plan_document import plan_document
from cchc_desktop.domain.change import added
from cchc_desktop.domain.plan import Task
from cchc_desktop.domain.table_filter import ColumnFilter, TableFilter
from cchc_desktop.domain.task_values import QUARTERS
from cchc_desktop.services.project import Project
from cchc_desktop.services.sample import sample_change
from cchc_desktop.settings import Paths
from ui.actions import SharedActions
from ui.choices import Choices
from ui.kit import Kit
from ui.messages import Messenger
from ui.plan.tab import PlanTab
from ui.printing import document_pdf
from ui.project_controller import ProjectController
from ui.tasks import TaskRunner
from ui.theme import Theme
from ui.timeline.tab import TimelineTab

STARTS = 15
FRAME, EDIT, FIND = 0.016, 0.050, 0.100  # seconds allowed
MEMORY = 40e6  # bytes more than one and a half bare windows


def window_results(folder: Path) -> Iterator[Result]:
    """Every measurement of the window, files in the folder given."""
    paths = Paths(folder / "data", folder / "config", folder / "logs")
    yield from _starts(folder, paths)
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme = Theme()
    application.setStyleSheet(theme.style_sheet())
    controller, runner, choices = ProjectController(paths), TaskRunner(), Choices(paths.config)
    shared = SharedActions(controller, theme)
    kit = Kit(controller, runner, choices, Messenger(), theme, shared)
    for rows in (SMALL, LARGE):
        controller.show(Project.open(_file(folder, paths, rows), paths))
        yield from _frames(kit, rows)
    yield from _hand(application, kit)
    runner.close()
    controller.close()
    yield _pdf(folder)


def _file(folder: Path, paths: Paths, rows: int) -> Path:
    path = folder / f"window-{rows}.cchc"
    if not path.exists():
        plan = sample(rows)
        records = [plan.plan, *plan.sections, *plan.rows, plan.agency]
        Project.create(path, paths, first=added("Nhập", records)).close()
    return path


# In processes of their own


def _starts(folder: Path, paths: Paths) -> Iterator[Result]:
    small = folder / "sample.cchc"
    Project.create(small, paths, first=sample_change()).close()
    large = _file(folder, paths, LARGE)
    bare: list[tuple[float, int]] = []
    empty: list[tuple[float, int]] = []
    filled: list[tuple[float, int]] = []
    for _ in range(STARTS):  # in turn: what disturbs the machine disturbs all
        bare.append(_start("bare", folder, "painted"))
        empty.append(_start("ours", folder / "new", "painted"))
        filled.append(_start("ours", folder / "used", "drawn", small))
    against = "a bare window and sqlite_utils"
    theirs, shown, drawn = (
        statistics.median(seconds for seconds, _ in starts) for starts in (bare, empty, filled)
    )
    yield Result("Window on the screen", 0, shown, against, theirs, 1.5)
    yield Result("Window with the sample drawn", 32, drawn, against, theirs, 3)
    held = _start("ours", folder / "used", "drawn", large)[1]
    allowed = 1.5 * bare[0][1] + MEMORY
    what = "1.5 bare windows and 40 MB"
    yield Result("Memory with a plan open", LARGE, held, what, allowed, 1, "MB")


def _start(kind: str, folder: Path, word: str, *files: Path) -> tuple[float, int]:
    """Seconds of processor time until the process says the word, and the bytes that it then holds.

    Processor time: on a shared machine the time of the clock says little.
    """
    command = [sys.executable, "-m", "benchmarks.first_window", kind, str(folder)]
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    env["QT_LOGGING_RULES"] = "default.warning=false"  # of this screen only, with each window
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # whoever has the program has it compiled
    said = subprocess.run(
        [*command, *map(str, files)], env=env, check=True, capture_output=True, text=True
    ).stdout
    line = next(line.split() for line in said.splitlines() if line.startswith(word))
    return float(line[1]), int(line[2])


# In this process


def _frames(kit: Kit, rows: int) -> Iterator[Result]:
    tab = TimelineTab(kit)
    tab.resize(1366, 600)
    tab.show()
    QApplication.processEvents()
    view, bar = tab.view, tab.view.verticalScrollBar()
    image = QImage(view.viewport().size(), QImage.Format.Format_ARGB32_Premultiplied)

    def frame(place: int) -> None:
        bar.setValue(place)
        painter = QPainter(image)
        view.paint_frame(painter)
        painter.end()

    places = [bar.maximum() * step // 60 for step in range(61)]
    each = [best(partial(frame, place), 3) for place in places]
    allowed = "the 16 ms allowed"
    yield Result("Timeline frame, worst of 61", rows, max(each), allowed, FRAME, 1)
    yield Result("Timeline frame, median", rows, statistics.median(each), allowed, FRAME, 1)
    tab.hide()
    tab.deleteLater()


def _hand(application: QApplication, kit: Kit) -> Iterator[Result]:
    tab = PlanTab(kit)
    tab.resize(1366, 600)
    tab.show()
    _idle(application)
    model, column = tab.model, tab.model.column_of("deliverable")
    tasks = [row for row, record in enumerate(model.rows) if isinstance(record, Task)]
    places = iter(tasks[:: len(tasks) // 40])

    def edit() -> None:
        index = model.index(next(places), column)
        tab.grid.setCurrentIndex(index)
        tab.grid.scrollTo(index)
        model.setData(index, f"Báo cáo {index.row()}")
        tab.grid.viewport().repaint()

    took = statistics.median(times(edit, 20))
    yield Result("Cell edit to disk and screen", LARGE, took, "the 50 ms allowed", EDIT, 1)
    words = iter(("lanh su", "van phong", "hop tac", "xa xoi", "thu tuc", "bao cao"))

    def find() -> None:
        tab.filtering.choose(TableFilter(next(words)))
        tab.grid.viewport().repaint()

    took = statistics.median(times(find, 6))
    yield Result("Find without diacritics", LARGE, took, "the 100 ms allowed", FIND, 1)
    quarters = iter(QUARTERS + QUARTERS[:2])

    def tick() -> None:
        tab.filtering.choose(TableFilter(columns=(ColumnFilter("time", (next(quarters),)),)))
        tab.grid.viewport().repaint()

    took = statistics.median(times(tick, 6))
    yield Result("Filter a column by a tick", LARGE, took, "the 100 ms allowed", FIND, 1)
    tab.hide()
    tab.deleteLater()


def _idle(application: QApplication) -> None:
    """Until what the tab does a moment later is done."""
    end = time.monotonic() + 3
    while time.monotonic() < end:
        application.processEvents()


def _pdf(folder: Path) -> Result:
    documents = {
        rows: plan_document(plan.plan, plan.sections, plan.rows, plan.agency)
        for rows, plan in ((rows, sample(rows)) for rows in (SMALL, LARGE))
    }
    small, large = (
        best(partial(document_pdf, document, folder / f"{rows}.pdf"), 2)
        for rows, document in documents.items()
    )
    return Result("PDF of the plan, growth", LARGE, large, f"{SMALL} rows x 10", small * 10, 1.2)
