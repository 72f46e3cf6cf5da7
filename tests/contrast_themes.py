"""The contrast themes of Windows 11 and the two high-contrast ones before them, as palettes like
those that Qt makes of them there.
"""

from PySide6.QtGui import QColor, QPalette

_COLOURS = {  # window, its text, what is disabled, what is selected, its text
    "aquatic": ("#202020", "#FFFFFF", "#A6A6A6", "#8EE3F0", "#263B50"),
    "desert": ("#FFFAEF", "#3D3D3D", "#676767", "#903909", "#FFF5E3"),
    "dusk": ("#2D3236", "#FFFFFF", "#A6A6A6", "#A1BFDE", "#212D3B"),
    "night sky": ("#000000", "#FFFFFF", "#A6A6A6", "#D6B4FD", "#2B2B2B"),
    "black": ("#000000", "#FFFFFF", "#3FF23F", "#1AEBFF", "#000000"),
    "white": ("#FFFFFF", "#000000", "#600000", "#37006E", "#FFFFFF"),
}
NAMES = tuple(_COLOURS)


def contrast_palette(name: str) -> QPalette:
    """The palette of one of NAMES."""
    window, text, disabled, selected, its_text = (QColor(colour) for colour in _COLOURS[name])
    palette, roles = QPalette(), QPalette.ColorRole
    for role in (roles.Window, roles.Base, roles.Button):
        palette.setColor(role, window)
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(role, text)
        palette.setColor(QPalette.ColorGroup.Disabled, role, disabled)
    palette.setColor(roles.Highlight, selected)
    palette.setColor(roles.HighlightedText, its_text)
    return palette
