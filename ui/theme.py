"""How the window looks: colours by role, sizes by text scale, fonts and icons. Built once, passed
in; another scale, another shade or high contrast is another Theme.
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
# "@acc": a colour; "13u": pixels times the scale; "13u-2": two of the screen's pixels less
_PLACEHOLDER = re.compile(r"@(\w+)|(\d+)u(?:-(\d+))?\b")
_SYSTEM = 2  # after light and dark: the place of the system's colour in a role of palette.json
_READABLE = 4.5  # the least contrast of text
_PICTURES = ("chevron", "chevronup", "tick")  # a style sheet takes them from files only


class Theme:
    """`dark` and `scale` (percent) as the user chose them; `contrast`: the system's own colours
    where it asks for high contrast, which are then the only ones.
    """

    def __init__(
        self, *, dark: bool = False, scale: int = 100, contrast: QPalette | None = None
    ) -> None:
        self.scale = scale
        self.contrast = contrast
        if contrast is None:
            self.dark = dark
            self.colours = {role: QColor(looks[dark]) for role, looks in _palette_roles().items()}
        else:
            system = _system_colours(contrast)
            self.dark = system["Base"].lightness() < system["Text"].lightness()
            self.colours = {
                role: system[looks[_SYSTEM]] for role, looks in _palette_roles().items()
            }

    @cached_property
    def selected(self) -> "Theme":
        """The look of what stands on "sel": this one, but in high contrast the system's two colours
        of a selection stand for all grounds and for all that is on them.
        """
        if self.contrast is None:
            return self
        palette, roles = QPalette(self.contrast), QPalette.ColorRole
        for role in (roles.Base, roles.Highlight):
            palette.setColor(role, self.colour("sel"))
        for role in (roles.Text, roles.HighlightedText):
            palette.setColor(role, self.colour("selfg"))  # of what is disabled too
        return Theme(scale=self.scale, contrast=palette)

    def colour(self, role: str) -> QColor:
        """The colour of a role of `resources/styles/palette.json`."""
        return self.colours[role]

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

    def toggle_icon(self, name: str) -> QIcon:
        """The icon of a button that stays pressed: on its other ground it may need another
        colour.
        """
        made = self.icon(name)
        made.addPixmap(self.pixmap(name, "selfg", 16, self._ratio), state=QIcon.State.On)
        return made

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
            (roles.HighlightedText, "selfg"),
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
        """The look of the standard widgets, from `resources/styles/look.qss`; `contrast.qss` says
        without colours what that one says with them.
        """
        sheet = resources.text("styles/look.qss")
        if self.contrast is not None:
            sheet += resources.text("styles/contrast.qss")
        return _PLACEHOLDER.sub(self._filled, sheet)

    def _filled(self, found: re.Match[str]) -> str:
        role, pixels, less = found.groups()
        if role in _PICTURES:
            shade = "dark" if self.dark else "light"
            return resources.path(f"icons/{role}-{shade}.svg").as_posix()
        return self.colour(role).name() if role else f"{self.px(int(pixels)) - int(less or 0)}px"


def system_contrast(application: QGuiApplication) -> QPalette | None:
    """The system's colours where it asks for high contrast, whatever palette is set."""
    hints = application.styleHints()
    if hints.accessibility().contrastPreference() is not Qt.ContrastPreference.HighContrast:
        return None
    ours = application.palette()
    application.setPalette(QPalette())  # an empty one gives way to the system's
    system = application.palette()
    application.setPalette(ours)
    return system


def _system_colours(palette: QPalette) -> dict[str, QColor]:
    """The colours that palette.json names, by these names."""
    roles, group = QPalette.ColorRole, QPalette.ColorGroup
    found = {role.name: palette.color(group.Active, role) for role in (roles.Base, roles.Text)}
    found["Disabled"] = palette.color(group.Disabled, roles.Text)
    chosen = [palette.color(group.Active, r) for r in (roles.Highlight, roles.HighlightedText)]
    if contrast_ratio(*chosen) < _READABLE:  # the two may come from different places
        chosen = [found["Text"], found["Base"]]
    found["Highlight"], found["HighlightedText"] = chosen
    return found


def contrast_ratio(one: QColor, other: QColor) -> float:
    """The contrast of two colours, from 1 to 21 (WCAG 2)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


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
