"""What the styles of a Word file give its paragraphs and runs: bold, italic, hidden, centred,
heading level, numbering; through the basedOn chain and the document's defaults.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from cchc_desktop.office.docx_names import ON, W, is_on, value, whole

BOLD, ITALIC, HIDDEN = 1, 2, 4
TOGGLES = {f"{W}b": BOLD, f"{W}i": ITALIC, f"{W}vanish": HIDDEN}

_LONGEST_CHAIN = 64  # Word itself makes far shorter ones
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)


class Marks(NamedTuple):
    """Toggles that a style sets: the bits it speaks of, and their values."""

    mask: int = 0
    bits: int = 0

    def over(self, bits: int) -> int:
        """Those bits after the style has been applied."""
        return bits & ~self.mask | self.bits


class ParagraphStyle(NamedTuple):
    """What a paragraph style amounts to; `number_id` "" where it numbers nothing."""

    id: str = ""
    bits: int = 0
    centred: bool = False
    heading: int = 0
    number_id: str = ""
    level: int | None = None


class Styles(dict[str | None, ParagraphStyle]):
    """The styles of one file, resolved when first asked for. Its items are the paragraph styles by
    their ids; the default one for None or an unknown id.
    """

    def __init__(self, root: etree._Element | None) -> None:
        self._paragraph_styles = _of_kind(root, "paragraph")
        self._character_styles = _of_kind(root, "character")
        styles = self._paragraph_styles.items()
        self._default = next((id_ for id_, s in styles if s.get(f"{W}default") in ON), "")
        defaults = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._document_bits = _marks(defaults).over(0)
        self._character: dict[str | None, Marks] = {}

    def __missing__(self, style_id: str | None) -> ParagraphStyle:
        known = style_id if style_id in self._paragraph_styles else None
        style = self[style_id] = self._resolved(known or self._default)
        return style

    def character(self, style_id: str | None) -> Marks:
        """What a character style sets on a run; nothing for an unknown id."""
        if style_id not in self._character:
            mask = bits = 0
            for style in style_chain(self._character_styles, style_id or ""):
                marks = _marks(style.find(f"{W}rPr"))
                mask, bits = mask | marks.mask, marks.over(bits)
            self._character[style_id] = Marks(mask, bits)
        return self._character[style_id]

    def _resolved(self, style_id: str) -> ParagraphStyle:
        look = ParagraphStyle(style_id, self._document_bits)
        for style in style_chain(self._paragraph_styles, style_id):
            look = look._replace(bits=_marks(style.find(f"{W}rPr")).over(look.bits))
            heading = _HEADING.fullmatch(value(style.find(f"{W}name")) or "")
            if heading:
                look = look._replace(heading=int(heading[1]))
            properties = style.find(f"{W}pPr")
            if properties is not None:
                look = _with_properties(look, properties)
        return look


def style_chain(styles: Mapping[str, etree._Element], style_id: str) -> list[etree._Element]:
    """A style and those it is based on, the base first; a circle is cut, and so is a chain longer
    than any real one.
    """
    chain: dict[str, etree._Element] = {}
    while style_id in styles and style_id not in chain and len(chain) < _LONGEST_CHAIN:
        chain[style_id] = styles[style_id]
        style_id = value(styles[style_id].find(f"{W}basedOn")) or ""
    return list(chain.values())[::-1]


def heading_level(outline: str | None) -> int:
    """1-9 for w:outlineLvl 0-8, else 0: body text."""
    return (whole(outline, 9) + 1) % 10 if whole(outline, 9) < 9 else 0


def _of_kind(root: etree._Element | None, kind: str) -> dict[str, etree._Element]:
    found = () if root is None else root.iterchildren(f"{W}style")
    return {s.get(f"{W}styleId", ""): s for s in found if s.get(f"{W}type") == kind}


def _with_properties(look: ParagraphStyle, properties: etree._Element) -> ParagraphStyle:
    alignment = value(properties.find(f"{W}jc"))
    if alignment is not None:
        look = look._replace(centred=alignment == "center")
    outline = value(properties.find(f"{W}outlineLvl"))
    if outline is not None:
        look = look._replace(heading=heading_level(outline))
    number_id = value(properties.find(f"{W}numPr/{W}numId"))
    if number_id is not None:
        look = look._replace(number_id=number_id)
    level = value(properties.find(f"{W}numPr/{W}ilvl"))
    if level is not None:
        look = look._replace(level=whole(level, 0, 8))
    return look


def _marks(properties: etree._Element | None) -> Marks:
    mask = bits = 0
    for toggle in _toggles(properties):
        bit = TOGGLES[toggle.tag]
        mask |= bit
        bits |= bit if is_on(toggle) else 0
    return Marks(mask, bits)


def _toggles(properties: etree._Element | None) -> Iterator[etree._Element]:
    return iter(()) if properties is None else properties.iterchildren(*TOGGLES)
