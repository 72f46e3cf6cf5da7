"""Pages as a PDF file and on paper."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from cchc_desktop.domain.content import Document
from cchc_desktop.office.target import write_safely
from ui.printing.layout import lay_out
from ui.printing.pages import Page
from ui.printing.painting import paint_page

POINTS_PER_INCH = 72


def document_pdf(document: Document, path: Path) -> None:
    """Writes the document as a PDF; RefusedOutput when the target cannot be written."""
    title = " ".join(part for part in (document.type_name, document.subject) if part)
    author = document.letterhead.agency if document.letterhead else ""
    write_safely(path, pdf_bytes(lay_out(document), title, author))


def pdf_bytes(pages: Iterable[Page], title: str, author: str = "") -> bytes:
    """The pages as the bytes of a PDF file, with its fonts and text that can be copied."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(POINTS_PER_INCH)
    writer.setTitle(title)
    writer.setAuthor(author)
    writer.setCreator("CCHC Desktop")
    print_pages(pages, writer)
    buffer.close()
    return bytes(buffer.data().data())


def print_pages(pages: Iterable[Page], device: QPagedPaintDevice) -> None:
    """Prints the pages, each on a sheet of its own orientation (a QPrinter is such a device)."""
    painter = QPainter()
    for page in pages:
        device.setPageLayout(_sheet(page))
        if painter.isActive():
            device.newPage()
        else:
            painter.begin(device)
        scale = device.logicalDpiX() / POINTS_PER_INCH
        painter.save()
        painter.scale(scale, scale)
        paint_page(painter, page)
        painter.restore()
    painter.end()


def _sheet(page: Page) -> QPageLayout:
    """A4, painted on from its very corner: the margins are the page's own."""
    orientation = (
        QPageLayout.Orientation.Landscape if page.landscape else QPageLayout.Orientation.Portrait
    )
    size = QPageSize(QPageSize.PageSizeId.A4)
    layout = QPageLayout(size, orientation, QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout
