"""What was done for a task in a reporting period, and how that stands: done or not, and in time or
not.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class State(StrEnum):
    """How far a task has come; the value is what the clerk reads."""

    NOT_BEGUN = "chưa làm"
    UNDER_WAY = "đang làm"
    DONE = "hoàn thành"


_DONE = str(State.DONE)  # compared for every result after every step


class Timing(StrEnum):
    """How it stands against its deadline; the value is what the clerk reads."""

    IN_TIME = "trong hạn"
    LATE = "quá hạn"
    NO_DUE = "không hạn"


@dataclass(frozen=True, slots=True)
class Result:
    """A kết quả: texts as typed.

    `occurrence`: the due day (ISO) of a task that has several, else "". `state`: a `State`, or ""
    where nobody said. `figures`: what was reached of the target. `timing`: a `Timing` that the
    clerk set in place of the computed one, with `timing_reason`, else "". `done_on`, `said_on`: ISO
    days, when it was finished and when it was reported; `said_by`: the unit's name.
    """

    id: str
    task_id: str
    period_id: str
    occurrence: str = ""
    text: str = ""
    state: str = ""
    figures: str = ""
    difficulty: str = ""
    next_step: str = ""
    timing: str = ""
    timing_reason: str = ""
    done_on: str = ""
    said_by: str = ""
    said_on: str = ""

    @property
    def says_something(self) -> bool:
        """Whether anything was answered."""
        return bool(self.text or self.state or self.figures or self.difficulty or self.next_step)

    @property
    def done(self) -> bool:
        """Whether the work is finished."""
        return self.state == _DONE


def timing_of(result: Result | None, due: date | None, today: date) -> Timing:
    """Whether the work is in time: as the clerk set it, else by the day it was done or reported, or
    today where it is not done yet. What is done on a day that nobody told is not held to be late.
    """
    if result is not None and result.timing:
        return Timing(result.timing)
    if due is None:
        return Timing.NO_DUE
    day = today
    if result is not None and result.done:
        told = result.done_on or result.said_on
        day = date.fromisoformat(told) if told else due
    return Timing.LATE if day > due else Timing.IN_TIME


def timing_words(result: Result | None, due: date | None, today: date) -> str:
    """ "trong hạn", "quá hạn 12 ngày", "không hạn"; it is said where only the day of the report is
    known.
    """
    timing = timing_of(result, due, today)
    if timing is not Timing.LATE or due is None or (result is not None and result.timing):
        return timing.value
    if result is None or not result.done:
        return f"{timing.value} {(today - due).days} ngày"
    late = date.fromisoformat(result.done_on or result.said_on) - due
    how = "" if result.done_on else ", tính đến ngày báo cáo"
    return f"{timing.value} {late.days} ngày{how}"
