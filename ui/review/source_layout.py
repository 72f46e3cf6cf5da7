"""Where the source's paragraphs and table rows stand when they are drawn: measured as they come
into sight, guessed before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from cchc_desktop.office.grid import SourceBlock, SourceCell, SourceParagraph, SourceTable
from ui.theme import Theme

WRAP = Qt.TextFlag.TextWordWrap
FAMILIES = ["Times New Roman", "Liberation Serif", "DejaVu Serif"]
SIZE, LEAST = 14, 12  # pixels: of letters at 100 %, and of the smallest at any scale
_TALLEST = 100_000
_SAMPLE = 200  # cells of a column that tell how wide it should be


@dataclass(slots=True)
class Cell:
    """A cell in the strip where it begins: its place and its words."""

    left: int
    width: int
    text: str
    bold: bool
    rows: int


@dataclass(slots=True)
class Strip:
    """A paragraph (`paragraph`) or one row of a table; `row` as `Doubt.row` counts, 0 for none."""

    paragraph: SourceParagraph | None = None
    cells: list[Cell] = field(default_factory=list)
    row: int = 0
    height: int = 0
    exact: bool = False
    over: int = 0  # how many strips above begins what comes down into this one
    hanging: list[tuple[int, Cell]] = field(
        default_factory=list
    )  # (strips above, cell) ending here


class SourceLayout:
    """The strips of a source at one width."""

    def __init__(
        self, blocks: Sequence[tuple[SourceBlock, int | None]], theme: Theme, width: int
    ) -> None:
        self.theme, self.width = theme, width
        self.side, self.edge, self.gap = theme.px(5), theme.px(3), theme.px(6)
        tables = [block for block, _ in blocks if isinstance(block, SourceTable)]
        self._needs = {id(table): _needs(table) for table in tables}
        size = SIZE
        self._use(size)
        while theme.px(size - 1) >= LEAST and not self._holds_words(tables):
            size -= 1  # rather smaller letters than words that are cut
            self._use(size)
        self.strips: list[Strip] = []
        for block, before in blocks:
            if isinstance(block, SourceTable):
                self.strips += self._rows(block, before)
            elif block.text.strip():
                self.strips.append(Strip(block))
        self.rows = {strip.row: n for n, strip in enumerate(self.strips) if strip.row}
        for strip in self.strips:
            strip.height = self._guess(strip)
        self._tops: list[int] = []
        self._add_up()

    def _use(self, size: int) -> None:
        self.fonts = {bold: _font(self.theme, size, bold=bold) for bold in (False, True)}
        self._metrics = {bold: QFontMetrics(font) for bold, font in self.fonts.items()}
        self._line = self._metrics[False].height()

    def _holds_words(self, tables: Sequence[SourceTable]) -> bool:
        return all(sum(self._least(table)) <= self.width for table in tables)

    # Places

    @property
    def height(self) -> int:
        """Of all strips together."""
        return self._tops[-1]

    def top(self, place: int) -> int:
        """Where a strip begins."""
        return self._tops[place]

    def at(self, y: int) -> int:
        """The strip at a height."""
        low, high = 0, len(self.strips)
        while low < high:
            middle = (low + high) // 2
            if self._tops[middle + 1] <= y:
                low = middle + 1
            else:
                high = middle
        return min(low, len(self.strips) - 1)

    def measure(self, places: range) -> bool:
        """Make the heights of these strips exact; whether any was another than guessed."""
        changed = False
        for place in places:
            strip = self.strips[place]
            if not strip.exact:
                height = self._exact(place, strip)
                changed = changed or height != strip.height
                strip.height, strip.exact = height, True
        if changed:
            self._add_up()
        return changed

    def _add_up(self) -> None:
        self._tops = [0, *accumulate(strip.height for strip in self.strips)]

    # Heights

    def text_height(self, text: str, width: int, *, bold: bool) -> int:
        """The height of wrapped words."""
        box = QRect(0, 0, max(width, 1), _TALLEST)
        return self._metrics[bold].boundingRect(box, WRAP, text).height() if text else self._line

    def _guess(self, strip: Strip) -> int:
        if strip.paragraph is not None:
            return self._guessed_lines(strip.paragraph.full_text, self.width) + self.gap
        lines = (
            self._guessed_lines(cell.text, cell.width) for cell in strip.cells if cell.rows == 1
        )
        return max(lines, default=self._line) + 2 * self.edge

    def _guessed_lines(self, text: str, width: int) -> int:
        letters = max(2 * width // self._line, 1)
        return self._line * sum(1 + len(line) // letters for line in text.split("\n"))

    def _exact(self, place: int, strip: Strip) -> int:
        if strip.paragraph is not None:
            bold = strip.paragraph.bold
            height = self.text_height(strip.paragraph.full_text, self.width, bold=bold)
            return height + self.gap
        heights = [self._line]
        heights += [self.cell_height(cell) for cell in strip.cells if cell.rows == 1]
        for above, cell in strip.hanging:
            taken = sum(self.strips[n].height for n in range(place - above, place))
            heights.append(self.cell_height(cell) - taken)
        return max(heights) + 2 * self.edge

    def cell_height(self, cell: Cell) -> int:
        """The height of a cell's words."""
        return self.text_height(cell.text, cell.width - 2 * self.side, bold=cell.bold)

    # Tables

    def _rows(self, table: SourceTable, before: int | None) -> list[Strip]:
        strips = [
            Strip(row=before + n + 1 if before is not None else 0) for n in range(table.height)
        ]
        lefts = [0, *accumulate(self._widths(table))]
        for source in table.cells:
            if source.row >= table.height or source.column >= table.width:
                continue
            right = lefts[min(source.column + source.columns, table.width)]
            left = lefts[source.column]
            rows = min(source.rows, table.height - source.row)
            bold = source.bold or any(paragraph.bold for paragraph in source.paragraphs)
            cell = Cell(left, right - left, source.text, bold, rows)
            strips[source.row].cells.append(cell)
            if rows > 1:
                strips[source.row + rows - 1].hanging.append((rows - 1, cell))
            for below in range(1, rows):
                strip = strips[source.row + below]
                strip.over = max(strip.over, below)
        gap = Strip(SourceParagraph(""))
        return [*strips, gap]

    def _widths(self, table: SourceTable) -> list[int]:
        """The width of each grid column: its longest word, and more where it has much text."""
        least, room = self._least(table), self.width - 1
        wanted = [need.share() for need in self._needs[id(table)]]
        if sum(least) > room:
            return [room * part // sum(least) for part in least]
        rest = room - sum(least)
        shares = [int(rest * share / sum(wanted)) for share in wanted]
        return [part + share for part, share in zip(least, shares, strict=True)]

    def _least(self, table: SourceTable) -> list[int]:
        advance = self._metrics[True].horizontalAdvance
        return [advance(need.longest) + 2 * self.side + 2 for need in self._needs[id(table)]]


@dataclass(slots=True)
class _Need:
    """What a column's cells need."""

    longest: str = "00"  # word
    letters: int = 0
    count: int = 0

    def add(self, text: str) -> None:
        self.letters += len(text)
        self.count += 1
        longest = max(text.split(), key=len, default="")[:14]
        if len(longest) > len(self.longest):
            self.longest = longest

    def share(self) -> float:
        """Of the room that is left over."""
        return max(self.letters / max(self.count, 1) - len(self.longest), 0) + 0.5


def _needs(table: SourceTable) -> list[_Need]:
    needs = [_Need() for _ in range(table.width)]
    for cell in _sampled(table):
        needs[cell.column].add(cell.text)
    return needs


def _sampled(table: SourceTable) -> Iterator[SourceCell]:
    seen = [0] * table.width
    for cell in table.cells:
        if cell.columns == 1 and cell.column < table.width and seen[cell.column] < _SAMPLE:
            seen[cell.column] += 1
            yield cell


def _font(theme: Theme, size: int, *, bold: bool) -> QFont:
    font = QFont(FAMILIES)
    font.setPixelSize(theme.px(size))
    font.setBold(bold)
    return font
