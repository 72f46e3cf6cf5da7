"""A plan as a neutral document in the form of Nghị định 30/2020 (Phụ lục III, mẫu 1.4 and 2.1).

What is known is printed, what is not known stays blank; nothing is made up.
"""

from collections.abc import Iterable, Sequence
from typing import Literal

from cchc_desktop.documents.agency_name import name_in_sentence
from cchc_desktop.documents.blanks import attached_to, number_words, place_date, recipients_of
from cchc_desktop.documents.narrative import narrative_blocks, with_marked_bases
from cchc_desktop.documents.plan_table import plan_table
from cchc_desktop.domain.agency import Agency, RecipientList, Signer
from cchc_desktop.domain.content import (
    Appendix,
    Block,
    Closing,
    Document,
    Letterhead,
    Origin,
    Paragraph,
)
from cchc_desktop.domain.plan import Plan, Row, Section
from cchc_desktop.domain.vietnamese import fold
from cchc_desktop.office.in_bulk import collector_resting

Variant = Literal["paper", "electronic"]

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
        number_line=f"Số: {number_words(plan.number, _symbol(plan, agency))}",
        place_date=place_date(plan.place or agency.place, plan.issued),
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
        body=tuple(with_marked_bases(narrative_blocks(sections, () if apart else table))),
        closing=_closing(plan, signer, recipients),
        appendices=appendices,
        origin=Origin("KH", plan.id),
    )


def _symbol(plan: Plan, agency: Agency) -> str:
    """The ký hiệu; a kế hoạch's follows from the agency's abbreviation (Phụ lục III Mục I)."""
    if not plan.symbol and agency.symbol and fold(plan.type_name) == "ke hoach":
        return f"KH-{agency.symbol}"
    return plan.symbol


def _closing(plan: Plan, signer: Signer | None, recipients: RecipientList | None) -> Closing:
    authority = plan.authority or (signer.authority if signer else "")
    name = plan.signer
    if not name and signer and authority == signer.authority:
        name = signer.name
    listed = plan.recipients or (recipients.lines if recipients else "")
    return Closing(
        recipients=recipients_of(listed),
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
    texts = (
        plan.subject,
        *(part for section in sections for part in (section.title, section.body)),
    )
    reference = attached_to(
        plan.type_name,
        number_words(plan.number if filled else "", _symbol(plan, agency)),
        plan.issued if filled else "",
        name_in_sentence(agency.name, texts),
    )
    return Appendix("Phụ lục", title, reference, body)
