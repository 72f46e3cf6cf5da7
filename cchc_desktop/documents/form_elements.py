"""Finds the elements of a document (thành phần thể thức, Nghị định 30/2020 Phụ lục I, Mục II, III)
by what they say and where they stand, so that wrongly formatted ones are found too.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from cchc_desktop.documents.form_pieces import LEFT, RIGHT, WHOLE, Piece
from cchc_desktop.documents.nd30 import Nd30
from cchc_desktop.domain.vietnamese import fold

HEAD_LINES = 40  # a letterhead stands within the first lines with text
_LIKENESS = 0.86
_NUMBER = re.compile(r"so\s*(?::|\d|\.{2,}|…|/)(?!.*\bngay\b)")
_DATE = re.compile(r"ngay[\s.…\d_]*thang[\s.…\d_]*nam|ngay\s*\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]")
_LETTER_SUBJECT = re.compile(r"(v/v|v\.v|ve viec|vv)\b")
_STAMPS = re.compile(
    r"(hoa toc|thuong khan|khan|mat|toi mat|tuyet mat|luu hanh noi bo|xem xong tra lai|du thao)\b.*"
)
_ADDRESSEE = re.compile(r"kinh gui\b")
_RECIPIENTS = re.compile(r"noi nhan\b\s*:?")
_REFERENCE = re.compile(r"\(?\s*(?:ban hanh )?(kem theo|dinh kem)\b")
_APPENDIX = re.compile(r"phu luc(?:\s+(?:so\s*)?(?P<number>[ivxlc]+|\d+|[a-z]))?\s*[.:]?")
_APPENDIX_TITLED = re.compile(
    r"phu luc(?:\s+(?:so\s*)?(?P<number>[ivxlc]+|\d+|[a-z]))?\s*[.:–-]\s*\S.*"
)
_AUTHORITY = re.compile(
    r"(tm|kt|tl|tuq|q|t/m|k/t|t/l)\b\.?\s*\w"
    r"|.*\b(giam doc|chu tich|truong|chanh|pho|thu truong|chu toa|bi thu|quyen han)\b"
)
_HEADING = re.compile(r"([ivxlc]+|\d{1,2})\s*[./)-]|(phan|chuong|muc|dieu)\s+\w+|can cu\b|a\)")
_BODY_MARKS = (".", ";", ":", "./.")
_LONG_SUBJECT = 350


@dataclass(frozen=True)
class Heads:
    """The letterhead. `lines` are all its pieces, the empty ones too."""

    lines: tuple[Piece, ...] = ()
    national_name: Piece | None = None
    motto: Piece | None = None
    superior: tuple[Piece, ...] = ()
    agency: tuple[Piece, ...] = ()
    number_line: Piece | None = None
    letter_subject: tuple[Piece, ...] = ()
    place_date: Piece | None = None


@dataclass(frozen=True)
class Title:
    """Tên loại and trích yếu; `lines` are all pieces from the first to where the body begins."""

    lines: tuple[Piece, ...] = ()
    kind: str = ""  # as the list of kinds spells it, "" when unknown
    type_name: Piece | None = None
    subject: tuple[Piece, ...] = ()
    reference: tuple[Piece, ...] = ()


@dataclass(frozen=True)
class Closing:
    """Nơi nhận and the signature."""

    lines: tuple[Piece, ...] = ()
    recipients_head: Piece | None = None
    recipients: tuple[tuple[Piece, ...], ...] = ()  # one recipient each, over its lines
    authority: tuple[Piece, ...] = ()
    signer: Piece | None = None


@dataclass(frozen=True)
class AppendixForm:
    """A phụ lục; `label` is None where only "(Kèm theo ...)" shows that it is one."""

    lines: tuple[Piece, ...]
    label: Piece | None
    number: str
    titled: bool  # the name stands on the label's own line
    title: tuple[Piece, ...]
    reference: tuple[Piece, ...]


@dataclass(frozen=True)
class Form:
    """A document taken apart. `body` are its pieces between title and closing, tables included.

    `is_appendix_only`: the file is a phụ lục by itself. `is_letter`: a công văn, without tên loại.
    """

    heads: Heads
    title: Title
    body: tuple[Piece, ...]
    closing: Closing
    appendices: tuple[AppendixForm, ...]

    @property
    def is_appendix_only(self) -> bool:
        """Whether the file is a phụ lục by itself."""
        return bool(self.appendices) and not self.heads.lines and not texts(self.body)

    @property
    def is_letter(self) -> bool:
        """Whether it is a công văn: no tên loại, but an addressee or V/v."""
        if self.title.type_name:
            return False
        addressed = any(_ADDRESSEE.match(piece.folded) for piece in self.body)
        return addressed or bool(self.heads.letter_subject)


def read_form(pieces: Sequence[Piece], rules: Nd30) -> Form:
    """The elements of the pieces of a document."""
    heads, begin = _heads(pieces, rules)
    closing_at = _closing_start(pieces, begin)
    starts = _appendix_starts(pieces, closing_at if closing_at is not None else begin)
    end = starts[0] if starts else len(pieces)
    appendices = tuple(
        _appendix(pieces[start:stop])
        for start, stop in pairwise((*starts, len(pieces)))
    )
    if closing_at is None or closing_at > end:
        closing_at = _signature_start(pieces[:end], begin)
    closing = _closing(pieces[closing_at:end])
    title = _title(pieces[begin:closing_at], rules)
    body = pieces[begin + len(title.lines) : closing_at]
    return Form(heads, title, tuple(body), closing, appendices)


def _is_like(folded: str, wanted: str) -> bool:
    target = fold(wanted)
    if abs(len(folded) - len(target)) > 8:
        return False
    return target in folded or SequenceMatcher(None, folded, target).ratio() >= _LIKENESS


def _heads(pieces: Sequence[Piece], rules: Nd30) -> tuple[Heads, int]:
    """The letterhead and the index of the first piece after it."""
    texts = [(at, piece) for at, piece in enumerate(pieces) if piece.text][:HEAD_LINES]
    found: dict[str, int] = {}
    for at, piece in texts:
        if found and _ends_heads(piece, rules):
            break
        key = _head_key(piece, rules)
        if key and key not in found and (found or key != "place_date"):
            found[key] = at
    if not found:
        return Heads(), 0
    end = _table_end(pieces, max(found.values()))
    lines = pieces[: end + 1]
    taken = {id(pieces[at]) for at in found.values()}
    number_at = found.get("number_line", end + 1)
    name_side = _name_side(pieces, found)
    others = [
        (at, piece)
        for at, piece in enumerate(lines)
        if piece.text and id(piece) not in taken and not piece.is_typed_line
    ]
    names = [
        piece
        for at, piece in others
        if at < max(number_at, found.get("motto", 0) + 1)
        and piece.side in (name_side, WHOLE)
        and _is_name(piece)
    ]
    superior, agency = _names(names)
    letter_subject = _letter_subject([p for at, p in others if at > number_at], name_side)

    def at(key: str) -> Piece | None:
        return pieces[found[key]] if key in found else None

    heads = Heads(
        tuple(lines),
        at("national_name"),
        at("motto"),
        superior,
        agency,
        at("number_line"),
        letter_subject,
        at("place_date"),
    )
    return heads, end + 1


def _ends_heads(piece: Piece, rules: Nd30) -> bool:
    """Where the title or the text begins, so that a date in it is no place_date."""
    if piece.place.table and piece.side != WHOLE:
        return False
    return bool(_kind(piece, rules) or _ADDRESSEE.match(piece.folded)) or len(piece.text) > 120


def _name_side(pieces: Sequence[Piece], found: dict[str, int]) -> str:
    """Where the agency's name stands: across from Quốc hiệu, or what is left of it."""
    for key in ("national_name", "motto", "place_date"):
        if key in found:
            return _opposite(pieces[found[key]].side)
    return pieces[found["number_line"]].side


def _opposite(side: str) -> str:
    return {LEFT: RIGHT, RIGHT: LEFT}.get(side, WHOLE)


def _head_key(piece: Piece, rules: Nd30) -> str:
    folded = piece.folded
    if _is_like(folded, rules.national_name[0]):
        return "national_name"
    if _is_like(folded, rules.motto) or re.search(r"doc lap\W*tu do\W*hanh phuc", folded):
        return "motto"
    if len(folded) < 60 and _NUMBER.match(folded) and "gio" not in folded:
        return "number_line"
    if len(folded) < 90 and _DATE.search(folded) and not _HEADING.match(folded):
        return "place_date" if not folded.startswith("(") else ""
    return ""


def _is_name(piece: Piece) -> bool:
    folded = piece.folded
    if _STAMPS.fullmatch(folded) or folded.startswith("(") or _LETTER_SUBJECT.match(folded):
        return False
    return any(map(str.isalpha, piece.text))


def _table_end(pieces: Sequence[Piece], at: int) -> int:
    """The last piece of the two-column table that the piece stands in, or the piece itself."""
    table = pieces[at].place.table
    last = at
    for after in range(at + 1, len(pieces)):
        if not table or pieces[after].place.table != table or pieces[after].side == WHOLE:
            break
        last = after
    while last + 1 < len(pieces) and _is_letter_subject_tail(pieces, last + 1):
        last += 1
    return last


def _is_letter_subject_tail(pieces: Sequence[Piece], at: int) -> bool:
    """V/v on a line of its own under a letterhead without a table."""
    piece = pieces[at]
    return not piece.place.table and bool(re.match(r"v/v\b", piece.folded))


def _letter_subject(others: Sequence[Piece], side: str) -> tuple[Piece, ...]:
    begun = False
    found = []
    for piece in others:
        if piece.side not in (side, WHOLE) or _STAMPS.fullmatch(piece.folded):
            continue
        begun = begun or bool(_LETTER_SUBJECT.match(piece.folded))
        if begun:
            found.append(piece)
    return tuple(found)


_BODIES = (  # how the name of a body begins
    "UBND", "ỦY BAN", "UỶ BAN", "BỘ", "SỞ", "BAN", "VĂN PHÒNG", "PHÒNG", "CHI CỤC", "CỤC", "TỔNG CỤC",
    "VỤ", "TRUNG TÂM", "HỘI ĐỒNG", "HĐND", "TRƯỜNG", "THANH TRA", "ĐẢNG ỦY", "ĐẢNG BỘ", "CÔNG AN",
    "VIỆN", "BỆNH VIỆN", "QUỸ", "CÔNG TY", "TỔNG CÔNG TY", "HỌC VIỆN", "ĐẠI HỌC", "CHI BỘ", "TỔ",
    "CÔNG ĐOÀN", "TÒA ÁN", "KHO BẠC", "BẢO HIỂM", "THUẾ", "CHÍNH PHỦ",
)  # fmt: skip


def _names(names: list[Piece]) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Chủ quản and cơ quan ban hành, each over its lines: parted where bold begins, or else where
    the last name of a body begins.
    """
    bold = [piece.bold_share > 0.5 for piece in names]
    split = 0
    if any(bold) and not all(bold) and not bold[0] and bold == sorted(bold):
        split = bold.index(True)
    else:
        for at, piece in enumerate(names):
            if at and piece.text.upper().startswith(_BODIES):
                split = at
    return tuple(names[:split]), tuple(names[split:])


def _title(pieces: Sequence[Piece], rules: Nd30) -> Title:
    lines = [at for at, piece in enumerate(pieces) if piece.text][:8]
    named = next(((at, k) for at in lines if (k := _kind(pieces[at], rules))), None)
    if named is None and lines and _is_headline(pieces[lines[0]]):
        named = lines[0], ""
    if named is None or any(_ADDRESSEE.match(pieces[at].folded) for at in lines if at < named[0]):
        return Title(_leading_empty(pieces))
    at, kind = named
    subject: list[Piece] = []
    reference: list[Piece] = []
    end = at + 1
    for after in range(at + 1, len(pieces)):
        piece = pieces[after]
        if _REFERENCE.match(piece.folded) and piece.folded.startswith("("):
            reference.append(piece)
        elif reference and piece.text and not reference[-1].text.endswith(")"):
            reference.append(piece)
        elif not piece.text or piece.is_typed_line:
            if subject and _holds_line(piece):
                end = after + 1
                break
            if subject and not piece.text and not _rule_follows(pieces, after):
                break
        elif _continues_subject(piece, subject, rules):
            subject.append(piece)
        else:
            break
        end = after + 1
    return Title(tuple(pieces[:end]), kind, pieces[at], tuple(subject), tuple(reference))


def _is_headline(piece: Piece) -> bool:
    """A line that stands where tên loại stands and looks like it."""
    centred = piece.paragraph.align == "center"
    return piece.is_capitals and centred and piece.bold_share > 0.5 and len(piece.text) < 60


def _leading_empty(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    empty = []
    for piece in pieces:
        if piece.text:
            break
        empty.append(piece)
    return tuple(empty)


def _kind(piece: Piece, rules: Nd30) -> str:
    """The tên loại that a piece names, alone or before a subject in capitals."""
    if piece.place.table and piece.side != WHOLE:
        return ""
    for kind in sorted(rules.kinds, key=len, reverse=True):
        folded = fold(kind)
        if piece.folded.rstrip(" :") == folded:
            return kind
        if piece.folded.startswith(f"{folded} ") and piece.is_capitals:
            return kind
    return ""


def _holds_line(piece: Piece) -> bool:
    return bool(piece.paragraph.lines or piece.paragraph.borders) or piece.is_typed_line


def _rule_follows(pieces: Sequence[Piece], at: int) -> bool:
    following = pieces[at + 1 : at + 3]
    return any(_holds_line(piece) and (not piece.text or piece.is_typed_line) for piece in following)


def _continues_subject(piece: Piece, subject: list[Piece], rules: Nd30) -> bool:
    folded = piece.folded
    if _HEADING.match(folded) or _ADDRESSEE.match(folded) or len(piece.text) > _LONG_SUBJECT:
        return False
    centred = piece.paragraph.align == "center"
    if not subject:
        long = len(piece.text) > 150 and not piece.bold_share and not centred
        return centred or piece.bold_share > 0.5 or not (long or piece.text.endswith(_BODY_MARKS))
    if subject[-1].paragraph is piece.paragraph:
        return True
    if _holds_line(subject[-1]) and subject[-1].paragraph.lines:
        return False
    first = subject[0]
    alike = piece.bold_share > 0.5 if first.bold_share > 0.5 else not piece.bold_share
    return (
        centred == (first.paragraph.align == "center")
        and centred
        and alike
        and not (piece.is_capitals and not first.is_capitals)
    )


def _closing_start(pieces: Sequence[Piece], begin: int) -> int | None:
    at = next(
        (at for at in range(begin, len(pieces)) if _RECIPIENTS.match(pieces[at].folded)), None
    )
    if at is None:
        return None
    while at > begin and _same_block(pieces[at - 1], pieces[at]):
        at -= 1
    before = at
    while before > begin and (not pieces[before - 1].text or _is_signature(pieces[before - 1])):
        before -= 1
    return before if any(_is_signature(piece) for piece in pieces[before:at]) else at


def _same_block(before: Piece, after: Piece) -> bool:
    if after.place.table:
        return before.place.table == after.place.table
    return before.paragraph is after.paragraph


def _is_signature(piece: Piece) -> bool:
    return (
        piece.is_capitals
        and len(piece.text) < 80
        and not _HEADING.match(piece.folded)
        and bool(_AUTHORITY.match(piece.folded))
        and piece.bold_share > 0
    )


def _signature_start(pieces: Sequence[Piece], begin: int) -> int:
    """Where a signature without Nơi nhận begins: among the last lines, else the end."""
    texts = [at for at in range(begin, len(pieces)) if pieces[at].text][-8:]
    at = next((at for at in texts if _is_signature(pieces[at])), None)
    if at is None:
        return len(pieces)
    while at > begin and pieces[at].place.table and _same_block(pieces[at - 1], pieces[at]):
        at -= 1
    return at


def _closing(pieces: Sequence[Piece]) -> Closing:
    head = next((p for p in pieces if _RECIPIENTS.match(p.folded)), None)
    left, right = _parted(pieces, head)
    recipients: list[list[Piece]] = []
    for piece in left:
        continued = recipients and not _starts_recipient(piece) and _is_open(recipients[-1])
        if continued:
            recipients[-1].append(piece)
        else:
            recipients.append([piece])
    authority: list[Piece] = []
    signer = None
    for piece in right:
        if piece.folded.startswith("(") or re.match(r"(ky boi|ngay ky|da ky)\b", piece.folded):
            continue
        if not signer and (piece.is_capitals or _is_office(piece)):
            authority.append(piece)
        else:
            signer = piece
    if signer is None and len(authority) > 1 and not _AUTHORITY.match(authority[-1].folded):
        signer = authority.pop()
    return Closing(
        tuple(pieces), head, tuple(map(tuple, recipients)), tuple(authority), signer
    )


def _is_office(piece: Piece) -> bool:
    return bool(re.match(r"(tm|kt|tl|tuq|q)\.", piece.folded)) or bool(
        re.fullmatch(r"(pho |quyen )?(giam doc|chu tich|chanh van phong|truong \w+.*)", piece.folded)
    )


def _parted(pieces: Sequence[Piece], head: Piece | None) -> tuple[list[Piece], list[Piece]]:
    """The lines of the recipients and of the signature."""
    texts = [p for p in pieces if p.text and p is not head and not p.is_typed_line]
    other = _opposite(head.side) if head and head.side else RIGHT
    right = [p for p in texts if p.side == other]
    if head is None:
        return [], right or texts
    if head.place.table:
        left = [p for p in texts if p.side == head.side and p.place.table == head.place.table]
    else:
        left = _sequence([p for p in texts if p.side != other])
    if not right:
        taken = {id(piece) for piece in left}
        right = [p for p in texts if id(p) not in taken]
    return left, right


def _sequence(texts: list[Piece]) -> list[Piece]:
    """The recipients in a closing of a single column: up to the line "Lưu", or those with dashes."""
    last = max((at for at, p in enumerate(texts) if _starts_recipient(p)), default=-1)
    return [p for p in texts[: last + 1] if not _is_signature(p)]


def _starts_recipient(piece: Piece) -> bool:
    return piece.text[:1] in "-–—+•*" or piece.folded.startswith("luu")


def _is_open(lines: list[Piece]) -> bool:
    return not lines[-1].text.endswith((";", ".", ","))


def _appendix_starts(pieces: Sequence[Piece], begin: int) -> list[int]:
    starts = [at for at in range(begin, len(pieces)) if _is_appendix_label(pieces, at)]
    for at in range(begin, len(pieces)):
        piece = pieces[at]
        if not (piece.folded.startswith("(") and _REFERENCE.match(piece.folded)):
            continue
        first = _sheet_start(pieces, at, begin)
        if first is not None and not any(first <= start <= at for start in starts):
            starts.append(first)
    return sorted(starts)


def _is_appendix_label(pieces: Sequence[Piece], at: int) -> bool:
    piece = pieces[at]
    if piece.place.table and piece.side != WHOLE:
        return False
    stands_out = piece.paragraph.align == "center" or piece.bold_share > 0.5 or piece.is_capitals
    if _APPENDIX.fullmatch(piece.folded):
        return stands_out or _starts_sheet(pieces, at)
    titled = bool(_APPENDIX_TITLED.fullmatch(piece.folded))
    return titled and stands_out and _starts_sheet(pieces, at)


def _starts_sheet(pieces: Sequence[Piece], at: int) -> bool:
    """Nothing stands before the piece on its page, as far as the file says."""
    piece = pieces[at]
    if piece.paragraph.breaks_page:
        return True
    for before in reversed(pieces[:at]):
        if before.place.section is not piece.place.section:
            return True
        if before.text:
            return before.paragraph.breaks_page
        if before.paragraph.breaks_page:
            return True
    return True


def _sheet_start(pieces: Sequence[Piece], at: int, begin: int) -> int | None:
    """The first line of the sheet headed by "(Kèm theo ...)", at most a few lines above it; None where
    other text stands above.
    """
    for first in range(at, max(begin, at - 8) - 1, -1):
        if pieces[first].text and _starts_sheet(pieces, first):
            return first
    return None


def _appendix(pieces: Sequence[Piece]) -> AppendixForm:
    first = pieces[0]
    match = _APPENDIX.fullmatch(first.folded) or _APPENDIX_TITLED.fullmatch(first.folded)
    label = first if match else None
    titled = bool(match) and not _APPENDIX.fullmatch(first.folded)
    number = ""
    if match and match["number"]:
        number = first.folded[match.start("number") : match.end("number")]
    title: list[Piece] = []
    reference: list[Piece] = []
    for piece in pieces[1 if match else 0 :]:
        if not piece.text or piece.is_typed_line:
            if reference:
                break
        elif _REFERENCE.match(piece.folded):
            reference.append(piece)
        elif reference and not reference[-1].text.endswith(")"):
            reference.append(piece)
        elif reference or not _names_appendix(piece):
            break
        else:
            title.append(piece)
    return AppendixForm(tuple(pieces), label, number, titled, tuple(title), tuple(reference))


def _names_appendix(piece: Piece) -> bool:
    if piece.place.table and piece.side != WHOLE:
        return False
    centred = piece.paragraph.align == "center"
    heading = _HEADING.match(piece.folded) and not centred
    return not heading and (centred or piece.bold_share > 0.5 or piece.is_capitals)


def texts(pieces: Iterable[Piece]) -> str:
    """The pieces' texts as one line."""
    return " ".join(piece.text for piece in pieces)
