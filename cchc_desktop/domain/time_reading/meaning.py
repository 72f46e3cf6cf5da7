"""What the clauses of a cell mean side by side: most stand for themselves, but "Quý IV hằng năm", "Dự
kiến tháng 5 (chậm nhất 15/6)" and "Thường xuyên trong năm 2024" are one statement each.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import pairwise

from cchc_desktop.domain.time_reading.clauses import (
    Clause,
    Dated,
    DayOfMonth,
    Meaning,
    Mode,
    Ongoing,
    Recurring,
)
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
        reader.part(meaning, joined.join if first else Join.COMMA, joined.clause)
        for joined in clauses
        for first, meaning in _numbered(joined.clause)
    ]
    for before, after in pairwise(found):
        if isinstance(after.meaning, Dated):
            _with_dates_after(before, after)
        if isinstance(before.meaning, Dated):
            _with_dates_before(before, after)
    _keep_ruled(found)
    for index, part in enumerate(found):
        if isinstance(part.meaning, DayOfMonth):
            reader.give_month(found, index, part.meaning)
    return found


def _numbered(clause: Clause) -> Iterator[tuple[bool, Meaning]]:
    return ((index == 0, meaning) for index, meaning in enumerate(clause.meanings))


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
                part.spans = [] if dated.of_single_days else list(dated.spans)
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

    def give_month(self, found: list[Part], index: int, days: DayOfMonth) -> None:
        """ "trước ngày 25" beside "hằng tháng" or "tháng 6": on that day of each month, else unread."""
        rule = self._rule(DayRule(days.days, before=days.before))
        for part in found:
            if part.meaning == Recurring("month"):
                part.due = occurrences("month", self._year, rule)
                return
        beside = found[index - 1] if index else None
        if beside is None or not beside.spans or not all(map(_is_month, beside.spans)):
            found[index].unread = True
            return
        beside.due = [
            day
            for start, _ in beside.spans
            for day in occurrences("month", start.year, rule)[start.month - 1 : start.month]
        ]


def _is_month(span: Span) -> bool:
    start, end = span
    return start.day == 1 and end == month_end(start.year, start.month)


def _is_deadline(part: Part) -> bool:
    return isinstance(part.meaning, Dated) and part.meaning.manner.mode in _DEADLINES


def _with_dates_after(before: Part, after: Part) -> None:
    """What a part means with dates behind it."""
    dated = after.meaning
    assert isinstance(dated, Dated)
    manner, close = dated.manner, after.join in (Join.NONE, Join.BRACKET)
    match before.meaning:
        case Dated(manner=first) if _is_deadline(after):
            refined = close or (manner.latest and after.join is not Join.STRONG)
            if first.expected or (refined and first.mode is Mode.IN):
                before.due = []
            elif first.mode in (Mode.FROM, Mode.AFTER):
                _span_to(before, after)
        case Dated(manner=first) if manner.finishing and first.mode is Mode.FROM:
            _span_to(before, after)
            after.spans = []
        case Recurring(rule=None) as recurring if after.join in (
            Join.NONE,
            Join.BRACKET,
            Join.COMMA,
        ):
            _bound(before, recurring, after, close or manner.linked or recurring.unit == "year")
        case Ongoing() if manner.mode is Mode.IN and (close or manner.linked):
            if manner.linked or _is_year(after):
                after.due = []


def _with_dates_before(before: Part, after: Part) -> None:
    """What a part means with dates in front of it."""
    dated = before.meaning
    assert isinstance(dated, Dated)
    close = after.join in (Join.NONE, Join.BRACKET)
    match after.meaning:
        case Recurring(rule=None) as recurring:
            listed = after.join is Join.COMMA and (_is_deadline(before) or dated.manner.linked)
            if close or listed:
                _bound(after, recurring, before, within_spans=True)
        case Ongoing() if close and dated.manner.linked and dated.manner.mode is Mode.IN:
            before.due = []


def _span_to(start: Part, end: Part) -> None:
    """ "Bắt đầu từ tháng 3, hoàn thành trước 30/6" is one span."""
    if end.due and start.spans[0][0] <= max(end.due):
        start.spans = [(start.spans[0][0], max(end.due))]


def _bound(part: Part, recurring: Recurring, dates: Part, within_spans: bool) -> None:
    """A recurrence beside dates: they name its days one by one, or the time in which it recurs."""
    dated = dates.meaning
    assert isinstance(dated, Dated)
    if _is_deadline(dates) or dated.of_single_days:
        if names_each(recurring.unit, len(dates.due)):
            part.due = []
    elif within_spans and dates.spans:
        part.due = within(part.due, dates.spans)


def _is_year(part: Part) -> bool:
    return any((start.month, start.day, end.month) == (1, 1, 12) for start, end in part.spans)


def _keep_ruled(found: list[Part]) -> None:
    """Where one clause gives the days of a unit ("báo cáo quý trước ngày 15 tháng cuối quý"), its own
    ends are not due.
    """
    ruled = {p.meaning.unit for p in found if isinstance(p.meaning, Recurring) and p.meaning.rule}
    for part in found:
        if isinstance(part.meaning, Recurring) and not part.meaning.rule:
            part.due = [] if part.meaning.unit in ruled else part.due
