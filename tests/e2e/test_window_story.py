"""The story of the window: a plan is dropped on it, reviewed, accepted, edited by key, exported,
and is the same words in the file, in the exports and in the window that opens next.
"""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before any Qt is imported

import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

import resources
from cchc_desktop.domain.finding import Place
from cchc_desktop.domain.plan import Task
from cchc_desktop.settings import Paths
from ui.desktop import Desktop
from ui.export.dialog import ExportDialog
from ui.main_window import MainWindow
from ui.plan.tab import PlanTab
from ui.review.panel import ReviewPanel

Program = Callable[..., Any]
CELLS = ("area", "group", "number", "goal", "task", "deliverable", "lead", "coordinating", "time")
EDITS = (  # column, what is typed, by task
    ("task", "Lập danh mục việc của năm"),
    ("deliverable", "Danh mục; báo cáo"),
    ("lead", "Văn phòng Sở"),
    ("coordinating", "Thanh tra Sở"),
    ("time", "Trước ngày 30/9"),
)
KEPT = 3  # edits that are not undone
PLAIN = Qt.KeyboardModifier.NoModifier
FORMATS = (".docx", ".pdf", ".xlsx")  # as the dialog offers them


@pytest.fixture(params=["the shipped sample", "a real plan"])
def source(request: pytest.FixtureRequest) -> tuple[Path, int]:
    """A Word file and the year of its plan."""
    if request.param == "the shipped sample":
        return resources.path("sample/ke-hoach-mau-7-cot.docx"), 2027
    return request.getfixturevalue("shared_data") / "binhdinh2020_plan.docx", 2020


@contextmanager
def running(qtbot: QtBot, application: QApplication, paths: Paths) -> Iterator[Desktop]:
    """The program from its start to its end, as the user's next start finds it."""
    desktop = Desktop(application, paths)
    try:
        desktop.begin(None)
        to_front(qtbot, desktop.window)
        yield desktop
    finally:
        desktop.window.close()
        desktop.window.deleteLater()
        desktop.close()


def to_front(qtbot: QtBot, window: MainWindow) -> None:
    """What a window manager does, also after a dialog; the offscreen platform has none."""
    with qtbot.waitActive(window):
        window.activateWindow()


def drop(window: MainWindow, path: Path) -> None:
    """A file dragged from the file manager and let go over the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, PLAIN)
    entering = QDragEnterEvent(QPoint(50, 50), *how)
    QApplication.sendEvent(window, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPoint(50, 50).toPointF(), *how))


def answer_file_dialog(path: Path, window: MainWindow) -> None:
    """Has the file dialog that comes next choose this path."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog):
            QTimer.singleShot(50, window, answer)
            return
        dialog.findChild(QLineEdit).setText(str(path))
        dialog.accept()

    QTimer.singleShot(50, window, answer)


def type_words(words: str) -> None:
    """Letters to whichever widget has the focus, as keys of a Vietnamese keyboard send them."""
    for letter in unicodedata.normalize("NFC", words):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, PLAIN, letter)
            QApplication.sendEvent(QApplication.focusWidget(), event)


def press(qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
    """One key to whichever widget has the focus."""
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)


def plan_tab(desktop: Desktop) -> PlanTab:
    tab = desktop.window.current_tab
    assert isinstance(tab, PlanTab)
    return tab


def tasks_of(tab: PlanTab) -> list[Task]:
    return [row for row in tab.model.rows if isinstance(row, Task)]


def review(qtbot: QtBot, desktop: Desktop, source: Path, target: Path) -> int:
    """Drop, take the first cure by key, accept into a new file; how many tasks that were."""
    drop(desktop.window, source)
    qtbot.waitUntil(lambda: isinstance(desktop.window.covered, ReviewPanel))
    panel = desktop.window.covered
    assert isinstance(panel, ReviewPanel)
    doubts = len(panel.reading.doubts)
    assert doubts, "there is something to review in the source"
    assert desktop.controller.project is None, "nothing is written before it is accepted"
    press(qtbot, Qt.Key.Key_F8)
    press(qtbot, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert len(panel.reading.doubts) < doubts
    count = panel.reading.count()
    answer_file_dialog(target, desktop.window)
    qtbot.mouseClick(panel.head.accept, Qt.MouseButton.LeftButton)
    assert desktop.window.covered is None
    to_front(qtbot, desktop.window)
    return count


def edit(qtbot: QtBot, tab: PlanTab) -> list[Task]:
    """Five cells typed over, the last two taken back; the tasks as they should be then."""
    expected = tasks_of(tab)
    for place, (column, words) in enumerate(EDITS):
        tab.grid.go_to(Place(expected[place].id, column))
        tab.grid.setFocus()
        type_words(words)
        press(qtbot, Qt.Key.Key_Return)
        key = "text" if column == "task" else column
        assert getattr(tasks_of(tab)[place], key) == words
    edited = tasks_of(tab)
    for _ in EDITS[KEPT:]:
        press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert tasks_of(tab)[KEPT : len(EDITS)] == expected[KEPT : len(EDITS)]
    assert tasks_of(tab)[:KEPT] == edited[:KEPT]
    return tasks_of(tab)


def export(qtbot: QtBot, desktop: Desktop, suffix: str, folder: Path) -> Path:
    """The plan through the dialog; the file written."""
    press(qtbot, Qt.Key.Key_F12)
    dialog = desktop.window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    formats = next(
        box for box in dialog.findChildren(QComboBox) if box.accessibleName() == "Dạng tệp"
    )
    for _ in range(FORMATS.index(suffix)):
        qtbot.keyClick(formats, Qt.Key.Key_Down)
    where = next(f for f in dialog.findChildren(QLineEdit) if f.accessibleName() == "Thư mục")
    where.selectAll()
    qtbot.keyClicks(where, str(folder))
    with qtbot.waitSignal(dialog.written, timeout=20_000) as written:
        button = next(b for b in dialog.findChildren(QPushButton) if b.text().strip() == "Xuất")
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    to_front(qtbot, desktop.window)
    (outcome,) = written.args
    assert outcome.path.suffix == suffix
    return Path(outcome.path)


def cells(tasks: list[dict[str, Any]]) -> list[dict[str, str]]:
    """The typed cells of each task; a missing part is the same as an empty one."""
    return [{key: task[key] or "" for key in CELLS} for task in tasks]


def letters(words: str) -> str:
    """Without blanks, which lines of a page come and go with."""
    return "".join(unicodedata.normalize("NFC", words).split())


def words_of_pdf(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pages:
        return letters("".join(page.get_textpage().get_text_range() for page in pages))


def test_from_a_dropped_file_to_the_exports_and_back(
    qtbot: QtBot,
    qapp: QApplication,
    paths: Paths,
    tmp_path: Path,
    program: Program,
    source: tuple[Path, int],
) -> None:
    path, year = source
    file, out = tmp_path / "so.cchc", tmp_path / "xuat"
    out.mkdir()
    with running(qtbot, qapp, paths) as desktop:
        count = review(qtbot, desktop, path, file)
        assert len(tasks_of(plan_tab(desktop))) == count > len(EDITS)
        shown = edit(qtbot, plan_tab(desktop))
        word, pdf, sheet = (export(qtbot, desktop, suffix, out) for suffix in FORMATS)

    stored = program("tasks", file, "--year", year, "--json").json
    assert [(task["task"], task["time"]) for task in stored] == [(t.text, t.time) for t in shown]
    for place, (column, words) in enumerate(EDITS[:KEPT]):
        assert stored[place][column] == words
    assert program("check", word, "--json").json == []
    for number, exported in enumerate((word, sheet)):
        again = tmp_path / f"lai-{number}.cchc"
        assert program("import", exported, "--into", again, "--year", year).status == 0
        assert cells(program("tasks", again, "--year", year, "--json").json) == cells(stored)
    printed, place = words_of_pdf(pdf), 0
    for task in shown:  # in the order of the table
        place = printed.index(letters(task.text)[:40], place)

    with running(qtbot, qapp, paths) as desktop:
        qtbot.waitUntil(lambda: desktop.controller.project is not None)
        assert desktop.controller.year == year
        assert tasks_of(plan_tab(desktop)) == shown
