"""What is reviewed: the rows of a plan with doubts, and forms that came back."""

from dataclasses import replace
from datetime import date

from cchc_desktop.domain.change import Edit
from cchc_desktop.domain.plan import Plan, Task
from cchc_desktop.domain.proposal import Doubt, Item, Proposal
from cchc_desktop.domain.register import Evidence, RegisteredDocument
from cchc_desktop.domain.reporting_period import preset_periods
from cchc_desktop.domain.result import Result
from cchc_desktop.domain.unit import Unit
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.merging import Merge, Refusal, ReturnedForm

ROWS = (
    ("I. Cải cách thể chế",),
    ("1", "Đúng hạn", "Soạn văn bản", "Dự thảo", "Văn phòng Sở", "Thanh tra Sở", "Quý I"),
    ("", "", "và ban hành", "", "", "", ""),
    ("2", "Đủ", "Rà soát văn bản.", "Báo cáo", "Thanh tra Sở", "", "Quý I/2025"),
    ("II. Cải cách tài chính công",),
    ("3", "Tiết kiệm", "Sửa quy chế chi tiêu.", "Quy chế", "Văn phòng Sở", "", "Rồi sẽ hay"),
    ("4", "Sạch", "Chỉnh trang công sở.", "Biên bản", "Văn phòng Sở", "", "Hằng quý"),
)
LINES = ("KẾ HOẠCH", "Cải cách hành chính năm 2027", "I. MỤC TIÊU", "Phục vụ tốt hơn.")
PLAN = Plan("p", 2027)
PERIOD = preset_periods(2027)[2]
OFFICE = Unit("u1", "Văn phòng Sở", "VP Sở")
CENTRE = Unit("u2", "Trung tâm Dịch vụ", "TTDV")
TASKS = (
    Task("t1", "p", 1, "1", text="Rà soát thủ tục"),
    Task("t2", "p", 2, "2", text="Tiết kiệm giấy in", time="Quý III"),
)
SAID = Result("r2", "t2", PERIOD.id, text="Giảm 5 %", said_by="Văn phòng Sở", said_on="2027-08-27")
CONTENTS = Contents({r.id: r for r in (PLAN, OFFICE, CENTRE, *TASKS, SAID)})
LAST_PERIOD = "Đây là phiếu của kỳ trước; hãy đề nghị đơn vị gửi phiếu quý III."


def answer(text: str) -> Edit:
    return Edit(None, Result("new", "t1", PERIOD.id, text=text))


def merge() -> Merge:
    offered: list[tuple[Edit, str, bool]] = [
        (answer("Đã rà soát 14 thủ tục"), "text", False),
        (answer("Đã rà soát 12 thủ tục"), "text", False),
        (Edit(SAID, replace(SAID, text="Giảm 8 %")), "text", True),
        (Edit(TASKS[1], replace(TASKS[1], time="Quý III năm 2026")), "time", False),
        (Edit(None, RegisteredDocument("d", "Báo cáo", "09", "BC-TTDV")), "", True),
        (Edit(None, Evidence("e", "d", "t1")), "", True),
    ]
    items = tuple(
        Item(edit, row=row, taken=taken, field=field)
        for row, (edit, field, taken) in enumerate(offered, start=1)
    )
    doubt = Doubt(4, "Quý III năm 2026", "năm 2026 ≠ 2027, giữ cũ")
    forms = (
        ReturnedForm("VP.xlsx", OFFICE, PERIOD, (0,)),
        ReturnedForm("TTDV.xlsx", CENTRE, PERIOD, (1, 2, 3, 4, 5), notes=("Đã xoá cột Sản phẩm.",)),
        ReturnedForm("cu.xlsx", CENTRE, PERIOD, (), (Refusal("", LAST_PERIOD),)),
    )
    proposal = Proposal("Gộp 3 phiếu quý III", items, (doubt,))
    return Merge(CONTENTS, PLAN, PERIOD, forms, proposal, date(2027, 8, 30))
