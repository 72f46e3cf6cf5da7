"""Text as WordprocessingML paragraphs."""

from cchc_desktop.office.document_style import TextStyle
from cchc_desktop.office.lengths import twips
from cchc_desktop.office.xml_text import escaped


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
