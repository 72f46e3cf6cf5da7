"""Reads the blocks of a Word part: paragraphs, text boxes, and tables as real grids."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from operator import attrgetter

from lxml import etree

from cchc_desktop.office.docx_names import CELL, ROW, TABLE, VAL, W, is_on, whole
from cchc_desktop.office.docx_paragraphs import END, ParagraphFlow, WordContext
from cchc_desktop.office.docx_slivers import without_slivers
from cchc_desktop.office.grid import SourceBlock, SourceCell, SourceTable

_MAX_SPAN = 64  # Word itself stops at 63 columns
_BOX = f"{W}txbxContent"
_IN_TABLES = (
    ROW,
    CELL,
    f"{W}gridCol",
    f"{W}gridBefore",
    f"{W}gridSpan",
    f"{W}vMerge",
    f"{W}hMerge",
    f"{W}tblHeader",
    f"{W}hidden",
)
_is_bold = attrgetter("bold")
# SourceCell(*parts), but several times as fast
_new_cell = partial(tuple.__new__, SourceCell)
_FOREIGN = "Tệp có phần nhúng từ tệp khác (altChunk); phần đó không được đọc."


def read_blocks(root: etree._Element, context: WordContext, part: str) -> list[SourceBlock]:
    """The blocks of a body, header or footer in reading order; leaves marks in the tree."""
    flow = _BlockFlow(context, part)
    flow.walk(root.iter(*flow.handlers))
    return flow.finished


def _ignore(_flow: ParagraphFlow, _: etree._Element) -> None:
    """A cell or row outside any table."""


class _Flow(ParagraphFlow):
    """A flow in which tables and text boxes may stand; they read on through its own elements."""

    def _table(self, element: etree._Element) -> None:
        self.close()
        if self._marks_end(element):
            table = _TableFlow(self.context, self.part).read(self._elements)
            if table.height:
                self.keep_anchored(table)

    def _box(self, element: etree._Element) -> None:
        if self._marks_end(element):
            box = _BlockFlow(self.context, "textbox")
            box.walk(self._elements)
            self.after += box.finished

    def _marks_end(self, container: etree._Element) -> bool:
        """Puts a mark behind a table or a text box, unless it is empty: the elements, which are one
        ahead, have then left it already.
        """
        if next(container.iterdescendants(*self.handlers), None) is None:
            return False
        container.addnext(etree.Element(END))
        return True

    def _section(self, element: etree._Element) -> None:
        self.context.sections.append(element)

    def _foreign(self, _: etree._Element) -> None:
        self.context.notes[_FOREIGN] = None

    handlers = ParagraphFlow.handlers | {
        TABLE: _table,
        _BOX: _box,
        f"{W}sectPr": _section,
        f"{W}altChunk": _foreign,
        **dict.fromkeys(_IN_TABLES, _ignore),
    }


class _BlockFlow(_Flow):
    def keep_anchored(self, block: SourceBlock) -> None:
        self.finished.append(block)


class _TableFlow(_Flow):
    """Places the cells of one table; `_reaching` holds, by column, the merged cells that may grow
    downwards: index of the cell, its last row, its span.
    """

    def __init__(self, context: WordContext, part: str) -> None:
        super().__init__(context, part)
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

    def keep_anchored(self, block: SourceBlock) -> None:
        if isinstance(block, SourceTable):
            self._nested.append(replace(block, over=len(self.finished)))
        else:
            self.finished.append(block)

    def _begin_cell(self) -> None:
        self._span = 1
        self._merge = ""  # of w:vMerge: "restart", "continue"
        self._joins_left = False
        self.covered = False
        self.finished = []
        self._nested: list[SourceTable] = []

    def _row_begins(self, _: etree._Element) -> None:
        self._end_cell()
        self._row += 1
        self._column = 0

    def _cell_begins(self, _: etree._Element) -> None:
        self._end_cell()
        self._begin_cell()
        self._in_cell = True
        if self._row < 0:  # a broken file: a cell outside any row
            self._row = 0

    def _end_cell(self) -> None:
        if self._open:
            self.close()
        if not self._in_cell:
            return
        self._in_cell = False
        if self.covered:
            self._grow_down()
        elif self._joins_left and self._cells and self._cells[-1].row == self._row:
            self._grow_right()
        else:
            self._place_cell()
        self._column += self._span

    def _place_cell(self) -> None:
        column, span, paragraphs = self._column, self._span, self.finished
        if self._merge:
            self._reaching[column] = (len(self._cells), self._row, span)
        bold = bool(paragraphs) and False not in map(_is_bold, paragraphs)
        nested = tuple(self._nested)
        self._cells.append(
            _new_cell((self._row, column, tuple(paragraphs), span, 1, bold, "text", nested))
        )

    def _find_above(self) -> None:
        """Whether the open cell continues a merged one: where it begins and as wide."""
        _, last_row, span = self._reaching.get(self._column, (0, 0, 0))
        above = last_row == self._row - 1 and span == self._span
        self.covered = above and self._merge == "continue"

    def _grow_down(self) -> None:
        index, _, span = self._reaching[self._column]
        cell = self._cells[index]
        self._cells[index] = cell._replace(rows=self._row - cell.row + 1)
        self._reaching[self._column] = (index, self._row, span)

    def _grow_right(self) -> None:
        left = self._cells[-1]
        over = len(left.paragraphs)
        nested = (replace(table, over=over + (table.over or 0)) for table in self._nested)
        self._cells[-1] = left._replace(
            columns=left.columns + self._span,
            paragraphs=(*left.paragraphs, *self.finished),
            nested=(*left.nested, *nested),
        )

    def _grid_column(self, element: etree._Element) -> None:
        self._widths.append(whole(element.get(f"{W}w"), 0))

    def _grid_before(self, element: etree._Element) -> None:
        self._column = whole(element.get(VAL), 0, _MAX_SPAN)

    def _grid_span(self, element: etree._Element) -> None:
        self._span = max(whole(element.get(VAL), 1, _MAX_SPAN), 1)
        self._find_above()

    def _vertical_merge(self, element: etree._Element) -> None:
        self._merge = element.get(VAL, "continue")
        self._find_above()

    def _horizontal_merge(self, element: etree._Element) -> None:
        self._joins_left = element.get(VAL, "continue") == "continue"

    def _head_row(self, element: etree._Element) -> None:
        if is_on(element):
            self._head_rows.add(self._row)

    def _hidden_row(self, element: etree._Element) -> None:
        if is_on(element):
            self._hidden_rows.add(self._row)

    handlers = _Flow.handlers | {
        ROW: _row_begins,
        CELL: _cell_begins,
        f"{W}gridCol": _grid_column,
        f"{W}gridBefore": _grid_before,
        f"{W}gridSpan": _grid_span,
        f"{W}vMerge": _vertical_merge,
        f"{W}hMerge": _horizontal_merge,
        f"{W}tblHeader": _head_row,
        f"{W}hidden": _hidden_row,
    }
