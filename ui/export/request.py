"""What the clerk wants written, as data; the work of writing it and of laying its pages out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cchc_desktop.documents.file_names import free_name, plan_file_name, timeline_file_name
from cchc_desktop.documents.timeline_print import timeline_print
from cchc_desktop.domain.plan import Columns, Plan
from cchc_desktop.domain.report import Report
from cchc_desktop.domain.reporting_period import ReportingPeriod, period_on
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.exporting import (
    Written,
    export_plan,
    export_timeline,
    plan_as_document,
)
from cchc_desktop.services.progress import progress_of
from cchc_desktop.services.report_exporting import (
    export_report,
    proposed_name,
    report_as_document,
    wanted_report,
)
from cchc_desktop.services.reporting import report_of
from ui.export.preview import Page
from ui.export.printer import PagePrinter
from ui.printing import lay_out
from ui.timeline.pages import timeline_pages

PLAN, TIMELINE, REPORT = 0, 1, 2
FORMATS = {
    PLAN: (("Word (.docx)", ".docx"), ("PDF (.pdf)", ".pdf"), ("Excel (.xlsx)", ".xlsx")),
    TIMELINE: (
        ("PDF (.pdf)", ".pdf"),
        ("Ảnh (.png)", ".png"),
        ("Word (.docx)", ".docx"),
        ("Excel (.xlsx)", ".xlsx"),
    ),
    REPORT: (("Word (.docx)", ".docx"), ("PDF (.pdf)", ".pdf")),
}


@dataclass(frozen=True)
class ExportRequest:
    """`what`: PLAN or TIMELINE of a plan in a snapshot, or the REPORT of a `period` of its year,
    which is drafted where it was not begun; `columns` None: the plan's own.
    """

    contents: Contents
    plan: Plan
    today: date
    what: int = PLAN
    suffix: str = ".docx"
    electronic: bool = False
    columns: Columns | None = None
    period: ReportingPeriod | None = None

    @property
    def asked_period(self) -> ReportingPeriod:
        """The period of the report: the one chosen, else that of the year's last report, else the
        one whose report is next.
        """
        periods = self.contents.periods(self.plan.year)
        reported = [period for period in periods if report_of(self.contents, period)]
        period = self.period or (reported[-1] if reported else period_on(periods, self.today))
        assert period is not None, "a year has its usual periods"
        return period

    def proposed(self, folder: Path) -> Path:
        """A free name ready for Idesk."""
        if self.what == REPORT:
            period = self.asked_period
            blank = Report("", period.id, period.year, self.plan.id)
            report = report_of(self.contents, period) or blank
            named = proposed_name(self.contents, report, self.suffix, today=self.today)
            return free_name(folder, named)
        name = plan_file_name if self.what == PLAN else timeline_file_name
        agency = self.contents.agency(self.plan.year)
        return free_name(folder, name(self.plan, agency, self.suffix, today=self.today))

    def write(self, target: Path) -> Written:
        """Write the file; RefusedOutput leaves everything as it was."""
        if self.what == TIMELINE:
            return export_timeline(
                self.contents, self.plan, target, printer=PagePrinter(), today=self.today
            )
        if self.what == REPORT:
            contents, report = wanted_report(self.contents, self.asked_period)
            return export_report(
                contents, report, target, electronic=self.electronic, printer=PagePrinter()
            )
        return export_plan(
            self.contents,
            self.plan,
            target,
            electronic=self.electronic,
            columns=self.columns,
            printer=PagePrinter(),
        )

    def pages(self) -> Sequence[Page]:
        """The pages as they are printed."""
        if self.what == TIMELINE:
            rows, agency = self.contents.rows(self.plan), self.contents.agency(self.plan.year)
            progress = progress_of(self.contents, self.plan)
            return timeline_pages(timeline_print(self.plan, rows, agency, self.today, progress))
        if self.what == REPORT:
            contents, report = wanted_report(self.contents, self.asked_period)
            return lay_out(report_as_document(contents, report, electronic=self.electronic))
        document = plan_as_document(
            self.contents, self.plan, electronic=self.electronic, columns=self.columns
        )
        return lay_out(document)
