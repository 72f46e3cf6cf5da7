"""Reads lists and spans of periods and units: "Quý I, III và IV", "từ tháng 3 đến hết quý III",
"hằng tháng, quý, năm".
"""

from dataclasses import dataclass, replace

from cchc_desktop.domain.time_reading import periods
from cchc_desktop.domain.time_reading.date_grammar import Days, dates
from cchc_desktop.domain.time_reading.number_grammar import (
    counts_times,
    digits,
    heading_year,
    month_number,
    small_number,
    stands_alone,
    year_suffix,
)
from cchc_desktop.domain.time_reading.period_grammar import period
from cchc_desktop.domain.time_reading.periods import Period, Stretch
from cchc_desktop.domain.time_reading.recurrence_grammar import Bare, recurrence
from cchc_desktop.domain.time_reading.tokens import Line
from cchc_desktop.domain.time_reading.words import SEPARATORS, Kind

_SPAN = frozenset({Kind.DASH, Kind.UNTIL})
_BEFORE_ENTRY = frozenset(
    {Kind.WITHIN, Kind.LINK, Kind.FILLER, Kind.REPORT, Kind.WEEKDAY, Kind.COLON}
)
_RECENT = 8  # entries looked back on, which keeps reading linear
_NUMBERED = {"quarter": periods.quarter, "month": periods.month}


Entry = Stretch | Bare | Days


@dataclass(frozen=True, slots=True)
class Placed:
    """A stretch and the tokens that name it."""

    stretch: Stretch
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Listing:
    """Periods in the order of the words; units that recur; days without a month."""

    periods: tuple[Placed, ...] = ()
    units: tuple[Bare, ...] = ()
    days: Days | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """What the words before a list say about it. `dated`: a deadline word, after which a list goes
    on with the same kind only ("trước 15/6, quý IV" are two statements). `reported`: units are
    kinds of report. `marked`: units recur ("định kỳ quý I, 6 tháng").
    """

    dated: bool = False
    reported: bool = False
    marked: bool = False


def listing(line: Line, i: int, scope: Scope) -> tuple[Listing, int] | None:
    """The list that begins at a place."""
    found = _entries(line, i, scope.dated, comma=True)
    if found is None:
        return None
    entries, after = found
    places = [(i, after)] * len(entries)
    while (more := _next(line, after, entries, scope.dated)) is not None:
        begin = line.skip(after, SEPARATORS)
        if line.kind(begin) is Kind.REPORT:
            scope = replace(scope, reported=True)
        entries += more[0]
        places += [(begin, more[1])] * len(more[0])
        after = more[1]
    sorted_out = _sorted_out(entries, places, scope)
    return None if sorted_out is None else (sorted_out, after)


def _entries(line: Line, i: int, dated: bool, comma: bool) -> tuple[list[Entry], int] | None:
    found_dates = dates(line, i, dated)
    if found_dates is not None:
        what, after = found_dates
        if isinstance(what, Days):
            return [what], after
        return _spanned(line, list(what), after, dated)
    found_period = period(line, i, comma)
    if found_period is not None:
        named, after = found_period
        if not counts_times(line, after):
            return _spanned(line, [Stretch(named, named)], after, dated)
    found_unit = recurrence(line, i)
    if found_unit is not None:
        return [found_unit[0]], found_unit[1]
    return None


def _spanned(line: Line, stretches: list[Stretch], i: int, dated: bool) -> tuple[list[Entry], int]:
    """The last of the stretches prolonged by "- quý III", "đến hết tháng 6", if that follows."""
    whole: list[Entry] = list(stretches)
    begun = stretches[-1]
    if line.kind(i) not in _SPAN or begun.first is not begun.last:
        return whole, i
    until = line.kind(i) is Kind.UNTIL
    j = line.skip(i + 1, (Kind.UNTIL, Kind.ENDED, *_BEFORE_ENTRY) if until else (Kind.WITHIN,))
    open_end = until and line.kind(j) is Kind.BEFORE
    end = _end(line, j + open_end, begun.last, dated or until)
    if end is None or not (until or _alike(begun.last, end[0])):
        return whole, i
    whole[-1] = Stretch(begun.first, end[0], open_end)
    return whole, end[1]


def _end(line: Line, i: int, begun: Period, dated: bool) -> tuple[Period, int] | None:
    numbered = _number_only(line, i, begun)
    if numbered is not None:
        return numbered
    found_dates = dates(line, i, dated)
    if found_dates is not None:
        what, after = found_dates
        return (what[-1].last, after) if isinstance(what, list) and len(what) == 1 else None
    found = period(line, i)
    if found is None and line.kind(i) is Kind.YEAR:  # đến hết năm
        return periods.whole_year(), i + 1
    return found


def _alike(first: Period, last: Period) -> bool:
    """Whether a dash between them can be a span: "Quý I - 15/6" is two statements."""
    return first.unit == last.unit


def _number_only(
    line: Line, i: int, begun: Period, slash: bool = False
) -> tuple[Period, int] | None:
    """The next number of a list of quarters, months or years, its unit not repeated. `slash`:
    slashes part the list ("tháng 3/6/9/12"), so that none begins a date.
    """
    if begun.unit == "year":
        if digits(line, i) != 4 or not stands_alone(line, i + 1):
            return None
        return period(line, i)
    make = _NUMBERED.get(begun.unit)
    if make is None or begun.first[1] > 1:
        return None
    number = small_number(line, i) if begun.unit == "quarter" else month_number(line, i)
    if number is None or line.kind(i) is Kind.YEAR:
        return None
    figures = line.kind(number[1]) in (Kind.SLASH, Kind.DOT) and digits(line, number[1] + 1) in (
        1,
        2,
    )
    if figures and not slash and line.tokens[number[1] + 1].value < 20:
        return None  # a day: "tháng 3, 15/6"
    found, after = year_suffix(line, number[1])
    if not stands_alone(line, after):
        return None
    return make(number[0]).in_year(found), after


def _next(line: Line, i: int, entries: list[Entry], dated: bool) -> tuple[list[Entry], int] | None:
    """The next entry, if a separator and one that belongs to the list follow."""
    slash = line.kind(i) is Kind.SLASH
    j = i + 1 if slash else line.skip(i, SEPARATORS)
    if j == i:
        return None
    last = entries[-1]
    begun = last.last if isinstance(last, Stretch) else None
    if begun is not None:
        numbered = _number_only(line, j, begun, slash)
        if numbered is not None and (slash or _same_style(line, i, j)):
            return _spanned(line, [Stretch(numbered[0], numbered[0])], numbered[1], dated)
    if not dated:
        j = line.skip(j, _BEFORE_ENTRY)
    elif line.kind(j) is Kind.LINK:
        j += 1
    if heading_year(line, j) is not None:
        return None
    if _whole_year_of_list(line, j, entries):
        return [Stretch(periods.whole_year(), periods.whole_year())], j + 2
    recent = entries[-_RECENT:]
    comma = all(isinstance(entry, Stretch) and entry.last.unit != "months" for entry in recent)
    found = _entries(line, j, dated, comma)
    if found is None or not _belongs(last, found[0][0], dated or slash):
        return None
    return found


def _belongs(last: Entry, new: Entry, strict: bool) -> bool:
    if isinstance(new, Days) or isinstance(last, Days):
        return False
    if isinstance(new, Bare):
        days = isinstance(last, Stretch) and last.last.unit == "day"  # "15/6; năm: 15/12"
        return new.rule is None and not days and not (strict and isinstance(last, Stretch))
    if isinstance(last, Bare):  # "Hằng năm, vào quý II" is no list
        return not strict and not (last.marked and last.unit == "year")
    if strict:
        return last.last.unit == new.first.unit
    return (last.last.unit == "day") == (new.first.unit == "day")


def _same_style(line: Line, i: int, j: int) -> bool:
    """Whether the numbers around a separator are written alike: "Quý I, 15/6" is no "Quý 15". A
    year may stand between: "Quý II/2024 và IV/2024".
    """
    before, after = line.kind(i - 1), line.kind(j)
    return (before is Kind.ROMAN) == (after is Kind.ROMAN) or digits(line, i - 1) == 4


def _whole_year_of_list(line: Line, i: int, entries: list[Entry]) -> bool:
    """ "cả năm" as the last kind of report: "6 tháng và cả năm"."""
    sums = any(
        entry.unit == "half" if isinstance(entry, Bare) else entry.last.unit == "months"
        for entry in entries[-_RECENT:]
        if not isinstance(entry, Days)
    )
    return sums and line.kind(i) is Kind.WHOLE and line.kind(i + 1) is Kind.YEAR


def _sorted_out(
    entries: list[Entry], places: list[tuple[int, int]], scope: Scope
) -> Listing | None:
    """Units without a number recur if hằng or the like marks them, or if they stand among others
    that can't be periods; "6 tháng" and "năm" among periods and as kinds of report are periods.
    """
    units = [entry for entry in entries if isinstance(entry, Bare)]
    alone = len(entries) == 1
    if units and not (scope.marked or any(unit.marked for unit in units)):
        periodical = all(unit.unit in ("half", "year") for unit in units)
        if periodical and (alone or scope.reported or len(units) < len(entries)):
            entries = [
                _as_stretch(entry) if isinstance(entry, Bare) else entry for entry in entries
            ]
            units = []
        elif alone and not scope.reported:
            return None
    placed = (
        Placed(entry, *place)
        for entry, place in zip(entries, places, strict=True)
        if isinstance(entry, Stretch)
    )
    days = entries[0] if isinstance(entries[0], Days) else None
    return Listing(tuple(placed), tuple(units), days)


def _as_stretch(unit: Bare) -> Stretch:
    shape = periods.months(1, 6) if unit.unit == "half" else periods.whole_year()
    return Stretch(shape, shape)
