"""What happens when the program itself is at fault: a line in the log, and one dialog. Neither
holds words of a plan: what an exception says is left out unless it speaks of code only.
"""

import faulthandler
import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from ui.theme import Theme

if TYPE_CHECKING:
    from ui.crash_dialog import CrashDialog

_LOG = logging.getLogger(__name__)
_OF_CODE = (AttributeError, NameError, TypeError, ImportError, NotImplementedError)
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CrashReporter(QObject):
    """Shows each fault once, one dialog at a time: a fault in painting comes with every repaint."""

    _happened = Signal(str)  # from whichever thread

    def __init__(self, logs: Path, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._logs, self.theme = logs, theme
        self._logged: set[str] = set()
        self.dialog: CrashDialog | None = None
        # queued: a dialog must not run inside the event, perhaps the painting, that failed
        self._happened.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take what nobody else caught, in any thread, and Qt's own messages."""
        sys.excepthook = self._on_error
        threading.excepthook = self._on_thread_error
        qInstallMessageHandler(_log_qt)

    def report(self, error: BaseException) -> None:
        """An exception that is a fault of ours."""
        trace = describe(error)
        if trace in self._logged:
            _LOG.error("the same fault again")
            return
        self._logged.add(trace)
        _LOG.error("fault\n%s", trace)
        self._happened.emit(trace)

    def _on_error(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
        else:
            self.report(error)

    def _on_thread_error(self, happened: threading.ExceptHookArgs) -> None:
        if happened.exc_value is not None:
            self.report(happened.exc_value)

    @Slot(str)
    def _show(self, trace: str) -> None:
        if self.dialog is not None:
            return
        from ui.crash_dialog import CrashDialog  # loaded when something is at fault

        self.dialog = CrashDialog(self.theme, trace, self._logs, QApplication.activeWindow())
        self.dialog.finished.connect(self._forget)
        self.dialog.open()

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None


def watch_for_hard_faults(logs: Path) -> None:
    """Have a fault that ends the process leave the Python calls that led to it."""
    try:
        logs.mkdir(parents=True, exist_ok=True)
        faulthandler.enable((logs / "hard-faults.log").open("a", encoding="utf-8"))
    except OSError:  # as with the log itself: the program runs without
        return


def describe(error: BaseException) -> str:
    """Where an exception came from and of which kind it is, causes first."""
    parts: list[str] = []
    step: BaseException | None = error
    while step is not None:
        said = f": {step}" if isinstance(step, _OF_CODE) else ""
        frames = "".join(traceback.format_tb(step.__traceback__))
        parts.append(f"{frames}{type(step).__name__}{said}")
        step = step.__cause__ or (None if step.__suppress_context__ else step.__context__)
    return "\n\n".join(reversed(parts))


def _log_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), "%s", message)
