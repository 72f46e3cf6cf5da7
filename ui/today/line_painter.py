"""How the lines of the page Hôm nay look: the list of what there is to do, the board of forms."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme import Theme
from ui.today.lines import Line
from ui.widgets.cells import LEAD, CellArt, Chip
from ui.widgets.list_model import ListModel

Index = QModelIndex | QPersistentModelIndex

_LINE, _BUTTON, _EDGE = 34, 26, 14  # pixels at 100 %: a line, a button's height, the page's edge
_WHEN = 128  # for what stands first
_STATE, _BOARD_BUTTON = 126, 112  # columns of the board
_MOST_CHIPS, _LEAST_WORDS = 3, 160  # less room for words and units is the words' alone
_WIDEST = 100_000  # pixels: nothing is cut
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class LinePainter(QStyledItemDelegate):
    """What both lists share: the ground of a line, its button."""

    def __init__(self, art: CellArt, view: QListView) -> None:
        super().__init__(view)
        self._usual = art
        self.art, self.theme = art, art.theme  # of the line that is painted
        self.hovered = QPersistentModelIndex()  # the line whose button the mouse is on
        self._metrics = {bold: QFontMetrics(art.bold if bold else art.body) for bold in (0, 1)}
        self._badge_metrics = QFontMetrics(art.small_bold)
        self._cut = lru_cache(maxsize=1 << 10)(self._measured)  # what is painted is painted again

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self.theme.px(_LINE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, box = index.data(ListModel.ITEM), QRect(option.rect)
        state = option.state
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        chosen = bool(state & QStyle.StateFlag.State_Selected) and (focused or self.keeps_choice)
        self.art = self._usual.selected if chosen else self._usual
        theme = self.theme = self.art.theme
        painter.save()
        painter.fillRect(box, theme.colour("area" if line.heading else "sel" if chosen else "base"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        self.paint_line(painter, box, line)
        if line.act is not None:
            self._paint_button(painter, self.button_box(box, line), line, index == self.hovered)
        if chosen and focused:
            self.art.paint_focus(painter, box)
        painter.restore()

    def paint_line(self, painter: QPainter, box: QRect, line: Line) -> None:
        """All of a line but its button."""
        raise NotImplementedError

    # The button

    def button_box(self, box: QRect, line: Line) -> QRect:
        """Where the button of a line in that box stands."""
        words = line.act.value if line.act else ""
        wide = self.advance(words) + self.theme.px(22)
        tall, right = self.theme.px(_BUTTON), box.right() - self.theme.px(self.edge)
        return QRect(right - wide + 1, box.top() + (box.height() - tall) // 2, wide, tall)

    edge = _EDGE  # between the button and the right end
    keeps_choice = True  # the chosen line is shown while the keys go elsewhere

    def _paint_button(self, painter: QPainter, box: QRect, line: Line, hovered: bool) -> None:
        theme = self.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.setBrush(theme.colour("tint" if hovered else "base"))
        radius = theme.px(3)
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setFont(self.art.body)
        painter.setPen(theme.colour("tintfg" if hovered else "text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, line.act.value if line.act else "")

    # Words

    def _measured(self, words: str, width: int, bold: bool) -> tuple[str, int]:
        """Words as they are cut for a width, and how wide they are then."""
        metrics = self._metrics[bold]
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(width, 0))
        return shown, metrics.horizontalAdvance(shown)

    def advance(self, words: str) -> int:
        """How wide words are when they are not cut."""
        return self._cut(words, _WIDEST, False)[1]

    def icon(self, painter: QPainter, x: int, box: QRect, name: str, role: str) -> int:
        """An icon at x in the middle of the box; gives where it ends."""
        size = self.theme.px(14)
        ratio = painter.device().devicePixelRatioF()
        top = box.top() + (box.height() - size) // 2
        painter.drawPixmap(x, top, self.theme.pixmap(name, role, 14, ratio))
        return x + size + self.theme.px(4)

    def words(
        self, painter: QPainter, box: QRect, words: str, role: str = "text", *, bold: bool = False
    ) -> int:
        """Words from the left of the box, cut at its end; gives their width."""
        shown, wide = self._cut(words, box.width(), bold)
        painter.setFont(self.art.bold if bold else self.art.body)
        painter.setPen(self.theme.colour(role))
        painter.drawText(box, _MIDDLE, shown)
        return wide


class AgendaPainter(LinePainter):
    """What there is to do: when, what, whose, and the button. `chips` reads a cell of units."""

    def __init__(
        self, art: CellArt, view: QListView, chips: Callable[[str], Sequence[Chip]]
    ) -> None:
        super().__init__(art, view)
        self._chips = chips

    def paint_line(self, painter: QPainter, box: QRect, line: Line) -> None:
        inside = box.adjusted(self.theme.px(_EDGE), 0, -self.theme.px(_EDGE), 0)
        if line.heading:
            self._paint_heading(painter, inside, line)
            return
        if line.act is not None:
            inside.setRight(self.button_box(box, line).left() - self.theme.px(10))
        elif line.about is None and line.place is None:  # it only says that there is nothing
            self.words(painter, inside, line.words, "text2")
            return
        when = QRect(inside.topLeft(), QSize(self.theme.px(_WHEN - 8), inside.height()))
        self._paint_when(painter, when, line)
        inside.setLeft(inside.left() + self.theme.px(_WHEN))
        inside.setRight(self._paint_chips(painter, inside, line))
        self.words(painter, inside, line.words)

    def _paint_when(self, painter: QPainter, box: QRect, line: Line) -> None:
        x = box.left()
        if line.icon:
            x = self.icon(painter, x, box, line.icon, line.role)
        rest = QRect(x, box.top(), box.right() - x, box.height())
        bold = bool(line.left) or line.role == "red"
        x += self.words(painter, rest, line.when, line.role, bold=bold)
        if line.left:
            rest.setLeft(x)
            role = line.role if line.role != "text" else "text2"
            self.words(painter, rest, f" · {line.left}", role)

    def _paint_chips(self, painter: QPainter, box: QRect, line: Line) -> int:
        """The units at the right end, as many as there is room for beside words; gives where those
        must end.
        """
        if box.width() < self.theme.px(_LEAST_WORDS):
            return box.right() + 1
        chips = list(self._chips(line.lead)) if line.lead else []
        chips += [Chip(name, LEAD) for name in line.units]
        art, x = self.art, box.right() + 1
        for chip in reversed(self._fitting(chips, box.width() // 2)):
            wide = min(art.chip_width(chip), box.width() // 2)
            x -= wide
            top = box.top() + (box.height() - art.chip_height) // 2
            art.paint_chip(painter, QRect(x, top, wide, art.chip_height), chip)
            x -= self.theme.px(8)
        return x

    def _fitting(self, chips: list[Chip], room: int) -> list[Chip]:
        """The first chips that fit, and how many there are besides; one in any case."""
        gap, shown = self.theme.px(8), list(chips[:_MOST_CHIPS])
        while True:
            left = len(chips) - len(shown)
            tried = [*shown, Chip(f"+{left}", LEAD)] if left else shown
            if len(shown) < 2 or sum(self.art.chip_width(c) + gap for c in tried) <= room:
                return tried
            shown.pop()

    def _paint_heading(self, painter: QPainter, box: QRect, line: Line) -> None:
        x = self.icon(painter, box.left(), box, line.icon, "text") + self.theme.px(4)
        rest = QRect(x, box.top(), box.right() - x, box.height())
        x += self.words(painter, rest, line.words, bold=True) + self.theme.px(8)
        if line.total:
            self._paint_badge(painter, x, box, line)

    def _paint_badge(self, painter: QPainter, x: int, box: QRect, line: Line) -> None:
        theme, words = self.theme, str(line.total)
        tall = theme.px(18)
        wide = max(tall, self._badge_metrics.horizontalAdvance(words) + theme.px(10))
        badge = QRectF(x + 0.5, box.top() + (box.height() - tall) // 2 + 0.5, wide - 1, tall - 1)
        plain = line.role == "text"
        mark = "ambm" if line.role == "amb" else line.role
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen if plain else QPen(theme.colour(mark), 1))
        painter.setBrush(theme.colour("gryt" if plain else f"{line.role}t"))
        painter.drawRoundedRect(badge, tall / 2, tall / 2)
        painter.setPen(theme.colour("gry" if plain else line.role))
        painter.setFont(self.art.small_bold)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, words)


class BoardPainter(LinePainter):
    """The board: a unit, where its form is, the button."""

    edge = 4
    keeps_choice = False

    def paint_line(self, painter: QPainter, box: QRect, line: Line) -> None:
        px = self.theme.px
        button, state = box.right() - px(_BOARD_BUTTON), box.right() - px(_BOARD_BUTTON + _STATE)
        for x in (button, state):
            painter.drawLine(x, box.top(), x, box.bottom())
        name = QRect(box.left(), box.top(), state - box.left(), box.height())
        name.adjust(px(8), 0, -px(6), 0)
        fits = not line.units or self.advance(line.words) <= name.width()
        self.words(painter, name, line.words if fits else line.units[0])
        x = self.icon(painter, state + px(8), box, line.icon, line.role)
        room = QRect(x, box.top(), button - x - px(4), box.height())
        self.words(painter, room, line.when, line.role)


def board_height(theme: Theme, lines: int) -> int:
    """The height of so many lines, in pixels."""
    return theme.px(_LINE) * lines
