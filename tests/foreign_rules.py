"""The short rules of a letterhead as other programs set them: drawn, a border, typed."""

from collections.abc import Callable
from itertools import count

from docx.oxml import parse_xml
from docx.shared import Pt
from docx.text.paragraph import Paragraph

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_SHAPES = " ".join(
    (
        W,
        'xmlns:v="urn:schemas-microsoft-com:vml"',
        'xmlns:o="urn:schemas-microsoft-com:office:office"',
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
    )
)
Rule = Callable[[Paragraph, float, float], None]  # paragraph, length, left edge: points
_shape_ids = count(1)


def drawn(paragraph: Paragraph, length: float, left: float, *, top: float = 3) -> None:
    """A connector in DrawingML, centred."""
    number = next(_shape_ids)
    paragraph._p.append(
        parse_xml(
            f"<w:r {_SHAPES}><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
            '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
            f'relativeHeight="{number}" behindDoc="0" locked="0" layoutInCell="1" '
            'allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column">'
            '<wp:align>center</wp:align></wp:positionH><wp:positionV relativeFrom="paragraph">'
            f"<wp:posOffset>{int(top * 12700)}</wp:posOffset></wp:positionV>"
            f'<wp:extent cx="{int(length * 12700)}" cy="0"/>'
            '<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
            f'<wp:docPr id="{number}" name="Straight Connector {number}"/><wp:cNvGraphicFramePr/>'
            '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/'
            'wordprocessingShape"><wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
            f'<a:ext cx="{int(length * 12700)}" cy="0"/></a:xfrm><a:prstGeom prst="line">'
            '<a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/>'
            "</a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
            "</wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
        )
    )


def arrow(paragraph: Paragraph, length: float, left: float, *, top: float = 3) -> None:
    """A straight connector as Word 2007 drew it, in VML."""
    number = next(_shape_ids)
    paragraph._p.append(
        parse_xml(
            f'<w:r {_SHAPES}><w:pict><v:shapetype id="_x0000_t32" coordsize="21600,21600" '
            'o:spt="32" path="m,l21600,21600e" filled="f"><v:path arrowok="t" fillok="f" '
            f'o:connecttype="none"/></v:shapetype><v:shape id="s{number}" type="#_x0000_t32" '
            f'style="position:absolute;margin-left:{left}pt;margin-top:{top}pt;width:{length}pt;'
            f'height:0;z-index:{number}" o:connectortype="straight"/></w:pict></w:r>'
        )
    )


def bordered(paragraph: Paragraph, length: float, left: float) -> None:
    """A border over an empty paragraph that is drawn in from both sides."""
    p_pr = paragraph._p.get_or_add_pPr()
    p_pr.append(
        parse_xml(
            f'<w:pBdr {W}><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
        )
    )
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Pt(left)


def typed(paragraph: Paragraph, length: float, left: float) -> None:
    """Underscores."""
    paragraph.add_run("_" * round(length / 7)).font.size = Pt(14)
