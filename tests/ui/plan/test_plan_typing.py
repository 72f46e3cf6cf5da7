"""What is being typed is never lost, and never written elsewhere."""

from pathlib import Path

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import (
    QApplication,
)

from cchc_desktop.domain.plan import Task
from cchc_desktop.services import planning
from cchc_desktop.services.project import Project
from cchc_desktop.settings import Paths
from tests.ui.plan.keys import (
    at,
    editor,
    text,
    type_words,
)
from ui.desktop import Desktop
from ui.plan.tab import PlanTab
from ui.project_controller import ProjectController


@pytest.mark.parametrize("leave", ["year", "file", "none"])
def test_another_year_or_file_takes_what_is_being_typed_in_a_cell(
    tab: PlanTab, controller: ProjectController, tmp_path: Path, paths: Paths, leave: str
) -> None:
    row, _ = at(tab, "task", 2)
    record = tab.model.rows[row].id
    controller.do(planning.new_plan, 2028)
    type_words("đang gõ")
    project = controller.project
    assert project is not None
    if leave == "year":
        controller.choose_year(2028)
    elif leave == "file":
        controller.show(Project.create(tmp_path / "khac.cchc", paths))
    else:
        controller.show(None)
    with Project.open(project.path, paths, read_only=True) as kept:
        task = kept.record(record)
    assert isinstance(task, Task)
    assert task.text == "đang gõ"


def test_another_year_takes_what_is_being_typed_in_a_field(
    tab: PlanTab, controller: ProjectController
) -> None:
    row, _ = at(tab, "task", 2)
    record = tab.model.rows[row].id
    controller.do(planning.new_plan, 2028)
    note = tab.details._fields["note"]
    note.setFocus()
    type_words("nhớ hỏi")
    controller.choose_year(2028)
    assert controller.project is not None
    task = controller.project.record(record)
    assert isinstance(task, Task)
    assert task.note == "nhớ hỏi"


@pytest.mark.parametrize("key", ["subject", "type_name", "recipients"])
def test_another_year_takes_what_is_being_typed_in_the_head(
    tab: PlanTab, controller: ProjectController, key: str
) -> None:
    controller.do(planning.new_plan, 2028)
    tab.show_view(1)
    field = tab.narrative.head._fields[key]
    field.setFocus()
    field.selectAll()
    type_words("đang gõ")
    controller.choose_year(2028)
    assert controller.project is not None
    assert getattr(controller.project.plan(2027), key) == "đang gõ"
    assert getattr(controller.project.plan(2028), key) != "đang gõ"
    assert field.words == getattr(controller.project.plan(2028), key)


def test_letters_still_composed_do_not_go_to_another_record(
    tab: PlanTab, controller: ProjectController
) -> None:
    row, _ = at(tab, "task", 2)
    field = tab.details._fields["task"]
    field.setFocus()
    QApplication.sendEvent(field, QInputMethodEvent("ti", []))
    other = text(tab, row + 1, "task")
    tab.grid.stand_on(tab.model.index(row + 1, 2))
    assert field.words == other
    tab.commit()
    assert text(tab, row + 1, "task") == other


@pytest.mark.parametrize("act", ["look", "close"])
def test_another_look_and_the_end_take_what_is_being_typed(
    desktop: Desktop, project: Project, act: str
) -> None:
    desktop.controller.show(project)
    tab = desktop.window.tab(1)
    assert isinstance(tab, PlanTab)
    row, _ = at(tab, "task", 2)
    record = tab.model.rows[row].id
    tab.grid.edit(tab.grid.currentIndex())
    open_editor = editor(tab)
    assert open_editor is not None
    open_editor.insertPlainText(" đang gõ")
    if act == "look":
        desktop.change_look("dark", 0)
    else:
        desktop.window.close()
    task = project.record(record)
    assert isinstance(task, Task)
    assert task.text.endswith(" đang gõ")
