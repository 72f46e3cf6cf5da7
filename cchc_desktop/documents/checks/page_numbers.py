"""Holds page numbers against the decree (Phụ lục I, Mục I, khoản 7; Mục III, khoản 1.đ)."""

import re
from dataclasses import replace

from cchc_desktop.documents.checks.findings import Findings
from cchc_desktop.documents.form.page_count import estimated_pages
from cchc_desktop.documents.form.parts import Form
from cchc_desktop.documents.form.pieces import Piece, Place
from cchc_desktop.office.formatted import (
    FormattedBlock,
    FormattedDocument,
    FormattedParagraph,
    FormattedRun,
    FormattedSection,
    paragraphs,
)

_LATIN_DIGITS = frozenset(("decimal", "numberInDash", "decimalZero"))
_OTHER_FIGURES = re.compile(r"\\\*\s*(roman|alphabetic|cardtext|ordtext)", re.IGNORECASE)
_MANY_PAGES = 1.15  # estimated pages that are surely more than one
_FRAMED = {"center": "center", "right": "right", "outside": "right"}
_CENTRE_SLACK = 24.0  # points


def check_page_numbers(document: FormattedDocument, form: Form, findings: Findings) -> None:
    """Where page numbers stand, how they look and count, for the document and each phụ lục."""
    starts = {id(a.lines[0].place.section): a.lines[0] for a in reversed(form.appendices)}
    numbered = [_numbers(section.headers.get("default", ())) for section in document.sections]
    in_footer = any(
        _numbers(part) for section in document.sections for part in section.footers.values()
    )
    if in_footer:
        findings.add("page_number.place", "số trang ở lề dưới", of=document.sections[0])
    for at, section in enumerate(document.sections):
        begins = at == 0 or id(section) in starts
        place = _section_place(at, section, starts)
        if not in_footer and _lacks_number(document, section, bool(numbered[at]), begins):
            findings.add(
                "page_number.missing", "không có số trang trong lề trên", place, of=section
            )
        if begins and _shows_first(section, bool(numbered[at])):
            findings.add("page_number.first_page", "trang đầu có số trang", place, of=section)
        _check_count(section, at == 0, place, findings)
        for kind, part in section.headers.items():
            if kind != "first" or section.title_page:
                _check_looks(part, section, place, findings)
    _check_appendix_count(document, form, findings)


def _section_place(at: int, section: FormattedSection, starts: dict[int, Piece]) -> str:
    return f"Phần {at + 1}" + (" (phụ lục)" if id(section) in starts else "")


def _numbers(
    blocks: tuple[FormattedBlock, ...],
) -> list[tuple[FormattedParagraph, FormattedRun]]:
    """The page numbers in a header or footer, with their paragraphs."""
    return [
        (paragraph, run)
        for paragraph in paragraphs(blocks)
        for run in paragraph.runs
        if run.field.split(maxsplit=1)[:1] == ["PAGE"] or _hides_first(run)
    ]


def _hides_first(run: FormattedRun) -> bool:
    return run.field.startswith("IF") and "PAGE" in run.field


def _lacks_number(
    document: FormattedDocument, section: FormattedSection, numbered: bool, begins: bool
) -> bool:
    """Whether a page that must have a number surely has none."""
    pages = estimated_pages(section)
    if begins and pages <= _MANY_PAGES:
        return False
    if not begins and not section.starts_page:
        return False
    if not numbered:
        return not begins or pages > _MANY_PAGES
    return (
        document.even_and_odd
        and pages > _MANY_PAGES
        and not _numbers(section.headers.get("even", ()))
    )


def _shows_first(section: FormattedSection, numbered: bool) -> bool:
    if section.title_page:
        return bool(_numbers(section.headers.get("first", ())))
    shown = _numbers(section.headers.get("default", ()))
    return numbered and not all(_hides_first(run) for _, run in shown)


def _check_count(section: FormattedSection, is_first: bool, place: str, findings: Findings) -> None:
    runs = [run for part in section.headers.values() for _, run in _numbers(part)]
    if is_first and section.first_number not in (None, 1) and runs:
        findings.add(
            "page_number.start", f"bắt đầu từ số {section.first_number}", place, of=section
        )
    other = any(_OTHER_FIGURES.search(run.field) for run in runs)
    if runs and (section.number_format not in _LATIN_DIGITS or other):
        findings.add("page_number.figures", "không phải chữ số Ả Rập", place, of=section)


def _check_looks(
    part: tuple[FormattedBlock, ...], section: FormattedSection, place: str, findings: Findings
) -> None:
    for paragraph, run in _numbers(part):
        shown = replace(run, text=run.text or "1")
        piece = Piece("1", (shown,), paragraph, Place(0, section), side="")
        findings.check_looks("page_number", [piece], place, ("size", "bold", "italic"))
        boxed = (one for p in paragraphs(part) for one in paragraphs(p.boxes))
        in_box = any(one is paragraph for one in boxed)
        if not in_box:
            seen = replace(paragraph, align=_align(paragraph, run, section))
            piece = replace(piece, paragraph=seen)
            findings.check_looks("page_number", [piece], place, ("align",))


def _align(paragraph: FormattedParagraph, run: FormattedRun, section: FormattedSection) -> str:
    """Where the number stands on its line: by a frame, by tabs, or as the paragraph says."""
    if paragraph.frame_align:
        return _FRAMED.get(paragraph.frame_align, "left")
    text = ""
    for one in paragraph.runs:
        if one is run:
            break
        text += one.text
    tabs = text.count("\t")
    if 0 < tabs <= len(paragraph.tabs):
        at, kind = paragraph.tabs[tabs - 1]
        if kind == "center" and abs(at - section.text_width / 2) <= _CENTRE_SLACK:
            return "center"
        return "right" if kind == "right" else "left"
    return paragraph.align


def _check_appendix_count(document: FormattedDocument, form: Form, findings: Findings) -> None:
    begins = _section_beginnings(form)
    for at, appendix in enumerate(form.appendices, start=1):
        section = appendix.lines[0].place.section
        place = f"Phụ lục thứ {at}"
        shown = estimated_pages(section) > _MANY_PAGES or not section.title_page
        if begins.get(id(section)) is not next(p for p in appendix.lines if p.text):
            findings.add("page_number.appendix", "chung phần (section) với nội dung trước", place)
        elif section is not document.sections[0] and section.first_number != 1 and shown:
            findings.add("page_number.appendix", "số trang nối tiếp phần trước", place, of=section)


def _section_beginnings(form: Form) -> dict[int, Piece]:
    """The first piece with text of each section, by the section's id."""
    pieces = [*form.heads.lines, *form.title.lines, *form.addressee, *form.body]
    pieces += form.closing.lines
    pieces += (piece for appendix in form.appendices for piece in appendix.lines)
    first: dict[int, Piece] = {}
    for piece in sorted(pieces, key=lambda piece: piece.place.number):
        if piece.text:
            first.setdefault(id(piece.place.section), piece)
    return first
