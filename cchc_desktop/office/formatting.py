"""Reads a .docx with its effective formatting, everything resolved as Word would show it."""

from pathlib import Path

from lxml import etree

from cchc_desktop.domain.errors import RefusedInput
from cchc_desktop.office.document_origin import origin_of
from cchc_desktop.office.docx_blocks import BlockReader
from cchc_desktop.office.docx_names import R, W, is_on, unwrapped, value, whole
from cchc_desktop.office.docx_numbering import Numbering
from cchc_desktop.office.docx_places import mark_places, spot
from cchc_desktop.office.docx_properties import number, points
from cchc_desktop.office.docx_revisions import settle
from cchc_desktop.office.effective_styles import EffectiveStyles
from cchc_desktop.office.formatted import FormattedBlock, FormattedDocument, FormattedSection
from cchc_desktop.office.lengths import MM_PER_TWIP
from cchc_desktop.office.package import Package, open_package
from cchc_desktop.office.theme import read_theme

_PAGES = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}Pages"
_A4 = (11906.0, 16838.0)
_WORD_MARGIN = 1440.0
_Parts = dict[str, tuple[FormattedBlock, ...]]


def read_formatting(path: Path) -> FormattedDocument:
    """The document with its effective formatting; RefusedInput when it is no readable .docx."""
    return formatting_of(open_package(path))


def formatting_of(package: Package) -> FormattedDocument:
    """The same of an opened package."""
    if package.kind != "word":
        raise RefusedInput(
            f"Tệp “{package.name}” không phải là tệp Word (.docx); hãy chọn một văn bản Word."
        )
    return _DocumentReader(package).document()


class _DocumentReader:
    def __init__(self, package: Package) -> None:
        self._package = package
        sheet, lists = self._part("styles"), self._part("numbering")
        styles = EffectiveStyles(sheet, read_theme(self._part("theme")))
        self._blocks = BlockReader(styles, Numbering(lists, sheet))
        self._relations = package.relations(package.main)

    def _part(self, kind: str) -> etree._Element | None:
        part = next(self._package.related(self._package.main, kind), None)
        return self._settled(part) if part else None

    def _settled(self, part: str) -> etree._Element:
        root = self._package.xml(part)
        mark_places(root, part)
        settle(root)
        return root

    def document(self) -> FormattedDocument:
        body = self._settled(self._package.main).find(f"{W}body")
        settings = self._part("settings")
        tab = settings.find(f"{W}defaultTabStop") if settings is not None else None
        even = settings.find(f"{W}evenAndOddHeaders") if settings is not None else None
        return FormattedDocument(
            sections=self._sections(body),
            notes=self._notes("footnotes") + self._notes("endnotes"),
            even_and_odd=is_on(even),
            default_tab=points(tab, "val") or 36,
            pages=self._pages(),
            origin=origin_of(self._package),
        )

    def _sections(self, body: etree._Element | None) -> tuple[FormattedSection, ...]:
        sections: list[FormattedSection] = []
        blocks: list[etree._Element] = []
        headers: _Parts = {}
        footers: _Parts = {}
        for element in unwrapped(body) if body is not None else ():
            properties = element if element.tag == f"{W}sectPr" else None
            if properties is None:
                blocks.append(element)
                properties = element.find(f"{W}pPr/{W}sectPr")
            if properties is not None:
                headers = headers | self._margin_parts(properties, "header")
                footers = footers | self._margin_parts(properties, "footer")
                sections.append(self._section(properties, blocks, headers, footers))
                blocks = []
        if blocks or not sections:
            sections.append(self._section(etree.Element(f"{W}sectPr"), blocks, headers, footers))
        return tuple(sections)

    def _section(
        self,
        properties: etree._Element,
        blocks: list[etree._Element],
        headers: _Parts,
        footers: _Parts,
    ) -> FormattedSection:
        size, numbers = properties.find(f"{W}pgSz"), properties.find(f"{W}pgNumType")
        kind = properties.find(f"{W}type")
        first = number(numbers, "start")
        return FormattedSection(
            blocks=self._blocks.read(blocks),
            width_mm=(number(size, "w") or _A4[0]) * MM_PER_TWIP,
            height_mm=(number(size, "h") or _A4[1]) * MM_PER_TWIP,
            margins_mm=_margins(properties.find(f"{W}pgMar")),
            title_page=is_on(properties.find(f"{W}titlePg")),
            starts_page=value(kind) not in ("continuous", "nextColumn"),
            first_number=None if first is None else int(first),
            number_format=numbers.get(f"{W}fmt", "decimal") if numbers is not None else "decimal",
            headers=headers,
            footers=footers,
            at=spot(properties),
        )

    def _margin_parts(self, properties: etree._Element, place: str) -> _Parts:
        found: _Parts = {}
        for reference in properties.findall(f"{W}{place}Reference"):
            relation = self._relations.get(reference.get(f"{R}id", ""))
            if relation is not None and self._package.has(relation.target):
                root = self._settled(relation.target)
                found[reference.get(f"{W}type", "default")] = self._blocks.read(unwrapped(root))
        return found

    def _notes(self, kind: str) -> tuple[FormattedBlock, ...]:
        root = self._part(kind)
        blocks: tuple[FormattedBlock, ...] = ()
        for note in root if root is not None else ():
            if note.get(f"{W}type", "normal") == "normal":
                blocks += self._blocks.read(unwrapped(note))
        return blocks

    def _pages(self) -> int:
        properties = next(self._package.related("", "extended-properties"), None)
        return whole(self._package.xml(properties).findtext(_PAGES), 0) if properties else 0


def _margins(element: etree._Element | None) -> dict[str, float]:
    def margin(*names: str) -> float:
        value = number(element, *names)
        return abs(_WORD_MARGIN if value is None else value) * MM_PER_TWIP

    gutter = (number(element, "gutter") or 0) * MM_PER_TWIP
    return {
        "top": margin("top"),
        "bottom": margin("bottom"),
        "left": margin("left") + gutter,
        "right": margin("right"),
    }
