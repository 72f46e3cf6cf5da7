"""The program's own exports come back: the same tasks and sections, and no doubt that was not there
before.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cchc_desktop.services.project import Project
from cchc_desktop.settings import Paths
from resources import path as resource

Program = Callable[..., Any]
YEAR = 2027


def sections(file: Path, home: Path) -> list[tuple[Any, ...]]:
    with Project.open(file, Paths(home, home, home)) as project:
        plan = project.plan(YEAR, "CCHC")
        assert plan is not None
        return [(s.level, s.number, s.title, s.body, s.holds_table) for s in project.sections(plan)]


@pytest.mark.parametrize("layout", ["6-cot", "7-cot"])
@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_an_export_is_taken_in_again(
    tmp_path: Path, program: Program, layout: str, kind: str
) -> None:
    first, second = tmp_path / "mot.cchc", tmp_path / "hai.cchc"
    out = tmp_path / f"ke-hoach.{kind}"
    source = resource(f"sample/ke-hoach-mau-{layout}.docx")
    taken = program("import", source, "--into", first, "--year", YEAR, "--json").json
    assert program("export", "plan", first, out, "--year", YEAR).status == 0
    again = program("import", out, "--into", second, "--year", YEAR, "--json").json
    tasks, tasks_again = (
        program("tasks", file, "--year", YEAR, "--json").json for file in (first, second)
    )
    assert tasks_again == tasks
    known = {(doubt["text"], doubt["why"]) for doubt in taken["doubts"]}
    assert {(doubt["text"], doubt["why"]) for doubt in again["doubts"]} <= known
    if kind == "docx":
        assert sections(second, tmp_path) == sections(first, tmp_path)


@pytest.mark.parametrize("columns", [6, 7])
def test_a_plan_goes_out_in_the_other_layout(
    tmp_path: Path, program: Program, columns: int
) -> None:
    first, second, out = tmp_path / "mot.cchc", tmp_path / "hai.cchc", tmp_path / "ra.docx"
    source = resource(f"sample/ke-hoach-mau-{13 - columns}-cot.docx")
    assert program("import", source, "--into", first, "--year", YEAR).status == 0
    layout = ("--columns", str(columns), "--electronic")
    assert program("export", "plan", first, out, "--year", YEAR, *layout).status == 0
    assert program("check", out, "--json").json == []
    assert program("import", out, "--into", second, "--year", YEAR).status == 0
    before, after = (
        program("tasks", file, "--year", YEAR, "--json").json for file in (first, second)
    )
    kept = ("area", "group", "task", "deliverable", "lead", "coordinating", "time")
    assert [[t[k] for k in kept] for t in after] == [[t[k] for k in kept] for t in before]
