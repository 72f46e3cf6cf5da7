"""Writing a plan's files: the format by the name's ending, the old file of that name kept."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Protocol

from cchc_desktop.documents.file_names import free_name, plan_file_name, timeline_file_name
from cchc_desktop.documents.plan_document import plan_document
from cchc_desktop.documents.plan_sheet import plan_workbook
from cchc_desktop.documents.timeline_document import timeline_document
from cchc_desktop.documents.timeline_print import TimelinePrint, timeline_print
from cchc_desktop.documents.timeline_sheet import timeline_workbook
from cchc_desktop.domain.agency import RecipientList, Signer
from cchc_desktop.domain.content import Document
from cchc_desktop.domain.errors import RefusedOutput
from cchc_desktop.domain.plan import Columns, Plan
from cchc_desktop.office.docx_writer import write_docx
from cchc_desktop.office.xlsx_writer import write_xlsx
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.progress import progress_of

Writer = Callable[[Path], None]


class Printer(Protocol):
    """What paints, and is handed in because the core knows no Qt: `PagePrinter` is one."""

    def document_pdf(self, document: Document, path: Path) -> None:
        """Writes the document as a PDF; RefusedOutput when the target cannot be written."""

    def timeline_pdf(self, text: TimelinePrint, path: Path) -> None:
        """Writes the timeline on A4 sheets; RefusedOutput as above."""

    def timeline_png(self, text: TimelinePrint, path: Path) -> None:
        """Writes the timeline as one picture; RefusedOutput as above, and where it is too long."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written, and where the one that had its name went, if there was one."""

    path: Path
    kept: Path | None = None


def plan_as_document(
    contents: Contents, plan: Plan, *, electronic: bool = False, columns: Columns | None = None
) -> Document:
    """The plan as it is written, printed and shown beforehand: with the file's agency, its signer
    where it has one only, and its nơi nhận. `columns`: another layout than the plan's own.
    """
    return plan_document(
        replace(plan, columns=columns or plan.columns),
        contents.sections(plan),
        contents.rows(plan),
        contents.agency(plan.year),
        signer=only_signer(contents, plan.year),
        recipients=recipients_of_kind(contents, plan.year, "KH"),
        variant="electronic" if electronic else "paper",
    )


def only_signer(contents: Contents, year: int) -> Signer | None:
    """Who signs where a document names nobody: the one signer of the year, of several none."""
    signers = contents.signers(year)
    return signers[0] if len(signers) == 1 else None


def recipients_of_kind(contents: Contents, year: int, kind: str) -> RecipientList | None:
    """The nơi nhận of a kind of document ("KH", "BC", "CV") in the profile."""
    return next((r for r in contents.recipients(year) if r.document_kind == kind), None)


def export_plan(
    contents: Contents,
    plan: Plan,
    target: Path,
    *,
    electronic: bool = False,
    columns: Columns | None = None,
    printer: Printer | None = None,
) -> Written:
    """The plan as .docx, .xlsx or, with a printer, .pdf; RefusedOutput leaves everything as it was.

    `columns`: another layout than the plan's own, such as SIX or SEVEN. A target that is a folder
    gets a Word file with a name ready for Idesk.
    """
    agency = contents.agency(plan.year)

    def document() -> Document:
        return plan_as_document(contents, plan, electronic=electronic, columns=columns)

    def as_docx(path: Path) -> None:
        write_docx(document(), path)

    def as_xlsx(path: Path) -> None:
        shaped = replace(plan, columns=columns or plan.columns)
        rows = contents.rows(plan)
        write_xlsx(plan_workbook(shaped, rows, agency, progress_of(contents, plan)), path)

    if target.is_dir():
        target = free_name(target, plan_file_name(plan, agency, ".docx"))
    writers: dict[str, Writer] = {".docx": as_docx, ".xlsx": as_xlsx}
    if printer is not None:
        writers[".pdf"] = lambda path: printer.document_pdf(document(), path)
    return write_kept(target, writers)


def export_timeline(
    contents: Contents,
    plan: Plan,
    target: Path,
    *,
    printer: Printer | None = None,
    today: date | None = None,
) -> Written:
    """The timeline as .xlsx, .docx or, with a printer, as it stands on a day, .pdf or .png; a
    target that is a folder gets a name ready for Idesk.
    """
    rows, agency = contents.rows(plan), contents.agency(plan.year)
    progress = progress_of(contents, plan)

    def as_docx(path: Path) -> None:
        sections = contents.sections(plan)
        write_docx(timeline_document(plan, sections, rows, agency, progress), path)

    def as_xlsx(path: Path) -> None:
        write_xlsx(timeline_workbook(plan, rows, agency, progress), path)

    if target.is_dir():
        target = free_name(target, timeline_file_name(plan, agency, ".xlsx"))
    writers: dict[str, Writer] = {".xlsx": as_xlsx, ".docx": as_docx}
    if printer is not None:
        text = timeline_print(plan, rows, agency, today or date.today(), progress)
        writers[".pdf"] = partial(printer.timeline_pdf, text)
        writers[".png"] = partial(printer.timeline_png, text)
    return write_kept(target, writers)


def write_document(document: Document, target: Path, printer: Printer | None = None) -> Written:
    """Any document as .docx or, with a printer, .pdf."""
    writers: dict[str, Writer] = {".docx": partial(write_docx, document)}
    if printer is not None:
        writers[".pdf"] = partial(printer.document_pdf, document)
    return write_kept(target, writers)


def write_kept(target: Path, writers: Mapping[str, Writer]) -> Written:
    """Writes by the ending of the name; a file that has the name is kept beside the new one."""
    writer = writers.get(target.suffix.lower())
    if writer is None:
        endings = " hoặc ".join(writers).replace(" hoặc ", ", ", len(writers) - 2)
        raise RefusedOutput(
            f"Không xuất được ra tệp {target.name}; hãy đặt tên tệp có đuôi {endings}."
        )
    if not target.is_file():
        writer(target)
        return Written(target)
    kept = free_name(target.parent, f"{target.stem}_cu_{datetime.now():%Y%m%d}{target.suffix}")
    try:
        shutil.copy2(target, kept)
        writer(target)
    except BaseException as error:
        kept.unlink(missing_ok=True)
        if not isinstance(error, OSError):
            raise
        raise RefusedOutput(
            f"Không giữ được bản cũ của tệp {target.name} (ổ đĩa đầy hoặc không được phép ghi); "
            "hãy giải phóng ổ đĩa hoặc chọn tên tệp khác."
        ) from error
    return Written(target, kept)
