"""A report drafted anew, and what its check finds, in the background."""

import threading
from typing import NoReturn

import pytest
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.report import Report
from cchc_desktop.domain.steps import Step
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.project import Project
from tests.ui.plan.keys import CTRL, Key, last_step, press, type_words
from tests.ui.report.conftest import THU_TUC, ChangeSource, choose, texts
from ui.messages import Messenger
from ui.project_controller import ProjectController
from ui.report import opened
from ui.report.figures_model import KEYS
from ui.report.outline import FIGURES
from ui.report.tab import ReportTab
from ui.tasks import TaskRunner


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
