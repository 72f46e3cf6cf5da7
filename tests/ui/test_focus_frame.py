"""The thicker frame of what has the focus takes its place from inside: nothing around it moves."""

import pytest
from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFrame,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.contrast_themes import NAMES, contrast_palette
from ui.theme import SCALES, Theme

KINDS = ("", "quiet", "link", "row", "row menu", "left", "middle", "right")
FILLED = ("primary", "primary row")  # in high contrast they stand off their frame, so are narrower


def look(name: str, scale: int) -> Theme:
    palette = contrast_palette(name) if name in NAMES else None
    return Theme(dark=name == "dark", scale=scale, contrast=palette)


def grown(qtbot: QtBot, theme: Theme, fields: list[QWidget], frame: str = "") -> list[str]:
    """What wants another size with the focus than without it, in a frame of a kind."""
    window = QFrame()
    window.setProperty("kind", frame)
    qtbot.addWidget(window)
    window.setStyleSheet(theme.style_sheet())
    column = QVBoxLayout(window)
    for field in (QLineEdit(), *fields):
        column.addWidget(field)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    without = [wanted(field) for field in fields]
    changed = []
    for field, before in zip(fields, without, strict=True):
        field.setFocus()
        assert field.hasFocus()
        if wanted(field) != before:
            changed.append(f"{type(field).__name__} {field.property('kind')}")
    return changed


def wanted(widget: QWidget) -> QSize:
    """The size reckoned anew: what is remembered would not be the one with the focus."""
    QApplication.sendEvent(widget, QEvent(QEvent.Type.FontChange))
    return widget.sizeHint()


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("name", ["light", "dark", *NAMES])
def test_no_field_grows_with_the_focus(qtbot: QtBot, name: str, scale: int) -> None:
    chooser = QComboBox()
    chooser.addItems(["2026", "2027"])
    assert grown(qtbot, look(name, scale), [chooser, QLineEdit("Sở"), QSpinBox()]) == []


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("name", ["light", "dark", *NAMES])
def test_no_button_grows_with_the_focus(qtbot: QtBot, name: str, scale: int) -> None:
    kinds = KINDS if name in NAMES else KINDS + FILLED
    buttons: list[QWidget] = [QPushButton("Nhận") for _ in kinds]
    for made, kind in zip(buttons, kinds, strict=True):
        made.setProperty("kind", kind)
    assert grown(qtbot, look(name, scale), [*buttons, QCheckBox("Chọn")]) == []


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("name", ["light", "dark", *NAMES])
def test_no_button_of_a_toast_grows_with_the_focus(qtbot: QtBot, name: str, scale: int) -> None:
    assert grown(qtbot, look(name, scale), [QPushButton("Hoàn tác")], "toast") == []
