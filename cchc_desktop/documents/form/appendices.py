"""Finds the phụ lục: by their label, or by "(Kèm theo ...)" at the head of a sheet."""

import re
from collections.abc import Sequence
from itertools import pairwise

from cchc_desktop.documents.form.parts import Appendix, is_open
from cchc_desktop.documents.form.patterns import HEADING, REFERENCE
from cchc_desktop.documents.form.pieces import WHOLE, Piece, starts_sheet
from cchc_desktop.documents.form.titles import kind_of
from cchc_desktop.documents.nd30 import Nd30

_LABEL = re.compile(
    r"phu luc(?:\s+(?:so\s*)?(?P<number>[ivxlc]+|\d+|[a-z]))?\s*"
    r"(?:[.:…]*|[.:–-]\s*(?P<title>\S.*))"
)
_LINES_ABOVE = 8  # pieces that may stand above "(Kèm theo ...)" on its sheet


def appendix_starts(pieces: Sequence[Piece], begin: int) -> list[int]:
    """The indexes where phụ lục begin, from `begin` on."""
    starts = [at for at in range(begin, len(pieces)) if _is_label(pieces, at)]
    for at in range(begin, len(pieces)):
        folded = pieces[at].folded
        if not (folded.startswith("(") and REFERENCE.match(folded)):
            continue
        first = _sheet_start(pieces, at, begin)
        if first is not None and not any(first <= start <= at for start in starts):
            starts.append(first)
    return sorted(starts)


def read_appendices(
    pieces: Sequence[Piece], starts: Sequence[int], rules: Nd30
) -> tuple[Appendix, ...]:
    """The phụ lục that begin there; the last one reaches to the end."""
    bounds = pairwise((*starts, len(pieces)))
    return tuple(_appendix(pieces[start:end], rules) for start, end in bounds)


def _is_label(pieces: Sequence[Piece], at: int) -> bool:
    piece = pieces[at]
    if piece.place.table and piece.side != WHOLE:
        return False
    match = _LABEL.fullmatch(piece.folded)
    if not match:
        return False
    stands_out = piece.paragraph.align == "center" or piece.bold_share > 0.5 or piece.is_capitals
    if match["title"]:
        return stands_out and starts_sheet(pieces, at)
    return stands_out or starts_sheet(pieces, at)


def _sheet_start(pieces: Sequence[Piece], at: int, begin: int) -> int | None:
    """The first line of the sheet, at most a few lines above; None where more text stands above."""
    for first in range(at, max(begin, at - _LINES_ABOVE) - 1, -1):
        if pieces[first].text and starts_sheet(pieces, first):
            return first
    return None


def _appendix(pieces: Sequence[Piece], rules: Nd30) -> Appendix:
    first = pieces[0]
    match = _LABEL.fullmatch(first.folded)
    title: list[Piece] = []
    reference: list[Piece] = []
    for piece in pieces[1 if match else 0 :]:
        if not piece.text or piece.is_typed_line:
            if reference:
                break
        elif REFERENCE.match(piece.folded) or is_open(reference):
            reference.append(piece)
        elif reference or (match and not _names(piece)):
            break  # without a label it begins where "(Kèm theo ...)" is known to follow
        else:
            title.append(piece)
    return Appendix(
        lines=tuple(pieces),
        label=first if match else None,
        number=(match["number"] or "") if match else "",
        titled=bool(match and match["title"]),
        title=tuple(title),
        reference=tuple(reference),
        is_issued=not match and bool(title and kind_of(title[0], rules)),
    )


def _names(piece: Piece) -> bool:
    """Whether the piece may belong to the name of the phụ lục."""
    if piece.place.table and piece.side != WHOLE:
        return False
    centred = piece.paragraph.align == "center"
    if HEADING.match(piece.folded) and not centred:
        return False
    return centred or piece.bold_share > 0.5 or piece.is_capitals
