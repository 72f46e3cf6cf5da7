"""The rows of a task table with their words under the keys of its columns."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from cchc_desktop.domain.columns import OWN, STANDARD, UNIT_KEYS
from cchc_desktop.domain.proposal import Doubt
from cchc_desktop.domain.vietnamese import legal_day, one_line
from cchc_desktop.intake.cell_nature import TICKS, goes_on, looks_like_time, looks_like_unit
from cchc_desktop.intake.column_titles import PERIOD, UNIT
from cchc_desktop.intake.double_columns import DoubleColumn
from cchc_desktop.intake.grid_rows import GridRow
from cchc_desktop.intake.source_text import cell_text
from cchc_desktop.intake.unit_columns import UnitColumns
from cchc_desktop.office.grid import SourceCell

AREA_NUMBER = "area number"  # an STT column that counts the areas, not the tasks
_MARK = re.compile(rf"[{TICKS}1]", re.IGNORECASE)
_QUARTER = r"(?:[1-4]|I{1,3}|IV)"
_QUARTERS = re.compile(rf"{_QUARTER}(?:(?: ?[,;&+–-] ?| và ){_QUARTER})*")
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NOTHING: frozenset[str] = frozenset()
_NO_DOUBTS: tuple[Doubt, ...] = ()
_BESIDE_TASK = ("goal", "deliverable", "lead", "coordinating", "time")


@dataclass(frozen=True, slots=True)
class TableRow:
    """A body row: `number` counts the rows of all task tables from 1; `texts` has the filled cells
    that begin here, by key; `covered` the keys whose cell comes down from above; `spread` how many
    columns the widest filled cell takes; `bold` whether every filled cell is bold, the number's and
    those of own columns aside.
    """

    number: int
    texts: dict[str, str]
    covered: frozenset[str] = _NOTHING
    spread: int = 1
    bold: bool = False
    hidden: bool = False
    typed_as: str = "text"  # kind of the value in the number column
    after_break: bool = False  # first under a repeated head, or of a table that goes on
    doubts: tuple[Doubt, ...] = ()  # about its cells

    def __getitem__(self, key: str) -> str:
        return self.texts.get(key, "")

    @property
    def is_whole(self) -> bool:
        """Whether the row has its own lead and time, one of which may come down from above, so that
        it is no piece of another.
        """
        time, lead = self["time"], self["lead"]
        if not (time or lead):
            return False
        timed = looks_like_time(time) and not goes_on(time) if time else "time" in self.covered
        led = looks_like_unit(lead) and not goes_on(lead) if lead else "lead" in self.covered
        return timed and led

    @property
    def source(self) -> str:
        """The row's words, cells apart by " | "."""
        return " | ".join(self.texts.values()).replace("\n", " ")


@dataclass(frozen=True, slots=True)
class TableShape:
    """The keys and titles of a task table's columns, and which grid column belongs to which."""

    keys: tuple[str, ...]
    titles: tuple[str, ...]
    grid: tuple[str, ...]  # key by grid column
    periods: bool = False  # columns for quarters or months
    quarters: bool = False  # the time is under "Thời gian (quý)", so that a numeral is a quarter
    doubles: tuple[DoubleColumn, ...] = ()
    units: UnitColumns | None = None  # columns that are units

    def read(self, row: GridRow, number: int, *, hidden: bool = False) -> TableRow:
        """The words of a row under their keys; cells in one column are joined by lines."""
        texts: dict[str, str] = {}
        spread, bold, typed_as = 1, True, "text"
        for cell, key in zip(row.cells, self._keys_of(row), strict=True):
            text = cell_text(cell)
            if not text:
                continue
            if cell.value_kind == "date" and key != "number":
                day = iso_day(text)
                text = legal_day(day) if day else text  # as documents write it
            texts[key] = f"{texts[key]}\n{text}" if key in texts else text
            if key == "number":
                typed_as = cell.value_kind
            elif bold and not key.startswith(OWN):
                bold = cell.bold
            if cell.columns > 1:
                spread = max(spread, len(set(self._range(cell))))
        if len(texts) > 2 and len(merged := _as_merged(texts)) < len(texts):
            texts, spread = merged, len(texts)
        covered = _NOTHING
        if row.above:
            covered = _NOTHING.union(*map(self._range, row.above))
        texts, doubts = self._timed(texts), _NO_DOUBTS
        if self.doubles or self.units:
            covered |= {double.other for double in self.doubles if double.key in covered}
            texts, doubts = self._apart(row, number, texts)
        return TableRow(number, texts, covered, spread, bold, hidden, typed_as, doubts=doubts)

    def _keys_of(self, row: GridRow) -> Sequence[str]:
        whole = len(row.cells) + len(row.above) == len(self.keys) and _is_unbroken(row.cells)
        if whole and len(row.cells) == len(self.grid):
            return self.keys
        keys = [self._key(cell) for cell in row.cells]
        if whole and not row.above and len(set(keys)) < len(keys):
            return self.keys  # the grid is uneven, but every cell is there
        return keys

    def _key(self, cell: SourceCell) -> str:
        if cell.columns == 1:
            return self.grid[cell.column] if cell.column < len(self.grid) else OWN
        keys = self._range(cell)
        named = [key for key in keys if not key.startswith(OWN)]
        if "task" in named:  # a heading, or a task that takes the place of its goal too
            named = [key for key in named if key not in _BESIDE_TASK]
        return max(named, key=named.count) if named else OWN

    def _range(self, cell: SourceCell) -> Sequence[str]:
        return self.grid[cell.column : cell.column + cell.columns]

    def _timed(self, texts: dict[str, str]) -> dict[str, str]:
        """The texts with what columns of periods, or numerals under quarters, say of the time."""
        if self.periods:
            return self._with_periods(texts)
        if self.quarters and _QUARTERS.fullmatch(texts.get("time", "")):
            texts["time"] = f"Quý {texts['time']}"
        return texts

    def _with_periods(self, texts: dict[str, str]) -> dict[str, str]:
        """Marks under "Quý I" ... "Quý IV" as the words of a time cell."""
        named = [
            key.removeprefix(PERIOD) if _MARK.fullmatch(texts[key]) else texts[key]
            for key in self.grid
            if key.startswith(PERIOD) and key in texts
        ]
        rest = {key: text for key, text in texts.items() if not key.startswith(PERIOD)}
        return rest | {"time": ", ".join(dict.fromkeys(named))} if named else rest

    def _apart(
        self, row: GridRow, number: int, texts: dict[str, str]
    ) -> tuple[dict[str, str], tuple[Doubt, ...]]:
        """The texts with the units that are marked and the words of double columns apart; and the
        doubts about them.
        """
        doubts: list[Doubt] = []
        if self.units is not None:
            texts = {k: text for k, text in texts.items() if not k.startswith(UNIT)}
            for key, named in self.units.named_in(row).items():
                texts[key] = f"{texts[key]}; {named}" if key in texts else named
        for double in self.doubles:
            texts = double.apart(texts)
            if double.is_unclear(texts):
                doubts.append(Doubt(number, one_line(texts[double.key]), double.why_unclear))
        return texts, tuple(doubts)

    def doubts(self, row: int) -> Iterator[Doubt]:
        """What is doubtful about the columns themselves; `row` is the head's."""
        for double in self.doubles:
            yield Doubt(row, double.title, double.why)
        if self.units is not None:
            yield Doubt(row, " | ".join(dict.fromkeys(self.units.names.values())), self.units.why)

    def columns(self) -> tuple[tuple[str, str], ...]:
        """(key, title) as `Plan.columns` has them."""
        pairs: dict[str, str] = {}
        doubles = {double.key: double for double in self.doubles}
        for key, title in zip(self.keys, self.titles, strict=True):
            if key.startswith(PERIOD):
                pairs.setdefault("time", "Thời gian thực hiện")
            elif key.startswith(UNIT):
                for named in UNIT_KEYS:
                    pairs.setdefault(named, STANDARD[named].title)
            elif double := doubles.get(key):
                pairs |= zip((key, double.other), double.titles, strict=True)
            elif key not in (OWN, AREA_NUMBER):
                pairs.setdefault(key, title)
        return tuple(pairs.items())


def iso_day(text: str) -> date | None:
    """The day of a date cell of Excel, None for any other text."""
    return date.fromisoformat(text) if _ISO_DAY.fullmatch(text) else None


def _is_unbroken(cells: Sequence[SourceCell]) -> bool:
    """Whether no cell is left out between the first and the last: Excel lists only filled ones."""
    width = sum(cell.columns for cell in cells)
    return bool(cells) and cells[-1].column + cells[-1].columns - cells[0].column == width


def _as_merged(texts: dict[str, str]) -> dict[str, str]:
    """The words of a row; a title once that a converter wrote in every cell it was merged across,
    beside its number or not.
    """
    if len(set(texts.values())) > 2:  # as in most rows
        return texts
    words = [text for key, text in texts.items() if key != "number"]
    if len(words) < 3 or len(set(words)) > 1:
        return texts
    title = words[0]
    number = texts.get("number", title)
    return {"task": title} if number == title else {"number": number, "task": title}
