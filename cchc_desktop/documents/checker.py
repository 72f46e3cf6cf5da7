"""Holds any .docx against the form that Nghị định 30/2020 asks for (Phụ lục I and III)."""

from dataclasses import dataclass, replace
from pathlib import Path

from cchc_desktop.documents.checks.addressee import check_addressee
from cchc_desktop.documents.checks.appendices import check_appendices
from cchc_desktop.documents.checks.body import check_body
from cchc_desktop.documents.checks.closing import check_closing
from cchc_desktop.documents.checks.findings import Breach, Findings
from cchc_desktop.documents.checks.letterhead import check_letterhead
from cchc_desktop.documents.checks.letters import check_letters
from cchc_desktop.documents.checks.page import check_page
from cchc_desktop.documents.checks.page_numbers import check_page_numbers
from cchc_desktop.documents.checks.title import check_title
from cchc_desktop.documents.checks.typing import check_typing
from cchc_desktop.documents.form.pieces import Piece, document_pieces
from cchc_desktop.documents.form.reading import read_form
from cchc_desktop.documents.nd30 import nd30
from cchc_desktop.documents.repairs.choice import Repairs
from cchc_desktop.domain.finding import Finding
from cchc_desktop.office.file_repairs import FileRepair
from cchc_desktop.office.formatted import FormattedDocument
from cchc_desktop.office.formatting import read_formatting


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found, one finding a rule, how the safe part of it is mended, and every place
    where a rule is broken among the pieces.
    """

    findings: list[Finding]
    repairs: tuple[FileRepair, ...]
    breaches: tuple[Breach, ...]
    pieces: list[Piece]


def check_file(path: Path) -> list[Finding]:
    """What in a Word file breaks the decree, one finding a rule, empty when all holds; a file that
    is a phụ lục by itself is held to the rules for phụ lục. RefusedInput for no readable .docx.
    """
    return check_document(read_formatting(path)).findings


def check_document(document: FormattedDocument) -> Checked:
    """The same of a document that was read, with the repairs."""
    pieces = document_pieces(document)
    findings = Findings(nd30())
    form = read_form(pieces, findings.rules)
    check_page(document, form, findings)
    check_page_numbers(document, form, findings)
    check_letters(document, pieces, findings)
    if not form.is_appendix_only:
        check_letterhead(form, findings)
        check_title(form, findings)
        check_addressee(form, findings)
        check_body(form, document.default_tab, findings)
        check_closing(form, findings)
    check_appendices(form, findings)
    check_typing(form, pieces, findings)
    repairs = Repairs(document, form, findings)
    mendable = repairs.counts()
    return Checked(
        [replace(one, mendable=mendable[one.rule]) for one in findings.grouped()],
        repairs.next(),
        tuple(findings.breaches),
        pieces,
    )
