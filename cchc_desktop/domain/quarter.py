"""A quarter of a year: value, order, arithmetic, text. Months become quarters only here."""

from dataclasses import dataclass
from datetime import date, timedelta

from cchc_desktop.domain.vietnamese import roman

MONTHS = 12  # of a year


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """Quarter `number` (1 to 4) of a year; `+ n` and `a - b` count in quarters."""

    year: int
    number: int

    def __post_init__(self) -> None:
        if not 1 <= self.number <= 4:
            raise ValueError(f"no quarter {self.number}")

    @classmethod
    def of(cls, day: date) -> "Quarter":
        """The quarter that the day lies in."""
        return cls(day.year, (day.month - 1) // 3 + 1)

    @property
    def first_month(self) -> int:
        """1, 4, 7 or 10."""
        return 3 * self.number - 2

    @property
    def last_month(self) -> int:
        """3, 6, 9 or 12."""
        return 3 * self.number

    @property
    def first_day(self) -> date:
        """The day it begins."""
        return date(self.year, self.first_month, 1)

    @property
    def last_day(self) -> date:
        """The day it ends."""
        return (self + 1).first_day - timedelta(days=1)

    def __add__(self, count: int) -> "Quarter":
        index = 4 * self.year + self.number - 1 + count
        return Quarter(index // 4, index % 4 + 1)

    def __sub__(self, other: "Quarter") -> int:
        return 4 * (self.year - other.year) + self.number - other.number

    def __str__(self) -> str:
        return f"Quý {roman(self.number)}/{self.year}"
