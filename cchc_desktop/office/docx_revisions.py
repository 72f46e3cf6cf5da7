"""Makes a Word part say what is printed: tracked changes accepted, stand-ins for older programs and
placeholders of content controls dropped.
"""

from lxml import etree

from cchc_desktop.office.docx_names import CELL, MC, PARAGRAPH, ROW, TABLE, TEXT, W, is_on

_REMOVED = frozenset((f"{W}del", f"{W}moveFrom"))
_FORMER_LOOKS = frozenset(
    f"{W}{name}"
    for name in (
        "rPrChange", "pPrChange", "tblPrChange", "tblPrExChange", "trPrChange", "tcPrChange",
        "tblGridChange", "sectPrChange", "numberingChange",
    )
)  # fmt: skip
_CELL_REMOVED = f"{W}cellDel"
_ADDED = (f"{W}ins", f"{W}moveTo", f"{W}cellIns")
_PROPERTIES = f"{W}pPr"


def settle(root: etree._Element) -> bool:
    """Changes the part in place; True when it held tracked changes."""
    etree.strip_elements(root, f"{MC}Fallback", f"{W}rt", with_tail=False)
    for placeholder in root.iter(f"{W}showingPlcHdr"):
        _empty_control(placeholder)
    return _accept_changes(root)


def _accept_changes(root: etree._Element) -> bool:
    changes = list(root.iter(*_REMOVED, *_FORMER_LOOKS, *_ADDED, _CELL_REMOVED))
    joined: list[etree._Element] = []
    for change in changes:
        parent = change.getparent()
        if parent is None or change.tag in _ADDED:
            continue
        if change.tag == _CELL_REMOVED:
            _remove_around(change, CELL)
        elif change.tag in _FORMER_LOOKS:
            parent.remove(change)
        elif parent.tag == f"{W}trPr":
            _remove_around(change, ROW)
        elif parent.tag == f"{W}rPr":
            joined.append(next(parent.iterancestors(PARAGRAPH), root))
        else:
            parent.remove(change)
    for paragraph in joined:
        _join_next(paragraph)
    return bool(changes)


def _remove_around(element: etree._Element, tag: str) -> None:
    around = next(element.iterancestors(tag), None)
    parent = None if around is None else around.getparent()
    if around is not None and parent is not None:
        parent.remove(around)


def _join_next(paragraph: etree._Element) -> None:
    """Moves the content before a removed paragraph mark into the paragraph that follows."""
    following = next(paragraph.itersiblings(PARAGRAPH, TABLE), None)
    if following is None or following.tag == TABLE:
        return
    content = [child for child in paragraph if child.tag != _PROPERTIES]
    at = 1 if following.find(_PROPERTIES) is not None else 0
    following[at:at] = content


def _empty_control(placeholder: etree._Element) -> None:
    control = next(placeholder.iterancestors(f"{W}sdt"), None)
    content = None if control is None else control.find(f"{W}sdtContent")
    if content is not None and is_on(placeholder):
        for text in content.iter(TEXT):
            text.text = ""
