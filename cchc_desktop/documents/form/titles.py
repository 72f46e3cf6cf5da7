"""Finds tên loại and trích yếu."""

from collections.abc import Sequence
from itertools import takewhile

from cchc_desktop.documents.form.parts import Title, is_open
from cchc_desktop.documents.form.patterns import ADDRESSEE, HEADING, PART, REFERENCE, STAMP
from cchc_desktop.documents.form.pieces import WHOLE, Piece
from cchc_desktop.documents.nd30 import Nd30
from cchc_desktop.domain.vietnamese import fold

_LINES = 8  # with text, within which tên loại stands
_LONGEST_NAME = 60  # characters
_LONGEST_SUBJECT = 350
_LONG_LINE = 150
_SENTENCE_ENDS = (".", ";", ":")


def read_title(pieces: Sequence[Piece], rules: Nd30) -> Title:
    """The title at the beginning of the pieces that follow the letterhead."""
    first_part = next((at for at, p in enumerate(pieces) if PART.match(p.folded)), len(pieces))
    texts = (at for at, piece in enumerate(pieces[:first_part]) if piece.text)
    lines = [at for at in texts if not STAMP.fullmatch(pieces[at].folded)][:_LINES]
    named = next(((at, kind) for at in lines if (kind := kind_of(pieces[at], rules))), None)
    if named is None and lines and _is_headline(pieces[lines[0]]):
        named = lines[0], ""
    if named is None or any(ADDRESSEE.match(pieces[at].folded) for at in lines if at < named[0]):
        return Title(tuple(takewhile(lambda piece: not piece.text, pieces)))
    at, kind = named
    subject, reference, end = _below(pieces, at + 1)
    return Title(tuple(pieces[:end]), kind, pieces[at], subject, reference)


def kind_of(piece: Piece, rules: Nd30) -> str:
    """The tên loại that a piece names, alone or before a subject in capitals; "" for none."""
    if piece.place.table and piece.side != WHOLE:
        return ""
    for kind in sorted(rules.kinds, key=len, reverse=True):
        folded = fold(kind)
        if piece.folded.rstrip(" :") == folded:
            return kind
        if piece.folded.startswith(f"{folded} ") and piece.is_capitals:
            return kind
    return ""


def _is_headline(piece: Piece) -> bool:
    """A line that stands where tên loại stands and looks like it."""
    centred = piece.paragraph.align == "center"
    short = len(piece.text) < _LONGEST_NAME
    return piece.is_capitals and centred and short and piece.bold_share > 0.5


def _below(pieces: Sequence[Piece], begin: int) -> tuple[tuple[Piece, ...], tuple[Piece, ...], int]:
    """Trích yếu, "(Kèm theo ...)" and the index after them and the rule below."""
    subject: list[Piece] = []
    reference: list[Piece] = []
    end = begin
    for at in range(begin, len(pieces)):
        piece = pieces[at]
        if not piece.text or piece.is_typed_line:
            if subject and not _leads_to_rule(pieces, at):
                break
        elif _refers(piece, reference):
            reference.append(piece)
        elif not reference and _continues(piece, subject):
            subject.append(piece)
        else:
            break
        end = at + 1
    return tuple(subject), tuple(reference), end


def _refers(piece: Piece, reference: list[Piece]) -> bool:
    begins = piece.folded.startswith("(") and REFERENCE.match(piece.folded)
    return bool(begins) or is_open(reference)


def _leads_to_rule(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the piece without words, or one of the next two, holds a line."""
    return any(
        piece.holds_line and (not piece.text or piece.is_typed_line)
        for piece in pieces[at : at + 3]
    )


def _continues(piece: Piece, subject: list[Piece]) -> bool:
    if HEADING.match(piece.folded) or ADDRESSEE.match(piece.folded):
        return False
    if len(piece.text) > _LONGEST_SUBJECT:
        return False
    centred, bold = piece.paragraph.align == "center", piece.bold_share > 0.5
    if not subject:
        sentence = len(piece.text) > _LONG_LINE or piece.text.endswith(_SENTENCE_ENDS)
        return centred or bold or not sentence
    if subject[-1].paragraph is piece.paragraph:
        return True
    if piece.place.table != subject[-1].place.table:
        return False  # the head of a table that follows
    if subject[-1].paragraph.lines:
        return False  # the rule stands below it
    same = bold == (subject[0].bold_share > 0.5)
    shouts = piece.is_capitals and not subject[0].is_capitals
    return centred and same and not shouts and subject[0].paragraph.align == "center"
