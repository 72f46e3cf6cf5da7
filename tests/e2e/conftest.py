"""The program run from the outside, as a process of its own with folders of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import pytest


@dataclass(frozen=True)
class Outcome:
    """What a run of the program left: exit status and what it said."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        assert self.status == 0, self.err
        return json.loads(self.out)


Program = Callable[..., Outcome]
ROWS = (
    ("STT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời gian"),
    ("1", "Rà soát thủ tục hành chính", "Văn phòng", "Quý I"),
)


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """Runs `cchc-desktop` with the arguments given, without a display; its home is a fresh
    folder. `said` is what stands on its standard input.
    """
    home = tmp_path / "home"
    home.mkdir()
    env = os.environ | {"HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "LC_ALL": "C"}
    for display in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        env.pop(display, None)

    def run(*arguments: str | Path, said: bytes = b"") -> Outcome:
        command = [sys.executable, "-m", "cchc_desktop", *map(str, arguments)]
        done = subprocess.run(
            command, input=said, capture_output=True, env=env, check=False, timeout=120
        )
        return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture
def good_source(tmp_path: Path) -> Path:
    """A Word file with a small plan for 2027: a heading and one task."""
    document = docx.Document()
    for line in ("KẾ HOẠCH", "Cải cách hành chính năm 2027", "I. MỤC ĐÍCH"):
        document.add_paragraph(line)
    table = document.add_table(2, 4)
    for row, texts in zip(table.rows, ROWS, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    path = tmp_path / "tot.docx"
    document.save(str(path))
    return path


@pytest.fixture
def project(tmp_path: Path, good_source: Path, program: Program) -> Path:
    """A project file with that plan."""
    file = tmp_path / "so.cchc"
    assert program("import", good_source, "--into", file, "--year", 2027).status == 0
    return file
