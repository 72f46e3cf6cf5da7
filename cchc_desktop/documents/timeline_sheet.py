"""A timeline as a sheet of cells: twelve months in four quarters, marks as text and as shading."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from cchc_desktop.documents.sheet_heads import sheet_heading, workbook_of
from cchc_desktop.domain.agency import Agency
from cchc_desktop.domain.content import Cell, Paragraph, Sheet, Table, Workbook
from cchc_desktop.domain.plan import Area, Plan, Row, Task, heading_text
from cchc_desktop.domain.schedule import read_schedule
from cchc_desktop.domain.timeline import (
    MONTHS,
    SHEET_NAME,
    SHEET_TITLE,
    Heading,
    TimelineItem,
    TimelineRow,
    layout,
)
from cchc_desktop.domain.vietnamese import roman

_SPAN, _DUE, _EVERY, _EXPECTED, _ONGOING, _WAITING = "■", "▼", "◆", "◇", "•", "○"
_LEGEND = (
    f"{_SPAN} thời gian thực hiện; {_DUE} hạn hoàn thành; {_EXPECTED} ngày dự kiến; "
    f"{_EVERY} kỳ lặp lại và hạn của kỳ;",
    f"{_ONGOING} {_ONGOING} {_ONGOING} thường xuyên, không có hạn; "
    f"{_WAITING} chờ điều kiện, chưa xác định được ngày.",
)
_BEFORE = (("STT", 5), ("Nhiệm vụ", 34), ("Đơn vị chủ trì", 16), ("Thời gian", 15))
_AFTER = ("Ghi chú", 18)
_MONTH_WIDTH = 7
_COLUMNS = len(_BEFORE) + MONTHS + 1


def timeline_workbook(plan: Plan, rows: Sequence[Row], agency: Agency | None = None) -> Workbook:
    """The timeline by itself."""
    return workbook_of(plan, agency, timeline_sheet(plan, rows))


def timeline_sheet(plan: Plan, rows: Sequence[Row]) -> Sheet:
    """The sheet of the timeline, rows in the plan's order."""
    timeline = layout(timeline_items(plan, rows), plan.year)
    widths = (*(width for _, width in _BEFORE), *(_MONTH_WIDTH,) * MONTHS, _AFTER[1])
    body = tuple(
        _heading_cells(row) if isinstance(row, Heading) else tuple(_cells(row))
        for row in timeline.rows
    )
    legend = tuple(Paragraph(line, "note") for line in _LEGEND)
    heading = sheet_heading(plan, SHEET_TITLE)
    return Sheet(SHEET_NAME, heading, Table(widths, _head(plan.year), body), legend)


def timeline_items(plan: Plan, rows: Sequence[Row]) -> Iterator[Heading | TimelineItem]:
    """The plan's rows as what a timeline lays out; each distinct time text is read once."""
    read = cache(lambda text: read_schedule(text, plan.year))
    for row in rows:
        if isinstance(row, Task):
            yield TimelineItem(row.number, row.text, row.lead, read(row.time))
        else:
            yield Heading(heading_text(row), 1 if isinstance(row, Area) else 2)


def _head(year: int) -> tuple[tuple[Cell, ...], ...]:
    quarters = (Cell(f"Quý {roman(n)}/{year}", "cell_head", 3) for n in range(1, 5))
    months = tuple(Cell(str(month), "cell_head") for month in range(1, MONTHS + 1))
    before = (Cell(title, "cell_head", 1, 2) for title, _ in _BEFORE)
    return (*before, *quarters, Cell(_AFTER[0], "cell_head", 1, 2)), months


def _heading_cells(heading: Heading) -> tuple[Cell, ...]:
    style = "cell_area" if heading.level == 1 else "cell_group"
    return (Cell(heading.text, style), *(Cell("", style),) * (_COLUMNS - 1))


def _cells(row: TimelineRow) -> Iterator[Cell]:
    item = row.item
    yield Cell(item.number, "cell_centre")
    yield Cell(item.label, "cell")
    yield Cell(item.lead, "cell")
    yield Cell(item.schedule.text, "cell_centre")
    yield from _months(row)
    yield Cell("\n".join(_notes(row)), "cell")


def _months(row: TimelineRow) -> Iterator[Cell]:
    """The marks of each month, else the band that runs through it."""
    marks: list[list[str]] = [[] for _ in range(MONTHS)]
    for sign, found in ((_DUE, row.dues), (_EVERY, row.every), (_EXPECTED, row.expected)):
        for mark in found:
            marks[mark.month].append(f"{sign} {_day(mark.day)}")
    spanned = {month for span in row.spans for month in span.months}
    band = _band(row)
    for month, signs in enumerate(marks):
        if signs:
            yield Cell("\n".join(signs), "month_span" if month in spanned else "month_mark")
        elif month in spanned:
            yield Cell(_SPAN, "month_span")
        else:
            yield band


def _band(row: TimelineRow) -> Cell:
    """What a month shows that has neither a mark nor a span."""
    if row.steady:
        return Cell(f"{_EVERY}{_EVERY}", "month_ongoing")
    if row.ongoing:
        return Cell(f"{_ONGOING} {_ONGOING} {_ONGOING}", "month_ongoing")
    if row.waits_for:
        return Cell(_WAITING, "month_waiting")
    return Cell("", "month")


def _notes(row: TimelineRow) -> Iterator[str]:
    if row.waits_for:
        yield f"{_WAITING} chờ: {row.waits_for}"
    if row.elsewhere:
        yield "Hạn ngoài năm: " + ", ".join(f"{_day(day)}/{day.year}" for day in row.elsewhere)
    if row.item.schedule.unread:
        yield f"Chưa có hạn: {row.item.schedule.unread}"


def _day(day: date) -> str:
    return f"{day.day}/{day.month}"
