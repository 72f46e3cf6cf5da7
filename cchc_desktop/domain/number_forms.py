"""Where a row stands among the headings, and how a number is put together there: "II.1", "1.2",
"a)".
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from cchc_desktop.domain.plan import Area, Group, PlacedTask, Row, Task, placed
from cchc_desktop.domain.vietnamese import POINT_LETTERS, from_roman, roman


class Level(Enum):
    """Rows that are numbered alike; parts are areas "A", "B" over areas "I", "II"."""

    PART = "part"
    AREA = "area"
    GROUP = "group"
    TASK = "task"
    GROUPED_TASK = "task of a group"


class Prefix(Enum):
    """What stands before the counter; the more particular first."""

    GROUP = "group"  # "1.2"
    AREA = "area"  # "II.2"
    AREA_GROUP = "area and group"  # "II.1.2"
    FIGURE = "the area's Roman numeral as a figure"  # "2.2" under II
    FIGURE_GROUP = "that and the group"
    NONE = "none"


Leads = Mapping[Prefix, str]  # what the headings over a row let stand before its counter
_NO_LEADS: Leads = {}


def leads_under(area: Row | None, group: Row | None) -> Leads:
    """The prefixes that headings with numbers give; headings themselves take the area's only."""
    first = area.number if area is not None else ""
    second = group.number if group is not None else ""
    figure = from_roman(first)
    found: dict[Prefix, str] = {}
    if second:
        found[Prefix.GROUP] = f"{second}."
    if first:
        found[Prefix.AREA] = f"{first}."
    if first and second:
        found[Prefix.AREA_GROUP] = f"{first}.{second}."
    if figure:
        found[Prefix.FIGURE] = f"{figure}."
    if figure and second:
        found[Prefix.FIGURE_GROUP] = f"{figure}.{second}."
    return found


class RowPlace(NamedTuple):
    """A row under its headings. `continues`: a task whose goal is that of the row above; `alone`:
    the only task right under its heading.
    """

    row: Row
    level: Level
    part: Area | None = None
    area: Area | None = None
    group: Group | None = None
    leads: Leads = _NO_LEADS
    continues: bool = False
    alone: bool = False

    @property
    def outer(self) -> Area | None:
        """The area over the row."""
        return self.area or self.part

    @property
    def heading(self) -> Area | Group | None:
        """The row right above in the outline."""
        return self.group or self.outer


def part_ids(rows: Sequence[Row]) -> set[str]:
    """The areas that are parts: lettered in order from A, in a plan that has Roman numerals too."""
    letters = iter(POINT_LETTERS.upper())
    expected = next(letters)
    parts, others = set(), False
    for row in rows:
        if isinstance(row, Area) and row.number == expected:
            parts.add(row.id)
            expected = next(letters, "")
        elif isinstance(row, Area):
            others |= from_roman(row.number) is not None
    return parts if others else set()


def places(rows: Sequence[Row], parts: Collection[str]) -> Iterator[RowPlace]:
    """Each row of rows in order at its place."""
    tasks = {place.task.id: place for place in placed(rows)}
    directly = Counter(_heading_id(place) for place in tasks.values())
    part: Area | None = None
    area: Area | None = None
    leads: Leads = {}
    for row in rows:
        match row:
            case Area() if row.id in parts:
                part, area, leads = row, None, {}
                yield RowPlace(row, Level.PART)
            case Area():
                area, leads = row, leads_under(row, None)
                yield RowPlace(row, Level.AREA, part)
            case Group():
                yield RowPlace(row, Level.GROUP, part, area, None, leads_under(area, None))
                leads = leads_under(area, row)
            case Task():
                stood = tasks[row.id]
                level = Level.TASK if stood.group is None else Level.GROUPED_TASK
                heading = _heading_id(stood)
                alone = heading != "" and directly[heading] == 1
                continues = stood.goal_continues
                yield RowPlace(row, level, part, area, stood.group, leads, continues, alone)


def _heading_id(place: PlacedTask) -> str:
    heading = place.group or place.area
    return heading.id if heading else ""


class Glyph(Enum):
    """The signs that count."""

    FIGURE = "1"
    ROMAN = "I"
    PADDED = "01"
    CAPITAL = "A"
    LETTER = "a"

    def text(self, value: int) -> str:
        """The value in these signs; past the last letter, figures."""
        if self is Glyph.FIGURE:  # nearly all
            return str(value)
        match self:
            case Glyph.ROMAN:
                return roman(value)
            case Glyph.PADDED:
                return f"{value:02d}"
            case Glyph.LETTER | Glyph.CAPITAL if value <= len(POINT_LETTERS):
                letter = POINT_LETTERS[value - 1]
                return letter if self is Glyph.LETTER else letter.upper()
        return str(value)

    def count(self, text: str) -> int | None:
        """What the signs count, None where they are others."""
        if self is Glyph.ROMAN:
            return from_roman(text)
        if self in (Glyph.FIGURE, Glyph.PADDED):
            value = int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0
        else:
            value = POINT_LETTERS.find(text.lower()) + 1 if len(text) == 1 else 0
        return value if value and self.text(value) == text else None


_RANKS = {sign: rank for kind in (Prefix, Glyph) for rank, sign in enumerate(kind)}
_NUMBER = re.compile(
    r"(?P<lead>.*\W)??(?P<counter>\d+|[IVXLCDM]+|[A-ZĐ]|[a-zđ])(?P<tail>[^\w\s]*)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Form:
    """How a number is put together: what leads, the counter, what follows: "(1)", "II.1", "a)"."""

    prefix: Prefix
    glyph: Glyph
    lead: str = ""  # signs before the counter that are the same everywhere
    tail: str = ""

    @property
    def rank(self) -> tuple[int, int]:
        """The smaller, the more particular."""
        return _RANKS[self.prefix], _RANKS[self.glyph]

    def text(self, leads: Leads, value: int) -> str:
        """The number of that value under headings."""
        lead = leads.get(self.prefix, "")
        return f"{lead}{self.lead}{self.glyph.text(value)}{self.tail}"

    def read(self, leads: Leads, number: str) -> int | None:
        """The value of a number under headings, None where it isn't of this form."""
        lead = leads.get(self.prefix, "") + self.lead
        if not (number.startswith(lead) and number.endswith(self.tail)):
            return None
        return self.glyph.count(number[len(lead) : len(number) - len(self.tail)])


def forms_in(place: RowPlace) -> Iterator[Form]:
    """The forms that the row's number may be of."""
    match = _NUMBER.fullmatch(place.row.number)
    if match is None:
        return
    lead = match["lead"] or ""
    prefixes = [prefix for prefix, text in place.leads.items() if text == lead]
    for glyph in Glyph:
        if glyph.count(match["counter"]) is not None:
            for prefix in prefixes:
                yield Form(prefix, glyph, "", match["tail"])
            if not any(char.isalnum() for char in lead):
                yield Form(Prefix.NONE, glyph, lead, match["tail"])


def standard_form(level: Level) -> Form:
    """I, 1, 1.1: the form where a plan shows no other."""
    match level:
        case Level.PART:
            return Form(Prefix.NONE, Glyph.CAPITAL)
        case Level.AREA:
            return Form(Prefix.NONE, Glyph.ROMAN)
        case Level.GROUPED_TASK:
            return Form(Prefix.GROUP, Glyph.FIGURE)
        case _:
            return Form(Prefix.NONE, Glyph.FIGURE)
