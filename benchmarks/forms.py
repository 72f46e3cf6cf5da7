"""Forms of the units merged: ten files of two hundred rows, each row answered in four columns."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl

from benchmarks.plans import sample
from benchmarks.results import Result, best
from cchc_desktop.domain.plan import Task
from cchc_desktop.domain.result import Result as Answer
from cchc_desktop.domain.section_form import TITLES
from cchc_desktop.domain.unit import Unit
from cchc_desktop.services.collecting import export_forms
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.returned_forms import merge_forms

_UNITS, _ROWS = 10, 200
_NAMES = (
    *("Hợp tác", "Lãnh sự", "Biên giới", "Lễ tân", "Kinh tế"),
    *("Văn hóa", "Tổ chức", "Hành chính", "Pháp chế", "Tin học"),
)
_TODAY = date(2027, 8, 30)
_ANSWERS = {
    "text": "Đã rà soát {} thủ tục, trình Giám đốc Sở xem xét",
    "state": "đang triển khai",
    "figures": "{} thủ tục",
    "documents": "Báo cáo số {}/BC-SNgV ngày 25/8/2027",
}


def form_results(folder: Path) -> Iterator[Result]:
    """Every measurement of forms, in the folder given."""
    contents = _contents()
    plan = contents.wanted_plan(2027)
    period = contents.period(2027, "q3")
    sent = export_forms(contents, plan, period, folder / "forms", _TODAY)
    files = [file.path for file in sent]
    for number, file in enumerate(files):
        _fill(file, number)
    ours = best(lambda: merge_forms(contents, files, _TODAY), 3)
    yield Result(f"Merge of {len(files)} forms", _UNITS * _ROWS, ours, "the 3 s allowed", 3.0, 1)


def _contents() -> Contents:
    units = [Unit(f"u{n}", f"Phòng {name}", name) for n, name in enumerate(_NAMES)]
    lead = "\n".join(unit.name for unit in units)
    made = sample(_ROWS)
    rows = [replace(r, lead=lead, time="Quý III") if isinstance(r, Task) else r for r in made.rows]
    said = [
        Answer(f"r{n}", row.id, "h1-2027", "", "Đang xây dựng dự thảo", "đang làm")
        for n, row in enumerate(row for row in rows if isinstance(row, Task))
    ]
    return Contents({r.id: r for r in (made.plan, made.agency, *units, *rows, *said)})


def _fill(file: Path, number: int) -> None:
    book = openpyxl.load_workbook(file)
    sheet = book.worksheets[0]
    head = next(cell.row for cell in sheet["A"] if cell.value == TITLES["number"])
    columns = {key: n for n, key in enumerate(TITLES, start=1)}
    for row in range(head + 2, head + 2 + _ROWS):
        for key, text in _ANSWERS.items():
            sheet.cell(row, columns[key]).value = text.format(number * _ROWS + row)
    book.save(file)
