"""Whose form a file is that came back: by its stamp, else by the words over its table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from cchc_desktop.domain.errors import RefusedInput
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.domain.section_form import VERSION, FormStamp, code, stamp
from cchc_desktop.domain.unit import Unit
from cchc_desktop.domain.vietnamese import nfc
from cchc_desktop.intake.section_form import FormReading, read_forms
from cchc_desktop.intake.source_text import folded
from cchc_desktop.office.file_content import read_bytes
from cchc_desktop.office.reader import read_office_file
from cchc_desktop.services.contents import Contents

NOT_OURS = "Không phải phiếu của Sở"
_FORM_TITLE = "phieu bao cao ket qua"


@dataclass(frozen=True, slots=True)
class FoundForm:
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


def found_forms(contents: Contents, file: Path) -> Iterator[FoundForm]:
    """The forms in a file, mostly one; one that is refused where there is none to read."""
    name = nfc(file.name)
    digest = ""
    try:
        digest = sha256(read_bytes(file)).hexdigest()
        source = read_office_file(file)
    except RefusedInput as refusal:
        yield FoundForm(name, digest, why=str(refusal))
        return
    readings = read_forms(source)
    if not readings:
        yield FoundForm(name, digest, why=f"{NOT_OURS}: không có bảng kết quả để điền.")
    for reading in readings:
        yield _identified(contents, FoundForm(name, digest, reading))


def title_of(reading: FormReading) -> str:
    """The folded title over the table of a form; "" without one."""
    lines = map(folded, reading.lines)
    return next((line for line in lines if line.startswith(_FORM_TITLE)), "")


def _identified(contents: Contents, form: FoundForm) -> FoundForm:
    stamps = form.reading.stamps
    if len({mark.identity for mark in stamps}) > 1:
        return replace(form, why="Phiếu mang hai mã khác nhau, không rõ của đơn vị nào, kỳ nào.")
    if not stamps:
        return _named(contents, form)
    mark = max(stamps, key=lambda mark: mark.made_on)
    plan = next((plan for plan in contents.plans() if code(plan.id) == mark.plan), None)
    if plan is None:
        return replace(form, why=f"{NOT_OURS}: mã phiếu không có trong tệp dữ liệu này.")
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


def _named(contents: Contents, form: FoundForm) -> FoundForm:
    """A form that has lost its stamp, by the words over its table."""
    lines = [folded(line) for line in form.reading.lines]
    title = title_of(form.reading)
    unknown = replace(form, why=f"{NOT_OURS}: không có mã phiếu ở đầu.")
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
