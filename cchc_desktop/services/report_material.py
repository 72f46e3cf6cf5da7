"""Gathers what a report is drafted from: results of the periods that it covers, documents by their
links, figures, and who speaks.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from cchc_desktop.documents.agency_name import name_in_sentence
from cchc_desktop.domain.doubtful import other_years
from cchc_desktop.domain.draft_material import FigureWords, Material, Speaker, Told
from cchc_desktop.domain.figures import change_words
from cchc_desktop.domain.occurrences import occurrences
from cchc_desktop.domain.plan import Plan, Task, placed
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.domain.report_words import next_window, within_sentence
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.domain.result import Result, State
from cchc_desktop.domain.vietnamese import fold
from cchc_desktop.services.asking import Asked, Asking
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.figures import FigureLine, figure_lines

_ASKS = re.compile(r"bao cao")
_ABOUT = re.compile(r"cai cach hanh chinh|cchc|noi vu")
_BEGUN = (State.UNDER_WAY, State.DONE)
_PERIODS = {"q1": "quy i", "h1": "6 thang", "q3": "quy iii"}


def material_of(contents: Contents, plan: Plan, period: ReportingPeriod) -> Material:
    """What the report of a plan and period says, as the contents are now."""
    speaker = speaker_of(contents, plan)
    register = tuple(contents.documents())
    told = tuple(_told(contents, plan, period))
    plan_document = _plan_document(plan, register)
    asked_by = tuple(_asked_by(register, speaker, period))
    evidence = {document.id for one in told for _, document in one.documents}
    is_new = plan_document is not None and period.starts <= plan_document.issued <= period.ends
    return Material(
        period,
        plan,
        speaker,
        told,
        asked_by or ((plan_document,) if plan_document is not None else ()),
        register,
        tuple(_figures(contents, period)),
        tuple(_ahead(contents, plan, period)),
        plan_document
        if plan_document is not None and is_new and plan_document.id not in evidence
        else None,
    )


def speaker_of(contents: Contents, plan: Plan) -> Speaker:
    """The agency of the plan's year as a sentence names it."""
    agency = contents.agency(plan.year)
    if agency is None:
        return Speaker()
    texts = [plan.subject, *(section.body for section in contents.sections(plan))]
    return Speaker(name_in_sentence(agency.name, texts), agency.symbol)


def figure_words(line: FigureLine) -> str:
    """A figure as a draft says it, beside those of the period and the year before: "hồ sơ tiếp
    nhận: 196 hồ sơ, kỳ trước là 240 hồ sơ, tăng 7,69 % so với cùng kỳ năm trước (182 hồ sơ)". A
    period is not as long as the one before it: of these only percentages are compared.
    """
    words, shares = [line.words], line.indicator.unit == "%"
    for name, value, alike in (
        ("kỳ trước", line.before, shares),
        ("cùng kỳ năm trước", line.last_year, True),
    ):
        change = change_words(line.value, value, shares=shares) if alike else ""
        if change == "bằng":
            words.append(f"bằng {name}")
        elif change:
            words.append(f"{change} so với {name} ({line.in_words(value)})")
        elif value:
            words.append(f"{name} là {line.in_words(value)}")
    return f"{within_sentence(line.indicator.name)}: {', '.join(words)}"


def covered(contents: Contents, period: ReportingPeriod) -> list[ReportingPeriod]:
    """The periods whose data a report covers, by their last day: the first quarter's results belong
    to the six months too.
    """
    return [
        other
        for other in contents.periods(period.year)
        if period.starts <= other.starts and other.ends <= period.ends
    ]


def _told(contents: Contents, plan: Plan, period: ReportingPeriod) -> Iterator[Told]:
    asked: dict[str, list[Asked]] = defaultdict(list)
    for question in Asking(contents, plan, period).asked:
        asked[question.task.id].append(question)
    results = _results(contents, period)
    evidence = contents.cited_at()
    for place in placed(contents.rows(plan)):
        task, said = place.task, results.get(place.task.id, [])
        documents = [(task.id, d) for d in evidence.get(task.id, []) if d.issued <= period.ends]
        documents += [(result.id, d) for result in said for d in evidence.get(result.id, [])]
        before = [q.before for q in asked[task.id] if q.before is not None]
        yield Told(
            place,
            tuple(said),
            tuple(sorted(documents, key=lambda pair: (pair[1].issued, pair[1].code))),
            begun=any(result.state in _BEGUN for result in (*said, *before)),
            ongoing=any(question.schedule.ongoing for question in asked[task.id]),
            left=any(_is_left(question) for question in asked[task.id]),
            coming=any(_is_coming(question, plan, period) for question in asked[task.id][:1]),
        )


def _results(contents: Contents, period: ReportingPeriod) -> dict[str, list[Result]]:
    """By task what the report tells: of each occurrence what was said last."""
    latest: dict[tuple[str, str], Result] = {}
    for one in covered(contents, period):
        for result in contents.results(one):
            latest[result.task_id, result.occurrence] = result
    by_task: dict[str, list[Result]] = defaultdict(list)
    for (task_id, _), result in sorted(latest.items()):
        by_task[task_id].append(result)
    return by_task


def _is_left(asked: Asked) -> bool:
    done = asked.result is not None and asked.result.done
    return asked.question.now and not done and not asked.schedule.ongoing


def _is_coming(asked: Asked, plan: Plan, period: ReportingPeriod) -> bool:
    """Whether its task falls into the time that the report looks ahead to and is not finished."""
    first, last = next_window(period)
    days = occurrences(asked.schedule, plan.year)
    if days:
        return any(first <= day <= last for day in days)
    if asked.schedule.ongoing or (asked.result is not None and asked.result.done):
        return False
    spans = any(start <= last and first <= end for start, end in asked.schedule.spans)
    return spans or any(first <= day <= last for day in asked.schedule.due)


def _asked_by(
    register: tuple[RegisteredDocument, ...], speaker: Speaker, period: ReportingPeriod
) -> Iterator[RegisteredDocument]:
    """Documents of others that ask for this report, the oldest first."""
    for document in reversed(register):
        title = fold(document.title)
        if not (_ASKS.search(title) and _ABOUT.search(title)) or speaker.issued(document):
            continue
        periods = [key for key, words in _PERIODS.items() if re.search(rf"\b{words}\b", title)]
        stale = other_years(document.title, period.year) or document.issued > period.ends
        if document.issued and not stale and period.key in (periods or [period.key]):
            yield document


def _plan_document(
    plan: Plan, register: tuple[RegisteredDocument, ...]
) -> RegisteredDocument | None:
    """The plan as a document that can be cited; the register's own where it has it."""
    kind = plan.type_name.capitalize()
    drawn = RegisteredDocument(
        plan.id, kind, plan.number, plan.symbol, plan.issued, "", plan.subject
    )
    if not (plan.number and plan.symbol):
        return None
    same = [d for d in register if (d.code, d.issued) == (drawn.code, drawn.issued)]
    return same[0] if same else drawn


def _figures(contents: Contents, period: ReportingPeriod) -> Iterator[FigureWords]:
    for line in figure_lines(contents, period.year, period):
        if line.value:
            yield FigureWords(line.indicator.group, figure_words(line), line.source_id)


def _ahead(contents: Contents, plan: Plan, period: ReportingPeriod) -> list[Task]:
    """The tasks of the next year's plan, where the report looks ahead to it."""
    coming = contents.plan(next_window(period)[0].year, plan.kind)
    if coming is None or coming.id == plan.id:
        return []
    return [row for row in contents.rows(coming) if isinstance(row, Task)]
