"""A file's blocks as one run of paragraphs and task tables; other tables as lines of text."""

import re
from collections.abc import Collection, Iterator, Sequence

from cchc_desktop.domain.proposal import Doubt
from cchc_desktop.domain.timeline import SHEET_NAME, SHEET_TITLE
from cchc_desktop.intake.document_head import read_reference
from cchc_desktop.intake.numbering import split_heading
from cchc_desktop.intake.source_text import cell_text, folded, table_lines
from cchc_desktop.intake.task_tables import (
    TaskTable,
    find_task_tables,
    is_page_number,
    table_paragraphs,
    unfolded,
)
from cchc_desktop.office.grid import SourceBlock, SourceFile, SourceParagraph, SourceTable

_MARGINS = ("header", "footer")
_LAYOUT = re.compile(
    r"cong hoa xa hoi chu nghia|doc lap ?[-–] ?tu do|^so ?:.*/|^noi nhan|^(kt|tl|tuq|q|tm)\. ?\w"
    r"|^(pho )?giam doc$|^du thao",
    re.MULTILINE,
)
_YEAR = re.compile(r"\b20\d\d\b")
_TITLE_YEAR = re.compile(r"(thang \d{1,2} )?\bnam (20\d\d)\b")


def numbered_blocks(source: SourceFile) -> list[tuple[SourceBlock, int | None]]:
    """The blocks as they are read, each task table with how many rows of task tables stand before
    it: what `Doubt.row` and `Item.row` count.
    """
    blocks = _reading_order(source)
    tables = find_task_tables(blocks)
    return [
        (block, tables[place].rows_before if place in tables else None)
        for place, block in enumerate(blocks)
    ]


def document_pieces(
    source: SourceFile, year: int
) -> tuple[list[SourceParagraph | TaskTable], list[Doubt]]:
    """The paragraphs and task tables in reading order, page margins and page numbers left out."""
    blocks = _reading_order(source)
    tables = find_task_tables(blocks)
    doubts: list[Doubt] = []
    for place in _of_other_years(tables, year):
        doubts.append(
            Doubt(
                0,
                tables.pop(place).sheet,
                f"Trang tính này là của năm khác, không phải năm {year}, nên không được lấy vào.",
            )
        )
        blocks[place] = SourceParagraph("")
    pieces: list[SourceParagraph | TaskTable] = []
    said: set[str] = set()
    for place, block in enumerate(blocks):
        table = tables.get(place)
        if table is not None:
            pieces += [*_unsaid(table.preface, said), table, *_unsaid(table.tail, said)]
            said |= {line.text for line in (*table.preface, *table.tail) if table.sheet}
        elif isinstance(block, SourceTable):
            pieces += _other_table(block, bool(tables), doubts)
        elif block.text.strip() and not is_page_number(block.text):
            pieces.append(block)
    return pieces, doubts


def document_lines(source: SourceFile) -> list[SourceParagraph]:
    """The same where no table is a plan's: those that lay a head or a foot out column by column,
    others a row a line.
    """
    lines: list[SourceParagraph] = []
    for block in _reading_order(source):
        if isinstance(block, SourceTable):
            lines += _other_table(block, has_tasks=False, doubts=[])
        elif block.text.strip() and not is_page_number(block.text):
            lines.append(block)
    return lines


def is_ours(source: SourceFile) -> bool:
    """Whether this program wrote the file, so that its cells are as a clerk has them."""
    tables = (block for block in source.blocks if isinstance(block, SourceTable))
    return source.origin is not None or any(map(_is_timeline, tables))


def _is_timeline(table: SourceTable) -> bool:
    return table.title == SHEET_NAME and cell_text(table.cells[0]).startswith(SHEET_TITLE)


def _reading_order(source: SourceFile) -> list[SourceBlock]:
    return [block for block in unfolded(source.blocks) if block.part not in _MARGINS]


def _unsaid(lines: Sequence[SourceParagraph], said: Collection[str]) -> list[SourceParagraph]:
    """The lines of a sheet without the head and the foot that the sheets before it have too; a
    numbered title ends the head.
    """
    titles = (i for i, line in enumerate(lines) if split_heading(line.text).number)
    title = next(titles, len(lines))
    return [*(line for line in lines[:title] if line.text not in said), *lines[title:]]


def _of_other_years(tables: dict[int, TaskTable], year: int) -> list[int]:
    """The sheets of other years, where a sheet of the plan's year stands beside them."""
    years = {place: _years_of(table) for place, table in tables.items() if table.sheet}
    if not any(year in named for named in years.values()):
        return []
    return [place for place, named in years.items() if named and year not in named]


def _years_of(table: TaskTable) -> set[int]:
    """The years that the sheet's name tells, else those that its titles do: no dates."""
    if named := set(map(int, _YEAR.findall(table.sheet))):
        return named
    titles = " ".join(folded(line.text) for line in table.preface if not read_reference(line.text))
    return {int(found) for month, found in _TITLE_YEAR.findall(titles) if not month}


def _other_table(
    table: SourceTable, has_tasks: bool, doubts: list[Doubt]
) -> Iterator[SourceParagraph]:
    """The lines of a table that holds no tasks. A sheet beside the plan's is left out."""
    texts = [text for cell in table.cells if (text := cell_text(cell))]
    if len(texts) <= 1 or any(_LAYOUT.search(_lines_folded(text)) for text in texts):
        yield from table_paragraphs(table)
        return
    lines = table_lines(table)
    if _is_timeline(table):
        return  # made from the plan beside it
    if table.title and has_tasks:
        why = f"Trang tính “{table.title}” không có bảng nhiệm vụ nên không được lấy vào."
    else:
        why = "Bảng này không phải bảng nhiệm vụ; các dòng được giữ trong phần lời của kế hoạch."
        yield from map(SourceParagraph, lines)
    doubts.append(Doubt(0, lines[0], why))


def _lines_folded(text: str) -> str:
    return "\n".join(map(folded, text.split("\n")))
