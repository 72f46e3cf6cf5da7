"""Fixtures for tests of the window: real widgets on the offscreen platform."""

import gc
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before any Qt is imported

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cchc_desktop.services.project import Project
from cchc_desktop.services.sample import sample_change
from cchc_desktop.settings import Paths
from ui.actions import SharedActions
from ui.choices import Choices
from ui.desktop import Desktop
from ui.kit import Kit
from ui.messages import Messenger
from ui.plan.tab import PlanTab
from ui.project_controller import ProjectController
from ui.tasks import TaskRunner
from ui.theme import Theme


@pytest.fixture(autouse=True)
def collector_off() -> None:
    """No garbage is searched for in the middle of Qt's work: as in the program."""
    gc.disable()


@pytest.fixture(scope="session", autouse=True)
def clipboard_cleared(qapp: object) -> Iterator[None]:
    """What was made in Python leaves the clipboard while there is Python: the offscreen platform
    would let it go when all else is gone, and the run would end in a fault.
    """
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture
def theme(qapp: object) -> Theme:
    """The light look at 100 %."""
    return Theme()


@pytest.fixture
def project(tmp_path: Path, paths: Paths) -> Project:
    """A real file with the sample plan of 2027, open to write."""
    return Project.create(tmp_path / "mau.cchc", paths, first=sample_change())


@pytest.fixture
def controller(qtbot: QtBot, project: Project, paths: Paths) -> Iterator[ProjectController]:
    """The controller that shows the sample; its file is closed at the end."""
    made = ProjectController(paths)
    made.show(project)
    yield made
    made.close()


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    """Work in the background, stopped at the end."""
    made = TaskRunner()
    yield made
    made.close()


@pytest.fixture
def messages() -> Messenger:
    """What is told to the user; nobody shows it."""
    return Messenger()


@pytest.fixture
def desktop(qtbot: QtBot, qapp: QApplication, paths: Paths) -> Iterator[Desktop]:
    """The whole program on the screen, with no file open and its own folders."""
    made = Desktop(qapp, paths)
    made.begin(None)
    qtbot.waitUntil(made.window.isVisible)
    yield made
    made.window.hide()
    made.window.deleteLater()
    made.close()
    # no loop runs between tests: windows that stay would be styled again with each new one
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def make_kit(runner: TaskRunner, messages: Messenger, theme: Theme) -> Callable[..., Kit]:
    """What a controller's tabs work with, today or as on another day, also in another look."""

    def make(
        controller: ProjectController,
        today: Callable[[], date] = date.today,
        look: Theme = theme,
    ) -> Kit:
        shared = SharedActions(controller, look)
        shared.setParent(controller)
        choices = Choices(controller.paths.config)
        return Kit(controller, runner, choices, messages, look, shared, today)

    return make


@pytest.fixture
def make_tab(qtbot: QtBot, make_kit: Callable[..., Kit]) -> Callable[[ProjectController], PlanTab]:
    """Puts a controller's tab Kế hoạch on the screen, with the focus in its grid."""

    def make(controller: ProjectController) -> PlanTab:
        tab = PlanTab(make_kit(controller))
        qtbot.addWidget(tab)
        tab.resize(1366, 600)
        with qtbot.waitActive(tab):
            tab.show()
            tab.activateWindow()
        tab.grid.setFocus()
        return tab

    return make


@pytest.fixture
def tab(make_tab: Callable[[ProjectController], PlanTab], controller: ProjectController) -> PlanTab:
    """The tab Kế hoạch with the sample plan, on the screen."""
    return make_tab(controller)


@pytest.fixture
def when_asked(qtbot: QtBot) -> Iterator[Callable[[Callable[[Any], object]], None]]:
    """Has the dialog that comes next answered by a function; one that stays is given up."""
    waiting = QObject()  # its end is the end of the waiting

    def prepare(answer: Callable[[Any], object]) -> None:
        def run() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QDialog):
                QTimer.singleShot(50, waiting, run)
                return
            try:
                answer(dialog)
            finally:
                if dialog.isVisible():
                    dialog.reject()

        QTimer.singleShot(50, waiting, run)

    yield prepare
    waiting.deleteLater()


@pytest.fixture
def choose_file(
    when_asked: Callable[[Callable[[Any], object]], None],
) -> Callable[[Path], None]:
    """Has the file dialog that comes next choose this path."""

    def choose(path: Path) -> None:
        def answer(dialog: QFileDialog) -> None:
            dialog.findChild(QLineEdit).setText(str(path))
            dialog.accept()

        when_asked(answer)

    return choose


@pytest.fixture
def click() -> Callable[[QWidget, str], None]:
    """Clicks the button with these words that can be seen in a widget."""

    def click(within: QWidget, words: str) -> None:
        found = [b for b in within.findChildren(QPushButton) if b.text().strip() == words]
        (shown,) = [b for b in found if b.isVisible()]
        shown.click()

    return click
