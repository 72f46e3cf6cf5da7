"""What is typed is written after a pause, never while an input method composes."""

import pytest
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from ui.widgets.typing import Typing


@pytest.fixture
def editor(qtbot: QtBot) -> QPlainTextEdit:
    made = QPlainTextEdit()
    qtbot.addWidget(made)
    return made


def typing_in(editor: QPlainTextEdit, written: list[str], *, taken: bool = True) -> Typing:
    def write(text: str) -> bool:
        written.append(text)
        return taken

    made = Typing(editor.document(), write, editor)
    editor.textChanged.connect(made.changed)
    QTextCursor(editor.document()).insertText("đầu tư")
    return made


def test_a_pause_that_ends_while_composing_begins_anew(editor: QPlainTextEdit) -> None:
    written: list[str] = []
    typing = typing_in(editor, written)
    typing.compose(QInputMethodEvent("ê", []))
    typing.commit()  # the pause has ended
    assert (written, typing.pause.isActive()) == ([], False)
    typing.compose(QInputMethodEvent("", []))
    typing.composed()
    assert typing.pause.isActive()
    typing.commit()
    assert written == ["đầu tư"]


def test_refused_words_go_on_being_a_change(editor: QPlainTextEdit) -> None:
    typing = typing_in(editor, [], taken=False)
    typing.commit()
    assert (typing.stored, typing.goes_on) == ("", True)
