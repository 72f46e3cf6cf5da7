"""Reads one clause: the words that lead it ("trước", "dự kiến", "định kỳ") and what they lead."""

from dataclasses import dataclass
from enum import Enum, auto

from cchc_desktop.domain.time_reading.listing import Lead, Listing, listing
from cchc_desktop.domain.time_reading.number_grammar import digits, year
from cchc_desktop.domain.time_reading.period_grammar import is_short_month
from cchc_desktop.domain.time_reading.periods import Span, resolved
from cchc_desktop.domain.time_reading.recurrence_grammar import day_rule, past_year
from cchc_desktop.domain.time_reading.recurrences import DayRule
from cchc_desktop.domain.time_reading.tokens import Line
from cchc_desktop.domain.time_reading.words import Kind


class Mode(Enum):
    """How a clause means its periods."""

    IN = auto()
    BEFORE = auto()
    BY = auto()
    FROM = auto()
    AFTER = auto()
    VISION = auto()


@dataclass(frozen=True, slots=True)
class Manner:
    """How the leading words mean what they lead. `latest`: chậm nhất; `linked`: trong or từ;
    `finishing`: hoàn thành; `at_hour`: an hour is given.
    """

    mode: Mode = Mode.IN
    expected: bool = False
    latest: bool = False
    linked: bool = False
    finishing: bool = False
    at_hour: bool = False


@dataclass(frozen=True, slots=True)
class Dated:
    """Periods and how they are meant; `of_days`: they begin and end on days that are named; `years`:
    those written out.
    """

    spans: tuple[Span, ...]
    manner: Manner
    of_days: bool = False
    years: tuple[int, ...] = ()

    @property
    def of_single_days(self) -> bool:
        """Whether they are dates, which have no span, rather than periods."""
        return self.of_days and all(start == end for start, end in self.spans)


@dataclass(frozen=True, slots=True)
class Recurring:
    """A unit that recurs, on given days or at its own ends."""

    unit: str
    rule: DayRule | None = None


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """Days without a month: good only beside a monthly recurrence."""

    days: tuple[int, ...]
    before: bool


@dataclass(frozen=True, slots=True)
class Ongoing:
    """thường xuyên, cả năm; the year where it is written: "cả năm 2024"."""

    year: int | None = None


Meaning = Dated | Recurring | DayOfMonth | Ongoing
Place = tuple[int, int]  # tokens from, up to but without


@dataclass(frozen=True, slots=True)
class Clause:
    """What the tokens of a place mean, and those among them that name no possible date."""

    meanings: tuple[Meaning, ...]
    start: int
    end: int
    impossible: tuple[Place, ...] = ()


_MODES = {
    Kind.UNTIL: Mode.BY,
    Kind.ENDED: Mode.BY,
    Kind.LATEST: Mode.BY,
    Kind.FROM: Mode.FROM,
    Kind.SINCE: Mode.FROM,
    Kind.AFTER: Mode.AFTER,
    Kind.VISION: Mode.VISION,
}
_FLAGS = {
    Kind.EXPECTED: "expected",
    Kind.LATEST: "latest",
    Kind.WITHIN: "linked",
    Kind.FROM: "linked",
    Kind.SINCE: "linked",
    Kind.FINISHING: "finishing",
    Kind.CLOCK: "at_hour",
}
_RECURRENCE = frozenset({Kind.EVERY, Kind.ALONG})
_PASSED = frozenset({Kind.FILLER, Kind.LINK, Kind.REPORT, Kind.WEEKDAY})


def clause(line: Line, start: int) -> Clause | None:
    """The clause that begins at a place, if one does."""
    lead = _Leading(line, start)
    while True:
        lead.advance()
        found = _ongoing(line, lead.place, lead.manner) or _rest(line, start, lead)
        if found is not None:
            return found
        if line.kind(lead.place) not in _RECURRENCE:  # "các tháng 3, 6", "định kỳ quý I"
            return None
        lead.marked = True
        lead.place += 1


class _Leading:
    """Walks over the words that lead a clause and gathers what they say."""

    def __init__(self, line: Line, start: int) -> None:
        self._line = line
        self._mode = Mode.IN
        self._flags: set[str] = set()
        self.place = start
        self.reported = False
        self.marked = False

    @property
    def manner(self) -> Manner:
        mode = self._mode
        if mode is Mode.BEFORE and "at_hour" in self._flags:
            mode = Mode.BY  # before 17h of that day
        return Manner(mode, **dict.fromkeys(self._flags, True))

    def advance(self) -> None:
        """To the first word that leads nothing."""
        while (step := self._step()) > 0:
            self.place += step

    def _step(self) -> int:
        line, i = self._line, self.place
        kind = line.kind(i)
        if kind in _FLAGS:
            self._flags.add(_FLAGS[kind])
        if kind in _MODES:
            if self._mode is not Mode.VISION and (
                self._mode is not Mode.BEFORE or kind is Kind.ENDED
            ):
                self._mode = _MODES[kind]
            return 1
        if kind is Kind.BEFORE:
            at_end = line.kind(i + 1) is Kind.PART and line.tokens[i + 1].value == 3
            self._mode = Mode.BY if at_end else Mode.BEFORE
            return 1
        if kind is Kind.WITHIN and line.kind(i + 1) is Kind.YEAR:
            return int(year(line, i + 1) is not None)
        self.reported = self.reported or kind is Kind.REPORT
        if kind in _PASSED or kind in _FLAGS:
            comma = kind in (Kind.CLOCK, Kind.WEEKDAY) and line.kind(i + 1) is Kind.COMMA
            return 1 + comma
        return self._other_step(kind)

    def _other_step(self, kind: Kind) -> int:
        line, i = self._line, self.place
        number = digits(line, i + 1)
        numbered = number in (1, 2) or line.kind(i + 1) is Kind.ROMAN
        if kind is Kind.NOW and self._mode is Mode.FROM:  # từ nay đến ...
            self._mode = Mode.IN
            return 1
        if kind is Kind.ORDINAL and number == 1:  # thứ 6, ngày ...
            return 3 if line.kind(i + 2) is Kind.COMMA else 2
        if kind in (Kind.LABEL, Kind.TIMES) and numbered:  # "đợt 1: ...", "lần 2 - ..."
            after = line.kind(i + 2)
            figures = after in (Kind.SLASH, Kind.DASH, Kind.DOT) and line.tokens[i + 2].glued
            return 1 if figures else 2 + (after in (Kind.DASH, Kind.DOT))
        if kind is Kind.LABEL:  # "giai đoạn 2021-2025"
            return 1
        if kind is Kind.SHORT and number == 1:  # "T6, ngày ..."
            return 0 if is_short_month(line, i) else 2 + (line.kind(i + 2) is Kind.COMMA)
        if kind is Kind.COLON and i > 0:
            return 1
        # "02 ngày 14, 15/3", "05 năm 2021-2025"
        counted = kind is Kind.NUMBER and line.kind(i + 1) in (Kind.DAY, Kind.YEAR)
        return int(counted and digits(line, i + 2) > 0)


def _ongoing(line: Line, i: int, manner: Manner) -> Clause | None:
    if line.kind(i) is Kind.ONGOING:
        return Clause((Ongoing(),), i, past_year(line, i + 1))
    whole = line.skip(i, (Kind.WITHIN, Kind.WHOLE))
    if whole == i or line.kind(whole) is not Kind.YEAR or manner.mode not in (Mode.IN, Mode.BY):
        return None
    named = year(line, whole)
    if named is None:
        return Clause((Ongoing(),), i, whole + 1)
    return Clause((Ongoing(named[0]),), i, named[1])


def _rest(line: Line, start: int, lead: _Leading) -> Clause | None:
    manner = lead.manner
    before = manner.mode is Mode.BEFORE
    rule = day_rule(line, lead.place, before)
    if rule is not None:
        return Clause((Recurring(rule[0].unit, rule[0].rule),), start, rule[1])
    dated = manner.mode in (Mode.BEFORE, Mode.BY) or manner.at_hour
    found = listing(line, lead.place, Lead(dated, lead.reported, lead.marked))
    if found is None:
        return None
    what, after = found
    if line.kind(after) is Kind.LUNAR:
        return Clause((), start, after + 1, ((start, after + 1),))
    if line.kind(after) is Kind.ONWARDS:
        manner, after = Manner(Mode.FROM), after + 1
    return _clause(line, start, past_year(line, after), what, manner)


def _clause(line: Line, start: int, end: int, what: Listing, manner: Manner) -> Clause:
    spans = resolved([placed.stretch for placed in what.periods], line.year)
    impossible = tuple(
        (placed.start, placed.end)
        for placed, span in zip(what.periods, spans, strict=True)
        if span is None
    )
    meanings: list[Meaning] = []
    good = tuple(span for span in spans if span is not None)
    if good:
        meanings.append(Dated(good, _spanning(what, manner), _of_days(what), _years(what)))
    meanings += [Recurring(unit.unit, unit.rule) for unit in what.units]
    if what.days is not None:
        meanings.append(DayOfMonth(what.days.numbers, manner.mode is Mode.BEFORE))
    if not meanings:
        impossible = ((start, end),)
    return Clause(tuple(meanings), start, end, impossible)


def _spanning(what: Listing, manner: Manner) -> Manner:
    """ "từ ... đến ..." is a span, not a start."""
    last = what.periods[-1].stretch
    if manner.mode is Mode.FROM and last.first is not last.last:
        return Manner(Mode.IN, expected=manner.expected, linked=True)
    return manner


def _of_days(what: Listing) -> bool:
    return all(placed.stretch.last.unit == "day" for placed in what.periods)


def _years(what: Listing) -> tuple[int, ...]:
    named = (p.year for placed in what.periods for p in (placed.stretch.first, placed.stretch.last))
    return tuple(number for number in named if number is not None)
