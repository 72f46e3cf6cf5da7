"""The values that the cells of tasks have for a filter: units by their names, times by the quarters
that they are understood as, other cells by their words; and whether a filter leaves a task.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial

from cchc_desktop.domain.columns import UNIT_KEYS, Column
from cchc_desktop.domain.plan import Task
from cchc_desktop.domain.quarter import Quarter
from cchc_desktop.domain.schedule import Schedule
from cchc_desktop.domain.table_filter import (
    EMPTY,
    ColumnFilter,
    CountedValue,
    SavedView,
    TableFilter,
    counted,
)
from cchc_desktop.domain.unit import Unit
from cchc_desktop.domain.unit_groups import members_of
from cchc_desktop.domain.units import UnitReader
from cchc_desktop.domain.vietnamese import fold, one_line, roman, sort_key

QUARTERS = tuple(f"Quý {roman(number)}" for number in (1, 2, 3, 4))
OFTEN, ONGOING = "Hằng tháng, hằng quý", "Thường xuyên"
WAITING, UNREAD, OTHER_YEAR = "Chờ điều kiện", "Chưa rõ thời gian", "Năm khác"
NOW = "Quý này"  # whichever it is: a saved view stays right
_TIMES = (NOW, *QUARTERS, OFTEN, ONGOING, WAITING, OTHER_YEAR, UNREAD)
_OFTEN = {"day", "week", "2weeks", "month", "quarter"}  # of Schedule.every: due in each quarter
_TIME = "time"
NAMED_COLUMNS = (*UNIT_KEYS, _TIME)  # their values are names, not the words of the cells

READY_VIEWS = (
    SavedView("Việc quý này", TableFilter(columns=(ColumnFilter(_TIME, (NOW,)),))),
    SavedView("Việc chưa có người chủ trì", TableFilter(columns=(ColumnFilter("lead", (EMPTY,)),))),
    SavedView(
        "Việc chưa rõ thời gian", TableFilter(columns=(ColumnFilter(_TIME, (UNREAD, EMPTY)),))
    ),
)


class TaskValues:
    """Reads the cells of one plan's tasks; what was read once is remembered by its words."""

    def __init__(
        self,
        columns: Sequence[Column],
        units: Sequence[Unit],
        reader: UnitReader,
        schedule: Callable[[str], Schedule],
        year: int,
        today: date,
    ) -> None:
        self._columns = {column.key: column for column in columns}
        self._units, self._reader = units, reader
        self._by_name = {unit.name: unit for unit in units}
        self._schedule, self._year = schedule, year
        self._now = Quarter.of(today)
        self._read: dict[tuple[str, str], tuple[str, ...]] = {}
        self._plain: dict[str, tuple[Task, str]] = {}  # all the words of a task, by its id

    def of(self, key: str, task: Task) -> tuple[str, ...]:
        """The values of a task's cell, at least one."""
        text = self._columns[key].text(task)
        if (key, text) not in self._read:
            self._read[key, text] = self._values(key, text) or (EMPTY,)
        return self._read[key, text]

    def leaving(self, wanted: TableFilter) -> Callable[[Task], bool]:
        """Tells of a task whether a filter leaves it."""
        tests = [self._test(column) for column in wanted.columns]
        if plain := fold(wanted.words.strip()):
            tests.append(partial(self._holds, plain))
        return lambda task: all(test(task) for test in tests)

    def counted(self, key: str, tasks: Iterable[Task], also: Iterable[str]) -> list[CountedValue]:
        """The values that tasks have in a column, and those that are there `also`: units by their
        names, times by the year, others as they come, empty cells last. The quarter that is now is
        told only where it is asked for.
        """
        also = tuple(also)
        counts = counted((self.of(key, task) for task in tasks), also)
        if NOW not in also:
            counts.pop(NOW, None)
        found = list(counts)
        if key in UNIT_KEYS:
            found.sort(key=lambda value: (value == EMPTY, sort_key(value)))
        elif key == _TIME:
            found.sort(key=lambda value: _TIMES.index(value) if value in _TIMES else len(_TIMES))
        return [CountedValue(value, counts[value], self._also(key, value)) for value in found]

    def _also(self, key: str, value: str) -> str:
        unit = self._by_name.get(value) if key in UNIT_KEYS else None
        return " ".join((unit.short, *unit.aliases)) if unit else ""

    # How cells are read

    def _test(self, column: ColumnFilter) -> Callable[[Task], bool]:
        key, text = column.key, self._columns[column.key].text
        if column.words:
            plain = fold(column.words)
            return lambda task: plain in fold(text(task))
        wanted = frozenset(column.values)
        return lambda task: not wanted.isdisjoint(self.of(key, task))

    def _holds(self, plain: str, task: Task) -> bool:
        known = self._plain.get(task.id)
        if known is None or known[0] is not task:
            words = "\n".join(column.text(task) for column in self._columns.values())
            known = self._plain[task.id] = task, fold(words)
        return plain in known[1]

    def _values(self, key: str, text: str) -> tuple[str, ...]:
        if key in UNIT_KEYS:
            return self._unit_values(text)
        if key == _TIME:
            return self._time_values(text)
        return (words,) if (words := one_line(text)) else ()

    def _unit_values(self, text: str) -> tuple[str, ...]:
        """The names in a cell; a group's own, and those of its members."""
        names: dict[str, None] = {}
        for mention in self._reader.read(text):
            unit = self._by_name.get(mention.name or "")
            names[unit.name if unit else mention.typed] = None
            if unit is not None and unit.is_group:
                names |= dict.fromkeys(member.name for member in members_of(unit, self._units))
        return tuple(names)

    def _time_values(self, text: str) -> tuple[str, ...]:
        if not any(letter.isalnum() for letter in text):
            return ()
        schedule = self._schedule(text)
        often = not _OFTEN.isdisjoint(schedule.every)
        numbers = self._quarters(schedule, often=often)
        now = self._now.year == self._year and (often or self._now.number in numbers)
        named = [QUARTERS[number - 1] for number in sorted(numbers)]
        for value, holds in (
            (OFTEN, often),
            (ONGOING, schedule.ongoing),
            (WAITING, schedule.waits_for is not None),
            (UNREAD, bool(schedule.unread)),
            (NOW, now),
        ):
            if holds:
                named.append(value)
        return tuple(named) or (OTHER_YEAR,)

    def _quarters(self, schedule: Schedule, *, often: bool) -> set[int]:
        """The quarters in which something is to be done; of what takes the whole year, or comes
        again and again, only those in which it ends or that are named.
        """
        due = () if often else schedule.due
        numbers = {Quarter.of(day).number for day in due if day.year == self._year}
        for start, end in schedule.spans:
            touched = {n for n in (1, 2, 3, 4) if self._touches(n, start, end)}
            if len(touched) < len(QUARTERS):
                numbers |= touched
        return numbers

    def _touches(self, number: int, start: date, end: date) -> bool:
        quarter = Quarter(self._year, number)
        return start <= quarter.last_day and quarter.first_day <= end
