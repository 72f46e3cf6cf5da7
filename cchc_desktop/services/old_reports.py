"""Old reports from Word as versions that were sent, from which the next report starts.

    likely_period(source, periods, other) -> ReportingPeriod
    take_in_report(source, contents, period, head=None) -> Proposal
    keep_old_report(project, file, source, period, head=None, sent_on=None) -> Change
    mend_sent(contents, sent, period, head, sent_on) -> Change

Number, day, place, trích yếu and signer can be put right, before and after: `head` says them as the
head and foot of a report do.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from cchc_desktop.domain.agency import Agency
from cchc_desktop.domain.change import Change, Edit
from cchc_desktop.domain.content import printed_lines
from cchc_desktop.domain.errors import RefusedInput
from cchc_desktop.domain.issue_date import is_whole_day
from cchc_desktop.domain.plan import new_id
from cchc_desktop.domain.proposal import Doubt, Item, Proposal
from cchc_desktop.domain.report import Report, SentReport
from cchc_desktop.domain.report_words import names_period
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.intake.report_intake import OldReport, read_report
from cchc_desktop.office.grid import SourceFile
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.last_report import read_sent, sent_head
from cchc_desktop.services.project import Project
from cchc_desktop.services.sent_reports import document_of, require_sent_when_signed


def likely_period(
    source: SourceFile, periods: Iterable[ReportingPeriod], other: ReportingPeriod
) -> ReportingPeriod:
    """The period that the trích yếu of an old report names, `other` where it names none of them.
    RefusedInput for a file that is no report.
    """
    subject = _wanted_report(source).head.subject
    named = (period for period in periods if names_period(subject, period))
    return max(named, key=lambda period: len(period.full_words), default=other)


def take_in_report(
    source: SourceFile,
    contents: Contents,
    period: ReportingPeriod,
    head: Report | None = None,
) -> Proposal:
    """An old report of a period on offer, with what is doubtful about it. RefusedInput for a file
    that is no report.
    """
    old, agency = _wanted_report(source), contents.agency(period.year)
    head = head or sent_head(old)
    bare = SentReport(new_id(), period.id, period.year, file_name=source.name)
    sent = _headed(bare, old, head, agency)
    sent = replace(sent, sent_on=head.issued if is_whole_day(head.issued) else "")
    label = f"Nhận báo cáo {period.full_words} từ tệp {source.name}"
    doubts = (*old.doubts, *_doubts(old, head, period, agency))
    return Proposal(label, (Item(Edit(None, sent), source.name),), doubts)


def keep_old_report(
    project: Project,
    file: Path,
    source: SourceFile,
    period: ReportingPeriod,
    head: Report | None = None,
    sent_on: str | None = None,
) -> Change:
    """What was read from an old report's file, with a copy of the file; `sent_on`: an ISO day, ""
    for not known, else that of its signing. Refusals of `take_in_report` and `freeze`.
    """
    proposal = take_in_report(source, project, period, head)
    (edit,) = proposal.accept().edits
    sent = edit.after
    assert isinstance(sent, SentReport), "an old report becomes one record"
    sent = sent if sent_on is None else replace(sent, sent_on=sent_on)
    require_sent_when_signed(sent.sent_on, sent.issued)
    kept = replace(sent, digest=project.files.keep(file)[0])  # nothing is kept of what is refused
    return Change(proposal.label, (Edit(None, kept),))


def mend_sent(
    contents: Contents, sent: SentReport, period: ReportingPeriod, head: Report, sent_on: str
) -> Change:
    """An old report that was taken in, under another head and over another foot, of a period;
    RefusedChange as `freeze`.
    """
    assert not sent.report_id, "what was written here is frozen"
    require_sent_when_signed(sent_on, head.issued)
    moved = replace(sent, period_id=period.id, year=period.year, sent_on=sent_on)
    after = _headed(moved, read_sent(sent), head, contents.agency(period.year))
    return Change(f"Sửa báo cáo {period.full_words} đã nhận", (Edit(sent, after),))


def _wanted_report(source: SourceFile) -> OldReport:
    old = read_report(source)
    if not old.is_report:
        raise RefusedInput(
            f"Tệp “{source.name}” không phải báo cáo hoặc không có đề mục; hãy chọn tệp báo cáo."
        )
    return old


def _headed(sent: SentReport, old: OldReport, head: Report, agency: Agency | None) -> SentReport:
    """What was sent with its own words, and head and foot as they are said."""
    return replace(
        sent,
        number=head.number,
        symbol=head.symbol,
        issued=head.issued,
        text="\n".join(printed_lines(document_of(old, head, agency))),
    )


def _doubts(
    old: OldReport, head: Report, period: ReportingPeriod, agency: Agency | None
) -> Iterator[Doubt]:
    """Where the report seems to be another period's or another agency's, or says too little."""
    subject, words = head.subject, period.full_words
    years = {int(year) for year in re.findall(r"\b20\d\d\b", subject)}
    if years and period.year not in years:
        yield Doubt(0, subject, f"Trích yếu ghi năm khác, không phải báo cáo {words}.")
    elif subject and not names_period(subject, period):
        yield Doubt(0, subject, f"Trích yếu không ghi {words}; hãy xem lại kỳ đã chọn.")
    name = old.head.agency
    if agency and name and name.casefold() != agency.name.casefold():
        yield Doubt(0, name, f"Báo cáo là của cơ quan khác, hồ sơ ghi {agency.name}.")
    if not head.number:
        yield Doubt(0, subject, "Báo cáo không ghi số; hãy ghi số trên bản đã gửi.")
    if not is_whole_day(head.issued):
        yield Doubt(0, subject, "Báo cáo không ghi đủ ngày ký; hãy ghi ngày trên bản đã gửi.")
