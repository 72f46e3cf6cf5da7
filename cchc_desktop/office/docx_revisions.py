"""Makes a Word part say what is printed: tracked changes accepted; stand-ins for older programs,
phonetic guides and placeholders of content controls dropped.
"""

from collections.abc import Iterable
from itertools import islice

from lxml import etree

from cchc_desktop.office.docx_names import CELL, MC, PARAGRAPH, ROW, TABLE, TEXT, W, is_on

_ADDED = frozenset((f"{W}ins", f"{W}moveTo", f"{W}cellIns"))
_REMOVED = frozenset((f"{W}del", f"{W}moveFrom"))
_CELL_REMOVED = f"{W}cellDel"
_FORMER_LOOKS = frozenset(
    f"{W}{name}"
    for name in (
        "rPrChange", "pPrChange", "tblPrChange", "tblPrExChange", "trPrChange", "tcPrChange",
        "tblGridChange", "sectPrChange", "numberingChange",
    )
)  # fmt: skip
_CHANGES = _ADDED | _REMOVED | _FORMER_LOOKS | {_CELL_REMOVED}
_UNPRINTED = frozenset((f"{MC}Fallback", f"{W}rt"))
_PLACEHOLDER = f"{W}showingPlcHdr"
_PROPERTIES = f"{W}pPr"


def settle(root: etree._Element) -> bool:
    """Changes the part in place; True when it held tracked changes."""
    found = list(root.iter(*_CHANGES, *_UNPRINTED, _PLACEHOLDER))
    for element in _dropped(root, found):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    return not _CHANGES.isdisjoint(element.tag for element in found)


def _dropped(root: etree._Element, found: Iterable[etree._Element]) -> set[etree._Element]:
    """What is to be dropped; what stays is already changed."""
    dropped: set[etree._Element] = set()
    joined: list[etree._Element] = []
    for element in found:
        tag, parent = element.tag, element.getparent()
        if tag == _PLACEHOLDER:
            _empty_control(element)
        elif tag == _CELL_REMOVED:
            dropped.update(_around(element, CELL))
        elif tag in _REMOVED and parent is not None and parent.tag == f"{W}trPr":
            dropped.update(_around(element, ROW))
        elif tag in _REMOVED and parent is not None and parent.tag == f"{W}rPr":
            joined.append(next(parent.iterancestors(PARAGRAPH), root))
        elif tag not in _ADDED:
            dropped.add(element)
    _join(joined, dropped)
    return dropped


def _around(element: etree._Element, tag: str) -> Iterable[etree._Element]:
    """The innermost element of that tag around one, if any."""
    return islice(element.iterancestors(tag), 1)


def _join(paragraphs: list[etree._Element], dropped: set[etree._Element]) -> None:
    """Moves the content before each removed paragraph mark into the paragraph that follows."""
    reached: dict[etree._Element, etree._Element] = {}
    for paragraph in reversed(paragraphs):
        following = next(paragraph.itersiblings(PARAGRAPH, TABLE), None)
        if following is None or following.tag == TABLE:
            continue
        target = reached[paragraph] = reached.get(following, following)
        at = 1 if target.find(_PROPERTIES) is not None else 0
        target[at:at] = [
            child for child in paragraph if child.tag != _PROPERTIES and child not in dropped
        ]


def _empty_control(placeholder: etree._Element) -> None:
    control = next(placeholder.iterancestors(f"{W}sdt"), None)
    content = None if control is None else control.find(f"{W}sdtContent")
    if content is not None and is_on(placeholder):
        for text in content.iter(TEXT):
            text.text = ""
