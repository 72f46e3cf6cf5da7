"""One window in a fresh process, to be measured from outside: `python -m benchmarks.first_window
bare|ours FOLDER [FILE.cchc]` says when it is painted, and what the process holds then.
"""

import sys
import time
from collections.abc import Callable
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
    say("painted", application.processEvents, lambda: window.painted)


def ours(folder: Path, file: Path | None) -> None:
    """The program as `run` of ui.app begins it, in folders of its own."""
    from cchc_desktop import __main__, logs  # noqa: F401  # where every start begins
    from cchc_desktop.settings import Paths
    from ui.app import Desktop, qt_application
    from ui.crash import watch_for_hard_faults

    application = qt_application()
    paths = Paths(folder / "data", folder / "config", folder / "logs")
    from ui.single_instance import SingleInstance

    instance = SingleInstance(paths.data)
    instance.hand_over(file)
    logs.configure(paths.logs)
    watch_for_hard_faults(paths.logs)
    desktop = Desktop(application, paths)
    desktop.crashes.install()
    painted: list[bool] = []
    desktop.begin(file)
    desktop.window.once_painted(lambda: painted.append(True))
    say("painted", application.processEvents, lambda: bool(painted))
    if file is not None:
        step = application.processEvents
        say("opened", step, lambda: desktop.window.current_tab is not None)
        application.processEvents()
        say("drawn", step, lambda: True)


def say(word: str, step: Callable[[], object], holds: Callable[[], bool]) -> None:
    """A line once something holds: the word, the processor time since the start of the process in
    seconds, and the bytes that it holds in memory.
    """
    while not holds():
        step()
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    kilobytes = next((int(line.split()[1]) for line in lines if line.startswith("VmRSS")), 0)
    print(word, time.process_time(), kilobytes * 1024, flush=True)


if __name__ == "__main__":
    main()
