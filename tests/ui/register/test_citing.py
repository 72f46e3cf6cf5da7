"""Where a document is cited: chosen, gone to, taken back."""

from collections.abc import Callable
from typing import Any

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.finding import Place
from cchc_desktop.domain.plan import Task
from cchc_desktop.services.project import Project
from tests.ui.register.keys import Key, Modifier, press
from ui.project_controller import ProjectController
from ui.register.citing import CitingDialog
from ui.register.tab import RegisterTab

WhenAsked = Callable[[Callable[[Any], object]], None]


def test_cite_by_keyboard(
    tab: RegisterTab, project: Project, tasks: list[Task], when_asked: WhenAsked, qtbot: QtBot
) -> None:
    def answer(dialog: CitingDialog) -> None:
        qtbot.waitUntil(dialog.isActiveWindow)
        QTest.keyClicks(dialog.chooser.field, "gan ma QR")
        press(dialog.chooser.field, Key.Key_Return)
        assert dialog.locator.hasFocus()
        QTest.keyClicks(dialog.locator, "Muc II")
        press(dialog.locator, Key.Key_Return, Modifier.ControlModifier)

    when_asked(answer)
    press(tab.table, Key.Key_F4)
    (link,) = [link for link in project.evidence() if link.document_id == "a"]
    assert link.target_id == next(task.id for task in tasks if task.text.startswith("Gắn mã QR"))
    assert link.locator == "Muc II"
    assert tab.model.rows[0].cited == 1
    assert "Muc II" in tab.details._places.item(0).text()


def test_what_is_cited_is_ticked_and_can_be_taken_back(
    tab: RegisterTab, project: Project, tasks: list[Task], when_asked: WhenAsked
) -> None:
    def answer(dialog: CitingDialog) -> None:
        assert list(dialog.places) == [tasks[0].id]
        dialog.chooser.list.setFocus()
        press(dialog.chooser.list, Key.Key_Home)
        assert dialog.locator.text() == "Mục I"
        press(dialog.chooser.list, Key.Key_Space)
        assert not dialog.locator.isEnabled()
        dialog.accept()

    tab.table.go_to(["d"])
    when_asked(answer)
    tab.commands.cite.trigger()
    assert project.evidence() == []


def test_a_place_is_gone_to_and_left(
    tab: RegisterTab, project: Project, tasks: list[Task], qtbot: QtBot
) -> None:
    tab.table.go_to(["d"])
    tab.pane.turn_to(0)
    tab.details._places.setFocus()
    with qtbot.waitSignal(tab.place_asked) as asked:
        press(tab.details._places, Key.Key_Return)
    assert asked.args == [Place(tasks[0].id)]
    press(tab.details._places, Key.Key_Delete)
    assert project.evidence() == []


def test_without_a_plan_there_is_nothing_to_cite_in(
    tab: RegisterTab, controller: ProjectController, qtbot: QtBot
) -> None:
    controller.choose_year(2031)
    with qtbot.waitSignal(controller.refused) as refused:
        tab.commands.cite.trigger()
    assert "Chưa có kế hoạch năm 2031" in refused.args[0]
