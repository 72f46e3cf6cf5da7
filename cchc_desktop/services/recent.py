"""The places worked at last, as the change log tells them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from cchc_desktop.domain.change import Record
from cchc_desktop.domain.finding import RESULT, Place
from cchc_desktop.domain.plan import Area, Group, Plan, Section, Task, heading_text
from cchc_desktop.domain.register import Attachment, Evidence, RegisteredDocument
from cchc_desktop.domain.result import Result
from cchc_desktop.domain.schedule_words import day_words
from cchc_desktop.domain.vietnamese import shortened
from cchc_desktop.services.project import Project

_SEARCHED = 40  # steps of the log
_LONGEST = 60  # characters of a task's words


@dataclass(frozen=True, slots=True)
class Recent:
    """A place, what it is called, and when it was last worked at."""

    place: Place
    words: str
    at: datetime


def recent_places(project: Project, most: int) -> list[Recent]:
    """The places of the last steps, each once, newest first; what is gone since is left out."""
    places: dict[str, Recent] = {}
    for at, record in project.last_records(_SEARCHED):
        for recent in _named(project, record, at):
            places.setdefault(recent.place.record_id, recent)
        if len(places) == most:
            break
    return list(places.values())


def _named(project: Project, record: Record, at: datetime) -> Iterator[Recent]:
    column = ""
    if isinstance(record, Result):
        column, record_id = RESULT, record.task_id
    elif isinstance(record, Attachment | Evidence):
        record_id = record.document_id
    else:
        record_id = record.id
    if not project.holds(record_id):
        return
    if words := _words(project.record(record_id), is_result=bool(column)):
        yield Recent(Place(record_id, column), words, at)


def _words(record: Record, *, is_result: bool) -> str:
    match record:
        case Task():
            what = "Kết quả" if is_result else "Nhiệm vụ"
            return f"{what}: {shortened(record.text, _LONGEST)}"
        case Area() | Group() | Section():
            return shortened(heading_text(record), _LONGEST) or "Phần lời của kế hoạch"
        case Plan():
            return f"Kế hoạch {record.kind} {record.year}"
        case RegisteredDocument():
            return f"Văn bản {record.code or shortened(record.title, _LONGEST)}"
    return ""


def when_words(at: datetime, today: date) -> str:
    """ "08:50", "hôm qua", "27/8"."""
    days = (today - at.date()).days
    return f"{at:%H:%M}" if days == 0 else "hôm qua" if days == 1 else day_words(at.date())
