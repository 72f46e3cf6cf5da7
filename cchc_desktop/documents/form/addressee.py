"""Finds Kính gửi with its list, in paragraphs or in a table."""

from collections.abc import Sequence

from cchc_desktop.documents.form.patterns import ADDRESSEE, HEADING
from cchc_desktop.documents.form.pieces import Piece, whole_paragraphs

_LINES = 4  # paragraphs with text, within which it stands
_LIST_MARKS = "-–—+•"
_ENDS = (";", ".", ":")
_LONGEST_LINE = 60  # characters of a name that goes on, on a line of its own


def read_addressee(pieces: Sequence[Piece]) -> tuple[tuple[Piece, ...], list[Piece]]:
    """The lines of Kính gửi, a paragraph each, and the pieces without them."""
    lines = [piece for piece in whole_paragraphs(pieces) if piece.text][:_LINES]
    begin = next((at for at, piece in enumerate(lines) if ADDRESSEE.match(piece.folded)), None)
    if begin is None:
        return (), list(pieces)
    first = lines[begin]
    table = first.place.table
    if table:
        block = [piece for piece in pieces if piece.place.table == table]
    else:
        block = _listed(pieces, first)
    taken = {id(piece) for piece in block}
    others = [piece for piece in pieces if id(piece) not in taken]
    return tuple(piece for piece in whole_paragraphs(block) if piece.text), others


def _listed(pieces: Sequence[Piece], first: Piece) -> list[Piece]:
    """The pieces from Kính gửi on, with the list that follows where no name stands beside it."""
    begin = next(at for at, piece in enumerate(pieces) if piece.paragraph is first.paragraph)
    block: list[Piece] = []
    above = first
    for piece in pieces[begin:]:
        same = piece.paragraph is first.paragraph
        if not same and piece.text and not _goes_on(piece, above):
            break
        if not same and piece.place.table:
            break
        block.append(piece)
        above = piece if piece.text else above
    while not block[-1].text:
        block.pop()
    return block


def _goes_on(piece: Piece, above: Piece) -> bool:
    """Whether a line is the next of the list, or goes on with the name above and looks like it."""
    if HEADING.match(piece.folded) or above.text.endswith("."):
        return False
    if piece.text[0] in _LIST_MARKS:
        return True
    alike = piece.paragraph.align == above.paragraph.align and len(piece.text) <= _LONGEST_LINE
    return alike and not piece.text.endswith(":") and not above.text.endswith(_ENDS)
