"""Pages below each other, as they will be printed; only those on the screen are painted."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from ui.printing import PrintedPage, paint_page
from ui.printing.pages import SelfPainted
from ui.theme import Theme

Page = PrintedPage | SelfPainted
_GAP = 12  # pixels at 100 % between sheets
_ZOOM_STEP, _LEAST_ZOOM, _MOST_ZOOM = 1.15, 0.5, 4.0


class PagePreview(QAbstractScrollArea):
    """Fits each page into its width; Ctrl with the wheel, + or - makes pages larger."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pages: Sequence[Page] = ()
        self._tops: list[float] = []
        self._zoom = 1.0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Xem trước các trang")
        self.verticalScrollBar().setSingleStep(theme.px(40))

    @property
    def pages(self) -> Sequence[Page]:
        """What is shown."""
        return self._pages

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Other pages; the place among them is kept as far as it exists."""
        self._pages = pages
        self.setAccessibleDescription(f"{len(pages)} trang")
        self._arrange()

    def _scale(self, page: Page) -> float:
        """Pixels a point; a turned sheet is not allowed to make the upright ones small."""
        return (self.viewport().width() - 2 * self._theme.px(_GAP)) / page.width * self._zoom

    def _arrange(self) -> None:
        gap, top = self._theme.px(_GAP), 0.0
        self._tops = []
        for page in self._pages:
            self._tops.append(top + gap)
            top += gap + page.height * self._scale(page)
        height, width = self.viewport().height(), self.viewport().width()
        self.verticalScrollBar().setPageStep(height)
        self.verticalScrollBar().setRange(0, max(0, round(top + gap) - height))
        widest = (width - 2 * gap) * self._zoom + 2 * gap
        self.horizontalScrollBar().setPageStep(width)
        self.horizontalScrollBar().setRange(0, max(0, round(widest) - width))
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        hints = QPainter.RenderHint
        painter.setRenderHints(hints.Antialiasing | hints.TextAntialiasing)
        painter.fillRect(self.viewport().rect(), self._theme.colour("gryt"))
        scroll = self.verticalScrollBar().value()
        room = QRectF(self.viewport().rect())
        for page, top in zip(self._pages, self._tops, strict=True):
            scale = self._scale(page)
            left = max(self._theme.px(_GAP), (room.width() - page.width * scale) / 2)
            left -= self.horizontalScrollBar().value()
            sheet = QRectF(left, top - scroll, page.width * scale, page.height * scale)
            if sheet.intersects(room):
                painter.fillRect(sheet, Qt.GlobalColor.white)
                painter.save()
                painter.setClipRect(sheet)
                painter.translate(sheet.topLeft())
                painter.scale(scale, scale)
                paint_page(painter, page)
                painter.restore()
                painter.setPen(self._theme.colour("edge"))
                painter.drawRect(sheet)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, ctrl = self.verticalScrollBar(), Qt.KeyboardModifier.ControlModifier
        actions = bar.SliderAction
        match event.key():
            case Qt.Key.Key_PageDown:
                bar.triggerAction(actions.SliderPageStepAdd)
            case Qt.Key.Key_PageUp:
                bar.triggerAction(actions.SliderPageStepSub)
            case Qt.Key.Key_Home:
                bar.setValue(0)
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal if event.modifiers() & ctrl:
                self._zoom_by(_ZOOM_STEP)
            case Qt.Key.Key_Minus if event.modifiers() & ctrl:
                self._zoom_by(1 / _ZOOM_STEP)
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom_by(_ZOOM_STEP if event.angleDelta().y() > 0 else 1 / _ZOOM_STEP)
        else:
            super().wheelEvent(event)

    def _zoom_by(self, factor: float) -> None:
        bar = self.verticalScrollBar()
        place = bar.value() / max(bar.maximum(), 1)
        self._zoom = min(max(self._zoom * factor, _LEAST_ZOOM), _MOST_ZOOM)
        self._arrange()
        bar.setValue(round(place * bar.maximum()))
