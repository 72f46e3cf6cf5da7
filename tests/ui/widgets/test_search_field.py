"""A field to search by: one telling for all that was typed, or at once when it is asked for."""

from pytestqt.qtbot import QtBot

from ui.widgets.search_field import SearchField


def test_what_is_typed_is_told_once_when_the_hand_rests(qtbot: QtBot) -> None:
    field, told = SearchField("Tìm", "Tìm trong sổ"), list[str]()
    qtbot.addWidget(field)
    field.typed.connect(told.append)
    with qtbot.waitSignal(field.typed):
        qtbot.keyClicks(field, "ra soat")
        assert told == []
    assert told == ["ra soat"]


def test_asked_for_it_is_told_at_once_and_not_again(qtbot: QtBot) -> None:
    field, told = SearchField("Tìm", "Tìm trong sổ"), list[str]()
    qtbot.addWidget(field)
    field.typed.connect(told.append)
    qtbot.keyClicks(field, "mot cua")
    field.tell_now()
    assert told == ["mot cua"]
    assert not field._pause.isActive()


def test_keys_that_come_again_replace_the_words(qtbot: QtBot) -> None:
    field = SearchField("Tìm", "Tìm trong sổ")
    qtbot.addWidget(field)
    field.show()
    field.setText("cũ")
    field.begin()
    qtbot.keyClicks(field, "moi")
    assert field.text() == "moi"
