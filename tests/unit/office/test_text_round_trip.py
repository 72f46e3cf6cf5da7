"""Any text of a cell comes back from Word and from Excel as it went out."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.documents.plan_document import plan_document
from cchc_desktop.documents.plan_sheet import plan_workbook
from cchc_desktop.domain.plan import Area, Plan, Task
from cchc_desktop.domain.vietnamese import tidy
from cchc_desktop.intake.plan_intake import propose_plan
from cchc_desktop.office.docx_writer import write_docx
from cchc_desktop.office.reader import read_office_file
from cchc_desktop.office.xlsx_writer import write_xlsx

PLAN = Plan("p", 2027)
WORDS = st.sampled_from(
    ("rà soát", "05/QĐ-UBND", "“đầu tư”", "<b>&amp;", "=SUM(A1)", "+84", "-5%", "@", "1.10", ";")
)
LINES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
TEXTS = st.lists(LINES, min_size=1, max_size=3).map("\n".join)


def rows(text: str) -> list[Area | Task]:
    """A table with the text as the deliverable of its second task."""
    plain = Task("t1", "p", 2, "1", "", "Xây dựng kế hoạch", "Kế hoạch", "Văn phòng", "", "Quý I")
    other = Task("t2", "p", 3, "2", "", "Tổ chức tập huấn", text, "Văn phòng", "", "Quý II")
    return [Area("a", "p", 1, "I", "Cải cách thể chế"), plain, other]


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
@settings(deadline=None, max_examples=60)
@given(text=TEXTS)
def test_a_cell_comes_back(suffix: str, text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"ke-hoach{suffix}"
        if suffix == ".docx":
            write_docx(plan_document(PLAN, [], rows(text)), path)
        else:
            write_xlsx(plan_workbook(PLAN, rows(text)), path)
        proposal = propose_plan(read_office_file(path), PLAN.year)
    tasks = [item.edit.after for item in proposal.items if isinstance(item.edit.after, Task)]
    assert [task.deliverable for task in tasks] == ["Kế hoạch", tidy(text)]
