"""What was sent: a report frozen with its file, an old one taken in from Word, either written again
in lawful form.

    freeze(project, report, file, sent_on, number, issued) -> Change
    sent_of(contents, period) -> SentReport | None
    sent_words(sent) -> "Đã gửi: 12/BC-SNgV, 14/6/2027"
    likely_period(source, periods, other) -> ReportingPeriod
    take_in_report(source, contents, period) -> Proposal
    keep_old_report(project, file, source, period) -> Change    the same accepted, with its file
    sent_document(contents, sent) -> Document
    export_sent(contents, sent, target) -> Written
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from cchc_desktop.documents.report_document import report_document
from cchc_desktop.domain.agency import Agency
from cchc_desktop.domain.change import Change, Edit
from cchc_desktop.domain.content import Appendix, Document, Paragraph, printed_lines
from cchc_desktop.domain.errors import RefusedChange, RefusedInput
from cchc_desktop.domain.issue_date import date_words
from cchc_desktop.domain.plan import new_id
from cchc_desktop.domain.proposal import Doubt, Item, Proposal
from cchc_desktop.domain.report import Report, ReportHeading, ReportParagraph, SentReport
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.domain.vietnamese import nfc
from cchc_desktop.intake.report_intake import OldAppendix, OldReport, read_report
from cchc_desktop.office.grid import SourceFile
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.exporting import Printer, Written, write_document
from cchc_desktop.services.last_report import read_sent, sent_head
from cchc_desktop.services.project import Project
from cchc_desktop.services.report_defaults import report_symbol_of
from cchc_desktop.services.report_exporting import report_as_document
from cchc_desktop.services.reporting import period_of

_WHOLE_DAY = len("2027-09-14")


def freeze(
    project: Project,
    report: Report,
    file: Path | None,
    sent_on: date,
    number: str = "",
    issued: str = "",
) -> Change:
    """The report as it was sent: its words as they are now, and the file, of which a copy is kept.
    `number` and `issued` (an ISO day) become the report's, where they are given.

    RefusedChange without số or ngày, or sent before it was signed; RefusedInput, RefusedOutput
    where the file cannot be kept.
    """
    before = report
    report = replace(report, number=number or report.number, issued=issued or report.issued)
    if not report.number or len(report.issued) != _WHOLE_DAY:
        raise RefusedChange(
            "Báo cáo chưa có số hoặc ngày ký; hãy ghi số và ngày trên bản đã gửi rồi chốt lại."
        )
    if sent_on.isoformat() < report.issued:
        raise RefusedChange("Ngày gửi trước ngày ký; hãy sửa lại một trong hai ngày.")
    digest = project.files.keep(file)[0] if file is not None else ""
    sent = SentReport(
        new_id(),
        report.period_id,
        report.year,
        report.id,
        report.number,
        report_symbol_of(project, report),
        report.issued,
        sent_on.isoformat(),
        "\n".join(printed_lines(report_as_document(project, report))),
        nfc(file.name) if file is not None else "",
        digest,
    )
    label = f"Chốt bản gửi báo cáo {period_of(project, report).full_words}"
    signed = (Edit(before, report),) if report != before else ()
    return Change(label, (*signed, Edit(None, sent)))


def sent_of(contents: Contents, period: ReportingPeriod) -> SentReport | None:
    """What was sent last for a period, or taken in; None where nothing was."""
    return next((sent for sent in contents.sent_reports() if sent.period_id == period.id), None)


def sent_words(sent: SentReport) -> str:
    """ "Đã gửi: 12/BC-SNgV, 14/6/2027"."""
    number = "/".join(part for part in (sent.number, sent.symbol) if part)
    return f"Đã gửi: {', '.join(filter(None, (number, date_words(sent.sent_on))))}"


def likely_period(
    source: SourceFile, periods: Iterable[ReportingPeriod], other: ReportingPeriod
) -> ReportingPeriod:
    """The period that the trích yếu of an old report names, `other` where it names none of them.
    RefusedInput for a file that is no report.
    """
    subject = _wanted_report(source).head.subject.casefold()
    named = (period for period in periods if period.full_words.casefold() in subject)
    return max(named, key=lambda period: len(period.full_words), default=other)


def take_in_report(
    source: SourceFile, contents: Contents, period: ReportingPeriod, digest: str = ""
) -> Proposal:
    """An old report of a period on offer, with what is doubtful about it; `digest`: of its file,
    where a copy is kept. RefusedInput for a file that is no report.
    """
    old = _wanted_report(source)
    head, agency = old.head, contents.agency(period.year)
    document = _document(old, agency)
    sent = SentReport(
        new_id(),
        period.id,
        period.year,
        number=head.number,
        symbol=head.symbol,
        issued=head.issued,
        sent_on=head.issued if len(head.issued) == _WHOLE_DAY else "",
        text="\n".join(printed_lines(document)),
        file_name=source.name,
        digest=digest,
    )
    label = f"Nhận báo cáo {period.full_words} từ tệp {source.name}"
    doubts = (*old.doubts, *_doubts(old, period, agency))
    return Proposal(label, (Item(Edit(None, sent), source.name),), doubts)


def keep_old_report(
    project: Project, file: Path, source: SourceFile, period: ReportingPeriod, number: str = ""
) -> Change:
    """What was read from an old report's file, with a copy of the file; `number`: where the clerk
    knows another. Refusals of `take_in_report`, and as `freeze` where the file cannot be kept.
    """
    proposal = take_in_report(source, project, period, project.files.keep(file)[0])
    (edit,) = proposal.accept().edits
    assert isinstance(edit.after, SentReport), "an old report becomes one record"
    sent = replace(edit.after, number=number or edit.after.number)
    return Change(proposal.label, (Edit(None, sent),))


def sent_document(contents: Contents, sent: SentReport) -> Document:
    """What was sent, from its words, in the decree's form."""
    return _document(read_sent(sent), contents.agency(sent.year))


def export_sent(
    contents: Contents, sent: SentReport, target: Path, *, printer: Printer | None = None
) -> Written:
    """What was sent as .docx or, with a printer, .pdf."""
    return write_document(sent_document(contents, sent), target, printer)


def _wanted_report(source: SourceFile) -> OldReport:
    old = read_report(source)
    if not old.is_report:
        raise RefusedInput(
            f"Tệp “{source.name}” không phải báo cáo hoặc không có đề mục; hãy chọn tệp báo cáo."
        )
    return old


def _document(old: OldReport, agency: Agency | None) -> Document:
    """`agency` fills what the head leaves blank."""
    head, report = old.head, sent_head(old)
    known = agency or Agency("", "", "", "", "")
    named = replace(known, superior=head.superior or known.superior, name=head.agency or known.name)
    parts = [
        (
            ReportHeading(section.id, "", section.position, section.level, section.number,
                          section.title),
            [ReportParagraph(line, "", section.id, 0, line) for line in section.body.splitlines()],
        )
        for section in old.sections
    ]  # fmt: skip
    document = report_document(report, parts, named)
    return replace(document, appendices=tuple(map(_appendix, old.appendices)))


def _appendix(old: OldAppendix) -> Appendix:
    body = tuple(Paragraph(line, "note") for line in old.lines)
    return Appendix(old.label or "Phụ lục", old.title, old.reference, body, landscape=False)


def _doubts(old: OldReport, period: ReportingPeriod, agency: Agency | None) -> Iterator[Doubt]:
    """Where the report seems to be another period's or another agency's, or says too little."""
    subject = old.head.subject
    years = {int(year) for year in re.findall(r"\b20\d\d\b", subject)}
    words = period.full_words
    if years and period.year not in years:
        yield Doubt(0, subject, f"Trích yếu ghi năm khác, không phải báo cáo {words}.")
    elif subject and words.casefold() not in subject.casefold():
        yield Doubt(0, subject, f"Trích yếu không ghi {words}; hãy xem lại kỳ đã chọn.")
    name = old.head.agency
    if agency and name and name.casefold() != agency.name.casefold():
        yield Doubt(0, name, f"Báo cáo là của cơ quan khác, hồ sơ ghi {agency.name}.")
    if not old.head.number:
        yield Doubt(0, subject, "Báo cáo không ghi số; hãy ghi số trên bản đã gửi.")
