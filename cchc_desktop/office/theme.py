"""Fonts and colours that a document takes from its theme (word/theme/theme1.xml)."""

from dataclasses import dataclass, field

from lxml import etree

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_ALIASES = {  # w:themeColor -> slot of the colour scheme, under the usual mapping
    "text1": "dk1",
    "dark1": "dk1",
    "tx1": "dk1",
    "background1": "lt1",
    "light1": "lt1",
    "text2": "dk2",
    "dark2": "dk2",
    "background2": "lt2",
    "light2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}


@dataclass(frozen=True)
class Theme:
    """`fonts`: "major" and "minor" Latin typefaces; `colours`: "RRGGBB" by slot ("dk1",
    "accent1").
    """

    fonts: dict[str, str] = field(default_factory=dict)
    colours: dict[str, str] = field(default_factory=dict)

    def font(self, name: str) -> str | None:
        """The typeface behind a theme font such as "minorHAnsi" or "majorAscii"; None where the
        theme says nothing.
        """
        return self.fonts.get(name[:5])

    def colour(self, name: str, *, tint: str = "FF", shade: str = "FF") -> str | None:
        """The colour behind a w:themeColor, made lighter by its tint and darker by its shade (both
        "00"-"FF"); None where the theme says nothing.
        """
        colour = self.colours.get(_ALIASES.get(name, name))
        try:
            channels = bytes.fromhex(colour or "")
            lighter, darker = int(tint, 16), int(shade, 16)
            mixed = (255 - (255 - channel) * lighter // 255 for channel in channels)
            return bytes(channel * darker // 255 for channel in mixed).hex().upper() or None
        except ValueError:  # of the theme, or of a tint beyond 00-FF
            return colour


def read_theme(root: etree._Element | None) -> Theme:
    """The theme of a theme part; an empty one without a part."""
    if root is None:
        return Theme()
    fonts = {}
    for kind in ("major", "minor"):
        latin = root.find(f".//{_A}{kind}Font/{_A}latin")
        if latin is not None and latin.get("typeface"):
            fonts[kind] = str(latin.get("typeface"))
    colours = {}
    scheme = root.find(f".//{_A}clrScheme")
    for slot in scheme if scheme is not None else ():
        value = next((c.get("lastClr") or c.get("val") for c in slot), None)
        if value and isinstance(slot.tag, str):
            colours[etree.QName(slot).localname] = value.upper()
    return Theme(fonts, colours)
