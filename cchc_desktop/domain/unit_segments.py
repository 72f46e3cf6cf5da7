"""Which pieces of a cell belong together: the cheapest reading, where a unit that is known from
elsewhere costs nothing and a comma within an unknown name costs more than a new head word.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from cchc_desktop.domain.unit_heads import (
    begins_unit,
    head_of,
    is_group_noun,
    key,
    listed_units,
    plural_of,
)
from cchc_desktop.domain.unit_names import Name, read_name
from cchc_desktop.domain.unit_pieces import AND, BULLET, COMMA, DASH, LINE, SEMICOLON, SLASH, Piece
from cchc_desktop.domain.unit_words import DEPARTMENTS, LEVELS, SHARED_HEADS

Knows = Callable[[Name], Sequence[str]]  # the spellings known from elsewhere of the same unit

_UNKNOWN = 1.0
_UNKNOWN_LISTED = 0.6
_JOIN = {DASH: 0.2, AND: 0.3, SLASH: 0.3, LINE: 0.5, COMMA: 0.7, BULLET: 1.5, SEMICOLON: 2.5}
_JOIN_LISTED = {DASH: 0.2, SLASH: 1.0, AND: 1.0}  # in "các phòng A, B và C"
_JOIN_LOWER_CASE = 0.05  # "Hội đồng thi đua, khen thưởng"
_JOIN_SOFT_HEAD = 0.3  # "Phòng Pháp chế - Thanh tra"
_JOIN_TO_GROUP = 1.6  # "Các phòng, TTDVĐN"
_ALONE = {BULLET: 0.0, SEMICOLON: 0.0, LINE: 0.6}
_ALONE_ELSEWHERE = 1.2
_SHARED_HEAD = 0.9
_KNOWN = 0.1
_NEVER = 100.0
_LONGEST = 8  # pieces in one name
_OWNER = key("Sở")
_DEPARTMENTS = {key(name) for name in DEPARTMENTS}
_LEVELS = {key(name)[-1:] for name in LEVELS}  # their last words
_CLERKS = ("Hội đồng nhân dân", "Ủy ban nhân dân", "Đoàn đại biểu Quốc hội")


@dataclass(frozen=True, slots=True)
class Segment:
    """Pieces read as one unit: the words as typed, those with the head word that they share with
    the unit before, bracketed remarks, and whether the cuts are sure.
    """

    typed: str
    text: str
    remarks: tuple[str, ...] = ()
    sure: bool = True


@dataclass(frozen=True, slots=True)
class _Reading:
    """A reading of the first pieces of a cell: what it costs, its segments, the head word that a
    next one may share ("Phòng"), and whether it heads a list ("các phòng").
    """

    cost: float
    segments: tuple[Segment, ...] = ()
    head: str = ""
    listed: bool = False


@dataclass(frozen=True, slots=True)
class _Start:
    """A way for a piece to begin a unit: the head put before it, the piece without "các phòng",
    and the cost where it isn't known, which is nothing after a head word of its own.
    """

    text: str
    head: str
    before: str = ""
    cost: float = 0.0
    listed: bool = False
    sure: bool = True


def segments_of(pieces: Sequence[Piece], knows: Knows) -> list[Segment]:
    """The units named by the pieces of a cell, in order."""
    best = [_Reading(0.0)]
    for end in range(1, len(pieces) + 1):
        readings = (
            reading
            for start in range(max(0, end - _LONGEST), end)
            for reading in _readings(best[start], pieces[start:end], knows)
        )
        best.append(min(readings, key=lambda reading: reading.cost))
    return list(best[-1].segments)


def _readings(before: _Reading, pieces: Sequence[Piece], knows: Knows) -> Iterator[_Reading]:
    for start in _starts(before, pieces[0]):
        joining, doubtful = _joining(start, pieces[1:])
        if joining >= _NEVER:
            continue
        typed = start.text + "".join(piece.glue + piece.text for piece in pieces[1:])
        text = f"{start.before} {typed}".strip()
        name = read_name(text)
        spellings = [*knows(name), *_department(name)]
        if spellings:
            cost = before.cost + (_KNOWN if start.cost else 0.0)
            told = not doubtful or any("," not in spelling for spelling in spellings)
            sure = start.sure and told
        else:
            unknown = _UNKNOWN_LISTED if start.listed else _UNKNOWN
            cost = before.cost + start.cost + joining + unknown
            sure = not doubtful and (start.listed or not start.before)
        remarks = tuple(remark for piece in pieces for remark in piece.remarks)
        segment = Segment(typed, text[:1].upper() + text[1:], remarks, sure)
        yield _Reading(cost, (*before.segments, segment), start.head, start.listed)


def _starts(before: _Reading, piece: Piece) -> Iterator[_Start]:
    listed = listed_units(piece.text)
    head, own = head_of(piece.text)
    if listed:
        yield _Start(listed[1], head=listed[0], before=listed[0], listed=True)
    elif begins_unit(piece.text) or is_group_noun(piece.text):
        shared = head is not None and own and head.name in SHARED_HEADS
        yield _Start(piece.text, head=piece.text.removesuffix(own) if shared else "")
    else:
        if before.head and piece.joint != DASH:
            cost = _KNOWN if before.listed else _SHARED_HEAD
            sure = before.listed or piece.text[:1].isupper()
            yield _Start(piece.text, before.head, before.head, cost, before.listed, sure)
        cost = _ALONE.get(piece.joint, _ALONE_ELSEWHERE)
        yield _Start(piece.text, before.head, cost=cost)


def _joining(start: _Start, pieces: Sequence[Piece]) -> tuple[float, bool]:
    """What it costs to read the pieces on as one name, and whether that is doubtful."""
    cost, doubtful = 0.0, False
    text = f"{start.before} {start.text}".strip()
    for piece in pieces:
        cost += _join_cost(text, piece, listed=start.listed)
        doubtful |= piece.text[:1].isupper() and piece.joint not in (DASH, AND, SLASH)
        text += piece.glue + piece.text
    return cost, doubtful


def _join_cost(left: str, piece: Piece, *, listed: bool) -> float:
    """What it costs that the name on the left goes on with the piece."""
    group = read_name(left).group
    head, own = head_of(left)
    if key(piece.text) == _OWNER and piece.joint == LINE:
        return _JOIN_LOWER_CASE
    if is_group_noun(piece.text):
        if group:
            return 0.0
        if plural_of(piece.text)[1] < len(key(piece.text)) or not own:
            return _NEVER
    elif begins_unit(piece.text):
        return _cost_before_head(left, piece)
    if piece.joint in (COMMA, AND) and _is_complete(left, piece):
        return _NEVER
    if piece.text[:1].islower() and piece.joint not in (BULLET, SEMICOLON):
        return _JOIN_LOWER_CASE
    if head and not own and piece.joint != DASH:
        return _NEVER  # "VP, HTQT"
    if group:
        return _JOIN_TO_GROUP
    return _JOIN_LISTED.get(piece.joint, _JOIN_TO_GROUP) if listed else _JOIN[piece.joint]


def _is_complete(left: str, piece: Piece) -> bool:
    """Whether a name ends with its level ("Công an tỉnh") and no further level follows."""
    return key(left)[-1:] in _LEVELS and key(piece.text)[-1:] not in _LEVELS


def _cost_before_head(left: str, piece: Piece) -> float:
    head, _ = head_of(piece.text)
    left_head, own = head_of(left)
    if head and head.soft and piece.joint == DASH and own:
        return _JOIN_SOFT_HEAD
    if left_head and head and left_head.name == "Văn phòng" and head.name in _CLERKS:
        return -_JOIN_SOFT_HEAD if _serves_more(own, piece) else _NEVER
    return _NEVER


def _serves_more(own: str, piece: Piece) -> bool:
    """Whether an office's name goes on with the next body that it serves: "VP HĐND và UBND", not
    "VP UBND tỉnh; UBND các xã".
    """
    inner, _ = head_of(own)
    if inner is None or inner.name not in _CLERKS or piece.joint in (SEMICOLON, LINE, BULLET):
        return False
    placed = key(own)[-1:] in _LEVELS
    return not (placed and (piece.joint == COMMA or read_name(piece.text).group))


def _department(name: Name) -> tuple[str, ...]:
    """The name itself where the law gives a department just that name, commas and all."""
    return (" ".join(key(name.text)),) if is_department(name) else ()


def is_department(name: Name) -> bool:
    """Whether the law names a department, a ministry or a room just so."""
    named_so = name.head is not None and name.head.name in ("Bộ", "Sở", "Phòng")
    return named_so and key(head_of(name.text)[1]) in _DEPARTMENTS
