"""The tab Báo cáo: how the text of a report of forty pages follows the hand."""

import statistics
import time
from collections.abc import Callable, Iterator
from datetime import date
from itertools import cycle
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.results import Result, times, times_served
from cchc_desktop.domain.change import added
from cchc_desktop.domain.plan import new_id
from cchc_desktop.domain.report import ReportParagraph
from cchc_desktop.services.beginning_report import begin_report
from cchc_desktop.services.project import Project
from cchc_desktop.services.reporting import report_of
from cchc_desktop.services.sample import whole_sample
from cchc_desktop.settings import Paths
from ui.actions import SharedActions
from ui.choices import Choices
from ui.collector import Collector
from ui.kit import Kit
from ui.messages import Messenger
from ui.project_controller import ProjectController
from ui.report.tab import ReportTab
from ui.tasks import TaskRunner
from ui.theme import Theme

KEY, EDIT, TURN = 0.016, 0.100, 0.500  # seconds allowed
_PARAGRAPHS = 30  # under each heading: together about 40 pages
_KEYS = 300
_SAID = (
    "- Sở đã hướng dẫn nộp hồ sơ lãnh sự trực tuyến tại bộ phận một cửa theo Kế hoạch số "
    "{}/KH-SNgV ngày 26/02/2027; qua đó kiến nghị rút ngắn thời gian của 03 thủ tục, bảo đảm đúng "
    "quy định, không có hồ sơ quá hạn, người dân không phải đi lại nhiều lần và được báo trước. "
)


def report_window_results(folder: Path) -> Iterator[Result]:
    """Every measurement of the tab, files in the folder given."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    paths, theme = Paths(folder / "data", folder / "config", folder / "logs"), Theme()
    controller, runner = ProjectController(paths), TaskRunner()
    Collector(runner)
    count = _open(controller, folder, paths)
    shared, choices = SharedActions(controller, theme), Choices(paths.config)
    day = date(2027, 8, 30)
    tab = ReportTab(Kit(controller, runner, choices, Messenger(), theme, shared, lambda: day))
    tab.resize(1366, 600)
    tab.show()
    tab.activateWindow()
    _idle(application)
    long = [one for one in tab.open.headings if len(one.entries) >= _PARAGRAPHS]
    chosen = iter(long * 2)

    def turn() -> None:
        tab.outline.choose(next(chosen).heading.id)
        application.processEvents()

    took = statistics.median(times(turn, 6))
    yield Result("Report: another heading on the screen", count, took, "0.5 s", TURN, 1)
    _idle(application)
    row = tab.text.rows[_PARAGRAPHS // 2]
    tab.text.go_to(row.entry.id, -1)

    letters = cycle("cai cach hanh chinh ")

    def key() -> None:
        QTest.keyClick(row.editor, next(letters))
        application.processEvents()

    keys = [("a key in the text", sorted(times_served(key, _KEYS)))]
    while_checked = [_key_while_checked(tab, key, n) for n in range(_KEYS)]
    keys.append(("a key while it is checked", sorted(while_checked)))
    for what, took_each in keys:
        usual = took_each[len(took_each) * 95 // 100 - 1]
        for which, took in (("95 of 100", usual), (f"worst of {_KEYS}", took_each[-1])):
            yield Result(f"Report: {what}, {which}", count, took, "the 16 ms allowed", KEY, 1)

    def edit() -> None:
        QTest.keyClick(row.editor, "b")
        row.editor.commit()
        application.processEvents()

    took = statistics.median(times(edit, 10))
    yield Result("Report: edit to disk and screen", count, took, "0.1 s", EDIT, 1)
    tab.hide()
    tab.deleteLater()
    runner.close()
    controller.close()


def _key_while_checked(tab: ReportTab, key: Callable[[], None], n: int) -> float:
    """What a key takes, in seconds, that comes so much later than the one before into a check."""
    tab.open.check()
    time.sleep(0.005 + 0.001 * (n % 150))  # the check runs meanwhile
    return times_served(key, 1)[0]


def _open(controller: ProjectController, folder: Path, paths: Paths) -> int:
    """A file with such a report, shown; how many paragraphs it has."""
    project = Project.create(folder / "report.cchc", paths, first=whole_sample())
    period = project.period(2027, "q3")
    project.apply(begin_report(project, 2027, period))
    report = report_of(project, period)
    assert report is not None
    drawn = [
        ReportParagraph(new_id(), report.id, heading.id, 100_000 + n, _SAID.format(n) * 2)
        for heading in project.report_headings(report)
        if heading.content
        for n in range(_PARAGRAPHS)
    ]
    project.apply(added("Nhập", drawn))
    controller.show(project, 2027)
    return len(project.report_paragraphs(report))


def _idle(application: QApplication) -> None:
    """Until what the tab does a moment later is done."""
    end = time.monotonic() + 4
    while time.monotonic() < end:
        application.processEvents()
