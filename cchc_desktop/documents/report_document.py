"""A report as a neutral document in the form of Nghị định 30/2020 (Phụ lục III, mẫu 1.4 and 2.1).

What is known is printed, what is not known stays blank; the clerk's words are printed as they are.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cchc_desktop.documents.agency_name import name_in_sentence
from cchc_desktop.documents.blanks import attached_to, number_words, place_date, recipients_of
from cchc_desktop.documents.narrative import narrative_blocks
from cchc_desktop.documents.plan_document import Variant
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
from cchc_desktop.domain.plan import Section
from cchc_desktop.domain.report import Report, ReportHeading, ReportParagraph
from cchc_desktop.domain.vietnamese import fold, roman
from cchc_desktop.office.in_bulk import collector_resting

TYPE_NAME = "BÁO CÁO"
END = "./."
_AS_ABOVE = "Như trên"
_APPENDIX = re.compile(r"phu luc|kem theo")
_POINTER = re.compile(r" \(có Phụ lục[ IVX,]* kèm theo\)(?=\./\.$|$)")
_NOBODY = Agency(id="", superior="", name="", symbol="", place="")
ReportPart = tuple[ReportHeading, Sequence[ReportParagraph]]
Titled = tuple[str, tuple[Block, ...], bool]  # name, what it holds, whether the sheet is turned


@collector_resting()
def report_document(
    report: Report,
    parts: Sequence[ReportPart],
    agency: Agency | None = None,
    appendices: Sequence[Titled] = (),
    *,
    signer: Signer | None = None,
    recipients: RecipientList | None = None,
    variant: Variant = "paper",
) -> Document:
    """The whole report: its headings in order, each with its paragraphs; what its own foot leaves
    empty comes from signer and recipients. The electronic variant leaves number and date blank in
    the line that ties a phụ lục to it.
    """
    agency = agency or _NOBODY
    sections = report_sections(parts)
    symbol = report_symbol(report, agency)
    addressees = recipients_of(report.addressee)
    filled = variant == "paper"
    reference = attached_to(
        TYPE_NAME,
        number_words(report.number if filled else "", symbol),
        report.issued if filled else "",
        name_in_sentence(agency.name, _texts(report, sections)),
    )
    return Document(
        Letterhead(
            agency.superior,
            agency.name,
            f"Số: {number_words(report.number, symbol)}",
            place_date(report.place or agency.place, report.issued),
        ),
        TYPE_NAME,
        report.subject,
        _pointing(tuple(narrative_blocks(sections, ())), report, len(appendices)),
        _closing(report, signer, recipients, to_somebody=bool(addressees)),
        tuple(_numbered(appendices, reference)),
        addressees,
        Origin("BC", report.id) if report.id else None,
    )


def report_symbol(report: Report, agency: Agency | None) -> str:
    """Its ký hiệu, which follows from the agency's abbreviation: "BC-SNgV"."""
    short = agency.symbol if agency else ""
    return report.symbol or (f"BC-{short}" if short else "")


def report_sections(parts: Sequence[ReportPart]) -> list[Section]:
    """The headings in order, each with its paragraphs as the lines of its body."""
    return [
        Section(
            id=heading.id,
            plan_id=heading.report_id,
            position=heading.position,
            level=heading.level,
            number=heading.number,
            title=heading.title,
            body="\n".join(paragraph.text for paragraph in paragraphs),
        )
        for heading, paragraphs in parts
    ]


def _texts(report: Report, sections: Sequence[Section]) -> Iterator[str]:
    yield report.subject
    for section in sections:
        yield from (section.title, section.body)


def _pointing(body: tuple[Block, ...], report: Report, count: int) -> tuple[Block, ...]:
    """The body, in which the last sentence points to the phụ lục where nothing else does (Phụ lục
    I, Mục III 1.a).
    """
    texts = [report.subject, *(block.text for block in body if isinstance(block, Paragraph))]
    if not (count and body) or any(_APPENDIX.search(fold(text)) for text in texts):
        return body
    *others, last = body
    assert isinstance(last, Paragraph), "a report's own text has no tables"
    words, mark = last.text.removesuffix(END), END if last.text.endswith(END) else ""
    numbers = f" {', '.join(map(roman, range(1, count + 1)))}" if count > 1 else ""
    pointer = f"(có Phụ lục{numbers} kèm theo)"
    return (*others, replace(last, text=f"{words} {pointer}{mark}"))


def without_pointer(line: str) -> str:
    """A printed line without the words that were put there to point to the phụ lục."""
    return _POINTER.sub("", line)


def _closing(
    report: Report,
    signer: Signer | None,
    recipients: RecipientList | None,
    *,
    to_somebody: bool,
) -> Closing:
    """Nơi nhận begins with "Như trên" where there is a Kính gửi (Phụ lục I, Mục II 9.d)."""
    authority = report.authority or (signer.authority if signer else "")
    name = report.signer
    if not name and signer and authority == signer.authority:
        name = signer.name
    lines = recipients_of(report.recipients or (recipients.lines if recipients else ""))
    as_above = bool(lines) and fold(lines[0]).startswith(fold(_AS_ABOVE))
    if to_somebody and not as_above:
        lines = (_AS_ABOVE, *lines)
    elif as_above and not (to_somebody or report.recipients):
        lines = lines[1:]  # of the profile's list, which serves both
    return Closing(lines, tuple(authority.splitlines()), name)


def _numbered(appendices: Sequence[Titled], reference: str) -> Iterator[Appendix]:
    """Several phụ lục are numbered, one is not (Phụ lục I, Mục III 1.b)."""
    for number, (title, body, landscape) in enumerate(appendices, start=1):
        label = f"Phụ lục {roman(number)}" if len(appendices) > 1 else "Phụ lục"
        yield Appendix(label, title, reference, body, landscape)
