"""Fixtures for all tests."""

import gc
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from cchc_desktop.office.grid import SourceCell, SourceFile, SourceParagraph, SourceTable
from cchc_desktop.settings import Paths

# the same examples each time, however busy the machine: a failure is the change's
settings.register_profile("house", deadline=None, derandomize=True)
settings.load_profile("house")


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Real documents, beside the checkout on the developers' machines only."""
    folder = Path(__file__).parents[2] / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("shared/data with the real documents is not beside this checkout")
    return folder


@pytest.fixture(autouse=True)
def collector_between_tests() -> Iterator[None]:
    """The window takes Python's collector over; after its tests it works again."""
    yield
    gc.unfreeze()
    gc.enable()


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


HEAD = ("STT", "Mục tiêu", "Nhiệm vụ cụ thể", "Sản phẩm", "Chủ trì", "Phối hợp", "Thời gian")
SourceRow = tuple[str, ...]


@pytest.fixture
def plan_file() -> Callable[..., SourceFile]:
    """Builds the source of a plan with seven columns: a row of one text is merged across."""

    def build(
        *rows: SourceRow, hidden: Iterable[int] = (), lines: Iterable[str] = ()
    ) -> SourceFile:
        cells: list[SourceCell] = []
        for number, row in enumerate((HEAD, *rows)):
            span = len(HEAD) if len(row) == 1 else 1
            for place, text in enumerate(row):
                paragraphs = tuple(map(SourceParagraph, text.split("\n")))
                cells.append(SourceCell(number, place, paragraphs, columns=span))
        table = SourceTable(len(rows) + 1, len(HEAD), tuple(cells), hidden_rows=frozenset(hidden))
        return SourceFile("ke-hoach.docx", (*map(SourceParagraph, lines), table))

    return build
