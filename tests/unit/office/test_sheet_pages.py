"""Where the pages of a printed sheet begin, whatever program prints it."""

from itertools import pairwise

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.content import Cell, Paragraph, Sheet, Table, Workbook
from cchc_desktop.office.sheet_pages import page_room, page_starts
from cchc_desktop.office.sheet_style import sheet_style
from cchc_desktop.office.xlsx_writer import write_xlsx

ROOM = 500.0
HEADING, LOW, TALL = (20.0, True), (34.0, False), (80.0, False)


def starts(rows, first_room=ROOM):
    heights, kept = zip(*rows, strict=True)
    return page_starts(heights, kept, ROOM, first_room)


def printed(rows, said, room, first_room):
    """The pages, as lists of rows, of a program that has so much room and does what is said."""
    pages, used = [[]], 0.0
    for n, (height, _) in enumerate(rows):
        here = first_room if len(pages) == 1 else room
        if pages[-1] and (n in said or used + height > here):
            pages.append([])
            used = 0.0
        pages[-1].append(n)
        used += height
    return pages


@given(
    st.lists(st.lists(st.sampled_from([HEADING, LOW, TALL]), min_size=2).map(tuple), min_size=1),
    st.floats(0.97, 1.03),
    st.floats(150, ROOM),
)
def test_no_heading_ends_a_page_and_none_is_nearly_empty(portions, share, first_room):
    rows = [row for portion in portions for row in (HEADING, *portion[1:], LOW)]
    said = starts(rows, first_room)
    pages = printed(rows, said, ROOM * share, first_room * share)
    for page, following in pairwise(pages):
        chain = all(rows[n][1] for n in page)
        assert chain or not rows[page[-1]][1]
        room = first_room if page[0] == 0 else ROOM
        headings = 0
        while rows[following[0] + headings][1]:
            headings += 1
        filled = sum(rows[n][0] for n in page)
        assert filled + (headings + 1) * HEADING[0] + 0.15 * ROOM + TALL[0] > 0.97 * room


def test_nothing_is_said_where_no_heading_is_in_danger():
    assert starts([LOW] * 200) == []
    assert starts([HEADING, *[LOW] * 200]) == []
    assert starts([*[LOW] * 5, HEADING, *[LOW] * 200]) == []


def test_a_heading_takes_its_headings_along():
    rows = [*[LOW] * 13, HEADING, HEADING, *[LOW] * 5]
    assert starts(rows) == [13]
    assert starts(rows, first_room=ROOM / 2) == []


def test_more_headings_than_a_page_holds_are_left():
    assert starts([*[HEADING] * 60, LOW])[0] == 24


def test_excel_keeps_no_more_than_1026_breaks():
    assert len(starts([*[LOW] * 14, HEADING] * 3_000)) == 1026


@pytest.mark.parametrize(("width", "percent"), [(400, 100), (900, 85), (906, 84)])
def test_a_wide_sheet_is_made_smaller_by_whole_per_cents(width, percent):
    assert page_room(width, sheet_style()) == pytest.approx(180 / 25.4 * 72 * 100 / percent)


def written(tmp_path, rows, notes=(), **parts):
    table = Table((1, 6), ((Cell("STT", "cell_head"), Cell("Nhiệm vụ", "cell_head")),), rows)
    title = Paragraph("KẾ HOẠCH", "title")
    sheet = Sheet("Kế hoạch", (title,), table, tuple(Paragraph(n, "note") for n in notes), **parts)
    write_xlsx(Workbook("", "", (sheet,)), tmp_path / "x.xlsx")
    excel = openpyxl.load_workbook(tmp_path / "x.xlsx")["Kế hoạch"]
    return [found.id for found in excel.row_breaks.brk]


def row(style="cell", lines=1):
    return Cell("1", style), Cell("\n".join(["việc"] * lines), style)


def test_breaks_stand_over_headings_below_title_and_head(tmp_path):
    heading = Cell("I. Thể chế", "cell_area"), Cell("", "cell_area")
    # 600 points: the title 21, the head and each row 19
    assert written(tmp_path, (*[row()] * 28, heading, *[row()] * 9)) == [30]
    assert written(tmp_path, (*[row()] * 20, heading, *[row()] * 9)) == []


def test_lines_under_a_table_stand_with_its_last_row(tmp_path):
    assert written(tmp_path, (row(),) * 28, notes=("a", "b")) == [29]
    assert written(tmp_path, (row(),) * 20, notes=("a", "b")) == []


def test_a_form_whose_rows_grow_has_no_breaks(tmp_path):
    assert written(tmp_path, (row(),) * 28, notes=("a", "b"), grows=True) == []
