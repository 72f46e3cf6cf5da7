"""What the core's exporting asks to be painted, painted by this package's neighbours."""

from ui.printing import document_pdf
from ui.timeline.pages import timeline_pdf, timeline_png


class PagePrinter:
    """The `Printer` of services.exporting."""

    document_pdf = staticmethod(document_pdf)
    timeline_pdf = staticmethod(timeline_pdf)
    timeline_png = staticmethod(timeline_png)
