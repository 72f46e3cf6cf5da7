"""How many pages a section takes, estimated from the widths of its letters: enough to tell whether
page numbers are due.
"""

from collections.abc import Iterable

from cchc_desktop.office.formatted import (
    FormattedBlock,
    FormattedParagraph,
    FormattedSection,
    FormattedTable,
)
from cchc_desktop.office.lengths import POINTS_PER_MM
from cchc_desktop.office.text_width import LINE_HEIGHT, line_count

_EMPTY = 14.0  # size of a line without letters


def estimated_pages(section: FormattedSection) -> float:
    """Pages and parts of a page; a hard page break begins a new one."""
    margins = section.margins_mm["top"] + section.margins_mm["bottom"]
    room = (section.height_mm - margins) * POINTS_PER_MM
    broken = [block for block in section.blocks[1:] if isinstance(block, FormattedParagraph)]
    breaks = sum(block.breaks_before or block.breaks_after for block in broken)
    return breaks + _height(section.blocks, section.text_width) / max(room, 1.0)


def _height(blocks: Iterable[FormattedBlock], width: float) -> float:
    return sum(
        _table_height(block) if isinstance(block, FormattedTable) else _paragraph(block, width)
        for block in blocks
    )


def _table_height(table: FormattedTable) -> float:
    return sum(
        max((_height(cell.blocks, cell.width) for cell in row), default=0.0) for row in table.rows
    )


def _paragraph(paragraph: FormattedParagraph, width: float) -> float:
    size = max((run.size for run in paragraph.runs), default=_EMPTY)
    room = max(width - paragraph.left - paragraph.right, size)
    lines = line_count(paragraph.full_text, room, size)
    single = size * LINE_HEIGHT
    line = {
        "exact": paragraph.line,
        "atLeast": max(paragraph.line, single),
    }.get(paragraph.line_rule, paragraph.line * single)
    return paragraph.before + paragraph.after + lines * line
