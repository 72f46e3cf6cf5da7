"""Keys, cells and editors, for tests that act as a user of the tab Kế hoạch."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from cchc_desktop.domain.plan import Task
from ui.plan.tab import PlanTab
from ui.project_controller import ProjectController
from ui.widgets.cell_editor import CellEditor

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def rows(tab: PlanTab, kind: type = Task) -> list[int]:
    """The rows of a kind."""
    return [row for row, record in enumerate(tab.model.rows) if isinstance(record, kind)]


def at(tab: PlanTab, key: str = "task", number: int = 0, kind: type = Task) -> tuple[int, int]:
    """Make a cell current."""
    row, column = rows(tab, kind)[number], tab.model.column_of(key)
    tab.grid.stand_on(tab.model.index(row, column))
    tab.grid.setFocus()
    return row, column


def current(tab: PlanTab) -> tuple[int, int]:
    """The current cell."""
    index = tab.grid.currentIndex()
    return index.row(), index.column()


def editor(tab: PlanTab) -> CellEditor | None:
    """The open editor of a cell."""
    found = [e for e in tab.grid.viewport().findChildren(CellEditor) if not e.isHidden()]
    assert len(found) <= 1
    return found[0] if found else None


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """A key, to whatever has the focus."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifiers)


def type_words(words: str) -> None:
    """Keys as a keyboard driver sends them, letters with marks among them."""
    for letter in words:
        focus = QApplication.focusWidget()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(focus, QKeyEvent(kind, 0, NONE, letter))


def text(tab: PlanTab, row: int, key: str) -> str:
    """The words of a cell."""
    return tab.model.text(row, tab.model.column_of(key))


def last_step(controller: ProjectController) -> str:
    """The label of the newest step."""
    assert controller.project is not None
    return controller.project.next_undo


@contextmanager
def refused(controller: ProjectController) -> Iterator[list[str]]:
    """The file takes nothing meanwhile, as when its disk is full; the sentences that are said."""
    said: list[str] = []
    controller.refused.connect(said.append)
    assert controller.project is not None
    controller.project.read_only = True
    yield said
    controller.project.read_only = False


def put(words: str) -> None:
    """Words on the clipboard, as from another program."""
    QGuiApplication.clipboard().setText(words)


def editing(tab: PlanTab) -> CellEditor:
    """The open editor of a cell, which has the focus."""
    found = editor(tab)
    assert found is not None
    assert found.hasFocus()
    return found


def compose(*preedits: str, commit: str) -> None:
    """An input method: letters that change, then the final ones."""
    for preedit in preedits:
        QApplication.sendEvent(QApplication.focusWidget(), QInputMethodEvent(preedit, []))
    final = QInputMethodEvent("", [])
    final.setCommitString(commit)
    QApplication.sendEvent(QApplication.focusWidget(), final)


def text_at(tab: PlanTab, place: tuple[int, int]) -> str:
    """The words at a row and column."""
    return tab.model.text(*place)


def shown(tab: PlanTab) -> list[int]:
    """The rows that are neither folded away nor filtered out."""
    return [row for row in range(len(tab.model.rows)) if not tab.grid.isRowHidden(row)]


def shown_button(tab: PlanTab, words: str) -> QPushButton:
    """The button with these words that can be seen."""
    QApplication.processEvents()
    return next(
        b for b in tab.findChildren(QPushButton) if b.text().strip() == words and b.isVisible()
    )
