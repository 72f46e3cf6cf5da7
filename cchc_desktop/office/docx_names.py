"""Names, attribute values and wrappers of WordprocessingML (ECMA-376 part 1, chapter 17)."""

from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

VAL = f"{W}val"
PARAGRAPH, STYLE, RUN, TEXT = f"{W}p", f"{W}pStyle", f"{W}r", f"{W}t"
SECTION = f"{W}sectPr"
TABLE, ROW, CELL = f"{W}tbl", f"{W}tr", f"{W}tc"

PLACE = "cchc-place"  # an attribute of ours, in memory only: where an element stands in its part

ON = frozenset(("1", "true", "on"))
_OFF = frozenset(("0", "false", "off", "none"))
_WRAPPERS = frozenset(
    W + name for name in ("ins", "moveTo", "smartTag", "customXml", "hyperlink", "dir", "bdo")
)


def is_on(element: etree._Element | None) -> bool:
    """Whether a toggle such as w:b is there and not switched off."""
    return element is not None and element.get(VAL, "1") not in _OFF


def value(element: etree._Element | None) -> str | None:
    """The w:val of an element, None when either is missing."""
    return None if element is None else element.get(VAL)


def sole_value(element: etree._Element) -> str | None:
    """The w:val of an element that has no other attribute: twice as fast as asking by name."""
    values = element.values()
    return str(values[0]) if len(values) == 1 else element.get(VAL)


def whole(text: str | None, default: int, limit: int = 32767) -> int:
    """A number of an attribute between 0 and Word's own limit; the default when it is no number."""
    try:
        return min(max(int(text or ""), 0), limit)
    except ValueError:
        return default


def unwrapped(parent: etree._Element) -> Iterator[etree._Element]:
    """The children of a part, cell, row or paragraph; content controls, insertions, links and the
    like are taken apart.
    """
    for child in parent:
        if child.tag == f"{W}sdt":
            content = child.find(f"{W}sdtContent")
            if content is not None:
                yield from unwrapped(content)
        elif child.tag in _WRAPPERS:
            yield from unwrapped(child)
        elif isinstance(child.tag, str):
            yield child
