"""Rules as real drawn lines: a DrawingML line for Word 2010 and later, VML for older readers."""

from lxml import etree

from cchc_desktop.office.document_style import document_style
from cchc_desktop.office.lengths import emu, twips
from cchc_desktop.office.letterhead import RULE_DROP

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in (
        ("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
        ("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
        ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
        ("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
        ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
        ("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
        ("v", "urn:schemas-microsoft-com:vml"),
        ("o", "urn:schemas-microsoft-com:office:office"),
    )
)


def rule_paragraph(length: float, thickness: float, number: int, role: str) -> str:
    """A thin paragraph of `role` that holds a centred rule of `length` points; no rule for 0."""
    rule = _rule(length, thickness, number) if length else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{role}"/></w:pPr>{rule}</w:p>'


def rule_below(length: float, number: int) -> etree._Element:
    """The same for a file with styles of its own: the paragraph says by itself how thin it is."""
    look = document_style().roles["rule"]
    thickness = document_style().rule.thickness
    return etree.fromstring(
        f"<w:p {NAMESPACES}><w:pPr>"
        f'<w:spacing w:before="0" w:after="0" w:line="{twips(look.exact)}" w:lineRule="exact"/>'
        '<w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="center"/></w:pPr>'
        f"{_rule(length, thickness, number)}</w:p>"
    )


def rule_run(length: float, number: int, drop: float | None) -> etree._Element:
    """A run with a rule `drop` points below the upper edge of its paragraph, by default as far as
    in a thin one.
    """
    run = _rule(
        length, document_style().rule.thickness, number, RULE_DROP if drop is None else drop
    )
    return etree.fromstring(f"<w:p {NAMESPACES}>{run}</w:p>")[0]


def _rule(length: float, thickness: float, number: int, drop: float = RULE_DROP) -> str:
    extent = f'cx="{emu(length)}" cy="0"'
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        f'relativeHeight="{number}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph">'
        f"<wp:posOffset>{emu(drop)}</wp:posOffset></wp:positionV>"
        f'<wp:extent {extent}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="Đường kẻ {number}"/><wp:cNvGraphicFramePr/>'
        "<a:graphic><a:graphicData "
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        "<wps:wsp><wps:cNvCnPr/><wps:spPr>"
        f'<a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f'<a:ln w="{emu(thickness)}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
        "</a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
        "</w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f'<v:line id="rule{number}" from="0,0" to="{length:.2f}pt,0" strokecolor="black" '
        f'strokeweight="{thickness}pt" style="position:absolute;margin-left:0;'
        f"margin-top:{drop:g}pt;width:{length:.2f}pt;height:0;z-index:{number};mso-position-horizontal:center;"
        'mso-position-horizontal-relative:text;mso-position-vertical-relative:text"/>'
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
