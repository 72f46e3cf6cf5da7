"""A full disk refuses the change with a sentence; file and memory stay, and work goes on."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cchc_desktop.domain.change import Change, added
from cchc_desktop.domain.errors import RefusedProject
from cchc_desktop.domain.plan import Plan, Task, new_id
from cchc_desktop.services import planning
from cchc_desktop.services.project import Project, restore_project
from cchc_desktop.settings import Paths

if sys.platform == "win32":
    pytest.skip("limits and mounts are Unix's", allow_module_level=True)

import resource

FIRST = added("Tạo kế hoạch", [Plan("test_disk_space", 2024)])

NO_SPACE = "ổ đĩa"


@contextmanager
def files_no_longer_than(size: int) -> Iterator[None]:
    """The system refuses to write any file of this process beyond that many bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture
def file(tmp_path: Path, paths: Paths) -> Path:
    folder = tmp_path / "hồ sơ"
    folder.mkdir()
    with Project.create(folder / "KH.cchc", paths, first=FIRST) as project:
        project.apply(large_insert(project, 5))
    return folder / "KH.cchc"


def large_insert(project: Project, count: int) -> Change:
    plan = project.wanted_plan(2024)
    new = [Task(new_id(), "", 0, text="Nhiệm vụ dài " * 200) for _ in range(count)]
    return planning.insert(project, plan, new)


def fill_up(project: Project) -> None:
    """Edits until one is refused, and what that one left behind."""
    plan = project.wanted_plan(2024)
    said = ""
    while not said:
        rows, content = project.rows(plan), project.path.read_bytes()
        done = project.next_undo
        try:
            project.apply(large_insert(project, 7))
        except RefusedProject as refusal:
            said = str(refusal)
    assert NO_SPACE in said
    assert project.rows(plan) == rows
    assert project.path.read_bytes() == content
    assert project.next_undo == done


@pytest.mark.parametrize("spare", [0, 5000, 100_000])
def test_file_that_cannot_grow(file: Path, paths: Paths, spare: int) -> None:
    with Project.open(file, paths) as project:
        with files_no_longer_than(file.stat().st_size + spare):
            fill_up(project)
        assert not file.with_name("KH.cchc-journal").exists()
        rows = len(project.rows(project.wanted_plan(2024)))
        project.apply(large_insert(project, 7))
        project.undo()
    with Project.open(file, paths, read_only=True) as reader:
        assert len(reader.rows(reader.wanted_plan(2024))) == rows
    assert [path.name for path in file.parent.iterdir()] == ["KH.cchc"]


def test_no_room_for_a_new_file_or_a_copy(file: Path, paths: Paths, tmp_path: Path) -> None:
    with Project.open(file, paths) as project:
        made = project.back_up()
    there = sorted(tmp_path.rglob("*"))
    content = file.read_bytes()

    def copy() -> None:
        with Project.open(file, paths, read_only=True) as project:
            project.back_up_to(tmp_path / "copy.cchc")

    attempts: list[Callable[[], object]] = [
        lambda: Project.create(tmp_path / "new.cchc", paths, first=FIRST),
        copy,
        lambda: restore_project(made.path, file, paths),
    ]
    for attempt in attempts:
        with files_no_longer_than(20_000), pytest.raises(RefusedProject, match=NO_SPACE):
            attempt()
    assert sorted(tmp_path.rglob("*")) == there
    assert file.read_bytes() == content


def test_small_disk(small_disk: Path, paths: Paths) -> None:
    with Project.create(small_disk / "KH.cchc", paths, first=FIRST) as project:
        fill_up(project)
        plan = project.wanted_plan(2024)
        rows = project.rows(plan)
        with pytest.raises(RefusedProject, match=NO_SPACE):
            project.back_up_to(small_disk / "copy.cchc")
        with pytest.raises(RefusedProject, match=NO_SPACE):
            Project.create(small_disk / "new.cchc", paths, first=FIRST)
    assert [path.name for path in small_disk.iterdir()] == ["KH.cchc"]
    with Project.open(small_disk / "KH.cchc", paths) as project:
        assert project.rows(plan) == rows
