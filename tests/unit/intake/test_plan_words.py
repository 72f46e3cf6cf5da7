"""Words over tables and tasks that look like something else: a row that introduces tasks, a year
that is only looked ahead to, a title that begins as a label does.
"""

from typing import Any

import pytest

from cchc_desktop.domain.plan import Area, Plan, Task
from cchc_desktop.intake.plan_intake import propose_plan

YEAR = 2025
HEAD = ("STT", "Mục tiêu", "Nhiệm vụ cụ thể", "Sản phẩm", "Chủ trì", "Phối hợp", "Thời gian")
REST = ("Báo cáo", "Văn phòng Sở", "Phòng Lễ tân", "Quý I")


def table(office: Any, *rows: tuple[str, ...]) -> Any:
    return office.Grid([[office.Cell(text) for text in row] for row in (HEAD, *rows)])


def test_a_row_that_introduces_tasks_is_their_heading(office: Any) -> None:
    over = ("", "", "Nâng cấp phần mềm, bao gồm:", "Các chỉ tiêu sau đây:", "", "", "Thời hạn sau:")
    first, *below = (
        (str(number), "Mục tiêu", text, *REST)
        for number, text in enumerate(("Rà soát", "Kết nối", "Kiểm thử", "Vận hành"), start=1)
    )
    proposal = propose_plan(office.word(table(office, first, over, *below)), YEAR)
    found = [record.edit.after for record in proposal.items]
    words = [
        r.title if isinstance(r, Area) else r.text for r in found if isinstance(r, Area | Task)
    ]
    assert words == ["Rà soát", "Nâng cấp phần mềm, bao gồm:", "Kết nối", "Kiểm thử", "Vận hành"]
    assert [(d.row, "Các chỉ tiêu sau đây:" in d.why) for d in proposal.doubts] == [(3, True)]


def test_a_plan_that_looks_ahead_to_another_year_is_not_doubted(office: Any) -> None:
    source = office.word(
        office.Line("KẾ HOẠCH", True, True),
        office.Line("Triển khai Đề án một cửa đến năm 2030, tầm nhìn 2045", True, True),
        table(office, ("1", "Mục tiêu", "Rà soát", *REST)),
    )
    assert propose_plan(source, YEAR).doubts == ()


@pytest.mark.parametrize(
    ("over", "title"),
    [
        (("BIỂU CHI TIẾT NHIỆM VỤ NĂM 2025",), "BIỂU CHI TIẾT NHIỆM VỤ NĂM 2025"),
        (("Biểu số 02: NHIỆM VỤ NĂM 2025",), "NHIỆM VỤ NĂM 2025"),
        (("Biểu", "NHIỆM VỤ NĂM 2025"), "NHIỆM VỤ NĂM 2025"),
        (("PHỤ LỤC NHIỆM VỤ NĂM 2025",), "NHIỆM VỤ NĂM 2025"),
    ],
)
def test_a_word_of_the_title_is_no_label(office: Any, over: tuple[str, ...], title: str) -> None:
    lines = [office.Line(text, True, True) for text in over]
    reference = office.Line("(Kèm theo Kế hoạch số 12/KH-SĐN ngày 05 tháng 01 năm 2025)")
    source = office.word(*lines, reference, table(office, ("1", "Mục tiêu", "Rà soát", *REST)))
    plans = [item.edit.after for item in propose_plan(source, YEAR).items]
    assert [plan.table_title for plan in plans if isinstance(plan, Plan)] == [title]
