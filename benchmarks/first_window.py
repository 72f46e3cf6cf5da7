"""One window in a fresh process, to be measured from outside: `python -m benchmarks.first_window
bare|ours FOLDER [FILE.cchc]` says when it is painted, and what the process holds then.
"""

import gc
import sys
import time
from functools import partial
from pathlib import Path


def main() -> None:
    """Show the window that is asked for and say so."""
    kind, folder, *files = sys.argv[1:]
    show = bare if kind == "bare" else ours
    show(Path(folder), Path(files[0]) if files else None)


def bare(folder: Path, file: Path | None) -> None:
    """What any program with a window and SQLite needs."""
    import sqlite_utils  # noqa: F401
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        painted = False

        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            self.painted = True

    application = QApplication([])
    window = Window()
    window.resize(1366, 698)
    window.show()
    while not window.painted:
        application.processEvents()
    say("painted")


def ours(folder: Path, file: Path | None) -> None:
    """The program as every start of it begins, in folders of its own."""
    from cchc_desktop import __main__  # noqa: F401  # where it is begun

    gc.disable()  # as it does there
    from cchc_desktop.settings import Paths
    from ui.app import qt_application, start

    application = qt_application()
    paths = Paths(folder / "data", folder / "config", folder / "logs")
    desktop = start(application, paths, file)
    assert desktop is not None, "a window of these folders is there already"
    from PySide6.QtCore import QEvent, QObject, Qt, Signal

    class Watch(QObject):
        """Hears of the first painting before all that waits for it."""

        painting = Signal()
        heard = False

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and not self.heard:
                self.heard = True
                self.painting.emit()
            return False

    watch = Watch()
    watch.painting.connect(partial(say, "painted"), Qt.ConnectionType.QueuedConnection)
    desktop.window.installEventFilter(watch)
    while not watch.heard or (file is not None and desktop.window.current_tab is None):
        application.processEvents()
    application.processEvents()
    say("drawn")


def say(word: str) -> None:
    """A line: the word, the processor time since the start of the process in seconds, and the bytes
    that it holds in memory.
    """
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    kilobytes = next((int(line.split()[1]) for line in lines if line.startswith("VmRSS")), 0)
    print(word, time.process_time(), kilobytes * 1024, flush=True)


if __name__ == "__main__":
    main()
