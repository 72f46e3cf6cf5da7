"""Fixtures for all tests."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cchc_desktop.settings import Paths


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Real documents, beside the checkout on the developers' machines only."""
    folder = Path(__file__).parents[2] / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("shared/data with the real documents is not beside this checkout")
    return folder


def pytest_addoption(parser: pytest.Parser) -> None:
    """--update-committed rewrites expected files, so that a change is reviewed as a diff."""
    parser.addoption("--update-committed", action="store_true", default=False)


@pytest.fixture(scope="session")
def update_committed(request: pytest.FixtureRequest) -> bool:
    """Whether expected files are to be rewritten."""
    return bool(request.config.getoption("--update-committed"))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 400 KiB."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(place)]
    if (
        sys.platform == "win32"
        or subprocess.run(mount, capture_output=True, check=False).returncode
    ):
        pytest.skip("mounting a small file system is not allowed here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """Folders of the program's own for one test."""
    return Paths(tmp_path / "data", tmp_path / "config", tmp_path / "logs")
