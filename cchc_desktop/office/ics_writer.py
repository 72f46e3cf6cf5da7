"""Writes days as an iCalendar file (RFC 5545) that Outlook, Thunderbird and telephones take in."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from cchc_desktop.domain.calendar_day import CalendarDay
from cchc_desktop.office.target import write_safely

if TYPE_CHECKING:
    from icalendar import Event

REMINDER = timedelta(days=3)  # before the day
_PRODUCT = "-//CCHC Desktop//VI"


def write_ics(days: Iterable[CalendarDay], name: str, at: datetime, target: Path) -> None:
    """Writes the days as a calendar of that name, made at a time with its zone; taken in again, it
    replaces what came before. RefusedOutput when the target cannot be written.
    """
    from icalendar import Calendar  # slow to load, seldom needed

    calendar = Calendar()
    for key, value in (
        ("prodid", _PRODUCT),
        ("version", "2.0"),
        ("calscale", "GREGORIAN"),
        ("method", "PUBLISH"),
        ("x-wr-calname", name),
    ):
        calendar.add(key, value)
    for day in days:
        calendar.add_component(_event(day, at))
    write_safely(target, calendar.to_ical())


def _event(day: CalendarDay, at: datetime) -> "Event":
    """A whole day that leaves the time free, with a reminder."""
    from icalendar import Alarm, Event

    event = Event()
    event.add("uid", f"{day.key}@cchc-desktop")
    event.add("dtstamp", at)
    event.add("dtstart", day.day)
    event.add("dtend", day.day + timedelta(days=1))
    event.add("summary", day.title)
    if day.note:
        event.add("description", day.note)
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", day.title)
    alarm.add("trigger", -REMINDER)
    event.add_component(alarm)
    return event
