"""Garbage is searched for in the window's own thread only."""

import gc
import weakref

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.collector import _MANY, _OFTEN, Collector


class Circle:
    def __init__(self) -> None:
        self.itself = self


def test_python_does_not_search_by_itself(qtbot: QtBot) -> None:
    owner = QObject()
    gc.enable()
    Collector(owner)
    assert not gc.isenabled()


def test_what_is_left_in_circles_ends(qtbot: QtBot) -> None:
    owner = QObject()
    collector = Collector(owner)
    gc.collect()
    circle = weakref.ref(Circle())
    assert circle() is not None
    collector.collect()
    assert circle() is not None  # too little to be worth it
    kept = [[n] for n in range(_MANY + 1)]
    collector.collect()
    assert circle() is None
    assert len(kept) > _MANY


def test_older_things_are_searched_after_many_times(qtbot: QtBot) -> None:
    owner = QObject()
    collector = Collector(owner)
    gc.collect()
    alive = Circle()
    circle = weakref.ref(alive)
    gc.collect(1)  # it is old now
    del alive
    kept = []
    for _ in range((_OFTEN + 2) ** 2 + _OFTEN):
        kept.append([[n] for n in range(_MANY + 1)])
        collector.collect()
    assert circle() is None


def test_what_the_program_begins_with_is_not_searched(qtbot: QtBot) -> None:
    owner = QObject()
    collector = Collector(owner)
    gc.collect()
    circle = weakref.ref(Circle())
    collector.begin()
    gc.collect()
    assert circle() is not None


def test_another_window_stays_in_the_place_of_the_first(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = QObject()
    collector = Collector(owner)
    left, alive = weakref.ref(Circle()), Circle()
    collector.begin()
    monkeypatch.setattr("ui.collector._BEGUN", 0)
    collector.begin_anew()
    qtbot.waitUntil(lambda: left() is None)
    circle = weakref.ref(alive)
    del alive
    gc.collect()
    assert circle() is not None
