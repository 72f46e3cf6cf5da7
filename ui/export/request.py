"""What the clerk wants written, as data; the work of writing it and of laying its pages out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cchc_desktop.documents.file_names import free_name, plan_file_name, timeline_file_name
from cchc_desktop.documents.timeline_print import timeline_print
from cchc_desktop.domain.plan import Columns, Plan
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.exporting import (
    Written,
    export_plan,
    export_timeline,
    plan_as_document,
)
from cchc_desktop.services.progress import progress_of
from ui.export.preview import Page
from ui.export.printer import PagePrinter
from ui.printing import lay_out
from ui.timeline.pages import timeline_pages

PLAN, TIMELINE = 0, 1
FORMATS = {
    PLAN: (("Word (.docx)", ".docx"), ("PDF (.pdf)", ".pdf"), ("Excel (.xlsx)", ".xlsx")),
    TIMELINE: (
        ("PDF (.pdf)", ".pdf"),
        ("Ảnh (.png)", ".png"),
        ("Word (.docx)", ".docx"),
        ("Excel (.xlsx)", ".xlsx"),
    ),
}


@dataclass(frozen=True)
class ExportRequest:
    """`what`: PLAN or TIMELINE of a plan in a snapshot; `columns` None: the plan's own."""

    contents: Contents
    plan: Plan
    today: date
    what: int = PLAN
    suffix: str = ".docx"
    electronic: bool = False
    columns: Columns | None = None

    def proposed(self, folder: Path) -> Path:
        """A free name ready for Idesk."""
        name = plan_file_name if self.what == PLAN else timeline_file_name
        agency = self.contents.agency(self.plan.year)
        return free_name(folder, name(self.plan, agency, self.suffix, today=self.today))

    def write(self, target: Path) -> Written:
        """Write the file; RefusedOutput leaves everything as it was."""
        if self.what == TIMELINE:
            return export_timeline(
                self.contents, self.plan, target, printer=PagePrinter(), today=self.today
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
        document = plan_as_document(
            self.contents, self.plan, electronic=self.electronic, columns=self.columns
        )
        return lay_out(document)
