"""A timeline as a sheet of cells."""

from collections.abc import Iterator, Sequence

from cchc_desktop.documents.sheet_heads import sheet_heading, workbook_of
from cchc_desktop.documents.timeline_cells import LEGEND, condition, head_rows, month_cells, notes
from cchc_desktop.domain.agency import Agency
from cchc_desktop.domain.content import Cell, Paragraph, Sheet, Table, Workbook
from cchc_desktop.domain.plan import Plan, Row
from cchc_desktop.domain.progress import NOTHING_SAID, Progress
from cchc_desktop.domain.quarter import MONTHS
from cchc_desktop.domain.timeline import (
    SHEET_NAME,
    SHEET_TITLE,
    Heading,
    TimelineRow,
    layout,
    timeline_items,
)

_BEFORE = (("STT", 5), ("Nhiệm vụ", 34), ("Đơn vị chủ trì", 16), ("Thời gian", 15))
_AFTER = ("Ghi chú", 18)
_MONTH_WIDTH = 7
_COLUMNS = len(_BEFORE) + MONTHS + 1


def timeline_workbook(
    plan: Plan,
    rows: Sequence[Row],
    agency: Agency | None = None,
    progress: Progress = NOTHING_SAID,
) -> Workbook:
    """The timeline by itself."""
    return workbook_of(plan, agency, timeline_sheet(plan, rows, progress))


def timeline_sheet(plan: Plan, rows: Sequence[Row], progress: Progress = NOTHING_SAID) -> Sheet:
    """The sheet of the timeline, rows in the plan's order."""
    timeline = layout(timeline_items(rows, plan.year, progress=progress), plan.year)
    widths = (*(width for _, width in _BEFORE), *(_MONTH_WIDTH,) * MONTHS, _AFTER[1])
    body = tuple(
        _heading_cells(row) if isinstance(row, Heading) else tuple(_cells(row))
        for row in timeline.rows
    )
    legend = tuple(Paragraph(line, "note") for line in LEGEND)
    heading = sheet_heading(plan, SHEET_TITLE)
    head = head_rows(tuple(title for title, _ in _BEFORE), plan.year, (_AFTER[0],))
    return Sheet(SHEET_NAME, heading, Table(widths, head, body), legend)


def _heading_cells(heading: Heading) -> tuple[Cell, ...]:
    style = "cell_area" if heading.level == 1 else "cell_group"
    return (Cell(heading.text, style), *(Cell("", style),) * (_COLUMNS - 1))


def _cells(row: TimelineRow) -> Iterator[Cell]:
    item = row.item
    yield Cell(item.number, "cell_centre")
    yield Cell(item.label, "cell")
    yield Cell(item.lead, "cell")
    yield Cell(item.schedule.text, "cell_centre")
    yield from month_cells(row)
    yield Cell("\n".join((*condition(row), *notes(row))), "cell")
