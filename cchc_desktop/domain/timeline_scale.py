"""The year as columns: quarters that are closed, or open into their months; widths are shares."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from cchc_desktop.domain.quarter import Quarter
from cchc_desktop.domain.vietnamese import roman

QUARTERS = (1, 2, 3, 4)
_CLOSED, _MONTH = 140, 105  # a closed quarter is a little wider than a month
_MONTHS = 3


class MonthColumn(NamedTuple):
    """A column of months from `month` (0 to 11); `left` and `width` are shares of the strip."""

    month: int
    months: int
    left: float
    width: float

    @property
    def words(self) -> str:
        """ "Tháng 4", "tháng 1–3"."""
        if self.months == 1:
            return f"Tháng {self.month + 1}"
        return f"tháng {self.month + 1}–{self.month + self.months}"


class QuarterHead(NamedTuple):
    """A quarter over its columns; shares as in `MonthColumn`."""

    number: int
    open: bool
    left: float
    width: float

    @property
    def words(self) -> str:
        """ "Quý III"."""
        return f"Quý {roman(self.number)}"


@dataclass(frozen=True)
class Scale:
    """Which quarters are open."""

    open: frozenset[int] = frozenset()

    @cached_property
    def columns(self) -> tuple[MonthColumn, ...]:
        """The columns from left to right; their widths sum up to 1."""
        shapes = [
            (_MONTHS * (number - 1) + month, months, weight)
            for number in QUARTERS
            for month, months, weight in self._shapes(number)
        ]
        total = sum(weight for _, _, weight in shapes)
        lefts = accumulate((weight / total for _, _, weight in shapes), initial=0.0)
        return tuple(
            MonthColumn(month, months, left, weight / total)
            for (month, months, weight), left in zip(shapes, lefts, strict=False)
        )

    def _shapes(self, number: int) -> Iterable[tuple[int, int, int]]:
        if number in self.open:
            return [(month, 1, _MONTH) for month in range(_MONTHS)]
        return [(0, _MONTHS, _CLOSED)]

    @cached_property
    def quarters(self) -> tuple[QuarterHead, ...]:
        """The quarters over the columns."""
        heads = []
        for number in QUARTERS:
            first = _MONTHS * (number - 1)
            own = [c for c in self.columns if first <= c.month < first + _MONTHS]
            width = sum(column.width for column in own)
            heads.append(QuarterHead(number, number in self.open, own[0].left, width))
        return tuple(heads)

    def share(self, months: float) -> float:
        """Where a position in months (0 to 12) stands, as a share of the strip."""
        for column in self.columns:
            if months <= column.month + column.months:
                return column.left + column.width * (months - column.month) / column.months
        return 1.0

    def toggled(self, number: int) -> "Scale":
        """The scale with one quarter opened or closed."""
        return Scale(self.open ^ {number})


CLOSED, ALL_OPEN = Scale(), Scale(frozenset(QUARTERS))


def this_quarter(today: date) -> Scale:
    """The scale with the quarter of a day open."""
    return Scale(frozenset({Quarter.of(today).number}))
