"""What a clerk should see to in one task, judged by its own words."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from cchc_desktop.domain.columns import UNIT_KEYS
from cchc_desktop.domain.doubtful import doubtful_units
from cchc_desktop.domain.plan import Task
from cchc_desktop.domain.schedule import Schedule, read_schedule
from cchc_desktop.domain.unit import Unit
from cchc_desktop.domain.units import UnitMention, UnitReader
from cchc_desktop.domain.vietnamese import fold, one_line


@dataclass(frozen=True, slots=True)
class Note:
    """A finding without the place in the plan: `detail` is what the place says besides its
    number.
    """

    rule: str
    column: str
    found: str
    mark: str
    detail: str
    expected: str = ""


SHORT_TITLES = {
    "task": "Nhiệm vụ",
    "deliverable": "Sản phẩm",
    "lead": "Chủ trì",
    "coordinating": "Phối hợp",
    "time": "Thời gian",
}
_WANTED = ("deliverable", "lead", "time")  # that each task should have, where the plan has columns


class TaskCheck:
    """Judges tasks in one plan's year, by its columns and against the known units."""

    def __init__(self, year: int, columns: Collection[str], units: Iterable[Unit]) -> None:
        self._year = year
        self._columns = columns
        self._units = list(units)
        self._reader = UnitReader(self._units)
        self._schedules: dict[str, Schedule] = {}

    def notes(self, task: Task) -> tuple[Note, ...]:
        """What is to be seen to, in the order of the cells."""
        texts = (task.text, task.deliverable, task.lead, task.coordinating, task.time)
        if not any(map(_says_something, texts)):
            return (Note("task-blank", "task", "Nhiệm vụ còn trống", "còn trống", ""),)
        return tuple(self._found(task))

    def _found(self, task: Task) -> Iterator[Note]:
        name = one_line(task.text)
        if not _says_something(task.text):
            yield Note("no-task", "task", "Chưa ghi nhiệm vụ", "chưa ghi", "Nhiệm vụ")
        for column in _WANTED:
            if column in self._columns and not _says_something(getattr(task, column)):
                what = f"có {SHORT_TITLES[column].lower()}"
                yield Note(f"no-{column}", column, f"Chưa {what}", f"chưa {what}", name)
        for column in UNIT_KEYS:
            if column in self._columns:
                yield from self._unit_notes(column, getattr(task, column))
        if {"lead", "coordinating"} <= set(self._columns):
            yield from self._twice(task)
        if "time" in self._columns:
            yield from self._time_notes(task.time)

    def _unit_notes(self, column: str, cell: str) -> Iterator[Note]:
        for mention in doubtful_units(self._reader, cell) if self._units else ():
            yield unit_note(column, mention)

    def _twice(self, task: Task) -> Iterator[Note]:
        leads, others = (
            {mention.name for mention in self._reader.read(cell) if mention.sure and mention.name}
            for cell in (task.lead, task.coordinating)
        )
        for name in sorted(leads & others):
            found = f"“{name}” vừa chủ trì vừa phối hợp"
            yield Note("lead-coordinates", "coordinating", found, "trùng chủ trì", "Phối hợp")

    def _time_notes(self, text: str) -> Iterator[Note]:
        if not text:
            return
        if text not in self._schedules:
            self._schedules[text] = read_schedule(text, self._year)
        schedule = self._schedules[text]
        place = f"Thời gian “{one_line(text)}”"
        if schedule.unread and _says_something(text):
            found = f"Chưa hiểu thời gian “{schedule.unread}”"
            yield Note("time-unread", "time", found, "chưa hiểu", place)
        if schedule.foreign_years:
            found, mark = year_words(schedule.foreign_years, self._year)
            yield Note("year", "time", found, mark, place, str(self._year))
        if _waits_for_no_event(schedule):
            yield Note("no-due", "time", "Chưa có hạn", "", one_line(text))


def unit_note(column: str, mention: UnitMention) -> Note:
    """A name in a cell that is no unit known, or only alike."""
    place = SHORT_TITLES[column]
    if mention.name is None:
        found = f"Đơn vị chưa biết: “{mention.typed}”"
        return Note("unit-unknown", column, found, "chưa biết", place)
    found = f"“{mention.typed}” có lẽ là “{mention.name}”"
    return Note("unit-unsure", column, found, "chưa chắc", place, mention.name)


def year_words(years: Iterable[int], year: int) -> tuple[str, str]:
    """What is said of years that are not the plan's: in the list, and under the cell."""
    named = ", ".join(map(str, years))
    return f"Năm {named} ≠ năm kế hoạch {year}", f"năm {named} ≠ {year}"


def _says_something(text: str) -> bool:
    return any(map(str.isalnum, text))


def _waits_for_no_event(schedule: Schedule) -> bool:
    """Whether the words name no day, and nothing that happens once: "Theo văn bản đề nghị"."""
    dated = schedule.spans or schedule.due or schedule.every or schedule.ongoing
    return not dated and fold(schedule.waits_for or "").startswith("theo ")
