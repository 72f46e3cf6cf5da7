"""The rows of a sheet as SpreadsheetML: every cell a text, every height computed. Rows of one shape
share a ready text into which only the words are put.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from openpyxl.utils import get_column_letter

from cchc_desktop.domain.content import (
    Cell,
    Paragraph,
    nothing_covered,
    row_slots,
    spans_of,
)
from cchc_desktop.domain.errors import RefusedOutput
from cchc_desktop.office.sheet_style import CellStyle
from cchc_desktop.office.text_width import line_count
from cchc_desktop.office.xml_text import escaped

TALLEST = 409.0  # points; Excel allows no taller row
_LONGEST = 32_767  # characters; Excel allows no more in a cell
DIGIT = 6.0  # points: the width of a figure of 12 points, Excel's unit of columns
_PADDING = 6.0  # points inside a cell that its text cannot take
_SPACING = 1.3125  # height of a line, times its size: 21 pixels at 12 points on Excel's screen
_ROW = "\0"  # where the row's number stands in a ready text


def text_height(text: str, look: CellStyle, width: float) -> float:
    """The height in points of a text in cells that are `width` figures wide."""
    lines = line_count(text, width * DIGIT - _PADDING, look.size, look.face) if look.wrap else 1
    return _lines_height(lines, look)


def _lines_height(lines: int, look: CellStyle) -> float:
    return lines * look.size * _SPACING + _PADDING / 2


class _Place(NamedTuple):
    """A cell that shows a text: `certain` characters surely fit on one line of its width."""

    look: CellStyle
    width: float
    certain: float


class _Shape(NamedTuple):
    """What rows have in common whose cells look alike and are empty in the same places."""

    ready: str
    places: tuple[_Place, ...]
    least: float  # the height of one line
    keeps: bool  # with the next row


class SheetRows:
    """The rows of one sheet, written from the first down; `looks` are the numbers that the roles'
    styles have in the book, `widths` count figures.
    """

    def __init__(
        self,
        widths: Sequence[float],
        roles: Mapping[str, CellStyle],
        looks: Mapping[str, int],
        *,
        grows: bool = False,
    ) -> None:
        self.xml: list[str] = []
        self.merged: list[str] = []  # ranges such as "A1:C2"
        self.row = 1  # the next one
        self.heights: list[float] = []  # in points, of all rows so far
        self.kept: list[bool] = []  # whether they are to stay with the next one
        self._widths = widths
        self._roles = roles
        self._looks = looks
        self._letters = [get_column_letter(n) for n in range(1, len(widths) + 1)]
        # Excel leaves a row as it is whose height is said to be the user's own
        self._height = "" if grows else ' customHeight="1"'
        self._shapes: dict[object, _Shape] = {}

    @property
    def extent(self) -> str:
        """The range of all cells written."""
        return f"A1:{self._letters[-1]}{max(self.row - 1, 1)}"

    def add_lines(self, paragraphs: Sequence[Paragraph]) -> None:
        """Lines over or under the table, each over all its columns."""
        for paragraph in paragraphs:
            cell = Cell(paragraph.text, paragraph.style, columns=len(self._widths))
            self.add_merged([(cell,)])

    def add_merged(self, rows: Sequence[tuple[Cell, ...]]) -> None:
        """Rows with cells that reach over columns or down; those are as tall as one line."""
        covered = nothing_covered(len(self._widths))
        styles = [""] * len(self._widths)  # of the cells, or of those that reach down over them
        for cells in rows:
            slots, covered = row_slots(spans_of(cells), covered)
            texts = [""] * len(styles)
            height = 0.0
            for slot in slots:
                if slot.cell is None:
                    continue
                cell = cells[slot.cell]
                end = slot.column + slot.columns
                styles[slot.column : end] = [cell.style] * slot.columns
                texts[slot.column] = cell.text
                width = sum(self._widths[slot.column : end])
                shown = cell.text if cell.rows == 1 else ""
                height = max(height, text_height(shown, self._roles[cell.style], width))
                self._merge(slot.column, slot.columns, cell.rows)
            self._add(self._shape(styles, texts), [text for text in texts if text], height)

    def add(self, rows: Sequence[tuple[Cell, ...]]) -> None:
        """Rows without merged cells."""
        for cells in rows:
            styles = [cell.style for cell in cells]
            texts = [cell.text for cell in cells]
            shape = self._shape(styles, texts)
            texts = [text for text in texts if text]
            height = shape.least
            for text, place in zip(texts, shape.places, strict=True):
                if len(text) > place.certain or "\n" in text:
                    height = max(height, text_height(text, place.look, place.width))
            self._add(shape, texts, height)

    def _add(self, shape: _Shape, texts: list[str], height: float) -> None:
        joined = "".join(texts)
        if len(joined) > _LONGEST and max(map(len, texts)) > _LONGEST:
            raise RefusedOutput(
                f"Một ô có hơn {_LONGEST} ký tự, Excel không chứa được; "
                "hãy rút ngắn nội dung của ô đó hoặc xuất ra tệp Word."
            )
        if "&" in joined or "<" in joined or ">" in joined:
            texts = [escaped(text) for text in texts]
        ready = shape.ready.replace(_ROW, str(self.row))
        height = min(height, TALLEST)
        self.xml.append(ready % (height, *texts))
        self.heights.append(height)
        self.kept.append(shape.keeps)
        self.row += 1

    def _shape(self, styles: list[str], texts: list[str]) -> _Shape:
        key = (*styles, *map(bool, texts))
        shape = self._shapes.get(key)
        if shape is None:
            shape = self._shapes[key] = self._new_shape(styles, texts)
        return shape

    def _new_shape(self, styles: list[str], texts: list[str]) -> _Shape:
        cells, places = [], []
        for letters, style, text, width in zip(
            self._letters, styles, texts, self._widths, strict=True
        ):
            start = f'<c r="{letters}{_ROW}" s="{self._looks[style]}"'
            if not text:
                cells.append(f"{start}/>")
                continue
            cells.append(f'{start} t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>')
            look = self._roles[style]
            places.append(_Place(look, width, (width * DIGIT - _PADDING) / look.size))
        start = f'<row r="{_ROW}" ht="%.2f"{self._height}>'
        least = max(_lines_height(1, self._roles[style]) for style in styles)
        keeps = any(self._roles[style].keep_next for style in styles)
        return _Shape(f"{start}{''.join(cells)}</row>", tuple(places), least, keeps)

    def _merge(self, column: int, columns: int, rows: int) -> None:
        if columns > 1 or rows > 1:
            first, last = self._letters[column], self._letters[column + columns - 1]
            self.merged.append(f"{first}{self.row}:{last}{self.row + rows - 1}")
