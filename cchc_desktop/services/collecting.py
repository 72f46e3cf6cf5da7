"""Collecting the units' results of a reporting period: their forms, what is written to them, and
the board of what came back.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from cchc_desktop.documents.file_names import form_file_name, free_name
from cchc_desktop.documents.section_form import FormLine, form_workbook
from cchc_desktop.domain.change import Change, Edit
from cchc_desktop.domain.errors import RefusedChange, RefusedOutput
from cchc_desktop.domain.issue_date import date_words
from cchc_desktop.domain.plan import Plan, Task, new_id
from cchc_desktop.domain.receipt import FormReceipt, FormState, form_state
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.domain.unit import Unit
from cchc_desktop.domain.unit_words import OUTSIDE
from cchc_desktop.domain.units import UnitReader
from cchc_desktop.domain.vietnamese import fold
from cchc_desktop.office.xlsx_writer import write_xlsx
from cchc_desktop.services.asking import Asked, Asking
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.project import Project


@dataclass(frozen=True, slots=True)
class FormFile:
    """A unit's form that was written."""

    unit: Unit
    path: Path


@dataclass(frozen=True, slots=True)
class BoardLine:
    """Where a unit's form is: the rows it is asked for now, and how many of them say something."""

    unit: Unit
    state: FormState
    receipt: FormReceipt | None
    asked: int
    answered: int


def asked_of(asking: Asking) -> dict[str, list[tuple[Asked, bool]]]:
    """By unit what the period asks of it, and whether it leads; units outside the agency are asked
    nothing.
    """
    outside = {unit.id for unit in asking.units if unit.kind == OUTSIDE}
    of_units: dict[str, list[tuple[Asked, bool]]] = defaultdict(list)
    for asked in asking.asked:
        for units, leads in ((asking.leading, True), (asking.coordinating, False)):
            for unit in units(asked.task):
                if unit.id not in outside:
                    of_units[unit.id].append((asked, leads))
    return of_units


def export_forms(
    contents: Contents,
    plan: Plan,
    period: ReportingPeriod,
    folder: Path,
    today: date,
    units: Collection[str] | None = None,
) -> list[FormFile]:
    """Writes a form for each unit that is asked something, or for those of these ids, under names
    that are free in the folder, which is made where it is missing. RefusedOutput when one cannot be
    written, or nobody is asked anything.
    """
    asking = Asking(contents, plan, period)
    of_units, documents = asked_of(asking), _documents(contents)
    agency = contents.agency(plan.year)
    names = {known.id: known.name for known in contents.periods(plan.year)}
    asked = [u for u in asking.units if u.id in of_units and (units is None or u.id in units)]
    if not asked:
        raise RefusedOutput(
            f"Kỳ {period.full_name} không có nhiệm vụ nào để hỏi đơn vị được chọn; hãy xem lại cột "
            "Đơn vị chủ trì, Đơn vị phối hợp của kế hoạch."
        )
    _make(folder)
    files: list[FormFile] = []
    for unit in asked:
        lines = [_line(*row, period, names, documents) for row in of_units[unit.id]]
        path = free_name(folder, form_file_name(period, unit, agency))
        write_xlsx(form_workbook(plan, period, unit, agency, lines, today), path)
        files.append(FormFile(unit, path))
    return files


def units_named(contents: Contents, plan: Plan, name: str) -> set[str]:
    """The ids of the units that a name means; RefusedChange names those there are."""
    units = contents.units(plan.year)
    named = {m.name for m in UnitReader(units).read(name) if m.sure}
    found = {u.id for u in units if u.name in named or fold(name) in map(fold, (u.name, u.short))}
    if not found:
        known = ", ".join(unit.name for unit in units if not unit.is_group)
        raise RefusedChange(
            f"Trong tệp không có đơn vị “{name}”; hãy chọn trong số đã có: {known}."
        )
    return found


def sent(project: Project, period: ReportingPeriod, units: Sequence[Unit], today: date) -> Change:
    """The forms of these units are sent; sent again, the later day counts."""
    known = {receipt.unit_id: receipt for receipt in project.receipts(period)}
    edits = []
    for unit in units:
        before = known.get(unit.id)
        after = before or FormReceipt(new_id(), period.id, unit.id)
        edits.append(Edit(before, replace(after, sent_on=today.isoformat())))
    whom = units[0].name if len(units) == 1 else f"{len(units)} đơn vị"
    return Change(f"Ghi đã gửi phiếu cho {whom}", tuple(edits))


def reminder_text(plan: Plan, period: ReportingPeriod, unit: Unit, file: str, today: date) -> str:
    """What is written to a unit that has not answered; it says when the time is over."""
    over = (today - date.fromisoformat(period.collect_by)).days
    late = f", đã quá {over} ngày" if over > 0 else ""
    return (
        f"Đến nay chưa nhận được {_results(plan, period)} của {unit.name} (hạn gửi là ngày "
        f"{date_words(period.collect_by)}{late}). Đề nghị {unit.name} gửi sớm; "
        f"tệp kèm theo: {file}."
    )


def board(contents: Contents, plan: Plan, period: ReportingPeriod, today: date) -> list[BoardLine]:
    """A line for each unit that is asked something, in dictionary order."""
    return board_of(Asking(contents, plan, period), today)


def board_of(asking: Asking, today: date) -> list[BoardLine]:
    """The same, of what is asked."""
    period, counts = asking.period, _counts(asking)
    receipts = {receipt.unit_id: receipt for receipt in asking.contents.receipts(period)}
    collect_by = date.fromisoformat(period.collect_by)
    lines = []
    for unit in asking.units:
        if unit.kind != OUTSIDE and unit.id in counts:
            receipt = receipts.get(unit.id)
            state = form_state(receipt, collect_by, today)
            lines.append(BoardLine(unit, state, receipt, *counts[unit.id]))
    return lines


def _counts(asking: Asking) -> dict[str, tuple[int, int]]:
    """By unit how many rows it is asked for now, and how many of them say something; counted by the
    words of the cells, of which a plan has few.
    """
    tasks: dict[tuple[str, str], Task] = {}
    now: Counter[tuple[str, str]] = Counter()
    said: Counter[tuple[str, str]] = Counter()
    for asked in asking.asked:
        task = asked.task
        cells = task.lead, task.coordinating
        tasks[cells] = task
        if asked.question.now:
            now[cells] += 1
            said[cells] += asked.result is not None and asked.result.says_something
    counts: dict[str, tuple[int, int]] = {}
    for cells, task in tasks.items():
        for unit in (*asking.leading(task), *asking.coordinating(task)):
            before = counts.get(unit.id, (0, 0))
            counts[unit.id] = before[0] + now[cells], before[1] + said[cells]
    return counts


def _make(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise RefusedOutput(
            f"Không dùng được thư mục “{folder}” ({error.strerror}); hãy chọn thư mục khác."
        ) from error


def _results(plan: Plan, period: ReportingPeriod) -> str:
    what = "cải cách hành chính" if plan.kind == "CCHC" else f"kế hoạch {plan.kind}"
    return f"kết quả {what} {period.full_words}"


def _documents(contents: Contents) -> dict[str, list[RegisteredDocument]]:
    """The documents that are evidence of a task or a result, by its id, oldest first."""
    cited = contents.cited_at().items()
    return {target: sorted(found, key=lambda d: (d.issued, d.code)) for target, found in cited}


def _line(
    asked: Asked,
    leads: bool,
    period: ReportingPeriod,
    names: Mapping[str, str],
    documents: Mapping[str, list[RegisteredDocument]],
) -> FormLine:
    own = documents.get(asked.result.id, []) if asked.result else []
    of_task = documents.get(asked.task.id, [])
    in_period = [d for d in of_task if period.starts <= d.issued <= period.ends]
    return FormLine(
        asked.place,
        asked.question,
        leads,
        asked.result,
        asked.before,
        names.get(asked.before.period_id, "") if asked.before else "",
        tuple(dict.fromkeys((*in_period, *own))),
    )
