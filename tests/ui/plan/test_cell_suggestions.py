"""Suggestions under a cell's editor, and the reading of a time, by keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget

from tests.ui.plan.keys import (
    ALT,
    Key,
    at,
    editing,
    editor,
    press,
    refused,
    text_at,
    type_words,
)
from ui.plan.tab import PlanTab
from ui.project_controller import ProjectController


def test_suggestions_come_with_typing_and_are_taken_by_keys(tab: PlanTab) -> None:
    place = at(tab, "lead")
    press(Key.Key_F2)
    offered = tab.grid.viewport().findChildren(QListWidget)[0]
    assert not offered.isVisible()
    editing(tab).selectAll()
    type_words("phong hop")
    assert offered.isVisible()
    assert not offered.hasFocus()
    press(Key.Key_Down)
    press(Key.Key_Return)
    assert editor(tab) is not None
    taken = editing(tab).words
    assert taken.startswith("Phòng Hợp tác")
    press(Key.Key_Return)
    assert text_at(tab, place) == taken


def test_a_refused_cell_that_is_left_offers_nothing(
    tab: PlanTab, controller: ProjectController
) -> None:
    at(tab, "lead")
    type_words("thanh")
    offered = tab.grid.viewport().findChildren(QListWidget)[0]
    with refused(controller):
        tab.toolbar.filter.setFocus()
    assert editor(tab) is not None
    assert not offered.isVisible()


def test_a_second_unit_is_completed_behind_the_first(tab: PlanTab) -> None:
    at(tab, "coordinating")
    type_words("Văn phòng Sở; thanh")
    press(Key.Key_Down)
    press(Key.Key_Tab)
    assert editing(tab).words == "Văn phòng Sở; Thanh tra Sở"


def test_a_taken_suggestion_can_be_taken_back(tab: PlanTab) -> None:
    at(tab, "lead")
    type_words("thanh")
    press(Key.Key_Down)
    press(Key.Key_Return)
    assert editing(tab).words == "Thanh tra Sở"
    press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editing(tab).words == "thanh"


def test_alt_1_joins_the_periods_though_the_tab_has_that_key_too(tab: PlanTab) -> None:
    place = at(tab, "time")
    type_words("Quý III&IV")
    press(Key.Key_1, ALT)
    assert editing(tab).words == "Quý III - IV"
    press(Key.Key_Return)
    assert text_at(tab, place) == "Quý III - IV"
