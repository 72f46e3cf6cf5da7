"""The story of a report: drafted, worked on, a source changes and is taken in, a document is cited;
written to Word, and all of it there in the window that opens next.
"""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before any Qt is imported

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.change import Change, Edit
from cchc_desktop.domain.result import Result
from cchc_desktop.services.project import Project
from cchc_desktop.services.report_standing import State
from cchc_desktop.services.sample import whole_sample
from cchc_desktop.settings import Paths
from tests.ui.plan.keys import ALT, CTRL, Key, press, type_words
from ui.desktop import Desktop
from ui.report.inserting import InsertDialog
from ui.report.tab import ReportTab

REPORT, PLAN = 4, 1  # places of the tabs


def opened(qtbot: QtBot, qapp: QApplication, paths: Paths, path: Path | None) -> Desktop:
    desktop = Desktop(qapp, paths)
    desktop.begin(path)
    qtbot.waitUntil(lambda: desktop.controller.project is not None)
    with qtbot.waitActive(desktop.window):
        desktop.window.activateWindow()
    return desktop


def shown(desktop: Desktop) -> ReportTab:
    desktop.window.show_tab(REPORT)
    tab = desktop.window.current_tab
    assert isinstance(tab, ReportTab)
    tab.toolbar.period_chosen.emit("q3-2027")
    return tab


def close(desktop: Desktop) -> None:
    desktop.window.close()
    desktop.window.deleteLater()
    desktop.close()


def texts(tab: ReportTab) -> list[str]:
    return [row.editor.words for row in tab.text.rows]


def choose(tab: ReportTab, title: str) -> None:
    found = next(one for one in tab.open.headings if one.heading.title.startswith(title))
    tab.outline.choose(found.heading.id)
    tab.text.go_to(tab.text.rows[0].entry.id)


def test_a_report_is_drafted_worked_on_and_written(
    qtbot: QtBot,
    qapp: QApplication,
    tmp_path: Path,
    paths: Paths,
    program: Callable[..., Any],
) -> None:
    path = tmp_path / "Sở Ngoại vụ.cchc"
    Project.create(path, paths, first=whole_sample()).close()
    desktop = opened(qtbot, qapp, paths, path)
    tab, project = shown(desktop), desktop.controller.project
    assert project is not None
    tab.commands.draft.trigger()
    choose(tab, "Cải cách thủ tục")
    drafted = texts(tab)[0]
    assert "09 thủ tục" in drafted

    press(Key.Key_End, CTRL)
    press(Key.Key_Return)
    type_words("Sở làm theo .")
    row = tab.text.rows[1]
    row.editor.place_caret(len(row.editor.words) - 1)
    press(Key.Key_K, CTRL)
    dialog = tab.findChild(InsertDialog)
    dialog.chooser.field.setText("140 ttr")
    QTest.keyClick(dialog.chooser.field, Key.Key_Return)
    qtbot.waitUntil(lambda: "140/TTr-SNgV" in texts(tab)[1])
    assert texts(tab)[1].startswith("- Sở làm theo Tờ trình số 140/TTr-SNgV ngày 10/8/2027")

    desktop.window.show_tab(PLAN)
    said = next(r for r in project.results() if "09 thủ tục" in r.text)
    assert isinstance(said, Result)
    other = replace(said, text=said.text.replace("09 thủ tục", "11 thủ tục"))
    desktop.controller.apply(Change("Sửa kết quả", (Edit(said, other),)))
    tab = shown(desktop)
    assert [row.entry.state for row in tab.text.rows] == [State.CHANGED, State.OWN]
    tab.text.go_to(tab.text.rows[0].entry.id)
    press(Key.Key_1, ALT)
    assert texts(tab)[0] == drafted.replace("09 thủ tục", "11 thủ tục")
    own = texts(tab)[1]
    tab.preview_shown.trigger()
    qtbot.waitUntil(lambda: len(tab.preview.pages.pages) > 1, timeout=20_000)
    close(desktop)

    again = opened(qtbot, qapp, paths, None)
    tab = shown(again)
    choose(tab, "Cải cách thủ tục")
    assert texts(tab) == [drafted.replace("09 thủ tục", "11 thủ tục"), own]
    close(again)

    out = tmp_path / "Báo cáo.docx"
    program("export", "report", path, out, "--year", "2027", "--period", "q3")
    written = [paragraph.text for paragraph in docx.Document(str(out)).paragraphs]
    assert drafted.replace("09 thủ tục", "11 thủ tục") in written
    assert own in written
