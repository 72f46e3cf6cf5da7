"""Text as WordprocessingML: escaping and paragraphs."""

from cchc_desktop.office.document_style import TextStyle

# bytes that XML 1.0 forbids; in UTF-8 they are these characters and nothing else
_FORBIDDEN = bytes(set(range(32)) - {9, 10, 13})


def escaped(text: str) -> str:
    """Text for an XML element or attribute."""
    return (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )


def xml_bytes(xml: str) -> bytes:
    """A part of a package in UTF-8, without the characters that XML 1.0 cannot hold."""
    for nonchar in "\ufffe\uffff":
        if nonchar in xml:  # looking is much faster than replacing
            xml = xml.replace(nonchar, "")
    return xml.encode("utf-8", "ignore").translate(None, _FORBIDDEN)


def twips(points: float) -> int:
    """Twentieths of a point."""
    return round(points * 20)


def paragraph_xml(
    text: str,
    role: str,
    style: TextStyle,
    *,
    keep_next: bool = False,
    before: float = 0,
    sides: float = 0,
) -> str:
    """A paragraph of a role, its lines broken at "\\n"; in points, `before` is put over it beyond
    what its role has, `sides` draws it in from both sides.
    """
    properties = f'<w:pStyle w:val="{role}"/>' + ("<w:keepNext/>" if keep_next else "")
    if before > 0:
        properties += f'<w:spacing w:before="{twips(style.before + before)}"/>'
    if sides > 0:
        properties += f'<w:ind w:left="{twips(sides)}" w:right="{twips(sides)}"/>'
    if not text:
        return f"<w:p><w:pPr>{properties}</w:pPr></w:p>"
    as_typed = style.caps and not style.capitalises(text)
    look = '<w:rPr><w:caps w:val="0"/></w:rPr>' if as_typed else ""
    words = escaped(text).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return (
        f"<w:p><w:pPr>{properties}</w:pPr>"
        f'<w:r>{look}<w:t xml:space="preserve">{words}</w:t></w:r></w:p>'
    )
