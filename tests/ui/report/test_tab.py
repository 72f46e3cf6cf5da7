"""The tab Báo cáo around the text: periods, outline, sources, findings, figures, by keyboard."""

import threading
from collections.abc import Callable
from typing import NoReturn

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.finding import Place
from cchc_desktop.domain.report import Report, ReportHeading
from cchc_desktop.domain.steps import Step
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.figures import figure_lines
from cchc_desktop.services.outlines import outlines_for
from cchc_desktop.services.project import Project
from tests.ui.plan.keys import ALT, CTRL, NONE, Key, last_step, press, type_words
from tests.ui.report.conftest import THU_TUC, choose, report_of, texts
from ui.messages import Messenger
from ui.project_controller import ProjectController
from ui.report import opened
from ui.report.figures_model import KEYS
from ui.report.outline import FIGURES, HEAD
from ui.report.tab import ReportTab
from ui.tasks import TaskRunner

ChangeSource = Callable[[str, str], None]
Click = Callable[[QWidget, str], None]


def lines(tab: ReportTab) -> dict[str, str]:
    """The outline's lines with their state."""
    return {line.title: line.state for line in tab.outline.lines.items}


def said(widget: QWidget) -> str:
    """All that stands in a pane."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


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


# The outline


def test_the_outline_tells_the_state_of_each_heading(
    tab: ReportTab, change_source: ChangeSource
) -> None:
    assert lines(tab)["II. Kết quả thực hiện"] == ""
    assert lines(tab)["1. Cải cách thể chế"] == "trống"
    assert lines(tab)[f"2. {THU_TUC}"] == "nháp"
    press(Key.Key_End, CTRL)
    type_words(" Tốt.")
    tab.text.commit()
    assert lines(tab)[f"2. {THU_TUC}"] == "đã sửa"
    change_source("09 thủ tục", "11 thủ tục")
    assert lines(tab)[f"2. {THU_TUC}"] == "nguồn đổi"


def test_leaving_a_heading_writes_what_is_typed(tab: ReportTab, project: Project) -> None:
    type_words("x")
    press(Key.Key_PageDown, CTRL)
    assert lines(tab)[f"2. {THU_TUC}"] == "đã sửa"
    press(Key.Key_PageUp, CTRL)
    assert texts(tab)[0].startswith("x- Đã")


def test_the_keys_go_with_the_line_that_is_stepped_to(tab: ReportTab) -> None:
    for _ in tab.outline.lines.items:
        press(Key.Key_PageDown, CTRL)
    assert tab.outline.current_id == FIGURES
    assert tab.figures.table.hasFocus(), "not the button over it"
    for _ in tab.outline.lines.items:
        press(Key.Key_PageUp, CTRL)
    assert tab.head.first_control.hasFocus()


def test_a_heading_is_renamed_added_moved_and_removed(
    tab: ReportTab, project: Project, controller: ProjectController
) -> None:
    pane = tab._outline_pane
    pane.edit.trigger()
    form = tab.heading_form
    assert "II. Cải cách thủ tục hành chính" in said(form)
    form._title.setFocus()
    form._title.selectAll()
    type_words("Thủ tục")
    form.commit()
    assert lines(tab)["2. Thủ tục"] == "nháp"
    form._write_areas("một cửa, thủ tục\nTTHC")
    assert report_heading(tab, project).areas == ("một cửa", "thủ tục", "TTHC")
    pane.add.trigger()
    titles = list(lines(tab))
    assert titles[titles.index("2. Thủ tục") + 1] == "Mục mới"
    pane.up.trigger()
    titles = list(lines(tab))
    assert titles[titles.index("2. Thủ tục") - 1] == "Mục mới"
    pane.remove.trigger()
    assert "Mục mới" not in lines(tab)
    pane.keep.trigger()
    best = outlines_for(project, 2027, project.period(2027, "q3"))[0]
    assert best.own
    pane.edit.trigger()
    assert last_step(controller) == "Giữ đề cương"


def report_heading(tab: ReportTab, project: Project) -> ReportHeading:
    found = project.record(tab.outline.current_id)
    assert isinstance(found, ReportHeading)
    return found


def test_the_head_of_the_document(tab: ReportTab, project: Project) -> None:
    tab.outline.choose(HEAD)
    tab.home.setFocus()
    field = tab.head._fields["addressee"]
    field.setFocus()
    type_words("Sở Nội vụ")
    date = tab.head._fields["issued"]
    date.setFocus()
    type_words("14/09/2027")
    tab.outline.setFocus()
    assert report_of(project).addressee == "Sở Nội vụ"
    assert report_of(project).issued == "2027-09-14"
    assert date.words == "14/9/2027"
    tab.head._ticks["with_figures"].click()
    assert not report_of(project).with_figures


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


def test_drafting_anew_adds_what_is_new_and_only_names_what_changed(
    tab: ReportTab, messages: Messenger, change_source: ChangeSource, project: Project
) -> None:
    told: list[str] = []
    messages.notice.connect(lambda words, _ways: told.append(words))
    tab.commands.draft.trigger()
    assert told == ["Bản nháp không có gì mới so với báo cáo đang có."]
    type_words("x")
    change_source("09 thủ tục", "11 thủ tục")
    tab.commands.draft.trigger()
    assert told[1].startswith("1 đoạn có nguồn đã đổi")
    choose(tab, "Khó khăn")
    tab.commands.go_to_flagged()
    assert texts(tab)[0].startswith("x- Đã rà soát 09"), "the clerk's words stay"


def test_findings_are_listed_and_gone_to(tab: ReportTab, qtbot: QtBot) -> None:
    tab.outline.choose(FIGURES)
    model = tab.figures.model
    row = model.row_of("indicator-1.1")
    model.setData(model.index(row, KEYS.index("value")), "nhiều")
    qtbot.waitUntil(lambda: "figure-number" in rules_of(tab))
    rules = rules_of(tab)
    assert rules.count("figure-number") == 1
    assert tab.toolbar._check.count == len(rules) > 1
    choose(tab, THU_TUC)
    tab.pane.actions_of_pages[1].trigger()
    place = rules.index("figure-number")
    tab.findings.list.setCurrentIndex(tab.findings.model.index(place - 1))
    press(Key.Key_F8)
    assert tab.outline.current_id == FIGURES
    assert tab.figures.table.hasFocus()


def rules_of(tab: ReportTab) -> list[str]:
    return [finding.rule for finding in tab.open.findings]


def test_what_is_wrong_stands_in_the_margin_and_is_cured(tab: ReportTab, qtbot: QtBot) -> None:
    press(Key.Key_End, CTRL)
    type_words(" Gửi  UBND.")
    tab.text.commit()
    qtbot.waitUntil(lambda: "two-blanks" in rules_of(tab))
    row = tab.text.rows[0]
    assert row.entry.marks
    assert f"Đoạn, đã sửa, {row.entry.marks[0]}" in row.editor.accessibleName()
    tab.pane.actions_of_pages[1].trigger()
    place = rules_of(tab).index("two-blanks")
    tab.findings.list.setCurrentIndex(tab.findings.model.index(place))
    tab.commands.accept.trigger()
    assert texts(tab)[0].endswith(" Gửi UBND.")


def test_a_check_gives_way_to_a_key_and_begins_anew(
    tab: ReportTab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = threading.Event()

    def endless(_contents: Contents, _report: Report, *, step: Step) -> NoReturn:
        begun.set()
        while True:
            step()

    with monkeypatch.context() as changed:
        changed.setattr(opened, "report_check", endless)
        tab.open.check()
        qtbot.waitUntil(begun.is_set)
    running = tab.open._checking
    type_words(" Gửi  UBND.")
    assert running is not None
    with qtbot.waitSignal(running.destroyed):  # it ends at once
        assert not running.is_awaited
    assert tab.open._soon.isActive()
    tab.text.commit()
    qtbot.waitUntil(lambda: "two-blanks" in rules_of(tab))


def test_after_a_fault_in_a_check_the_next_edit_is_checked(
    tab: ReportTab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, runner: TaskRunner
) -> None:
    failed: list[Exception] = []
    runner.failed.connect(failed.append)

    def faulty(_contents: Contents, _report: Report, *, step: Step) -> NoReturn:
        raise ZeroDivisionError

    with monkeypatch.context() as changed:
        changed.setattr(opened, "report_check", faulty)
        tab.open.check()
        qtbot.waitUntil(lambda: failed != [])
    press(Key.Key_End, CTRL)
    type_words(" Gửi  UBND.")
    tab.text.commit()
    qtbot.waitUntil(lambda: "two-blanks" in rules_of(tab))
    assert [type(fault) for fault in failed] == [ZeroDivisionError]


def test_changed_sources_are_among_the_findings(
    tab: ReportTab, change_source: ChangeSource, controller: ProjectController
) -> None:
    tab.outline.setFocus()
    change_source("09 thủ tục", "11 thủ tục")
    assert tab.open.findings[0].rule == "source-changed"
    choose(tab, "Khó khăn")
    tab.pane.actions_of_pages[1].trigger()
    tab.findings.list.setCurrentIndex(tab.findings.model.index(0))
    tab.findings.take_first_cure()
    assert last_step(controller) == "Nhận số mới"
    choose(tab, THU_TUC)
    assert "11 thủ tục" in texts(tab)[0]
    assert "source-changed" not in rules_of(tab)


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
