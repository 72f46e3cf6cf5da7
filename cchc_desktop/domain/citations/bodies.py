"""Names of the bodies and persons that issue documents, as they stand in one line of a plain
text: blanks are single.
"""

import re
from collections.abc import Iterator

from cchc_desktop.domain.citations.letters import CAPITAL, CAPITALISED, any_of
from cchc_desktop.domain.citations.words import (
    COMMITTEE_HEADS,
    COMMITTEES,
    COUNCILS,
    FIELDS,
    FIXED,
    HEADS,
    LEVELS,
    NAME_ENDS,
    NAMES_ON,
    OFFICES,
    PERSONS,
)
from cchc_desktop.domain.document_code import KINDS

_NO_NAME = rf"(?!(?:Ban hành|Phê duyệt|Về|Sở|Bộ|{any_of(KINDS)})(?!\w))"
_WORD = rf"{_NO_NAME}{CAPITALISED}"
_LEVEL = rf"(?!xã hội)(?i:{any_of(LEVELS)})"
_PLACE = rf"(?: {_LEVEL}(?: {_WORD}(?:(?: | ?- ?){_WORD}){{0,3}})?|(?: {_WORD}){{1,4}})"
_TERM = r"(?:,? (?i:lần thứ|khóa|nhiệm kỳ) (?:[IVXLC]+|\d+(?: ?- ?\d+)?)(?!\w))"
_SHORT = r"(?: \([A-ZĐ][\w& -]{0,12}\))"
_FIRST = rf"(?:[Ll]iên )?(?:(?i:{any_of(PERSONS)}) )?(?:(?:{any_of(OFFICES)}) ){{0,2}}"
_KNOWN = re.compile(
    rf"(?:(?i:{any_of(FIXED)})(?:,?{_TERM}){{0,2}}"
    rf"|{_FIRST}(?:(?:(?i:{any_of(COUNCILS)}){_SHORT}?(?: và (?:UBND|Ủy ban nhân dân))?"
    rf"|(?i:{any_of(COMMITTEES)}){_SHORT}?){_PLACE}?{_TERM}?"
    rf"|(?i:Sở|Bộ) (?i:{any_of(FIELDS)}){_SHORT}?{_PLACE}?))(?!\w)"
)
_HEAD = re.compile(
    rf"(?<!\w){_FIRST}(?:(?i:{any_of(PERSONS)})|{any_of(HEADS)}|(?=[A-ZĐ]{{3,12}}(?!\w)))"
)
_START = re.compile(
    rf"(?<![\w/-])(?:[Ll]iên )?(?:(?i:{any_of((*PERSONS, *FIXED, *COUNCILS, *COMMITTEES))})"
    rf"|{any_of((*OFFICES, *HEADS))}|(?i:sở|bộ) (?i:{any_of(FIELDS)}))"
)
_TOKEN = re.compile(r" ?(?P<word>[\w.&]*[\w&]|-|,|\()")
_END = re.compile(any_of(NAME_ENDS))
_GOES_ON = re.compile(any_of(NAMES_ON), re.IGNORECASE)
_NOT_NAME = re.compile(rf"(?:Ban hành|Phê duyệt|Về|V/v|{any_of(KINDS)})(?!\w)")
_LISTED = re.compile(rf", \w+(?: \w+){{0,3}} và {CAPITAL}")  # "Văn hóa, Thể thao và Du lịch"
_BRACKET = re.compile(_SHORT)
_LEVEL_NAMED = re.compile(rf" ?{_PLACE}{_TERM}?")
_STARTS_LEVEL = re.compile(rf" {_LEVEL}")
_OF_ANOTHER = re.compile(  # "Đảng ủy Sở ..."
    r" (?:Sở|Bộ|Cục|Trường|Công ty|Trung tâm|Chi cục|Khối) "
)
_TASKED = re.compile(  # "Ban Chỉ đạo cải cách hành chính tỉnh": a name that tells a task
    rf"(?:(?:Phó )?Trưởng )?(?i:{any_of(COMMITTEE_HEADS)})"
    r"(?: (?!về |v/v |ban hành |đã |có )\w+(?:,| -)?){1,12}? "
    r"(?=(?:tỉnh|thành phố|huyện|xã|phường|quận|thị xã|Sở|quốc gia|Quốc gia|Trung ương)(?!\w))"
)
_CAPITALISED = re.compile(_WORD)
_JOINT = re.compile(r" ?(?:, và|,|và|-) ")
_DASH = re.compile(rf" ?- ?(?={CAPITAL})")
_MOST_WORDS = 14
_LOWER_WORDS = 8


def body_end(text: str, at: int) -> int | None:
    """Where the name of a body that begins there ends; None where none begins."""
    known = _KNOWN.match(text, at)
    if known and not _OF_ANOTHER.match(text, known.end()):
        return known.end()
    head = _HEAD.match(text, at)
    return _open_name_end(text, head) if head else None


def unknown_body_end(text: str, at: int) -> int | None:
    """The end of a capitalised name that begins like no body that is known."""
    head = _CAPITALISED.match(text, at)
    return _open_name_end(text, head) if head else None


def joint_end(text: str, end: int) -> int:
    """The end of a list of bodies that issued together: "Bộ Nội vụ, Bộ Tài chính"."""
    for _ in range(5):
        link = _JOINT.match(text, end)
        following = body_end(text, link.end()) if link else None
        if following is None:
            return end
        end = following
    return end


def bodies_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names of bodies in a stretch of text, from left to right, none inside another."""
    while start < end and (found := _START.search(text, start, end)):
        stop = body_end(text, found.start())
        if stop is not None:
            yield found.start(), stop
        start = max(stop or 0, found.end())


def _open_name_end(text: str, head: re.Match[str]) -> int | None:
    """The end of a name that no list knows: it goes on until a word that names don't hold."""
    if tasked := _TASKED.match(text, head.start()):
        place = _LEVEL_NAMED.match(text, tasked.end() - 1)
        return place.end() if place else tasked.end() - 1
    end, words, lower = head.end(), 0, 0
    bare = end == head.start()  # an acronym is the first word
    while words < _MOST_WORDS and (token := _TOKEN.match(text, end)):
        word, at = token["word"], token.start("word")
        if _STARTS_LEVEL.match(text, end):
            place = _LEVEL_NAMED.match(text, end)
            return place.end() if place else end
        if word in "-,(":
            if (more := _joins(text, end, word)) is None:
                break
            end = more
            continue
        if not _is_name(text, at, head.start()):
            break
        lower = 0 if word[0].isupper() else lower + 1
        if lower > _LOWER_WORDS or (words == 0 and lower and not _lower_follows(head[0])):
            break
        end, words = token.end(), words + 1
    if bare and not words:
        return None
    return end


def _lower_follows(head: str) -> bool:
    """Whether a name may go on with a small letter: "Ban chỉ đạo", not "Sở các"."""
    return head.split()[-1] not in ("Sở", "Bộ", "Cục", "Vụ")


def _joins(text: str, end: int, mark: str) -> int | None:
    """Where the name goes on after a mark inside it, None when the mark ends the name."""
    if mark == "(":
        bracket = _BRACKET.match(text, end)
        return bracket.end() if bracket else None
    if mark == ",":
        return end + 1 if _LISTED.match(text, end) else None
    dash = _DASH.match(text, end)
    return dash.end() if dash else None


def _is_name(text: str, at: int, start: int) -> bool:
    """Whether the word there can belong to a name."""
    if text.startswith("và ", at):
        follows = at + len("và ")
        return bool(_CAPITALISED.match(text, follows) and not _START.match(text, follows))
    if _NOT_NAME.match(text, at):
        before = text[start:at].rstrip().rsplit(" ", 1)[-1]
        return before in ("Sở", "Bộ", "Phòng", "Vụ", "Ban", "Cục") and text[at].isupper()
    if _END.match(text, at):
        return _goes_on(text, at, start)
    return True


def _goes_on(text: str, at: int, start: int) -> bool:
    """Whether a word that ends names is part of this one: "Ban Chỉ đạo", "đầu tư xây dựng"."""
    return any(
        m.start() < at < m.end() for m in _GOES_ON.finditer(text, max(start, at - 24), at + 24)
    )
