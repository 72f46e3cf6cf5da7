"""Recognises the head of a task table, in whatever order and wording its columns stand."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from cchc_desktop.domain.columns import OWN, UNIT_KEYS
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.intake.cell_nature import looks_like_unit
from cchc_desktop.intake.column_titles import meaning
from cchc_desktop.intake.grid_rows import GridRow
from cchc_desktop.intake.head_columns import HeadColumn, score, settled
from cchc_desktop.intake.numbering import is_number, split_task
from cchc_desktop.intake.source_text import cell_text, folded
from cchc_desktop.intake.unit_columns import HeadLeaf, is_unit_title, unit_leaves
from cchc_desktop.office.grid import SourceCell

_LAST_HEAD_START = 60  # rows searched for a head: Excel sheets have titles above it
_LONGEST_SUBTITLE = 40
_LONGEST_MARK = 4  # "(10)"
_NUMBERING = re.compile(r"[(\[]?(?:\d{1,2}|[a-e])[)\]]?(?:\s*=.*)?")


@dataclass(frozen=True, slots=True)
class TableHead:
    """The head of a task table: its rows are [first_row, body_row); `score` says how surely."""

    columns: tuple[HeadColumn, ...]
    first_row: int
    body_row: int
    score: int

    @property
    def keys(self) -> frozenset[str]:
        """The standard keys that it has."""
        return frozenset(c.key for c in self.columns if not c.key.startswith(OWN))

    @property
    def says_task(self) -> bool:
        """Whether the column of tasks is called so, not only the one that must hold them."""
        return any(c.key == "task" and meaning(c.title)[0] == "task" for c in self.columns)

    def folded_titles(self) -> frozenset[str]:
        """The folded titles, by which a head that is repeated is known."""
        return frozenset(folded(c.title) for c in self.columns if c.title)


def is_numbering_row(texts: Sequence[str]) -> bool:
    """The row "(1) | (2) | (3)" or "A | B | 1 | 2" under a head."""
    if len(texts) < 3 or len(texts[0]) > _LONGEST_MARK:
        return False
    marks = [text.strip().lower() for text in texts if text]
    return all(map(_NUMBERING.fullmatch, marks)) and len(set(marks)) > 1


def find_head(rows: Sequence[GridRow], hidden: Collection[int] = frozenset()) -> TableHead | None:
    """The head of a task table in its rows, None where the table is of another kind; a `hidden`
    column gives way to one that is seen.
    """
    for row in rows[:_LAST_HEAD_START]:
        texts = [one_line(cell_text(cell)) for cell in row.cells]
        if sum(meaning(text)[1] > 0 for text in texts if text) < 2:
            continue
        first = next(filter(None, texts))
        if is_number(first) or any(split_task(text).number for text in texts):
            continue  # a numbered row whose words are those of a head
        head = _read_head(rows, row.index, hidden)
        if head is not None:
            return head
    return None


def _read_head(rows: Sequence[GridRow], first: int, hidden: Collection[int]) -> TableHead | None:
    last = first + 1
    depth = min(max((c.rows for c in rows[first].cells if cell_text(c)), default=1), 3)
    while last < len(rows) and (last < first + depth or _is_subhead(rows[first:last], rows[last])):
        last += 1
    body = last
    while body < len(rows) and is_numbering_row([cell_text(c) for c in rows[body].cells]):
        body += 1
    leaves = _leaves(rows[first:last])
    units = frozenset(leaf.start for leaf in unit_leaves(filter(_may_be_unit, leaves), rows[body:]))
    columns = settled(leaves, hidden, units)
    if columns is None:
        return None
    return TableHead(columns, first, body, score(columns))


def _is_subhead(head: Sequence[GridRow], row: GridRow) -> bool:
    """Whether a row under those of the head still names columns: "Chủ trì | Phối hợp"."""
    filled = [(cell, text) for cell in row.cells if (text := one_line(cell_text(cell)))]
    if not filled or row.index > head[0].index + 2:
        return False
    if all(meaning(text)[0] != "other" for _, text in filled):
        return len(filled) >= 2
    if len(filled) >= 2 and all(is_unit_title(text) for _, text in filled):
        named = {c.column for above in head for c in above.cells if c.columns == 1 and cell_text(c)}
        return any(cell.column not in named for cell, _ in filled)  # else the rest of a cut row
    wide = [cell for cell in head[0].cells if cell.columns > 1]
    return row.index == head[0].index + 1 and all(
        len(text) <= _LONGEST_SUBTITLE and any(_splits(cell, parent) for parent in wide)
        for cell, text in filled
    )


def _splits(cell: SourceCell, parent: SourceCell) -> bool:
    """Whether a cell takes a part of the width of a cell over it."""
    inside = parent.column <= cell.column < parent.column + parent.columns
    return inside and cell.columns < parent.columns


def _leaves(rows: Sequence[GridRow]) -> list[HeadLeaf]:
    """The lowest cells of a head."""
    stacks: dict[int, list[SourceCell]] = {}
    for row in rows:
        for cell in row.cells:
            if cell_text(cell) or row.index == rows[0].index:
                for column in range(cell.column, cell.column + cell.columns):
                    stacks.setdefault(column, []).append(cell)
    leaves: list[HeadLeaf] = []
    previous: SourceCell | None = None
    for column in sorted(stacks):
        *parents, lowest = stacks[column]
        if lowest is previous:
            leaves[-1] = replace(leaves[-1], end=column + 1)
        else:
            over = " ".join(one_line(cell_text(parent)) for parent in parents)
            leaves.append(HeadLeaf(one_line(cell_text(lowest)), over, column, column + 1))
        previous = lowest
    return leaves


def _may_be_unit(leaf: HeadLeaf) -> bool:
    """Whether a column is called like a unit, or by a word of its own under who does something; but
    not where it stands under something else: "Cấp trình", "Nguồn vốn".
    """
    key, over = meaning(leaf.title)[0], meaning(leaf.over)[0]
    if key not in ("other", *UNIT_KEYS):
        return False
    if over in UNIT_KEYS:
        return (bool(leaf.title) and key == "other") or is_unit_title(leaf.title)
    return is_unit_title(leaf.title) and (not leaf.over or looks_like_unit(leaf.over))
