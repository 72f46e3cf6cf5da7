"""A file's blocks as one run of paragraphs and task tables; other tables as lines of text."""

import re
from collections.abc import Iterator

from cchc_desktop.domain.proposal import Doubt
from cchc_desktop.domain.timeline import SHEET_NAME, SHEET_TITLE
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
    for place, block in enumerate(blocks):
        table = tables.get(place)
        if table is not None:
            pieces += [*table.preface, table, *table.tail]
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


def _reading_order(source: SourceFile) -> list[SourceBlock]:
    return [block for block in unfolded(source.blocks) if block.part not in _MARGINS]


def _of_other_years(tables: dict[int, TaskTable], year: int) -> list[int]:
    """The sheets of other years, where a sheet of the plan's year stands beside them."""
    years = {place: set(map(int, _YEAR.findall(t.sheet))) for place, t in tables.items()}
    if not any(year in named for named in years.values()):
        return []
    return [place for place, named in years.items() if named and year not in named]


def _other_table(
    table: SourceTable, has_tasks: bool, doubts: list[Doubt]
) -> Iterator[SourceParagraph]:
    """The lines of a table that holds no tasks. A sheet beside the plan's is left out."""
    texts = [text for cell in table.cells if (text := cell_text(cell))]
    if len(texts) <= 1 or any(_LAYOUT.search(_lines_folded(text)) for text in texts):
        yield from table_paragraphs(table)
        return
    lines = table_lines(table)
    if table.title == SHEET_NAME and lines[0].startswith(SHEET_TITLE):
        return  # made from the plan beside it
    if table.title and has_tasks:
        why = f"Trang tính “{table.title}” không có bảng nhiệm vụ nên không được lấy vào."
    else:
        why = "Bảng này không phải bảng nhiệm vụ; các dòng được giữ trong phần lời của kế hoạch."
        yield from map(SourceParagraph, lines)
    doubts.append(Doubt(0, lines[0], why))


def _lines_folded(text: str) -> str:
    return "\n".join(map(folded, text.split("\n")))
