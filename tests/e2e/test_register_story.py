"""The story of the register: a report is pasted, its documents are taken in one step, one gets its
file and its place, and all of it is there in the window that opens next.
"""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before any Qt is imported

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.finding import Place
from cchc_desktop.domain.plan import Task
from cchc_desktop.services import registering
from cchc_desktop.settings import Paths
from ui.desktop import Desktop
from ui.register.tab import RegisterTab

REGISTER = 3  # place of the tab
CONTROL = Qt.KeyboardModifier.ControlModifier


def shown(qtbot: QtBot, desktop: Desktop) -> RegisterTab:
    with qtbot.waitActive(desktop.window):
        desktop.window.activateWindow()
    desktop.window.show_tab(REGISTER)
    tab = desktop.window.current_tab
    assert isinstance(tab, RegisterTab)
    return tab


def close(desktop: Desktop) -> None:
    desktop.window.close()
    desktop.window.deleteLater()
    desktop.close()


def test_a_report_fills_the_register(
    qtbot: QtBot,
    qapp: QApplication,
    shared_data: Path,
    tmp_path: Path,
    paths: Paths,
    project: Path,
    program: Callable[..., Any],
) -> None:
    report = (shared_data / "binhdinh2021_report_6months.txt").read_text(encoding="utf-8")
    scan = tmp_path / "Kế hoạch đã ký số.pdf"
    scan.write_bytes(b"%PDF-1.4")

    desktop = Desktop(qapp, paths)
    desktop.begin(project)
    qtbot.waitUntil(lambda: desktop.controller.project is not None)
    tab = shown(qtbot, desktop)
    QApplication.clipboard().setText(report)
    tab.home.setFocus()
    tab._show_paste_page()
    tab.paste.text.paste()
    qtbot.waitUntil(tab.paste.add.isEnabled, timeout=20_000)
    QTest.keyClick(tab.paste.text, Qt.Key.Key_Return, CONTROL)
    added = len(tab.model.rows)
    assert added >= 28, "all but the doubtful ones"
    desktop.controller.undo()
    assert tab.model.rows == []
    desktop.controller.redo()
    assert len(tab.model.rows) == added

    first = tab.model.rows[0].document
    tab.commands.attach_files(first.id, [scan])
    qtbot.waitUntil(lambda: bool(tab.model.rows[0].files))
    contents = desktop.controller.project
    assert contents is not None
    rows = contents.rows(contents.wanted_plan(2027))
    task = next(row for row in rows if isinstance(row, Task))
    desktop.controller.do(registering.cite, first.id, task.id, "Mục II")
    close(desktop)

    again = Desktop(qapp, paths)
    again.begin(None)
    qtbot.waitUntil(lambda: again.controller.project is not None)
    tab = shown(qtbot, again)
    assert tab.jump_to(Place(first.id))
    entry = tab.table.current
    assert entry is not None
    assert (entry.document, entry.cited) == (first, 1)
    assert [file.name for file in entry.files] == ["Kế hoạch đã ký số.pdf"]
    close(again)

    text = tmp_path / "bao-cao.txt"
    text.write_text(report, encoding="utf-8")
    cited = program("register", project, "--add-from", text, "--json").json
    assert len(cited) >= added
    assert "đã thêm 0 văn bản" in program("register", project, "--add-from", text).out
