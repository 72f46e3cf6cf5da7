"""The order in which WordprocessingML wants properties to stand (ECMA-376 part 1, 17.3.1.26,
17.3.2.28, 17.6.17), and putting one in its place.
"""

from lxml import etree

from cchc_desktop.office.docx_names import W

_RUN = """ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline
shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs
highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath
rPrChange"""
_PARAGRAPH = """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr
suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct
autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents
suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr
pPrChange"""
_SECTION = """headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc
pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter
docGrid printerSettings sectPrChange"""
_ORDER = {
    f"{W}{parent}": {f"{W}{name}": place for place, name in enumerate(names.split())}
    for parent, names in (("rPr", _RUN), ("pPr", _PARAGRAPH), ("sectPr", _SECTION))
}


def put(properties: etree._Element, name: str) -> etree._Element:
    """The property of that name, made in its place where it is missing."""
    tag = f"{W}{name}"
    found = properties.find(tag)
    if found is None:
        order = _ORDER[properties.tag]
        found = etree.SubElement(properties, tag)
        last = len(order)  # where later vocabularies stand
        behind = (one for one in properties if order.get(one.tag, last) > order[tag])
        follower = next(behind, None)
        if follower is not None:
            follower.addprevious(found)
    return found


def drop(properties: etree._Element, *names: str) -> None:
    """No properties of those names."""
    for name in names:
        for found in properties.findall(f"{W}{name}"):
            properties.remove(found)


def unset(element: etree._Element, *names: str) -> None:
    """No attributes of those names."""
    for name in names:
        if name in element.attrib:
            del element.attrib[name]


def properties_of(element: etree._Element, name: str) -> etree._Element:
    """The w:rPr of a run, the w:pPr of a paragraph: the first child, made where it is missing."""
    found = element.find(f"{W}{name}")
    if found is None:
        found = etree.Element(f"{W}{name}")
        element.insert(0, found)
    return found
