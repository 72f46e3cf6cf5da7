"""The sheets of a plan: rows that can be filtered, and months with their marks."""

from itertools import pairwise

import pytest

from cchc_desktop.documents.plan_sheet import plan_sheet, plan_workbook
from cchc_desktop.documents.timeline_sheet import timeline_sheet, timeline_workbook
from cchc_desktop.domain.agency import Agency
from cchc_desktop.domain.columns import SIX
from cchc_desktop.domain.plan import Area, Group, Plan, Task
from cchc_desktop.office.sheet_style import sheet_style

PLAN = Plan("p", 2027, subject="Cải cách hành chính năm 2027")
AREA, GROUP = Area("a", "p", 1, "I", "Thể chế"), Group("g", "p", 2, "1", "Rà soát")
FIRST_MONTH = 4


def task(number="1", text="việc", goal="", time="", **parts):
    return Task("t", "p", 3, number, goal, text, time=time, **parts)


def texts(sheet):
    return [[cell.text for cell in row] for row in sheet.table.rows]


def months(time):
    """The twelve cells of a task with that time, and its note."""
    (row,) = timeline_sheet(PLAN, [task(time=time)]).table.rows
    return row[FIRST_MONTH : FIRST_MONTH + 12], row[-1].text


def test_every_row_says_its_goal_and_nothing_is_merged():
    sheet = plan_sheet(PLAN, [AREA, GROUP, task("1.10", "a", "G"), task("", "b", "G")])
    assert texts(sheet) == [
        ["I. Thể chế", *[""] * 6],
        ["1. Rà soát", *[""] * 6],
        ["1.10", "G", "a", "", "", "", ""],
        ["", "G", "b", "", "", "", ""],
    ]
    assert all(cell.columns == cell.rows == 1 for row in sheet.table.rows for cell in row)
    assert sheet.filtered


def test_an_area_column_is_repeated():
    plan = Plan("p", 2027, columns=SIX)
    rows = texts(plan_sheet(plan, [AREA, task("1", "a"), task("2", "b")]))
    assert [row[:2] for row in rows] == [["I. Thể chế", "1. a"], ["I. Thể chế", "2. b"]]


def test_quarters_are_blocks_that_end_with_their_due_day():
    cells, note = months("Quý II")
    assert [cell.text for cell in cells] == [*[""] * 3, "■", "■", "▼ 30/6", *[""] * 6]
    assert [cell.style for cell in cells[2:7]] == ["month", *["month_span"] * 3, "month"]
    assert note == ""


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        ("Trước ngày 14/03/2027", {3: "▼ 13/3"}),
        ("Hằng quý", {3: "◆ 31/3", 6: "◆ 30/6", 9: "◆ 30/9", 12: "◆ 31/12"}),
        ("Thường xuyên", dict.fromkeys(range(1, 13), "• • •")),
        ("Hằng tuần", dict.fromkeys(range(1, 13), "◆◆")),
        ("Sau khi tỉnh ban hành quy chế", dict.fromkeys(range(1, 13), "○")),
    ],
)
def test_marks_of_the_months(time, expected):
    cells, _ = months(time)
    assert {month: cell.text for month, cell in enumerate(cells, 1) if cell.text} == expected


def test_a_condition_is_told_and_shades_the_months():
    cells, note = months("Sau khi tỉnh ban hành quy chế")
    assert note.startswith("○ chờ: ")
    assert "tỉnh ban hành quy chế" in note
    assert {cell.style for cell in cells} == {"month_waiting"}


def test_a_deadline_of_another_year_is_told():
    assert months("Trước ngày 01/7/2028")[1] == "Hạn ngoài năm: 30/6/2028"


def test_the_timeline_keeps_the_order_and_shows_lead_and_words():
    rows = [AREA, task("1", "a", lead="Văn phòng", time="Quý I"), GROUP, task("2", "b")]
    table = timeline_sheet(PLAN, rows).table
    assert [row[0].text for row in table.rows] == ["I. Thể chế", "1", "1. Rà soát", "2"]
    assert [cell.text for cell in table.rows[1][:4]] == ["1", "a", "Văn phòng", "Quý I"]
    quarters, numbers = table.head
    assert next(cell.text for cell in quarters if cell.columns == 3) == "Quý I/2027"
    assert [cell.text for cell in numbers] == [str(month) for month in range(1, 13)]


def test_the_workbooks_and_their_names():
    agency = Agency("a", "", "SỞ NGOẠI VỤ", "SNgV", "")
    both = plan_workbook(PLAN, [task()], agency)
    assert [sheet.name for sheet in both.sheets] == ["Kế hoạch", "Tiến độ"]
    assert (both.title, both.author) == ("KẾ HOẠCH Cải cách hành chính năm 2027", "SỞ NGOẠI VỤ")
    assert [sheet.name for sheet in timeline_workbook(PLAN, [task()]).sheets] == ["Tiến độ"]


def test_every_style_that_is_used_is_known():
    rows = [AREA, GROUP, *(task(time=time) for time in ("Quý I", "Hằng tuần", "Sau khi có", ""))]
    for plan in (PLAN, Plan("p", 2027, columns=SIX)):
        for sheet in plan_workbook(plan, rows).sheets:
            cells = [cell for row in (*sheet.table.head, *sheet.table.rows) for cell in row]
            styles = {part.style for part in (*cells, *sheet.heading, *sheet.notes)}
            assert styles <= sheet_style().roles.keys()


def test_shades_of_months_differ_in_grey_print():
    def grey(colour):
        red, green, blue = bytes.fromhex(colour)
        return 0.299 * red + 0.587 * green + 0.114 * blue

    fills = [look.fill for role, look in sheet_style().roles.items() if role.startswith("month")]
    shades = sorted(grey(fill or "FFFFFF") for fill in fills)
    assert min(b - a for a, b in pairwise(shades)) > 10
