"""Where a deadline stands on a day: to come, under way, overdue or done; and the words for it."""

from datetime import date
from enum import Enum
from typing import NamedTuple

from cchc_desktop.domain.progress import Said
from cchc_desktop.domain.result import State, Timing
from cchc_desktop.domain.schedule_words import day_words

NEAR = 30  # days before a deadline from which they are counted


class Standing(Enum):
    """How something timed stands; the value is its name in the legend."""

    DONE = "đã xong"
    AHEAD = "chưa tới"
    RUNNING = "đang trong hạn"
    OVERDUE = "quá hạn"


class Stand(NamedTuple):
    """A standing, the days that are left until the deadline, negative after it, and what was told
    besides: "đang làm", "xong 25/6".
    """

    standing: Standing
    days: int = 0
    told: str = ""

    @property
    def overdue(self) -> bool:
        """Whether the deadline is past."""
        return self.standing is Standing.OVERDUE

    @property
    def done(self) -> bool:
        """Whether the work is finished."""
        return self.standing is Standing.DONE

    @property
    def words(self) -> str:
        """ "quá hạn 61 ngày", "còn 16 ngày" near the deadline, "đang làm", "xong 25/6", or ""."""
        if self.done:
            return self.told
        if self.overdue:
            return f"quá hạn {-self.days} ngày" if self.days < 0 else "quá hạn"
        left = "hạn hôm nay" if self.days == 0 else f"còn {self.days} ngày"
        told = [self.told, left if 0 <= self.days <= NEAR else ""]
        plain = self.standing.value if self.standing is Standing.RUNNING else ""
        return " · ".join(filter(None, told)) or plain


def stand_on(
    today: date | None, deadline: date, first: date | None = None, said: Said | None = None
) -> Stand | None:
    """How a deadline stands, or a span from its first day to the deadline; None without a day,
    unless it is done.
    """
    if said is not None and said.done:
        return Stand(Standing.DONE, told=_done_words(deadline, said))
    if today is None:
        return None
    days, timing = (deadline - today).days, said.timing if said is not None else ""
    doing = said.state if said is not None and said.state == State.UNDER_WAY else ""
    if timing == Timing.LATE or (days < 0 and not timing):
        return Stand(Standing.OVERDUE, days, doing)
    running = doing or days < 0 or (first is not None and first <= today)
    if timing == Timing.NO_DUE:
        days = NEAR + 1  # nothing that would be counted
    standing = Standing.RUNNING if running else Standing.AHEAD
    return Stand(standing, days, ", ".join(filter(None, (doing, timing))))


def _done_words(deadline: date, said: Said) -> str:
    """ "xong", "xong 25/6", "xong 3/7, muộn 3 ngày"."""
    if not said.done_on:
        return "xong, quá hạn" if said.timing == Timing.LATE else "xong"
    day = date.fromisoformat(said.done_on)
    late = (day - deadline).days
    words = f"xong {day_words(day)}"
    if said.timing:
        return f"{words}, quá hạn" if said.timing == Timing.LATE else words
    return f"{words}, muộn {late} ngày" if late > 0 else words
