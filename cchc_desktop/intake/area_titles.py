"""Titles of areas and groups that stand in paragraphs over the tables of their tasks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from cchc_desktop.domain.vietnamese import from_roman, one_line
from cchc_desktop.intake.cell_nature import is_ended
from cchc_desktop.intake.numbering import bare, depth, split_heading
from cchc_desktop.intake.source_text import folded, paragraph_text
from cchc_desktop.intake.table_shape import TableRow
from cchc_desktop.intake.task_tables import TaskTable
from cchc_desktop.office.grid import SourceParagraph

_COUNTED = r"\s+(?:[IVXLC]+|\d{1,2}|[A-Z])\b"
LABEL = re.compile(
    rf"(?:(?:PHỤ LỤC|Phụ lục)(?:\s+số)?(?:{_COUNTED})?"
    rf"|(?:BIỂU|Biểu|MẪU|Mẫu)(?:\s+số)?(?:{_COUNTED}|(?=\s*(?:[.:–-]|$))))"  # no "BIỂU CHI TIẾT"
    r"\s*[.:–-]?\s*"
)
_LONGEST_TITLE = 160
_MOST_TITLES = 2  # an area and a group over one table


@dataclass(frozen=True, slots=True)
class TitledTable:
    """A task table and the titles that stand over it outside, outermost first."""

    titles: tuple[str, ...]
    table: TaskTable


def titled_tables(
    before: Sequence[SourceParagraph], rest: Sequence[SourceParagraph | TaskTable]
) -> tuple[list[TitledTable], list[SourceParagraph], list[SourceParagraph]]:
    """The tables with their titles, the lines over the first, and the lines after the first that
    are no titles.

    A line is an area's title where every later table has one of its kind over it, so that one
    heading of the narrative over a single table stays a section. Where other lines part each title
    from its table, it heads the tasks and stays in the narrative too.
    """
    tables: list[TaskTable] = []
    over: list[list[SourceParagraph]] = []
    lines = list(before)
    for piece in rest:
        if isinstance(piece, TaskTable):
            tables.append(piece)
            over.append(lines)
            lines = []
        else:
            lines.append(piece)
    kinds = {
        kind for group in over[1:] for line in _titles(group) if (kind := _kind(line)) is not None
    }
    distant = [] if kinds else _distant_titles(over, tables)
    found: list[TitledTable] = []
    after: list[SourceParagraph] = []
    for place, (table, group) in enumerate(zip(tables, over, strict=True)):
        titles = [line for line in _titles(group) if _kind(line) in kinds] if kinds else []
        first = None if titles or distant else _first_area(group, table)
        if first is not None:
            group.remove(first)
            table = _with_first_row(table, _text(first))
        words = tuple(map(_text, titles or distant[place : place + 1]))
        found.append(TitledTable(words or _sheet_title(table, tables), table))
        over[place] = [line for line in group if line not in titles]
        if place:
            after += over[place]
    return found, over[0] if over else list(before), [*after, *lines]


def is_appendix_label(text: str) -> bool:
    """Whether a line begins as "PHỤ LỤC", "Phụ lục II: ..."."""
    return LABEL.match(text) is not None and folded(text).startswith("phu luc")


def _titles(lines: Sequence[SourceParagraph]) -> list[SourceParagraph]:
    """The short lines directly over a table that could be titles."""
    titles: list[SourceParagraph] = []
    for line in reversed(lines):
        text = _text(line)
        if not text:
            continue
        if is_appendix_label(text):  # the lines under it name the phụ lục, not an area
            return [title for title in titles if split_heading(_text(title)).number]
        if _kind(line) is None or len(titles) == _MOST_TITLES:
            break
        titles.insert(0, line)
    return titles


def _first_area(lines: Sequence[SourceParagraph], table: TaskTable) -> SourceParagraph | None:
    """The title directly over a table from which the first title in its rows counts on: "I." over
    them, "II." among them.
    """
    title = next(iter(_titles(lines)[-1:]), None)
    number = from_roman(split_heading(_text(title)).number) if title is not None else None
    if number is None:
        return None
    inside = (text for row in table.rows if len(row.texts) <= 2 for text in row.texts.values())
    numbers = (from_roman(split_heading(text).number or bare(text)) for text in inside)
    return title if next(filter(None, numbers), None) == number + 1 else None


def _with_first_row(table: TaskTable, title: str) -> TaskTable:
    row = TableRow(table.rows[0].number, {"task": title}, spread=len(table.shape.keys))
    return replace(table, rows=(row, *table.rows))


def _distant_titles(
    over: Sequence[Sequence[SourceParagraph]], tables: Sequence[TaskTable]
) -> list[SourceParagraph]:
    """The last numbered line over each table, where all are of one kind and no row of a table heads
    others.
    """
    if len(tables) < 2 or any(row.spread > 1 for table in tables for row in table.rows):
        return []
    found: list[SourceParagraph] = []
    for group in over:
        near = takewhile(lambda line: not is_appendix_label(_text(line)), reversed(group))
        numbered = (line for line in near if _kind(line) and split_heading(_text(line)).number)
        found += islice(numbered, 1)
    return found if len(found) == len(tables) and len(set(map(_kind, found))) == 1 else []


def _kind(line: SourceParagraph) -> str | None:
    """How the line is numbered, or that it stands out without a number; None for a plain line."""
    text = _text(line)
    if len(text) > _LONGEST_TITLE or is_ended(text) or not text:
        return None
    number = split_heading(text).number
    if number:
        return f"depth {depth(number)}"
    return "marked" if text.isupper() or line.bold or line.heading else None


def _sheet_title(table: TaskTable, tables: Sequence[TaskTable]) -> tuple[str, ...]:
    """The name of the sheet, where each sheet is one area: "I. Thể chế"."""
    if len(tables) < 2:
        return ()
    numbers = [from_roman(split_heading(other.sheet).number) for other in tables]
    return (table.sheet,) if all(numbers) else ()


def _text(line: SourceParagraph) -> str:
    return one_line(paragraph_text(line))
