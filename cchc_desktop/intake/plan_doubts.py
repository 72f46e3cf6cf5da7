"""What is doubtful in what was read, though nothing had to be repaired: another agency's head,
times, units, years, tasks that stand twice.
"""

from collections.abc import Iterable, Iterator, Sequence

from cchc_desktop.domain.agency import Agency
from cchc_desktop.domain.doubtful import doubtful_units, other_years, task_likeness
from cchc_desktop.domain.plan import Area, Group, Task
from cchc_desktop.domain.proposal import Doubt, DoubtKind, Item
from cchc_desktop.domain.schedule import Schedule, read_schedule
from cchc_desktop.domain.unit import Unit
from cchc_desktop.domain.units import UnitReader
from cchc_desktop.intake.document_head import DocumentHead
from cchc_desktop.intake.source_text import folded


def head_doubts(head: DocumentHead, agency: Agency | None) -> Iterator[Doubt]:
    """A head that names another agency than the profile of that year, which is kept."""
    if agency is None:
        return
    for found, known in ((head.superior, agency.superior), (head.agency, agency.name)):
        if found and known and folded(found) != folded(known):
            yield Doubt(
                0,
                found,
                f"Hồ sơ cơ quan đang ghi “{known}” và được giữ nguyên; "
                "nếu cơ quan đã đổi tên thì hãy sửa hồ sơ từ năm của kế hoạch này.",
                DoubtKind.AGENCY,
            )


def row_doubts(items: Sequence[Item], units: Sequence[Unit], year: int) -> Iterator[Doubt]:
    """What checking finds in rows as they stand: times, then units, then tasks that stand twice."""
    tasks = [(item.row, item.edit.after) for item in items if isinstance(item.edit.after, Task)]
    yield from _time_doubts(tasks, year)
    yield from _unit_doubts(tasks, units)
    yield from _repeated_tasks(items)


def _time_doubts(tasks: Iterable[tuple[int, Task]], year: int) -> Iterator[Doubt]:
    """Times that were not understood, and years that are not the plan's."""
    read: dict[str, Schedule] = {}
    for row, task in tasks:
        text = task.time
        if not text:
            continue
        if text not in read:
            read[text] = read_schedule(text, year)
        schedule = read[text]
        if schedule.unread:
            left = "chỉ phần còn lại được hiểu" if schedule.due else "nhiệm vụ chưa có hạn"
            why = f"Chưa hiểu thời gian “{schedule.unread}”; {left}."
            yield Doubt(row, text, why, DoubtKind.TIME)
        if schedule.foreign_years:
            years = ", ".join(map(str, schedule.foreign_years))
            why = f"Thời gian nêu năm {years}, khác năm {year} của kế hoạch."
            yield Doubt(row, text, why, DoubtKind.YEAR)


def _unit_doubts(tasks: Iterable[tuple[int, Task]], units: Sequence[Unit]) -> Iterator[Doubt]:
    """Names in lead and coordinating cells that are no unit known, or only alike; each once."""
    cells: dict[str, int] = {}
    for row, task in tasks:
        for text in (task.lead, task.coordinating):
            if text:
                cells.setdefault(text, row)
    told: set[str] = set()
    reader = UnitReader(units)
    for cell, row in cells.items():
        for mention in doubtful_units(reader, cell):
            if mention.typed in told:
                continue
            told.add(mention.typed)
            why = (
                "Không nhận ra đơn vị nào trong các chữ này; hãy thêm hoặc chọn đơn vị."
                if mention.name is None
                else f"Có lẽ là “{mention.name}”; hãy xem có đúng đơn vị đó không."
            )
            yield Doubt(row, mention.typed, why, DoubtKind.UNIT)


def _repeated_tasks(items: Iterable[Item]) -> Iterator[Doubt]:
    """Tasks whose words stand twice under one heading for the same lead."""
    seen: dict[tuple[str, str], int] = {}
    for item in items:
        match item.edit.after:
            case Area() | Group():
                seen = {}
            case Task(text=text, lead=lead) if key := task_likeness(text, lead):
                if key in seen:
                    why = f"Nhiệm vụ này trùng với nhiệm vụ ở dòng {seen[key]}."
                    yield Doubt(item.row, text, why, DoubtKind.REPEATED)
                seen.setdefault(key, item.row)


def year_doubts(texts: Iterable[str], year: int) -> Iterator[Doubt]:
    """Titles that name another year than the plan's."""
    for text in texts:
        if years := other_years(text, year):
            named = ", ".join(map(str, years))
            yield Doubt(
                0,
                text,
                f"Tệp là kế hoạch năm {named}, nhưng đang được nhập vào năm {year}.",
                DoubtKind.PLAN_YEAR,
            )
