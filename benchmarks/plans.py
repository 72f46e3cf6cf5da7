"""Plans of any length, and the peer's template with the same table."""

from dataclasses import dataclass
from pathlib import Path

import docx

from cchc_desktop.domain.agency import Agency
from cchc_desktop.domain.plan import POSITION_STEP, Area, Plan, Row, Section, Task

TIMES = ("Quý I", "Trước ngày 30/9/2027", "Hằng quý", "Thường xuyên", "Tháng 3, 6/2027")
LEADS = ("Văn phòng Sở", "Phòng Hợp tác quốc tế", "Phòng Lãnh sự", "Thanh tra Sở")
FIELDS = ("number", "goal", "text", "deliverable", "lead", "coordinating", "time")


@dataclass(frozen=True)
class Sample:
    """A plan with its parts."""

    plan: Plan
    sections: tuple[Section, ...]
    rows: tuple[Row, ...]
    agency: Agency


def sample(tasks: int) -> Sample:
    """A seven-column plan with that many tasks, an area every fifty, a goal every two."""
    plan = Plan("p", 2027, subject="Cải cách hành chính năm 2027", table_place="appendix")
    opening = Section("s", "p", 1, 1, "I", "MỤC ĐÍCH", "Nâng cao chất lượng phục vụ.")
    rows: list[Row] = []
    for n in range(tasks):
        if n % 50 == 0:
            area = Area(f"a{n}", "p", len(rows) * POSITION_STEP, str(n), f"Lĩnh vực thứ {n}")
            rows.append(area)
        rows.append(_task(n, len(rows) * POSITION_STEP))
    agency = Agency("a", "UBND TỈNH MẪU", "SỞ NGOẠI VỤ", "SNgV", "Mẫu")
    return Sample(plan, (opening,), tuple(rows), agency)


def _task(n: int, position: int) -> Task:
    return Task(
        f"t{n}",
        "p",
        position,
        number=f"{n // 50}.{n % 50 + 1}",
        goal=f"Mục tiêu {n // 2}: tỷ lệ hồ sơ giải quyết đúng hạn đạt tối thiểu 98%",
        text=f"Nhiệm vụ {n}: rà soát quy trình nội bộ và đề xuất cắt giảm thời gian giải quyết",
        deliverable="Báo cáo kết quả rà soát; Tờ trình",
        lead=LEADS[n % 4],
        coordinating="Các phòng chuyên môn\nCác đơn vị liên quan",
        time=TIMES[n % 5],
    )


def peer_template(folder: Path) -> Path:
    """The same table for docxtpl: one row repeated for every task."""
    document = docx.Document()
    table = document.add_table(3, len(FIELDS), style="Table Grid")
    table.rows[0].cells[0].text = "{%tr for task in tasks %}"
    for cell, field in zip(table.rows[1].cells, FIELDS, strict=True):
        cell.text = f"{{{{ task.{field} }}}}"
    table.rows[2].cells[0].text = "{%tr endfor %}"
    path = folder / "template.docx"
    document.save(str(path))
    return path
