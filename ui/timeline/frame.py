"""Paints what stands around the rows: the head with its quarters and months, the lines between
them, and the legend.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from cchc_desktop.domain.schedule_words import day_words
from cchc_desktop.domain.timeline import Mark
from cchc_desktop.domain.timeline_scale import QuarterHead
from cchc_desktop.domain.timeline_standing import Stand, Standing
from ui.theme import BODY, SMALL
from ui.timeline.look import Look
from ui.timeline.painter import StripPainter
from ui.timeline.pieces import DIAMOND, PENNANT, Axis, Kind, Piece
from ui.timeline.rows import RowPainter, chevron

HEAD = 48  # height
_TITLES = ("STT", "Nhiệm vụ", "Chủ trì")
_CENTRE = Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignCenter
_PLAIN = "thời gian thực hiện"


def paint_titles(rows: RowPainter, area: QRectF) -> None:
    """The titles over the left part."""
    painter, look = rows.painter, rows.look
    painter.fillRect(area, look.colour("head"))
    painter.setPen(look.colour("text2"))
    painter.setFont(look.font(SMALL, True))
    lower = area.adjusted(0, area.height() / 3, 0, 0)
    places = rows.columns(lower.left(), lower.top(), lower.height())
    for place, title in zip(places, _TITLES, strict=True):
        painter.drawText(place, _CENTRE, title)


def paint_head(
    painter: QPainter, look: Look, area: QRectF, axis: Axis, *, current: int = 0
) -> None:
    """The quarters and under them their months; `area` is the whole strip's head. `current`: the
    quarter that the keyboard opens, 0 for none.
    """
    painter.fillRect(area, look.colour("head"))
    _paint_columns(painter, look, area, axis)
    for quarter in axis.scale.quarters:
        place = _quarter_place(area, axis, quarter)
        painter.setPen(QPen(look.colour("edge"), 1))
        painter.drawLine(QLineF(place.left(), area.top(), place.left(), area.bottom()))
        words = place.adjusted(look.u(_words_at(look)), 0, 0, 0)
        look.write(painter, words, quarter.words, BODY, "text", bold=True)
        if not look.printed:
            x, y = place.left() + look.u(13), place.center().y()
            chevron(painter, look, x, y, closed=not quarter.open)
        if quarter.number == current:
            painter.setPen(QPen(look.colour("acc"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place.adjusted(2, 2, -2, -2))
    painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), look.colour("edge"))


def _paint_columns(painter: QPainter, look: Look, area: QRectF, axis: Axis) -> None:
    """The months' row; their names are short where one of them would not fit."""
    columns = axis.scale.columns
    room = min(column.width for column in columns) * axis.width - look.u(6)
    short = any(look.width(column.words) > room for column in columns if column.months == 1)
    upper = area.height() / 2
    for column in columns:
        left, width = area.left() + column.left * axis.width, column.width * axis.width
        place = QRectF(left, area.top() + upper, width, upper)
        painter.setPen(look.colour("text2"))
        painter.setFont(look.font(SMALL, False))
        words = f"T{column.month + 1}" if short and column.months == 1 else column.words
        painter.drawText(place, _MIDDLE, words)
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(place.topLeft(), place.bottomLeft())


def _quarter_place(area: QRectF, axis: Axis, quarter: QuarterHead) -> QRectF:
    left, width = quarter.left * axis.width, quarter.width * axis.width
    return QRectF(area.left() + left, area.top(), width, area.height() / 2)


def _words_at(look: Look) -> float:
    """Where a quarter's name begins, after the sign that opens it."""
    return 8 if look.printed else 24


def paint_grid(painter: QPainter, look: Look, area: QRectF, axis: Axis) -> None:
    """The lines between months and quarters over the rows."""
    for role, lefts in (
        ("line", [column.left for column in axis.scale.columns]),
        ("edge", [quarter.left for quarter in axis.scale.quarters]),
    ):
        pen = QPen(look.colour(role), 1)
        painter.setPen(pen)
        lines = []
        for left in lefts[1:]:  # the first stands at the strip's edge
            x = round(area.left() + left * axis.width) + 0.5
            lines.append(QLineF(x, area.top(), x, area.bottom()))
        painter.drawLines(lines)


def paint_today_tag(painter: QPainter, look: Look, area: QRectF, axis: Axis, today: Mark) -> None:
    """The tag over today's line, in the quarters' row of the head."""
    words = f"hôm nay {day_words(today.day)}"
    width = look.width(words, bold=True) + look.u(16)
    at = axis.x(today.at)
    names = []
    for quarter in axis.scale.quarters:
        begin = quarter.left * axis.width
        name = look.metrics(BODY, bold=True).horizontalAdvance(quarter.words)
        names.append((begin, begin + look.u(_words_at(look) + 6) + name))
    # in the middle over the line, else moved until no quarter's name is covered
    lefts = [min(max(at - width / 2, 0), axis.width - width), at - width + 1, at - 1]
    lefts += [left for begin, end in names for left in (end, begin - width)]
    free = (
        left
        for left in lefts
        if 0 <= left <= axis.width - width
        and left <= at <= left + width
        and all(left + width <= begin or end <= left for begin, end in names)
    )
    left = area.left() + next(free, lefts[0])
    tag = QRectF(left, area.top() + look.u(2), width, area.height() / 2 - look.u(4))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("text"))
    painter.drawRoundedRect(tag, look.u(2), look.u(2))
    painter.setPen(look.colour("base"))
    painter.setFont(look.font(SMALL, True))
    painter.drawText(tag, _MIDDLE, words)


def legend(dated: bool) -> Iterator[tuple[Piece, str]]:
    """The signs with their names; without a day to hold them against, what is not done has one
    look.
    """
    standings = (Standing.DONE, Standing.RUNNING, Standing.AHEAD, Standing.OVERDUE)
    for standing in standings if dated else standings[:1]:
        yield Piece(Kind.SPAN, 0, 30, stand=Stand(standing)), standing.value
    if not dated:
        yield Piece(Kind.SPAN, 0, 30), _PLAIN
    yield Piece(Kind.DUE, -1, PENNANT, at=0), "hạn"
    yield Piece(Kind.EXPECTED, -1, PENNANT, at=0), "ngày dự kiến"
    yield Piece(Kind.EVERY, 0, DIAMOND), "mỗi kỳ"
    if dated:
        yield Piece(Kind.EVERY, 0, DIAMOND, stand=Stand(Standing.OVERDUE, 0)), "kỳ quá hạn"
    yield Piece(Kind.BAND, 0, 30), "không có hạn"
    yield Piece(Kind.WAITING, 0, 25), "chờ sự kiện"


def paint_legend(
    painter: QPainter, look: Look, area: QRectF, *, dated: bool, lines: int = 1
) -> None:
    """The legend in one line or several, closer together where there is little room."""
    shown = list(legend(dated))
    most = -(-len(shown) // lines)
    height = area.height() / lines
    for line in range(lines):
        place = QRectF(area.left(), area.top() + line * height, area.width(), height)
        _paint_signs(painter, look, place, shown[line * most : (line + 1) * most])


def _paint_signs(
    painter: QPainter, look: Look, area: QRectF, shown: Sequence[tuple[Piece, str]]
) -> None:
    signs = StripPainter(painter, look)
    u = look.u
    words_width = sum(look.width(words) for _, words in shown)
    signs_width = sum(u(piece.right - min(piece.left, 0)) for piece, _ in shown)
    free = area.width() - u(10) - words_width - signs_width - len(shown) * u(6)
    gap = max(u(5), min(u(22), free / len(shown)))
    left = area.left() + u(10)
    ground = look.colour("base" if look.printed else "win")
    for piece, words in shown:
        wide = u(piece.right)
        signs.piece(
            piece._replace(right=wide), QRectF(left, area.top(), wide, area.height()), ground
        )
        left += wide + u(6)
        room = QRectF(left, area.top(), look.width(words), area.height())
        look.write(painter, room, words, SMALL, "text2", bold=False)
        left += room.width() + gap
