"""How the window looks: colours by role, sizes by text scale, fonts and icons. Built once, passed
in; another scale or another shade is another Theme.
"""

import json
import re
import sys
from functools import cache, cached_property

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer

import resources

FAMILIES = ("Segoe UI", "Open Sans", "Noto Sans", "Liberation Sans", "DejaVu Sans")
BODY, SMALL, TAB, TITLE = 13, 12, 14, 16  # text sizes in pixels at 100 %
SCALES = (100, 125, 150, 175)  # percent
_PLACEHOLDER = re.compile(r"@(\w+)|(\d+)u\b")  # "@acc": a colour; "13u": pixels times the scale
_PICTURES = ("chevron", "chevronup", "tick")  # a style sheet takes them from files only


class Theme:
    """`dark` and `scale` (percent) as the user chose them."""

    def __init__(self, *, dark: bool = False, scale: int = 100) -> None:
        self.dark = dark
        self.scale = scale
        self._colours = {role: QColor(pair[dark]) for role, pair in _palette_roles().items()}

    def colour(self, role: str) -> QColor:
        """The colour of a role of `resources/styles/palette.json`."""
        return self._colours[role]

    def px(self, pixels: float) -> int:
        """A length given for 100 %, in pixels at the text scale."""
        return round(pixels * self.scale / 100)

    def font(self, size: int = BODY, *, bold: bool = False) -> QFont:
        """The interface's font; `size` in pixels at 100 %. Bold is the 600 of the look."""
        font = QFont(list(self._families))
        font.setPixelSize(self.px(size))
        if sys.platform == "win32":  # letters as wide on a screen of 100 % as on finer ones
            font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    @cached_property
    def _families(self) -> list[str]:
        if sys.platform == "win32":  # it has the first one, and takes long to list what it has
            return list(FAMILIES)
        # a font named first must exist: asking for a missing one costs a search of the system
        present = set(QFontDatabase.families())
        return [family for family in FAMILIES if family in present] or ["sans-serif"]

    @cached_property
    def _ratio(self) -> float:
        """Device pixels a pixel on the sharpest screen."""
        return max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)

    def metrics(self, size: int = BODY, *, bold: bool = False) -> QFontMetricsF:
        """What the font of that size measures."""
        return QFontMetricsF(self.font(size, bold=bold))

    def icon(self, name: str, role: str = "text", size: int = 16) -> QIcon:
        """An icon of `resources/icons` in the colour of a role; the style pales disabled ones."""
        return QIcon(self.pixmap(name, role, size, self._ratio))

    def pixmap(self, name: str, role: str = "text", size: int = 16, ratio: float = 1.0) -> QPixmap:
        """The same icon for painting, `ratio` device pixels a pixel."""
        return _drawn(name, self.colour(role).name(), self.px(size), ratio)

    def palette(self) -> QPalette:
        """The roles that Qt's own widgets ask for."""
        palette = QPalette()
        roles = QPalette.ColorRole
        for role, name in (
            (roles.Window, "win"),
            (roles.WindowText, "text"),
            (roles.Base, "base"),
            (roles.AlternateBase, "group"),
            (roles.Text, "text"),
            (roles.Button, "base"),
            (roles.ButtonText, "text"),
            (roles.ToolTipBase, "base"),
            (roles.ToolTipText, "text"),
            (roles.PlaceholderText, "text3"),
            (roles.Highlight, "sel"),
            (roles.HighlightedText, "text"),
            (roles.Link, "acc"),
            (roles.Mid, "line"),
            (roles.Light, "base"),
            (roles.Dark, "edge"),
        ):
            palette.setColor(role, self.colour(name))
        for role in (roles.WindowText, roles.Text, roles.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("text3"))
        return palette

    def style_sheet(self) -> str:
        """The look of the standard widgets, from `resources/styles/look.qss`."""
        sheet = resources.text("styles/look.qss")
        return _PLACEHOLDER.sub(self._filled, sheet)

    def _filled(self, found: re.Match[str]) -> str:
        role, pixels = found.groups()
        if role in _PICTURES:
            shade = "dark" if self.dark else "light"
            return resources.path(f"icons/{role}-{shade}.svg").as_posix()
        return self.colour(role).name() if role else f"{self.px(float(pixels))}px"


@cache
def _palette_roles() -> dict[str, list[str]]:
    stored = json.loads(resources.text("styles/palette.json"))
    roles: dict[str, list[str]] = stored["roles"]
    return roles


@cache
def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """A Lucide drawing in one colour, "#RRGGBB"."""
    drawing = resources.text(f"icons/{name}.svg")
    renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
