"""What a printed timeline shows; how it looks on paper is the printer's matter."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cchc_desktop.domain.agency import Agency
from cchc_desktop.domain.plan import Plan, Row
from cchc_desktop.domain.progress import NOTHING_SAID, Progress
from cchc_desktop.domain.timeline import SHEET_TITLE, Timeline, layout, timeline_items
from cchc_desktop.domain.timeline_lines import Entry
from cchc_desktop.domain.timeline_scale import ALL_OPEN, Scale


@dataclass(frozen=True)
class TimelinePrint:
    """`title` and `subtitle` stand over the rows, `agency` at their foot; `entries`: the rows as
    they are to be grouped.
    """

    timeline: Timeline
    entries: Sequence[Entry]
    title: str
    subtitle: str = ""
    agency: str = ""
    scale: Scale = ALL_OPEN


def timeline_print(
    plan: Plan,
    rows: Sequence[Row],
    agency: Agency | None,
    today: date | None,
    progress: Progress = NOTHING_SAID,
) -> TimelinePrint:
    """The plan's rows in their own order as they stand on a day; without one, only what is done is
    told.
    """
    timeline = layout(timeline_items(rows, plan.year, progress=progress), plan.year, today)
    title = f"{SHEET_TITLE} {plan.type_name}".strip()
    name = agency.name if agency else ""
    return TimelinePrint(timeline, timeline.rows, title, plan.subject, name)
