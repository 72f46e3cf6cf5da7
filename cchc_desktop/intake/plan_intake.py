"""Takes a plan in: what a Word or Excel file says becomes a proposal, with a doubt for every
repair.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from cchc_desktop.domain.agency import Agency, RecipientList, Signer
from cchc_desktop.domain.change import Edit
from cchc_desktop.domain.columns import UNIT_KEYS
from cchc_desktop.domain.doubtful import without_outlook
from cchc_desktop.domain.errors import NoPlan
from cchc_desktop.domain.plan import YEARS, Area, Group, Plan, Row, Section, new_id
from cchc_desktop.domain.proposal import Doubt, Item, Proposal
from cchc_desktop.domain.unit import Unit
from cchc_desktop.domain.units import learn_units
from cchc_desktop.intake.cell_lines import unwrapped
from cchc_desktop.intake.document_head import DocumentHead
from cchc_desktop.intake.document_parts import DocumentParts, document_parts
from cchc_desktop.intake.document_pieces import document_pieces, is_ours
from cchc_desktop.intake.line_ends import unbroken
from cchc_desktop.intake.narrative import is_plan_like, read_sections
from cchc_desktop.intake.numbering import ROMAN_DEPTH, depth, split_heading
from cchc_desktop.intake.plan_doubts import (
    head_doubts,
    row_doubts,
    year_doubts,
)
from cchc_desktop.intake.row_kinds import table_habits
from cchc_desktop.intake.row_repair import in_place
from cchc_desktop.intake.source_text import folded
from cchc_desktop.intake.task_drafts import Draft, TaskDraft, records, settle_headings
from cchc_desktop.intake.task_rows import TaskRows
from cchc_desktop.office.grid import SourceFile
from cchc_desktop.office.in_bulk import collector_resting

_NO_PLAN = (
    "Không thấy bảng nhiệm vụ hay các đề mục của một kế hoạch trong tệp {name}; "
    "hãy chọn tệp kế hoạch."
)
_NO_TASKS = (
    "Không thấy bảng nhiệm vụ; chỉ phần lời của kế hoạch được lấy vào, chưa có nhiệm vụ nào."
)
_YEAR = re.compile(r"\b(20\d\d)(?: ?[-–] ?20\d\d)?\b")  # of several years the first


@collector_resting()
def propose_plan(
    source: SourceFile,
    year: int,
    known_units: Iterable[Unit] = (),
    agency: Agency | None = None,
    kind: str = "CCHC",
) -> Proposal:
    """The plan of that year and kind that the file holds: plan, sections, rows, units, and, without
    an agency, what head and foot tell of it.

    NoPlan when the file has neither a task table nor the headings of a plan.
    """
    pieces, piece_doubts = document_pieces(source, year)
    parts = document_parts(pieces)
    plan = _plan(parts, year, kind)
    narrative, line_doubts = unbroken(parts.narrative)
    sections = read_sections(narrative, plan.id)
    if not parts.tables and not _is_plan(parts.head, sections):
        raise NoPlan(_NO_PLAN.format(name=source.name))
    rows = _read_rows(parts, typed=is_ours(source))
    tasks = [draft for draft in rows.drafts if isinstance(draft, TaskDraft)]
    known = list(known_units)
    units = learn_units(_unit_cells(tasks), known)

    profile = list(_filled(agency, parts.head)) if agency else list(_profile(parts))
    items = [Item(Edit(None, plan)), *map(Item, profile)]
    items += [Item(Edit(None, section)) for section in sections]
    row_items = [_row_item(record, draft) for record, draft in records(rows.drafts, plan.id)]
    items += row_items
    items += [Item(edit) for edit in _unit_edits(units, known)]
    doubts = (
        *(Doubt(0, source.name, note) for note in source.notes),
        *piece_doubts,
        *parts.doubts,
        *head_doubts(parts.head, agency),
        *line_doubts,
        *(() if tasks else (Doubt(0, plan.subject, _NO_TASKS),)),
        *year_doubts((plan.subject, plan.table_title), year),
        *sorted((*rows.doubts, *row_doubts(row_items, units, year)), key=lambda doubt: doubt.row),
    )
    return Proposal(f"Nhập kế hoạch năm {year} từ tệp {source.name}", tuple(items), doubts)


def likely_year(source: SourceFile) -> int | None:
    """The year that the file says it plans for: in its trích yếu, the table's title or the sheet's
    name, else the one that its times name most; None where it names none.
    """
    pieces, _ = document_pieces(source, 0)
    parts = document_parts(pieces)
    tables = [found.table for found in parts.tables]
    for text in (parts.head.subject, parts.title, *(table.sheet for table in tables)):
        if years := _years_in(without_outlook(text)):
            return years[-1]
    named = Counter(y for table in tables for row in table.rows for y in _years_in(row["time"]))
    if named:
        return named.most_common(1)[0][0]
    issued = parts.head.issued
    return int(issued[:4]) + (issued[5:7] == "12") if issued else None


def _years_in(text: str) -> list[int]:
    return [year for found in _YEAR.findall(text) if (year := int(found)) in YEARS]


def _is_plan(head: DocumentHead, sections: Sequence[Section]) -> bool:
    """Whether a document without a task table is a plan: by its type, or else by its headings where
    what stands above them speaks of a plan.
    """
    if head.type_name:
        return head.is_plan and any(section.level for section in sections)
    above = folded(" ".join(section.body for section in sections if not section.level))
    named = "ke hoach" in above or not above
    return named and head.symbol[:2] in ("", "KH") and is_plan_like(sections)


def _read_rows(parts: DocumentParts, *, typed: bool) -> TaskRows:
    """The rows of all tables; where the cells are as they were `typed`, so are their lines."""
    straight = [in_place(found.table.rows, found.table.shape) for found in parts.tables]
    straight = straight if typed else [unwrapped(rows) for rows in straight]
    rows = TaskRows(table_habits([row for table in straight for row in table]))
    told: set[str] = set()  # of columns, whose head stands on every page
    for found, table in zip(parts.tables, straight, strict=True):
        first = table[0].number if table else 0
        for place, title in enumerate(found.titles):
            inner = place or (depth(split_heading(title).number) or 0) > ROMAN_DEPTH + 1
            rows.read_heading(first, title, Group if inner else Area)
        rows.doubts += [doubt for doubt in found.table.doubts if doubt.text not in told]
        told |= {doubt.text for doubt in found.table.doubts}
        rows.read_table(table, found.table.shape)
    settle_headings(rows.drafts)
    return rows


def _row_item(record: Row, draft: Draft) -> Item:
    pieces = draft.pieces if isinstance(draft, TaskDraft) else ()
    return Item(Edit(None, record), draft.source, draft.row, pieces)


def _plan(parts: DocumentParts, year: int, kind: str) -> Plan:
    head, foot = parts.head, parts.foot
    columns: dict[str, str] = {}
    for found in parts.tables:
        columns |= {k: t for k, t in found.table.shape.columns() if k not in columns}
    return Plan(
        id=new_id(),
        year=year,
        kind=kind,
        type_name=head.type_name or "KẾ HOẠCH",
        subject=head.subject,
        number=head.number,
        symbol=head.symbol,
        issued=head.issued,
        place=head.place,
        table_place=parts.place,
        table_title=parts.title,
        columns=tuple(columns.items()),
        recipients="\n".join(foot.recipients),
        authority="\n".join(foot.authority),
        signer=foot.signer,
    )


def _filled(agency: Agency, head: DocumentHead) -> Iterator[Edit]:
    """What the profile leaves blank of the agency that the head names; another agency's head tells
    nothing of it.
    """
    if agency.name and head.agency and folded(head.agency) != folded(agency.name):
        return
    filled = Agency(
        agency.id,
        agency.superior or head.superior,
        agency.name or head.agency,
        agency.symbol or head.agency_symbol,
        agency.place or head.place,
        agency.valid_from,
        agency.valid_to,
    )
    if filled != agency:
        yield Edit(agency, filled)


def _profile(parts: DocumentParts) -> Iterator[Edit]:
    """What head and foot tell of the agency."""
    head, foot = parts.head, parts.foot
    if head.agency or head.superior or head.agency_symbol:
        agency = Agency(new_id(), head.superior, head.agency, head.agency_symbol, head.place)
        yield Edit(None, agency)
    if foot.signer:
        yield Edit(None, Signer(new_id(), "\n".join(foot.authority), foot.signer))
    if foot.recipients:
        yield Edit(None, RecipientList(new_id(), "KH", "\n".join(foot.recipients)))


def _unit_cells(tasks: Sequence[TaskDraft]) -> list[str]:
    return [text for task in tasks for key in UNIT_KEYS if (text := task.texts.get(key))]


def _unit_edits(units: Sequence[Unit], known: Sequence[Unit]) -> Iterator[Edit]:
    before = {unit.id: unit for unit in known}
    for unit in units:
        if before.get(unit.id) != unit:
            yield Edit(before.get(unit.id), unit)
