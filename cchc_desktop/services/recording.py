"""What a user does to results, reporting periods and what tasks wait for: each function describes a
Change and writes nothing.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from cchc_desktop.domain.change import Change, Edit, added
from cchc_desktop.domain.errors import RefusedChange
from cchc_desktop.domain.issue_date import wanted_day
from cchc_desktop.domain.plan import Plan, Task, new_id
from cchc_desktop.domain.reporting_period import ReportingPeriod, preset_periods
from cchc_desktop.domain.result import Result, State
from cchc_desktop.domain.vietnamese import nfc
from cchc_desktop.domain.waiting import HappenedEvent, condition_key
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.names import FIELD_NAMES
from cchc_desktop.services.project import Project

_DAYS = frozenset({"done_on", "said_on"})


def result_of(
    contents: Contents, task_id: str, period_id: str, occurrence: str = ""
) -> Result | None:
    """What was said of a task in a period; of one of its occurrences, where it has several."""
    wanted = (task_id, period_id, occurrence)
    return next(
        (r for r in contents.results() if (r.task_id, r.period_id, r.occurrence) == wanted), None
    )


def record(
    project: Project, task_id: str, period_id: str, occurrence: str = "", /, **fields: str
) -> Change:
    """A result with new values in some fields, made where there is none; one that says nothing any
    more and has no evidence is taken away. Days are read as the clerk types them.

    RefusedChange: a day or a state that is none, an override of the timing without its reason.
    """
    known = result_of(project, task_id, period_id, occurrence)
    before = known or Result(new_id(), task_id, period_id, occurrence)
    after = replace(before, **_read(fields, _year_of(project, task_id)))
    if not after.timing:
        after = replace(after, timing_reason="")
    elif not after.timing_reason.strip():
        raise RefusedChange(
            "Chưa ghi lý do đổi tình trạng hạn; hãy ghi lý do, hoặc để máy tự tính."
        )
    # the day alone is what the program put there, unless it is what is being written
    day = after.said_on if fields.get("said_on") else ""
    blank = replace(after, said_on=day) == Result(after.id, task_id, period_id, occurrence)
    cited = any(evidence.target_id == after.id for evidence in project.evidence())
    left = None if blank and not cited else after
    names = [FIELD_NAMES[Result][name] for name in fields if name != "timing_reason"]
    what = names[0] if len(names) == 1 else "kết quả"
    return Change(f"Ghi {what}", () if known is left is None else (Edit(known, left),))


def answer(
    project: Project, task_id: str, period_id: str, occurrence: str, today: date, /, **fields: str
) -> Change:
    """As `record`, by the clerk on that day: what is said first is said today."""
    change = record(project, task_id, period_id, occurrence, **fields)
    first = [edit.after for edit in change.edits if edit.before is None]
    if not first or not isinstance(first[0], Result) or first[0].said_on:
        return change
    return replace(change, edits=(Edit(None, replace(first[0], said_on=today.isoformat())),))


def repeat(project: Project, result_id: str, occurrences: Sequence[str]) -> Change:
    """What was said of one occurrence said of others of the same task, too; the day on which each
    was finished, and the clerk's word on its deadline, are its own.
    """
    result = project.record(result_id)
    assert isinstance(result, Result), "only results are repeated"
    bare = replace(result, done_on="", timing="", timing_reason="")
    copies = [replace(bare, id=new_id(), occurrence=occurrence) for occurrence in occurrences]
    return added(f"Ghi kết quả cho {len(copies)} lần", copies)


def _read(fields: dict[str, str], year: int) -> dict[str, str]:
    """Fields as they are stored: texts in NFC, days as ISO days."""
    values = {name: nfc(value) for name, value in fields.items()}
    for name in _DAYS & values.keys():
        values[name] = wanted_day(values[name], year)
    state = values.get("state")
    if state and state not in set(State):
        raise RefusedChange(
            f"Không có tình trạng “{state}”; hãy chọn một trong: {', '.join(State)}."
        )
    return values


def _year_of(project: Project, task_id: str) -> int:
    task = project.record(task_id)
    assert isinstance(task, Task), "results are of tasks"
    plan = project.record(task.plan_id)
    assert isinstance(plan, Plan)
    return plan.year


def edit_period(project: Project, period: ReportingPeriod, /, **fields: str) -> Change:
    """A reporting period with other dates or another name; one of the usual four is kept from then
    on as the office has it. Dates are typed as the clerk does.

    RefusedChange where one is no day, the period ends before it starts, or has no name.
    """
    kept = next((p for p in project.periods(period.year) if p.id == period.id), period)
    values: dict[str, Any] = {
        name: nfc(value).strip() if name == "name" else _wanted_period_day(value, period.year)
        for name, value in fields.items()
    }
    after = replace(kept, **values)
    _require_in_order(after)
    return Change(f"Sửa kỳ {after.name}", (Edit(_stored(project, kept), after),))


def is_usual(period: ReportingPeriod) -> bool:
    """Whether it is one of the four that every year has."""
    return any(usual.id == period.id for usual in preset_periods(period.year))


def reset_period(project: Project, period: ReportingPeriod) -> Change:
    """One of the usual four as it was before the office changed it."""
    changed = _stored(project, period)
    return Change(f"Đưa kỳ {period.name} về mặc định", (Edit(changed, None),) if changed else ())


def remove_period(project: Project, period: ReportingPeriod) -> Change:
    """A period of the office's own taken away; RefusedChange while something was answered in it,
    and for the usual four.
    """
    if is_usual(period):
        raise RefusedChange(
            f"Kỳ {period.name} có sẵn cho mọi năm, không xoá được; hãy sửa ngày của kỳ nếu khác."
        )
    if project.results(period) or project.receipts(period):
        raise RefusedChange(
            f"Kỳ {period.name} đã có kết quả hoặc phiếu, không xoá được; hãy giữ lại kỳ này."
        )
    return Change(f"Xoá kỳ {period.name}", (Edit(project.record(period.id), None),))


def add_period(project: Project, year: int, name: str, starts: date, ends: date) -> Change:
    """A period of the office's own; its three dates are its last day until they are set."""
    key = new_id()
    last = ends.isoformat()
    period = ReportingPeriod(key, year, key, nfc(name), starts.isoformat(), last, last, last, last)
    _require_in_order(period)
    return Change(f"Thêm kỳ {period.name}", (Edit(None, period),))


def tell_event(
    project: Project, plan: Plan, condition: str, happened_on: date, due: date | None
) -> Change:
    """What tasks of a plan waited for has happened; told again, the new days count."""
    known = next(
        (e for e in project.events(plan) if condition_key(e.condition) == condition_key(condition)),
        None,
    )
    before = known or HappenedEvent(new_id(), plan.id, nfc(condition), "")
    day = due.isoformat() if due else ""
    after = replace(before, happened_on=happened_on.isoformat(), due=day)
    return Change("Ghi sự kiện đã xảy ra", (Edit(known, after),))


def forget_event(project: Project, event_id: str) -> Change:
    """What was told has not happened: the tasks wait again."""
    return Change("Bỏ ghi sự kiện đã xảy ra", (Edit(project.record(event_id), None),))


def _wanted_period_day(typed: str, year: int) -> str:
    day = wanted_day(typed, year)
    if not day:
        raise RefusedChange(f"Ngày của kỳ còn trống; hãy ghi ngày như 15/01/{year}.")
    return day


def _require_in_order(period: ReportingPeriod) -> None:
    if not period.name:
        raise RefusedChange("Tên kỳ còn trống; hãy ghi tên, hoặc xoá kỳ.")
    if period.ends < period.starts:
        raise RefusedChange(
            f"Kỳ {period.name} có ngày cuối trước ngày đầu; hãy sửa lại một trong hai ngày."
        )


def _stored(project: Project, period: ReportingPeriod) -> ReportingPeriod | None:
    """The period as the file holds it; None for one of the usual that nobody changed."""
    return period if project.holds(period.id) else None
