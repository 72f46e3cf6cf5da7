"""Setup.exe as it is built, and a Windows to run it in. `python3 dev.py windows` runs these tests;
how long each step took is printed.
"""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from installer.nsis import build_setup
from installer.signing import Signer
from installer.stage import LAUNCHER, read_project, settle_times
from tests.windows.wine import Wine, display

ROOT = Path(__file__).parents[2]
WORK = ROOT / "build" / "installer"  # as in a build by hand: what was downloaded is kept
VERSION = read_project().version


@dataclass(frozen=True, slots=True)
class Built:
    """A finished build: its log, its stage and the setup.exe of it."""

    said: str
    stage: Path
    setup: Path


@contextmanager
def timed(what: str) -> Iterator[None]:
    """Print how long it took."""
    start = time.monotonic()
    yield
    print(f"\n{what}: {time.monotonic() - start:.1f} s", flush=True)


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Built]:
    """The one command, zlib-packed, with further options."""

    def run(*options: str) -> Built:
        out = tmp_path_factory.mktemp("dist")
        command = [sys.executable, str(ROOT / "installer" / "build.py"), "--zlib"]
        done = subprocess.run(
            [*command, f"--out={out}", *options], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return Built(done.stdout, WORK / "stage", out / f"CCHC-Desktop-{VERSION}-setup.exe")

    return run


@pytest.fixture(scope="session")
def built(build: Callable[..., Built]) -> Built:
    with timed("build of setup.exe"):
        made = build()
    print(made.said)
    return made


@pytest.fixture(scope="session")
def small_setup(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Builds a setup.exe of a few files only: the launcher, the command and what is named."""

    def run(version: str, *extra: str, signer: Signer | None = None) -> Path:
        work = tmp_path_factory.mktemp("small")
        stage = work / "stage"
        (stage / "runtime").mkdir(parents=True)
        for name in (LAUNCHER, "cchc-desktop.cmd", "document.ico"):
            shutil.copy(built.stage / name, stage / name)
        for name in extra:
            (stage / name).parent.mkdir(parents=True, exist_ok=True)
            (stage / name).write_text(name, encoding="utf-8")
        shutil.copytree(WORK / "pictures", work / "pictures")
        settle_times(work)
        return build_setup(
            stage,
            work,
            work / "dist",
            version,
            solid=False,
            development=True,
            signer=signer or Signer(),
        )

    return run


@pytest.fixture(scope="session")
def wine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wine]:
    with display() as name:
        prepared = Wine(tmp_path_factory.mktemp("wine"), name)
        with timed("wine's prefix"):
            prepared.prepare()
        yield prepared
        prepared.end()
