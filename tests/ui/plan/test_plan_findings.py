"""What is to be seen to in the plan: gone over by keys, cured, kept, shown at its place."""

from pytestqt.qtbot import QtBot

from cchc_desktop.domain.finding import Place
from tests.ui.plan.keys import (
    ALT,
    SHIFT,
    Key,
    at,
    current,
    last_step,
    press,
    shown_button,
    text,
)
from ui.plan.tab import PlanTab
from ui.project_controller import ProjectController


def test_f8_goes_over_all_findings_and_opens_what_is_folded(tab: PlanTab) -> None:
    row, column = at(tab, "lead", -1)
    tab.model.setData(tab.model.index(row, column), "")
    tab.check_list.check()
    tab.grid.fold_all(fold_them=True)
    count = len(tab.findings.model.items)
    assert count
    places = set()
    for _ in range(count):
        press(Key.Key_F8)
        places.add(current(tab))
        assert not tab.grid.isRowHidden(current(tab)[0])
    assert (row, column) in places
    first = tab.findings.current
    for _ in range(count):
        press(Key.Key_F8, SHIFT)
    assert tab.findings.current == first


def test_the_list_follows_a_moment_after_a_step(
    tab: PlanTab, controller: ProjectController, qtbot: QtBot
) -> None:
    before = len(tab.findings.model.items)
    row, column = at(tab, "time", 2)
    tab.model.setData(tab.model.index(row, column), "xyz")
    qtbot.waitUntil(lambda: len(tab.findings.model.items) == before + 1)
    assert tab.model.mark(row, column) != ""
    assert tab.toolbar._check.count == before + 1
    controller.undo()
    qtbot.waitUntil(lambda: len(tab.findings.model.items) == before)
    assert tab.model.mark(row, column) == ""


def test_alt_1_cures_and_undo_brings_the_finding_back(
    tab: PlanTab, controller: ProjectController
) -> None:
    row, column = at(tab, "time", 2)
    tab.model.setData(tab.model.index(row, column), "Quý II/2026")
    tab.check_list.check()
    while tab.findings.current is None or tab.findings.current.rule != "year":
        press(Key.Key_F8)
    count = len(tab.findings.model.items)
    assert current(tab) == (row, column)
    press(Key.Key_1, ALT)
    assert text(tab, row, "time") == "Quý II/2027"
    assert last_step(controller) == "Đổi thành 2027"
    assert len(tab.findings.model.items) == count - 1
    controller.undo()
    tab.check_list.check()
    assert len(tab.findings.model.items) == count


def test_a_finding_that_is_kept_is_gone(tab: PlanTab, controller: ProjectController) -> None:
    row, column = at(tab, "time", 2)
    tab.model.setData(tab.model.index(row, column), "Quý II/2026")
    tab.check_list.check()
    while tab.findings.current is None or tab.findings.current.rule != "year":
        press(Key.Key_F8)
    keep = tab.findings._offered[-1]
    count = len(tab.findings.model.items)
    shown_button(tab, keep.label).click()
    assert len(tab.findings.model.items) == count - 1
    assert text(tab, row, "time") == "Quý II/2026"


def test_the_findings_are_a_model_without_fault(tab: PlanTab, qtmodeltester: object) -> None:
    qtmodeltester.check(tab.findings.model)  # type: ignore[attr-defined]


def test_a_place_is_shown_wherever_it_is(tab: PlanTab, controller: ProjectController) -> None:
    project, plan = controller.project, controller.plan
    assert project is not None
    assert plan is not None
    section = project.sections(plan)[1]
    assert tab.jump_to(Place(section.id))
    assert tab.narrative._section == section
    assert tab.jump_to(Place(plan.id, "subject"))
    assert tab.narrative.head.isVisible()
    assert tab.jump_to(Place(tab.model.rows[4].id, "lead"))
    assert tab.grid.hasFocus()
    assert not tab.jump_to(Place("gone"))
