"""A disk that is full refuses with one sentence; what was there stays."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

resource = pytest.importorskip("resource", reason="limits of a process are a matter of POSIX")

Program = Callable[..., Any]
YEAR = 2027


@pytest.mark.parametrize("name", ["ke-hoach.docx", "ke-hoach.xlsx", "ke-hoach.pdf"])
def test_full_disk_keeps_the_old_export(
    small_disk: Path, project: Path, program: Program, name: str
) -> None:
    target = small_disk / name
    target.write_bytes(b"cu")
    (small_disk / "day").write_bytes(b"x" * 394 * 1024)
    outcome = program("export", "plan", project, target, "--year", YEAR)
    assert (outcome.status, len(outcome.err.splitlines())) == (1, 1), outcome.err
    assert target.read_bytes() == b"cu"
    assert sorted(p.name for p in small_disk.iterdir()) == sorted(["day", name])


def test_full_disk_refuses_an_import(small_disk: Path, good_source: Path, program: Program) -> None:
    file = small_disk / "so.cchc"
    (small_disk / "day").write_bytes(b"x" * 344 * 1024)
    outcome = program("import", good_source, "--into", file, "--year", YEAR)
    assert (outcome.status, len(outcome.err.splitlines())) == (1, 1), outcome.err
    assert [p.name for p in small_disk.iterdir()] == ["day"]


@pytest.mark.parametrize("limit", [0, 1024, 20_000, 60_000])
def test_file_size_limit_refuses_an_import(tmp_path: Path, good_source: Path, limit: int) -> None:
    second = tmp_path / "so2.cchc"
    command = [sys.executable, "-m", "cchc_desktop", "import", str(good_source)]
    command += ["--into", str(second), "--year", str(YEAR)]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1), done.stderr
    assert not second.exists()
