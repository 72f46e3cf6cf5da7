"""Reads a unit's form that came back, whatever was done to its columns, rows and sheets: its stamp,
and the words of its rows by column. What they are about is the matter of `form_rows`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cchc_desktop.domain.issue_date import date_words
from cchc_desktop.domain.section_form import (
    ANSWERS,
    KEY,
    NOT_YET,
    NOW,
    NUMBER,
    OUTSIDE_PLAN,
    TITLES,
    FormStamp,
    read_stamp,
)
from cchc_desktop.domain.vietnamese import one_line, shortened
from cchc_desktop.intake.grid_rows import GridRow, grid_rows
from cchc_desktop.intake.source_text import cell_text, folded
from cchc_desktop.office.grid import SourceCell, SourceFile, SourceTable

_LAST_HEAD = 60  # rows searched for the head
_LEAST_COLUMNS = 3  # that a head must have
_NAMED = 5  # cells that a note lists
_SHOWN = 40  # characters of a text in a note
_HEADINGS = {folded(text) for text in (NOW, NOT_YET, OUTSIDE_PLAN)}
_WORDINGS = {  # folded titles, as units word them; the first that fits says what a column holds
    KEY: r"ma dong",
    "done_on": r"^ngay (da )?(hoan thanh|xong)",
    "state": r"tinh trang|trang thai|muc do hoan thanh",
    NUMBER: r"^(stt|tt|so tt|so thu tu)$",
    "deliverable": r"san pham",
    "text": r"^ket qua( thuc hien| dat duoc| bao cao)*$",
    "time": r"^(thoi gian|thoi han|tien do)",
    "role": r"vai tro",
    "before": r"ky truoc",
    "figures": r"so lieu",
    "documents": r"van ban",
    "difficulty": r"kho khan|vuong mac",
    "next_step": r"tiep theo|phuong huong",
    "task": r"^(ten )?(nhiem vu|cong viec|noi dung)",
}
_PATTERNS = {key: re.compile(pattern) for key, pattern in _WORDINGS.items()}
_FRACTION = re.compile(r"(-?\d+)\.(\d+)")


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row with words in it: where it stands ("dòng 12") and its cells by column, its key as it
    stands among them.
    """

    where: str
    cells: dict[str, str]

    def text(self, column: str) -> str:
        """The words of a column, "" for none."""
        return self.cells.get(column, "")

    @property
    def answers(self) -> list[str]:
        """The columns in which the unit has written, or where something stood already."""
        return [key for key in ANSWERS if self.text(key)]


@dataclass(frozen=True, slots=True)
class FormReading:
    """One form as it was read. `lines`: what stands outside the table; `columns`: those that the
    table still has; `notes`: sentences on what was seen.

    `stamps`: the different stamps in it; without one it has lost its own.
    """

    stamps: tuple[FormStamp, ...] = ()
    lines: tuple[str, ...] = ()
    columns: frozenset[str] = frozenset()
    rows: tuple[FormRow, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class _Sheet:
    """What was read of a sheet so far."""

    table: SourceTable
    place: str  # before the row's number, where a file has several sheets
    columns: dict[int, str] = field(default_factory=dict)  # key by grid column
    titles: dict[int, str] = field(default_factory=dict)  # of the columns that are not ours
    others: dict[int, list[str]] = field(default_factory=dict)  # what stands in those
    rows: list[FormRow] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read_forms(source: SourceFile) -> list[FormReading]:
    """The forms in a file, mostly one; none where no table has the head of a form."""
    outside = [block.full_text for block in source.blocks if not isinstance(block, SourceTable)]
    tables = [block for block in source.blocks if isinstance(block, SourceTable)]
    sheets = [_read(table, several=len(tables) > 1) for table in tables]
    found = [sheet for sheet in sheets if sheet.columns]
    strange = [sheet for sheet in sheets if not sheet.columns]
    notes = [*source.notes, *map(_unread, strange)]
    lines = [*outside, *(line for sheet in strange for line in sheet.lines)]
    by_stamp: dict[object, list[_Sheet]] = {}
    known = _stamps([*lines, *(line for sheet in found for line in sheet.lines)])
    alone = len({stamp.identity for stamp in known}) == 1
    for sheet in found:
        own = known if alone else _stamps(sheet.lines)
        by_stamp.setdefault(own[0].identity if own else None, []).append(sheet)
    return [_form(group, lines, notes) for group in by_stamp.values()]


def _form(sheets: Sequence[_Sheet], lines: list[str], notes: list[str]) -> FormReading:
    own = [line for sheet in sheets for line in sheet.lines]
    columns = frozenset(key for sheet in sheets for key in sheet.columns.values())
    lost = [f"“{TITLES[key]}”" for key in ANSWERS if key not in columns]
    if lost:
        notes = [*notes, f"Phiếu không còn cột {', '.join(lost)}; các ô đó giữ như đang có."]
    return FormReading(
        _stamps([*own, *lines]),
        (*own, *lines),
        columns,
        tuple(row for sheet in sheets for row in sheet.rows),
        (*notes, *(note for sheet in sheets for note in (*sheet.notes, *_beside(sheet)))),
    )


def _beside(sheet: _Sheet) -> Iterator[str]:
    """What stands in columns that are not of the form."""
    for column, said in sheet.others.items():
        title = sheet.titles.get(column)
        name = f"Cột “{shortened(title, _SHOWN)}”" if title else "Cột không có tên"
        more = f" và {len(said) - _NAMED} ô khác" if len(said) > _NAMED else ""
        yield f"{name} không thuộc phiếu nên không đọc: {', '.join(said[:_NAMED])}{more}."


def _unread(sheet: _Sheet) -> str:
    name = sheet.table.title
    return (
        f"{f'Trang tính “{name}”' if name else 'Một bảng'} không phải bảng của phiếu nên không đọc."
    )


def _stamps(lines: Sequence[str]) -> tuple[FormStamp, ...]:
    return tuple(dict.fromkeys(filter(None, map(read_stamp, lines))))


def _read(table: SourceTable, *, several: bool) -> _Sheet:
    sheet = _Sheet(table, f"trang “{table.title}”, " if several and table.title else "")
    head: frozenset[str] | None = None
    for row in grid_rows(table):
        if head is None and row.index < _LAST_HEAD and _takes_head(sheet, row):
            head = _titles(row)
        elif head is None:
            sheet.lines += filter(None, map(cell_text, row.cells))
        elif row.cells and _titles(row) != head:
            _take_row(sheet, row)
    return sheet


def _titles(row: GridRow) -> frozenset[str]:
    return frozenset(folded(cell_text(cell)) for cell in row.cells)


def _takes_head(sheet: _Sheet, row: GridRow) -> bool:
    """Whether the row is the head of a form; then the sheet has its columns."""
    columns: dict[int, str] = {}
    others: dict[int, str] = {}
    for cell in row.cells:
        title = one_line(cell_text(cell))
        key = _meaning(title)
        if key and key not in columns.values():
            columns[cell.column] = key
        elif title:
            others[cell.column] = title
    keys = set(columns.values())
    if len(keys) < _LEAST_COLUMNS or not keys & {"task", KEY} or not keys & set(ANSWERS):
        return False
    sheet.columns, sheet.titles = columns, others
    sheet.lines += [cell_text(cell) for cell in row.cells if columns.get(cell.column) == KEY]
    return True


def _meaning(title: str) -> str:
    words = folded(title)
    return next((key for key, pattern in _PATTERNS.items() if pattern.search(words)), "")


def _take_row(sheet: _Sheet, row: GridRow) -> None:
    cells: dict[str, str] = {}
    number = row.index + 1
    for cell in row.cells:
        text = _words(cell)
        key = sheet.columns.get(cell.column)
        if not text:
            continue
        if key is None:
            said = f"dòng {number} “{shortened(text, _SHOWN)}”"
            sheet.others.setdefault(cell.column, []).append(said)
            continue
        cells[key] = text
        sheet.notes += _merged(cell, key, number)
    if cells and not _is_heading(cells):
        sheet.rows.append(FormRow(f"{sheet.place}dòng {number}", cells))


def _is_heading(cells: dict[str, str]) -> bool:
    return len(cells) == 1 and folded(next(iter(cells.values()))) in _HEADINGS


def _words(cell: SourceCell) -> str:
    """The words of a cell; a day and a number of Excel as they are written in Vietnamese."""
    text = cell_text(cell)
    if cell.value_kind == "date":
        day, _, clock = text.partition(" ")
        return f"{date_words(day)} {clock}".strip()
    if cell.value_kind == "number" and (fraction := _FRACTION.fullmatch(text)):
        return ",".join(fraction.groups())
    return text


def _merged(cell: SourceCell, key: str, number: int) -> Iterator[str]:
    title = TITLES[key]
    if cell.rows > 1 and key in ANSWERS:
        last = number + cell.rows - 1
        yield f"Ô gộp ở cột “{title}”, dòng {number}–{last}: chỉ tính cho dòng {number}."
    if cell.columns > 1 and key in ANSWERS:
        yield f"Ô gộp ở dòng {number} tính cho cột “{title}”."
