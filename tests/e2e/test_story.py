"""The story of the core: a real file in, edits, undo, export, reopen, and the same words again."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cchc_desktop.domain.plan import Task
from cchc_desktop.services import planning
from cchc_desktop.services.project import Project
from cchc_desktop.settings import Paths

Program = Callable[..., Any]
CELLS = ("area", "group", "number", "goal", "task", "deliverable", "lead", "coordinating", "time")
REAL = [
    ("binhdinh2020_plan.docx", "binhdinh2020_tasks.json", 2020),
    ("dongnai2024_sample.docx", "dongnai2024_sample_tasks.json", 2024),
    ("dongnai2024_sample.xlsx", "dongnai2024_sample_tasks.json", 2024),
]


def cells(tasks: list[dict[str, Any]]) -> list[dict[str, str]]:
    """The typed cells of each task; a missing part is the same as an empty one."""
    return [{key: task[key] or "" for key in CELLS} for task in tasks]


@pytest.mark.parametrize(("source", "truth", "year"), REAL)
def test_real_plan_keeps_every_cell(
    shared_data: Path, tmp_path: Path, program: Program, source: str, truth: str, year: int
) -> None:
    file = tmp_path / "so.cchc"
    taken = program("import", shared_data / source, "--into", file, "--year", year, "--json").json
    expected = json.loads((shared_data / truth).read_text(encoding="utf-8"))
    tasks = program("tasks", file, "--year", year, "--json").json
    assert cells(tasks) == cells(expected)
    assert taken["tasks"] == len(expected)
    assert all(doubt["why"] for doubt in taken["doubts"])


@pytest.mark.parametrize(("source", "truth", "year"), REAL)
@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_what_goes_out_comes_back_in(
    shared_data: Path,
    tmp_path: Path,
    program: Program,
    source: str,
    truth: str,
    year: int,
    suffix: str,
) -> None:
    first, second, out = tmp_path / "a.cchc", tmp_path / "b.cchc", tmp_path / f"ke-hoach{suffix}"
    assert program("import", shared_data / source, "--into", first, "--year", year).status == 0
    assert program("export", "plan", first, out, "--year", year).status == 0
    assert program("import", out, "--into", second, "--year", year).status == 0
    before = program("tasks", first, "--year", year, "--json").json
    after = program("tasks", second, "--year", year, "--json").json
    assert cells(after) == cells(before)


def test_edits_undo_export_and_reopen(
    shared_data: Path, tmp_path: Path, paths: Paths, program: Program
) -> None:
    file, year = tmp_path / "so.cchc", 2020
    source = shared_data / "binhdinh2020_plan.docx"
    assert program("import", source, "--into", file, "--year", year).status == 0
    with Project.open(file, paths) as project:
        plan = project.wanted_plan(year)
        tasks = [row for row in project.rows(plan) if isinstance(row, Task)]
        for task in tasks[:5]:
            project.apply(planning.edit(project, task.id, time="Quý IV"))
        project.undo()
        project.undo()
    listed = program("tasks", file, "--year", year, "--json").json
    assert [task["time"] for task in listed[:3]] == ["Quý IV"] * 3
    assert [task["time"] for task in listed[3:5]] == [task.time for task in tasks[3:5]]
    out = tmp_path / "ke-hoach.docx"
    assert program("export", "plan", file, out, "--year", year).status == 0
    assert program("check", out, "--json").json == []
