"""The tab Báo cáo with the report of a third quarter, on the screen."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.change import Change, Edit
from cchc_desktop.domain.report import Report
from cchc_desktop.domain.result import Result
from cchc_desktop.services import reporting
from cchc_desktop.services.project import Project
from cchc_desktop.services.sample import whole_sample
from cchc_desktop.settings import Paths
from ui.kit import Kit
from ui.project_controller import ProjectController
from ui.report.tab import ReportTab

TODAY = date(2027, 8, 30)
THU_TUC = "Cải cách thủ tục hành chính"
ChangeSource = Callable[[str, str], None]


@pytest.fixture
def project(tmp_path_factory: pytest.TempPathFactory, paths: Paths) -> Project:
    """A file with a year's plan, documents and results."""
    folder = tmp_path_factory.mktemp("report")
    return Project.create(folder / "mau.cchc", paths, first=whole_sample())


@pytest.fixture
def empty_tab(
    qtbot: QtBot, controller: ProjectController, make_kit: Callable[..., Kit]
) -> Iterator[ReportTab]:
    """The tab where no report was begun."""
    made = ReportTab(make_kit(controller, lambda: TODAY))
    qtbot.addWidget(made)
    made.resize(1366, 600)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.hide()


@pytest.fixture
def tab(empty_tab: ReportTab, project: Project) -> ReportTab:
    """The tab at the heading of the procedures, with one drafted paragraph in focus."""
    empty_tab.commands.draft.trigger()
    choose(empty_tab, THU_TUC)
    empty_tab.text.go_to(empty_tab.text.rows[0].entry.id, 0)
    return empty_tab


@pytest.fixture
def change_source(project: Project, controller: ProjectController) -> ChangeSource:
    """Has a result say other words than it did."""

    def change(old: str, new: str) -> None:
        results = project.results(project.period(2027, "q3"))
        before = next(result for result in results if old in result.text)
        write(controller, before, replace(before, text=before.text.replace(old, new)))

    return change


def write(controller: ProjectController, before: Result, after: Result) -> None:
    controller.apply(Change("Sửa kết quả", (Edit(before, after),)))


def report_of(project: Project) -> Report:
    report = reporting.report_of(project, project.period(2027, "q3"))
    assert report is not None
    return report


def choose(tab: ReportTab, title: str) -> None:
    """Choose a heading by its title."""
    found = next(one for one in tab.open.headings if one.heading.title.startswith(title))
    tab.outline.choose(found.heading.id)


def texts(tab: ReportTab) -> list[str]:
    """What is typed or stored under the heading, in order."""
    return [row.editor.words for row in tab.text.rows if row.entry.paragraph is not None]


def lines(tab: ReportTab) -> dict[str, str]:
    """The outline's lines with their state."""
    return {line.title: line.state for line in tab.outline.lines.items}


def said(widget: QWidget) -> str:
    """All that stands in a pane."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel))
