"""The form check as the window shows it: what it finds in a document of the open project is given
the place where it is written.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cchc_desktop.documents.checker import Checked, check_document
from cchc_desktop.documents.checks.findings import Breach
from cchc_desktop.documents.form.pieces import Piece, whole_paragraphs
from cchc_desktop.domain.content import Document
from cchc_desktop.domain.finding import Finding, Place
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.report import Report
from cchc_desktop.domain.same_lines import same_lines
from cchc_desktop.domain.vietnamese import fold
from cchc_desktop.office.docx_writer import docx_bytes
from cchc_desktop.office.formatted import FormattedDocument
from cchc_desktop.office.formatting import formatting_of, read_formatting
from cchc_desktop.office.package import Package
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.exporting import plan_as_document
from cchc_desktop.services.form_places import FormPlaces, form_places
from cchc_desktop.services.report_exporting import report_as_document


@dataclass(frozen=True, slots=True)
class FormCheck:
    """What was found; `of` is the record of the open project that the document prints, None for any
    other document; `foreign`: this program wrote it from another project.
    """

    findings: Sequence[Finding]
    of: Plan | Report | None = None
    foreign: bool = False


def check_form(path: Path, contents: Contents | None) -> FormCheck:
    """A Word file held against the decree, with places where it is of the open project;
    RefusedInput for no readable .docx.
    """
    return _check(read_formatting(path), contents)


def check_printed(contents: Contents, record: Plan | Report) -> FormCheck:
    """The same of a plan or a report as it would be written now: it has no file of which a copy
    could be mended.
    """
    document: Document = (
        plan_as_document(contents, record)
        if isinstance(record, Plan)
        else report_as_document(contents, record)
    )
    check = _check(formatting_of(Package(document.subject, docx_bytes(document))), contents)
    return replace(check, findings=[replace(one, mendable=0) for one in check.findings])


def _check(document: FormattedDocument, contents: Contents | None) -> FormCheck:
    checked, origin = check_document(document), document.origin
    places = form_places(contents, origin) if contents is not None and origin else None
    if places is None:
        return FormCheck(checked.findings, foreign=origin is not None)
    return FormCheck(_placed(checked, places), places.of)


def _placed(checked: Checked, places: FormPlaces) -> list[Finding]:
    """The findings with all the places that they are about, as far as these are known."""
    written = _by_paragraph(checked.pieces, places)
    found = []
    for finding in checked.findings:
        element = finding.rule.partition(".")[0]
        field = places.fields.get(finding.rule) or places.fields.get(element)
        broken = (one for one in checked.breaches if one.key == finding.rule)
        at = [field] if field else _places_of(broken, written)
        found.append(replace(finding, at=at[0], also=tuple(at[1:])) if at else finding)
    return found


def _places_of(breaches: Iterable[Breach], written: dict[int, Place]) -> list[Place]:
    pieces = (one.of for one in breaches if isinstance(one.of, Piece))
    found = (written.get(id(piece.paragraph)) for piece in pieces)
    return list(dict.fromkeys(filter(None, found)))


def _by_paragraph(pieces: Sequence[Piece], places: FormPlaces) -> dict[int, Place]:
    """Where each paragraph is written, by its identity. For one that nobody wrote in the project it
    is the record before it in the text, or in its table.
    """
    printed = [piece for piece in whole_paragraphs(pieces) if piece.text]
    known = [line for line in places.lines if line.words.strip()]
    found = same_lines(
        [piece.folded for piece in printed], [" ".join(fold(line.words).split()) for line in known]
    )
    fields = {place.record_id for place in places.fields.values()}
    written: dict[int, Place] = {}
    before: Place | None = None
    table = 0
    for piece, at in zip(printed, found, strict=True):
        place = None
        if at is not None:
            place = before = known[at].at
            table = piece.place.table
        elif before and table == piece.place.table and before.record_id not in fields:
            place = Place(before.record_id)
        if place is not None:
            written[id(piece.paragraph)] = place
    return written
