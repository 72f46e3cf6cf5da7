"""Paints neutral documents as pages: `lay_out` computes them, the rest paints them as PDF, on paper
and for the preview. All of it may run in a worker's thread.
"""

from ui.printing.application import application
from ui.printing.layout import lay_out
from ui.printing.output import document_pdf, print_pages
from ui.printing.pages import PrintedPage
from ui.printing.painting import page_image, paint_page

__all__ = [
    "PrintedPage",
    "application",
    "document_pdf",
    "lay_out",
    "page_image",
    "paint_page",
    "print_pages",
]
