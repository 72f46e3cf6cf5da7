"""What one w:rPr or w:pPr says by itself, as a dictionary of the properties that it sets; styles
and inheritance are in effective_styles.

Run keys: ascii, hAnsi, size (points), bold, italic, caps, hidden (the toggles), underlined,
raised, colour. Paragraph keys: style, align, left, right, first_line, first_chars, before, after,
line, line_rule, contextual, number_id, level, tabs, borders, breaks_page, frame_align; points.
"""

from collections.abc import Callable
from typing import Any

from lxml import etree

from cchc_desktop.office.docx_names import ON, VAL, W, is_on, value, whole
from cchc_desktop.office.theme import Theme

TOGGLES = ("bold", "italic", "caps", "hidden")
Properties = dict[str, Any]

_TOGGLE_TAGS = {f"{W}b": "bold", f"{W}i": "italic", f"{W}caps": "caps", f"{W}vanish": "hidden"}
_ALIGN = {"start": "left", "left": "left", "end": "right", "right": "right", "center": "center"}
_BLACK = "000000"
_LARGEST = 1_000_000  # twips are at most 31,680; what is beyond measures nothing
_AUTO_GAP = 14.0  # points that Word gives to "automatic" space before and after


def number(element: etree._Element | None, *names: str) -> float | None:
    """The first of the attributes that holds a number; None where none does."""
    for name in names if element is not None else ():
        try:
            found = float(element.get(W + name, ""))  # type: ignore[union-attr]
        except ValueError:
            continue
        if abs(found) <= _LARGEST:  # "nan" and "inf" are numbers to Python
            return round(found, 3)
    return None


def points(element: etree._Element | None, *names: str) -> float | None:
    """The first of the attributes, given in twentieths of a point, in points."""
    twips = number(element, *names)
    return None if twips is None else twips / 20


def run_properties(r_pr: etree._Element | None, theme: Theme) -> Properties:
    """The properties that a w:rPr sets."""
    found: Properties = {}
    for child in r_pr if r_pr is not None else ():
        tag = child.tag
        if tag in _TOGGLE_TAGS:
            found[_TOGGLE_TAGS[tag]] = is_on(child)
        elif tag == f"{W}sz":
            size = number(child, "val")
            if size:
                found["size"] = size / 2
        elif tag == f"{W}rFonts":
            found |= _fonts(child, theme)
        elif tag == f"{W}color":
            found["colour"] = _colour(child, theme)
        elif tag == f"{W}u":
            found["underlined"] = is_on(child)
        elif tag == f"{W}vertAlign":
            found["raised"] = child.get(VAL) in ("superscript", "subscript")
    return found


def _fonts(r_fonts: etree._Element, theme: Theme) -> Properties:
    found = {}
    for slot in ("ascii", "hAnsi"):
        themed = r_fonts.get(f"{W}{slot}Theme")
        font = (theme.font(themed) if themed else None) or r_fonts.get(W + slot)
        if font:
            found[slot] = font
    return found


def _colour(element: etree._Element, theme: Theme) -> str:
    """A colour of the theme comes first (17.3.2.6); "auto" is black on paper."""
    themed = theme.colour(
        element.get(f"{W}themeColor", ""),
        tint=element.get(f"{W}themeTint", "FF"),
        shade=element.get(f"{W}themeShade", "FF"),
    )
    value = element.get(VAL, "auto").upper()
    return themed or (_BLACK if value == "AUTO" else value)


def paragraph_properties(p_pr: etree._Element | None) -> Properties:
    """The properties that a w:pPr sets."""
    found: Properties = {}
    if p_pr is None:
        return found
    for child in p_pr:
        reader = _PARAGRAPH_READERS.get(str(child.tag))
        if reader:
            found |= reader(child)
    return found


def _style(element: etree._Element) -> Properties:
    return {"style": element.get(VAL, "")}


def _align(element: etree._Element) -> Properties:
    return {"align": _ALIGN.get(element.get(VAL, "left"), "both")}


def _indents(element: etree._Element) -> Properties:
    found: Properties = {}
    for key, names in (("left", ("start", "left")), ("right", ("end", "right"))):
        value = points(element, *names)
        if value is not None:
            found[key] = value
    hanging, first = points(element, "hanging"), points(element, "firstLine")
    if hanging is not None:
        found["first_line"] = -hanging
    elif first is not None:
        found["first_line"] = first
    chars = number(element, "firstLineChars")
    if chars is not None:  # Word keeps the same indent in twips beside it; that one is exact
        found["first_chars"] = None if first else chars / 100
    return found


def _spacing(element: etree._Element) -> Properties:
    found: Properties = {}
    for key in ("before", "after"):
        value, lines = points(element, key), number(element, f"{key}Lines")
        if element.get(f"{W}{key}Autospacing") in ON:
            found[key] = _AUTO_GAP
        elif lines:
            found[key] = lines / 100 * 12
        elif value is not None:
            found[key] = value
    line = number(element, "line")
    if line is not None:
        rule = element.get(f"{W}lineRule", "auto")
        found |= {"line": line / (240 if rule == "auto" else 20), "line_rule": rule}
    return found


def _numbering(element: etree._Element) -> Properties:
    found: Properties = {}
    number_id, level = value(element.find(f"{W}numId")), value(element.find(f"{W}ilvl"))
    if number_id is not None:
        found["number_id"] = number_id
    if level is not None:
        found["level"] = whole(level, 0, 8)
    return found


def _tabs(element: etree._Element) -> Properties:
    stops = [(points(tab, "pos"), tab.get(VAL, "left")) for tab in element]
    return {"tabs": tuple((at, kind) for at, kind in stops if at is not None)}


def visible_edges(borders: etree._Element | None) -> frozenset[str]:
    """Which edges of a w:pBdr or w:tcBorders are drawn: "top", "bottom", "left", "right"."""
    names = {"start": "left", "end": "right"}
    edges = ((etree.QName(e).localname, e.get(VAL, "nil")) for e in _children(borders))
    return frozenset(names.get(n, n) for n, v in edges if v not in ("nil", "none"))


def _children(element: etree._Element | None) -> list[etree._Element]:
    return [] if element is None else [e for e in element if isinstance(e.tag, str)]


_PARAGRAPH_READERS: dict[str, Callable[[etree._Element], Properties]] = {
    f"{W}pStyle": _style,
    f"{W}jc": _align,
    f"{W}ind": _indents,
    f"{W}spacing": _spacing,
    f"{W}numPr": _numbering,
    f"{W}tabs": _tabs,
    f"{W}pBdr": lambda element: {"borders": visible_edges(element)},
    f"{W}contextualSpacing": lambda element: {"contextual": is_on(element)},
    f"{W}pageBreakBefore": lambda element: {"breaks_page": is_on(element)},
    f"{W}framePr": lambda element: {"frame_align": element.get(f"{W}xAlign", "")},
}
