"""A fault of the program: one line in the log, one dialog, and on with the work."""

import logging
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer, qInstallMessageHandler, qWarning
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.crash import CrashReporter, describe
from ui.desktop import Desktop


@pytest.fixture
def crashes(desktop: Desktop) -> Iterator[CrashReporter]:
    """Installed as in the program, and taken away again."""
    before = sys.excepthook, threading.excepthook
    desktop.crashes.install()
    qt = qInstallMessageHandler(None)
    qInstallMessageHandler(qt)
    yield desktop.crashes
    sys.excepthook, threading.excepthook = before
    qInstallMessageHandler(None)
    if desktop.crashes.dialog is not None:
        desktop.crashes.dialog.reject()


WORDS = "Rà soát thủ tục hành chính"  # of a plan


def fault() -> None:
    raise ValueError(WORDS)


def test_fault_in_an_event(
    crashes: CrashReporter, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    QTimer.singleShot(0, fault)
    qtbot.waitUntil(lambda: crashes.dialog is not None)
    dialog = crashes.dialog
    assert dialog is not None
    assert dialog.isVisible()
    copy, _folder, go_on = dialog.findChildren(QPushButton)
    copy.click()
    details = QGuiApplication.clipboard().text()
    assert details.startswith("CCHC Desktop")
    assert "in fault" in details
    assert "ValueError" in details
    assert WORDS not in details
    assert WORDS not in caplog.text
    assert "in fault" in caplog.text
    assert go_on.isDefault()
    go_on.click()
    assert crashes.dialog is None


def test_fault_in_another_thread(crashes: CrashReporter, qtbot: QtBot) -> None:
    thread = threading.Thread(target=fault)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: crashes.dialog is not None)


class Broken(QWidget):
    painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += 1
        raise AttributeError("broken paint")


def test_fault_in_painting_is_shown_once(
    crashes: CrashReporter, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    widget = Broken()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitUntil(lambda: crashes.dialog is not None)
    first = crashes.dialog
    assert first is not None
    first.accept()
    painted = widget.painted
    widget.update()
    qtbot.waitUntil(lambda: widget.painted > painted)
    qtbot.wait(50)
    assert crashes.dialog is None
    assert caplog.text.count("AttributeError: broken paint") == 1
    assert caplog.text.count("the same fault again") == widget.painted - 1
    widget.hide()


def test_second_fault_waits_for_no_second_dialog(crashes: CrashReporter, qtbot: QtBot) -> None:
    QTimer.singleShot(0, fault)
    qtbot.waitUntil(lambda: crashes.dialog is not None)
    first = crashes.dialog
    crashes.report(TypeError("another"))
    qtbot.wait(50)
    assert crashes.dialog is first


def test_words_of_qt_go_to_the_log(
    crashes: CrashReporter, caplog: pytest.LogCaptureFixture
) -> None:
    qWarning("said by Qt")
    assert ("qt", logging.WARNING, "said by Qt") in caplog.record_tuples


def test_cause_is_described_first() -> None:
    try:
        try:
            fault()
        except ValueError as error:
            raise KeyError(WORDS) from error
    except KeyError as error:
        text = describe(error)
    assert text.index("ValueError") < text.index("KeyError")
    assert WORDS not in text
