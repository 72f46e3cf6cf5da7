"""High contrast: the system's colours, and nothing that is told by a tint."""

import json
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu
from pytestqt.qtbot import QtBot

import resources
from cchc_desktop.services.project import Project
from cchc_desktop.services.report_standing import HeadingState
from cchc_desktop.services.sample import whole_sample
from cchc_desktop.settings import Paths
from tests.contrast_themes import NAMES, contrast_palette
from tests.ui.pixels import colours, picture
from ui.desktop import Desktop
from ui.report.outline import OutlineLine, OutlineList
from ui.theme import Theme, contrast_ratio, system_contrast
from ui.timeline.tab import TimelineTab
from ui.widgets.cells import CellArt

_STORED = json.loads(resources.text("styles/palette.json"))
_TEXT = 4.5  # what palette.json asks of text
_MORE = 6.99  # what high contrast asks, but not of what is disabled; Desert's selection has that


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("pair", _STORED["contrast"], ids=lambda pair: " on ".join(pair[:2]))
def test_contrast(qapp: QApplication, name: str, pair: tuple[str, str, float]) -> None:
    front, ground, least = pair
    theme = Theme(contrast=contrast_palette(name))
    if ground == "sel":
        theme = theme.selected
    asked = _MORE if least == _TEXT and front != "text3" else least
    assert contrast_ratio(theme.colour(front), theme.colour(ground)) >= asked


@pytest.mark.parametrize("name", NAMES)
def test_no_other_colour_than_the_systems(qapp: QApplication, name: str) -> None:
    palette = contrast_palette(name)
    theme, roles = Theme(contrast=palette), QPalette.ColorRole
    systems = {
        palette.color(role).name()
        for role in (roles.Base, roles.Text, roles.Highlight, roles.HighlightedText)
    }
    systems.add(palette.color(QPalette.ColorGroup.Disabled, roles.Text).name())
    sheet = re.findall(r"#[0-9a-fA-F]{6}\b", theme.style_sheet())
    assert {colour.name() for colour in theme.colours.values()} | set(sheet) == systems
    assert {colour.name() for colour in theme.selected.colours.values()} == {
        palette.color(roles.Highlight).name(),
        palette.color(roles.HighlightedText).name(),
    }
    assert theme.dark == (name not in ("desert", "white"))


def test_a_selection_that_cannot_be_read_is_turned_round(qapp: QApplication) -> None:
    palette = contrast_palette("black")
    palette.setColor(QPalette.ColorRole.Highlight, QColor("#101010"))
    theme = Theme(contrast=palette)
    assert theme.colour("sel") == palette.color(QPalette.ColorRole.Text)
    assert theme.colour("selfg") == palette.color(QPalette.ColorRole.Base)
    chosen = theme.selected
    assert (chosen.colour("sel"), chosen.colour("text")) == (
        theme.colour("sel"),
        theme.colour("selfg"),
    )


def test_the_usual_looks_know_nothing_of_it(qapp: QApplication) -> None:
    assert system_contrast(qapp) is None
    for dark in (False, True):
        theme = Theme(dark=dark)
        assert theme.selected is theme
        assert theme.colour("on") == theme.colour("tint")
        assert theme.colour("selfg") == theme.colour("text")


@pytest.fixture
def opened(desktop: Desktop, tmp_path: Path, paths: Paths) -> Desktop:
    """The program with the whole sample, on a day in its year."""
    desktop.controller.show(Project.create(tmp_path / "mau.cchc", paths, first=whole_sample()))
    return desktop


def turn(desktop: Desktop, name: str = "") -> None:
    """Another contrast theme of the system, "" for none; Qt tells every window."""
    palette = contrast_palette(name) if name else None
    desktop.read_contrast = lambda _application: palette
    QApplication.sendEvent(desktop.window, QEvent(QEvent.Type.ThemeChange))


def offered(desktop: Desktop) -> list[str]:
    """What the menu of shades says."""
    (shades,) = (menu for menu in desktop.window.findChildren(QMenu) if menu.title() == "Nền")
    return [action.text() for action in shades.actions()]


def test_the_window_follows_the_system(qtbot: QtBot, opened: Desktop) -> None:
    opened.change_look("dark", 125)
    usual = opened.theme.colours
    for name in ("desert", "night sky"):
        turn(opened, name)
        ground = contrast_palette(name).color(QPalette.ColorRole.Base)
        qtbot.waitUntil(lambda ground=ground: opened.theme.colour("base") == ground)  # type: ignore[misc]
        assert opened.window.theme is opened.theme
        assert opened.application.palette().color(QPalette.ColorRole.Window) == ground
        assert opened.theme.scale == 125
        assert opened.window.isVisible()
        assert any("tương phản" in words for words in offered(opened))
    turn(opened)
    qtbot.waitUntil(lambda: opened.theme.contrast is None)
    assert offered(opened) == ["Theo Windows", "Sáng", "Tối"]
    assert opened.theme.colours == usual
    assert opened.choices.value.theme == "dark"


def test_what_is_being_done_is_finished_first(qtbot: QtBot, opened: Desktop) -> None:
    window = opened.window
    opened.covers.show_profile()
    turn(opened, "black")
    qtbot.wait(20)
    assert opened.window is window
    window.cover(None)
    window.activated.emit()
    qtbot.waitUntil(lambda: opened.theme.contrast is not None)
    assert opened.window is not window


def test_another_change_of_the_system_leaves_the_window(qtbot: QtBot, opened: Desktop) -> None:
    window = opened.window
    turn(opened)
    qtbot.wait(20)
    assert opened.window is window


@pytest.mark.parametrize("tab", range(5))
def test_nothing_of_the_window_is_left_on_a_selection(
    qtbot: QtBot, opened: Desktop, tab: int
) -> None:
    turn(opened, "black")
    qtbot.waitUntil(lambda: opened.theme.contrast is not None)
    opened.window.show_tab(tab)
    text, chosen = opened.theme.colour("text").name(), opened.theme.colour("sel").name()
    page = opened.window.current_tab
    assert page is not None
    for view in page.findChildren(QAbstractItemView):
        if view.isVisible() and view.selectionModel() is not None:
            view.selectAll()
            view.setFocus()
            found = colours(picture(view), map(view.visualRect, view.selectedIndexes()))
            assert text not in found, view.accessibleName()
            assert chosen in found or not found, view.accessibleName()


def test_the_current_line_of_the_timeline_has_two_colours(qtbot: QtBot, opened: Desktop) -> None:
    turn(opened, "black")
    qtbot.waitUntil(lambda: opened.theme.contrast is not None)
    opened.window.show_tab(2)
    page = opened.window.current_tab
    assert isinstance(page, TimelineTab)
    text, chosen = opened.theme.colour("text").name(), opened.theme.colour("sel").name()
    for place in range(12):  # headings, spans, bands, chips
        page.view.choose(place)
        box = page.view.shown.line_area(place).toRect().adjusted(0, 1, -1, -1)
        edge = page.view.shown.frozen  # the line between the two parts goes through
        parts = [box.adjusted(0, 0, edge - box.width() - 2, 0), box.adjusted(edge, 0, 0, 0)]
        found = colours(picture(page.view), parts)
        assert chosen in found
        assert text not in found, place


def test_the_chosen_line_of_the_outline_has_two_colours(qtbot: QtBot) -> None:
    theme = Theme(contrast=contrast_palette("black"))
    outline = OutlineList(CellArt(theme))
    qtbot.addWidget(outline)
    states = [state.value for state in HeadingState]
    outline.show_lines([OutlineLine(state, 1, "Mở đầu", state) for state in states])
    outline.show()
    for line in outline.lines.items:
        outline.choose(line.id)
        found = colours(picture(outline), [outline.visualRect(outline.currentIndex())])
        assert theme.colour("sel").name() in found
        assert theme.colour("text").name() not in found, line.state
