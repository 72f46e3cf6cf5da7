"""The few characters that are mended: blanks too many, a zero, letters in pieces."""

import re
from collections.abc import Iterator
from dataclasses import replace
from unicodedata import is_normalized

from cchc_desktop.documents.checks.typing import extra_blanks, typed_text
from cchc_desktop.documents.form.pieces import Piece, cut
from cchc_desktop.documents.repairs.case import Case, spot_of
from cchc_desktop.domain.vietnamese import legal_month
from cchc_desktop.office.file_repairs import Compose, FileRepair, TextEdit

_ONE_FIGURE = re.compile(r"(?<!\d)\d(?!\d)")
# letters may be in pieces (NFD)
_DAY = re.compile(r"ng\S{2,4}\s*(?P<figures>\d{1,2})(?!\d)", re.IGNORECASE)
_MONTH = re.compile(r"th\S{3,4}\s*(?P<figures>\d{1,2})(?!\d)", re.IGNORECASE)


def edits(piece: Piece, start: int, end: int, new: str = "") -> Iterator[TextEdit]:
    """Other characters for a part of the piece's typed text."""
    for run in cut(piece.runs, start, end):
        if run.at is not None:
            yield TextEdit(run.at, len(run.text), new)
            new = ""


def blanks(case: Case, piece: Piece) -> Iterator[FileRepair]:
    """One blank between words."""
    for start, end in extra_blanks(piece, "text.blanks"):
        yield from edits(piece, start, end)


def blanks_before_marks(case: Case, piece: Piece) -> Iterator[FileRepair]:
    """No blank before a mark."""
    for start, end in extra_blanks(piece, "text.mark"):
        yield from edits(piece, start, end)


def leading_blanks(piece: Piece) -> Iterator[TextEdit]:
    """The blanks and tabs that the text begins with; none where a number is set before it."""
    whole = replace(piece, runs=piece.paragraph.runs)  # many blanks stand apart, as a column
    text = typed_text(whole)
    if piece.paragraph.label is None:
        yield from edits(whole, 0, len(text) - len(text.lstrip()))


def compose(case: Case, piece: Piece) -> Iterator[FileRepair]:
    """Each letter with its marks as one character."""
    typed = "".join(run.text for run in piece.runs if run.at is not None)
    if not is_normalized("NFC", typed):
        yield Compose(spot_of(piece))


def number_zero(case: Case, piece: Piece) -> Iterator[FileRepair]:
    """Số 5 as 05."""
    figure = _ONE_FIGURE.search(typed_text(piece))
    if figure:
        yield from edits(piece, *figure.span(), f"0{figure[0]}")


def date_zeros(case: Case, piece: Piece) -> Iterator[FileRepair]:
    """Day and month of the head's date as the decree writes them."""
    text = typed_text(piece)
    day = _DAY.search(text)
    month = _MONTH.search(text, day.end() if day else 0)
    for found, legal in ((day, lambda n: f"{n:02d}"), (month, legal_month)):
        if found and found["figures"] != legal(int(found["figures"])):
            yield from edits(piece, *found.span("figures"), legal(int(found["figures"])))
