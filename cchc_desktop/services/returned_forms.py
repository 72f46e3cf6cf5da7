"""Reads files that units sent back into one merge: whose form each is, whether it belongs to this
period, and what it offers.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from cchc_desktop.domain.errors import RefusedChange
from cchc_desktop.domain.issue_date import date_words
from cchc_desktop.domain.occurrences import occurrences
from cchc_desktop.domain.plan import Plan, Task
from cchc_desktop.domain.receipt import FormReceipt
from cchc_desktop.domain.reporting_period import ReportingPeriod, period_on
from cchc_desktop.domain.unit import Unit
from cchc_desktop.domain.vietnamese import shortened
from cchc_desktop.intake.form_rows import RowMatch, TaskMatcher
from cchc_desktop.intake.section_form import read_forms
from cchc_desktop.office.grid import SourceFile
from cchc_desktop.services.asking import Asking
from cchc_desktop.services.collecting import asked_of
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.form_identity import NOT_OURS, FoundForm, found_forms, title_of
from cchc_desktop.services.form_offers import FormOffer, FormOffers, repeated_rows
from cchc_desktop.services.merging import Merge, Refusal, ReturnedForm

_NAMED, _SHOWN = 3, 50  # tasks that a note lists, characters of each


def merge_forms(
    contents: Contents,
    files: Sequence[Path],
    today: date,
    plan: Plan | None = None,
    period: ReportingPeriod | None = None,
) -> Merge:
    """What the files say against the contents; each that cannot be taken in says why.

    Without a plan and a period, those of the newest form count, or a later period of which forms
    are out already. RefusedChange where the contents have no plan at all.
    """
    found = [form for file in files for form in found_forms(contents, file)]
    plan = plan or _newest_plan(contents, found)
    period = period or _newest_period(contents, plan, found, today)
    asking = Asking(contents, plan, period)
    offers = FormOffers(asking, today)
    reader = _Reader(asking, offers)
    forms = tuple(reader.take(form) for form in found)
    count = sum(not form.is_refused for form in forms)
    proposal = offers.proposal(f"Gộp {count} phiếu {period.words}")
    return Merge(contents, plan, period, forms, proposal, today)


def is_form(source: SourceFile) -> bool:
    """Whether a file is a unit's form, and not a plan: its stamp says so, or its title."""
    return any(reading.stamps or title_of(reading) for reading in read_forms(source))


class _Reader:
    """Takes in one form after the other, each in the light of those before it."""

    def __init__(self, asking: Asking, offers: FormOffers) -> None:
        self._asking, self._offers = asking, offers
        self._asked = asked_of(asking)
        asked: dict[str, list[str]] = {}
        for question in asking.asked:
            asked.setdefault(question.task.id, []).append(question.question.occurrence)
        rows = asking.contents.rows(asking.plan)
        tasks = [row for row in rows if isinstance(row, Task)]
        days = {task.id: occurrences(asking.schedule(task), asking.plan.year) for task in tasks}
        named = {task_id: [day.isoformat() for day in of] or [""] for task_id, of in days.items()}
        self._matcher = TaskMatcher(tasks, named, asked)
        receipts = asking.contents.receipts(asking.period)
        self._receipts = {receipt.unit_id: receipt for receipt in receipts}
        self._files: dict[tuple[str, str], str] = {}  # name by digest and unit
        self._of_units: dict[str, str] = {}  # name of the last file of a unit

    def take(self, form: FoundForm) -> ReturnedForm:
        """What a form offers, or why it is refused."""
        why = form.why or self._foreign(form) or self._repeated(form)
        unit = form.unit
        if why or unit is None or form.stamp is None:
            refused = (Refusal("", why),)
            return ReturnedForm(
                form.file, unit, form.period, refused=refused, notes=form.notes, digest=form.digest
            )
        receipt = self._receipts.get(unit.id, FormReceipt("", "", unit.id))
        offer = FormOffer(unit, bool(receipt.merged_on) and receipt.digest == form.digest)
        offer.notes += [*form.notes, *form.reading.notes, *self._seen_before(form, unit, receipt)]
        matches = [self._matcher.match(row, form.stamp) for row in form.reading.rows]
        for match in matches:
            self._offers.add(offer, match)
        offer.notes += [*repeated_rows(matches), *self._missing(unit, matches)]
        blank = not offer.answered and not offer.items
        if blank:
            offer.notes.append("Phiếu chưa ghi gì.")
        elif not offer.items and not offer.refused:
            offer.notes.append("Mọi điều phiếu ghi đã có trong tệp.")
        return ReturnedForm(
            form.file,
            unit,
            form.period,
            tuple(offer.items),
            tuple(offer.refused),
            tuple(dict.fromkeys(offer.notes)),
            form.digest,
            blank,
        )

    def _foreign(self, form: FoundForm) -> str:
        """Why a form that is known does not belong here."""
        plan, period, own = form.plan, form.period, self._asking.period
        if plan is None or period is None:
            return f"{NOT_OURS}."
        if plan.id != self._asking.plan.id:
            return f"Phiếu của kế hoạch {plan.kind} năm {plan.year}, không phải năm {own.year}."
        if period.id != own.id:
            earlier = "kỳ trước" if period.ends < own.ends else "kỳ khác"
            return f"Phiếu của {earlier} ({period.full_name}), không phải {own.full_name}."
        return ""

    def _repeated(self, form: FoundForm) -> str:
        """Why a file that was read already is not read again."""
        assert form.unit is not None, "a form that is not refused has a unit"
        same = self._files.get((form.digest, form.unit.id))
        self._files[form.digest, form.unit.id] = form.file
        return "" if same is None else f"Trùng hẳn với tệp “{same}” đã đọc."

    def _seen_before(self, form: FoundForm, unit: Unit, receipt: FormReceipt) -> Iterator[str]:
        """What is to be known about other forms of the unit."""
        other = self._of_units.get(unit.id)
        self._of_units[unit.id] = form.file
        if other is not None:
            yield f"{unit.name} gửi hai phiếu (tệp kia là “{other}”); chỗ khác nhau phải chọn."
        if receipt.merged_on and receipt.digest == form.digest:
            yield f"Tệp này đã gộp ngày {date_words(receipt.merged_on)}."
        made_on = form.stamp.made_on if form.stamp is not None else ""
        if made_on and made_on < receipt.sent_on:
            yield (
                f"Phiếu lập ngày {date_words(made_on)}, cũ hơn phiếu gửi ngày "
                f"{date_words(receipt.sent_on)}."
            )

    def _missing(self, unit: Unit, matches: Sequence[RowMatch]) -> Iterator[str]:
        """The rows that were asked of the unit and are not there any more."""
        there = {(match.task.id, match.occurrence) for match in matches if match.task is not None}
        asked = [asked for asked, _ in self._asked.get(unit.id, ())]
        gone = [a for a in asked if (a.task.id, a.question.occurrence) not in there]
        if gone:
            names = "; ".join(f"“{shortened(asked.task.text, _SHOWN)}”" for asked in gone[:_NAMED])
            more = f" và {len(gone) - _NAMED} dòng khác" if len(gone) > _NAMED else ""
            yield f"Phiếu không còn {len(gone)} dòng đã hỏi: {names}{more}."


def _newest_plan(contents: Contents, found: Sequence[FoundForm]) -> Plan:
    plans = [form.plan for form in found if form.plan is not None] or contents.plans()
    if not plans:
        raise RefusedChange("Tệp chưa có kế hoạch nào; hãy nhập kế hoạch trước khi gộp phiếu.")
    return max(plans, key=lambda plan: plan.year)


def _newest_period(
    contents: Contents, plan: Plan, found: Sequence[FoundForm], today: date
) -> ReportingPeriod:
    periods = contents.periods(plan.year)
    out = {period.id for period in periods if contents.receipts(period)}
    out |= {f.period.id for f in found if f.period is not None and f.plan == plan and not f.why}
    newest = [period for period in periods if period.id in out]
    chosen = newest[-1] if newest else period_on(periods, today)
    assert chosen is not None, "a year has its usual periods"
    return chosen
