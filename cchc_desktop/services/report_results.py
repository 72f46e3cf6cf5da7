"""What a report's table says of each task: what was done up to its period, and how it stands."""

from collections.abc import Iterator
from datetime import date

from cchc_desktop.documents.report_tables import TaskResult
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.domain.result import Result, timing_words
from cchc_desktop.domain.vietnamese import legal_day
from cchc_desktop.services.asking import Asked, Asking
from cchc_desktop.services.contents import Contents

_SILENT = "chưa có kết quả"
_TO_COME = "Chưa đến kỳ thực hiện"
_DONE_BEFORE = "Hoàn thành ở kỳ trước"


def task_results(
    contents: Contents, plan: Plan, period: ReportingPeriod, day: date
) -> dict[str, TaskResult]:
    """By the ids of tasks; what was said in earlier periods of the year stands where this one says
    nothing. `day`: on which what is not done is late or not.
    """
    asked: dict[str, list[Asked]] = {}
    for one in Asking(contents, plan, period).asked:
        asked.setdefault(one.task.id, []).append(one)
    said = _said(contents, period)
    return {
        task_id: TaskResult(
            "\n".join(map(_text, said.get(task_id, ()))),
            "\n".join(_standings(asked.get(task_id, []), said.get(task_id, []), day)),
        )
        for task_id in asked.keys() | said.keys()
    }


def _said(contents: Contents, period: ReportingPeriod) -> dict[str, list[Result]]:
    """The results of the period by task; else those of the last period that says something."""
    said: dict[str, list[Result]] = {}
    for earlier in contents.periods(period.year):
        if earlier.ends > period.ends:
            continue
        own: dict[str, list[Result]] = {}
        for result in sorted(contents.results(earlier), key=lambda result: result.occurrence):
            if result.text or result.figures:
                own.setdefault(result.task_id, []).append(result)
        said |= own
    return said


def _text(result: Result) -> str:
    return "; ".join(part.strip(" .;") for part in (result.text, result.figures) if part)


def _standings(asked: list[Asked], said: list[Result], day: date) -> Iterator[str]:
    """How the task stands, for each of its occurrences that are due. What was said of other days
    than the plan has now still tells its state.
    """
    due = [one for one in asked if one.question.now or one.result is not None]
    states = dict.fromkeys(_sentence(result.state) for result in said if result.state)
    if not asked:
        yield _DONE_BEFORE
    elif states and not any(one.told for one in due):
        yield from states
    elif not due:
        yield _TO_COME
    else:
        for one in due:
            when = one.question.due if one.question.occurrence and len(due) > 1 else None
            words = _standing(one, day)
            yield f"{legal_day(when)}: {words}" if when else _sentence(words)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _standing(one: Asked, day: date) -> str:
    told = one.told
    state = (told.state if told is not None else "") or _SILENT
    if one.question.due is None:
        return state
    return f"{state}, {timing_words(told, one.question.due, day)}"
