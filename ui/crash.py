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

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ui.help.commands import open_folder
from ui.theme import Theme
from ui.widgets.controls import button, label, resize_on_screen

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
        self.dialog = CrashDialog(self.theme, trace, self._logs, QApplication.activeWindow())
        self.dialog.finished.connect(self._forget)
        self.dialog.open()

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None


class CrashDialog(QDialog):
    """One plain sentence, the details for whoever can help, and on with the work."""

    def __init__(self, theme: Theme, trace: str, logs: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._details = f"{environment()}\n\n{trace}"
        self.setWindowTitle("Chương trình gặp lỗi")
        resize_on_screen(self, theme, 600, 360)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(16)] * 4)
        column.setSpacing(theme.px(12))
        sentence = (
            "Chương trình gặp một lỗi của chính nó. Những gì đã ghi vẫn còn nguyên trong tệp; "
            "anh chị làm tiếp được. Nếu lỗi lặp lại, hãy gửi chi tiết dưới đây cho người hỗ trợ."
        )
        column.addWidget(label(sentence, wrap=True))
        details = QPlainTextEdit(self._details)
        details.setReadOnly(True)
        details.setTabChangesFocus(True)
        details.setAccessibleName("Chi tiết lỗi, không có nội dung kế hoạch")
        column.addWidget(details, 1)
        copy = button(theme, "Sao chép chi tiết", "copy")
        copy.clicked.connect(self._copy)
        folder = button(theme, "Mở thư mục nhật ký", "folder-open")
        folder.clicked.connect(lambda: open_folder(logs))
        go_on = button(theme, "Làm tiếp", kind="primary")
        go_on.setDefault(True)
        go_on.clicked.connect(self.accept)
        row = QHBoxLayout()
        for made in (copy, folder):
            row.addWidget(made)
        row.addStretch(1)
        row.addWidget(go_on)
        column.addLayout(row)
        go_on.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)


def watch_for_hard_faults(logs: Path) -> None:
    """Have a fault that ends the process leave the Python calls that led to it."""
    try:
        logs.mkdir(parents=True, exist_ok=True)
        faulthandler.enable((logs / "hard-faults.log").open("a", encoding="utf-8"))
    except OSError:  # as with the log itself: the program runs without
        return


def environment() -> str:
    """The versions and the system, in one line each."""
    import platform  # looks the system up: not before something is at fault

    from ui.help.about import version

    lines = [
        f"CCHC Desktop {version()}",
        f"Python {platform.python_version()}, Qt {qVersion()}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
    ]
    return "\n".join(lines)


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
