"""How sheets and page numbers are mended."""

from collections.abc import Iterator
from dataclasses import replace

from cchc_desktop.documents.form.pieces import Piece
from cchc_desktop.documents.repairs.case import Case, spot_of
from cchc_desktop.documents.repairs.texts import edits
from cchc_desktop.office.file_repairs import (
    DropNumbers,
    FileRepair,
    Look,
    NumberPages,
    ParagraphLook,
    SheetLook,
)
from cchc_desktop.office.formatted import FormattedSection


def paper(case: Case, section: FormattedSection) -> Iterator[FileRepair]:
    """A4, turned as the sheet is."""
    short, long = case.rules.ranges["paper"]
    sides = (long, short) if section.landscape else (short, long)
    yield SheetLook(spot_of(section), sides=sides)


def margins(case: Case, section: FormattedSection) -> Iterator[FileRepair]:
    """Each margin that is too small or too large as far in or out as the decree allows."""
    lawful = []
    for side, margin in section.margins_mm.items():
        low, high = case.rules.ranges[side]
        lawful.append((side, min(max(margin, low), high)))
    yield SheetLook(spot_of(section), margins=tuple(lawful))


def add_numbers(case: Case, section: FormattedSection) -> Iterator[FileRepair]:
    """A centred number in the header, hidden on the first page of the document or phụ lục."""
    look = Look(14, bold=False, italic=False, font=case.rules.font, black=True)
    yield NumberPages(spot_of(section), look, even=case.document.even_and_odd)
    starts = [case.document.sections[0]]
    starts += [appendix.lines[0].place.section for appendix in case.form.appendices]
    for start in starts:
        if not start.title_page:
            yield SheetLook(spot_of(start), title_page=True)


def drop_footer_numbers(case: Case, section: FormattedSection) -> Iterator[FileRepair]:
    """No number in the footers; the header gets one when that is missing then."""
    yield DropNumbers(spot_of(section), footers=True)


def hide_first(case: Case, section: FormattedSection) -> Iterator[FileRepair]:
    """The first page without its number."""
    if section.title_page:
        yield DropNumbers(spot_of(section), footers=False)
    else:
        yield SheetLook(spot_of(section), title_page=True)


def from_one(case: Case, section: FormattedSection) -> Iterator[FileRepair]:
    """Counted from 1."""
    yield SheetLook(spot_of(section), first_number=1)


def arabic(case: Case, section: FormattedSection) -> Iterator[FileRepair]:
    """Arabic figures."""
    yield SheetLook(spot_of(section), arabic=True)


def number_look(case: Case, piece: Piece) -> Iterator[FileRepair]:
    """Size and style of the line that the number stands on."""
    low, high = case.rules.elements["page_number"].size
    size = min(max(run.size for run in piece.runs), high)
    look = Look(size=max(size, low), bold=False, italic=False)
    yield ParagraphLook(spot_of(piece), runs=look)


def number_align(case: Case, piece: Piece) -> Iterator[FileRepair]:
    """The number in the middle, where nothing else stands on its line."""
    paragraph = piece.paragraph
    if any(run.text.strip() and not run.field for run in paragraph.runs):
        return
    whole = replace(piece, runs=paragraph.runs)
    typed = "".join(run.text for run in paragraph.runs)
    tabs = [at for at, char in enumerate(typed) if char == "\t"]
    for at in tabs:
        yield from edits(whole, at, at + 1)
    if not tabs:
        yield ParagraphLook(spot_of(piece), align="center", first_line=0, left=0)
