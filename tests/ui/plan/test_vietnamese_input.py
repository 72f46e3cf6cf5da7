"""Vietnamese letters as Unikey and input methods send them: nothing is taken from them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QListWidget

from tests.ui.plan.keys import (
    ALT,
    Key,
    at,
    compose,
    editing,
    editor,
    press,
    text_at,
    type_words,
)
from ui.plan.tab import PlanTab
from ui.project_controller import ProjectController

TELEX = [  # what Unikey sends: letters, then Backspace and the letter with its mark
    (["t", "i", "e", "\b", "ê", "n"], "tiên"),
    (["d", "\b", "đ", "i", "e", "\b", "ê", "u", "\b\b", "ều"], "điều"),
    (["T", "h", "u", "\b", "ủ", " ", "t", "u", "\b", "ụ", "c"], "Thủ tục"),
    (["n", "g", "u", "o", "\b\b", "ươ", "i", "\b\b", "ời"], "người"),
]


def strike(pieces: list[str]) -> None:
    for piece in pieces:
        for letter in piece:
            press(Key.Key_Backspace) if letter == "\b" else type_words(letter)


@pytest.mark.parametrize(("pieces", "word"), TELEX)
@pytest.mark.parametrize("column", ["task", "lead", "time", "number"])
def test_unikeys_backspaces_arrive_in_a_cell(
    tab: PlanTab, pieces: list[str], word: str, column: str
) -> None:
    place = at(tab, column)
    strike(pieces)
    assert editing(tab).words == word
    press(Key.Key_Return)
    assert text_at(tab, place) == word


@pytest.mark.parametrize(("pieces", "word"), TELEX)
def test_unikeys_backspaces_arrive_in_the_filter(
    tab: PlanTab, pieces: list[str], word: str
) -> None:
    tab.toolbar.filter.setFocus()
    strike(pieces)
    assert tab.toolbar.filter.text() == word


@pytest.mark.parametrize(("pieces", "word"), TELEX)
def test_unikeys_backspaces_arrive_in_a_field(tab: PlanTab, pieces: list[str], word: str) -> None:
    place = at(tab)
    field = tab.details._fields["task"]
    field.setFocus()
    field.selectAll()
    strike(pieces)
    tab.grid.setFocus()
    assert text_at(tab, place) == word


def test_the_first_composed_letter_opens_the_editor_whole(tab: PlanTab) -> None:
    place = at(tab)
    compose("t", "ti", "tie", "tiê", "tiến", commit="tiến")
    assert editing(tab).words == "tiến"
    compose("đ", "độ", commit=" độ")
    press(Key.Key_Return)
    assert text_at(tab, place) == "tiến độ"


def test_composed_letters_arrive_decomposed_and_are_stored_composed(tab: PlanTab) -> None:
    place = at(tab)
    compose("đ", commit="đô\u0323")
    press(Key.Key_Return)
    assert text_at(tab, place) == "độ"


@pytest.mark.parametrize("column", ["lead", "time"])
def test_nothing_is_taken_from_an_input_method(tab: PlanTab, column: str) -> None:
    place = at(tab, column)
    old = text_at(tab, place)
    type_words("q")
    QApplication.sendEvent(QApplication.focusWidget(), QInputMethodEvent("uý III&IV", []))
    before = editing(tab)
    for key, modifiers in (
        (Key.Key_Tab, Qt.KeyboardModifier.NoModifier),
        (Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Key.Key_1, ALT),
        (Key.Key_Down, Qt.KeyboardModifier.NoModifier),
        (Key.Key_Down, ALT),
        (Key.Key_F8, Qt.KeyboardModifier.NoModifier),
    ):
        press(key, modifiers)
        assert editing(tab) is before
    assert text_at(tab, place) == old


def test_letters_still_composed_are_committed_before_anything_else(
    tab: PlanTab, controller: ProjectController
) -> None:
    place = at(tab)
    type_words("ti")
    QApplication.sendEvent(QApplication.focusWidget(), QInputMethodEvent("ến", []))
    controller.settle()
    assert text_at(tab, place).startswith("ti")
    assert editor(tab) is None


def test_suggestions_wait_for_the_composed_word(tab: PlanTab) -> None:
    at(tab, "lead")
    type_words("v")
    offered = next(w for w in tab.grid.viewport().findChildren(QListWidget))
    shown = [offered.item(n).text() for n in range(offered.count())]
    QApplication.sendEvent(QApplication.focusWidget(), QInputMethodEvent("ăn", []))
    assert [offered.item(n).text() for n in range(offered.count())] == shown
    compose(commit="ăn")
    assert [offered.item(n).text() for n in range(offered.count())] != []
