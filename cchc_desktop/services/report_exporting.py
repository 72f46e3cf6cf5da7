"""Writing a report's file: the document it is, and the name it gets."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from cchc_desktop.documents.file_names import free_name, report_file_name
from cchc_desktop.documents.report_document import Titled, report_document
from cchc_desktop.documents.report_tables import PrintedFigure, figures_table, results_table
from cchc_desktop.domain.content import Document
from cchc_desktop.domain.errors import RefusedChange
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.report import Report
from cchc_desktop.domain.reporting_period import ReportingPeriod, period_words
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.exporting import Printer, Written, write_document
from cchc_desktop.services.report_results import task_results

LIST_KIND = "BC"  # of the nơi nhận in the profile


def report_of(contents: Contents, period: ReportingPeriod) -> Report:
    """The report of a period; RefusedChange where none was begun."""
    reports = contents.reports(period.year)
    found = next((report for report in reports if report.period_id == period.id), None)
    if found is None:
        raise RefusedChange(
            f"Chưa có báo cáo {period_words(period)} trong tệp; hãy soạn nháp báo cáo ở thẻ Báo "
            "cáo rồi xuất lại."
        )
    return found


def period_of(contents: Contents, report: Report) -> ReportingPeriod:
    """The period of a report; RefusedChange where the office has taken it away."""
    periods = contents.periods(report.year)
    found = next((period for period in periods if period.id == report.period_id), None)
    if found is None:
        raise RefusedChange(
            "Kỳ của báo cáo này không còn trong tệp; hãy thêm lại kỳ báo cáo rồi thử lại."
        )
    return found


def report_as_document(contents: Contents, report: Report, *, electronic: bool = False) -> Document:
    """The report as it is written, printed and shown beforehand: with the file's agency, its
    signer where it has one only, its nơi nhận, and the phụ lục that the report wants and that have
    something in them.
    """
    year = report.year
    signers, lists = contents.signers(year), contents.recipients(year)
    return report_document(
        report,
        contents.report_headings(report),
        contents.report_paragraphs(report),
        contents.agency(year),
        list(_appendices(contents, report)),
        signer=signers[0] if len(signers) == 1 else None,
        recipients=next((r for r in lists if r.document_kind == LIST_KIND), None),
        variant="electronic" if electronic else "paper",
    )


def export_report(
    contents: Contents,
    report: Report,
    target: Path,
    *,
    electronic: bool = False,
    printer: Printer | None = None,
) -> Written:
    """The report as .docx or, with a printer, .pdf; RefusedOutput leaves everything as it was. A
    target that is a folder gets a Word file with a name ready for Idesk.
    """
    if target.is_dir():
        target = free_name(target, proposed_name(contents, report, ".docx"))
    document = report_as_document(contents, report, electronic=electronic)
    return write_document(document, target, printer)


def proposed_name(
    contents: Contents, report: Report, suffix: str, *, today: date | None = None
) -> str:
    """A name ready for Idesk: "BC-CCHC-Q3-2027_SNgV_20270914.docx"."""
    plan = _plan(contents, report)
    return report_file_name(
        report,
        period_of(contents, report),
        plan.kind if plan else "CCHC",
        contents.agency(report.year),
        suffix,
        today=today,
    )


def printed_figures(contents: Contents, period: ReportingPeriod) -> list[PrintedFigure]:
    """The indicators of the year that have a value in the period or in the one before it."""
    before = [other for other in contents.periods(period.year) if other.ends < period.ends]
    now = {figure.indicator_id: figure for figure in contents.figures(period)}
    earlier = {f.indicator_id: f.value for f in contents.figures(before[-1])} if before else {}
    return [
        PrintedFigure(
            indicator,
            now[indicator.id].value if indicator.id in now else "",
            earlier.get(indicator.id, ""),
            now[indicator.id].note if indicator.id in now else "",
        )
        for indicator in contents.indicators(period.year)
        if indicator.id in now or earlier.get(indicator.id)
    ]


def _appendices(contents: Contents, report: Report) -> Iterator[Titled]:
    period = period_of(contents, report)
    words = period_words(period)
    if report.with_figures and (figures := printed_figures(contents, period)):
        title = f"Số liệu cải cách hành chính {words}"
        yield title, (figures_table(figures),), False
    plan = _plan(contents, report)
    rows = contents.rows(plan) if plan is not None and report.with_tasks else []
    if plan is not None and rows:
        day = _day(report, period)
        title = f"Kết quả thực hiện nhiệm vụ cải cách hành chính {words}"
        yield title, (results_table(plan, rows, task_results(contents, plan, period, day)),), True


def _plan(contents: Contents, report: Report) -> Plan | None:
    return next((plan for plan in contents.plans() if plan.id == report.plan_id), None)


def _day(report: Report, period: ReportingPeriod) -> date:
    """The day of which the table speaks: that of the report, else when its data are closed."""
    whole = len(report.issued) == len("2027-09-14")
    return date.fromisoformat(report.issued) if whole else date.fromisoformat(period.closes)
