"""Where in the project the words of a printed document are written: element by element, and line by
line.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from cchc_desktop.documents.report_document import report_sections
from cchc_desktop.domain.agency import Agency, RecipientList, Signer
from cchc_desktop.domain.content import Origin
from cchc_desktop.domain.finding import Place
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.report import Report
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.exporting import only_signer, plan_as_document, recipients_of_kind
from cchc_desktop.services.report_defaults import default_recipients, default_signer
from cchc_desktop.services.report_exporting import report_as_document
from cchc_desktop.services.reporting import printed
from cchc_desktop.services.written_lines import (
    WrittenLine,
    appended_lines,
    document_lines,
    plan_table_lines,
    section_places,
    title_places,
)


@dataclass(frozen=True, slots=True)
class FormPlaces:
    """What a document prints, `of` a record: `fields` by rule or by element of the form check,
    `lines` in their order on paper.
    """

    of: Plan | Report
    fields: Mapping[str, Place]
    lines: tuple[WrittenLine, ...]


def form_places(contents: Contents, origin: Origin) -> FormPlaces | None:
    """The places of a document of that origin; None where this project doesn't show its record."""
    record = contents.record(origin.record_id) if contents.holds(origin.record_id) else None
    match origin.kind, record:
        case "KH", Plan() as plan if contents.plan(plan.year) == plan:
            return _plan_places(contents, plan)
        case "CV" | "TD", Plan() as plan if contents.plan(plan.year) == plan:
            return _other_places(contents, plan, origin.kind)
        case "BC", Report() as report:
            return _report_places(contents, report)
    return None


def _plan_places(contents: Contents, plan: Plan) -> FormPlaces:
    signer = only_signer(contents, plan.year)
    listed = recipients_of_kind(contents, plan.year, "KH")
    agency, sections = contents.agency(plan.year), contents.sections(plan)
    fields = _head(plan, agency) | _foot(plan, signer, listed)
    fields |= {key: Place(plan.id, key) for key in ("type_name", "subject")}
    fields["appendix_title"] = Place(plan.id, "table_title")
    if sections:
        fields["appendix.mentioned"] = Place(sections[-1].id, "body")
    body = chain.from_iterable(map(section_places, sections))
    document = plan_as_document(contents, plan)
    lines = document_lines(document, fields, body, plan_table_lines(contents, plan))
    return FormPlaces(plan, fields, tuple(lines))


def _report_places(contents: Contents, report: Report) -> FormPlaces:
    agency, parts = contents.agency(report.year), printed(contents, report)
    signer, listed = default_signer(contents, report), default_recipients(contents, report)
    fields = _head(report, agency) | _foot(report, signer, listed)
    fields |= {key: Place(report.id, key) for key in ("subject", "addressee")}
    body: list[Place] = []
    for section, (_, paragraphs) in zip(report_sections(parts), parts, strict=True):
        own = [Place(p.id, "text", n) for p in paragraphs for n in range(len(p.text.splitlines()))]
        body += chain(title_places(section), own)
    document = report_as_document(contents, report)
    lines = document_lines(document, fields, iter(body), appended_lines(contents, report))
    return FormPlaces(report, fields, tuple(lines))


def _other_places(contents: Contents, plan: Plan, kind: str) -> FormPlaces:
    """Of a công văn or a timeline, whose own words the program writes."""
    year = plan.year
    signer, listed = only_signer(contents, year), recipients_of_kind(contents, year, kind)
    fields = _agency_fields(contents.agency(year)) if kind == "CV" else {}
    if kind == "CV" and signer is not None:
        fields |= {"authority": Place(signer.id, "authority"), "signer": Place(signer.id, "name")}
    elif kind == "CV":
        fields |= {key: Place(plan.id, key) for key in ("authority", "signer")}
    if listed is not None:
        fields["recipient"] = Place(listed.id, "lines")
    return FormPlaces(plan, fields, tuple(plan_table_lines(contents, plan)))


def _agency_fields(agency: Agency | None) -> dict[str, Place]:
    if agency is None:
        return {}
    return {"superior": Place(agency.id, "superior"), "agency": Place(agency.id, "name")}


def _head(record: Plan | Report, agency: Agency | None) -> dict[str, Place]:
    """Số, ký hiệu, địa danh, ngày: what the record leaves empty is the agency's."""
    symbol, place = (
        Place(record.id if getattr(record, key) or agency is None else agency.id, key)
        for key in ("symbol", "place")
    )
    return _agency_fields(agency) | {
        "number_line": Place(record.id, "number"),
        "number_line.kind": symbol,
        "number_line.case": symbol,
        "number_line.marks": symbol,
        "place_date": Place(record.id, "issued"),
        "place_date.capitals": place,
    }


def _foot(
    record: Plan | Report, signer: Signer | None, listed: RecipientList | None
) -> dict[str, Place]:
    """Nơi nhận and signature: what the record leaves empty is the profile's, of a report also the
    plan's, whose words have no id there.
    """
    other = record.plan_id if isinstance(record, Report) else record.id
    if record.recipients or listed is None:
        recipients = Place(record.id, "recipients")
    else:
        recipients = Place(listed.id, "lines") if listed.id else Place(other, "recipients")
    authority, name = Place(record.id, "authority"), Place(record.id, "signer")
    if signer is not None and not record.authority:
        authority = Place(signer.id or other, "authority")
    if signer is not None and not record.signer and signer.name:
        name = Place(signer.id, "name") if signer.id else Place(other, "signer")
    return {
        "recipients_head": recipients,
        "recipient": recipients,
        "authority": authority,
        "signer": name,
    }
