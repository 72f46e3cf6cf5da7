"""Files of a plan: the format by the name's ending; what paints is handed in."""

from pathlib import Path

import pytest

from cchc_desktop.domain.content import Document, text_lines
from cchc_desktop.domain.errors import RefusedOutput
from cchc_desktop.services.exporting import export_plan
from cchc_desktop.services.project import Project
from cchc_desktop.services.sample import sample_change


class PlainPrinter:
    """Writes the words of a document."""

    def document_pdf(self, document: Document, path: Path) -> None:
        path.write_text("\n".join(text_lines(document)), encoding="utf-8")


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
