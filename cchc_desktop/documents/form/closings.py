"""Finds nơi nhận and the signature, side by side or one below the other."""

import re
from collections.abc import Sequence

from cchc_desktop.documents.form.parts import Closing
from cchc_desktop.documents.form.patterns import HEADING
from cchc_desktop.documents.form.pieces import RIGHT, WHOLE, Piece, opposite, starts_sheet

_LAST_LINES = 8  # with text, among which a signature stands
_LONGEST = 80  # characters of a line of authority
_RECIPIENTS = re.compile(r"noi nhan\b\s*:?")
_AUTHORITY = re.compile(
    r"(tm|kt|tl|tuq|q|t/m|k/t|t/l)\b\.?\s*\w"
    r"|.*\b(giam doc|chu tich|truong|chanh|pho|thu truong|chu toa|thu ky|bi thu|quyen han)\b"
)
_OFFICE = re.compile(
    r"(tm|kt|tl|tuq|q)\..*|(pho |quyen )?(giam doc|chu tich|chanh van phong|truong \w+.*)"
)
_NAME = re.compile(r"\w+(\.? \w+){1,4}")
_BESIDE_NAME = re.compile(r"\(|(ky boi|ngay ky|da ky)\b")


def closing_start(pieces: Sequence[Piece], begin: int) -> int | None:
    """The index where the block with Nơi nhận begins, None without one."""
    heads = (at for at in range(begin, len(pieces)) if _RECIPIENTS.match(pieces[at].folded))
    at = next(heads, None)
    if at is None:
        return None
    at = _block_start(pieces, at, begin)
    before = at
    while before > begin and (not pieces[before - 1].text or _signs(pieces[before - 1])):
        before -= 1
    if any(map(_signs, pieces[before:at])):
        return before
    if before > begin and pieces[before - 1].side != WHOLE:  # a signature above, as in biên bản
        above = _block_start(pieces, before - 1, begin)
        if any(map(_signs, pieces[above:before])):
            return above
    return at


def signature_start(pieces: Sequence[Piece], begin: int) -> int:
    """Where a signature without Nơi nhận begins, among the last lines; the end without one."""
    lines = [at for at in range(begin, len(pieces)) if pieces[at].text][-_LAST_LINES:]
    at = next((at for at in lines if _signs(pieces[at])), None)
    return len(pieces) if at is None else _block_start(pieces, at, begin)


def closing_end(pieces: Sequence[Piece], begin: int) -> int:
    """Where the sheet ends on which the closing stands; what follows is attached."""
    lines = [at for at in range(begin, len(pieces)) if pieces[at].text]
    return next((at for at in lines[1:] if starts_sheet(pieces, at)), len(pieces))


def read_closing(pieces: Sequence[Piece]) -> Closing:
    """The closing in its pieces."""
    head = next((p for p in pieces if _RECIPIENTS.match(p.folded)), None)
    left, right = _recipients_and_signature(pieces, head)
    authority: list[Piece] = []
    signer = None
    for piece in right:
        if _BESIDE_NAME.match(piece.folded):
            continue
        if signer is None and (piece.is_capitals or _OFFICE.fullmatch(piece.folded)):
            authority.append(piece)
        else:
            signer = piece
    if signer is None and len(authority) > 1 and not _AUTHORITY.match(authority[-1].folded):
        signer = authority.pop()  # a name in capitals
    if signer is None and authority and authority[-1].place.table:
        signer = _name_below(pieces, authority[-1])
    return Closing(tuple(pieces), head, _recipients(left), tuple(authority), signer)


def _name_below(pieces: Sequence[Piece], last: Piece) -> Piece | None:
    """A person's name as the first words below the table that the signature stands in."""
    table = last.place.table
    end = next(at for at, piece in enumerate(pieces) if piece is last)
    below = next((p for p in pieces[end:] if p.text and p.place.table != table), None)
    named = below is not None and below.text.istitle() and _NAME.fullmatch(below.text)
    return below if named else None


def _block_start(pieces: Sequence[Piece], at: int, begin: int) -> int:
    """The first piece of the table or of the paragraph that a piece stands in."""
    piece = pieces[at]
    while at > begin and (
        pieces[at - 1].place.table == piece.place.table
        if piece.place.table
        else pieces[at - 1].paragraph is piece.paragraph
    ):
        at -= 1
    return at


def _signs(piece: Piece) -> bool:
    """A line of authority by its looks and words."""
    short = len(piece.text) < _LONGEST and not HEADING.match(piece.folded)
    words = piece.is_capitals and _AUTHORITY.match(piece.folded)
    return short and bool(words) and (piece.bold_share > 0 or piece.side != WHOLE)


def _recipients_and_signature(
    pieces: Sequence[Piece], head: Piece | None
) -> tuple[list[Piece], list[Piece]]:
    """The lines of the recipients and those of the signature."""
    lines = [p for p in pieces if p.text and p is not head and not p.is_typed_line]
    if head is None:
        return [], [p for p in lines if p.side == RIGHT] or lines
    other = opposite(head.side) or RIGHT
    right = [p for p in lines if p.side == other]
    beside = [p for p in right if p.place.table == head.place.table]
    right = beside or right
    below = pieces[next(at for at, p in enumerate(pieces) if p is head) :]
    after = {id(piece) for piece in below}
    if head.place.table:  # above it may stand another signature, as in biên bản
        column = [p for p in lines if p.side == head.side and id(p) in after]
        left = [p for p in column if p.place.table == head.place.table]
    else:
        left = _sequence([p for p in lines if p.side != other and id(p) in after])
    if not right:
        taken = {id(piece) for piece in left}
        right = [p for p in lines if id(p) not in taken]
    return left, right


def _sequence(lines: list[Piece]) -> list[Piece]:
    """The recipients where no column parts them from the rest: up to the last dash or "Lưu"."""
    last = max((at for at, piece in enumerate(lines) if _begins(piece)), default=-1)
    return [piece for piece in lines[: last + 1] if not _signs(piece)]


def _begins(piece: Piece) -> bool:
    return piece.text[0] in "-–—+•*" or piece.folded.startswith("luu")


def _recipients(lines: list[Piece]) -> tuple[tuple[Piece, ...], ...]:
    """The lines of each recipient: a line without a dash goes on where the last one is open."""
    recipients: list[list[Piece]] = []
    for piece in lines:
        if (
            recipients
            and not _begins(piece)
            and not recipients[-1][-1].text.endswith((";", ".", ","))
        ):
            recipients[-1].append(piece)
        else:
            recipients.append([piece])
    return tuple(map(tuple, recipients))
