"""How letters and paragraphs are given the look that the decree asks for."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from cchc_desktop.documents.checks.findings import is_capital_word
from cchc_desktop.documents.checks.letters import is_black, wrong_fonts
from cchc_desktop.documents.checks.lines import FoundLine, text_lengths
from cchc_desktop.documents.checks.typing import typed_text
from cchc_desktop.documents.form.pieces import WHOLE, Piece, cut
from cchc_desktop.documents.nd30 import ElementForm
from cchc_desktop.documents.repairs.case import Case, spot_of
from cchc_desktop.documents.repairs.texts import leading_blanks
from cchc_desktop.office.characters import clean
from cchc_desktop.office.document_style import document_style
from cchc_desktop.office.file_repairs import (
    FileRepair,
    Look,
    NumberLook,
    ParagraphLook,
    RuleBelow,
    RuleInstead,
    RunLook,
)
from cchc_desktop.office.formatted import FormattedRun

_TEXT_SIZED = frozenset(
    ("basis", "body", "part", "part_title", "section", "article", "clause", "item", "point")
)
# Letters of these are other characters in another font: TCVN3, VNI, pictures.
_OWN_CODE = re.compile(r"\.vn|vni|wingdings|webdings|symbol|cambria math|mt extra", re.IGNORECASE)
_PALE = 0xE0  # of 0xFF: white letters stand on a dark ground


def run_looks(
    piece: Piece, look: Look, wanted: Callable[[FormattedRun], bool] = lambda run: True
) -> Iterator[FileRepair]:
    """That look for the runs of a piece, its automatic number too, raised ones left out."""
    for run in piece.runs:
        if run.raised or not run.text or not wanted(run):
            continue
        if run.at is not None:
            yield RunLook(run.at, len(run.text), look)
        elif piece.paragraph.label is not None:
            yield NumberLook(spot_of(piece), look)


def _size(case: Case, piece: Piece, form: ElementForm) -> Iterator[FileRepair]:
    low, high = form.size
    for run in piece.runs:
        if not low <= run.size <= high:
            size = case.body_size if form.key in _TEXT_SIZED else min(max(run.size, low), high)
            yield from run_looks(replace(piece, runs=(run,)), Look(size=size))


def _bold(case: Case, piece: Piece, form: ElementForm) -> Iterator[FileRepair]:
    return run_looks(piece, Look(bold=form.bold))


def _italic(case: Case, piece: Piece, form: ElementForm) -> Iterator[FileRepair]:
    return run_looks(piece, Look(italic=form.italic))


def _caps(case: Case, piece: Piece, form: ElementForm) -> Iterator[FileRepair]:
    """Capitals by the look, word by word, so that the typed letters stay; small letters only where
    a look had made them capitals.
    """
    if not form.caps:
        yield from run_looks(piece, Look(caps=False), lambda run: run.caps)
        return
    for word in re.finditer(r"\S+", typed_text(piece)):
        if not is_capital_word(word[0]):
            for run in cut(piece.runs, *word.span()):
                if run.at is not None:
                    yield RunLook(run.at, len(run.text), Look(caps=True))


def _align(case: Case, piece: Piece, form: ElementForm) -> Iterator[FileRepair]:
    first_line = 0.0 if form.align == "center" else None
    yield ParagraphLook(spot_of(piece), align=form.align, first_line=first_line)


ASPECTS: dict[str, Callable[[Case, Piece, ElementForm], Iterator[FileRepair]]] = {
    "size": _size,
    "bold": _bold,
    "italic": _italic,
    "caps": _caps,
    "align": _align,
}


def font(case: Case, piece: Piece) -> Iterator[FileRepair]:
    """The decree's font, but not for letters that are written in a code of their font's own."""
    wanted = case.rules.font

    def is_wrong(run: FormattedRun) -> bool:
        fonts = wrong_fonts(run, wanted)
        return bool(fonts) and not any(map(_OWN_CODE.match, fonts))

    return run_looks(piece, Look(font=wanted), is_wrong)


def colour(case: Case, piece: Piece) -> Iterator[FileRepair]:
    """Black, but not for pale letters."""
    return run_looks(piece, Look(black=True), lambda run: not is_black(run) and not _is_pale(run))


def _is_pale(run: FormattedRun) -> bool:
    return min(bytes.fromhex(run.colour)) >= _PALE


def same_size(case: Case, piece: Piece) -> Iterator[FileRepair]:
    """The size of the text."""
    size = case.body_size
    return run_looks(piece, Look(size=size), lambda run: run.size != size)


def sizes_together(case: Case, piece: Piece) -> Iterator[FileRepair]:
    """The lawful set of sizes that is next to those there are."""
    heads = case.form.heads
    pieces = [p for p in (heads.national_name, heads.motto, heads.place_date) if p is not None]
    found = [one.letters[0].size for one in pieces]

    lawful = min(
        case.rules.sizes_together,
        key=lambda sizes: sum(abs(a - b) for a, b in zip(sizes, found, strict=True)),
    )
    for one, size in zip(pieces, lawful, strict=True):
        yield from run_looks(one, Look(size=size))


def motto_spacing(case: Case, piece: Piece) -> Iterator[FileRepair]:
    """Quốc hiệu and Tiêu ngữ at single spacing."""
    yield ParagraphLook(spot_of(piece), before=0, line=1)
    above = case.form.heads.national_name
    if above is not None and above.paragraph is not piece.paragraph:
        yield ParagraphLook(spot_of(above), after=0)


def letter_subject_gap(case: Case, piece: Piece) -> Iterator[FileRepair]:
    """6 pt between số, ký hiệu and the trích yếu of a công văn."""
    number = case.form.heads.number_line
    if number is not None:
        yield ParagraphLook(spot_of(number), after=0)
        yield ParagraphLook(spot_of(piece), before=case.rules.ranges["letter_subject_gap"][0])


def first_line(case: Case, piece: Piece) -> Iterator[FileRepair]:
    """The indent of the text in place of blanks, tabs and other indents."""
    typed = list(leading_blanks(piece))
    if typed:
        yield from typed
    else:
        yield ParagraphLook(spot_of(piece), left=0, first_line=case.first_line)


def gap(case: Case, piece: Piece) -> Iterator[FileRepair]:
    """At least 6 pt above."""
    yield ParagraphLook(spot_of(piece), before=case.rules.ranges["paragraph_gap"][0])


def line(case: Case, piece: Piece) -> Iterator[FileRepair]:
    """Single spacing, or the widest lawful one where it was wider."""
    low, high = case.rules.ranges["line"]
    paragraph = piece.paragraph
    wide = paragraph.line if paragraph.line_rule == "auto" else paragraph.line / case.body_size
    yield ParagraphLook(spot_of(piece), line=high if wide > high else low)


def rule(case: Case, piece: Piece, wrong: FoundLine | None) -> Iterator[FileRepair]:
    """A rule below an element that has none, or in the place of a wrong one that is drawn; not
    where the element shares its lines with another column or its paragraph goes on.
    """
    heads = case.form.heads
    in_column = piece.side != WHOLE and piece.place.cell is None
    if in_column or not clean(piece.paragraph.text).strip().endswith(piece.text):
        return
    pieces: tuple[Piece, ...] = (piece,)
    share = 1.0
    if piece is not heads.motto:
        share = document_style().rule.share
        pieces = heads.agency if piece in heads.agency else case.form.title.subject
    length = min(share * max(text_lengths(pieces)), piece.place.width)
    if wrong is not None:
        if wrong.at is not None:
            yield RuleInstead(wrong.at, round(length, 2))
        return
    for one in pieces:
        yield from run_looks(one, Look(underlined=False), lambda run: run.underlined)
    yield RuleBelow(spot_of(piece), round(length, 2))
