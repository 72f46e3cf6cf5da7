"""What can be done about each doubt: its cures, the first of them proposed."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from cchc_desktop.domain.plan import Task
from cchc_desktop.domain.proposal import Doubt, DoubtKind, Proposal
from cchc_desktop.domain.schedule import read_schedule
from cchc_desktop.domain.vietnamese import shortened
from cchc_desktop.services import row_repairs as rows
from cchc_desktop.services.proposed_rows import task_of
from cchc_desktop.services.reading import Reading, Repair, read_again, repair
from cchc_desktop.services.row_joining import part_at
from cchc_desktop.services.unit_repairs import add_unit, likely_units, name_unit

_LONGEST_LABEL = 24


def cures(reading: Reading, doubt: Doubt) -> tuple[Repair, ...]:
    """What can be done about a doubt; each settles it. The first is the one proposed."""
    return tuple(_CURES[doubt.kind](_Case(reading, doubt)))


class _Case:
    """A doubt with the row that it is about; each method offers the cures of one kind."""

    def __init__(self, reading: Reading, doubt: Doubt) -> None:
        self.reading, self.doubt = reading, doubt
        self.settled = rows.settle(reading.proposal, doubt)
        self.index = reading.places.get(doubt.row)

    @property
    def task(self) -> Task | None:
        """The task that the doubt's row was read into."""
        return None if self.index is None else task_of(self.settled.items[self.index])

    def keep(self, label: str) -> Repair:
        """What was read stays as it is."""
        return repair(self.reading, label, lambda: self.settled)

    def leave_out(self, label: str = "Bỏ dòng này") -> Iterator[Repair]:
        """The row is not accepted."""
        if (index := self.index) is not None:
            yield repair(
                self.reading,
                label,
                lambda: rows.take(self.settled, {index}, taken=False),
                "eye-off",
            )

    def write(self, label: str, cells: dict[str, str]) -> Iterator[Repair]:
        """The task gets other words."""
        if (index := self.index) is not None and self.task is not None:
            yield repair(self.reading, label, lambda: rows.write(self.settled, index, cells))

    def note(self) -> Iterator[Repair]:
        yield self.keep("Đã xem")

    def agency(self) -> Iterator[Repair]:
        yield self.keep("Giữ hồ sơ")

    def plan_year(self) -> Iterator[Repair]:
        year = self.reading.plan.year
        for other in sorted(_years(self.doubt.text) - {year}):
            yield Repair(f"Nhập vào năm {other}", partial(read_again, self.reading, other))
        yield self.keep(f"Vẫn là năm {year}")

    def hidden(self) -> Iterator[Repair]:
        yield from self.leave_out()
        yield self.keep("Giữ lại")

    def shifted(self) -> Iterator[Repair]:
        yield self.keep("Dời về đúng cột")
        if self.index is not None and self.doubt.row == self.settled.items[self.index].row:
            blank = {column.key: "" for column in self.reading.columns}
            yield from self.write("Giữ nguyên như tệp", blank | dict(self.doubt.cells))

    def joined(self) -> Iterator[Repair]:
        index = self.index
        if index is None:
            yield self.keep("Đã xem")
            return
        item = self.settled.items[index]
        yield self.keep(f"Nối vào dòng {item.row}")
        if any(piece.row == self.doubt.row for piece in item.pieces):
            row = self.doubt.row
            yield repair(
                self.reading,
                "Giữ thành dòng riêng",
                lambda: part_at(self.settled, index, row),
                "split",
            )

    def wrapped(self) -> Iterator[Repair]:
        yield self.keep("Nối thành câu")
        if self.index is not None and self.doubt.row == self.settled.items[self.index].row:
            yield from self.write("Giữ nguyên như tệp", dict(self.doubt.cells))

    def title(self) -> Iterator[Repair]:
        yield self.keep("Ghép thành một tên")
        ((_, above),) = self.doubt.cells
        if self.index is not None and (parted := rows.title_apart(self.settled, self.index, above)):
            yield repair(self.reading, "Giữ thành hai tên", lambda: parted)

    def goal(self) -> Iterator[Repair]:
        yield self.keep("Ghép thành một mục tiêu")
        ((_, text),) = self.doubt.cells
        if (index := self.index) is not None and self.task and self.task.goal.endswith(text):
            yield repair(
                self.reading,
                "Giữ thành mục tiêu riêng",
                lambda: rows.goal_apart(self.settled, index, text),
            )

    def no_goal(self) -> Iterator[Repair]:
        yield self.keep("Dùng mục tiêu dòng trên")
        if (index := self.index) is not None and self.task is not None:
            yield repair(self.reading, "Để trống", lambda: rows.without_goal(self.settled, index))

    def number(self) -> Iterator[Repair]:
        ((_, number),) = self.doubt.cells
        if self.task is not None:
            yield self.keep(f"Ghi là {self.task.number}")
        yield from self.write(f"Giữ {number} như tệp", {"number": number})

    def time(self) -> Iterator[Repair]:
        yield self.keep("Giữ như đã gõ")

    def year(self) -> Iterator[Repair]:
        text = self.doubt.text
        moved = in_year(text, self.reading.plan.year)
        if moved is not None:
            yield from self.write(f"Đổi thành {shortened(moved, _LONGEST_LABEL)}", {"time": moved})
        yield self.keep("Giữ như đã gõ")

    def unit(self) -> Iterator[Repair]:
        words, reading = self.doubt.text, self.reading
        new, *units = unit_options(reading, self.settled, words)
        if likely_units(words, reading.units):
            yield replace(units[0], label=f"Là {shortened(units[0].label, _LONGEST_LABEL)}")
        yield new
        yield Repair("Chọn…", options=(*units, self.keep("Giữ như đã gõ")))

    def repeated(self) -> Iterator[Repair]:
        yield from self.leave_out()
        yield self.keep("Giữ cả hai")


_CURES: dict[DoubtKind, Callable[[_Case], Iterator[Repair]]] = {
    DoubtKind.NOTE: _Case.note,
    DoubtKind.AGENCY: _Case.agency,
    DoubtKind.PLAN_YEAR: _Case.plan_year,
    DoubtKind.HIDDEN: _Case.hidden,
    DoubtKind.SHIFTED: _Case.shifted,
    DoubtKind.JOINED: _Case.joined,
    DoubtKind.WRAPPED: _Case.wrapped,
    DoubtKind.TITLE: _Case.title,
    DoubtKind.GOAL: _Case.goal,
    DoubtKind.NO_GOAL: _Case.no_goal,
    DoubtKind.NUMBER: _Case.number,
    DoubtKind.TIME: _Case.time,
    DoubtKind.YEAR: _Case.year,
    DoubtKind.UNIT: _Case.unit,
    DoubtKind.REPEATED: _Case.repeated,
}


def unit_options(reading: Reading, proposal: Proposal, words: str) -> tuple[Repair, ...]:
    """What words that are no unit known can be: a new unit, then the units there are, the likeliest
    first.
    """
    likely = likely_units(words, reading.units)
    units = [*likely, *(unit for unit in reading.units if unit not in likely)]
    new = partial(add_unit, proposal, words, reading.units)
    return (
        repair(reading, "Thêm đơn vị mới", new, "plus"),
        *(repair(reading, unit.name, partial(name_unit, proposal, words, unit)) for unit in units),
    )


def in_year(text: str, year: int) -> str | None:
    """The words of a time with the one other year that they name changed to this one; None where
    that would not be all.
    """
    foreign = read_schedule(text, year).foreign_years
    if len(foreign) != 1:
        return None
    moved = re.sub(rf"(?<!\d){foreign[0]}(?!\d)", str(year), text)
    return moved if not read_schedule(moved, year).foreign_years else None


def _years(text: str) -> set[int]:
    return {int(found) for found in re.findall(r"\b20\d\d\b", text)}
