"""The công văn that reminds a unit."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cchc_desktop.documents.chase_document import Chase, chase_document
from cchc_desktop.documents.checker import check_file
from cchc_desktop.domain.agency import Agency, RecipientList, Signer
from cchc_desktop.domain.agenda import Deadline, DueTask
from cchc_desktop.domain.content import Paragraph, Table, printed_lines
from cchc_desktop.domain.plan import Plan, Task
from cchc_desktop.domain.reporting_period import preset_periods
from cchc_desktop.domain.schedule import read_schedule
from cchc_desktop.domain.unit import Unit
from cchc_desktop.office.docx_writer import write_docx

AGENCY = Agency("a", "UBND TỈNH AN ĐÔNG", "SỞ NGOẠI VỤ", "SNgV", "An Đông")
PLAN = Plan(
    "p",
    2027,
    subject="Cải cách hành chính năm 2027",
    number="5",
    symbol="KH-SNgV",
    issued="2027-01-15",
    authority="GIÁM ĐỐC",
    signer="Trần Văn Mẫu",
)
OFFICE, UNIT = Unit("o", "Văn phòng Sở", "VP Sở"), Unit("u", "Phòng Hợp tác quốc tế", "HTQT")
DAY = date(2027, 8, 30)


def late(time: str, *days: date) -> DueTask:
    task = Task("t", "p", 1, text="Rà soát quy chế", deliverable="Báo cáo", time=time)
    return DueTask(task, read_schedule(time, 2027), tuple(map(Deadline, days)))


CHASE = Chase(
    UNIT,
    DAY,
    preset_periods(2027)[2],
    (late("Quý II", date(2027, 6, 30)),),
    (Task("n", "p", 2, text="Mở lớp tập huấn", time="Quý III"),),
)


def words(chase: Chase = CHASE, plan: Plan = PLAN, **known: object) -> list[str]:
    return list(printed_lines(chase_document(chase, plan, AGENCY, office=OFFICE, **known)))


def test_its_head_is_that_of_a_letter_with_number_and_day_blank() -> None:
    lines = words()
    assert lines[2:6] == [
        "Số:       /SNgV-VP",
        "An Đông, ngày     tháng     năm 2027",
        "V/v đôn đốc thực hiện nhiệm vụ cải cách hành chính năm 2027",
        "Kính gửi: Phòng Hợp tác quốc tế.",
    ]
    without = chase_document(CHASE, PLAN, AGENCY)
    assert without.letterhead is not None
    assert without.letterhead.number_line == "Số:       /SNgV-"  # who drafts it is not known


def test_it_cites_the_plan_as_far_as_that_is_known() -> None:
    assert (
        "Kế hoạch số 05/KH-SNgV ngày 15 tháng 01 năm 2027 của Sở Ngoại vụ về cải cách hành chính "
        "năm 2027, qua theo dõi đến ngày 30 tháng 8 năm 2027"
    ) in words()[6]
    assert words(plan=replace(PLAN, number=""))[6].startswith(
        "Thực hiện Kế hoạch Cải cách hành chính năm 2027, qua"
    )


def test_late_and_unanswered_are_two_tables_with_their_days() -> None:
    document = chase_document(CHASE, PLAN, AGENCY)
    titles = [block.text for block in document.body if isinstance(block, Paragraph)][1:3]
    assert titles == [
        "1. Nhiệm vụ đã quá hạn",
        "2. Nhiệm vụ chưa có kết quả trong báo cáo quý III năm 2027",
    ]
    tables = [block for block in document.body if isinstance(block, Table)]
    assert [[cell.text for cell in table.rows[0]] for table in tables] == [
        ["1", "Rà soát quy chế", "Báo cáo", "30/6/2027"],
        ["1", "Mở lớp tập huấn", "", "Quý III"],
    ]
    alone = chase_document(replace(CHASE, unanswered=()), PLAN, AGENCY)
    assert Paragraph("Nhiệm vụ đã quá hạn", "clause") in alone.body


def test_many_deadlines_of_one_task_are_summed_up() -> None:
    many = late("Hằng tháng", *(date(2027, month, 28) for month in range(1, 6)))
    assert "5 lần," in words(replace(CHASE, late=(many,)))
    assert "từ 28/01/2027" in words(replace(CHASE, late=(many,)))


@pytest.mark.parametrize(
    ("day", "by"),
    [
        (DAY, "chậm nhất ngày 01 tháng 9 năm 2027"),
        (date(2027, 9, 10), "chậm nhất ngày 14 tháng 9 năm 2027"),
        (date(2027, 9, 20), "chậm nhất ngày     tháng     năm 2027"),
    ],
)
def test_the_answer_is_due_on_the_period_s_next_day(day: date, by: str) -> None:
    ask = next(line for line in words(replace(CHASE, day=day)) if line.startswith("Đề nghị"))
    assert f"gửi về Văn phòng Sở {by} để" in ask
    assert ask.endswith("./.")


def test_signer_and_recipients_are_the_profile_s_where_they_are_given() -> None:
    assert words()[-4:] == ["- Như trên;", "- Lưu: VT, VP.", "GIÁM ĐỐC", "Trần Văn Mẫu"]
    signer = Signer("s", "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", "Lê Thị Mẫu")
    listed = RecipientList("r", "CV", "Như trên\nLãnh đạo Sở (b/c)\nLưu: VT, VP")
    assert words(signer=signer, recipients=listed)[-6:] == [
        "- Như trên;",
        "- Lãnh đạo Sở (b/c);",
        "- Lưu: VT, VP.",
        "KT. GIÁM ĐỐC",
        "PHÓ GIÁM ĐỐC",
        "Lê Thị Mẫu",
    ]


@pytest.mark.parametrize("rows", [1, 60])
def test_the_form_check_finds_nothing(tmp_path: Path, rows: int) -> None:
    chase = replace(CHASE, late=CHASE.late * rows)
    for name, office in (("with", OFFICE), ("without", None)):
        target = tmp_path / f"{name}.docx"
        write_docx(chase_document(chase, PLAN, AGENCY, office=office), target)
        assert check_file(target) == []


def test_a_letter_to_many_is_lawful_too(tmp_path: Path) -> None:
    letter = chase_document(CHASE, PLAN, AGENCY, office=OFFICE)
    target = tmp_path / "many.docx"
    write_docx(replace(letter, addressees=("Sở Nội vụ", "Sở Tài chính")), target)
    assert check_file(target) == []
