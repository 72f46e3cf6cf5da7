"""What a report's table says of each task: what was done up to its period, and how it stands."""

from collections.abc import Iterator, Sequence
from datetime import date

from cchc_desktop.documents.report_tables import TaskResult
from cchc_desktop.domain.occurrences import times_named, times_word
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.domain.result import Result, Timing, timing_words
from cchc_desktop.services.asking import Asked, Asking
from cchc_desktop.services.contents import Contents

_SILENT = "chưa có kết quả"
_MISSING = "chưa có"  # of some occurrences
_TO_COME = "Chưa đến kỳ thực hiện"
_DONE_BEFORE = "Hoàn thành ở kỳ trước"


def task_results(
    contents: Contents, plan: Plan, period: ReportingPeriod, day: date
) -> dict[str, TaskResult]:
    """By the ids of tasks; what was said in earlier periods of the year stands where this one says
    nothing. A task with several occurrences is told of in sum. `day`: on which what is not done is
    late or not.
    """
    asking = Asking(contents, plan, period)
    asked: dict[str, list[Asked]] = {}
    for one in asking.asked:
        asked.setdefault(one.task.id, []).append(one)
    said = _said(contents, period)
    told: dict[str, TaskResult] = {}
    for task_id in asked.keys() | said.keys():
        due, own = _due(asking, asked.get(task_id, [])), said.get(task_id, [])
        word = times_word(due[0].schedule, plan.year) if len(due) > 1 else ""
        told[task_id] = TaskResult(
            "\n".join(_texts(own, word)),
            "\n".join(_standings(asked.get(task_id, []), due, own, word, day)),
        )
    return told


def _due(asking: Asking, asked: Sequence[Asked]) -> list[Asked]:
    """What was due by now, or is told of already; of a task with several occurrences also those
    that were finished before.
    """
    several = bool(asked) and bool(asked[0].question.occurrence)
    found = asking.answerable(asked[0].task.id) if several else asked
    return [one for one in found if one.result is not None or _has_come(one, asking.period)]


def _has_come(one: Asked, period: ReportingPeriod) -> bool:
    due = one.question.due
    return period.has_come(due) if one.question.occurrence and due else one.question.now


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


def _texts(said: Sequence[Result], word: str) -> Iterator[str]:
    """What was done, a line each; where several occurrences are told of, it names its own."""
    days: dict[str, list[date]] = {}
    for result in said:
        of = days.setdefault(_text(result), [])
        if result.occurrence:
            of.append(date.fromisoformat(result.occurrence))
    for text, of in days.items():
        named = word and of and len(said) > 1
        yield f"{_sentence(times_named(word, of))}: {text}" if named else text


def _text(result: Result) -> str:
    return "; ".join(part.strip(" .;") for part in (result.text, result.figures) if part)


def _standings(
    asked: Sequence[Asked], due: Sequence[Asked], said: Sequence[Result], word: str, day: date
) -> Iterator[str]:
    """How the task stands. What was said of other days than the plan has now still tells its
    state.
    """
    states = dict.fromkeys(_sentence(result.state) for result in said if result.state)
    if not asked:
        yield _DONE_BEFORE
    elif states and not any(one.told for one in due):
        yield from states
    elif not due:
        yield _TO_COME
    elif len(due) == 1:
        yield _sentence(_standing(due[0], day))
    else:
        yield _in_sum(due, word, day)


def _in_sum(due: Sequence[Asked], word: str, day: date) -> str:
    """ "Hoàn thành 4/6 tháng (quá hạn: tháng 2); đang làm, quá hạn: tháng 5; chưa có: tháng 6"; of
    what nobody told, that it is late goes without saying.
    """
    done, late = 0, list[date]()
    open_days: dict[str, list[date]] = {}
    for one in due:
        when, told = one.question.due, one.told
        assert when is not None, "an occurrence has its day"
        is_late = one.timing(day) is Timing.LATE
        if told is not None and told.done:
            done += 1
            late += [when] if is_late else []
        else:
            state = told.state if told is not None else ""
            words = f"{state}, {Timing.LATE}" if is_late else state
            open_days.setdefault(words if state else _MISSING, []).append(when)
    behind = f" ({Timing.LATE}: {times_named(word, late)})" if late else ""
    others = [f"{words}: {times_named(word, days)}" for words, days in open_days.items()]
    return "; ".join((f"Hoàn thành {done}/{len(due)} {word}{behind}", *others))


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _standing(one: Asked, day: date) -> str:
    told = one.told
    state = (told.state if told is not None else "") or _SILENT
    if one.question.due is None:
        return state
    return f"{state}, {timing_words(told, one.question.due, day)}"
