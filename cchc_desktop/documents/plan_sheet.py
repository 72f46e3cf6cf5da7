"""A plan's task table as a sheet: no cell is merged and every row says all it belongs to, so that
the rows can be filtered and sorted.
"""

from collections.abc import Sequence

from cchc_desktop.documents.sheet_heads import sheet_heading, workbook_of
from cchc_desktop.documents.table_lines import Line, shown_columns, table_lines
from cchc_desktop.documents.timeline_sheet import timeline_sheet
from cchc_desktop.domain.agency import Agency
from cchc_desktop.domain.content import Cell, Sheet, Table, Workbook
from cchc_desktop.domain.plan import Area, Plan, Row, heading_text
from cchc_desktop.domain.progress import NOTHING_SAID, Progress
from cchc_desktop.office.in_bulk import collector_resting

SHEET_NAME = "Kế hoạch"


@collector_resting()
def plan_workbook(
    plan: Plan,
    rows: Sequence[Row],
    agency: Agency | None = None,
    progress: Progress = NOTHING_SAID,
) -> Workbook:
    """The task table and the timeline."""
    return workbook_of(plan, agency, plan_sheet(plan, rows), timeline_sheet(plan, rows, progress))


def plan_sheet(plan: Plan, rows: Sequence[Row]) -> Sheet:
    """The sheet of the task table, in the plan's own columns."""
    columns = shown_columns(plan)
    styles = [column.style for column in columns]
    lines = table_lines(plan, rows)
    body = [
        tuple(map(Cell, texts, styles))
        if line.heading is None
        else _heading_cells(line, len(columns))
        for line, *texts in zip(lines, *(column.texts(lines) for column in columns), strict=True)
    ]
    head = tuple(Cell(column.title, "cell_head") for column in columns)
    table = Table(tuple(column.width for column in columns), (head,), tuple(body))
    return Sheet(SHEET_NAME, sheet_heading(plan), table, filtered=True)


def _heading_cells(line: Line, columns: int) -> tuple[Cell, ...]:
    """A heading in the first cell; it runs over the empty ones beside it."""
    style = "cell_area" if isinstance(line.heading, Area) else "cell_group"
    return (Cell(heading_text(line.heading), style), *(Cell("", style),) * (columns - 1))
