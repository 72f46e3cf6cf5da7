"""Reads the blocks of a Word part: paragraphs, text boxes, and tables as real grids."""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from cchc_desktop.office.docx_names import CELL, ROW, TABLE, VAL, W, is_on, whole
from cchc_desktop.office.docx_paragraphs import END, ParagraphFlow, WordContext
from cchc_desktop.office.docx_slivers import without_slivers
from cchc_desktop.office.grid import SourceBlock, SourceCell, SourceParagraph, SourceTable

_MAX_SPAN = 64  # Word itself stops at 63 columns
_BOX = f"{W}txbxContent"
_COVERED = "Chữ nằm dưới ô gộp dọc, Word không hiển thị, đã được bỏ qua."


def read_blocks(root: etree._Element, context: WordContext, part: str) -> list[SourceBlock]:
    """The blocks of a body, header or footer in reading order; marks the tree for the reading."""
    for inner in list(root.iter(TABLE, _BOX)):
        inner.addnext(etree.Element(END))
    flow = _BlockFlow(context, part)
    elements = root.iter(*_TableFlow(context, part).handlers)
    flow.walk(elements)
    return flow.blocks


class _Flow(ParagraphFlow):
    """A flow in which tables and text boxes may stand; they read on through its own elements."""

    def __init__(self, context: WordContext, part: str) -> None:
        super().__init__(context, part)
        self.handlers |= {TABLE: self._table, _BOX: self._box}

    def walk(self, elements: Iterator[etree._Element]) -> None:
        """Reads on through the elements, which inner tables and text boxes share."""
        self._elements = elements
        super().walk(elements)

    def _table(self, _: etree._Element) -> None:
        self.close()
        table = _TableFlow(self.context, self.part).read(self._elements)
        if table.height:
            self.keep(table)

    def _box(self, _: etree._Element) -> None:
        box = _BlockFlow(self.context, "textbox")
        box.walk(self._elements)
        self.after += box.blocks


class _BlockFlow(_Flow):
    def __init__(self, context: WordContext, part: str) -> None:
        super().__init__(context, part)
        self.blocks: list[SourceBlock] = []

    def keep(self, block: SourceBlock) -> None:
        self.blocks.append(block)


class _TableFlow(_Flow):
    """Places the cells of one table; `_reaching` holds, by column, the merged cells that may grow
    downwards: index of the cell, its last row, its span.
    """

    def __init__(self, context: WordContext, part: str) -> None:
        super().__init__(context, part)
        self.handlers |= {
            ROW: self._row_begins,
            CELL: self._cell_begins,
            f"{W}gridCol": self._grid_column,
            f"{W}gridBefore": self._grid_before,
            f"{W}gridSpan": self._grid_span,
            f"{W}vMerge": self._vertical_merge,
            f"{W}hMerge": self._horizontal_merge,
            f"{W}tblHeader": self._head_row,
            f"{W}hidden": self._hidden_row,
        }
        self._widths: list[int] = []
        self._cells: list[SourceCell] = []
        self._reaching: dict[int, tuple[int, int, int]] = {}
        self._head_rows: set[int] = set()
        self._hidden_rows: set[int] = set()
        self._row = -1
        self._column = 0
        self._in_cell = False
        self._begin_cell()

    def read(self, elements: Iterator[etree._Element]) -> SourceTable:
        """The table whose elements come next."""
        self.walk(elements)
        self._end_cell()
        cells = without_slivers(self._cells, self._widths)
        return SourceTable(
            height=self._row + 1,
            width=max((cell.column + cell.columns for cell in cells), default=0),
            cells=tuple(cells),
            hidden_rows=frozenset(self._hidden_rows),
            head_rows=frozenset(self._head_rows),
            part=self.part,
        )

    def close(self) -> None:
        """Paragraphs under a merged cell are neither shown nor counted by Word."""
        if self._merge == "continue" and self._cell_above() is not None:
            if self.discard():
                self.context.notes[_COVERED] = None
        else:
            super().close()

    def keep(self, block: SourceBlock) -> None:
        if isinstance(block, SourceTable):
            self._nested.append(block)
        else:
            self._paragraphs.append(block)

    def _begin_cell(self) -> None:
        self._span = 1
        self._merge = ""  # of w:vMerge: "restart", "continue"
        self._joins_left = False
        self._paragraphs: list[SourceParagraph] = []
        self._nested: list[SourceTable] = []

    def _row_begins(self, _: etree._Element) -> None:
        self._end_cell()
        self._row += 1
        self._column = 0

    def _cell_begins(self, _: etree._Element) -> None:
        self._end_cell()
        self._in_cell = True
        self._begin_cell()

    def _end_cell(self) -> None:
        self.close()
        if not self._in_cell:
            return
        self._in_cell = False
        above = self._cell_above() if self._merge == "continue" else None
        if above is not None:
            self._grow_down(above)
        elif self._joins_left and self._cells and self._cells[-1].row == self._row:
            self._grow_right()
        else:
            self._place_cell()
        self._column += self._span

    def _place_cell(self) -> None:
        if self._reaching:
            for column in range(self._column, self._column + self._span):
                self._reaching.pop(column, None)
        if self._merge:
            self._reaching[self._column] = (len(self._cells), self._row, self._span)
        bold = [paragraph.bold for paragraph in self._paragraphs if paragraph.text]
        self._cells.append(
            SourceCell(
                self._row,
                self._column,
                tuple(self._paragraphs),
                self._span,
                bold=bool(bold) and all(bold),
                nested=tuple(self._nested),
            )
        )

    def _cell_above(self) -> int | None:
        """The index of the merged cell that the open cell continues, if it fits under it."""
        index, last_row, span = self._reaching.get(self._column, (0, -1, 0))
        return index if last_row == self._row - 1 >= 0 and span == self._span else None

    def _grow_down(self, index: int) -> None:
        cell = self._cells[index]
        self._cells[index] = replace(cell, rows=self._row - cell.row + 1)
        self._reaching[self._column] = (index, self._row, self._span)

    def _grow_right(self) -> None:
        left = self._cells[-1]
        self._cells[-1] = replace(
            left,
            columns=left.columns + self._span,
            paragraphs=(*left.paragraphs, *self._paragraphs),
            nested=(*left.nested, *self._nested),
        )

    def _grid_column(self, element: etree._Element) -> None:
        self._widths.append(whole(element.get(f"{W}w"), 0))

    def _grid_before(self, element: etree._Element) -> None:
        self._column = whole(element.get(VAL), 0, _MAX_SPAN)

    def _grid_span(self, element: etree._Element) -> None:
        self._span = max(whole(element.get(VAL), 1, _MAX_SPAN), 1)

    def _vertical_merge(self, element: etree._Element) -> None:
        self._merge = element.get(VAL, "continue")

    def _horizontal_merge(self, element: etree._Element) -> None:
        self._joins_left = element.get(VAL, "continue") == "continue"

    def _head_row(self, element: etree._Element) -> None:
        if is_on(element):
            self._head_rows.add(self._row)

    def _hidden_row(self, element: etree._Element) -> None:
        if is_on(element):
            self._hidden_rows.add(self._row)
