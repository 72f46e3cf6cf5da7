"""Words of a plan replaced by others: where they stand, in which places they are to go, and the one
change that comes of it. Nothing is written before it is accepted.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from operator import attrgetter

from cchc_desktop.domain.change import Change, Edit
from cchc_desktop.domain.columns import columns_of, number_first
from cchc_desktop.domain.plan import (
    Area,
    Plan,
    Row,
    Section,
    Task,
    goal_runs,
    heading_text,
    numbered,
)
from cchc_desktop.domain.text_search import TextSearch, replaced
from cchc_desktop.domain.vietnamese import nfc, shortened
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.names import FIELD_NAMES
from cchc_desktop.services.planning import write_cells

TABLE, HEAD, NARRATIVE = "Bảng nhiệm vụ", "Thông tin văn bản", "Phần lời"
_OF_HEAD = (
    "type_name",
    "subject",
    "symbol",
    "place",
    "table_title",
    "recipients",
    "authority",
    "signer",
)
_OF_SECTION = ("title", "body")
_LONGEST_ROW, _LONGEST_WORDS = 120, 40  # characters of a row's words, and of words in a step's name


@dataclass(frozen=True, slots=True)
class Cell:
    """A text of the plan. `field`: of a task the column's key, else the record's field; `under`,
    `where`, `title`: the words of what it stands under, of its row, and of its column; `covers`:
    its record, and the others that share a goal.
    """

    record_id: str
    field: str
    under: str
    where: str
    title: str
    text: str
    covers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A place of a cell's text where the words were found; what is not `taken` stays."""

    cell: Cell
    start: int
    end: int
    taken: bool = True


@dataclass(frozen=True)
class Replacing:
    """What is found in a plan as it is, and what is to stand there instead."""

    contents: Contents
    plan: Plan
    search: TextSearch
    words: str
    hits: tuple[Hit, ...]

    def with_choice(self, places: Collection[int], *, taken: bool) -> "Replacing":
        """The same with the hits of these places taken or left."""
        hits = (
            replace(hit, taken=taken) if place in places else hit
            for place, hit in enumerate(self.hits)
        )
        return replace(self, hits=tuple(hits))

    @cached_property
    def texts(self) -> dict[Cell, str]:
        """The cells in which something changes, with their new words."""
        taken = (hit for hit in self.hits if hit.taken)
        return {
            cell: replaced(cell.text, ((hit.start, hit.end) for hit in hits), self.words)
            for cell, hits in groupby(taken, attrgetter("cell"))
        }

    @property
    def label(self) -> str:
        """What the step is called."""
        return f"{replacing_words(self.search.words, self.words)} ở {len(self.texts)} ô"

    def accept(self) -> Change:
        """One change with all that is taken."""
        columns = {column.key: column for column in number_first(columns_of(self.plan))}
        of_tasks, others = [], defaultdict[str, dict[str, str]](dict)
        for cell, text in self.texts.items():
            if isinstance(self.contents.record(cell.record_id), Task):
                of_tasks.append((cell.record_id, columns[cell.field], text))
            else:
                others[cell.record_id][cell.field] = text
        change = write_cells(self.contents, of_tasks, self.label)
        edits = {edit.record.id: edit for edit in change.edits}  # a heading's number may be there
        for record_id, fields in others.items():
            before = self.contents.record(record_id)
            known = edits[record_id].record if record_id in edits else before
            edits[record_id] = Edit(before, replace(known, **fields))  # type: ignore[arg-type]
        return replace(change, edits=tuple(edits.values()))


def replacing_words(old: str, new: str) -> str:
    """ "Thay “2026” bằng “2027”", long words cut short."""
    old, new = (
        words if len(words) <= _LONGEST_WORDS else shortened(words, _LONGEST_WORDS)
        for words in (old, new)
    )
    return f"Thay “{old}” bằng “{new}”" if new else f"Bỏ “{old}”"


def find(
    contents: Contents, plan: Plan, cells: Iterable[Cell], search: TextSearch, words: str
) -> Replacing:
    """Where in the cells what is looked for stands and something else is to stand."""
    words = nfc(words)
    hits = (
        Hit(cell, start, end)
        for cell in cells
        for start, end in search.places(cell.text)
        if cell.text[start:end] != words
    )
    return Replacing(contents, plan, search, words, tuple(hits))


def table_cells(contents: Contents, plan: Plan) -> list[Cell]:
    """The filled cells of the table in order, and its headings; a goal once for all its tasks."""
    return [cell for cell in _table_cells(contents.rows(plan), plan) if cell.text]


def narrative_cells(contents: Contents, plan: Plan) -> list[Cell]:
    """What is written in the document's head and foot, and in the sections."""
    cells = [_cell(plan, field, NARRATIVE, HEAD) for field in _OF_HEAD]
    for section in contents.sections(plan):
        where = heading_text(section) or shortened(section.body, _LONGEST_ROW)
        cells += [_cell(section, field, NARRATIVE, where) for field in _OF_SECTION]
    return [cell for cell in cells if cell.text]


def _table_cells(rows: Sequence[Row], plan: Plan) -> Iterator[Cell]:
    columns, runs, under = number_first(columns_of(plan)), goal_runs(rows), TABLE
    for row in rows:
        if isinstance(row, Task):
            where = numbered(row.number, shortened(row.text, _LONGEST_ROW))
            for column in columns:
                covered = runs[row.id] if column.key == "goal" else [row]
                if covered[0] is row:
                    ids = tuple(task.id for task in covered)
                    text = nfc(column.text(row))
                    yield Cell(row.id, column.key, under, where, column.title, text, ids)
        else:
            where = heading_text(row)
            under = where if isinstance(row, Area) else under
            yield _cell(row, "title", under, where)


def _cell(record: Row | Section | Plan, field: str, under: str, where: str) -> Cell:
    title = FIELD_NAMES[type(record)][field]
    return Cell(record.id, field, under, where, title, nfc(getattr(record, field)), (record.id,))
