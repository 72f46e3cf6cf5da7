"""Plans of any length, and the peer's template with the same table."""

import json
import random
from dataclasses import dataclass
from pathlib import Path

import docx

import resources
from cchc_desktop.domain.agency import Agency
from cchc_desktop.domain.plan import POSITION_STEP, Area, Plan, Row, Section, Task
from cchc_desktop.domain.vietnamese import roman

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
    """A seven-column plan with that many tasks, an area every fifty, a goal every two.

    Each cell is a sentence of its own, of the words of the shipped sample: text that repeats
    would be zipped for nothing and say little about real plans.
    """
    plan = Plan("p", 2027, subject="Cải cách hành chính năm 2027", table_place="appendix")
    opening = Section("s", "p", 1, 1, "I", "MỤC ĐÍCH", "Nâng cao chất lượng phục vụ.")
    words = Words()
    rows: list[Row] = []
    for n in range(tasks):
        if n % 50 == 0:
            place = len(rows) * POSITION_STEP
            rows.append(Area(f"a{n}", "p", place, roman(n // 50 + 1), words.sentence(5)))
        if n % 2 == 0:
            goal = words.sentence(10)
        rows.append(_task(n, len(rows) * POSITION_STEP, goal, words))
    agency = Agency("a", "UBND TỈNH MẪU", "SỞ NGOẠI VỤ", "SNgV", "Mẫu")
    return Sample(plan, (opening,), tuple(rows), agency)


class Words:
    """Sentences drawn from the sample's words, the same in every run."""

    def __init__(self) -> None:
        stored = json.loads(resources.path("sample/plan.json").read_text(encoding="utf-8"))
        self._words = " ".join(section["body"] for section in stored["sections"]).split()
        self._random = random.Random(2027)

    def sentence(self, length: int) -> str:
        """So many words, the first with a capital."""
        return " ".join(self._random.choices(self._words, k=length)).capitalize()


def _task(n: int, position: int, goal: str, words: Words) -> Task:
    return Task(
        f"t{n}",
        "p",
        position,
        number=f"{n // 50 + 1}.{n % 50 + 1}",
        goal=goal,
        text=words.sentence(24),
        deliverable=words.sentence(8),
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
