"""What the lines of the page say."""

from datetime import date

import pytest

from cchc_desktop.domain.plan import Plan, Task
from cchc_desktop.domain.receipt import FormReceipt, FormState
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.domain.reporting_period import preset_periods
from cchc_desktop.domain.unit import Unit
from cchc_desktop.services.agenda import agenda_of
from cchc_desktop.services.asking import Asking
from cchc_desktop.services.collecting import BoardLine
from cchc_desktop.services.contents import Contents
from ui.today.lines import UNCITED, WITHOUT_FILE, Act, Line, agenda_lines, board_lines

PLAN, Q3 = Plan("p", 2027), preset_periods(2027)[2]
DAY = date(2027, 8, 30)
UNIT, OTHER = Unit("u", "Phòng Hợp tác quốc tế", "HTQT"), Unit("o", "Văn phòng Sở")


def lines(
    *records: Task | RegisteredDocument,
    board: list[BoardLine] | None = None,
    unfolded: tuple[str, ...] = (),
    day: date = DAY,
) -> list[Line]:
    contents = Contents({record.id: record for record in (PLAN, *records)})
    agenda = agenda_of(Asking(contents, PLAN, Q3), day)
    found = agenda_lines(agenda, Q3, board or [], unfolded)
    return [line for line in found if line.about is not None or line.act or line.heading]


def task(time: str) -> Task:
    return Task("t", "p", 1, text="Rà soát\nquy chế", lead="Văn phòng", time=time)


def row(state: FormState, receipt: FormReceipt | None = None, unit: Unit = UNIT) -> BoardLine:
    return BoardLine(unit, state, receipt, 3, 0)


@pytest.mark.parametrize(
    ("time", "when", "left", "words"),
    [
        ("Quý II", "61 ngày", "", "Rà soát quy chế · Quý II"),
        ("Quý I, II", "152 ngày", "", "Rà soát quy chế · 2 lần, từ 31/3"),
        ("Trước ngày 16/9/2027", "15/9", "còn 16 ngày", "Rà soát quy chế · Trước ngày 16/9/2027"),
        ("Đến ngày 30/8/2027", "30/8", "hạn hôm nay", "Rà soát quy chế · Đến ngày 30/8/2027"),
    ],
)
def test_a_deadline_in_words(time: str, when: str, left: str, words: str) -> None:
    line = next(line for line in lines(task(time)) if line.act is Act.RECORD)
    assert (line.when, line.left, line.words) == (when, left, words)
    assert line.lead == "Văn phòng"


def test_forms_that_are_still_to_come_stand_by_their_day() -> None:
    sent = FormReceipt("r", Q3.id, "u", sent_on="2027-08-20")
    board = [row(FormState.SENT, sent), row(FormState.UNSENT, unit=OTHER)]
    found = [line.key for line in lines(task("Trước ngày 16/9/2027"), board=board)]
    assert found[:4] == ["late", "near", "forms", "near t"]
    (line,) = [line for line in lines(board=board) if line.key == "forms"]
    assert line.words == "2 đơn vị chưa gửi phiếu về quý III"
    assert (line.when, line.left, line.act) == ("1/9", "còn 2 ngày", Act.CHASE)
    assert line.units == ("HTQT", "Văn phòng Sở")
    (late,) = [line for line in lines(board=board, day=date(2027, 9, 3)) if line.key == "forms"]
    assert (late.when, late.role) == ("2 ngày", "red")
    assert not [x for x in lines(board=board, day=date(2027, 7, 1)) if x.key == "forms"]
    merged = [row(FormState.MERGED, sent)]
    assert not [x for x in lines(board=merged) if x.key == "forms"]


def test_documents_unfold_with_their_names() -> None:
    document = RegisteredDocument("d", "Báo cáo", "140", "SNgV-VP", title="về kết quả")
    found = [line.words for line in lines(document, unfolded=(WITHOUT_FILE,))]
    assert found[-3:] == [
        "chưa có tệp đính kèm",
        "Báo cáo 140/SNgV-VP về kết quả",
        "chưa dẫn ở nhiệm vụ hay kết quả nào",
    ]
    (opened,) = [line for line in lines(document, unfolded=(UNCITED,)) if line.act is Act.OPEN]
    assert opened.place is not None
    assert opened.place.record_id == "d"


def test_the_board_in_words() -> None:
    receipt = FormReceipt("r", Q3.id, "u", "2027-08-20", "2027-08-30", "2027-08-27")
    found = board_lines([row(state, receipt) for state in FormState], DAY)
    assert [(line.when, line.act) for line in found] == [
        ("chưa gửi", Act.SEND),
        ("chưa về", Act.COPY),
        ("quá hạn", Act.COPY),
        ("về hôm nay", Act.MERGE),
        ("đã gộp 27/8", None),
    ]
    (unsent,) = board_lines([row(FormState.LATE)], DAY)
    assert (unsent.when, unsent.role, unsent.act) == ("chưa gửi", "red", Act.SEND)
