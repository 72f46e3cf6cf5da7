"""Paints a laid out page on anything that Qt can paint on."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from cchc_desktop.office.document_style import document_style
from ui.printing.fonts import face, family
from ui.printing.pages import Fill, Page, PrintedPage, PrintedText


def paint_page(painter: QPainter, page: Page) -> None:
    """Draws a page; the painter's unit is a point and its origin the sheet's upper left corner."""
    if not isinstance(page, PrintedPage):
        page.paint(painter)
        return
    name = family(document_style().font)
    painter.setPen(QPen(Qt.GlobalColor.black))
    for item in page.items:
        if isinstance(item, PrintedText):
            text, x, baseline, size, bold, italic, spacing = item
            painter.setFont(face(name, size, bold=bold, italic=italic, spacing=spacing))
            painter.drawText(QPointF(x, baseline), text)
        elif isinstance(item, Fill):
            area = QRectF(item.x, item.y, item.width, item.height)
            painter.fillRect(area, QColor(f"#{item.colour}"))
        else:
            x1, y1, x2, y2, thickness = item
            pen = QPen(Qt.GlobalColor.black, thickness)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawLine(QLineF(x1, y1, x2, y2))


def page_image(page: Page, width: int) -> QImage:
    """A page as a picture `width` pixels wide, on white."""
    scale = width / page.width
    image = QImage(width, round(page.height * scale), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale, scale)
    paint_page(painter, page)
    painter.end()
    return image
