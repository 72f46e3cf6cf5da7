"""A timeline as a phụ lục in a file of its own: a table of months with marks, its legend below."""

from collections.abc import Iterator, Sequence

from cchc_desktop.documents.plan_document import appendix_of
from cchc_desktop.documents.timeline_cells import LEGEND, head_rows, month_cells, notes
from cchc_desktop.domain.agency import Agency
from cchc_desktop.domain.content import Cell, Closing, Document, Origin, Paragraph, Table
from cchc_desktop.domain.plan import Plan, Row, Section
from cchc_desktop.domain.progress import NOTHING_SAID, Progress
from cchc_desktop.domain.quarter import MONTHS
from cchc_desktop.domain.timeline import (
    SHEET_TITLE,
    Heading,
    TimelineRow,
    layout,
    timeline_items,
)

_BEFORE = (("STT", 6), ("Nhiệm vụ", 30), ("Đơn vị chủ trì", 14), ("Thời gian", 16))
_MONTH_WIDTH = 7  # a day with its month and margins fits
_COLUMNS = len(_BEFORE) + MONTHS


def timeline_document(
    plan: Plan,
    sections: Sequence[Section],
    rows: Sequence[Row],
    agency: Agency | None = None,
    progress: Progress = NOTHING_SAID,
) -> Document:
    """The timeline of the plan that it belongs to, rows in the plan's order."""
    timeline = layout(timeline_items(rows, plan.year, progress=progress), plan.year)
    head = head_rows(tuple(title for title, _ in _BEFORE), plan.year)
    body = tuple(
        (_heading_cell(row),) if isinstance(row, Heading) else tuple(_cells(row))
        for row in timeline.rows
    )
    widths = (*(width for _, width in _BEFORE), *(_MONTH_WIDTH,) * MONTHS)
    table = Table(widths, head, body)
    legend = (Paragraph(line, "note") for line in LEGEND)
    title = f"{SHEET_TITLE} {plan.type_name} {plan.subject}".strip()
    appendix = appendix_of(plan, sections, agency, title, (table, *legend))
    return Document(
        None,
        SHEET_TITLE,
        plan.subject,
        (),
        Closing((), (), ""),
        (appendix,),
        origin=Origin("TD", plan.id),
    )


def _heading_cell(heading: Heading) -> Cell:
    return Cell(heading.text, "cell_area" if heading.level == 1 else "cell_group", _COLUMNS)


def _cells(row: TimelineRow) -> Iterator[Cell]:
    item = row.item
    yield Cell(item.number, "cell_centre")
    yield Cell(item.label)
    yield Cell(item.lead)
    yield Cell("\n".join((item.schedule.text, *notes(row))), "cell_centre")
    yield from month_cells(row)
