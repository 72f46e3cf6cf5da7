"""Texts of documents on the screen are texts, whatever they look like."""

from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.controls import button, tip_words
from ui.widgets.filter_strip import FilterStrip

MARKUP = 'Rà soát <img src="//may-la/anh.png"> & <b>sửa</b>'


def test_a_tip_says_what_stands_there_and_fetches_nothing(qtbot: QtBot) -> None:
    shown = QTextDocument()
    shown.setHtml(tip_words(MARKUP))
    assert shown.toPlainText() == MARKUP
    assert tip_words("Quý I & II\nQuý III") == "Quý I & II\nQuý III"


def test_tips_of_a_filter_and_of_a_button_are_plain(qtbot: QtBot, theme: Theme) -> None:
    strip, named = FilterStrip(theme), button(theme, "", "link", name=MARKUP)
    qtbot.addWidget(strip)
    qtbot.addWidget(named)
    strip.tell(MARKUP, outdated=False, saved=True)
    assert {strip._words.toolTip(), named.toolTip()} == {tip_words(MARKUP)}
    assert (strip.words, named.accessibleName()) == (MARKUP, MARKUP)
