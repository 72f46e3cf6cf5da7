"""Reminding a unit of what it is behind with."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from cchc_desktop.domain.content import Document, printed_lines
from cchc_desktop.domain.errors import RefusedChange, RefusedOutput
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.result import State
from cchc_desktop.domain.unit import Unit
from cchc_desktop.services import recording
from cchc_desktop.services.asking import Asking
from cchc_desktop.services.chasing import chase_letter, chase_of, export_chase
from cchc_desktop.services.project import Project
from cchc_desktop.services.sample import sample_change
from cchc_desktop.settings import Paths

DAY = date(2027, 8, 30)


@pytest.fixture
def opened(tmp_path: Path, paths: Paths) -> Iterator[tuple[Project, Plan]]:
    with Project.create(tmp_path / "so.cchc", paths, first=sample_change()) as project:
        yield project, project.wanted_plan(2027)


def unit(project: Project, words: str) -> Unit:
    return next(unit for unit in project.units(2027) if unit.name.startswith(words))


def test_a_unit_is_asked_for_each_task_once(opened: tuple[Project, Plan]) -> None:
    project, plan = opened
    office = unit(project, "Văn phòng")
    chase = chase_of(Asking(project, plan, project.period(2027, "q3")), office, DAY)
    late = {due.task.id for due in chase.late}
    assert late
    assert chase.unanswered
    assert late.isdisjoint(task.id for task in chase.unanswered)


def test_an_answer_is_not_asked_for_again(opened: tuple[Project, Plan]) -> None:
    project, plan = opened
    period, office = project.period(2027, "q3"), unit(project, "Văn phòng")
    unanswered = chase_of(Asking(project, plan, period), office, DAY).unanswered
    asked = next(task for task in unanswered if task.time.startswith("Theo"))
    project.apply(recording.record(project, asked.id, period.id, state=State.UNDER_WAY))
    left = chase_of(Asking(project, plan, period), office, DAY).unanswered
    assert asked not in left


def test_a_letter_is_written_and_one_without_content_is_refused(
    opened: tuple[Project, Plan], tmp_path: Path
) -> None:
    project, plan = opened
    period = project.period(2027, "q3")
    abroad = chase_of(Asking(project, plan, period), unit(project, "Phòng Lãnh sự"), DAY)
    written = export_chase(project, plan, abroad, tmp_path)
    assert written.path.name == "DonDoc_LS-NVNONN_SNgV_20270830.docx"
    assert written.path.stat().st_size
    nothing = chase_of(Asking(project, plan, period), unit(project, "Công đoàn"), DAY)
    with pytest.raises(RefusedChange, match="Công đoàn không có việc"):
        chase_letter(project, plan, nothing)


class PlainPrinter:
    def document_pdf(self, document: Document, path: Path) -> None:
        path.write_text("\n".join(printed_lines(document)), encoding="utf-8")


def test_a_printer_gets_the_same_letter(opened: tuple[Project, Plan], tmp_path: Path) -> None:
    project, plan = opened
    chase = chase_of(
        Asking(project, plan, project.period(2027, "q3")), unit(project, "Phòng Lãnh sự"), DAY
    )
    target = export_chase(
        project,
        plan,
        chase,
        tmp_path / "a.pdf",
        printer=PlainPrinter(),  # type: ignore[arg-type]
    ).path
    assert "Kính gửi: " + chase.unit.name in target.read_text(encoding="utf-8")
    with pytest.raises(RefusedOutput, match="đuôi"):
        export_chase(project, plan, chase, tmp_path / "a.odt")
