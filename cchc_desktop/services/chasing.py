"""Reminding a unit: what it is behind with, as a công văn."""

from datetime import date
from pathlib import Path

from cchc_desktop.documents.chase_document import Chase, chase_document
from cchc_desktop.documents.file_names import chase_file_name, free_name
from cchc_desktop.domain.content import Document
from cchc_desktop.domain.errors import RefusedChange
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.unit import Unit
from cchc_desktop.domain.vietnamese import fold
from cchc_desktop.services.agenda import agenda_of
from cchc_desktop.services.asking import Asking
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.exporting import (
    Printer,
    Written,
    only_signer,
    recipients_of_kind,
    write_document,
)

_LETTERS = "CV"  # the kind of the list of nơi nhận in the profile
_OFFICE = "van phong"


def chase_of(asking: Asking, unit: Unit, day: date) -> Chase:
    """What a unit leads that is late on a day, and what else the period asks it without an
    answer.
    """
    agenda = agenda_of(asking, day, unit_id=unit.id)
    late = {due.task.id for due in agenda.late}
    others = (asked.task for asked in agenda.unanswered if asked.task.id not in late)
    return Chase(unit, day, asking.period, agenda.late, tuple(others))


def chase_letter(contents: Contents, plan: Plan, chase: Chase) -> Document:
    """The công văn of a chase; RefusedChange where there is nothing to remind of."""
    if not (chase.late or chase.unanswered):
        raise RefusedChange(
            f"{chase.unit.name} không có việc quá hạn hay chưa có kết quả; hãy chọn đơn vị khác."
        )
    year = plan.year
    units = contents.units(year)
    return chase_document(
        chase,
        plan,
        contents.agency(year),
        office=next((unit for unit in units if fold(unit.name).startswith(_OFFICE)), None),
        signer=only_signer(contents, year),
        recipients=recipients_of_kind(contents, year, _LETTERS),
    )


def export_chase(
    contents: Contents,
    plan: Plan,
    chase: Chase,
    target: Path,
    *,
    printer: Printer | None = None,
) -> Written:
    """The công văn as .docx or, with a printer, .pdf; a target that is a folder gets a name ready
    for Idesk.
    """
    document = chase_letter(contents, plan, chase)
    if target.is_dir():
        name = chase_file_name(chase.unit, contents.agency(plan.year), chase.day)
        target = free_name(target, name)
    return write_document(document, target, printer)
