"""Where a deadline stands on a day: to come, under way, or overdue; and the words for it."""

from datetime import date
from enum import Enum
from typing import NamedTuple

NEAR = 30  # days before a deadline from which they are counted


class Standing(Enum):
    """How something timed stands; the value is its name in the legend."""

    AHEAD = "chưa tới"
    RUNNING = "đang trong hạn"
    OVERDUE = "quá hạn"


class Stand(NamedTuple):
    """A standing, and the days that are left until the deadline, negative after it."""

    standing: Standing
    days: int

    @property
    def overdue(self) -> bool:
        """Whether the deadline is past."""
        return self.standing is Standing.OVERDUE

    @property
    def words(self) -> str:
        """ "quá hạn 61 ngày", "còn 16 ngày" near the deadline, "đang trong hạn", or ""."""
        if self.overdue:
            return f"quá hạn {-self.days} ngày"
        if self.days == 0:
            return "hạn hôm nay"
        if self.days <= NEAR:
            return f"còn {self.days} ngày"
        return self.standing.value if self.standing is Standing.RUNNING else ""


def stand_on(today: date | None, deadline: date, first: date | None = None) -> Stand | None:
    """How a deadline stands, or a span from its first day to the deadline; None without a day."""
    if today is None:
        return None
    days = (deadline - today).days
    if days < 0:
        return Stand(Standing.OVERDUE, days)
    running = first is not None and first <= today
    return Stand(Standing.RUNNING if running else Standing.AHEAD, days)
