"""Writing a report's file: the document it is, and the name it gets."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from cchc_desktop.documents.file_names import free_name, report_file_name
from cchc_desktop.documents.report_document import Titled, report_document
from cchc_desktop.documents.report_tables import (
    PrintedFigure,
    TaskResult,
    figures_table,
    results_table,
)
from cchc_desktop.domain.content import Document
from cchc_desktop.domain.issue_date import is_whole_day
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.report import Report
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.services.beginning_report import begin_report
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.exporting import Printer, Written, write_document
from cchc_desktop.services.figures import figure_lines
from cchc_desktop.services.report_defaults import default_recipients, default_signer, plan_of
from cchc_desktop.services.report_results import task_results
from cchc_desktop.services.reporting import period_of, printed, report_of


def wanted_report(contents: Contents, period: ReportingPeriod) -> tuple[Contents, Report]:
    """The report of a period with the contents that it stands in: as it is in the file, else its
    first draft, which is written nowhere. RefusedChange where the year has no plan.
    """
    report = report_of(contents, period)
    if report is None:
        contents = contents.after(begin_report(contents, period.year, period))
        report = report_of(contents, period)
    assert report is not None, "a report was begun"
    return contents, report


def report_as_document(contents: Contents, report: Report, *, electronic: bool = False) -> Document:
    """The report as it is written, printed and shown beforehand: with the year's agency,
    the signer and nơi nhận that it has or that are usual, and the phụ lục that it wants and that
    have something in them.
    """
    return report_document(
        report,
        printed(contents, report),
        contents.agency(report.year),
        list(_appendices(contents, report)),
        signer=default_signer(contents, report),
        recipients=default_recipients(contents, report),
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
    plan = plan_of(contents, report)
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
    return [
        PrintedFigure(
            line.indicator, line.value, line.before, line.figure.note if line.figure else ""
        )
        for line in figure_lines(contents, period.year, period)
        if line.value or line.before
    ]


def printed_results(contents: Contents, report: Report, plan: Plan) -> dict[str, TaskResult]:
    """What the report's phụ lục says of the tasks of its plan, by their ids."""
    period = period_of(contents, report)
    return task_results(contents, plan, period, _day(report, period))


def _appendices(contents: Contents, report: Report) -> Iterator[Titled]:
    period = period_of(contents, report)
    words = period.full_words
    if report.with_figures and (figures := printed_figures(contents, period)):
        title = f"Số liệu cải cách hành chính {words}"
        yield title, (figures_table(figures),), False
    plan = plan_of(contents, report)
    rows = contents.rows(plan) if plan is not None and report.with_tasks else []
    if plan is not None and rows:
        title = f"Kết quả thực hiện nhiệm vụ cải cách hành chính {words}"
        yield title, (results_table(plan, rows, printed_results(contents, report, plan)),), True


def _day(report: Report, period: ReportingPeriod) -> date:
    """The day of which the table speaks: that of the report, else when its data are closed."""
    return date.fromisoformat(report.issued if is_whole_day(report.issued) else period.closes)
