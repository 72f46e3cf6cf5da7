"""Finds the letterhead: laid out as a table, by tabs or by blanks; rightly formatted or not."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from cchc_desktop.documents.form.parts import Heads
from cchc_desktop.documents.form.patterns import (
    ADDRESSEE,
    HEADING,
    LETTER_SUBJECT,
    REFERENCE,
    STAMP,
)
from cchc_desktop.documents.form.pieces import WHOLE, Piece, opposite
from cchc_desktop.documents.form.titles import kind_of
from cchc_desktop.documents.nd30 import Nd30
from cchc_desktop.domain.vietnamese import fold

_LINES = 40  # with text, within which a letterhead stands
_LIKENESS = 0.86
_LONG = 120  # characters: a line of running text
_MOTTO = re.compile(r"doc lap\W*tu do\W*hanh phuc")
_NUMBER = re.compile(r"so\s*(?::|\d|\.{2,}|…|/)(?!.*\bngay\b)")
_DATE = re.compile(r"ngay[\s.…\d_]*thang[\s.…\d_]*nam|ngay\s*\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]")
_BODIES = (  # how the name of a body begins
    "UBND", "ỦY BAN", "UỶ BAN", "BỘ", "SỞ", "BAN", "VĂN PHÒNG", "PHÒNG", "CHI CỤC", "CỤC",
    "TỔNG CỤC", "VỤ", "TRUNG TÂM", "HỘI ĐỒNG", "HĐND", "TRƯỜNG", "THANH TRA", "ĐẢNG ỦY", "ĐẢNG BỘ",
    "CÔNG AN", "VIỆN", "BỆNH VIỆN", "QUỸ", "CÔNG TY", "TỔNG CÔNG TY", "HỌC VIỆN", "ĐẠI HỌC",
    "CHI BỘ", "TỔ", "CÔNG ĐOÀN", "TÒA ÁN", "KHO BẠC", "BẢO HIỂM", "THUẾ", "CHÍNH PHỦ",
)  # fmt: skip


def read_heads(pieces: Sequence[Piece], rules: Nd30) -> Heads:
    """The letterhead at the beginning of the pieces; an empty one where nothing of it is there."""
    found = _landmarks(pieces, rules)
    if not found:
        return Heads()
    lines = pieces[: _end(pieces, max(found.values()))]
    taken = {id(pieces[at]) for at in found.values()}
    side = _name_side(pieces, found)
    others = [
        (at, piece)
        for at, piece in enumerate(lines)
        if piece.text
        and id(piece) not in taken
        and not piece.is_typed_line
        and not STAMP.fullmatch(piece.folded)
        and (piece.side in (side, WHOLE) or LETTER_SUBJECT.match(piece.folded))
    ]
    number = found.get("number_line", len(lines))
    names_end = number
    if "number_line" not in found or pieces[number].side != side:
        names_end = max(number, found.get("motto", 0) + 1)
    superior, agency = _superior_and_agency(
        [piece for at, piece in others if at < names_end and _is_name(piece)]
    )
    return Heads(
        tuple(lines),
        superior=superior,
        agency=agency,
        letter_subject=_letter_subject([piece for at, piece in others if at > number]),
        **{key: pieces[at] for key, at in found.items()},
    )


def _landmarks(pieces: Sequence[Piece], rules: Nd30) -> dict[str, int]:
    """Where the elements stand that their own words give away."""
    found: dict[str, int] = {}
    for at, piece in [(n, piece) for n, piece in enumerate(pieces) if piece.text][:_LINES]:
        if found and _ends_heads(piece, rules):
            break
        key = _key(piece, rules)
        if key and key not in found and (found or key != "place_date"):
            found[key] = at
    return found


def _ends_heads(piece: Piece, rules: Nd30) -> bool:
    """Where the title or the text begins, so that a date in it is no place_date."""
    if piece.place.table and piece.side != WHOLE:
        return False
    begins = kind_of(piece, rules) or ADDRESSEE.match(piece.folded) or REFERENCE.match(piece.folded)
    return bool(begins) or len(piece.text) > _LONG


def _key(piece: Piece, rules: Nd30) -> str:
    folded = piece.folded
    if _is_like(folded, rules.national_name[0]):
        return "national_name"
    if _is_like(folded, rules.motto) or _MOTTO.search(folded):
        return "motto"
    if len(folded) < 60 and _NUMBER.match(folded) and piece.text.lower().startswith("số"):
        return "number_line"
    dated = len(folded) < 90 and _DATE.search(folded) and not folded.startswith("(")
    other = HEADING.match(folded) or LETTER_SUBJECT.match(folded)
    return "place_date" if dated and not other else ""


def _is_like(folded: str, wanted: str) -> bool:
    target = fold(wanted)
    if abs(len(folded) - len(target)) > 8:
        return False
    return target in folded or SequenceMatcher(None, folded, target).ratio() >= _LIKENESS


def _end(pieces: Sequence[Piece], last: int) -> int:
    """The index after the letterhead: the rest of its table, and a V/v on a line of its own."""
    table = pieces[last].place.table
    end = last + 1
    while (
        table
        and end < len(pieces)
        and pieces[end].place.table == table
        and pieces[end].side != WHOLE
    ):
        end += 1
    above: Piece | None = None
    below = next((at for at in range(end, len(pieces)) if pieces[at].text), None)
    if below is not None and _is_letter_subject(pieces[below], None):
        end = below
    while end < len(pieces) and _is_letter_subject(pieces[end], above):
        above = pieces[end]
        end += 1
    return end


def _is_letter_subject(piece: Piece, above: Piece | None) -> bool:
    """A V/v under the letterhead, or a line that goes on with it and looks like it."""
    if not piece.text or (piece.place.table and piece.side == WHOLE):
        return False
    if above is None or piece.folded.startswith("v/v"):
        return piece.folded.startswith("v/v")
    alike = piece.paragraph.align == above.paragraph.align and len(piece.text) <= _LONG
    return alike and not ADDRESSEE.match(piece.folded) and not piece.is_capitals


def _name_side(pieces: Sequence[Piece], found: dict[str, int]) -> str:
    """Where the agency's name stands: across from Quốc hiệu, or from what is left of it."""
    for key in ("national_name", "motto", "place_date"):
        if key in found:
            return opposite(pieces[found[key]].side)
    return pieces[found["number_line"]].side


def _is_name(piece: Piece) -> bool:
    folded = piece.folded
    goes_on = folded.startswith("ve ") and piece.is_capitals  # "BAN CHỈ ĐẠO / VỀ CHUYỂN ĐỔI SỐ"
    if folded.startswith("(") or (LETTER_SUBJECT.match(folded) and not goes_on):
        return False
    return any(map(str.isalpha, piece.text))


def _superior_and_agency(names: list[Piece]) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Chủ quản and cơ quan ban hành, each over its lines: parted where bold begins, or else where
    the last name of a body begins.
    """
    bold = [piece.bold_share > 0.5 for piece in names]
    split = 0
    if any(bold) and not bold[0] and bold == sorted(bold):
        split = bold.index(True)
    else:
        for at, piece in enumerate(names):
            if at and piece.text.upper().startswith(_BODIES):
                split = at
    return tuple(names[:split]), tuple(names[split:])


def _letter_subject(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """From V/v on."""
    begin = next(
        (at for at, piece in enumerate(pieces) if LETTER_SUBJECT.match(piece.folded)), len(pieces)
    )
    return tuple(pieces[begin:])
