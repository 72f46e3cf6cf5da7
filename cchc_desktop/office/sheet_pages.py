"""The pages on which a sheet is printed: A4 landscape, one page wide. Excel has nothing that keeps
a row with the next one: a page break is set where a heading would end a page, the others are left
to the program that prints.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from math import floor

from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from cchc_desktop.office.document_style import document_style
from cchc_desktop.office.lengths import MM_PER_INCH, POINTS_PER_MM
from cchc_desktop.office.sheet_style import SheetStyle

_A4 = 9  # Excel's number of the paper size
_PAPER = (297.0, 210.0)  # mm, turned
# of the room computed: programs and printers scale and round a little differently
_LEAST, _MOST = 0.97, 1.03
_MOST_BREAKS = 1026  # Excel keeps no more in a sheet


def set_page(excel: Worksheet, style: SheetStyle) -> None:
    """A4 landscape, one page wide, page numbers at the foot."""
    excel.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    excel.page_setup.orientation = "landscape"
    excel.page_setup.paperSize = _A4
    excel.page_setup.fitToWidth = 1
    excel.page_setup.fitToHeight = 0
    excel.print_options.horizontalCentered = True
    inches = {side: mm / MM_PER_INCH for side, mm in style.margins.items()}
    excel.page_margins = PageMargins(**inches)
    footer = excel.HeaderFooter.oddFooter
    assert footer is not None, "openpyxl gives every sheet one"
    footer.center.text = f'&"{style.font}"Trang &P/&N'


def set_breaks(
    excel: Worksheet, heights: Sequence[float], kept: Sequence[bool], head: range, room: float
) -> None:
    """Breaks between the sheet's rows, of which those in `head`, counted from 0, are repeated on
    each page; `room` as `page_room` gives it.
    """
    over, first = sum(heights[: head.start]), head.stop
    room -= sum(heights[head.start : first])
    for start in page_starts(heights[first:], kept[first:], room, room - over):
        excel.row_breaks.append(Break(id=first + start))  # below the row of that number


def page_room(width: float, style: SheetStyle) -> float:
    """The height in points of the rows that a page holds of a sheet `width` points wide, which is
    made smaller by whole per cents until it fits.
    """
    across, down = (side * POINTS_PER_MM for side in _PAPER)
    margin = {side: mm * POINTS_PER_MM for side, mm in style.margins.items()}
    scale = min(floor(100 * (across - margin["left"] - margin["right"]) / width), 100) / 100
    return (down - margin["top"] - margin["bottom"]) / scale


def page_starts(
    heights: Sequence[float], kept: Sequence[bool], room: float, first_room: float
) -> list[int]:
    """The rows that are said to begin a page, so that none ends one that is `kept` with the next.
    Heights and the room of a page, which is less on the first, in points.

    From one of them to the next it is only known between which two rows a page begins. Where these
    are too far apart, the page is said too, or one could come out half empty.
    """
    ends = list(accumulate(heights, initial=0.0))
    apart = room * document_style().table.kept_at_most / 2  # a row that does not fit: as much
    final = max((n for n, keeps in enumerate(kept) if keeps), default=-1)
    starts: list[int] = []
    low = high = 0  # a page begins with one of the rows from low to high
    here = first_room
    while low <= final and len(starts) < _MOST_BREAKS:
        first = _end(ends, low, here * _LEAST)
        last = _end(ends, high, here * _MOST)
        here = room
        if not any(kept[first - 1 : last]) and ends[last] - ends[first] <= apart:
            low, high = first, last
            continue
        begin = first
        while begin > high and kept[begin - 1]:
            begin -= 1
        if begin <= high:
            begin = first  # more headings than a page holds
        starts.append(begin)
        low = high = begin
    return starts


def _end(ends: Sequence[float], start: int, room: float) -> int:
    """The row that no longer fits on the page that begins with `start`."""
    return max(bisect_right(ends, ends[start] + room) - 1, start + 1)
