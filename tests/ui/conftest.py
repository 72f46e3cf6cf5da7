"""Fixtures for tests of the window: real widgets on the offscreen platform."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before any Qt is imported

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop.services.project import Project
from cchc_desktop.services.sample import sample_change
from cchc_desktop.settings import Paths
from ui.app import Desktop
from ui.project_controller import ProjectController
from ui.theme import Theme


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
def desktop(qtbot: QtBot, qapp: QApplication, paths: Paths) -> Iterator[Desktop]:
    """The whole program on the screen, with no file open and its own folders."""
    made = Desktop(qapp, paths)
    made.show()
    qtbot.waitUntil(made.window.isVisible)
    yield made
    made.window.hide()
    made.window.deleteLater()
    made.close()
