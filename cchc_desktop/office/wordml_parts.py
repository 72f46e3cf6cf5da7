"""The parts of a .docx beside its text: styles made from the roles, settings, the page number,
properties.
"""

from collections.abc import Iterable, Iterator

from cchc_desktop.domain.content import Origin
from cchc_desktop.office.document_origin import with_origin
from cchc_desktop.office.document_style import DocumentStyle, Page, TextStyle
from cchc_desktop.office.lengths import POINTS_PER_MM, twips
from cchc_desktop.office.wordml_drawing import NAMESPACES
from cchc_desktop.office.xml_text import escaped

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEADER_ID = "rId4"

_CONTENT_TYPES = f"""{_XML}<Types xmlns="{_PACKAGE}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>\
<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/>\
<Override PartName="/word/settings.xml" ContentType="{_WORD}.settings+xml"/>\
<Override PartName="/word/fontTable.xml" ContentType="{_WORD}.fontTable+xml"/>\
<Override PartName="/word/header1.xml" ContentType="{_WORD}.header+xml"/>\
<Override PartName="/docProps/core.xml" \
ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
<Override PartName="/docProps/app.xml" \
ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>"""

_PACKAGE_RELATIONS = f"""{_XML}<Relationships xmlns="{_PACKAGE}/relationships">\
<Relationship Id="rId1" Type="{_RELATION}/officeDocument" Target="word/document.xml"/>\
<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" \
Target="docProps/core.xml"/>\
<Relationship Id="rId3" Type="{_RELATION}/extended-properties" Target="docProps/app.xml"/>\
</Relationships>"""

_DOCUMENT_RELATIONS = f"""{_XML}<Relationships xmlns="{_PACKAGE}/relationships">\
<Relationship Id="rId1" Type="{_RELATION}/styles" Target="styles.xml"/>\
<Relationship Id="rId2" Type="{_RELATION}/settings" Target="settings.xml"/>\
<Relationship Id="rId3" Type="{_RELATION}/fontTable" Target="fontTable.xml"/>\
<Relationship Id="{_HEADER_ID}" Type="{_RELATION}/header" Target="header1.xml"/>\
</Relationships>"""

# compatibilityMode 15: laid out as Word 2013 and later do
_SETTINGS = f"""{_XML}<w:settings {_MAIN}><w:zoom w:percent="100"/>\
<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>\
<w:compatSetting w:name="compatibilityMode" \
w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>\
<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>"""

_HEADER = f"""{_XML}<w:hdr {_MAIN}><w:p><w:pPr><w:pStyle w:val="page_number"/></w:pPr>\
<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE \
</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>\
<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>"""

_APP = f"""{_XML}<Properties \
xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">\
<Application>CCHC Desktop</Application></Properties>"""


def other_parts(
    title: str, author: str, style: DocumentStyle, origin: Origin | None
) -> dict[str, str]:
    """All parts but the text itself, by name, in the order of the package."""
    parts = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _PACKAGE_RELATIONS,
        "docProps/core.xml": _core(title, author),
        "docProps/app.xml": _APP,
        "word/_rels/document.xml.rels": _DOCUMENT_RELATIONS,
        "word/styles.xml": _styles(style),
        "word/settings.xml": _SETTINGS,
        "word/fontTable.xml": _font_table(style.font),
        "word/header1.xml": _HEADER,
    }
    return parts if origin is None else with_origin(parts, origin)


def document_part(body: Iterable[bytes]) -> Iterator[bytes]:
    """The part of the text, piece by piece."""
    yield f"{_XML}<w:document {NAMESPACES}><w:body>".encode()
    yield from body
    yield b"</w:body></w:document>"


def section_xml(page: Page, *, landscape: bool = False, restart: bool = False) -> str:
    """The properties of a section: its sheet, and the page number in the head of all its pages but
    the first (Phụ lục I, Phần I Mục II); `restart`: they begin at 1 again.
    """
    width, height = (page.height, page.width) if landscape else (page.width, page.height)
    turned = ' w:orient="landscape"' if landscape else ""
    start = '<w:pgNumType w:start="1"/>' if restart else ""
    margins = {
        "top": page.top,
        "right": page.right,
        "bottom": page.bottom,
        "left": page.left,
        "header": page.header,
        "footer": page.header,
        "gutter": 0,
    }
    sides = " ".join(f'w:{side}="{_mm(value)}"' for side, value in margins.items())
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{_HEADER_ID}"/>'
        f'<w:type w:val="nextPage"/><w:pgSz w:w="{_mm(width)}" w:h="{_mm(height)}"{turned}/>'
        f'<w:pgMar {sides}/>{start}<w:cols w:space="708"/><w:titlePg/></w:sectPr>'
    )


def _mm(value: float) -> int:
    return twips(value * POINTS_PER_MM)


def _core(title: str, author: str) -> str:
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escaped(title)}</dc:title><dc:creator>{escaped(author)}</dc:creator>"
        "<dc:language>vi-VN</dc:language></cp:coreProperties>"
    )


def _font_table(font: str) -> str:
    return (
        f'{_XML}<w:fonts {_MAIN}><w:font w:name="{font}"><w:family w:val="roman"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def _styles(style: DocumentStyle) -> str:
    fonts = " ".join(f'w:{kind}="{style.font}"' for kind in ("ascii", "hAnsi", "eastAsia", "cs"))
    size = round(style.roles["body"].size * 2)
    look = (
        f'<w:rPr><w:rFonts {fonts}/><w:color w:val="000000"/><w:sz w:val="{size}"/>'
        f'<w:szCs w:val="{size}"/>'
        f'<w:lang w:val="{style.language}" w:eastAsia="{style.language}" w:bidi="ar-SA"/></w:rPr>'
    )
    return (
        f"{_XML}<w:styles {_MAIN}><w:docDefaults><w:rPrDefault>{look}</w:rPrDefault>"
        "<w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"<w:qFormat/>{look}</w:style>"
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name '
        'w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        + "".join(_style(role, look) for role, look in style.roles.items())
        + "</w:styles>"
    )


def _style(role: str, look: TextStyle) -> str:
    """A role as a paragraph style; the order of elements is the schema's."""
    rule, line = ("exact", twips(look.exact)) if look.exact else ("auto", round(look.line * 240))
    left, first_line = _mm(look.left), _mm(look.first_line)
    outline = "" if look.outline is None else f'<w:outlineLvl w:val="{look.outline}"/>'
    size = round(look.size * 2)
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{role}">'
        f'<w:name w:val="{look.name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>'
        + ("<w:keepNext/>" if look.keep_next else "")
        + f'<w:spacing w:before="{twips(look.before)}" w:after="{twips(look.after)}" '
        f'w:line="{line}" w:lineRule="{rule}"/>'
        f'<w:ind w:left="{left}" w:firstLine="{first_line}"/><w:jc w:val="{look.align}"/>{outline}'
        "</w:pPr><w:rPr>"
        + ("<w:b/><w:bCs/>" if look.bold else "")
        + ("<w:i/><w:iCs/>" if look.italic else "")
        + ("<w:caps/>" if look.caps else "")
        + f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )
