"""Builds Word and Excel files from a few plain values, quickly and without a template, and holds
the invented plan that they are filled with.
"""

import json
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import openpyxl
import pytest
from openpyxl.styles import Font

from cchc_desktop.domain.plan import Area, Group, Task, heading_text, placed
from cchc_desktop.domain.proposal import Proposal
from cchc_desktop.office.grid import SourceFile
from cchc_desktop.office.reader import read_office_file

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{word}.document.main+xml"/>
<Override PartName="/word/numbering.xml" ContentType="{word}.numbering+xml"/></Types>"""
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{_RELATION}/{{kind}}" Target="{{target}}"/></Relationships>'
)
_FORMATS = {  # list name -> (numFmt, lvlText)
    "decimal": ("decimal", "%1."),
    "roman": ("upperRoman", "%1."),
    "bullet": ("bullet", "-"),
    "plus": ("bullet", "+"),
    "letter": ("lowerLetter", "%1)"),
}


@dataclass(frozen=True)
class Cell:
    """A cell with its spans; `auto` names a list of automatic numbers for its paragraphs."""

    text: str | int | float | date = ""
    columns: int = 1
    rows: int = 1
    bold: bool = False
    auto: str = ""


@dataclass(frozen=True)
class Line:
    """A paragraph outside tables."""

    text: str
    bold: bool = False
    centred: bool = False
    auto: str = ""


@dataclass(frozen=True)
class Grid:
    """A table; a cell merged downwards is listed in its first row only. Rows in `lost` lack the
    cells that such merges need below, as some converters leave them.
    """

    rows: Sequence[Sequence[Cell]]
    lost: frozenset[int] = frozenset()
    hidden: frozenset[int] = frozenset()
    title: str = "Trang tính1"


Block = Line | Grid


def _numbering() -> str:
    lists = enumerate(_FORMATS.values(), start=1)
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{i}"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
        for i, (form, text) in lists
    )
    nums = "".join(
        f'<w:num w:numId="{i}"><w:abstractNumId w:val="{i}"/></w:num>'
        for i in range(1, len(_FORMATS) + 1)
    )
    return f"<w:numbering {_W}>{abstract}{nums}</w:numbering>"


def _paragraph(text: str, *, bold: bool = False, centred: bool = False, auto: str = "") -> str:
    number = list(_FORMATS).index(auto) + 1 if auto else 0
    properties = (
        f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>' if auto else ""
    ) + ('<w:jc w:val="center"/>' if centred else "")
    run = "<w:b/>" if bold else ""
    words = escape(text).replace("\t", "</w:t><w:tab/><w:t xml:space='preserve'>")
    words = words.replace("\v", "</w:t><w:br/><w:t xml:space='preserve'>")
    return (
        f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr>"
        f"<w:t xml:space='preserve'>{words}</w:t></w:r></w:p>"
    )


def _table(grid: Grid) -> str:
    width = max(sum(cell.columns for cell in row) for row in grid.rows)
    open_cells: dict[int, tuple[int, int]] = {}  # column -> (rows left, columns)
    lines = []
    for index, row in enumerate(grid.rows):
        cells, column, waiting = [], 0, list(row)
        while column < width and (waiting or column in open_cells):
            if column in open_cells:
                left, span = open_cells.pop(column)
                if index not in grid.lost:
                    cells.append(_cell("", span, "<w:vMerge/>"))
                if left > 1:
                    open_cells[column] = left - 1, span
                    column += span
                    continue
                column += span
                continue
            cell = waiting.pop(0)
            if cell.rows > 1:
                open_cells[column] = cell.rows - 1, cell.columns
            merge = '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
            cells.append(_cell(cell, cell.columns, merge))
            column += cell.columns
        hidden = "<w:hidden/>" if index in grid.hidden else ""
        lines.append(f"<w:tr><w:trPr>{hidden}</w:trPr>{''.join(cells)}</w:tr>")
    columns = '<w:gridCol w:w="900"/>' * width
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{''.join(lines)}</w:tbl>"


def _cell(cell: Cell | str, span: int, merge: str) -> str:
    wide = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    if isinstance(cell, str):
        body = _paragraph(cell)
    else:
        body = "".join(
            _paragraph(line, bold=cell.bold, auto=cell.auto) for line in str(cell.text).split("\n")
        )
    return f"<w:tc><w:tcPr>{wide}{merge}</w:tcPr>{body}</w:tc>"


def _word_file(blocks: Sequence[Block], path: Path) -> None:
    body = "".join(
        _table(block)
        if isinstance(block, Grid)
        else _paragraph(block.text, bold=block.bold, centred=block.centred, auto=block.auto)
        for block in blocks
    )
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", _TYPES.format(word=_WORD))
        package.writestr(
            "_rels/.rels", _RELS.format(kind="officeDocument", target="word/document.xml")
        )
        package.writestr(
            "word/_rels/document.xml.rels", _RELS.format(kind="numbering", target="numbering.xml")
        )
        package.writestr("word/numbering.xml", _numbering())
        package.writestr(
            "word/document.xml", f"<w:document {_W}><w:body>{body}</w:body></w:document>"
        )


def _excel_file(blocks: Sequence[Block], path: Path) -> None:
    book = openpyxl.Workbook()
    book.remove(book.active)
    sheet, row = None, 0
    for block in blocks:
        if sheet is None or (isinstance(block, Grid) and block.title != sheet.title):
            title = next((b.title for b in blocks if isinstance(b, Grid)), "Trang tính1")
            sheet = book.create_sheet(block.title if isinstance(block, Grid) else title)
            row = 0
        if isinstance(block, Line):
            row += 1
            sheet.cell(row, 1, block.text).font = Font(bold=block.bold)
            continue
        row = _excel_rows(sheet, block, row)
    book.save(path)


def _excel_rows(sheet: openpyxl.worksheet.worksheet.Worksheet, grid: Grid, row: int) -> int:
    taken: set[tuple[int, int]] = set()
    for index, cells in enumerate(grid.rows):
        row, column = row + 1, 1
        for cell in cells:
            while (row, column) in taken:
                column += 1
            if cell.text != "":
                sheet.cell(row, column, cell.text).font = Font(bold=cell.bold)
            last_row, last_column = row + cell.rows - 1, column + cell.columns - 1
            if cell.rows * cell.columns > 1:
                sheet.merge_cells(None, row, column, last_row, last_column)
                taken |= {
                    (r, c) for r in range(row, last_row + 1) for c in range(column, last_column + 1)
                }
            column = last_column + 1
        if index in grid.hidden:
            sheet.row_dimensions[row].hidden = True
    return row


class OfficeFiles:
    """The builders, as tests can't import from this module."""

    Cell, Line, Grid = Cell, Line, Grid

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def word(self, *blocks: Block) -> SourceFile:
        path = self._folder / "plan.docx"
        _word_file(blocks, path)
        return read_office_file(path)

    def excel(self, *blocks: Block) -> SourceFile:
        path = self._folder / "plan.xlsx"
        _excel_file(blocks, path)
        return read_office_file(path)


@pytest.fixture
def office(tmp_path: Path) -> OfficeFiles:
    return OfficeFiles(tmp_path)


@dataclass(frozen=True)
class InventedTask:
    """A task of the invented plan; `goal` is empty where it is the one of the task above."""

    area: str
    group: str
    number: str
    goal: str
    text: str
    deliverable: str
    lead: str
    coordinating: str
    time: str


FIELDS = tuple(InventedTask.__dataclass_fields__)


class InventedPlan:
    """An invented plan, its rows in the usual layouts, and how much of it was read back."""

    year = 2025
    rest = FIELDS[4:]
    heads = ("STT", "Mục tiêu", "Nhiệm vụ cụ thể", "Kết quả/Sản phẩm", "Cơ quan chủ trì",
             "Cơ quan phối hợp", "Thời gian hoàn thành")  # fmt: skip

    def __init__(self, tasks: Sequence[InventedTask]) -> None:
        self.tasks = list(tasks)
        self.areas = list(dict.fromkeys(task.area for task in tasks))
        self.groups = list(dict.fromkeys(task.group for task in tasks if task.group))

    def with_goals(self) -> list[InventedTask]:
        """The tasks, each with the goal that covers it."""
        tasks, goal = [], ""
        for task in self.tasks:
            goal = task.goal or goal
            tasks.append(replace(task, goal=goal))
        return tasks

    def without(self, *fields: str) -> list[InventedTask]:
        return [replace(task, **dict.fromkeys(fields, "")) for task in self.with_goals()]

    def groups_of(
        self, key: str, tasks: Sequence[InventedTask]
    ) -> list[tuple[str, list[InventedTask]]]:
        """Runs of tasks with one area, group or goal."""
        return [(value, list(run)) for value, run in groupby(tasks, attrgetter(key))]

    def head(self, o: OfficeFiles, titles: Sequence[str] = heads) -> list[Cell]:
        return [o.Cell(title, bold=True) for title in titles]

    def cells(self, o: OfficeFiles, task: InventedTask, *fields: str) -> list[Cell]:
        return [o.Cell(getattr(task, field)) for field in fields]

    def seven(
        self,
        o: OfficeFiles,
        *,
        goal_rows: bool = True,
        heading: Callable[[str], list[Cell]] | None = None,
    ) -> list[list[Cell]]:
        """Seven columns with rows for areas and groups; goals merged downwards, or left empty."""
        heading = heading or (lambda text: [o.Cell(text, columns=7)])
        rows = [self.head(o)]
        for area, in_area in self.groups_of("area", self.with_goals()):
            rows.append(heading(area))
            for group, in_group in self.groups_of("group", in_area):
                if group:
                    rows.append(heading(group))
                for goal, tasks in self.groups_of("goal", in_group):
                    for place, task in enumerate(tasks):
                        first = [o.Cell(goal, rows=len(tasks))] if place == 0 else []
                        if not goal_rows:
                            first = [o.Cell(goal if place == 0 else "")]
                        rows.append([o.Cell(task.number), *first, *self.cells(o, task, *self.rest)])
        return rows

    def six(
        self,
        o: OfficeFiles,
        *,
        typed: bool = True,
        merged: bool = True,
        titles: Sequence[str] | None = None,
    ) -> list[list[Cell]]:
        """Six columns: the area in a column of its own, the number typed before the task."""
        rows = [self.head(o, titles or ("Nhiệm vụ chung", *self.heads[2:]))]
        for area, tasks in self.groups_of("area", self.with_goals()):
            for place, task in enumerate(tasks):
                text = f"{task.number}. {task.text}" if typed else task.text
                first = [o.Cell(area, rows=len(tasks) if merged else 1)] if place == 0 else []
                if not merged:
                    first = [o.Cell(area if place == 0 else "")]
                rows.append([*first, o.Cell(text), *self.cells(o, task, *self.rest[1:])])
        return rows

    def result(self, proposal: Proposal) -> list[dict[str, str]]:
        """The tasks of a proposal by the same fields."""
        after = [item.edit.after for item in proposal.items]
        rows = [row for row in after if isinstance(row, Area | Group | Task)]
        return [
            {
                "area": heading_text(place.area),
                "group": heading_text(place.group),
                **{name: getattr(place.task, name) for name in FIELDS[2:]},
            }
            for place in placed(rows)
        ]

    def right_share(
        self, proposal: Proposal, expected: Sequence[InventedTask]
    ) -> tuple[float, list[tuple[str, Any, Any]]]:
        """The share of cells read right, and the wrong ones: (field, read, expected)."""
        found = self.result(proposal)
        wrong: list[tuple[str, Any, Any]] = []
        if len(found) != len(expected):
            wrong.append(("tasks", len(found), len(expected)))
        right = 0
        for got, want in zip(found, expected, strict=False):
            for name in FIELDS:
                if got[name] == getattr(want, name):
                    right += 1
                else:
                    wrong.append((name, got[name], getattr(want, name)))
        return right / (len(FIELDS) * max(len(expected), len(found))), wrong


@pytest.fixture(scope="session")
def invented() -> InventedPlan:
    path = Path(__file__).parents[2] / "data" / "invented_plan.json"
    return InventedPlan([InventedTask(**t) for t in json.loads(path.read_text(encoding="utf-8"))])
