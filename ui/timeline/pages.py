"""The timeline on A4 sheets, turned, black on white: title, heads and legend on every one of them,
no row cut. As a picture it is one tall sheet, so that nothing is repeated or torn where it is read
on a screen.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter, QPen

from cchc_desktop.documents.timeline_print import TimelinePrint
from cchc_desktop.domain.errors import RefusedOutput
from cchc_desktop.domain.timeline import Heading
from cchc_desktop.domain.timeline_lines import Line
from cchc_desktop.office.document_style import document_style
from cchc_desktop.office.target import write_safely
from ui.printing.fonts import family
from ui.printing.output import pdf_bytes
from ui.theme import BODY, SMALL, TITLE
from ui.timeline.frame import (
    paint_grid,
    paint_head,
    paint_legend,
    paint_titles,
    paint_today_tag,
)
from ui.timeline.look import Look
from ui.timeline.painter import StripPainter
from ui.timeline.pieces import Axis
from ui.timeline.rows import RowPainter

POINTS = 0.75  # points a unit: all lengths here are pixels of 1/96 inch
_SHEET = (1122.5, 793.7)  # A4 turned: 297 x 210 mm
_MM = 96 / 25.4
_LEFT, _RIGHT, _TOP, _BOTTOM = 20 * _MM, 15 * _MM, 15 * _MM, 14 * _MM
_TITLE, _SUBTITLE, _HEAD, _LEGEND, _FOOT = 24, 26, 44, 28, 18  # heights
_FROZEN = 412
_LEAST_ROW, _LEAST_HEADING = 26, 24
_PICTURE_SCALE, _LONGEST_PICTURE = 2.0, 32_000  # pixels; Qt paints no longer ones
_CENTRE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True)
class _Row:
    line: Line
    height: float


@dataclass(frozen=True)
class TimelinePage:
    """One sheet, `width` and `height` in points."""

    text: TimelinePrint
    look: Look
    rows: Sequence[_Row]
    number: int = 1
    of: int = 1
    size: tuple[float, float] = _SHEET

    @property
    def width(self) -> float:
        """The sheet's width in points."""
        return self.size[0] * POINTS

    @property
    def height(self) -> float:
        """The sheet's height in points."""
        return self.size[1] * POINTS

    @property
    def landscape(self) -> bool:
        """Sheets are turned; the picture is as long as it is."""
        return self.width > self.height

    def paint(self, painter: QPainter) -> None:
        """Draws the sheet; the painter's unit is a point."""
        painter.save()
        painter.scale(POINTS, POINTS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = _area(self.size)
        self._paint_title(painter, area)
        self._paint_table(painter, area.adjusted(0, _TITLE + _SUBTITLE, 0, 0))
        self._paint_foot(painter, area)
        painter.restore()

    def _paint_title(self, painter: QPainter, area: QRectF) -> None:
        for words, top, height, size, bold in (
            (self.text.title, 0, _TITLE, TITLE, True),
            (self.text.subtitle, _TITLE - 4, _SUBTITLE, BODY, False),
        ):
            place = QRectF(area.left(), area.top() + top, area.width(), height)
            painter.setPen(self.look.colour("text"))
            painter.setFont(self.look.font(size, bold))
            painter.drawText(place, _CENTRE, self.look.cut(words, size, bold, area.width()))

    def _paint_table(self, painter: QPainter, area: QRectF) -> None:
        look, timeline = self.look, self.text.timeline
        tall = sum(row.height for row in self.rows)
        strip = QRectF(area.left() + _FROZEN, area.top(), area.width() - _FROZEN, _HEAD)
        axis = Axis(self.text.scale, strip.width(), (0, strip.width()))
        rows = RowPainter(painter, look, _FROZEN)
        paint_titles(rows, QRectF(area.left(), area.top(), _FROZEN, _HEAD))
        paint_head(painter, look, strip, axis)
        if timeline.today is not None:
            paint_today_tag(painter, look, strip, axis, timeline.today)
        paint_grid(painter, look, strip.translated(0, _HEAD).adjusted(0, 0, 0, tall - _HEAD), axis)
        self._paint_grounds(painter, area)
        self._paint_rows(rows, area, axis)
        painter.setPen(QPen(look.colour("edge"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(area.left(), area.top(), area.width(), _HEAD + tall))
        painter.drawLine(strip.topLeft(), strip.bottomLeft())

    def _places(self, area: QRectF) -> Iterator[tuple[_Row, QRectF]]:
        top = area.top() + _HEAD
        for row in self.rows:
            yield row, QRectF(area.left(), top, area.width(), row.height)
            top += row.height

    def _paint_grounds(self, painter: QPainter, area: QRectF) -> None:
        for row, place in self._places(area):
            if isinstance(row.line.entry, Heading):
                role = "area" if row.line.entry.level == 1 else "group"
                painter.fillRect(place, self.look.colour(role))
            else:
                painter.fillRect(
                    QRectF(place.left() + _FROZEN, place.top(), 1, row.height),
                    self.look.colour("edge"),
                )
            painter.setPen(QPen(self.look.colour("line"), 1))
            painter.drawLine(place.bottomLeft(), place.bottomRight())

    def _paint_rows(self, rows: RowPainter, area: QRectF, axis: Axis) -> None:
        today = self.text.timeline.today
        at = axis.x(today.at) if today is not None else None
        strips = StripPainter(rows.painter, self.look)
        for row, place in self._places(area):
            strip = place.adjusted(_FROZEN, 0, 0, 0)
            if isinstance(row.line.entry, Heading):
                rows.heading(row.line, place)
                continue
            rows.row(row.line.entry, place)
            strips.row(row.line.entry, strip, axis, self.look.colour("base"), at)

    def _paint_foot(self, painter: QPainter, area: QRectF) -> None:
        look = self.look
        legend = QRectF(area.left(), area.bottom() - _LEGEND - _FOOT, area.width(), _LEGEND)
        paint_legend(painter, look, legend, dated=self.text.timeline.today is not None)
        foot = QRectF(area.left(), area.bottom() - _FOOT, area.width(), _FOOT)
        painter.setPen(look.colour("text"))
        painter.setFont(look.font(SMALL, False))
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, self.text.agency)
        if self.of > 1:
            pages = f"Trang {self.number}/{self.of}"
            painter.drawText(foot, Qt.AlignmentFlag.AlignRight, pages)


def timeline_pdf(text: TimelinePrint, path: Path) -> None:
    """Writes the sheets as a PDF; RefusedOutput when the target cannot be written."""
    title = " ".join(part for part in (text.title, text.subtitle) if part)
    write_safely(path, pdf_bytes(timeline_pages(text), title))


def timeline_png(text: TimelinePrint, path: Path) -> None:
    """Writes the picture; RefusedOutput also where it would be too long to be painted."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(timeline_picture(text))
    write_safely(path, bytes(buffer.data().data()))


def timeline_pages(text: TimelinePrint) -> list[TimelinePage]:
    """The sheets, in the font of the documents."""
    look = _look()
    room = _area(_SHEET).height() - _TITLE - _SUBTITLE - _HEAD - _LEGEND - _FOOT
    sheets: list[list[_Row]] = [[]]
    left = room
    for chunk in _chunks(_rows(text, look, room)):
        needed = sum(row.height for row in chunk)
        if needed > left and sheets[-1]:
            sheets.append([])
            left = room
        sheets[-1] += chunk
        left -= needed
    return [
        TimelinePage(text, look, rows, number, len(sheets))
        for number, rows in enumerate(sheets, start=1)
    ]


def timeline_picture(text: TimelinePrint) -> QImage:
    """All of it as one tall picture. RefusedOutput where it would be too long to be painted."""
    look = _look()
    rows = list(_rows(text, look, _LONGEST_PICTURE))
    over = _TITLE + _SUBTITLE + _HEAD + _LEGEND + _FOOT + _TOP + _BOTTOM
    size = (_SHEET[0], over + sum(row.height for row in rows))
    scale = min(_PICTURE_SCALE, _LONGEST_PICTURE / size[1])
    if scale < 1:
        raise RefusedOutput(
            "Bảng tiến độ quá dài để vẽ thành một hình; hãy xuất ra tệp có đuôi .pdf."
        )
    image = QImage(round(size[0] * scale), round(size[1] * scale), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(scale / POINTS, scale / POINTS)
    TimelinePage(text, look, rows, size=size).paint(painter)
    painter.end()
    return image


def _look() -> Look:
    return Look.on_paper(family(document_style().font))


def _rows(text: TimelinePrint, look: Look, room: float) -> Iterator[_Row]:
    """The rows with their heights; one that is taller than a sheet ends with it."""
    measuring = RowPainter(QPainter(), look, _FROZEN)
    width = _area(_SHEET).width()
    for entry in text.entries:
        if isinstance(entry, Heading):
            height = measuring.heading_height(entry, width, _LEAST_HEADING)
        else:
            height = measuring.height(entry, _LEAST_ROW)
        yield _Row(Line(entry), min(height, room / 2))


def _chunks(rows: Iterator[_Row]) -> Iterator[list[_Row]]:
    """What stays together: headings with the row after them."""
    chunk: list[_Row] = []
    for row in rows:
        chunk.append(row)
        if not isinstance(row.line.entry, Heading):
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _area(size: tuple[float, float]) -> QRectF:
    """The sheet without its margins."""
    return QRectF(_LEFT, _TOP, size[0] - _LEFT - _RIGHT, size[1] - _TOP - _BOTTOM)
