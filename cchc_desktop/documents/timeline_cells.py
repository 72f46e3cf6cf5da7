"""The cells of a timeline that its sheet and its document share: months in four quarters, marks as
text and as shading.
"""

from collections.abc import Iterator
from datetime import date

from cchc_desktop.domain.content import Cell
from cchc_desktop.domain.quarter import MONTHS
from cchc_desktop.domain.timeline import Mark, Span, TimelineRow
from cchc_desktop.domain.vietnamese import roman

_SPAN, _DUE, _EVERY, _EXPECTED, _ONGOING, _WAITING = "■", "▼", "◆", "◇", "•", "○"
_DONE = "√"  # a sign that the fonts of documents have
LEGEND = (
    f"{_SPAN} thời gian thực hiện; {_DUE} hạn hoàn thành; {_EXPECTED} ngày dự kiến; "
    f"{_EVERY} kỳ lặp lại và hạn của kỳ;",
    f"{_ONGOING} {_ONGOING} {_ONGOING} thường xuyên, không có hạn; "
    f"{_WAITING} chờ điều kiện, chưa xác định được ngày; {_DONE} đã xong.",
)


def head_rows(
    before: tuple[str, ...], year: int, after: tuple[str, ...] = ()
) -> tuple[tuple[Cell, ...], tuple[Cell, ...]]:
    """The year's quarters over its months, between the titles of the other columns."""
    quarters = (Cell(f"Quý {roman(n)}/{year}", "cell_head", 3) for n in range(1, 5))
    months = tuple(Cell(str(month), "cell_head") for month in range(1, MONTHS + 1))
    left, right = ([Cell(title, "cell_head", 1, 2) for title in side] for side in (before, after))
    return (*left, *quarters, *right), months


def month_cells(row: TimelineRow) -> Iterator[Cell]:
    """The marks of each month, else the band that runs through it."""
    marks: list[list[str]] = [[] for _ in range(MONTHS)]
    for sign, found in ((_DUE, row.dues), (_EVERY, row.every), (_EXPECTED, row.expected)):
        for mark in found:
            marks[mark.month].append(f"{_done_or(sign, mark)} {_day(mark.day)}")
    spanned = {month: _done_or(_SPAN, span) for span in row.spans for month in span.months}
    band = _band(row)
    for month, signs in enumerate(marks):
        if signs:
            yield Cell("\n".join(signs), "month_span" if month in spanned else "month_mark")
        elif month in spanned:
            yield Cell(spanned[month], "month_span")
        else:
            yield band


def _done_or(sign: str, place: Span | Mark) -> str:
    return _DONE if place.stand is not None and place.stand.done else sign


def _band(row: TimelineRow) -> Cell:
    """What a month shows that has neither a mark nor a span."""
    if row.steady:
        return Cell(f"{_EVERY}{_EVERY}", "month_ongoing")
    if row.ongoing:
        return Cell(f"{_ONGOING} {_ONGOING} {_ONGOING}", "month_ongoing")
    if row.waits_for:
        return Cell(_WAITING, "month_waiting")
    return Cell("", "month")


def condition(row: TimelineRow) -> Iterator[str]:
    """What the row waits for, if it does."""
    if row.waits_for:
        yield f"{_WAITING} chờ: {row.waits_for}"


def notes(row: TimelineRow) -> Iterator[str]:
    """What neither months nor words show: deadlines of other years, words not understood, that it
    is done.
    """
    if row.done and not (row.spans or row.dues or row.every):
        yield f"{_DONE} đã xong"
    if row.elsewhere:
        yield "Hạn ngoài năm: " + ", ".join(f"{_day(day)}/{day.year}" for day in row.elsewhere)
    if row.item.schedule.unread:
        yield f"Chưa có hạn: {row.item.schedule.unread}"


def _day(day: date) -> str:
    return f"{day.day}/{day.month}"
