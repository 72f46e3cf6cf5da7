"""A timeline as a phụ lục: months as cells, marks that stay clear in black and white."""

import pytest

from cchc_desktop.documents.checker import check_file
from cchc_desktop.documents.timeline_document import timeline_document
from cchc_desktop.domain.agency import Agency
from cchc_desktop.domain.content import Paragraph, Table
from cchc_desktop.domain.plan import Area, Group, Plan, Task
from cchc_desktop.domain.progress import Progress, Said
from cchc_desktop.domain.result import State
from cchc_desktop.office.column_widths import fitted_widths
from cchc_desktop.office.document_style import document_style
from cchc_desktop.office.docx_writer import write_docx

PLAN = Plan("p", 2027, subject="Cải cách hành chính năm 2027", number="7", issued="2027-01-15")
AGENCY = Agency("a", "UBND TỈNH MẪU", "SỞ NGOẠI VỤ", "SNgV", "Mẫu")
AREA, GROUP = Area("a", "p", 1, "I", "Thể chế"), Group("g", "p", 2, "1", "Rà soát")
FIRST_MONTH = 4


def task(time: str) -> Task:
    return Task("t", "p", 3, "1.10", "", "Rà soát quy định", lead="Văn phòng", time=time)


def table_of(*rows) -> Table:
    (appendix,) = timeline_document(PLAN, (), rows, AGENCY).appendices
    table = appendix.body[0]
    assert isinstance(table, Table)
    return table


def test_it_is_a_turned_appendix_of_its_plan_with_a_legend():
    document = timeline_document(PLAN, (), [task("Quý I")], AGENCY)
    (appendix,) = document.appendices
    assert document.letterhead is None
    assert (appendix.landscape, appendix.label) == (True, "Phụ lục")
    assert appendix.title == "TIẾN ĐỘ THỰC HIỆN KẾ HOẠCH Cải cách hành chính năm 2027"
    assert appendix.reference.startswith("(Kèm theo Kế hoạch số 07/KH-SNgV ngày 15 tháng 01")
    _, *legend = appendix.body
    assert all(isinstance(line, Paragraph) for line in legend)
    assert {"■", "▼", "◆", "◇", "○"} <= set("".join(line.text for line in legend))


def test_quarters_head_months_and_headings_run_over_the_whole_width():
    table = table_of(AREA, GROUP, task("Quý II"))
    quarters, months = table.head
    assert [cell.text for cell in quarters if cell.columns == 3] == [
        f"Quý {number}/2027" for number in ("I", "II", "III", "IV")
    ]
    assert [cell.text for cell in months] == [str(n) for n in range(1, 13)]
    assert [[cell.columns for cell in row] for row in table.rows[:2]] == [[16], [16]]
    row = table.rows[2]
    assert [cell.text for cell in row[:4]] == ["1.10", "Rà soát quy định", "Văn phòng", "Quý II"]
    assert [cell.text for cell in row[FIRST_MONTH + 3 : FIRST_MONTH + 6]] == ["■", "■", "▼ 30/6"]


@pytest.mark.parametrize(
    ("time", "told"),
    [
        ("Sau khi tỉnh ban hành quy chế", ""),  # the words of the cell say it already
        ("Trước ngày 01/7/2028", "\nHạn ngoài năm: 30/6/2028"),
    ],
)
def test_what_the_months_cannot_show_stands_under_the_time(time, told):
    assert table_of(task(time)).rows[0][3].text == time + told


def test_the_months_are_equally_wide():
    style = document_style()
    times = ("Hằng tháng", "Quý I", "Trước ngày 31/12/2027")
    table = table_of(*map(task, times))
    widths = fitted_widths(table, style.page.text_width(landscape=True), style)[FIRST_MONTH:]
    assert max(widths) - min(widths) < 0.1


def test_every_mark_can_be_told_without_its_shade():
    times = ("Quý I", "Hằng quý", "Hằng tuần", "Thường xuyên", "Sau khi có văn bản")
    cells = [cell for row in table_of(*map(task, times)).rows for cell in row[FIRST_MONTH:]]
    assert all(cell.text for cell in cells if document_style().roles[cell.style].fill)
    assert {cell.style for cell in cells} <= document_style().roles.keys()


def test_it_passes_the_check(tmp_path):
    write_docx(timeline_document(PLAN, (), [AREA, task("Quý I")], AGENCY), tmp_path / "t.docx")
    assert check_file(tmp_path / "t.docx") == []


@pytest.mark.parametrize(
    ("time", "said", "months", "told"),
    [
        ("Quý II", [""], ["", "", "", "√", "√", "√ 30/6"], ""),
        ("Quý I, II", ["2027-03-31"], ["√", "√", "√ 31/3", "■", "■", "▼ 30/6"], ""),
        ("Hằng quý", ["2027-06-30"], ["", "", "◆ 31/3", "", "", "√ 30/6"], ""),
        ("Khi có yêu cầu", [""], [""] * 6, "\n√ đã xong"),
        ("Thường xuyên", [""], ["• • •"] * 6, "\n√ đã xong"),
    ],
)
def test_what_is_done_has_a_sign_of_its_own(time, said, months, told):
    progress = Progress({"t": tuple(Said(occurrence, State.DONE) for occurrence in said)})
    (appendix,) = timeline_document(PLAN, (), [task(time)], AGENCY, progress).appendices
    table, *legend = appendix.body
    (row,) = table.rows
    assert [cell.text for cell in row[FIRST_MONTH : FIRST_MONTH + 6]] == months
    assert row[FIRST_MONTH - 1].text == time + told
    assert "√ đã xong" in "".join(line.text for line in legend)
