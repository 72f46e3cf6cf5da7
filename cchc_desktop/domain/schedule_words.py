"""A schedule in words: its days, how often, on which condition, and all of it in two lines."""

import re
from collections.abc import Sequence
from datetime import date

from cchc_desktop.domain.schedule import Schedule
from cchc_desktop.domain.vietnamese import fold, one_line, uncapitalised

_MOST_DUE = 4  # deadlines that are written out
_AFTER = re.compile(r"^(?:ngay )?(?:sau )?khi (?:có )?", re.IGNORECASE)
_OFTEN = {
    "day": "hằng ngày",
    "week": "hằng tuần",
    "2weeks": "2 tuần một lần",
    "month": "hằng tháng",
    "quarter": "hằng quý",
    "half": "6 tháng một lần",
    "year": "hằng năm",
}


def schedule_words(schedule: Schedule) -> tuple[str, str]:
    """What it covers ("1/7–30/9 · hằng quý"), and when it is due ("30/9/2027 và 31/12/2027")."""
    spans = (f"{_from(start, schedule)}–{_from(end, schedule)}" for start, end in schedule.spans)
    parts = [" · ".join(spans), often_words(schedule.every)]
    if schedule.ongoing:
        parts.append(f"{ongoing_words(schedule.text)}, không có hạn")
    if schedule.waits_for:
        parts.append(condition_words(schedule.waits_for))
    return " · ".join(filter(None, parts)), _due_words(schedule.due)


def _from(day: date, schedule: Schedule) -> str:
    """The year stands only where it is another than the first one."""
    return day_words(day) if day.year == schedule.spans[0][0].year else full_day(day)


def _due_words(days: Sequence[date]) -> str:
    due = [full_day(day) for day in days]
    if len(due) > _MOST_DUE:
        return f"{', '.join(due[:_MOST_DUE])} và {len(due) - _MOST_DUE} hạn nữa"
    return " và ".join(filter(None, (", ".join(due[:-1]), *due[-1:])))


def day_words(day: date) -> str:
    """ "30/6"."""
    return f"{day.day}/{day.month}"


def full_day(day: date) -> str:
    """ "30/6/2027"."""
    return f"{day_words(day)}/{day.year}"


def often_words(every: Sequence[str]) -> str:
    """How often something recurs: "hằng tháng, hằng quý"."""
    return ", ".join(_OFTEN[unit] for unit in every)


def ongoing_words(text: str) -> str:
    """What a time without a deadline is called, by the clerk's own words."""
    return "cả năm" if "ca nam" in fold(text) else "thường xuyên"


def condition_words(waits_for: str) -> str:
    """ "chờ: UBND tỉnh ban hành quy chế" of "Sau khi UBND tỉnh ban hành quy chế"."""
    words = one_line(waits_for)
    event = _AFTER.sub("", words)
    return f"chờ: {event if event != words else uncapitalised(words)}"
