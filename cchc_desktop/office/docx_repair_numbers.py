"""Mends page numbers, with the headers and footers that they stand in, and the sections' sheets."""

import re
from collections.abc import Iterator
from itertools import count
from typing import Protocol

from lxml import etree

from cchc_desktop.office.docx_names import PARAGRAPH, RUN, SECTION, VAL, R, W
from cchc_desktop.office.docx_repair_sheets import make_room, set_sheet
from cchc_desktop.office.docx_repair_text import set_look
from cchc_desktop.office.file_repairs import DropNumbers, FileRepair, Look, NumberPages, SheetLook
from cchc_desktop.office.formatted import Spot
from cchc_desktop.office.package import Package, relations_name
from cchc_desktop.office.wordml_order import properties_of, put

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_HEADER_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_MAIN = W[1:-1]
_NUMBER_FIELD = re.compile(r"\s*(PAGE|NUMPAGES|SECTIONPAGES)\b")
_ROUND_NUMBER = re.compile(r"(trang|page|of|trên|[\s\d/|.:–-])*", re.IGNORECASE)
_FIGURES = re.compile(r"\\\*\s*(roman|alphabetic|cardtext|ordtext)", re.IGNORECASE)


class Parts(Protocol):
    """The parts of the file that is mended."""

    roots: dict[str, etree._Element]  # of the parts to be written, new ones too

    def root(self, part: str) -> etree._Element: ...

    def element(self, at: Spot, tag: str) -> etree._Element: ...


class SectionMender:
    """Mends the sections of one file."""

    def __init__(self, package: Package, parts: Parts) -> None:
        self._package, self._parts = package, parts
        self._main = package.main
        self._made: dict[str, str] = {}  # new headers by the id of their relation

    def do(self, one: FileRepair) -> None:
        """One repair of a section."""
        match one:
            case SheetLook():
                section = self._parts.element(one.at, SECTION)
                set_sheet(section, one)
                if one.arabic:
                    self._write_arabic(section)
            case NumberPages():
                section = self._parts.element(one.at, SECTION)
                for kind in ("default", "even") if one.even else ("default",):
                    self._number(section, kind, one.look)
            case DropNumbers(footers=True):
                for part in set(self._references("footer")):
                    _without_numbers(self._parts.root(part))
            case DropNumbers():
                self._hide_first(self._parts.element(one.at, SECTION))

    def _sections(self) -> list[etree._Element]:
        """The sections in order, former looks left out."""
        changes = f"{W}sectPrChange"
        return [
            one
            for one in self._parts.root(self._main).iter(SECTION)
            if next(one.iterancestors(changes), None) is None
        ]

    def _references(self, place: str) -> Iterator[str]:
        """The headers or footers that sections name."""
        for section in self._sections():
            for reference in section.findall(f"{W}{place}Reference"):
                part = self._target(reference)
                if part:
                    yield part

    def _target(self, reference: etree._Element) -> str:
        name = reference.get(f"{R}id", "")
        relation = self._package.relations(self._main).get(name)
        if relation is not None and self._package.has(relation.target):
            return relation.target
        return self._made.get(name, "")

    def _header(self, section: etree._Element, kind: str) -> etree._Element | None:
        """The header of that kind that a section has, by itself or from one before it."""
        sections = self._sections()
        for one in reversed(sections[: sections.index(section) + 1]):
            for reference in one.findall(f"{W}headerReference"):
                if reference.get(f"{W}type", "default") == kind:
                    part = self._target(reference)
                    return self._parts.root(part) if part else None
        return None

    def _number(self, section: etree._Element, kind: str, look: Look) -> None:
        header = self._header(section, kind)
        if header is None:
            header = self._new_header(section, kind)
        if next(_fields(header), None) is not None:
            return
        first = header.find(PARAGRAPH)
        number = _number_paragraph(look)
        header.insert(0, number)
        if first is not None and len(header) == 2 and first.find(f".//{RUN}") is None:
            header.remove(first)  # it was empty
        for one in self._sections():
            make_room(one)

    def _new_header(self, section: etree._Element, kind: str) -> etree._Element:
        """An empty header, named by the section, by the links and the list of parts."""
        links = self._parts.root(relations_name(self._main))
        taken = {link.get("Id") for link in links} | set(self._made)
        name = next(f"rIdTrang{n}" for n in count(1) if f"rIdTrang{n}" not in taken)
        part = f"{self._main.rpartition('/')[0]}/headerTrang{name.removeprefix('rIdTrang')}.xml"
        etree.SubElement(
            links,
            f"{{{_RELATIONS}}}Relationship",
            Id=name,
            Type=_RELATION,
            Target=f"/{part}",
        )
        types = self._parts.root("[Content_Types].xml")
        etree.SubElement(types, f"{_TYPES}Override", PartName=f"/{part}", ContentType=_HEADER_TYPE)
        root = etree.Element(f"{W}hdr", nsmap={"w": _MAIN})
        self._parts.roots[part] = root
        self._made[name] = part
        drop_reference(section, kind)
        reference = etree.Element(f"{W}headerReference")
        reference.set(f"{W}type", kind)
        reference.set(f"{R}id", name)
        section.insert(0, reference)
        return root

    def _hide_first(self, section: etree._Element) -> None:
        """No number on the first pages of a section."""
        header = self._header(section, "first")
        if header is None:
            return
        shared = any(self._header(section, kind) is header for kind in ("default", "even"))
        if shared:
            drop_reference(section, "first")
        else:
            _without_numbers(header)

    def _write_arabic(self, section: etree._Element) -> None:
        for kind in ("default", "even", "first"):
            header = self._header(section, kind)
            for code in header.iter(f"{W}instrText") if header is not None else ():
                code.text = _FIGURES.sub("", code.text or "")
            for field in header.iter(f"{W}fldSimple") if header is not None else ():
                field.set(f"{W}instr", _FIGURES.sub("", field.get(f"{W}instr", "")))


def drop_reference(section: etree._Element, kind: str) -> None:
    """The section names no header of that kind."""
    for reference in section.findall(f"{W}headerReference"):
        if reference.get(f"{W}type", "default") == kind:
            section.remove(reference)


def _number_paragraph(look: Look) -> etree._Element:
    """A centred PAGE field."""
    number = etree.Element(PARAGRAPH)
    properties = properties_of(number, "pPr")
    spacing, indents = put(properties, "spacing"), put(properties, "ind")
    for name, value in (("before", "0"), ("after", "0"), ("line", "240"), ("lineRule", "auto")):
        spacing.set(W + name, value)
    for name in ("left", "right", "firstLine"):
        indents.set(W + name, "0")
    put(properties, "jc").set(VAL, "center")
    for kind in ("begin", "code", "separate", "result", "end"):
        run = etree.SubElement(number, RUN)
        set_look(properties_of(run, "rPr"), look)
        if kind == "code":
            etree.SubElement(run, f"{W}instrText").text = "PAGE"
        elif kind == "result":
            etree.SubElement(run, f"{W}t").text = "2"
        else:
            etree.SubElement(run, f"{W}fldChar").set(f"{W}fldCharType", kind)
    return number


def _fields(root: etree._Element) -> Iterator[etree._Element]:
    """The codes of page numbers in a header or footer."""
    for code in root.iter(f"{W}instrText"):
        if _NUMBER_FIELD.match(code.text or ""):
            yield code
    for field in root.iter(f"{W}fldSimple"):
        if _NUMBER_FIELD.match(field.get(f"{W}instr", "")):
            yield field


def _without_numbers(root: etree._Element) -> None:
    """No page numbers in a header or footer, nor the words that stood round them."""
    paragraphs = {next(code.iterancestors(PARAGRAPH)): None for code in _fields(root)}
    for paragraph in paragraphs:
        words = "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
        alone = _ROUND_NUMBER.fullmatch(words) is not None
        for child in list(paragraph) if alone else _field_runs(paragraph):
            holder = child.getparent()
            if child.tag != f"{W}pPr" and holder is not None:
                holder.remove(child)


def _field_runs(paragraph: etree._Element) -> list[etree._Element]:
    """The runs of the page numbers in a paragraph that says more."""
    found = [f for f in paragraph.iter(f"{W}fldSimple") if f in set(_fields(paragraph))]
    field: list[etree._Element] = []
    numbers = depth = 0
    for run in paragraph.iter(RUN):
        for mark in run.iter(f"{W}fldChar", f"{W}instrText"):
            kind = mark.get(f"{W}fldCharType")
            depth += {"begin": 1, "end": 0}.get(kind or "", 0)
            numbers += mark.tag == f"{W}instrText" and bool(_NUMBER_FIELD.match(mark.text or ""))
            if kind == "end" and depth:
                depth -= 1
                field.append(run)
                found += field if numbers else []
                field, numbers = ([], 0) if not depth else (field, numbers)
        if depth:
            field.append(run)
    return list(dict.fromkeys(found))
