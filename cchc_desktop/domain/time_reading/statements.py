"""Reads a whole cell: its clauses in order, what joins each to the one before, the conditions in
it, and the words left over. Every word ends up in one of them, or decorates.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum

from cchc_desktop.domain.time_reading.clauses import Clause, Dated, Place, Recurring, clause
from cchc_desktop.domain.time_reading.number_grammar import (
    DATE_MARKS,
    count_after,
    digits,
    label_end,
    small_number,
)
from cchc_desktop.domain.time_reading.tokens import Line, tokens
from cchc_desktop.domain.time_reading.words import BOUNDARIES, UNITS, Kind
from cchc_desktop.domain.vietnamese import one_line


class Join(IntEnum):
    """How a clause follows the one before it, loosest last."""

    NONE = 0
    COMMA = 1
    AND = 2
    BRACKET = 3
    STRONG = 4  # a semicolon, a dash, a new line


@dataclass(frozen=True, slots=True)
class Joined:
    """A clause and how it follows the one before it."""

    clause: Clause
    join: Join


@dataclass(slots=True)
class Statements:
    """A cell read: clauses, and places of conditions and of words not understood."""

    line: Line
    clauses: list[Joined] = field(default_factory=list)
    conditions: list[Place] = field(default_factory=list)
    unread: list[Place] = field(default_factory=list)

    def words(self, text: str, place: Place) -> str:
        """The words of a place in the text that was read."""
        start, end = place
        kinds = [token.kind for token in self.line.tokens[start : end + 1]]
        end += kinds[-1] is Kind.CLOSE and kinds.count(Kind.OPEN) == kinds.count(Kind.CLOSE)
        return one_line(text[self.line.tokens[start].start : self.line.tokens[end - 1].end])

    def leftovers(self, without_meaning: Iterable[Place]) -> list[Place]:
        """Places not understood and those of clauses that mean nothing after all, neighbours with
        what stands between them joined.
        """
        joined: list[Place] = []
        for start, end in sorted((*self.unread, *without_meaning)):
            if joined and self._is_decoration(joined[-1][1], start):
                joined[-1] = joined[-1][0], end
            else:
                joined.append((start, end))
        return joined

    def _is_decoration(self, start: int, end: int) -> bool:
        between = self.line.tokens[start:end]
        return all(token.kind in _DECORATION and token.kind is not Kind.BULLET for token in between)


_JOINS = {
    Kind.COMMA: Join.COMMA,
    Kind.SLASH: Join.COMMA,
    Kind.AND: Join.AND,
    Kind.OPEN: Join.BRACKET,
    Kind.ABOUT: Join.BRACKET,
    Kind.SEMICOLON: Join.STRONG,
    Kind.DASH: Join.STRONG,
    Kind.DOT: Join.STRONG,
    Kind.BULLET: Join.STRONG,
}
_DECORATION = frozenset(
    {
        *(_JOINS.keys() - {Kind.ABOUT}),
        Kind.CLOSE,
        Kind.COLON,
        Kind.MARK,
        Kind.FILLER,
        Kind.LINK,
        Kind.WITHIN,
        Kind.REPORT,
        Kind.FINISHING,
        Kind.LATER_YEARS,
        Kind.EVERY,
        Kind.NEXT,
        Kind.WEEKDAY,
        Kind.CLOCK,
        Kind.WORKING,
    }
)
_RESUMING = frozenset({Kind.BEFORE, Kind.LATEST, Kind.EXPECTED, Kind.WITHIN})
_UNMISTAKABLE = _RESUMING | {Kind.ONGOING, Kind.WHOLE, Kind.FROM}
_NUMBERS = frozenset({Kind.NUMBER, Kind.ROMAN, Kind.NUMERAL, Kind.CITATION})
_BOUND = frozenset({Kind.NUMBER, Kind.WORD, Kind.ROMAN, Kind.MARK})
_CONDITIONS = frozenset({Kind.WAIT, Kind.ALONG})
_STRONG = frozenset({Kind.SEMICOLON, Kind.OPEN, Kind.COLON})
_EVENT_MARKS = frozenset({Kind.FROM, Kind.SINCE, Kind.BEFORE, Kind.AFTER})
_SINCE = frozenset({Kind.FROM, Kind.SINCE, Kind.AFTER, Kind.WAIT, Kind.WORKING})


def statements(text: str, year: int) -> Statements:
    """Reads the NFC text of a cell in the plan of that year."""
    read = Statements(Line(tokens(text), year))
    line = read.line
    join, i = Join.NONE, 0
    while line.kind(i) is not Kind.END:
        join = _joined(line, i, join)
        if _is_condition(line, i):
            end = _opaque_end(line, i)
            read.conditions.append((i, end))
        elif line.kind(i) in (Kind.DOCUMENT, Kind.CITATION):
            end = _opaque_end(line, i)
            if not _is_object(line, i, end):
                read.unread.append((i, end))
        elif not _is_week(line, i) and (found := clause(line, i)) is not None:
            end = found.end if found.meanings else _past_bound(line, found.end)
            read.unread += found.impossible if found.meanings else ((i, end),)
            read.clauses.append(Joined(found, join))
            join = Join.NONE
        elif line.kind(i) in _DECORATION or _is_about_time(line, i):
            end = i + 1
        elif _is_label(line, i):
            end = label_end(line, i)
        else:
            end = _unknown_end(line, i)
            read.unread.append((i, end))
        i = end
    return read


def _is_object(line: Line, i: int, end: int) -> bool:
    """The document that a deed is done to, without figures: "ban hành kế hoạch trong tháng 1"."""
    figures = any(line.kind(at) in _NUMBERS for at in range(i, end))
    return i > 0 and line.kind(i - 1) is Kind.FILLER and not figures


def _joined(line: Line, i: int, join: Join) -> Join:
    kind = line.kind(i)
    if kind is Kind.OPEN:
        return Join.BRACKET
    found = max(join, _JOINS.get(kind, Join.NONE))
    return max(found, Join.STRONG) if line.tokens[i].breaks and i else found


def _is_condition(line: Line, i: int) -> bool:
    kind = line.kind(i)
    if kind is Kind.WAIT:
        return True
    if kind in (Kind.ALONG, Kind.BEFORE_END):
        found = clause(line, i)
        return found is None or not _ends(line, found)
    if _is_duration(line, i):
        return True
    if kind not in _EVENT_MARKS or clause(line, i) is not None:
        return False
    after = line.kind(i + 1)
    return kind in (Kind.SINCE, Kind.AFTER) or after in (Kind.EVENT, Kind.DAY)


def _is_week(line: Line, i: int) -> bool:
    """ "tuần 2" of "tuần 2 tháng 5", which no rule dates."""
    numbered = line.kind(i + 1) in (Kind.NUMBER, Kind.NUMERAL, Kind.ORDINAL, Kind.PART)
    return line.kind(i) is Kind.WEEK and numbered and not count_after(line, i + 1)


def _is_about_time(line: Line, i: int) -> bool:
    """ "đối với" of "đối với báo cáo quý", not of "đối với các phòng"."""
    reported = line.kind(i + 1) is Kind.REPORT
    return line.kind(i) is Kind.ABOUT and (reported or clause(line, i + 1) is not None)


def _is_label(line: Line, i: int) -> bool:
    """ "đợt 1" of "tháng 4 (đợt 1)", "T6" of "hằng tuần (T6)"."""
    kind, number = line.kind(i), line.kind(i + 1)
    if kind is Kind.SHORT:
        return line.tokens[i + 1].glued and line.tokens[i + 1].value in range(2, 8)
    small = number is Kind.ROMAN or digits(line, i + 1) in (1, 2)
    return kind in (Kind.LABEL, Kind.TIMES) and small


def _unknown_end(line: Line, i: int) -> int:
    """Past a token that was not understood and what is bound to it: "02 năm/lần", "X1/2024"."""
    end = i + 1
    if line.kind(i) is Kind.EVENT and line.kind(end) is Kind.PART:  # kỳ họp cuối năm
        end += 1 + (line.kind(end + 1) is Kind.YEAR)
    elif _is_week(line, i):
        end += 1 + (line.kind(end) is Kind.ORDINAL)
    elif line.kind(i) in _NUMBERS and line.kind(end) in UNITS:
        counted = count_after(line, end + 1)
        end = counted[1] if counted else end + 1
    end = _past_bound(line, end)
    counts = end > i + 1 and line.kind(end - 1) in _NUMBERS and line.kind(end) in UNITS
    return end + (counts and line.kind(end + 1) not in _NUMBERS)  # 1 lần/2 năm


def _past_bound(line: Line, i: int) -> int:
    """Past figures and letters that hang on what was not understood, lest a year be read alone."""
    while line.tokens[i].glued:
        if line.kind(i) in _BOUND:
            i += 1
        elif line.kind(i) in DATE_MARKS and line.tokens[i + 1].glued:
            i += 2
        else:
            break
    return i


def _is_duration(line: Line, i: int) -> bool:
    """ "trong 05 ngày làm việc", "sau 3 tháng", "chậm nhất 10 ngày": from a day not given here."""
    j = line.skip(i, (Kind.WITHIN, Kind.LATEST, Kind.BEFORE, Kind.AFTER, Kind.LINK))
    number = small_number(line, j)
    if number is None or line.kind(number[1]) not in UNITS:
        return False
    unit, after = line.kind(number[1]), line.kind(number[1] + 1)
    if after in _SINCE:
        return unit is not Kind.QUARTER
    if j == i or after in (Kind.NUMBER, Kind.TIMES, Kind.SLASH):
        return False
    if line.kind(i) in (Kind.LATEST, Kind.BEFORE, Kind.AFTER):
        return after is not Kind.PART
    return unit in (Kind.DAY, Kind.WEEK)


def _opaque_end(line: Line, start: int) -> int:
    """Where a condition or the name of a document ends: at the end of its item, at its own
    bracket's end, or where an unmistakable time begins. Dates inside belong to it.
    """
    is_name = line.kind(start) in (Kind.DOCUMENT, Kind.CITATION)
    depth, i = 0, start + 1
    while line.kind(i) not in (Kind.END, Kind.BULLET):
        kind = line.kind(i)
        if (kind is Kind.CLOSE and depth == 0) or (is_name and kind in _CONDITIONS):
            break
        until = kind is Kind.UNTIL and _is_last_day(line, i + 1)
        if kind in BOUNDARIES or kind in _RESUMING or until or line.tokens[i].breaks:
            k = line.skip(i, BOUNDARIES)
            found = clause(line, k)
            if found is not None and _resumes(line, i, found):
                break
            if found is not None and k == i:
                i = found.end
                continue
        depth += (kind is Kind.OPEN) - (kind is Kind.CLOSE)
        i += 1
    while line.kind(i - 1) in BOUNDARIES and line.kind(i - 1) is not Kind.CLOSE:
        i -= 1
    return max(i, start + 1)


def _is_last_day(line: Line, i: int) -> bool:
    """ "hết ...", "ngày ...", "31/12", but no year: "phát triển đến năm 2025" is all a name."""
    return line.kind(i) in (Kind.ENDED, Kind.DAY, Kind.DATE) or digits(line, i) in (1, 2)


def _ends(line: Line, found: Clause) -> bool:
    after = line.kind(found.end)
    if after is Kind.EVERY:  # quý I hằng năm
        recurring = clause(line, found.end)
        return recurring is not None and _ends(line, recurring)
    return (
        after in BOUNDARIES
        or after in _CONDITIONS
        or after in (Kind.END, Kind.BEFORE, Kind.LATEST)
        or line.tokens[found.end].breaks
    )


def _resumes(line: Line, i: int, found: Clause) -> bool:
    """Whether a clause behind the place `i` of an opaque text is a statement of its own, and not
    part of the text ("theo Kế hoạch quý III, quý IV của Sở").
    """
    if not found.meanings or not _ends(line, found):
        return False
    first = line.skip(found.start, (Kind.FILLER, Kind.LINK, Kind.REPORT, Kind.FINISHING))
    kind = line.kind(first)
    strong = line.tokens[i].breaks or line.kind(i) in _STRONG
    if kind in UNITS and all(isinstance(meaning, Recurring) for meaning in found.meanings):
        return False
    if found.start == i and not strong:
        return all(isinstance(meaning, Dated) for meaning in found.meanings)
    before = line.kind(i - 1)
    goes_on = before in _NUMBERS or before in UNITS
    return strong or kind in _UNMISTAKABLE or not goes_on
