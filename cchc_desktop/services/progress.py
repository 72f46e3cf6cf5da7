"""How far a plan of the file has come."""

from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.progress import Progress, last_said
from cchc_desktop.services.contents import Contents


def progress_of(contents: Contents, plan: Plan) -> Progress:
    """What was last said of the plan's tasks, in whichever period, and what has happened."""
    said = last_said(contents.results(), contents.periods(plan.year))
    return Progress(said, contents.events(plan))
