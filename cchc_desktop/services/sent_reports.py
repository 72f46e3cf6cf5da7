"""What was sent: a report frozen with its file, and written again in lawful form; `old_reports`
takes in those that were not written here.

    freeze(project, report, file, sent_on, number, issued) -> Change
    sent_of(contents, period) -> SentReport | None
    sent_words(sent) -> "Đã gửi: 12/BC-SNgV, 14/6/2027"
    sent_document(contents, sent) -> Document
    export_sent(contents, sent, target) -> Written
"""

from dataclasses import replace
from datetime import date
from pathlib import Path

from cchc_desktop.documents.report_document import report_document
from cchc_desktop.domain.agency import Agency
from cchc_desktop.domain.change import Change, Edit
from cchc_desktop.domain.content import Appendix, Document, Paragraph, printed_lines
from cchc_desktop.domain.errors import RefusedChange
from cchc_desktop.domain.issue_date import date_words, is_whole_day
from cchc_desktop.domain.plan import new_id
from cchc_desktop.domain.report import Report, ReportHeading, ReportParagraph, SentReport
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.domain.vietnamese import nfc
from cchc_desktop.intake.report_intake import OldAppendix, OldReport
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.exporting import Printer, Written, write_document
from cchc_desktop.services.last_report import read_sent, sent_head
from cchc_desktop.services.project import Project
from cchc_desktop.services.report_defaults import report_symbol_of
from cchc_desktop.services.report_exporting import report_as_document
from cchc_desktop.services.reporting import period_of


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
    if not (report.number and is_whole_day(report.issued)):
        raise RefusedChange(
            "Báo cáo chưa có số hoặc ngày ký; hãy ghi số và ngày trên bản đã gửi rồi chốt lại."
        )
    require_sent_when_signed(sent_on.isoformat(), report.issued)
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


def require_sent_when_signed(sent_on: str, issued: str) -> None:
    """RefusedChange where a report was sent before it was signed; ISO days, "" for not known."""
    if sent_on and sent_on < issued:
        raise RefusedChange("Ngày gửi trước ngày ký; hãy sửa lại một trong hai ngày.")


def sent_of(contents: Contents, period: ReportingPeriod) -> SentReport | None:
    """What was sent last for a period, or taken in; None where nothing was."""
    return next((sent for sent in contents.sent_reports() if sent.period_id == period.id), None)


def sent_words(sent: SentReport) -> str:
    """ "Đã gửi: 12/BC-SNgV, 14/6/2027"."""
    return f"Đã gửi: {', '.join(filter(None, (sent.code, date_words(sent.sent_on))))}"


def sent_document(contents: Contents, sent: SentReport) -> Document:
    """What was sent, from its words, in the decree's form."""
    old = read_sent(sent)
    return document_of(old, sent_head(old), contents.agency(sent.year))


def export_sent(
    contents: Contents, sent: SentReport, target: Path, *, printer: Printer | None = None
) -> Written:
    """What was sent as .docx or, with a printer, .pdf."""
    return write_document(sent_document(contents, sent), target, printer)


def document_of(old: OldReport, report: Report, agency: Agency | None) -> Document:
    """The words of an old report under that head and over that foot; `agency` fills what the head
    leaves blank.
    """
    head = old.head
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
