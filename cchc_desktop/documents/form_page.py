"""Holds sheets, margins, letters and page numbers against the decree (Phụ lục I, Mục I)."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cchc_desktop.documents.form_elements import Form
from cchc_desktop.documents.form_findings import Findings, points_text
from cchc_desktop.documents.form_pieces import Piece, Place, document_pieces, paragraph_pieces
from cchc_desktop.documents.form_size import estimated_pages
from cchc_desktop.office.formatted import (
    FormattedBlock,
    FormattedDocument,
    FormattedParagraph,
    FormattedRun,
    FormattedSection,
    FormattedTable,
    paragraphs,
)

_NEARLY_BLACK = 0x10  # of 0xFF: LibreOffice writes black as 00000A
_LATIN_DIGITS = {"decimal", "numberInDash", "decimalZero"}
_OTHER_FIGURES = re.compile(r"\\\*\s*(roman|alphabetic|cardtext|ordtext)", re.IGNORECASE)
_MANY_PAGES = 1.15  # estimated pages that are surely more than one
_CENTRE_SLACK = 24.0  # points


def check_page(document: FormattedDocument, form: Form, findings: Findings) -> None:
    """Paper, orientation and margins of every section."""
    appendices = _appendix_sections(form)
    for at, section in enumerate(document.sections, start=1):
        place = f"Phần {at}" + (" (phụ lục)" if id(section) in appendices else "")
        _check_paper(section, place, findings)
        for side, margin in section.margins_mm.items():
            low, high = findings.rules.ranges[side]
            slack = findings.rules.tolerances["margin"]
            if not low - slack <= margin <= high + slack:
                findings.add(f"page.margin_{side}", f"{points_text(margin)} mm", place)
        if section.landscape and id(section) not in appendices and not _holds_table(section, form):
            findings.add("page.orientation", "theo chiều rộng, không có bảng, biểu", place)


def _check_paper(section: FormattedSection, place: str, findings: Findings) -> None:
    sides = sorted((section.width_mm, section.height_mm))
    wanted = (210.0, 297.0)
    slack = findings.rules.tolerances["paper"]
    if any(abs(side - one) > slack for side, one in zip(sides, wanted, strict=True)):
        size = f"{points_text(section.width_mm)} mm × {points_text(section.height_mm)} mm"
        findings.add("page.paper", size, place)


def _appendix_sections(form: Form) -> set[int]:
    """The ids of the sections that phụ lục begin or continue in."""
    return {id(p.place.section) for appendix in form.appendices for p in appendix.lines}


def _holds_table(section: FormattedSection, form: Form) -> bool:
    laid_out = {p.place.table for p in (*form.heads.lines, *form.closing.lines)}
    return any(
        p.place.table and p.place.table not in laid_out and p.place.section is section
        for p in form.body
    )


def check_letters(
    document: FormattedDocument, pieces: Sequence[Piece], findings: Findings
) -> None:
    """Font, colour and encoding of everything that is shown."""
    for piece, place in _shown(document, pieces):
        where = place or piece
        for run in piece.runs:
            if any(map(str.isalnum, run.text)) or run.field:
                fonts = [f for f in run.fonts if not _is_font(f, findings.rules.font)]
                if fonts:
                    findings.add("font.name", f"phông {', '.join(fonts)}", where)
            if not run.text.isspace() and run.text and not _is_black(run.colour):
                findings.add("font.colour", f"màu {run.colour}", where)
        if not unicodedata.is_normalized("NFC", piece.paragraph.text):
            findings.add("font.unicode", "Unicode tổ hợp", where)


def _shown(document: FormattedDocument, pieces: Sequence[Piece]) -> Iterator[tuple[Piece, str]]:
    """Every piece of the file; the place in words for those outside the body."""
    for piece in pieces:
        yield piece, ""
    section = document.sections[0]
    outside = [("Chú thích", document.notes)]
    seen: set[int] = set()
    for one in document.sections:
        for name, parts in (("Lề trên", one.headers), ("Lề dưới", one.footers)):
            outside += [(name, part) for part in parts.values() if id(part) not in seen]
            seen |= {id(part) for part in parts.values()}
    for name, blocks in outside:
        for paragraph in paragraphs(blocks):
            for piece in paragraph_pieces(paragraph, Place(0, section)):
                yield piece, name


def _is_font(font: str, wanted: str) -> bool:
    def bare(name: str) -> str:
        return name.replace(" ", "").casefold()

    return bare(font).startswith(bare(wanted))


def _is_black(colour: str) -> bool:
    try:
        channels = bytes.fromhex(colour)
    except ValueError:
        return True  # a name of the theme that could not be resolved
    return all(channel <= _NEARLY_BLACK for channel in channels)


def check_page_numbers(document: FormattedDocument, form: Form, findings: Findings) -> None:
    """Where page numbers stand, how they look and count, for the document and each phụ lục."""
    starts = {id(a.lines[0].place.section): a.lines[0] for a in reversed(form.appendices)}
    numbered = [_numbers(section.headers.get("default", ())) for section in document.sections]
    in_footer = any(
        _numbers(part) for section in document.sections for part in section.footers.values()
    )
    if in_footer:
        findings.add("page_number.place", "số trang ở lề dưới")
    for at, section in enumerate(document.sections):
        begins = at == 0 or id(section) in starts
        place = _section_place(at, section, starts)
        if not in_footer and _lacks_number(document, section, bool(numbered[at]), begins):
            findings.add("page_number.missing", "không có số trang trong lề trên", place)
        if begins and _shows_first(section, bool(numbered[at])):
            findings.add("page_number.first_page", "trang đầu có số trang", place)
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
    return document.even_and_odd and pages > _MANY_PAGES and not _numbers(
        section.headers.get("even", ())
    )


def _shows_first(section: FormattedSection, numbered: bool) -> bool:
    if section.title_page:
        return bool(_numbers(section.headers.get("first", ())))
    shown = _numbers(section.headers.get("default", ()))
    return numbered and not all(_hides_first(run) for _, run in shown)


def _check_count(
    section: FormattedSection, is_first: bool, place: str, findings: Findings
) -> None:
    runs = [run for part in section.headers.values() for _, run in _numbers(part)]
    if is_first and section.first_number not in (None, 1) and runs:
        findings.add("page_number.start", f"bắt đầu từ số {section.first_number}", place)
    other = any(_OTHER_FIGURES.search(run.field) for run in runs)
    if runs and (section.number_format not in _LATIN_DIGITS or other):
        findings.add("page_number.figures", "không phải chữ số Ả Rập", place)


def _check_looks(
    part: tuple[FormattedBlock, ...], section: FormattedSection, place: str, findings: Findings
) -> None:
    for paragraph, run in _numbers(part):
        shown = replace(run, text=run.text or "1")
        piece = Piece("1", (shown,), paragraph, Place(0, section), side="")
        findings.check_looks("page_number", [piece], place, ("size", "bold", "italic"))
        in_box = any(paragraph in paragraphs(p.boxes) for p in paragraphs(part) if p.boxes)
        if not in_box and not _is_centred(paragraph, run, section):
            findings.check_looks("page_number", [piece], place, ("align",))


def _is_centred(
    paragraph: FormattedParagraph, run: FormattedRun, section: FormattedSection
) -> bool:
    if paragraph.frame_align:
        return paragraph.frame_align == "center"
    text = ""
    for one in paragraph.runs:
        if one is run:
            break
        text += one.text
    tabs = text.count("\t")
    if 0 < tabs <= len(paragraph.tabs):
        at, kind = paragraph.tabs[tabs - 1]
        return kind == "center" and abs(at - section.text_width / 2) <= _CENTRE_SLACK
    return paragraph.align == "center"


def _check_appendix_count(
    document: FormattedDocument, form: Form, findings: Findings
) -> None:
    seen: set[int] = set()
    for at, appendix in enumerate(form.appendices, start=1):
        section = appendix.lines[0].place.section
        place = f"Phụ lục thứ {at}"
        if id(section) in seen or _begins_before(document, form, appendix.lines):
            findings.add("page_number.appendix", "chung phần (section) với nội dung trước", place)
        elif section is not document.sections[0] and section.first_number != 1:
            if estimated_pages(section) > _MANY_PAGES or not section.title_page:
                findings.add("page_number.appendix", "số trang nối tiếp phần trước", place)
        seen.add(id(section))


def _begins_before(document: FormattedDocument, form: Form, lines: Sequence[Piece]) -> bool:
    """Whether the appendix's section begins with something that is not the appendix."""
    section = lines[0].place.section
    first = next((p for p in document_pieces(document) if p.place.section is section and p.text), None)
    return first is not None and first.text != next((p.text for p in lines if p.text), "")


__all__ = ["FormattedTable", "check_letters", "check_page", "check_page_numbers"]
