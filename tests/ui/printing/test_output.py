"""Pages on things that are painted on: a PDF file, a printer, a picture; in a worker's thread."""

import sys
from pathlib import Path
from threading import Thread

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter

from cchc_desktop.domain.content import Appendix, Cell, Document, Paragraph, Table
from cchc_desktop.domain.errors import RefusedOutput
from ui.printing import document_pdf, lay_out, page_image, print_pages
from ui.printing.fonts import family

pytestmark = pytest.mark.usefixtures("qapp")

TABLE = Table(
    (1, 2), ((Cell("Một", "cell_head"), Cell("Hai", "cell_head")),), ((Cell("a"), Cell("b")),)
)
DOCUMENT = Document(
    None,
    "KẾ HOẠCH",
    "Mẫu",
    (),
    None,  # type: ignore[arg-type]
    (
        Appendix("Phụ lục I", "Ngang", "(Kèm theo)", (TABLE,)),
        # several lines: of a sheet with few words pdfium cannot tell which way they run
        Appendix(
            "Phụ lục II", "Dọc", "(Kèm theo)", (Paragraph("Tiếng Việt: ế ồ ữ ặ, " * 9),), False
        ),
    ),
)


def sizes(pdf: Path) -> list[tuple[int, int]]:
    document = pypdfium2.PdfDocument(pdf)
    found = [tuple(map(round, page.get_size())) for page in document]
    document.close()
    return found


def text_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage() for page in document]
    found = "\n".join(page.get_text_bounded() for page in pages)
    for page in pages:
        page.close()
    document.close()
    return found


def test_a_pdf_has_sheets_of_both_orientations_and_text_to_copy(tmp_path):
    document_pdf(DOCUMENT, tmp_path / "a.pdf")
    assert sizes(tmp_path / "a.pdf") == [(842, 595), (595, 842)]
    text = text_of(tmp_path / "a.pdf")
    assert "Tiếng Việt: ế ồ ữ ặ" in text
    assert "NGANG" in text


def test_a_printer_gets_the_same_sheets(tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "p.pdf"))
    print_pages(lay_out(DOCUMENT), printer)
    assert sizes(tmp_path / "p.pdf") == [(842, 595), (595, 842)]
    assert "Tiếng Việt" in text_of(tmp_path / "p.pdf")


@pytest.mark.parametrize("width", [300, 1000])
def test_a_picture_shows_the_page_at_any_width(width):
    turned, upright = (page_image(page, width) for page in lay_out(DOCUMENT))
    assert (turned.width(), upright.width()) == (width, width)
    assert turned.height() / width == pytest.approx(210 / 297, abs=0.01)
    row = round(turned.height() * 0.11)
    greys = {
        turned.pixelColor(x, y).lightness() for x in range(width) for y in range(row, row + 30)
    }
    assert min(greys) < 128 < max(greys)


def test_a_worker_makes_the_same_pages_and_the_same_file(tmp_path):
    made = []

    def work() -> None:
        made.append(lay_out(DOCUMENT))
        document_pdf(DOCUMENT, tmp_path / "worker.pdf")

    thread = Thread(target=work)
    thread.start()
    thread.join()
    assert made == [lay_out(DOCUMENT)]
    assert "Tiếng Việt" in text_of(tmp_path / "worker.pdf")


def test_a_pdf_that_is_open_elsewhere_is_refused_and_stays(tmp_path):
    target = tmp_path / "a.pdf"
    target.write_bytes(b"cu")
    (tmp_path / ".~lock.a.pdf#").touch()
    with pytest.raises(RefusedOutput, match="đang mở"):
        document_pdf(DOCUMENT, target)
    assert target.read_bytes() == b"cu"


def test_the_font_has_vietnamese_letters():
    assert family("Times New Roman") in ("Times New Roman", "Liberation Serif")
    if sys.platform != "win32":
        assert family("A font that nobody has") == "Liberation Serif"
