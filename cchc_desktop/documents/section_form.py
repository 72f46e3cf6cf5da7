"""The form of one unit for one reporting period: a sheet with what is asked of it, to be filled in
and sent back.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cchc_desktop.domain.agency import Agency
from cchc_desktop.domain.asking import Question
from cchc_desktop.domain.columns import STANDARD
from cchc_desktop.domain.content import Cell, Paragraph, Sheet, Table, Workbook
from cchc_desktop.domain.issue_date import date_words
from cchc_desktop.domain.plan import PlacedTask, Plan
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.domain.result import Result, State
from cchc_desktop.domain.section_form import (
    ANSWERS,
    BEFORE,
    DOCUMENTS,
    KEY,
    NOT_YET,
    NOW,
    NUMBER,
    OUTSIDE_PLAN,
    PLANNED,
    RESULT_FIELDS,
    ROLE,
    TITLES,
    FormStamp,
    document_words,
    occurrence_words,
    row_key,
    stamp,
)
from cchc_desktop.domain.unit import Unit
from cchc_desktop.domain.vietnamese import one_line

SHEET_NAME = "Phiếu"
_SPARE_ROWS = 10  # for work outside the plan
_CHOICES = tuple(State)
_CENTRED = (NUMBER, ROLE, "state", "done_on")
_WIDTHS = {  # shares, as Column.width
    NUMBER: 7,
    "task": 27,
    "deliverable": 13,
    "time": 12,
    ROLE: 9,
    BEFORE: 17,
    "text": 28,
    "state": 11,
    "done_on": 14,
    "figures": 11,
    DOCUMENTS: 20,
    "difficulty": 16,
    "next_step": 14,
    KEY: 1,
}
_INSTRUCTIONS = (
    "Cách ghi: ghi vào các cột nền vàng, các cột khác để nguyên; Tình trạng chọn trong danh sách; "
    "văn bản ghi đủ loại, số, ký hiệu, ngày (ví dụ: Kế hoạch số 05/KH-VP ngày 15/01/{year}). "
    "Không cần giữ đúng mẫu: thêm dòng ở cuối nếu có việc ngoài kế hoạch."
)


@dataclass(frozen=True, slots=True)
class FormLine:
    """A row of the form: what is asked, whether the unit leads the task, what was answered in the
    period, what was said last before it and in which period, and the documents of the period.
    """

    place: PlacedTask
    question: Question
    leads: bool
    result: Result | None = None
    before: Result | None = None
    before_period: str = ""
    documents: tuple[RegisteredDocument, ...] = ()


def form_workbook(
    plan: Plan,
    period: ReportingPeriod,
    unit: Unit,
    agency: Agency | None,
    lines: Sequence[FormLine],
    made_on: date,
) -> Workbook:
    """The form of a unit, made on that day: what is asked now, then what may be answered already,
    then room for more.
    """
    mark = stamp(plan.id, period.id, unit.id, made_on.isoformat())
    titles = TITLES | {KEY: f"{TITLES[KEY]} {mark.text}"}
    head = tuple(Cell(title, _head_look(key)) for key, title in titles.items())
    keys = tuple(TITLES)
    sheet = Sheet(
        SHEET_NAME,
        _heading(plan, period, unit, agency, mark),
        Table(tuple(_WIDTHS.values()), (head,), tuple(_rows(lines, mark))),
        hidden_columns=(keys.index(KEY),),
        choices=((keys.index("state"), _CHOICES),),
        frozen=keys.index("task") + 1,
        grows=True,
    )
    title = f"{_title(plan)} - {period.full_name} - {unit.name}"
    return Workbook(title, agency.name if agency else "", (sheet,))


def _title(plan: Plan) -> str:
    what = "CẢI CÁCH HÀNH CHÍNH" if plan.kind == "CCHC" else plan.kind.upper()
    return f"PHIẾU BÁO CÁO KẾT QUẢ {what}"


def _heading(
    plan: Plan, period: ReportingPeriod, unit: Unit, agency: Agency | None, mark: FormStamp
) -> tuple[Paragraph, ...]:
    lines = (
        (agency.name if agency else "", "instruction"),
        (f"{_title(plan)} - {period.full_name}", "title"),
        (
            f"Đơn vị: {unit.name} · Gửi lại chậm nhất ngày {date_words(period.collect_by)}",
            "subtitle",
        ),
        (_INSTRUCTIONS.format(year=plan.year), "instruction"),
        (f"Mã phiếu: {mark.text} (lập ngày {date_words(mark.made_on)})", "stamp"),
    )
    return tuple(Paragraph(text, style) for text, style in lines if text)


def _rows(lines: Sequence[FormLine], mark: FormStamp) -> list[tuple[Cell, ...]]:
    """The rows of the table: in each block what the unit leads comes first."""
    led_first = sorted(lines, key=lambda line: not line.leads)
    rows: list[tuple[Cell, ...]] = []
    for title, now in ((NOW, True), (NOT_YET, False)):
        block = [line for line in led_first if line.question.now is now]
        if block:
            rows.append(_block_head(title))
            rows += [_row(line, mark) for line in block]
    spare = tuple(Cell("", _look(key, typed=key in (*PLANNED, *ANSWERS))) for key in TITLES)
    return [*rows, _block_head(OUTSIDE_PLAN), *[spare] * _SPARE_ROWS]


def _block_head(title: str) -> tuple[Cell, ...]:
    return (Cell(title, "cell_area"), *(Cell("", "cell_area"),) * (len(TITLES) - 1))


def _row(line: FormLine, mark: FormStamp) -> tuple[Cell, ...]:
    cells = line_cells(line)
    key = row_key(line.place.task.id, line.question.occurrence, cells)
    cells[KEY] = key.written(mark)
    return tuple(Cell(cells.get(key, ""), _look(key, typed=key in ANSWERS)) for key in TITLES)


def _head_look(key: str) -> str:
    if key == KEY:
        return "cell_key"
    return "cell_head_input" if key in ANSWERS else "cell_head"


def _look(key: str, *, typed: bool) -> str:
    """The role of a cell; `typed`: the unit is to write into it."""
    if key == KEY:
        return "cell_key"
    look = "cell_input" if typed else "cell"
    return f"{look}_centre" if key in _CENTRED else look


def line_cells(line: FormLine) -> dict[str, str]:
    """The words of a row by column, without its key."""
    task, result = line.place.task, line.result
    cells = {key: STANDARD[key].text(task) for key in PLANNED}
    cells[NUMBER] = _number(line.place)
    cells["time"] = f"{task.time} {occurrence_words(line.question.occurrence)}".strip()
    cells[ROLE] = "chủ trì" if line.leads else "phối hợp"
    cells[BEFORE] = _said_before(line)
    if result is not None:
        cells |= {field: getattr(result, field) for field in RESULT_FIELDS}
        cells["done_on"] = date_words(result.done_on)
    cells[DOCUMENTS] = "\n".join(map(document_words, line.documents))
    return cells


def _number(place: PlacedTask) -> str:
    """The row's number under its area's: "II.1.1"."""
    number = place.task.number
    area = place.area.number if place.area is not None else ""
    return f"{area}.{number}" if area and number else number


def _said_before(line: FormLine) -> str:
    if line.before is None:
        return ""
    said = one_line(line.before.text) or line.before.figures
    words = "; ".join(part for part in (said, line.before.state) if part)
    return f"{line.before_period}: {words}" if words else ""
