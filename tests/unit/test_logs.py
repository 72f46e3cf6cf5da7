"""The log, in processes of their own: what pytest listens with would stand in the way."""

import subprocess
import sys
from pathlib import Path

PROBE = """
import logging, sys
from pathlib import Path
from cchc_desktop import logs

logs.configure(Path(sys.argv[1]))
for line in sys.argv[2:]:
    logging.getLogger("ui.crash").error(line)
"""


def log(folder: Path, *lines: str) -> None:
    command = [sys.executable, "-c", PROBE, str(folder), *lines]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert done.stderr == ""


def test_each_record_is_a_line(tmp_path: Path) -> None:
    log(tmp_path / "logs", "lỗi 1", "lỗi 2")
    lines = (tmp_path / "logs" / "cchc-desktop.log").read_text(encoding="utf-8").splitlines()
    assert [line.partition(" ERROR ")[2] for line in lines] == [
        "ui.crash: lỗi 1",
        "ui.crash: lỗi 2",
    ]


def test_a_run_without_faults_leaves_no_file(tmp_path: Path) -> None:
    log(tmp_path / "logs")
    assert not (tmp_path / "logs").exists()


def test_a_full_file_is_put_aside(tmp_path: Path) -> None:
    log(tmp_path, *["x" * 50_000] * 12)
    assert {path.name for path in tmp_path.iterdir()} == {
        "cchc-desktop.log",
        "cchc-desktop.log.1",
    }


def test_a_folder_that_cannot_be_made_is_no_obstacle(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("")
    log(taken / "logs", "lỗi")
