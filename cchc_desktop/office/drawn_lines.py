"""Horizontal lines drawn with shapes, DrawingML (also in groups) and the older VML: the rules under
Tiêu ngữ, agency and trích yếu.
"""

import re
from collections.abc import Iterator

from lxml import etree

from cchc_desktop.office.formatted import DrawnLine
from cchc_desktop.office.lengths import EMU_PER_POINT, POINTS_PER_MM

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_WPG = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
_V = "{urn:schemas-microsoft-com:vml}"
_O = "{urn:schemas-microsoft-com:office:office}"
_THICKEST = 5.0  # points; a shape higher than this is no line
_SHORTEST = 12.0
_FARTHEST = 100.0  # points below its paragraph
_UNITS = {
    "pt": 1.0,
    "in": 72.0,
    "cm": 10 * POINTS_PER_MM,
    "mm": POINTS_PER_MM,
    "px": 0.75,
    "": 0.75,
    "pc": 12.0,
}
_LENGTH = re.compile(r"(-?[\d.]+)\s*([a-z]*)")
_VML_SHAPES = (f"{_V}line", f"{_V}shape", f"{_V}rect", f"{_V}roundrect", f"{_V}polyline")


def drawn_lines(drawing: etree._Element) -> Iterator[DrawnLine]:
    """The horizontal lines of a w:drawing or a w:pict, nothing for a picture or a box."""
    if drawing.tag.endswith("}pict"):
        yield from _vml_lines(drawing)
        return
    for anchor in drawing:
        extent = anchor.find(f"{_WP}extent")
        if extent is None:
            continue
        width, height = _emu(extent, "cx"), _emu(extent, "cy")
        left, from_page = _position(anchor)
        if _is_line(width, height):
            if anchor.find(f".//{_A}ln/{_A}noFill") is None:
                yield DrawnLine(width, left, from_page, _is_solid(anchor))
            continue
        group = anchor.find(f".//{_WPG}wgp")
        if group is not None:
            yield from _grouped(group, width, height, left, from_page)


def line_drop(run: etree._Element) -> float | None:
    """How far below the upper edge of its paragraph the line of a run is drawn, in points; None
    where that is unknown.
    """
    for vertical in run.iter(f"{_WP}positionV"):
        offset = vertical.findtext(f"{_WP}posOffset")
        if offset is None or vertical.get("relativeFrom") != "paragraph":
            return None
        try:
            return max(int(offset) / EMU_PER_POINT, 0.0)
        except (ValueError, OverflowError):
            return None
    for shape in run.iter(*_VML_SHAPES):
        style = _style(shape)
        start = _pair(shape.get("from"))[1] if shape.get("from") else 0.0
        drop = start or _length(style.get("margin-top", "0"))
        return max(drop, 0.0) if drop < _FARTHEST else None
    return None


def _grouped(
    group: etree._Element, width: float, height: float, left: float | None, from_page: bool
) -> Iterator[DrawnLine]:
    inner = group.find(f"{_WPG}grpSpPr/{_A}xfrm/{_A}chExt")
    across = width / (_emu(inner, "cx") or width) if inner is not None else 1.0
    down = height / (_emu(inner, "cy") or height) if inner is not None else 1.0
    origin = group.find(f"{_WPG}grpSpPr/{_A}xfrm/{_A}chOff")
    start = _emu(origin, "x") if origin is not None else 0.0
    for shape in group.iter(f"{_WPS}wsp"):
        frame = shape.find(f"{_WPS}spPr/{_A}xfrm")
        if frame is None:
            continue
        size, offset = frame.find(f"{_A}ext"), frame.find(f"{_A}off")
        if size is None or not _is_line(_emu(size, "cx") * across, _emu(size, "cy") * down):
            continue
        at = None
        if left is not None and offset is not None:
            at = left + (_emu(offset, "x") - start) * across
        yield DrawnLine(_emu(size, "cx") * across, at, from_page, _is_solid(shape))


def _position(anchor: etree._Element) -> tuple[float | None, bool]:
    horizontal = anchor.find(f"{_WP}positionH")
    offset = horizontal.find(f"{_WP}posOffset") if horizontal is not None else None
    if horizontal is None or offset is None:
        return None, False
    try:
        left = int(offset.text or "0") / EMU_PER_POINT
    except (ValueError, OverflowError):
        return None, False
    return left, horizontal.get("relativeFrom") == "page"


def _is_solid(shape: etree._Element) -> bool:
    dash = shape.find(f".//{_A}ln/{_A}prstDash")
    return dash is None or dash.get("val", "solid") == "solid"


def _is_line(width: float, height: float) -> bool:
    return width >= _SHORTEST and height <= _THICKEST


def _emu(element: etree._Element | None, name: str) -> float:
    try:
        return int(element.get(name, "0")) / EMU_PER_POINT if element is not None else 0.0
    except (ValueError, OverflowError):
        return 0.0


def _vml_lines(
    parent: etree._Element, scale: float = 1.0, left: float = 0.0
) -> Iterator[DrawnLine]:
    for shape in parent:
        if shape.tag == f"{_V}group":
            style = _style(shape)
            # bare numbers inside count the group's own units, and so does its coordsize
            across = _length(style.get("width", "0")) / (_pair(shape.get("coordsize"))[0] or 1)
            start = _length(style.get("margin-left", "0"))
            origin = _pair(shape.get("coordorigin"))[0] * across
            yield from _vml_lines(shape, scale * across, left + (start - origin) * scale)
        elif shape.tag in _VML_SHAPES and shape.get("stroked", "t") not in ("f", "false"):
            yield from _vml_line(shape, scale, left)


def _vml_line(shape: etree._Element, scale: float, left: float) -> Iterator[DrawnLine]:
    style = _style(shape)
    if shape.tag == f"{_V}line" and shape.get("from") and shape.get("to"):
        (x1, y1), (x2, y2) = _pair(shape.get("from")), _pair(shape.get("to"))
        width, height, start = abs(x2 - x1), abs(y2 - y1), min(x1, x2)
    else:
        width, height = _length(style.get("width", "0")), _length(style.get("height", "0"))
        start = _length(style.get("margin-left", style.get("left", "0")))
    if not _is_line(width * scale, height * scale):
        return
    stroke = shape.find(f"{_V}stroke")
    dash = stroke.get("dashstyle", "solid") if stroke is not None else "solid"
    aligned = style.get("mso-position-horizontal", "absolute") != "absolute"
    from_page = style.get("mso-position-horizontal-relative") == "page"
    at = None if aligned or shape.get(f"{_O}hr") else left + start * scale
    yield DrawnLine(width * scale, at, from_page, dash == "solid")


def _style(shape: etree._Element) -> dict[str, str]:
    pairs = (part.partition(":") for part in shape.get("style", "").split(";"))
    return {name.strip(): value.strip() for name, _, value in pairs if name.strip()}


def _length(text: str) -> float:
    match = _LENGTH.match(text.strip())
    if not match:
        return 0.0
    try:
        return float(match[1]) * _UNITS.get(match[2], 1.0)
    except ValueError:
        return 0.0


def _pair(text: str | None) -> tuple[float, float]:
    x, _, y = (text or "0,0").partition(",")
    return _length(x or "0"), _length(y or "0")
