"""A table as WordprocessingML. Rows of one shape share a ready text into which only the words are
put: a table of thousands of rows is written in about the time that zipping it takes.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice, pairwise, repeat
from operator import floordiv

from cchc_desktop.domain.content import (
    Cell,
    Covered,
    Slot,
    Table,
    nothing_covered,
    row_slots,
    spans_of,
)
from cchc_desktop.office.column_widths import fitted_widths
from cchc_desktop.office.document_style import DocumentStyle
from cchc_desktop.office.lengths import POINTS_PER_MM, twips
from cchc_desktop.office.letterhead import drawn_in
from cchc_desktop.office.text_width import LINE_HEIGHT, line_count
from cchc_desktop.office.xml_text import escaped, texts_bytes, xml_bytes

_ENDLESS = 1 << 30  # characters in a line of a cell whose height does not matter to its first row
_TYPICAL_CHARACTER = 0.5  # of the text's size: a little wide, so that heights come out large enough
_PORTION = 64  # rows whose texts are encoded together: few calls, no second copy of a long table
_PARAGRAPH_END = "</w:t></w:r></w:p>"
_CELL_END = f"{_PARAGRAPH_END}</w:tc>"


@dataclass(frozen=True, slots=True)
class _Shape:
    """What rows of one shape have in common. `rooms`: the width in points that each cell has for
    its text; `capacity`: how many characters a line of each cell holds; endless for a cell that
    reaches down, which does not make its first row taller.

    `ready`: by (row does not break, row stays with the next) the row without its words, and what
    stands between two paragraphs of each cell.
    """

    slots: tuple[Slot, ...]
    below: Covered
    roles: tuple[str, ...]
    rooms: tuple[float, ...]
    capacity: tuple[int, ...]
    reaching_down: tuple[int, ...]
    ready: dict[tuple[bool, bool], tuple[bytes, list[bytes]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Measured:
    """Rows measured: each list has an entry for every row. (No object a row: making thousands
    takes longer than measuring them.)
    """

    cells: Sequence[tuple[Cell, ...]]
    texts: list[tuple[str, ...]] = field(default_factory=list)
    shapes: list[_Shape] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)  # "\n" in its texts
    longest: list[int] = field(default_factory=list)  # full lines in its fullest cell, estimated
    lines: list[int] = field(default_factory=list)  # its height, hardly ever less than the real one


def table_xml(
    table: Table, width: float, height: float, style: DocumentStyle, *, keep_next: bool = False
) -> Iterator[bytes]:
    """The table over `width` points, piece by piece; `height` is that of a page's text, which tells
    the rows that may break. `keep_next`: its last row stays with what follows.
    """
    writer = _TableWriter(fitted_widths(table, width, style), height, style)
    head = writer.measured(table.head)
    rows = writer.measured(table.rows)
    kept = writer.kept_with_next(rows)
    if keep_next:
        kept.add(len(rows.cells) - 1)
    yield xml_bytes(writer.opening() + "".join(map(writer.head_row, head.cells, head.shapes)))
    for first in range(0, len(rows.cells), _PORTION):
        yield writer.body_rows(rows, first, kept)
    yield b"</w:tbl>"


class _TableWriter:
    """Writes the rows of one table."""

    def __init__(self, widths: list[float], height: float, style: DocumentStyle) -> None:
        self.widths = widths
        self.style = style
        self.margins = 2 * style.table.cell_margin_sides * POINTS_PER_MM
        edges = [twips(sum(widths[:n])) for n in range(len(widths) + 1)]
        self.twips = [right - left for left, right in pairwise(edges)]
        page = height / (style.roles["cell"].size * LINE_HEIGHT)
        self.whole_at_most = page * style.table.whole_at_most  # lines
        self.kept_at_most = page * style.table.kept_at_most

    def opening(self) -> str:
        """The table's properties and grid."""
        table = self.style.table
        line = f'w:val="single" w:sz="{round(table.border * 8)}" w:space="0" w:color="000000"/>'
        borders = "".join(
            f"<w:{side} {line}" for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        side = twips(table.cell_margin_sides * POINTS_PER_MM)
        top = twips(table.cell_margin_top * POINTS_PER_MM)
        margins = "".join(
            f'<w:{name} w:w="{value}" w:type="dxa"/>'
            for name, value in (("top", top), ("left", side), ("bottom", top), ("right", side))
        )
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in self.twips)
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(self.twips)}" w:type="dxa"/>'
            f'<w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
            f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>"
        )

    def measured(self, rows: Sequence[tuple[Cell, ...]]) -> _Measured:
        """The rows with their shapes and estimated heights."""
        known: dict[object, _Shape] = {}
        covered = nothing_covered(len(self.widths))
        found = _Measured(rows)
        for cells in rows:
            texts, styles, columns, spans = zip(*cells)  # noqa: B905 (cells are alike; it is faster)
            key = (covered, styles, columns, spans)
            shape = known.get(key)
            if shape is None:
                shape = known[key] = self._shape(cells, covered)
            words = "".join(texts)
            breaks = words.count("\n") if "\n" in words else 0  # looking is faster than counting
            longest = max(map(floordiv, map(len, texts), shape.capacity))
            found.texts.append(texts)
            found.shapes.append(shape)
            found.breaks.append(breaks)
            found.longest.append(longest)
            found.lines.append(longest + 1 + breaks)
            covered = shape.below
        return found

    def kept_with_next(self, rows: _Measured) -> set[int]:
        """The rows that stay with the next one: as many as a cell that reaches down needs for its
        text, and its last two, because a single row left over on the next page says too little.
        """
        kept = set()
        most = self.kept_at_most
        lines = rows.lines
        for first, shape in enumerate(rows.shapes):
            for index in shape.reaching_down:
                last = first + rows.cells[first][index].rows - 1
                needed, n = self._lines_of(rows, first, index), first
                lacking = needed - sum(lines[first : last + 1])
                # the last row is as much taller
                if lines[last - 1] + lines[last] + max(lacking, 0) <= most:
                    kept.add(last - 1)
                longest = rows.longest[first]
                room = longest if longest >= needed else self._tallest(rows, first)
                while room < needed <= most and n < last:
                    kept.add(n)
                    n += 1
                    room += self._tallest(rows, n)
        return kept

    def body_rows(self, rows: _Measured, first: int, kept: Container[int]) -> bytes:
        """A portion of the rows of the body, from the row of that index on."""
        portion = range(first, min(first + _PORTION, len(rows.cells)))
        texts = rows.texts[first : portion.stop]
        encoded = iter(texts_bytes(list(chain.from_iterable(texts))))
        ready: list[bytes] = []
        words: list[bytes] = []
        for n in portion:
            start, between = self._ready(rows, n, keep=n in kept)
            ready.append(start)
            own = islice(encoded, len(rows.texts[n]))
            words += map(bytes.replace, own, repeat(b"\n"), between) if rows.breaks[n] else own
        return b"".join(ready) % tuple(words)

    def _ready(self, rows: _Measured, n: int, *, keep: bool) -> tuple[bytes, list[bytes]]:
        """A row's ready text; a row that is not very tall does not break."""
        shape = rows.shapes[n]
        most = self.whole_at_most
        whole = rows.lines[n] <= most or self._tallest(rows, n) <= most  # estimated, else measured
        ready = shape.ready.get((whole, keep))
        if ready is None:
            ready = shape.ready[whole, keep] = self._ready_row(shape, whole=whole, keep=keep)
        return ready

    def head_row(self, row: tuple[Cell, ...], shape: _Shape) -> str:
        """A row of the head, which Word repeats on each page; titles of several lines are
        balanced.
        """
        cells = []
        for slot in shape.slots:
            if slot.cell is None:
                cells.append(self._ready_cell(shape, slot, keep=True))
                continue
            text, role = row[slot.cell].text, shape.roles[slot.cell]
            sides = drawn_in(text, self.style.roles[role], self._room(slot))
            start = _paragraph_start(role, keep=True, sides=sides)
            words = escaped(text).replace("\n", _PARAGRAPH_END + start)
            properties = self._properties(shape, slot) + '<w:vAlign w:val="center"/>'
            cells.append(f"<w:tc><w:tcPr>{properties}</w:tcPr>{start}{words}{_CELL_END}")
        return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"

    def _shape(self, cells: tuple[Cell, ...], covered: Covered) -> _Shape:
        slots, below = row_slots(spans_of(cells), covered)
        own = [slot for slot in slots if slot.cell is not None]
        rooms = tuple(map(self._room, own))
        sizes = [self.style.roles[cell.style].size * _TYPICAL_CHARACTER for cell in cells]
        capacity = [
            max(int(room / size), 1) if cell.rows == 1 else _ENDLESS
            for room, size, cell in zip(rooms, sizes, cells, strict=True)
        ]
        reaching_down = (index for index, cell in enumerate(cells) if cell.rows > 1)
        roles = tuple(cell.style for cell in cells)
        return _Shape(slots, below, roles, rooms, tuple(capacity), tuple(reaching_down))

    def _ready_row(self, shape: _Shape, *, whole: bool, keep: bool) -> tuple[bytes, list[bytes]]:
        properties = "<w:trPr><w:cantSplit/></w:trPr>" if whole else ""
        # a heading's row stays with the next one if all its cells do, covered ones too
        keep = keep or any(self.style.roles[role].keep_next for role in shape.roles)
        cells = "".join([self._ready_cell(shape, slot, keep=keep) for slot in shape.slots])
        starts = [_paragraph_start(role, keep=keep) for role in shape.roles]
        between = [f"{_PARAGRAPH_END}{start}".encode() for start in starts]
        return f"<w:tr>{properties}{cells}</w:tr>".encode(), between

    def _ready_cell(self, shape: _Shape, slot: Slot, *, keep: bool) -> str:
        role, words = ("cell", "") if slot.cell is None else (shape.roles[slot.cell], "%s")
        properties = self._properties(shape, slot)
        start = _paragraph_start(role, keep=keep)
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{start}{words}{_CELL_END}"

    def _properties(self, shape: _Shape, slot: Slot) -> str:
        width = sum(self.twips[slot.column : slot.column + slot.columns])
        properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
        if slot.columns > 1:
            properties += f'<w:gridSpan w:val="{slot.columns}"/>'
        if slot.cell is None:
            properties += "<w:vMerge/>"
        elif slot.cell in shape.reaching_down:
            properties += '<w:vMerge w:val="restart"/>'
        fill = self.style.roles[shape.roles[slot.cell]].fill if slot.cell is not None else None
        if fill:
            properties += f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
        return properties

    def _room(self, slot: Slot) -> float:
        return sum(self.widths[slot.column : slot.column + slot.columns]) - self.margins

    def _lines_of(self, rows: _Measured, n: int, index: int) -> int:
        shape = rows.shapes[n]
        look = self.style.roles[shape.roles[index]]
        return line_count(rows.cells[n][index].text, shape.rooms[index], look.size, look.face)

    def _tallest(self, rows: _Measured, n: int) -> int:
        """A row's height in lines, measured word by word."""
        single = [index for index, cell in enumerate(rows.cells[n]) if cell.rows == 1]
        return max((self._lines_of(rows, n, index) for index in single), default=1)


def _paragraph_start(role: str, *, keep: bool, sides: float = 0) -> str:
    kept = "<w:keepNext/>" if keep else ""
    inward = f'<w:ind w:left="{twips(sides)}" w:right="{twips(sides)}"/>' if sides else ""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{role}"/>{kept}{inward}</w:pPr>'
        '<w:r><w:t xml:space="preserve">'
    )
