"""The tab Báo cáo around the text: periods, sources, preview, figures, places, keys."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.finding import Place
from cchc_desktop.services.figures import figure_lines
from cchc_desktop.services.project import Project
from tests.ui.plan.keys import ALT, CTRL, NONE, Key, press, type_words
from tests.ui.report.conftest import THU_TUC, ChangeSource, choose, lines, report_of, said, texts
from ui.project_controller import ProjectController
from ui.report.outline import FIGURES
from ui.report.tab import ReportTab

Click = Callable[[QWidget, str], None]


# Beginning


def test_the_models_have_no_fault(
    tab: ReportTab, qtmodeltester: ModelTester, controller: ProjectController
) -> None:
    qtmodeltester.check(tab.outline.lines)
    qtmodeltester.check(tab.figures.model)
    tab.outline.choose(FIGURES)
    tab.figures.insert()
    controller.undo()
    tab.commands.delete.trigger()
    controller.undo()


def test_a_period_without_a_report_says_what_to_do(empty_tab: ReportTab, project: Project) -> None:
    tab = empty_tab
    assert tab.toolbar.reports.currentText() == "Báo cáo quý III (chưa soạn)"
    assert tab.status() == "Quý III · số liệu 15/6 – 14/9/2027 · gửi Sở Nội vụ trước 16/9"
    tab.home.setFocus()
    press(Key.Key_Return)
    assert report_of(project).subject == "Công tác cải cách hành chính quý III năm 2027"
    assert tab.toolbar.reports.currentText() == "Báo cáo quý III"
    assert tab.text.rows, "the first heading that has words is shown"


def test_without_a_report_there_is_nothing_to_check(
    empty_tab: ReportTab, controller: ProjectController
) -> None:
    check = empty_tab.toolbar._check
    assert not check.isEnabled()
    empty_tab.commands.draft.trigger()
    assert check.isEnabled()
    controller.undo()
    assert not check.isEnabled()


def test_a_year_without_a_plan(empty_tab: ReportTab, controller: ProjectController) -> None:
    controller.choose_year(2030)
    assert "Chưa có kế hoạch năm 2030" in said(empty_tab)
    asked: list[None] = []
    empty_tab.plan_asked.connect(lambda: asked.append(None))
    QApplication.processEvents()  # new buttons are shown
    empty_tab.home.setFocus()
    press(Key.Key_Return)
    assert asked


def test_another_period_and_back(tab: ReportTab, project: Project) -> None:
    tab.toolbar.period_chosen.emit("h1-2027")
    assert tab.open.report is None
    assert "Chưa có báo cáo 6 tháng đầu năm 2027" in said(tab)
    tab.toolbar.period_chosen.emit("q3-2027")
    assert tab.open.report == report_of(project)


def test_undoing_the_beginning_leaves_the_page_empty(
    tab: ReportTab, controller: ProjectController
) -> None:
    controller.undo()
    assert tab.open.report is None
    assert "Chưa có báo cáo quý III" in said(tab)


# Sources


def test_the_sources_of_the_paragraph_and_the_way_to_them(
    tab: ReportTab, project: Project, click: Click
) -> None:
    assert "Kết quả quý III · nhiệm vụ II.1.1" in said(tab.sources)
    asked: list[Place] = []
    tab.jump_asked.connect(asked.append)
    click(tab.sources, "Mở nhiệm vụ")
    (place,) = asked
    assert project.holds(place.record_id)


def test_a_changed_source_says_what_it_said_before(
    tab: ReportTab, change_source: ChangeSource
) -> None:
    change_source("09 thủ tục", "11 thủ tục")
    words = said(tab.sources)
    assert "Đổi sau khi soạn" in words
    assert "trước: Đã rà soát 09 thủ tục" in words


def test_what_is_not_used_is_offered_and_inserted(tab: ReportTab, project: Project) -> None:
    tab.commands.delete.trigger()
    assert tab.text.rows == []
    insert = next(
        button
        for button in tab.sources.findChildren(QPushButton)
        if button.text().strip() == "Chèn kết quả"
    )
    insert.click()
    assert texts(tab)[0].startswith("- Đã rà soát 09 thủ tục")
    assert "Chèn kết quả" not in [b.text().strip() for b in tab.sources.findChildren(QPushButton)]


# Drafting anew, and findings


def test_pages_are_shown_beforehand_and_the_file_asked_for(tab: ReportTab, qtbot: QtBot) -> None:
    tab.preview_shown.trigger()
    qtbot.waitUntil(lambda: len(tab.preview.pages.pages) > 1)
    assert tab.home is tab.preview.pages
    press(Key.Key_Escape)
    assert tab.home is tab.text.home
    asked: list[object] = []
    tab.export_asked.connect(asked.append)
    tab._export.trigger()
    assert asked == [tab.open.period]


# Figures


def test_figures_are_typed_and_percentages_computed(tab: ReportTab, project: Project) -> None:
    tab._show_figures.trigger()
    assert QApplication.focusWidget() is tab.figures.table
    tab.figures.go_to("indicator-1.1")
    type_words("20")
    press(Key.Key_Return)
    type_words("15")
    press(Key.Key_Return)
    found = {x.indicator.code: x.value for x in period_figures(project)}
    assert (found["1.1"], found["1.2"], found["1.3"]) == ("20", "15", "75")
    assert lines(tab)["Phụ lục. Số liệu"] == "3 số liệu"
    tab.figures.go_to("indicator-1.3", "parts")
    index = tab.figures.table.currentIndex()
    assert not tab.figures.model.setData(index, "1.2 / 99")
    assert tab.figures.model.setData(index, "1.1 / 1.2")
    assert {x.indicator.code: x.value for x in period_figures(project)}["1.3"] == "133,33"


def period_figures(project: Project) -> list:  # type: ignore[type-arg]
    period = project.period(2027, "q3")
    return figure_lines(project, 2027, period)


# Places and keys


def test_places_of_a_report_are_shown(tab: ReportTab, project: Project) -> None:
    paragraph = tab.text.rows[0].entry.id
    choose(tab, "Phương hướng")
    tab.toolbar.period_chosen.emit("h1-2027")
    assert tab.jump_to(Place(paragraph, "text"))
    assert tab.text.current is not None
    assert tab.text.current.entry.id == paragraph
    assert tab.jump_to(Place(report_of(project).id, "signer"))
    assert QApplication.focusWidget() is tab.head._fields["signer"]
    assert not tab.jump_to(Place("nowhere"))


def test_f6_walks_the_areas(tab: ReportTab) -> None:
    seen = []
    for _ in range(4):
        press(Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert seen[1] is tab.toolbar.reports
    assert seen[2] is tab.outline
    assert seen[3] is tab.text.home


@pytest.mark.parametrize(
    ("key", "modifier", "action"),
    [
        (Key.Key_K, CTRL, "cite"),
        (Key.Key_R, CTRL, "tell"),
        (Key.Key_J, CTRL, "figure"),
        (Key.Key_Minus, CTRL, "delete"),
        (Key.Key_Return, CTRL, "add"),
        (Key.Key_1, ALT, "accept"),
        (Key.Key_2, ALT, "compare"),
        (Key.Key_Up, ALT, "up"),
        (Key.Key_Right, ALT, "to_source"),
        (Key.Key_F8, NONE, "following"),
    ],
)
def test_keys_reach_their_command_while_one_types(
    tab: ReportTab, key: Qt.Key, modifier: Qt.KeyboardModifier, action: str
) -> None:
    owner = next(one for one in (tab.commands, tab.steps, tab) if hasattr(one, action))
    found = getattr(owner, action)
    found.setEnabled(True)
    found.triggered.disconnect()
    pressed: list[str] = []
    found.triggered.connect(lambda: pressed.append(action))
    before = texts(tab)
    press(key, modifier)
    assert pressed
    assert texts(tab) == before, "the text has not taken the key"


@pytest.mark.parametrize("menu", ["edit", "insert", "view", "tools"])
def test_every_command_stands_in_a_menu(tab: ReportTab, menu: str) -> None:
    actions = [action for action in tab.menu_actions(menu) if action is not None]
    assert actions
    assert all(action.text() for action in actions)


def test_while_hidden_it_only_remembers(
    tab: ReportTab, controller: ProjectController, change_source: ChangeSource
) -> None:
    tab.hide()
    change_source("09 thủ tục", "11 thủ tục")
    assert tab.open.stale
    tab.show()
    assert lines(tab)[f"2. {THU_TUC}"] == "nguồn đổi"


def test_a_report_is_deleted_and_brought_back(
    tab: ReportTab, controller: ProjectController
) -> None:
    tab.commands.delete_report.trigger()
    assert tab.open.report is None
    assert not tab.commands.delete_report.isEnabled()
    assert tab.home.isEnabled()
    assert Qt.FocusPolicy.NoFocus != tab.home.focusPolicy()
    controller.undo()
    assert tab.open.report is not None
    assert lines(tab)[f"2. {THU_TUC}"]
