"""Reads files that units sent back into one merge: whose form each is, whether it belongs to this
period, and what it offers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from cchc_desktop.domain.errors import RefusedChange, RefusedInput
from cchc_desktop.domain.issue_date import date_words
from cchc_desktop.domain.plan import Plan, Task
from cchc_desktop.domain.receipt import FormReceipt
from cchc_desktop.domain.reporting_period import ReportingPeriod, period_on
from cchc_desktop.domain.section_form import VERSION, FormStamp, code, stamp
from cchc_desktop.domain.unit import Unit
from cchc_desktop.domain.vietnamese import nfc, shortened
from cchc_desktop.intake.form_rows import RowMatch, TaskMatcher
from cchc_desktop.intake.section_form import FormReading, read_forms
from cchc_desktop.intake.source_text import folded
from cchc_desktop.office.file_content import read_bytes
from cchc_desktop.office.grid import SourceFile
from cchc_desktop.office.reader import read_office_file
from cchc_desktop.services.asking import Asking
from cchc_desktop.services.collecting import asked_of
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.form_offers import FormOffer, FormOffers, repeated_rows
from cchc_desktop.services.merging import Merge, Refusal, ReturnedForm

_NOT_OURS = "Không phải phiếu của Sở"
_NAMED, _SHOWN = 3, 50  # tasks that a note lists, characters of each
_FORM_TITLE = "phieu bao cao ket qua"


@dataclass(frozen=True, slots=True)
class _Found:
    """A form in a file, as far as it is known whose it is; `why`: it is refused as a whole."""

    file: str
    digest: str
    reading: FormReading = field(default_factory=FormReading)
    stamp: FormStamp | None = None
    plan: Plan | None = None
    period: ReportingPeriod | None = None
    unit: Unit | None = None
    why: str = ""
    notes: tuple[str, ...] = ()


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
    found = [form for file in files for form in _read(contents, file)]
    plan = plan or _newest_plan(contents, found)
    period = period or _newest_period(contents, plan, found, today)
    asking = Asking(contents, plan, period)
    offers = FormOffers(asking, today)
    reader = _Reader(asking, offers)
    forms = tuple(reader.take(form) for form in found)
    count = sum(not form.is_refused for form in forms)
    name = f"{period.name[0].lower()}{period.name[1:]}"
    proposal = offers.proposal(f"Gộp {count} phiếu {name}")
    return Merge(contents, plan, period, forms, proposal, today)


def is_form(source: SourceFile) -> bool:
    """Whether a file is a unit's form, and not a plan: its stamp says so, or its title."""
    readings = read_forms(source)
    lines = (folded(line) for reading in readings for line in reading.lines)
    return any(reading.stamps for reading in readings) or any(
        line.startswith(_FORM_TITLE) for line in lines
    )


class _Reader:
    """Takes in one form after the other, each in the light of those before it."""

    def __init__(self, asking: Asking, offers: FormOffers) -> None:
        self._asking, self._offers = asking, offers
        self._asked = asked_of(asking)
        of_task: dict[str, list[str]] = {}
        for asked in asking.asked:
            of_task.setdefault(asked.task.id, []).append(asked.question.occurrence)
        rows = asking.contents.rows(asking.plan)
        self._tasks = {row.id: row for row in rows if isinstance(row, Task)}
        self._matcher = TaskMatcher(self._tasks.values(), of_task)
        receipts = asking.contents.receipts(asking.period)
        self._receipts = {receipt.unit_id: receipt for receipt in receipts}
        self._files: dict[tuple[str, str], str] = {}  # name by digest and unit
        self._of_units: dict[str, str] = {}  # name of the first file of a unit

    def take(self, form: _Found) -> ReturnedForm:
        """What a form offers, or why it is refused."""
        why = form.why or self._foreign(form) or self._repeated(form)
        unit = form.unit
        if why or unit is None or form.stamp is None:
            refused = (Refusal("", why),)
            return ReturnedForm(
                form.file, unit, form.period, refused=refused, notes=form.notes, digest=form.digest
            )
        offer = FormOffer(unit)
        offer.notes += [*form.notes, *form.reading.notes, *self._seen_before(form, unit)]
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

    def _foreign(self, form: _Found) -> str:
        """Why a form that is known does not belong here."""
        plan, period, own = form.plan, form.period, self._asking.period
        if plan is None or period is None:
            return f"{_NOT_OURS}."
        if plan.id != self._asking.plan.id:
            return f"Phiếu của kế hoạch {plan.kind} năm {plan.year}, không phải năm {own.year}."
        if period.id != own.id:
            earlier = "kỳ trước" if period.ends < own.ends else "kỳ khác"
            return f"Phiếu của {earlier} ({period.full_name}), không phải {own.full_name}."
        return ""

    def _repeated(self, form: _Found) -> str:
        """Why a file that was read already is not read again."""
        assert form.unit is not None, "a form that is not refused has a unit"
        same = self._files.get((form.digest, form.unit.id))
        self._files[form.digest, form.unit.id] = form.file
        return "" if same is None else f"Trùng hẳn với tệp “{same}” đã đọc."

    def _seen_before(self, form: _Found, unit: Unit) -> Iterator[str]:
        """What is to be known about other forms of the unit."""
        first = self._of_units.setdefault(unit.id, form.file)
        if first != form.file:
            yield f"{unit.name} gửi hai phiếu (tệp kia là “{first}”); chỗ khác nhau phải chọn."
        receipt = self._receipts.get(unit.id, FormReceipt("", "", unit.id))
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


# Whose form it is


def _read(contents: Contents, file: Path) -> Iterator[_Found]:
    name = nfc(file.name)
    digest = ""
    try:
        digest = sha256(read_bytes(file)).hexdigest()
        source = read_office_file(file)
    except RefusedInput as refusal:
        yield _Found(name, digest, why=str(refusal))
        return
    readings = read_forms(source)
    if not readings:
        yield _Found(name, digest, why=f"{_NOT_OURS}: không có bảng kết quả để điền.")
    for reading in readings:
        yield _identified(contents, _Found(name, digest, reading))


def _identified(contents: Contents, form: _Found) -> _Found:
    stamps = form.reading.stamps
    if len({mark.identity for mark in stamps}) > 1:
        return replace(form, why="Phiếu mang hai mã khác nhau, không rõ của đơn vị nào, kỳ nào.")
    if not stamps:
        return _named(contents, form)
    mark = max(stamps, key=lambda mark: mark.made_on)
    plan = next((plan for plan in contents.plans() if code(plan.id) == mark.plan), None)
    if plan is None:
        return replace(form, why=f"{_NOT_OURS}: mã phiếu không có trong tệp dữ liệu này.")
    periods, units = contents.periods(plan.year), contents.units(plan.year)
    form = replace(
        form,
        stamp=mark,
        plan=plan,
        period=next((period for period in periods if code(period.id) == mark.period), None),
        unit=next((unit for unit in units if code(unit.id) == mark.unit), None),
    )
    why = ""
    if mark.version > VERSION:
        why = "Phiếu do bản chương trình mới hơn lập; hãy cập nhật chương trình rồi gộp lại."
    elif form.unit is None:
        why = "Đơn vị của phiếu không còn trong danh sách đơn vị."
    elif form.period is None:
        why = "Kỳ báo cáo của phiếu không còn trong danh sách kỳ."
    return replace(form, why=why)


def _named(contents: Contents, form: _Found) -> _Found:
    """A form that has lost its stamp, by the words over its table."""
    lines = [folded(line) for line in form.reading.lines]
    title = next((line for line in lines if line.startswith(_FORM_TITLE)), "")
    unknown = replace(form, why=f"{_NOT_OURS}: không có mã phiếu ở đầu.")
    for plan in contents.plans() if title else ():
        agency = contents.agency(plan.year)
        if agency is not None and folded(agency.name) not in lines:
            continue
        units = [u for u in contents.units(plan.year) if _speak_of(lines, u)]
        for period in contents.periods(plan.year):
            if title.endswith(f" - {folded(period.full_name)}") and len(units) == 1:
                note = "Phiếu mất mã; nhận ra theo tên đơn vị và kỳ ở đầu phiếu."
                mark = stamp(plan.id, period.id, units[0].id)
                return replace(
                    form, stamp=mark, plan=plan, period=period, unit=units[0], notes=(note,)
                )
    return unknown


def _speak_of(lines: Sequence[str], unit: Unit) -> bool:
    start = f"don vi: {folded(unit.name)}"
    return any(line == start or line.startswith(f"{start} · ") for line in lines)


def _newest_plan(contents: Contents, found: Sequence[_Found]) -> Plan:
    plans = [form.plan for form in found if form.plan is not None] or contents.plans()
    if not plans:
        raise RefusedChange("Tệp chưa có kế hoạch nào; hãy nhập kế hoạch trước khi gộp phiếu.")
    return max(plans, key=lambda plan: plan.year)


def _newest_period(
    contents: Contents, plan: Plan, found: Sequence[_Found], today: date
) -> ReportingPeriod:
    periods = contents.periods(plan.year)
    out = {period.id for period in periods if contents.receipts(period)}
    out |= {f.period.id for f in found if f.period is not None and f.plan == plan and not f.why}
    newest = [period for period in periods if period.id in out]
    chosen = newest[-1] if newest else period_on(periods, today)
    assert chosen is not None, "a year has its usual periods"
    return chosen
