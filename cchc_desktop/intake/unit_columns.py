"""Columns that are units, marked where the unit leads a task or co-operates: "CT", "PH", "x"."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from cchc_desktop.domain.columns import COORDINATING, LEAD
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.intake.cell_nature import TICKS, looks_like_unit
from cchc_desktop.intake.grid_rows import GridRow
from cchc_desktop.intake.source_text import cell_text, folded
from cchc_desktop.office.grid import SourceCell

_CALLED = {LEAD: "chủ trì", COORDINATING: "phối hợp"}
_MARK = re.compile(rf"ct|ph|c|p|chu tri|phoi hop|[{TICKS}o○□◦☆]")
_SAID = {"ct": LEAD, "c": LEAD, "chu tri": LEAD,
         "ph": COORDINATING, "p": COORDINATING, "phoi hop": COORDINATING}  # fmt: skip
_SHORT_NAME = re.compile(r"(?:[A-ZĐ]{1,3}\.? ?)?[A-ZĐ][A-Za-zĐđ&-]{1,9}")
_DOING = re.compile(r"chu tri|phoi hop|thuc hien")
_ROLE = r"(?i:(chủ trì|phối hợp))"
_TASK_ROW = 3  # filled cells
_FEWEST = 2  # columns with marks


@dataclass(frozen=True, slots=True)
class HeadLeaf:
    """The lowest cell of a head over a column: its title, those over it, its grid columns [start,
    end).
    """

    title: str
    over: str
    start: int
    end: int

    @property
    def role(self) -> str:
        """The role that the head over it gives to every mark, "" for none."""
        over = folded(self.over)
        leads, helps = "chu tri" in over, "phoi hop" in over
        return "" if leads == helps else LEAD if leads else COORDINATING

    def texts(self, rows: Iterable[GridRow]) -> Iterator[str]:
        """The words of the column in rows of tasks; where the head stands again, none."""
        for row in rows:
            for cell in row.cells:
                inside = self.start <= cell.column and cell.column + cell.columns <= self.end
                if inside and (text := cell_text(cell)) and _is_of_task(row):
                    yield from () if one_line(text) == self.title else (text,)


@dataclass(frozen=True, slots=True)
class UnitColumns:
    """The units by grid column, those whose head says a role, and the roles of the marks; `guessed`
    are the marks that say none by themselves.
    """

    names: Mapping[int, str]
    told: Mapping[int, str]
    roles: Mapping[str, str]
    guessed: frozenset[str] = frozenset()

    def named_in(self, row: GridRow) -> dict[str, str]:
        """Who leads and who co-operates in a row, by key; words that are no mark say who leads."""
        found: dict[str, dict[str, None]] = {LEAD: {}, COORDINATING: {}}
        cells = sorted(chain(row.cells, row.above), key=lambda cell: cell.column)
        for cell in cells:
            units, text = self._units_under(cell), cell_text(cell)
            if text in self.roles:
                role = self.told.get(cell.column, self.roles[text])
                found[role].update(dict.fromkeys(units))
            elif units and text and text not in units:  # else the head again
                found[self.told.get(cell.column, LEAD)][text] = None
        return {key: "; ".join(units) for key, units in found.items() if units}

    def _units_under(self, cell: SourceCell) -> list[str]:
        columns = range(cell.column, cell.column + cell.columns)
        units = [self.names[column] for column in columns if column in self.names]
        return units if len(units) == cell.columns else []

    @property
    def why(self) -> str:
        """The doubt about the columns."""
        said = {mark: role for mark, role in self.roles.items() if mark.lower() != _CALLED[role]}
        read = [f"“{m}” là {_CALLED[r]}" for m, r in said.items() if m not in self.guessed]
        guess = [f"“{m}” không nói vai trò nên hiểu là {_CALLED[self.roles[m]]}"
                 for m in sorted(self.guessed)]  # fmt: skip
        if len(self.told) == len(self.names) or not said:
            return "Mỗi đơn vị là một cột; đã ghi các cột có đánh dấu thành tên đơn vị."
        return f"Mỗi đơn vị là một cột; dấu {', '.join([*read, *guess])}."


def unit_leaves(leaves: Iterable[HeadLeaf], rows: Sequence[GridRow]) -> list[HeadLeaf]:
    """Those of the columns that are units; none where fewer than two of them are marked. What a
    head has over them says who does something.
    """
    found: list[HeadLeaf] = []
    marked = 0
    for leaf in leaves:
        texts = leaf.texts(rows)
        first = next(texts, "")
        if first and all(_MARK.fullmatch(folded(text)) for text in chain((first,), texts)):
            found.append(leaf)
            marked += 1
        elif not first and is_unit_title(leaf.title):
            found.append(leaf)
    return found if marked >= _FEWEST and _are_units(found, rows) else []


def _are_units(leaves: Sequence[HeadLeaf], rows: Sequence[GridRow]) -> bool:
    """Whether columns with marks are surely units, not sources of money or places: one is called
    so, stands under who does something, or has a mark that says a role.
    """
    if any(leaf.over or looks_like_unit(leaf.title) for leaf in leaves):
        return True
    return any(folded(text) in _SAID for leaf in leaves for text in leaf.texts(rows))


def unit_columns(
    leaves: Sequence[HeadLeaf], rows: Sequence[GridRow], beside: Iterable[str], *, has_lead: bool
) -> UnitColumns:
    """What the marks in those columns mean: what a legend says, in the table or `beside` it, or
    they themselves; others lead, unless something else says who leads.
    """
    typed = dict.fromkeys(text for leaf in leaves for text in leaf.texts(rows))
    inside = (cell_text(cell) for row in rows if not _is_of_task(row) for cell in row.cells)
    said = {mark: _SAID[folded(mark)] for mark in typed if folded(mark) in _SAID}
    said |= _legend(typed, chain(inside, beside, (leaf.over for leaf in leaves)))
    told = {at: leaf.role for leaf in leaves if leaf.role for at in range(leaf.start, leaf.end)}
    leads = has_lead or LEAD in said.values() or LEAD in told.values()
    guess = COORDINATING if leads else LEAD
    return UnitColumns(
        {column: leaf.title for leaf in leaves for column in range(leaf.start, leaf.end)},
        told,
        {mark: said.get(mark, guess) for mark in typed},
        frozenset(typed.keys() - said.keys()),
    )


def is_unit_title(text: str) -> bool:
    """Whether a title in a head can be a unit's name."""
    named = looks_like_unit(text) or _SHORT_NAME.fullmatch(text) is not None
    return named and not _DOING.search(folded(text))


def _is_of_task(row: GridRow) -> bool:
    return len(row.cells) >= _TASK_ROW and sum(bool(cell_text(c)) for c in row.cells) >= _TASK_ROW


def _legend(marks: Iterable[str], lines: Iterable[str]) -> dict[str, str]:
    """The roles that "CT: chủ trì", "● là đơn vị phối hợp" or "Chủ trì (x)" give to the marks."""
    one = "|".join(map(re.escape, marks))
    if not one:
        return {}
    behind = re.compile(rf"{_ROLE}\s*[:=(]\s*[“\"'(]?({one})(?!\w)")
    before = re.compile(
        rf"(?<!\w)({one})[”\"')]?\s*(?:[:=–-]\s*)?(?:là )?(?:(?:đơn vị|cơ quan|phòng) )?{_ROLE}"
    )
    roles = {words: role for role, words in _CALLED.items()}
    for line in lines:
        pairs = [(mark, role) for role, mark in behind.findall(line)] or before.findall(line)
        if pairs:
            return {mark: roles[role.lower()] for mark, role in pairs}
    return {}
