"""Reads one clause: the words that lead it ("trước", "dự kiến", "định kỳ") and what they lead."""

from dataclasses import dataclass, replace

from cchc_desktop.domain.time_reading.leading import LONGEST_LEAD, Leading, Manner, Mode
from cchc_desktop.domain.time_reading.listing import Listing, Scope, listing
from cchc_desktop.domain.time_reading.number_grammar import heading_year, year
from cchc_desktop.domain.time_reading.periods import Span, resolved
from cchc_desktop.domain.time_reading.recurrence_grammar import day_rule, past_year
from cchc_desktop.domain.time_reading.recurrences import DayRule
from cchc_desktop.domain.time_reading.tokens import Line
from cchc_desktop.domain.time_reading.words import BOUNDARIES, UNITS, Kind


@dataclass(frozen=True, slots=True)
class Dated:
    """Periods and how they are meant; `of_days`: they begin and end on days that are named;
    `years`: those written out.
    """

    spans: tuple[Span, ...]
    manner: Manner
    of_days: bool = False
    years: tuple[int, ...] = ()

    @property
    def of_single_days(self) -> bool:
        """Whether they are dates, which have no span, rather than periods."""
        return all(start == end for start, end in self.spans)


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


_RECURRENCE = frozenset({Kind.EVERY, Kind.ALONG})


def clause(line: Line, start: int) -> Clause | None:
    """The clause that begins at a place, if one does."""
    return _headed(line, start) or _led(line, start)


def _headed(line: Line, start: int) -> Clause | None:
    """ "Năm 2025: quý I, quý III"."""
    heading = heading_year(line, line.skip(start, (Kind.WITHIN,)))
    if heading is None:
        return None
    named, behind = heading
    found = _led(replace(line, year=named), behind)
    dated = [meaning for meaning in found.meanings if isinstance(meaning, Dated)] if found else []
    if found is None or len(dated) < len(found.meanings):
        return None
    meanings = tuple(replace(meaning, years=(named, *meaning.years)) for meaning in dated)
    return replace(found, meanings=meanings, start=start)


def _led(line: Line, start: int) -> Clause | None:
    """The clause behind the words that lead it."""
    lead = Leading(line, start)
    while True:
        lead.advance()
        found = _ongoing(line, lead.place, lead.manner) or _rest(line, start, lead)
        if found is not None:
            return found
        if line.kind(lead.place) not in _RECURRENCE:  # "các tháng 3, 6", "định kỳ quý I"
            return None
        lead.marked = True
        lead.place += 1
        if lead.place > start + LONGEST_LEAD:
            return None


def _ongoing(line: Line, i: int, manner: Manner) -> Clause | None:
    if line.kind(i) is Kind.ONGOING:
        return Clause((Ongoing(),), i, _past_unit(line, i + 1))
    whole = line.skip(i, (Kind.WHOLE,))
    if whole == i or line.kind(whole) is not Kind.YEAR or manner.mode is not Mode.IN:
        return None
    named = year(line, whole)
    if named is None:
        return Clause((Ongoing(),), i, whole + 1)
    return Clause((Ongoing(named[0]),), i, named[1])


def _past_unit(line: Line, i: int) -> int:
    """Past "trong năm", "trong tháng", where no number says which."""
    numbered = line.kind(i + 2) in (Kind.NUMBER, Kind.NUMERAL, Kind.ROMAN)
    if line.kind(i) is Kind.WITHIN and line.kind(i + 1) in UNITS and not numbered:
        return i + 2
    return past_year(line, i)


def _rest(line: Line, start: int, lead: Leading) -> Clause | None:
    manner = lead.manner
    before = manner.mode is Mode.BEFORE
    rule = day_rule(line, lead.place, before)
    if rule is not None:
        return Clause((Recurring(rule[0].unit, rule[0].rule),), start, rule[1])
    dated = manner.mode in (Mode.BEFORE, Mode.BY) or manner.at_hour
    found = listing(line, lead.place, Scope(dated, lead.reported, lead.marked))
    if found is None:
        return None
    what, after = found
    if line.kind(after) is Kind.LUNAR:
        return Clause((), start, after + 1, ((start, after + 1),))
    if line.kind(after) is Kind.ONWARDS:
        manner, after = Manner(Mode.FROM), after + 1
    if (estimated := _past_expected(line, after)) > after:
        manner, after = replace(manner, expected=True), estimated
    return _clause(line, start, past_year(line, after), what, manner)


def _past_expected(line: Line, i: int) -> int:
    """Past "(dự kiến)" that follows what it is said of."""
    j = i + (line.kind(i) is Kind.OPEN)
    ends = line.kind(j + 1) in BOUNDARIES or line.kind(j + 1) is Kind.END
    return j + 1 if line.kind(j) is Kind.EXPECTED and ends else i


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
    """ "từ ... đến ..." is a span, not a start, whatever else is in the list."""
    spans = any(placed.stretch.first is not placed.stretch.last for placed in what.periods)
    if manner.mode is Mode.FROM and spans:
        return Manner(Mode.IN, expected=manner.expected, linked=True)
    return manner


def _of_days(what: Listing) -> bool:
    return all(placed.stretch.last.unit == "day" for placed in what.periods)


def _years(what: Listing) -> tuple[int, ...]:
    named = (p.year for placed in what.periods for p in (placed.stretch.first, placed.stretch.last))
    return tuple(number for number in named if number is not None)
