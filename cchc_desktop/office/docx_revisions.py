"""Makes a Word part say what is printed: tracked changes accepted; stand-ins for older programs,
phonetic guides and placeholders of content controls dropped.
"""

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
_DROPPED = "dropped"  # renamed first and dropped in one go: lxml detaches single elements slowly


def settle(root: etree._Element) -> bool:
    """Changes the part in place; True when it held tracked changes."""
    found = list(root.iter(*_CHANGES, *_UNPRINTED, _PLACEHOLDER))
    if not found:  # no second pass over a large part
        return False
    tracked = not _CHANGES.isdisjoint(element.tag for element in found)
    _mark_dropped(root, found)
    etree.strip_elements(root, _DROPPED, with_tail=False)
    return tracked


def _mark_dropped(root: etree._Element, found: list[etree._Element]) -> None:
    joined: list[etree._Element] = []
    for element in found:
        tag, parent = element.tag, element.getparent()
        if tag == _PLACEHOLDER:
            _empty_control(element)
        elif tag == _CELL_REMOVED:
            _drop_around(element, CELL)
        elif tag in _REMOVED and parent is not None and parent.tag == f"{W}trPr":
            _drop_around(element, ROW)
        elif tag in _REMOVED and parent is not None and parent.tag == f"{W}rPr":
            joined.append(next(parent.iterancestors(PARAGRAPH), root))
        elif tag not in _ADDED:
            element.tag = _DROPPED
    _join(joined)


def _drop_around(element: etree._Element, tag: str) -> None:
    around = next(element.iterancestors(tag), None)
    if around is not None:
        around.tag = _DROPPED


def _join(paragraphs: list[etree._Element]) -> None:
    """Moves the content before each removed paragraph mark into the paragraph that follows."""
    reached: dict[etree._Element, etree._Element] = {}
    for paragraph in reversed(paragraphs):
        following = next(paragraph.itersiblings(PARAGRAPH, TABLE), None)
        if following is None or following.tag == TABLE:
            continue
        target = reached[paragraph] = reached.get(following, following)
        at = 1 if target.find(_PROPERTIES) is not None else 0
        target[at:at] = [child for child in paragraph if child.tag not in (_PROPERTIES, _DROPPED)]


def _empty_control(placeholder: etree._Element) -> None:
    control = next(placeholder.iterancestors(f"{W}sdt"), None)
    content = None if control is None else control.find(f"{W}sdtContent")
    if content is not None and is_on(placeholder):
        for text in content.iter(TEXT):
            text.text = ""
