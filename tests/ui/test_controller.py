"""The controller: one door for edits, years, files, and what is being typed."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.change import Change
from cchc_desktop.domain.errors import RefusedProject
from cchc_desktop.domain.unit import Unit
from cchc_desktop.services import planning, unit_editing
from cchc_desktop.services.project import Project
from cchc_desktop.settings import Paths
from ui.project_controller import ProjectController


def plan_id(controller: ProjectController) -> str:
    assert controller.plan is not None
    return controller.plan.id


def test_an_edit_is_told_as_written(controller: ProjectController, qtbot: QtBot) -> None:
    changes: list[Change] = []
    done: list[str] = []
    controller.changed.connect(changes.append)
    travelled: list[str] = []
    controller.done.connect(done.append)
    controller.travelled.connect(travelled.append)
    assert controller.do(planning.edit, plan_id(controller), subject="Khác")
    assert [change.label for change in changes] == done == ["Sửa Trích yếu"]
    assert changes[0].at == controller.saved_at is not None
    controller.undo()
    controller.redo()
    assert len(changes) == 3
    assert done == ["Sửa Trích yếu"]  # only what is new offers to be taken back
    assert travelled == ["Đã hoàn tác: Sửa Trích yếu", "Đã làm lại: Sửa Trích yếu"]


def test_nothing_new_is_not_told(controller: ProjectController, qtbot: QtBot) -> None:
    assert controller.plan is not None
    with qtbot.assertNotEmitted(controller.changed):
        assert controller.do(planning.edit, plan_id(controller), year=controller.plan.year)


def test_a_refusal_is_one_sentence_and_changes_nothing(
    controller: ProjectController, qtbot: QtBot
) -> None:
    with (
        qtbot.waitSignal(controller.refused) as told,
        qtbot.assertNotEmitted(controller.changed),
    ):
        assert not controller.do(planning.date_plan, plan_id(controller), "hôm qua")
    assert told.args[0].endswith(".")


def test_undo_never_goes_past_the_opening(controller: ProjectController, qtbot: QtBot) -> None:
    with qtbot.waitSignal(controller.refused):
        assert not controller.undo()
    assert controller.plan is not None


def test_the_newest_plan_with_rows_is_shown_first(controller: ProjectController) -> None:
    assert controller.do(planning.new_plan, 2028)
    assert controller.years() == [2027, 2028]
    assert controller.project is not None
    path = controller.project.path
    controller.show(None)
    controller.open(path)
    assert controller.year == 2027


def test_years(controller: ProjectController, qtbot: QtBot) -> None:
    assert (controller.years(), controller.year) == ([2027], 2027)
    with qtbot.waitSignal(controller.plan_chosen):
        controller.choose_year(2028)
    assert controller.plan is None
    with qtbot.assertNotEmitted(controller.plan_chosen):
        controller.choose_year(2028)
    controller.do(planning.new_plan, 2028)
    assert controller.years() == [2027, 2028]


def test_units_are_read_anew_after_they_change(controller: ProjectController) -> None:
    reader = controller.unit_reader
    controller.do(planning.edit, plan_id(controller), subject="Khác")
    assert controller.unit_reader is reader
    controller.do(unit_editing.add_unit, "Đội Xe", 2027)
    assert controller.unit_reader is not reader
    assert "Đội Xe" in [unit.name for unit in controller.units]
    assert all(isinstance(unit, Unit) for unit in controller.units)


@pytest.mark.parametrize("what", ["undo", "redo", "close", "year", "show"])
def test_what_is_typed_is_settled_while_its_place_is_there(
    controller: ProjectController, what: str
) -> None:
    plan = plan_id(controller)
    controller.do(planning.edit, plan, place="Một")
    controller.undo()
    seen: list[tuple[int, bool]] = []
    controller.settling.connect(
        lambda: seen.append((controller.year, controller.project is not None))
    )
    {
        "undo": controller.undo,
        "redo": controller.redo,
        "close": controller.close,
        "year": lambda: controller.choose_year(2030),
        "show": lambda: controller.show(None),
    }[what]()
    assert seen == [(2027, True)]


def test_another_file_takes_the_place_and_a_refused_one_does_not(
    controller: ProjectController, tmp_path: Path, paths: Paths, qtbot: QtBot
) -> None:
    project = controller.project
    with pytest.raises(RefusedProject):
        controller.open(tmp_path / "none.cchc")
    assert controller.project is project
    Project.create(tmp_path / "khac.cchc", paths).close()
    with qtbot.waitSignal(controller.opened):
        controller.open(tmp_path / "khac.cchc")
    assert controller.project is not None
    assert controller.project.path.name == "khac.cchc"
    assert controller.saved_at is None
    controller.show(None)
    assert (controller.writable, controller.plan, controller.units) == (False, None, [])
