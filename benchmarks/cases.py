"""Files read and written: what is measured, against what, and the bound that the ratio keeps."""

import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import xlsxwriter
from docxtpl import DocxTemplate
from lxml import etree

from benchmarks.plans import Sample, peer_template, sample
from benchmarks.results import LARGE, RUNS, SMALL, Result, best, in_turn
from cchc_desktop.documents.plan_document import plan_document
from cchc_desktop.documents.plan_sheet import plan_workbook
from cchc_desktop.domain.change import added
from cchc_desktop.domain.columns import columns_of
from cchc_desktop.domain.plan import placed
from cchc_desktop.intake.plan_intake import propose_plan
from cchc_desktop.office.docx_writer import write_docx
from cchc_desktop.office.reader import read_office_file
from cchc_desktop.office.xlsx_writer import write_xlsx
from cchc_desktop.services.project import Project
from cchc_desktop.settings import Paths


def file_results(folder: Path) -> Iterator[Result]:
    """Every measurement of files read and written, in the folder given."""
    plans = {rows: sample(rows) for rows in (SMALL, LARGE)}
    yield from _intake(plans[SMALL], folder)  # first, in a process that has done nothing else yet
    yield from _growing("Word export", lambda p: _export_word(p, folder), plans)
    for rows, plan in plans.items():
        yield from _word(plan, rows, folder)
    yield from _growing("Excel export", lambda p: _export_excel(p, folder), plans)
    yield from _excel(plans[LARGE], folder)
    yield from _growing("Import", lambda p: _import(p, folder), plans)
    yield from _opening(folder)


def _growing(
    what: str, work: Callable[[Sample], object], plans: dict[int, Sample]
) -> Iterator[Result]:
    small, large = (best(partial(work, plan), 3) for plan in plans.values())
    yield Result(f"{what}, growth", LARGE, large, f"{SMALL} rows x 10", small * 10, 1.2)


def _export_word(plan: Sample, folder: Path) -> Path:
    target = folder / f"{len(plan.rows)}.docx"
    write_docx(plan_document(plan.plan, plan.sections, plan.rows, plan.agency), target)
    return target


def _word(plan: Sample, rows: int, folder: Path) -> Iterator[Result]:
    target = _export_word(plan, folder)
    runs = RUNS * LARGE // rows  # short ones are disturbed more easily
    with zipfile.ZipFile(target) as package:
        parts = {name: package.read(name) for name in package.namelist()}

    def zip_ready_text() -> None:
        with zipfile.ZipFile(folder / "bare.docx", "w", zipfile.ZIP_DEFLATED) as package:
            for name, xml in parts.items():
                package.writestr(name, xml)

    ours, bare = in_turn(lambda: _export_word(plan, folder), zip_ready_text, runs)
    yield Result("Word export", rows, ours, "zipping the same XML", bare, 1.5)
    template = peer_template(folder)

    def fill_template() -> None:
        peer = DocxTemplate(template)
        peer.render({"tasks": [task.task for task in placed(plan.rows)]}, autoescape=True)
        peer.save(folder / "peer.docx")

    yield Result("Word export", rows, ours, "docxtpl", best(fill_template, 3), 1)


def _export_excel(plan: Sample, folder: Path) -> Path:
    target = folder / f"{len(plan.rows)}.xlsx"
    write_xlsx(plan_workbook(plan.plan, plan.rows, plan.agency), target)
    return target


def _excel(plan: Sample, folder: Path) -> Iterator[Result]:
    columns = columns_of(plan.plan)

    def with_xlsxwriter() -> None:
        book = xlsxwriter.Workbook(str(folder / "peer.xlsx"), {"strings_to_formulas": False})
        style = book.add_format({"text_wrap": True, "border": 1, "num_format": "@"})
        sheet = book.add_worksheet()
        for row, place in enumerate(placed(plan.rows)):
            for number, column in enumerate(columns):
                sheet.write_string(row, number, column.text(place.task), style)
        book.close()

    ours = best(lambda: _export_excel(plan, folder), 3)
    yield Result("Excel export", LARGE, ours, "XlsxWriter", best(with_xlsxwriter, 3), 3)


def _import(plan: Sample, folder: Path) -> None:
    source = folder / f"{len(plan.rows)}.docx"
    propose_plan(read_office_file(source), plan.plan.year)


def _intake(plan: Sample, folder: Path) -> Iterator[Result]:
    own = _export_word(plan, folder)
    yield _file_to_proposal("Import, our own lean file", own)
    if office := shutil.which("soffice"):  # every run formatted, as offices have their files
        saved = folder / "saved"
        home = f"-env:UserInstallation={(folder / 'office').as_uri()}"
        command = [office, home, "--headless", "--convert-to", "docx", "--outdir", str(saved)]
        subprocess.run([*command, str(own)], check=True, capture_output=True)
        yield _file_to_proposal("Import, as LibreOffice saves it", saved / own.name)


def _file_to_proposal(what: str, source: Path) -> Result:
    def bare() -> None:
        with zipfile.ZipFile(source) as package:
            etree.fromstring(package.read("word/document.xml"))

    def ours() -> None:
        propose_plan(read_office_file(source), 2027)

    own, peer = in_turn(ours, bare, 5 * RUNS)
    return Result(what, SMALL, own, "zip and lxml parse", peer, 3)


def _opening(folder: Path) -> Iterator[Result]:
    plan = sample(2_000)
    paths = Paths(folder / "data", folder / "config", folder / "logs")
    path = folder / "2000.cchc"
    with Project.create(path, paths) as project:
        project.apply(added("Nhập", [plan.plan, *plan.sections, *plan.rows, plan.agency]))
    Project.open(path, paths).close()  # the day's backup is made once

    ours = best(lambda: Project.open(path, paths).close())
    yield Result("Opening a file", 2_000, ours, "the 0.3 s allowed", 0.3, 1)
