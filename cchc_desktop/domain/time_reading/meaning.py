"""What the clauses of a cell mean side by side: most stand for themselves, but "Quý IV hằng năm",
"Dự kiến tháng 5 (chậm nhất 15/6)" and "Thường xuyên trong năm 2024" are one statement each.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import pairwise

from cchc_desktop.domain.time_reading.clauses import (
    Clause,
    Dated,
    DayOfMonth,
    Meaning,
    Ongoing,
    Recurring,
)
from cchc_desktop.domain.time_reading.leading import Mode
from cchc_desktop.domain.time_reading.periods import Span, month_end
from cchc_desktop.domain.time_reading.recurrences import DayRule, names_each, occurrences, within
from cchc_desktop.domain.time_reading.statements import Join, Joined

_DEADLINES = (Mode.BEFORE, Mode.BY)
_ONE_DAY = timedelta(days=1)


@dataclass(slots=True)
class Part:
    """What one meaning adds to the schedule. `unread`: it has none after all."""

    meaning: Meaning
    join: Join
    clause: Clause
    spans: list[Span] = field(default_factory=list)
    due: list[date] = field(default_factory=list)
    expected: list[date] = field(default_factory=list)
    unread: bool = False


def parts(clauses: Iterable[Joined], year: int, before_is_exclusive: bool) -> list[Part]:
    """The parts of a schedule, in the order of the words."""
    reader = _Reader(year, before_is_exclusive)
    found = [
        reader.part(meaning, Join.COMMA if place else joined.join, joined.clause)
        for joined in clauses
        for place, meaning in enumerate(joined.clause.meanings)
    ]
    for before, after in pairwise(found):
        if isinstance(after.meaning, Dated):
            _with_dates_after(before, after, after.meaning)
        if isinstance(before.meaning, Dated):
            _with_dates_before(before, before.meaning, after)
    _keep_ruled(found)
    monthly = next((part for part in found if part.meaning == Recurring("month")), None)
    for beside, part in pairwise([None, *found]):
        if part is not None and isinstance(part.meaning, DayOfMonth):
            reader.give_month(part, part.meaning, monthly or beside)
    return found


class _Reader:
    def __init__(self, year: int, before_is_exclusive: bool) -> None:
        self._year = year
        self._exclusive = before_is_exclusive

    def part(self, meaning: Meaning, join: Join, clause: Clause) -> Part:
        """What a meaning says by itself."""
        part = Part(meaning, join, clause)
        match meaning:
            case Dated():
                self._date(part, meaning)
            case Recurring():
                part.due = occurrences(meaning.unit, self._year, self._rule(meaning.rule))
            case Ongoing(year=int(named)):
                part.spans = [(date(named, 1, 1), date(named, 12, 31))]
        return part

    def _date(self, part: Part, dated: Dated) -> None:
        ends = [end for _, end in dated.spans]
        match dated.manner.mode:
            case Mode.IN:
                part.due = ends
                part.spans = [(start, end) for start, end in dated.spans if start != end]
                part.expected = ends if dated.manner.expected else []
            case Mode.BY:
                part.due = ends
            case Mode.BEFORE if dated.of_days:
                part.due = [end - self._exclusive * _ONE_DAY for end in ends]
            case Mode.BEFORE:
                part.due = [start - _ONE_DAY for start, _ in dated.spans]
            case Mode.FROM:
                part.spans = [self._from(start) for start, _ in dated.spans]
            case Mode.AFTER:
                part.spans = [self._from(end + _ONE_DAY) for end in ends]

    def _from(self, start: date) -> Span:
        return start, date(max(self._year, start.year), 12, 31)

    def _rule(self, rule: DayRule | None) -> DayRule | None:
        return replace(rule, before=rule.before and self._exclusive) if rule else None

    def give_month(self, part: Part, days: DayOfMonth, beside: Part | None) -> None:
        """ "trước ngày 25" beside "hằng tháng" or "tháng 6": that day of each month; or unread."""
        rule = self._rule(DayRule(days.days, before=days.before))
        if beside is not None and isinstance(beside.meaning, Recurring):
            part.unread = beside.meaning.unit != "month"
            beside.due = beside.due if part.unread else occurrences("month", self._year, rule)
        elif beside is not None and beside.spans and all(map(_is_month, beside.spans)):
            beside.due = [
                day
                for start, _ in beside.spans
                for day in occurrences("month", start.year, rule)[start.month - 1 : start.month]
            ]
        else:
            part.unread = True


def _is_month(span: Span) -> bool:
    start, end = span
    return start.day == 1 and end == month_end(start.year, start.month)


def _is_deadline(part: Part) -> bool:
    return isinstance(part.meaning, Dated) and part.meaning.manner.mode in _DEADLINES


def _is_beside(before: Part, after: Part) -> bool:
    """Whether only a mark stands between two parts, no words of another deed."""
    return after.join is not Join.STRONG and after.clause.start <= before.clause.end + 1


def _with_dates_after(before: Part, after: Part, dated: Dated) -> None:
    """What a part means with dates behind it."""
    manner, close = dated.manner, after.join in (Join.NONE, Join.BRACKET)
    match before.meaning:
        case Dated(manner=first) if _is_deadline(after):
            refines = close or (manner.latest and _is_beside(before, after))
            if first.expected or (refines and first.mode is Mode.IN):
                before.due = []
            elif first.mode in (Mode.FROM, Mode.AFTER):
                _span_to(before, after)
        case Dated() if close and dated.of_single_days and before.spans:
            before.due = []
        case Dated(manner=first) if manner.finishing and first.mode is Mode.FROM:
            _span_to(before, after)
            after.spans = []
        case Recurring(unit=unit, rule=None) if close or after.join is Join.COMMA:
            bounded = close or manner.linked or unit == "year"
            _bound(before, unit, after, _gives_days(dated), bounded)
        case Ongoing() if manner.mode is Mode.IN and (close or manner.linked):
            if manner.linked or _is_year(after):
                after.due = []


def _with_dates_before(before: Part, dated: Dated, after: Part) -> None:
    """What a part means with dates in front of it."""
    close = after.join in (Join.NONE, Join.BRACKET)
    match after.meaning:
        case Recurring(unit=unit, rule=None):
            topical = _is_deadline(before) or dated.manner.linked
            if close or (topical and after.join is Join.COMMA):
                _bound(after, unit, before, _gives_days(dated), bounded=True)
        case Ongoing() if close and dated.manner.linked and dated.manner.mode is Mode.IN:
            before.due = []
        case Dated() if before.due and dated.of_single_days and after.join is Join.BRACKET:
            if len(after.spans) == 1:  # trước 15/6 (báo cáo 6 tháng)
                after.due = []


def _span_to(start: Part, end: Part) -> None:
    """ "Bắt đầu từ tháng 3, hoàn thành trước 30/6" is one span."""
    if end.due and start.spans[0][0] <= max(end.due):
        start.spans = [(start.spans[0][0], max(end.due))]


def _gives_days(dated: Dated) -> bool:
    return dated.manner.mode in _DEADLINES or dated.of_single_days


def _bound(part: Part, unit: str, dates: Part, days: bool, bounded: bool) -> None:
    """A recurrence beside dates: they name its days one by one, or the time in which it recurs."""
    if days:
        part.due = [] if names_each(unit, len(dates.due)) else part.due
    elif bounded and dates.spans:
        part.due = within(part.due, dates.spans)


def _is_year(part: Part) -> bool:
    return any((start.month, start.day, end.month) == (1, 1, 12) for start, end in part.spans)


def _keep_ruled(found: list[Part]) -> None:
    """Where one clause gives the days of a unit ("báo cáo quý trước ngày 15 tháng cuối quý"), its
    own ends are not due.
    """
    ruled = {p.meaning.unit for p in found if isinstance(p.meaning, Recurring) and p.meaning.rule}
    for part in found:
        if isinstance(part.meaning, Recurring) and not part.meaning.rule:
            part.due = [] if part.meaning.unit in ruled else part.due
