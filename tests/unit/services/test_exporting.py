"""Files of a plan: the format by the name's ending; what paints is handed in."""

from pathlib import Path

import pytest

from cchc_desktop.documents.timeline_print import TimelinePrint
from cchc_desktop.domain.content import Document, printed_lines
from cchc_desktop.domain.errors import RefusedOutput
from cchc_desktop.domain.plan import Task
from cchc_desktop.domain.result import State
from cchc_desktop.domain.timeline import TimelineRow
from cchc_desktop.office.grid import SourceTable
from cchc_desktop.office.reader import read_office_file
from cchc_desktop.services import recording
from cchc_desktop.services.exporting import export_plan, export_timeline
from cchc_desktop.services.project import Project
from cchc_desktop.services.sample import sample_change


class PlainPrinter:
    """Writes the words of a document."""

    def document_pdf(self, document: Document, path: Path) -> None:
        path.write_text("\n".join(printed_lines(document)), encoding="utf-8")

    def timeline_pdf(self, text: TimelinePrint, path: Path) -> None:
        done = sum(isinstance(row, TimelineRow) and row.done for row in text.timeline.rows)
        path.write_text(f"{done} xong", encoding="utf-8")

    timeline_png = timeline_pdf


@pytest.fixture
def opened(tmp_path, paths):
    """The sample's project and its plan."""
    with Project.create(tmp_path / "so.cchc", paths, first=sample_change()) as project:
        yield project, project.wanted_plan(2027, "CCHC")


def test_a_printer_gets_the_document_of_the_word_file(opened, tmp_path):
    target = tmp_path / "a.PDF"
    written = export_plan(*opened, target, printer=PlainPrinter())
    assert (written.path, written.kept) == (target, None)
    assert "KẾ HOẠCH" in target.read_text(encoding="utf-8").splitlines()
    assert export_plan(*opened, target, printer=PlainPrinter()).kept.exists()


def test_without_a_printer_the_endings_that_work_are_named(opened, tmp_path):
    with pytest.raises(RefusedOutput, match=r"đuôi \.docx hoặc \.xlsx\."):
        export_plan(*opened, tmp_path / "a.pdf")
    with pytest.raises(RefusedOutput, match=r"đuôi \.docx, \.xlsx hoặc \.pdf\."):
        export_plan(*opened, tmp_path / "a.odt", printer=PlainPrinter())


def test_every_file_of_a_timeline_knows_what_is_done(opened, tmp_path):
    project, plan = opened
    due = next(t for t in project.rows(plan) if isinstance(t, Task) and t.time == "Quý II")
    project.apply(recording.record(project, due.id, "h1-2027", state=State.DONE))
    export_timeline(*opened, tmp_path / "a.pdf", printer=PlainPrinter())
    assert (tmp_path / "a.pdf").read_text(encoding="utf-8") == "1 xong"
    for write, name in (
        (export_timeline, "t.docx"),
        (export_timeline, "t.xlsx"),
        (export_plan, "kh.xlsx"),
    ):
        write(*opened, tmp_path / name)
        read = read_office_file(tmp_path / name)
        tables = [block for block in read.blocks if isinstance(block, SourceTable)]
        cells = [cell.text for table in tables for cell in table.cells]
        assert "√ 30/6" in cells, name
