"""A plan as a neutral document in the form of Nghị định 30/2020 (Phụ lục III, mẫu 1.4 and 2.1).

What is known is printed, what is not known stays blank; nothing is made up.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

from cchc_desktop.documents.agency_name import name_in_sentence
from cchc_desktop.documents.narrative import narrative_blocks
from cchc_desktop.documents.plan_table import plan_table
from cchc_desktop.domain.agency import Agency, RecipientList, Signer
from cchc_desktop.domain.content import (
    Appendix,
    Block,
    Closing,
    Document,
    Letterhead,
    Paragraph,
)
from cchc_desktop.domain.plan import Plan, Row, Section
from cchc_desktop.domain.vietnamese import document_number, fold, legal_date, legal_month
from cchc_desktop.office.in_bulk import collector_resting

Variant = Literal["paper", "electronic"]

_BLANK = " " * 3  # a part of a date to be written by hand, between its own two blanks
_BLANK_NUMBER = " " * 6
_BLANK_PLACE = " " * 18
_NOBODY = Agency(id="", superior="", name="", symbol="", place="")


@collector_resting()
def plan_document(
    plan: Plan,
    sections: Sequence[Section],
    rows: Iterable[Row],
    agency: Agency | None = None,
    *,
    signer: Signer | None = None,
    recipients: RecipientList | None = None,
    variant: Variant = "paper",
) -> Document:
    """The whole document; what the plan's own foot leaves empty comes from signer and recipients.
    A plan that is a table and nothing else is a phụ lục in a file of its own.

    The electronic variant leaves number and date blank in the line that ties a phụ lục to the
    document (mẫu 2.2, note 3: they are not to be filled in).
    """
    agency = agency or _NOBODY
    lines = list(rows)
    table: tuple[Block, ...] = (plan_table(plan, lines),) if lines else ()
    alone = bool(table) and not (sections or plan.subject or plan.recipients or plan.signer)
    apart = bool(table) and (alone or plan.table_place == "appendix")
    if table and not apart and plan.table_title:
        table = (Paragraph(plan.table_title, "table_title"), *table)
    letterhead = Letterhead(
        superior=agency.superior,
        agency=agency.name,
        number_line=f"Số: {_number(plan)}/{_symbol(plan, agency)}",
        place_date=f"{plan.place or agency.place or _BLANK_PLACE}, {_issued(plan)}",
    )
    title = plan.table_title or f"{plan.type_name} {plan.subject}"
    filled = variant == "paper"
    appendices = (
        (appendix_of(plan, sections, agency, title, table, filled=filled),) if apart else ()
    )
    return Document(
        letterhead=None if alone else letterhead,
        type_name=plan.type_name,
        subject=plan.subject,
        body=tuple(narrative_blocks(sections, () if apart else table)),
        closing=_closing(plan, signer, recipients),
        appendices=appendices,
    )


def _number(plan: Plan) -> str:
    return document_number(plan.number) or _BLANK_NUMBER


def _symbol(plan: Plan, agency: Agency) -> str:
    """The ký hiệu; a kế hoạch's follows from the agency's abbreviation (Phụ lục III Mục I)."""
    if not plan.symbol and agency.symbol and fold(plan.type_name) == "ke hoach":
        return f"KH-{agency.symbol}"
    return plan.symbol


def _issued(plan: Plan, *, known: bool = True) -> str:
    """The date of issue as far as it is known: "ngày     tháng 01 năm 2024"."""
    issued = plan.issued if known else ""
    if len(issued) == len("2024-01-30"):
        return legal_date(date.fromisoformat(issued))
    year, month = issued[:4], issued[5:7]
    return (
        f"ngày {_BLANK} tháng {legal_month(int(month)) if month else _BLANK} năm {year or _BLANK}"
    )


def _closing(plan: Plan, signer: Signer | None, recipients: RecipientList | None) -> Closing:
    authority = plan.authority or (signer.authority if signer else "")
    name = plan.signer
    if not name and signer and authority == signer.authority:
        name = signer.name
    listed = plan.recipients or (recipients.lines if recipients else "")
    return Closing(
        recipients=tuple(line.strip(" -–;.") for line in listed.splitlines()),
        authority=tuple(authority.splitlines()),
        signer=name,
    )


def appendix_of(
    plan: Plan,
    sections: Sequence[Section],
    agency: Agency | None,
    title: str,
    body: tuple[Block, ...],
    *,
    filled: bool = True,
) -> Appendix:
    """A phụ lục of the plan; not `filled`, number and date stay blank in the line that ties it to
    the plan.
    """
    agency = agency or _NOBODY
    number = _number(plan) if filled else _BLANK_NUMBER
    texts = (
        plan.subject,
        *(part for section in sections for part in (section.title, section.body)),
    )
    reference = (
        f"(Kèm theo {plan.type_name.capitalize()} số {number}/{_symbol(plan, agency)} "
        f"{_issued(plan, known=filled)} của {name_in_sentence(agency.name, texts)})"
    )
    return Appendix("Phụ lục", title, reference, body)
