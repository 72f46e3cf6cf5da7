"""One window for each user, tried with real second processes."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cchc_desktop.services.project import Project
from cchc_desktop.services.sample import sample_change
from cchc_desktop.settings import Paths
from ui.single_instance import SingleInstance

PROGRAM = [sys.executable, "-m", "cchc_desktop"]


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """An environment in which the program's own folders are this test's."""
    names = {"XDG_DATA_HOME": "data", "XDG_CONFIG_HOME": "config", "XDG_STATE_HOME": "state"}
    folders = {name: str(tmp_path / folder) for name, folder in names.items()}
    return {**os.environ, **folders, "QT_QPA_PLATFORM": "offscreen"}


@pytest.fixture
def first(tmp_path: Path) -> Iterator[SingleInstance]:
    made = SingleInstance(tmp_path / "data" / "CCHC-Desktop")
    assert not made.hand_over(None)
    made.listen()
    yield made
    made.close()


def start(home: dict[str, str], *files: str) -> "subprocess.Popen[str]":
    return subprocess.Popen([*PROGRAM, *files], env=home, text=True)


@pytest.mark.skipif(sys.platform != "linux", reason="the folders are named as Linux names them")
def test_second_start_hands_its_file_over_and_ends(
    first: SingleInstance, qtbot: QtBot, home: dict[str, str], tmp_path: Path
) -> None:
    with qtbot.waitSignal(first.asked, timeout=20_000) as asked:
        second = start(home, str(tmp_path / "Kế hoạch.cchc"))
    assert asked.args == [tmp_path / "Kế hoạch.cchc"]
    assert second.wait(20) == 0
    with qtbot.waitSignal(first.asked, timeout=20_000) as asked:
        second = start(home)
    assert asked.args == [None]
    assert second.wait(20) == 0


@pytest.mark.skipif(sys.platform != "linux", reason="the folders are named as Linux names them")
def test_window_that_was_killed_is_no_obstacle(
    qtbot: QtBot, home: dict[str, str], tmp_path: Path
) -> None:
    file = tmp_path / "KH.cchc"
    folder = tmp_path / "paths"
    Project.create(file, Paths(folder, folder, folder), first=sample_change()).close()
    killed = start(home, str(file))
    qtbot.waitUntil(lambda: file.with_name("KH.cchc.owner").exists(), timeout=20_000)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    later = SingleInstance(tmp_path / "data" / "CCHC-Desktop")
    assert not later.hand_over(file)
    later.listen()
    with qtbot.waitSignal(later.asked, timeout=20_000) as asked:
        second = start(home, str(file))
    assert asked.args == [file]
    assert second.wait(20) == 0
    later.close()


def test_another_users_window_is_not_reached(
    first: SingleInstance, qtbot: QtBot, tmp_path: Path
) -> None:
    other = SingleInstance(tmp_path / "another" / "CCHC-Desktop")
    with qtbot.assertNotEmitted(first.asked, wait=300):
        assert not other.hand_over(tmp_path / "KH.cchc")
    other.close()


AS_NOBODY = """
import os, sys
from pathlib import Path
from ui import single_instance
single_instance._PATIENCE = 0.5
from PySide6.QtCore import QCoreApplication
application = QCoreApplication([])
os.setuid(65534)
print(single_instance.SingleInstance(Path(sys.argv[1])).hand_over(None))
"""


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become somebody else"
)
def test_socket_of_somebody_else_is_not_asked(
    first: SingleInstance, qtbot: QtBot, tmp_path: Path
) -> None:
    data = tmp_path / "data" / "CCHC-Desktop"
    for folder in (tmp_path.parent.parent, tmp_path.parent, tmp_path, data.parent, data):
        folder.chmod(0o755)
    (data / "window.lock").chmod(0o666)
    with qtbot.assertNotEmitted(first.asked, wait=300):
        command = [sys.executable, "-c", AS_NOBODY, str(data)]
        done = subprocess.run(command, capture_output=True, check=False, text=True, timeout=60)
    assert done.stdout == "False\n"


def test_window_that_ended_leaves_its_place(tmp_path: Path, qtbot: QtBot) -> None:
    for _ in range(2):
        made = SingleInstance(tmp_path)
        assert not made.hand_over(None)
        made.close()


def test_lock_that_was_never_written_whole_is_no_obstacle(tmp_path: Path, qtbot: QtBot) -> None:
    lock = tmp_path / "window.lock"
    lock.touch()
    os.utime(lock, (1, 1))
    made = SingleInstance(tmp_path)
    assert not made.hand_over(None)
    assert lock.read_text()
    later = SingleInstance(tmp_path)
    os.utime(lock, (1, 1))  # however long a window is open, it keeps its place
    assert not later._is_first()
    made.close()
