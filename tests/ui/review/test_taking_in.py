"""A plan on its way from the file through the review into the project, in the real window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

import resources
from cchc_desktop.domain.plan import Task
from cchc_desktop.services.project import Project
from ui.app import Desktop
from ui.review.panel import ReviewPanel

SAMPLE = "sample/ke-hoach-mau-7-cot.docx"


def review_of(desktop: Desktop, qtbot: QtBot, path: Path) -> ReviewPanel:
    desktop.files.import_plan(path)
    qtbot.waitUntil(lambda: isinstance(desktop.window.covered, ReviewPanel))
    panel = desktop.window.covered
    assert isinstance(panel, ReviewPanel)
    return panel


def tasks_in(project: Project, year: int) -> list[Task]:
    plan = project.plan(year)
    return [row for row in project.rows(plan) if isinstance(row, Task)] if plan else []


def test_into_the_open_project_and_back_in_one_step(
    desktop: Desktop, qtbot: QtBot, tmp_path: Path
) -> None:
    project = Project.create(tmp_path / "so.cchc", desktop.paths)
    desktop.controller.show(project)
    panel = review_of(desktop, qtbot, resources.path(SAMPLE))
    count, year = panel.reading.count(), panel.reading.plan.year
    assert not tasks_in(project, year)
    panel.head.accept.click()
    assert desktop.window.covered is None
    plan = desktop.window.current_tab
    assert plan is not None
    assert desktop.window.focusWidget() is plan.home
    assert desktop.controller.year == year
    assert len(tasks_in(project, year)) == count > 0
    desktop.controller.undo()
    assert not tasks_in(project, year)
    assert project.plans() == []


def test_into_a_new_file_where_none_is_open(
    desktop: Desktop, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = review_of(desktop, qtbot, resources.path(SAMPLE))
    chosen = str(tmp_path / "moi")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_named: (chosen, ""))
    panel.head.accept.click()
    project = desktop.controller.project
    assert project is not None
    assert project.path.name == "moi.cchc"
    assert tasks_in(project, panel.reading.plan.year)


def test_nothing_is_written_when_the_review_is_left(desktop: Desktop, qtbot: QtBot) -> None:
    panel = review_of(desktop, qtbot, resources.path(SAMPLE))
    panel.head.cancel.click()
    assert desktop.window.covered is None
    assert desktop.controller.project is None


def test_a_second_file_waits_for_the_first(desktop: Desktop, qtbot: QtBot) -> None:
    panel = review_of(desktop, qtbot, resources.path(SAMPLE))
    desktop.files.import_plan(resources.path(SAMPLE))
    assert "Hãy duyệt xong" in desktop.window.bar.text
    assert desktop.window.covered is panel


def test_a_file_that_is_no_plan_is_refused_with_what_to_do(
    desktop: Desktop, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "KH.docx"
    path.write_bytes(b"any")
    desktop.files.import_plan(path)
    qtbot.waitUntil(lambda: desktop.window.bar.text != "")
    assert desktop.window.covered is None


def test_a_project_open_to_look_at_takes_nothing_in(
    desktop: Desktop, qtbot: QtBot, tmp_path: Path
) -> None:
    Project.create(tmp_path / "so.cchc", desktop.paths).close()
    desktop.controller.open(tmp_path / "so.cchc", read_only=True)
    desktop.files.import_plan(resources.path(SAMPLE))
    assert "mở lại để sửa" in desktop.window.bar.text
