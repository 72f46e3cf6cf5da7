"""How far a plan of the file has come."""

from collections.abc import Callable

from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.progress import Progress, completion_words, is_done, last_said
from cchc_desktop.domain.schedule import Schedule, read_schedule
from cchc_desktop.domain.timeline import TimelineItem, timeline_items
from cchc_desktop.services.contents import Contents


def progress_of(contents: Contents, plan: Plan) -> Progress:
    """What was last said of the plan's tasks, in whichever period, and what has happened."""
    said = last_said(contents.results(), contents.periods(plan.year))
    return Progress(said, contents.events(plan))


def completion(
    contents: Contents, plan: Plan, read: Callable[[str, int], Schedule] = read_schedule
) -> str:
    """ "hoàn thành 31/75 nhiệm vụ, đạt 41,33 %"; "" for a plan without tasks."""
    items = timeline_items(contents.rows(plan), plan.year, read, progress_of(contents, plan))
    done = [is_done(i.schedule, plan.year, i.said) for i in items if isinstance(i, TimelineItem)]
    return completion_words(sum(done), len(done))
