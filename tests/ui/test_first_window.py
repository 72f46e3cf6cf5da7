"""What is loaded until the window is on the screen: what it does not show comes after it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROBE = """
import sys
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication
from cchc_desktop.__main__ import main
from ui.main_window import MainWindow

def tell(window: MainWindow, event: QPaintEvent) -> None:
    paint(window, event)
    print(*sys.modules)
    QApplication.quit()

paint, MainWindow.paintEvent = MainWindow.paintEvent, tell
sys.exit(main())
"""
LATER = {
    "sqlite3",
    "sqlite_utils",
    "hashlib",
    "logging.handlers",
    "concurrent.futures",
    "PySide6.QtNetwork",
    "PySide6.QtPrintSupport",
    "cchc_desktop.cli",
    "cchc_desktop.documents",
    "cchc_desktop.domain.plan",
    "cchc_desktop.domain.table_filter",
    "cchc_desktop.services",
    "ui.plan",
    "ui.timeline",
}


@pytest.mark.skipif(sys.platform != "linux", reason="the folders are named as Linux names them")
def test_the_first_window_waits_for_nothing_else(tmp_path: Path) -> None:
    folders = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")
    env = os.environ | dict.fromkeys(folders, str(tmp_path)) | {"QT_QPA_PLATFORM": "offscreen"}
    env["QT_LOGGING_RULES"] = "default.warning=false"  # this screen warns, and the log is loaded
    done = subprocess.run(
        [sys.executable, "-c", PROBE], env=env, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.split())
    assert "ui.main_window" in loaded
    assert loaded.isdisjoint(LATER), loaded & LATER


def test_sources_are_not_read_in_search_of_features(tmp_path: Path) -> None:
    (tmp_path / "later.py").write_text("import PySide6.QtGui")
    probe = (
        "import sys, linecache, {}; sys.path.append(sys.argv[1]); import later; "
        "print(later.__file__ in linecache.cache)"
    )
    read = {}
    for first in ("PySide6.QtCore", "ui"):
        command = [sys.executable, "-c", probe.format(first), str(tmp_path)]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
        read[first] = done.stdout.strip()
    assert read == {"PySide6.QtCore": "True", "ui": "False"}  # PySide alone still reads them


def test_the_plan_is_shown_without_what_reads_other_things() -> None:
    probe = "import sys, ui.opening, ui.plan.tab; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True, timeout=60
    )
    later = {"cchc_desktop.domain.citations", "html.parser", "ui.plan.head_form"}
    later.add("cchc_desktop.domain.time_reading")
    assert later.isdisjoint(done.stdout.split())
