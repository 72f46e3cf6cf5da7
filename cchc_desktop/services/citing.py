"""Where documents are cited, in words: the tasks and results that can have evidence, and those that
a document is evidence of.
"""

from dataclasses import dataclass

from cchc_desktop.domain.plan import PlacedTask, Plan, Task, heading_text, numbered, placed
from cchc_desktop.domain.register import Evidence
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.domain.result import Result
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.services.contents import Contents


@dataclass(frozen=True, slots=True)
class Target:
    """A task or a result: its words, and below them where it stands."""

    id: str
    title: str
    below: str


def targets(contents: Contents, plan: Plan) -> list[Target]:
    """What can have evidence in a plan: its tasks in order, each followed by its results."""
    periods = {period.id: period for period in contents.periods(plan.year)}
    results: dict[str, list[Result]] = {}
    for result in contents.results():
        if result.says_something and result.period_id in periods:
            results.setdefault(result.task_id, []).append(result)
    found: list[Target] = []
    for place in placed(contents.rows(plan)):
        found.append(_task_target(place))
        for result in results.get(place.task.id, ()):
            found.append(_result_target(result, periods[result.period_id], place.task))
    return found


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """A place that cites a document: its link, mục, trang with its words, and the task there."""

    link: Evidence
    words: str
    task_id: str


def cited_at(contents: Contents, document_id: str) -> list[CitedPlace]:
    """Where a document is cited, in every year, newest plan first."""
    years = {plan.id: plan.year for plan in contents.plans()}
    found: list[tuple[int, int, CitedPlace]] = []
    for link in contents.evidence():
        if link.document_id == document_id and contents.holds(link.target_id):
            words, task = _target_words(contents, link.target_id)
            place = CitedPlace(link, " · ".join(filter(None, (link.locator, words))), task.id)
            found.append((-years[task.plan_id], task.position, place))
    return [place for *_, place in sorted(found, key=lambda each: each[:2])]


def _target_words(contents: Contents, target_id: str) -> tuple[str, Task]:
    target = contents.record(target_id)
    task = contents.record(target.task_id) if isinstance(target, Result) else target
    assert isinstance(task, Task), "tasks and results have evidence"
    told = f"Kết quả: {_result_words(target)}" if isinstance(target, Result) else _task_words(task)
    return told, task


def _task_words(task: Task) -> str:
    return numbered(task.number, one_line(task.text))


def _result_words(result: Result) -> str:
    return one_line(result.text) or result.state


def _task_target(place: PlacedTask) -> Target:
    task = place.task
    where = heading_text(place.group) or heading_text(place.area)
    below = " · ".join(filter(None, (where, one_line(task.lead))))
    return Target(task.id, _task_words(task), below)


def _result_target(result: Result, period: ReportingPeriod, task: Task) -> Target:
    title = f"Kết quả {period.name}: {_result_words(result)}"
    return Target(result.id, title, _task_words(task))
