"""All deadlines of a plan's year as a calendar for other programs."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from cchc_desktop.documents.file_names import calendar_file_name, free_name
from cchc_desktop.domain.agenda import open_deadlines
from cchc_desktop.domain.calendar_day import CalendarDay
from cchc_desktop.domain.plan import Plan, Task
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.domain.vietnamese import one_line, shortened, uncapitalised
from cchc_desktop.office.ics_writer import write_ics
from cchc_desktop.services.asking import schedules_of
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.exporting import Written, write_kept
from cchc_desktop.services.names import FIELD_NAMES
from cchc_desktop.services.progress import progress_of

_LONGEST_TITLE = 120  # characters
_PERIOD_DAYS = ("collect_by", "closes", "send_by")
_NOTED = ("deliverable", "lead", "coordinating", "time")


def calendar_days(contents: Contents, plan: Plan) -> list[CalendarDay]:
    """The deadlines that are not met yet, and the three dates of each reporting period, by day."""
    periods = contents.periods(plan.year)
    days = [*_of_tasks(contents, plan), *(day for p in periods for day in _of_period(plan, p))]
    return sorted(days, key=lambda day: (day.day, day.key))


def _of_tasks(contents: Contents, plan: Plan) -> Iterator[CalendarDay]:
    schedule, known = schedules_of(contents, plan), progress_of(contents, plan).said
    for task in contents.rows(plan):
        if not isinstance(task, Task):
            continue
        said = known.get(task.id, ())
        for deadline in open_deadlines(schedule(task.time), plan.year, said):
            key = f"{task.id}-{deadline.occurrence}" if deadline.occurrence else task.id
            title = shortened(task.text, _LONGEST_TITLE)
            yield CalendarDay(key, deadline.due, f"Hạn: {title}", _note(task))


def _note(task: Task) -> str:
    names = FIELD_NAMES[Task]
    told = ((names[field], one_line(getattr(task, field))) for field in _NOTED)
    return "\n".join(f"{name}: {words}" for name, words in told if words)


def _of_period(plan: Plan, period: ReportingPeriod) -> Iterator[CalendarDay]:
    for field in _PERIOD_DAYS:
        words = FIELD_NAMES[ReportingPeriod][field]
        day = datetime.fromisoformat(getattr(period, field)).date()
        title = f"Báo cáo {period.full_words}: {uncapitalised(words)}"
        yield CalendarDay(f"{plan.id}-{period.id}-{field}", day, title)


def export_calendar(contents: Contents, plan: Plan, target: Path, at: datetime) -> Written:
    """The deadlines of the year as .ics, made at a time with its zone; a target that is a folder
    gets a name.
    """
    if target.is_dir():
        target = free_name(target, calendar_file_name(plan, contents.agency(plan.year)))
    name = f"Kế hoạch {plan.kind} {plan.year}"

    def as_ics(path: Path) -> None:
        write_ics(calendar_days(contents, plan), name, at, path)

    return write_kept(target, {".ics": as_ics})
